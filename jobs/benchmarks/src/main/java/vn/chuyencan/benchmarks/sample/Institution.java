package vn.chuyencan.benchmarks.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.chuyencan.benchmarks.sample.Person.VideoIdentity;

/** The invented institution «Học viện Sư phạm số»: two course runs, 60 learners, 2 lecturers. */
final class Institution {
  private static final List<String> NAMES =
      List.of(
          "Lê An",
          "Trần Bình",
          "Phạm Chi",
          "Nguyễn Thu Hà",
          "Hoàng Minh Quân",
          "Vũ Thị Ngọc Ánh",
          "Đặng Quốc Việt",
          "Bùi Thị Kim Oanh",
          "Đỗ Hữu Nghĩa",
          "Ngô Bảo Châu",
          "Dương Thuỳ Linh",
          "Lý Gia Hân",
          "Phan Văn Đức",
          "Trịnh Công Thành",
          "Nguyễn Thị Phương Thảo",
          "Huỳnh Như Ý",
          "Võ Hoàng Long",
          "Mai Thị Yến",
          "Cao Xuân Trường",
          "Đinh Thị Mỹ Duyên",
          "Tạ Đình Phong",
          "Lương Bích Hằng",
          "Hà Anh Tuấn",
          "Chu Thị Hồng Nhung",
          "Nguyễn Thu Hà",
          "Kiều Quang Huy",
          "Tô Ngọc Bích",
          "La Văn Cường",
          "Trần \"Tí\" Khôi Nguyên",
          "Phùng Thị Lan",
          "Nguyễn Hải Đăng",
          "Lâm Tường Vi",
          "Quách Thị Thuý",
          "Hồ Sỹ Hùng",
          "Nông Thị Xuân",
          "Vi Văn Sáng",
          "Thạch Thị Sô Phi",
          "Lò Văn Pánh",
          "Giàng A Páo",
          "H’Hen Niê",
          "Đoàn Minh Trí",
          "Nghiêm Xuân Bách",
          "Trương Mỹ Lệ",
          "Phó Đức Toàn",
          "Ông Thị Cẩm Tú",
          "Từ Khánh Vân",
          "Âu Dương Kiệt",
          "Triệu Thị Ngần",
          "Lưu Hoài Nam",
          "Mạc Thị Thanh",
          "Tống Phước Lộc",
          "Viên Ngọc Diệp",
          "Thái Bá Dũng",
          "Khổng Thị Hạnh",
          "Lều Mạnh Tường",
          "Ninh Thị Quế",
          "Doãn Chí Hiếu",
          "Bạch Thị Tuyết, Mai",
          "Vương Đình Khải",
          "Trà Thị Giang");

  private final List<Person> learners = new ArrayList<>();
  private final List<Person> lecturers =
      List.of(
          new Person("GV01", "Nguyễn Đức Thắng", "11", VideoIdentity.ACCOUNT),
          new Person("GV02", "Lê Thị Minh Khai", "12", VideoIdentity.ACCOUNT));
  private final List<Course> courses;

  Institution() {
    for (int index = 0; index < NAMES.size(); index++) {
      String id = String.format(Locale.ROOT, "HV%03d", index + 1);
      learners.add(
          new Person(id, NAMES.get(index), Integer.toString(101 + index), videoIdentity(index)));
    }
    Course flipped =
        new Course(
            "LHDN-2026-1",
            "Dạy học trực tuyến với lớp học đảo ngược",
            21,
            LocalDate.of(2026, 9, 7),
            LocalDate.of(2026, 10, 11),
            List.of(),
            28,
            lecturers.get(0));
    Course assessment =
        new Course(
            "DGHT-2026-1",
            "Đánh giá học tập trong môi trường số",
            22,
            LocalDate.of(2026, 9, 14),
            LocalDate.of(2026, 11, 1),
            List.of(LocalDate.of(2026, 10, 12)),
            12,
            lecturers.get(1));
    for (int index = 0; index < 36; index++) {
      flipped.enrol(learners.get(index), groupOfFlipped(index));
    }
    List<Person> second = new ArrayList<>(learners.subList(36, 60));
    for (int index : List.of(3, 4, 13, 16, 21, 32)) {
      second.add(index % 24, learners.get(index));
    }
    for (int index = 0; index < second.size(); index++) {
      String group = index == 29 ? null : "M" + (index / 4 + 1);
      assessment.enrol(second.get(index), group);
    }
    courses = List.of(flipped, assessment);
  }

  /** The first three learners are the worked examples and stand in three groups. */
  private static String groupOfFlipped(int index) {
    int group = index < 3 ? index : index < 12 ? (index - 3) / 3 : index / 4;
    return "N" + (group + 1);
  }

  private static VideoIdentity videoIdentity(int index) {
    return switch (index) {
      case 0, 4 -> VideoIdentity.MBOX;
      case 5 -> VideoIdentity.MBOX_SHA1SUM;
      case 3 -> VideoIdentity.OPENID;
      default -> VideoIdentity.ACCOUNT;
    };
  }

  List<Person> learners() {
    return learners;
  }

  List<Person> lecturers() {
    return lecturers;
  }

  /** The flipped classroom (five weeks), then the assessment course (six weeks and one off). */
  List<Course> courses() {
    return courses;
  }
}

package vn.chuyencan.benchmarks.sample.institution;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Staff, their contracts and their training. */
final class Workforce {
  /** Who has never been trained. */
  private static final Set<String> UNTRAINED = Set.of("GV19", "HT05");

  /** id | name | degree | unit | group | programme in charge of | since | category | partner. */
  private static final String STAFF =
      """
      GV01|Nguyễn Đức Thắng|phd|Khoa Công nghệ giáo dục|lecturer|CNGD-TX|2012-09-03|permanent|
      GV02|Lê Thị Minh Khai|phd|Khoa Quản lý giáo dục|lecturer|QLGD-TX|2010-09-06|permanent|
      GV03|Trần Quốc Bảo|phd|Khoa Công nghệ giáo dục|lecturer|QLGD-TX|2014-03-03|permanent|
      GV04|Phạm Thị Hòa|phd|Khoa Công nghệ giáo dục|lecturer|CNGD-TX|2013-09-02|permanent|
      GV05|Vũ Quang Huy|master|Khoa Công nghệ giáo dục|lecturer||2016-09-05|permanent|
      GV06|Đặng Thùy Trang|master|Khoa Công nghệ giáo dục|lecturer||2017-09-04|permanent|
      GV07|Bùi Tiến Đạt|master|Khoa Công nghệ giáo dục|lecturer||2018-09-03|permanent|
      GV08|Hoàng Lan Hương|phd|Khoa Công nghệ giáo dục|lecturer||2015-09-07|permanent|
      GV09|Đỗ Thị Nhàn|phd|Khoa Quản lý giáo dục|lecturer|QLGD-TX|2011-09-05|permanent|
      GV10|Ngô Văn Khánh|master|Khoa Quản lý giáo dục|lecturer||2016-09-05|permanent|
      GV11|Dương Thị Mai|master|Khoa Quản lý giáo dục|lecturer||2019-09-02|permanent|
      GV12|Lý Quốc Toản|phd|Khoa Quản lý giáo dục|lecturer||2014-09-01|permanent|
      GV13|Phan Hải Yến|master|Khoa Công nghệ giáo dục|lecturer||2023-09-01|full_time|
      GV14|Trịnh Đức Long|master|Khoa Quản lý giáo dục|lecturer||2024-09-03|full_time|
      GV15|Mai Thế Vinh|phd|Khoa Công nghệ giáo dục|lecturer||2025-02-03|joint_permanent|
      GV16|Cao Thị Bình|phd|Khoa Quản lý giáo dục|lecturer||2025-09-01|post_retirement|
      GV17|Đinh Công Minh|master|Ngoài cơ sở|lecturer||2024-09-03|visiting|
      GV18|Tạ Thị Phương|master|Ngoài cơ sở|lecturer||2024-09-03|visiting|
      GV19|Lương Văn Tài|master|Ngoài cơ sở|lecturer||2026-02-02|visiting|
      GV20|Hà Thị Thanh|phd|Ngoài cơ sở|lecturer||2024-09-03|visiting|
      GV21|Chu Văn Hiệp|master|Trung tâm GDNN – GDTX Sao Mai|lecturer||2024-09-03|visiting|DT01
      GV22|Kiều Thị Nga|master|Trung tâm GDNN – GDTX Sao Mai|lecturer||2024-09-03|visiting|DT01
      GV23|Tô Văn Phú|master|Trung tâm GDNN – GDTX Sao Mai|lecturer||2025-02-03|visiting|DT01
      HT01|La Thị Cẩm|bachelor|Trung tâm Đào tạo từ xa|technical_support||2019-09-02|permanent|
      HT02|Phùng Văn Bắc|bachelor|Trung tâm Đào tạo từ xa|technical_support||2020-09-01|permanent|
      HT03|Quách Thị Ly|bachelor|Trung tâm Đào tạo từ xa|technical_support||2023-09-01|full_time|
      HT04|Nông Văn Thái|college|Phân hiệu Hải Phòng|technical_support||2024-09-03|task|
      HT05|Vi Thị Dung|college|Trung tâm GDNN – GDTX Sao Mai|technical_support||2024-09-03|task|
      QL01|Thái Văn Hưng|master|Trung tâm Đào tạo từ xa|manager||2015-09-01|permanent|
      QL02|Khổng Minh Tâm|phd|Trung tâm Đào tạo từ xa|manager||2012-09-03|permanent|
      QL03|Ninh Thị Thoa|master|Phòng Đào tạo|manager||2016-09-01|permanent|
      KT01|Lều Quang Sáng|bachelor|Trung tâm Công nghệ thông tin|administration||2018-09-03|permanent|
      KT02|Doãn Văn Khương|bachelor|Trung tâm Công nghệ thông tin|administration||2021-09-01|permanent|
      TK01|Âu Thị Hạnh|master|Trung tâm Học liệu|material_production||2019-09-02|permanent|
      TK02|Viên Đình Quý|bachelor|Trung tâm Học liệu|material_production||2022-09-01|full_time|
      CV01|Mạc Thị Duyên|master|Trung tâm Đào tạo từ xa|adviser||2019-09-02|permanent|
      GVU1|Giàng Thị Sua|bachelor|Phòng Đào tạo|academic_affairs||2020-09-01|permanent|
      LD01|Nghiêm Văn Cảnh|phd|Khoa Công nghệ giáo dục|manager||2009-09-01|permanent|
      LD02|Trương Thị Loan|phd|Khoa Quản lý giáo dục|manager||2008-09-01|permanent|
      """;

  private record Person(List<String> cells) {
    String cell(int column) {
      return cells.get(column);
    }

    String id() {
      return cell(0);
    }

    String group() {
      return cell(4);
    }

    boolean isEngagedFromOutside() {
      return cell(7).equals("visiting") || cell(7).equals("task");
    }
  }

  private Workforce() {}

  static List<Sheet> sheets() {
    return List.of(staff(), contracts(), training());
  }

  private static Stream<Person> people() {
    return STAFF.lines().map(line -> new Person(List.of(line.split("\\|", -1))));
  }

  private static Sheet staff() {
    Sheet sheet =
        new Sheet(
            "staff",
            "staff_id full_name degree unit group responsible_program_id active_from active_to");
    people()
        .forEach(
            person ->
                sheet.row(
                    Stream.concat(person.cells().stream().limit(7), Stream.of("")).toArray()));
    return sheet;
  }

  private static Sheet contracts() {
    Sheet sheet =
        new Sheet("staff_contract", "staff_id category from to partner_id full_time_equivalent");
    people()
        .forEach(
            person -> {
              String category = person.cell(7);
              String until = category.equals("permanent") ? "" : "2027-08-31";
              String share = person.isEngagedFromOutside() ? "" : "1";
              sheet.row(person.id(), category, person.cell(6), until, person.cell(8), share);
            });
    return sheet;
  }

  /** Everybody but two; the managers of the faculties in management. */
  private static Sheet training() {
    Sheet sheet =
        new Sheet(
            "training_record",
            "record_id person_id group topic held_on participants program_id cohort_id certificate"
                + " evidence");
    people()
        .filter(person -> !UNTRAINED.contains(person.id()))
        .forEach(
            person -> {
              String topic =
                  switch (person.group()) {
                    case "administration" -> "system_administration";
                    case "material_production" -> "material_design";
                    case "manager" -> "management";
                    case "adviser", "academic_affairs" -> "it_skills";
                    default -> "distance_methods";
                  };
              sheet.row(
                  "BD-2026-" + person.id(),
                  person.id(),
                  person.group(),
                  topic,
                  person.id().startsWith("GV") ? "2026-02-06" : "2026-01-23",
                  "",
                  "",
                  "",
                  "CN-2026-" + person.id(),
                  "boi-duong/2026/danh-sach.pdf");
            });
    return sheet.rows(
        """
        PB-2025-CN | | learner | induction | 2025-09-06 | 18 | CNGD-TX | CNGD-TX-K2025 | | pho-bien/2025.pdf
        PB-2025-QL | | learner | induction | 2025-09-06 | 17 | QLGD-TX | QLGD-TX-K2025 | | pho-bien/2025.pdf
        PB-2026-CN | | learner | induction | 2026-09-05 | 18 | CNGD-TX | CNGD-TX-K2026 | | pho-bien/2026.pdf
        PB-2026-QL | | learner | induction | 2026-09-05 | 15 | QLGD-TX | QLGD-TX-K2026 | | pho-bien/2026.pdf
        HD-2026-CN | | learner | it_skills | 2026-09-05 | 18 | CNGD-TX | CNGD-TX-K2026 | | huong-dan/2026.pdf
        HD-2026-QL | | learner | it_skills | 2026-09-12 | 17 | QLGD-TX | QLGD-TX-K2026 | | huong-dan/2026.pdf
        HT-2026-01 | | learner | learning_guidance | 2026-09-19 | 96 | | | | ho-tro/2026-09.pdf
        HT-2026-02 | | learner | career_advice | 2026-10-17 | 41 | | | | ho-tro/2026-10.pdf
        """);
  }
}

package vn.chuyencan.benchmarks.sample.institution;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The courses of the institution: twenty that both programmes share, and twenty of each. */
final class Catalogue {
  /** The course whose run is {@code LHDN-2026-1}. */
  static final String FLIPPED = "CNG305";

  /** The course whose run is {@code DGHT-2026-1}; both programmes have it. */
  static final String ASSESSMENT = "GDS301";

  static final List<CourseOf> SHARED =
      courses(
          """
          1 GDC101 Triết học Mác – Lênin
          1 GDC102 Tin học đại cương
          1 GDC103 Tiếng Anh 1
          1 GDC104 Kỹ năng học từ xa
          1 GDC105 Nhập môn khoa học giáo dục
          2 GDC106 Kinh tế chính trị Mác – Lênin
          2 GDC107 Tiếng Anh 2
          2 GDC108 Tâm lý học đại cương
          2 GDC109 Pháp luật đại cương
          2 GDC110 Thống kê trong giáo dục
          3 GDC201 Chủ nghĩa xã hội khoa học
          3 GDC202 Tiếng Anh 3
          3 GDC203 Giáo dục học
          3 GDC204 Tâm lý học giáo dục
          3 GDC205 Phương pháp nghiên cứu khoa học giáo dục
          4 GDC206 Tư tưởng Hồ Chí Minh
          4 GDC207 Lịch sử Đảng Cộng sản Việt Nam
          4 GDC208 Xã hội học giáo dục
          5 GDS301 Đánh giá học tập trong môi trường số
          6 GDC302 Kinh tế học giáo dục
          """);

  static final List<CourseOf> TECHNOLOGY =
      courses(
          """
          4 CNG201 Cơ sở công nghệ giáo dục
          4 CNG202 Lý thuyết học tập và truyền thông
          5 CNG301 Thiết kế dạy học
          5 CNG302 Học liệu đa phương tiện
          5 CNG303 Hệ thống quản lý học tập
          5 CNG305 Dạy học trực tuyến với lớp học đảo ngược
          6 CNG306 Kịch bản video bài giảng
          6 CNG307 Thiết kế đồ họa trong giáo dục
          6 CNG308 Lập trình ứng dụng giáo dục
          6 CNG309 Thực hành sản xuất học liệu
          7 CNG401 Phân tích dữ liệu học tập
          7 CNG402 Trò chơi hóa trong dạy học
          7 CNG403 Thực tế ảo trong giáo dục
          7 CNG404 Quản lý dự án công nghệ giáo dục
          7 CNG405 Trí tuệ nhân tạo trong giáo dục
          8 CNG406 An toàn thông tin trong nhà trường
          8 CNG407 Dạy học kết hợp
          8 CNG408 Thực tập nghề nghiệp
          8 CNG409 Chuyên đề tốt nghiệp
          8 CNG410 Khóa luận tốt nghiệp
          """);

  static final List<CourseOf> MANAGEMENT =
      courses(
          """
          4 QLG201 Khoa học quản lý đại cương
          4 QLG202 Quản lý hành chính nhà nước về giáo dục
          5 QLG301 Quản lý nhà trường
          5 QLG302 Quản lý hoạt động dạy học
          5 QLG303 Văn hóa nhà trường
          5 QLG304 Lãnh đạo trong giáo dục
          6 QLG305 Quản lý nhân sự trong giáo dục
          6 QLG306 Quản lý tài chính trong giáo dục
          6 QLG307 Kế hoạch hóa giáo dục
          6 QLG308 Thực hành quản lý trường học
          7 QLG401 Đảm bảo chất lượng giáo dục
          7 QLG402 Thanh tra, kiểm tra giáo dục
          7 QLG403 Quản lý cơ sở vật chất trường học
          7 QLG404 Hệ thống thông tin quản lý giáo dục
          7 QLG405 Quản lý sự thay đổi
          8 QLG406 Chính sách giáo dục
          8 QLG407 Giáo dục so sánh
          8 QLG408 Thực tập nghề nghiệp
          8 QLG409 Chuyên đề tốt nghiệp
          8 QLG410 Khóa luận tốt nghiệp
          """);

  private Catalogue() {}

  /** The shared courses and these, by the terms of the plan. */
  static List<CourseOf> ordered(List<CourseOf> majors) {
    return Stream.concat(SHARED.stream(), majors.stream())
        .sorted(Comparator.comparingInt(CourseOf::term))
        .toList();
  }

  private static List<CourseOf> courses(String lines) {
    return lines
        .lines()
        .map(line -> line.split(" ", 3))
        .map(part -> new CourseOf(part[1], part[2], Integer.parseInt(part[0])))
        .toList();
  }
}

package vn.chuyencan.benchmarks.sample.institution;

import java.util.List;

/** Names of people who do not exist, always the same for the same number. */
final class Names {
  private static final List<String> FAMILY =
      List.of(
          "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương",
          "Lý", "Phan", "Trịnh", "Đinh", "Tạ", "Lương", "Chu", "Kiều", "Mai", "Cao", "Tô");
  private static final List<String> WOMEN_MIDDLE =
      List.of("Thị", "Thu", "Ngọc", "Thị Kim", "Bích", "Thị Hồng", "Khánh");
  private static final List<String> MEN_MIDDLE =
      List.of("Văn", "Hữu", "Đức", "Quang", "Minh", "Xuân", "Đình");
  private static final List<String> WOMEN =
      List.of(
          "Ánh", "Cúc", "Diệp", "Giang", "Hiền", "Hoa", "Lan", "Loan", "Mỹ", "Nga", "Oanh",
          "Phượng", "Quỳnh", "Thảo", "Thủy", "Trâm", "Uyên", "Vân", "Yến");
  private static final List<String> MEN =
      List.of(
          "An", "Bảo", "Cường", "Dũng", "Đạt", "Hải", "Hiếu", "Khoa", "Lâm", "Mạnh", "Nghĩa",
          "Phúc", "Quân", "Sơn", "Thắng", "Trung", "Vinh");

  private Names() {}

  /** The name of the person with this number. */
  static String of(int number) {
    boolean woman = number % 2 == 0;
    List<String> middle = woman ? WOMEN_MIDDLE : MEN_MIDDLE;
    List<String> given = woman ? WOMEN : MEN;
    return String.join(
        " ",
        FAMILY.get((number * 7 + 5) % FAMILY.size()),
        middle.get(number * 3 % middle.size()),
        given.get(number * 5 % given.size()));
  }
}

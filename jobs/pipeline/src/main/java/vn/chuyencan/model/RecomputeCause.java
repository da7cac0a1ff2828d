package vn.chuyencan.model;

import java.util.Locale;

/** Why a night measured or decided again. */
public enum RecomputeCause {
  FIRST_TIME("lần đầu", "for the first time"),
  NEW_EVENT("sự kiện mới", "new events"),
  LATE_EVENT("sự kiện đến muộn", "late events"),
  VOIDED("sự kiện bị hủy hoặc đọc lại", "events voided or read again"),
  ZONE("múi giờ thay đổi, đã đọc lại", "another time zone, records read again"),
  VOCABULARY("từ vựng thay đổi, đã đọc lại", "another vocabulary, records read again"),
  CORRECTION("điều chỉnh của người", "corrections by persons"),
  REVIEW_DECISION("kết luận xem xét", "review decisions"),
  POLICY("bộ quy tắc thay đổi", "changed policies"),
  REGISTER("sổ thay đổi", "changed registers"),
  CALENDAR("thêm ngày học", "the calendar"),
  LOG_GAP("ngày khuyết nhật ký", "days without a log"),
  CONFIGURATION("cấu hình thay đổi", "changed configuration"),
  PROGRAM("phiên bản chương trình khác", "another version of the program"),
  EARLIER_DAY("ngày chốt lùi lại", "an earlier day than the last"),
  INFERRED("lớp hay người học suy từ sự kiện", "course runs or learners inferred from events"),
  MEASURES("được yêu cầu đo lại", "measured anew on demand");

  private final String vietnamese;
  private final String english;

  RecomputeCause(String vietnamese, String english) {
    this.vietnamese = vietnamese;
    this.english = english;
  }

  /** The cause that decisions are told to have changed for. */
  public static RecomputeCause of(ChangeCause cause) {
    return valueOf(cause.name());
  }

  /** How tables write it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** For a reader of Vietnamese. */
  public String vietnamese() {
    return vietnamese;
  }

  /** For a reader of English. */
  public String english() {
    return english;
  }
}

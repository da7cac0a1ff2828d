package vn.chuyencan.model;

/** What can be said of a criterion or a certificate (REQUIREMENTS 0.2). */
public enum Status {
  MET("DAT", "Đạt", "Met"),
  MET_BY_COMPENSATION("DAT_BU", "Đạt (có bù)", "Met by compensation"),
  NOT_MET("KHONG_DAT", "Không đạt", "Not met"),
  NEEDS_REVIEW("CAN_XEM_XET", "Cần xem xét", "Needs review"),
  INSUFFICIENT_DATA("CHUA_DU_DU_LIEU", "Chưa đủ dữ liệu", "Insufficient data"),
  NOT_APPLICABLE("KHONG_AP_DUNG", "Không áp dụng", "Not applicable");

  private final String regulationCode;
  private final String vietnamese;
  private final String english;

  Status(String regulationCode, String vietnamese, String english) {
    this.regulationCode = regulationCode;
    this.vietnamese = vietnamese;
    this.english = english;
  }

  /** The code that the regulation's tables use, such as {@code DAT_BU}. */
  public String regulationCode() {
    return regulationCode;
  }

  /** The label in Vietnamese reports. */
  public String vietnamese() {
    return vietnamese;
  }

  /** The label in English reports. */
  public String english() {
    return english;
  }
}

package vn.chuyencan.model;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What stands out in a learner's traces and may be worth a look by a person. A signal is never a
 * verdict: nothing that is decided depends on it.
 */
public enum IntegrityKind {
  /** More minutes on one day than a person has. */
  LONG_DAY("Quá nhiều phút trong một ngày", "Too many minutes on one day", "ngày", "days"),
  /** One session that goes on longer than a person does. */
  LONG_SESSION("Phiên kéo dài quá mức", "A session too long", "phiên", "sessions"),
  /** An exercise handed in sooner than its questions can be read. */
  FAST_ANSWER(
      "Làm bài nhanh hơn đọc đề",
      "Answers faster than reading",
      "lượt làm bài có thời lượng",
      "attempts with a duration"),
  /** Events of one kind at equal distances, and nothing between them. */
  HEARTBEAT(
      "Sự kiện cách đều, không có tương tác",
      "Equally spaced events without interaction",
      "thời điểm có sự kiện",
      "instants of events"),
  /** A post whose text somebody else had posted before. */
  COPIED_POST(
      "Bài đăng trùng bài của người khác",
      "A post copied from somebody else",
      "bài đăng có nội dung",
      "posts with a text"),
  /** Traces from two network addresses at the same time. */
  TWO_ADDRESSES(
      "Cùng lúc từ hai địa chỉ mạng",
      "Two network addresses at the same time",
      "khoảng thời gian có địa chỉ",
      "stretches of time with an address");

  private final String vietnamese;
  private final String english;
  private final String thingsInVietnamese;
  private final String thingsInEnglish;

  IntegrityKind(
      String vietnamese, String english, String thingsInVietnamese, String thingsInEnglish) {
    this.vietnamese = vietnamese;
    this.english = english;
    this.thingsInVietnamese = thingsInVietnamese;
    this.thingsInEnglish = thingsInEnglish;
  }

  /** The word that tables use, such as {@code long_day}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind of that code; none when there is no such kind. */
  public static Optional<IntegrityKind> of(String code) {
    return Stream.of(values()).filter(kind -> kind.code().equals(code)).findFirst();
  }

  /** What readers call it, in Vietnamese. */
  public String vietnamese() {
    return vietnamese;
  }

  /** What readers call it, in English. */
  public String english() {
    return english;
  }

  /** In what it is looked for, in Vietnamese. */
  public String thingsInVietnamese() {
    return thingsInVietnamese;
  }

  /** In what it is looked for, in English. */
  public String thingsInEnglish() {
    return thingsInEnglish;
  }
}

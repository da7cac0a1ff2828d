package vn.chuyencan.model;

import java.util.Locale;

/** The two sets of exercises that a course owner may keep apart (FC-X.6). */
public enum ExerciseSet {
  /** «Bài tập tự đánh giá»: what the overall certificate asks for (FC-TT.3, FC-TT.4). */
  SELF_ASSESSMENT,
  /** «Bài tập lượng giá tiến trình»: what the theory certificate asks for (FC-LT.2, FC-LT.3). */
  PROGRESS;

  /** How the registers write it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}

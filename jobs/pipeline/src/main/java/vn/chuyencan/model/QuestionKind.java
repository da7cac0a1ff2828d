package vn.chuyencan.model;

import java.util.Locale;

/** What is answered to a question of a survey. */
public enum QuestionKind {
  /** A text. */
  TEXT,
  /** A number. */
  NUMBER,
  /** One or several of given choices. */
  CHOICE,
  /** A choice that stands for points, as of satisfaction. */
  RATING;

  /** How the registers write it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}

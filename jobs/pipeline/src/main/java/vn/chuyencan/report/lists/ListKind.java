package vn.chuyencan.report.lists;

import vn.chuyencan.model.Status;
import vn.chuyencan.report.document.Orientation;

/** The lists of a course run. Every decision that concerns somebody stands in exactly one. */
public enum ListKind {
  /** Whom to give certificates: for signature. */
  SIGNATURE("signature", Orientation.PORTRAIT),
  /** Who is not eligible, with reasons. */
  NOT_ELIGIBLE("not-eligible", Orientation.PORTRAIT),
  /** What a person must decide. */
  REVIEW("review", Orientation.LANDSCAPE),
  /** What cannot be decided, what is missing, and who must supply it. */
  INSUFFICIENT_DATA("insufficient-data", Orientation.PORTRAIT);

  private final String code;
  private final Orientation orientation;

  ListKind(String code, Orientation orientation) {
    this.code = code;
    this.orientation = orientation;
  }

  /** How commands and words name it. */
  public String code() {
    return code;
  }

  /** How its pages lie. */
  Orientation orientation() {
    return orientation;
  }

  /** Whether a decision of that status stands in it. */
  boolean holds(Status status) {
    return switch (status) {
      case MET, MET_BY_COMPENSATION -> this == SIGNATURE;
      case NOT_MET -> this == NOT_ELIGIBLE;
      case NEEDS_REVIEW -> this == REVIEW;
      case INSUFFICIENT_DATA -> this == INSUFFICIENT_DATA;
      case NOT_APPLICABLE -> false;
    };
  }
}

package vn.chuyencan.model;

import java.util.Locale;

/** What may be wrong with what a source gave, so that a night must not publish. */
public enum AnomalyKind {
  /** Too many records of a batch were rejected. */
  REJECTED_SHARE,
  /** A source said nothing on too many days on which a course run was open. */
  SILENT_DAYS,
  /** Too much of what a source told is of identifiers that nobody has. */
  UNRESOLVED_SHARE,
  /** A source told much less of a day than of the same weekday before. */
  VOLUME_DROP;

  /** How ids and tables write it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

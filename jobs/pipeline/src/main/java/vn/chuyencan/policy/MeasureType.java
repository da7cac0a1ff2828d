package vn.chuyencan.policy;

/** The shapes that a measure can have. */
public enum MeasureType {
  /** One exact number. */
  NUMBER,
  /** A number for each course week, by the week's number. */
  NUMBER_BY_WEEK,
  /** A number for each ISO week of the course, by its name; every week of the course is there. */
  NUMBER_BY_ISO_WEEK,
  /** A number for each item (exercise, forum), by its id; every item of the course is there. */
  NUMBER_BY_ITEM,
  /** Course weeks, by number. */
  WEEKS,
  /** Ids of persons or things. */
  IDS
}

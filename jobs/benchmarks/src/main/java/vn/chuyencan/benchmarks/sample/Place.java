package vn.chuyencan.benchmarks.sample;

import java.math.BigDecimal;

/**
 * One activity of a course run.
 *
 * @param id identifier in the register {@code activity}
 * @param kind its kind there
 * @param title title
 * @param iri IRI in the statements
 * @param type IRI of its activity type
 * @param week the course week to which it belongs
 * @param maxScore highest mark; null when there is none
 * @param counted whether an exercise counts
 * @param group the group of a group forum; null otherwise
 */
record Place(
    String id,
    String kind,
    String title,
    String iri,
    String type,
    int week,
    BigDecimal maxScore,
    boolean counted,
    String group) {

  static Place of(String id, String kind, String title, String iri, String type, int week) {
    return new Place(id, kind, title, iri, type, week, null, false, null);
  }

  static Place exercise(String id, String title, String iri, int week, int max, boolean counted) {
    return new Place(
        id,
        "exercise",
        title,
        iri,
        "http://adlnet.gov/expapi/activities/assessment",
        week,
        BigDecimal.valueOf(max),
        counted,
        null);
  }

  static Place groupForum(String id, String title, String iri, String group) {
    return new Place(id, "forum", title, iri, Course.FORUM_TYPE, 1, null, false, group);
  }

  boolean isGroupForum() {
    return group != null;
  }
}

package vn.chuyencan.source.moodle;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;

/**
 * One item of a Moodle's gradebook: a row of {@code grade_items} with its category.
 *
 * @param id its number
 * @param course number of its course
 * @param kind what is graded
 * @param category the category that it sums up, or in which it lies; null when that is gone
 * @param module type of the activity; null when it is none
 * @param instance number of the activity among its type, or of the category that it sums up
 * @param number of several items of one activity, the first is 0
 * @param name its name; null when it has none of its own
 * @param idNumber what the institution calls it, or null
 * @param calculated whether a formula computes it
 * @param gradeType 0 none, 1 points, 2 a scale, 3 a text
 * @param min lowest mark
 * @param max highest mark
 * @param coefficient {@code aggregationcoef}: a weight in a weighted mean, elsewhere whether it
 *     only adds
 * @param naturalWeight {@code aggregationcoef2}: part of a category that adds up
 * @param fixedWeight whether somebody set that part, which else follows from the points
 * @param outcome whether it tells of an outcome and not of the work
 * @param order place in the gradebook
 */
record GradeItem(
    long id,
    long course,
    Kind kind,
    Category category,
    String module,
    long instance,
    long number,
    String name,
    String idNumber,
    boolean calculated,
    long gradeType,
    BigDecimal min,
    BigDecimal max,
    BigDecimal coefficient,
    BigDecimal naturalWeight,
    boolean fixedWeight,
    boolean outcome,
    long order) {

  /** The columns of {@code grade_items} of every version from 4.1 to 5.x. */
  static final String COLUMNS =
      "id courseid categoryid itemname itemtype itemmodule iteminstance itemnumber idnumber"
          + " calculation gradetype grademax grademin outcomeid aggregationcoef aggregationcoef2"
          + " weightoverride sortorder";

  /** What is graded. */
  enum Kind {
    MOD,
    MANUAL,
    CATEGORY,
    COURSE
  }

  /**
   * A category of the gradebook.
   *
   * @param parent number of the category in which it lies; null for the one of a whole course
   * @param dropsSome whether only the best or all but the worst count
   * @param withOutcomes whether outcomes count in it
   */
  record Category(
      long id,
      Long parent,
      String name,
      long aggregation,
      boolean dropsSome,
      boolean withOutcomes) {

    static final String COLUMNS =
        "id courseid parent fullname aggregation keephigh droplow aggregateoutcomes";

    static Category of(MoodleRow row) throws SQLException {
      return new Category(
          row.number("id"),
          row.numberOrNull("parent"),
          MoodleNames.clean(row.text("fullname")),
          row.number("aggregation"),
          row.number("keephigh") > 0 || row.number("droplow") > 0,
          row.number("aggregateoutcomes") != 0);
    }
  }

  /** The item of a row; null for a kind that no Moodle from 4.1 to 5.x knows. */
  static GradeItem of(MoodleRow row, Map<Long, Category> categories) throws SQLException {
    Kind kind = kind(row.text("itemtype"));
    if (kind == null) {
      return null;
    }
    boolean whole = kind == Kind.CATEGORY || kind == Kind.COURSE;
    return new GradeItem(
        row.number("id"),
        row.number("courseid"),
        kind,
        categories.get(row.number(whole ? "iteminstance" : "categoryid")),
        row.text("itemmodule"),
        row.number("iteminstance"),
        row.number("itemnumber"),
        MoodleNames.clean(row.text("itemname")),
        MoodleNames.identifier(MoodleNames.clean(row.text("idnumber"))),
        row.filled("calculation") != null,
        row.number("gradetype"),
        row.decimal("grademin"),
        row.decimal("grademax"),
        row.decimal("aggregationcoef"),
        row.decimal("aggregationcoef2"),
        row.number("weightoverride") != 0,
        row.numberOrNull("outcomeid") != null,
        row.number("sortorder"));
  }

  private static Kind kind(String type) {
    return switch (String.valueOf(type)) {
      case "mod", "manual", "category", "course" -> Kind.valueOf(type.toUpperCase(Locale.ROOT));
      default -> null;
    };
  }

  /** Whether it sums up a category. */
  boolean aggregates() {
    return (kind == Kind.CATEGORY || kind == Kind.COURSE) && category != null;
  }

  /** Number of the category in which it lies; null for a course's, and when it is gone. */
  Long parent() {
    return category == null ? null : aggregates() ? category.parent() : Long.valueOf(category.id());
  }

  /** Whether its grades are points. */
  boolean inPoints() {
    return gradeType == 1;
  }

  /** Whether its grades are words of a scale, which have no points. */
  boolean onScale() {
    return gradeType == 2;
  }
}

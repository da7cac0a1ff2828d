package vn.chuyencan.source.export;

import java.math.BigDecimal;

/**
 * One grade of the gradebook.
 *
 * @param person whose
 * @param heading what was graded, as the column calls it, with the word for its kind before it
 * @param item the same without that word
 * @param percentage whether the value is in percent and not in points
 * @param maximum the most points, where the heading says it; else null
 * @param value the grade; null when there is none yet
 */
public record BookGrade(
    ReportPerson person,
    String heading,
    String item,
    boolean percentage,
    BigDecimal maximum,
    BigDecimal value) {}

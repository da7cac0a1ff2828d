package vn.chuyencan.source.export;

import java.math.BigDecimal;

/**
 * One grade of the gradebook.
 *
 * @param person whose
 * @param item what was graded, without the word for its kind
 * @param percentage whether the value is in percent and not in points
 * @param value the grade; null when there is none yet
 */
public record BookGrade(ReportPerson person, String item, boolean percentage, BigDecimal value) {}

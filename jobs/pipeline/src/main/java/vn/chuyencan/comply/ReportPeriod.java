package vn.chuyencan.comply;

import java.time.LocalDate;

/**
 * Of what time a report tells. In SQL it is the only row of the table {@code period}.
 *
 * @param year the calendar year (X-TIME-3)
 * @param asOf the last day of which anything is known, inclusive
 * @param limits the institution's own, where the texts give no number
 */
public record ReportPeriod(int year, LocalDate asOf, OwnLimits limits) {

  /** One with the usual limits. */
  public ReportPeriod(int year, LocalDate asOf) {
    this(year, asOf, OwnLimits.USUAL);
  }

  /** The same with other limits. */
  public ReportPeriod with(OwnLimits others) {
    return new ReportPeriod(year, asOf, others);
  }

  /** The first day of the year. */
  public LocalDate firstDay() {
    return LocalDate.of(year, 1, 1);
  }

  /** The last day of the year. */
  public LocalDate lastDay() {
    return LocalDate.of(year, 12, 31);
  }

  /** The last day that is counted: of the year, or earlier when the year is not over (R5). */
  public LocalDate cutOff() {
    return asOf.isBefore(lastDay()) ? asOf : lastDay();
  }

  /** Whether the figures are those of the whole year. */
  public boolean complete() {
    return !asOf.isBefore(lastDay());
  }
}

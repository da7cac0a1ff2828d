package vn.chuyencan.report;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.LocalDate;

/**
 * The last days ({@link Cut#lastDay}) for which a cut leaves out the same rows of a segment: from
 * the last that was seen up to, and without, the first that was left out.
 *
 * @param from days since 1970, inclusive
 * @param until days since 1970, exclusive
 */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
@JsonPropertyOrder({"from", "until"})
record Validity(long from, long until) {
  /** Nothing was left out and nothing could be. */
  static final Validity ALWAYS = new Validity(Long.MIN_VALUE, Long.MAX_VALUE);

  boolean contains(LocalDate lastDay) {
    return from <= lastDay.toEpochDay() && lastDay.toEpochDay() < until;
  }

  /** The same with a day that was seen. */
  Validity seen(LocalDate day) {
    return day.toEpochDay() <= from ? this : new Validity(day.toEpochDay(), until);
  }

  /** The same with a day that was left out. */
  Validity leftOut(LocalDate day) {
    return day.toEpochDay() >= until ? this : new Validity(from, day.toEpochDay());
  }
}

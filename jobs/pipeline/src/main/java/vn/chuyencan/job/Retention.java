package vn.chuyencan.job;

import java.time.LocalDate;
import java.time.Period;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.chuyencan.table.Tables;

/**
 * How long rows of tables are kept (X-PD-6, C28-14.3): for each table that is named a period after
 * which a whole month goes. Tables that measures are made of cannot be named, so that no measure
 * changes because something is gone.
 *
 * @param periods period by table
 */
public record Retention(Map<String, Period> periods) {
  /** Everything is kept. */
  public static final Retention NONE = new Retention(Map.of());

  /** The tables that can be named. */
  static final List<String> TABLES =
      List.of(
          Tables.ADDRESS_BURST,
          Tables.DECISION_CHANGE,
          Tables.LEARNING_EVENT,
          Tables.REJECTED_RECORD);

  public Retention {
    periods = Collections.unmodifiableMap(new TreeMap<>(periods));
  }

  /**
   * The first day of which rows of a table are kept: that of a month.
   *
   * @param asOf the last day that counts
   * @return empty when all are kept
   */
  public Optional<LocalDate> firstKept(String table, LocalDate asOf) {
    return Optional.ofNullable(periods.get(table))
        .map(period -> asOf.minus(period).withDayOfMonth(1));
  }
}

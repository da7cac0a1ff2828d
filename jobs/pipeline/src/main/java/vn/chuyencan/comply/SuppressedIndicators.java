package vn.chuyencan.comply;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import vn.chuyencan.table.TableColumn;
import vn.chuyencan.table.TableContract;
import vn.chuyencan.table.Tables;

/**
 * What rules find as an institution may show it of its own will (X-PD-7): without the things at
 * fault, which may be learners, and without the counts of which a share is made. The value stays
 * where it tells nobody: it goes where it is a count of one to four persons, or a share or a mean
 * of one to four.
 */
public final class SuppressedIndicators {
  private static final Set<String> PERSONS =
      Set.of("learners", "learner", "person", "persons", "users", "cases");

  private static final List<String> NAMES =
      TableContract.of(Tables.COMPLIANCE_INDICATOR).columns().stream()
          .map(TableColumn::name)
          .toList();
  private static final int NUMERATOR = NAMES.indexOf("numerator");
  private static final int DENOMINATOR = NAMES.indexOf("denominator");
  private static final int VALUE = NAMES.indexOf("value");
  private static final int LOWER = NAMES.indexOf("lower_bound");
  private static final int UPPER = NAMES.indexOf("upper_bound");
  private static final int OTHER_VALUE = NAMES.indexOf("other_value");
  private static final int UNIT = NAMES.indexOf("unit");
  private static final int DETAIL = NAMES.indexOf("detail");

  private SuppressedIndicators() {}

  /**
   * The rows without what analysts must not see.
   *
   * @param complete as {@link IndicatorRows} gives them; they stay as they are
   */
  public static List<Object[]> rows(List<Object[]> complete) {
    List<Object[]> shown = new ArrayList<>();
    for (Object[] found : complete) {
      Object[] row = found.clone();
      boolean few = countsFew(found);
      if (few) {
        row[VALUE] = null;
        row[OTHER_VALUE] = null;
      }
      if (few || tellCounts(found)) {
        row[LOWER] = null;
        row[UPPER] = null;
      }
      row[NUMERATOR] = null;
      row[DENOMINATOR] = null;
      row[DETAIL] = null;
      shown.add(row);
    }
    return shown;
  }

  /** A rule that does not say what it counts may count persons. */
  private static boolean countsFew(Object[] row) {
    Object unit = row[UNIT];
    boolean ofPersons = unit == null || PERSONS.contains(unit);
    return isFew(row[DENOMINATOR])
        || (ofPersons
            && Stream.of(row[NUMERATOR], row[VALUE], row[OTHER_VALUE])
                .anyMatch(SuppressedIndicators::isFew));
  }

  /** The bounds of an interval of confidence tell, with the share, of how many it is. */
  private static boolean tellCounts(Object[] row) {
    return row[NUMERATOR] instanceof BigDecimal upper
        && row[DENOMINATOR] instanceof BigDecimal lower
        && (isFew(upper) || isFew(lower.subtract(upper)));
  }

  private static boolean isFew(Object number) {
    return number instanceof BigDecimal count
        && count.signum() > 0
        && count.compareTo(BigDecimal.valueOf(SmallCells.LEAST_SHOWN)) < 0;
  }
}

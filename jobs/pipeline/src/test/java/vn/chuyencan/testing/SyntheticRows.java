package vn.chuyencan.testing;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import vn.chuyencan.table.ColumnType;
import vn.chuyencan.table.TableColumn;
import vn.chuyencan.table.TableContract;

/** Rows of any table with values that mean nothing, the same for the same seed. */
public final class SyntheticRows {
  public static final LocalDate MONDAY = LocalDate.of(2026, 9, 7);

  private SyntheticRows() {}

  /** A row; columns that are not fixed get values of their type. */
  public static Map<String, Object> row(TableContract table, Random random, Map<String, ?> fixed) {
    Map<String, Object> row = new LinkedHashMap<>();
    for (TableColumn column : table.columns()) {
      Object value;
      if (fixed.containsKey(column.name())) {
        value = fixed.get(column.name());
      } else if (column.nullable() && random.nextInt(4) == 0) {
        value = null;
      } else if (!column.words().isEmpty()) {
        value = column.words().get(random.nextInt(column.words().size()));
      } else {
        value = value(column.type(), random);
      }
      row.put(column.name(), value);
    }
    return row;
  }

  /** The weeks of a course run: so many learners, so many weeks from {@link #MONDAY} on. */
  public static List<Map<String, Object>> weeks(
      TableContract table, String course, int learners, int weeks, long seed) {
    Random random = new Random(seed);
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int learner = 0; learner < learners; learner++) {
      for (int week = 0; week < weeks; week++) {
        rows.add(
            row(
                table,
                random,
                Map.of(
                    "course_id",
                    course,
                    "learner_id",
                    "hv" + (1000 + learner),
                    "iso_week",
                    "2026-W" + (37 + week),
                    "course_week",
                    week + 1,
                    "first_day",
                    MONDAY.plusWeeks(week),
                    "last_day",
                    MONDAY.plusWeeks(week).plusDays(6))));
      }
    }
    return rows;
  }

  /** One row a learner of a course run. */
  public static List<Map<String, Object>> learners(
      TableContract table, String course, int learners, long seed) {
    Random random = new Random(seed);
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int learner = 0; learner < learners; learner++) {
      rows.add(
          row(table, random, Map.of("course_id", course, "learner_id", "hv" + (1000 + learner))));
    }
    return rows;
  }

  private static Object value(ColumnType type, Random random) {
    if (type instanceof ColumnType.Scalar scalar) {
      return switch (scalar) {
        case BOOLEAN -> random.nextBoolean();
        case INT -> random.nextInt(100);
        case LONG -> (long) random.nextInt(10_000);
        case STRING -> "giá trị " + random.nextInt(1000) + (random.nextInt(9) == 0 ? "," : "");
        case UUID -> new UUID(random.nextLong(), random.nextLong());
        case DATE -> MONDAY.plusDays(random.nextInt(300));
        case TIMESTAMP -> Instant.ofEpochSecond(1_780_000_000L + random.nextInt(9_000_000), 1000);
      };
    }
    if (type instanceof ColumnType.Decimal decimal) {
      int digits = Math.min(decimal.precision(), 9);
      return new BigDecimal(new BigInteger(3 * digits, random), decimal.scale());
    }
    if (type instanceof ColumnType.ArrayOf array) {
      List<Object> values = new ArrayList<>();
      for (int index = random.nextInt(3); index > 0; index--) {
        values.add(value(array.element(), random));
      }
      return values;
    }
    if (type instanceof ColumnType.MapOf map) {
      Map<String, Object> values = new TreeMap<>();
      for (int index = random.nextInt(3); index > 0; index--) {
        values.put("k" + index, value(map.value(), random));
      }
      return values;
    }
    Map<String, Object> values = new LinkedHashMap<>();
    for (ColumnType.Member member : ((ColumnType.StructOf) type).members()) {
      values.put(member.name(), value(member.type(), random));
    }
    return values;
  }
}

package vn.chuyencan.table;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.IntFunction;
import org.apache.iceberg.StructLike;
import vn.chuyencan.error.PipelineException;

/**
 * The values of one row of a table, each in the only form in which it may be published: text in
 * NFC, instants as {@link Instant} to the microsecond, days as {@link LocalDate}, decimals of
 * exactly the contract's scale, uuids as {@link UUID}, arrays as {@link List}, maps as {@link
 * SortedMap}, structs as {@link List} in the order of their members.
 */
public final class CanonicalRow {
  private final TableContract table;
  private final TableColumn[] columns;
  private final List<Set<String>> words;

  private CanonicalRow(TableContract table) {
    this.table = table;
    this.columns = table.columns().toArray(TableColumn[]::new);
    this.words = table.columns().stream().map(column -> Set.copyOf(column.words())).toList();
  }

  /** What makes canonical rows of a table; for any number of threads. */
  public static CanonicalRow of(TableContract table) {
    return new CanonicalRow(table);
  }

  /**
   * The row's values in the contract's order, null where there is none; nothing of the row is kept,
   * so a reader may use its record again.
   *
   * @param row with the contract's columns in the contract's order
   * @throws PipelineException TABLE_CONTRACT_BROKEN naming the first column whose value is missing
   *     though it must be there, does not fit its type, or is not one of its words
   */
  public Object[] values(StructLike row) {
    return values(row.size(), index -> row.get(index, Object.class));
  }

  /** The same of a row that is an array. */
  public Object[] values(Object[] row) {
    return values(row.length, index -> row[index]);
  }

  private Object[] values(int size, IntFunction<Object> row) {
    if (size != columns.length) {
      throw new PipelineException(
          table.broken("a row has " + size + " values instead of " + columns.length));
    }
    Object[] values = new Object[columns.length];
    for (int index = 0; index < values.length; index++) {
      try {
        values[index] = value(index, row.apply(index));
      } catch (IllegalArgumentException | ArithmeticException reason) {
        throw new PipelineException(
            table.broken("the column " + columns[index].name() + " " + reason.getMessage()),
            reason);
      }
    }
    return values;
  }

  private Object value(int index, Object value) {
    TableColumn column = columns[index];
    if (value == null) {
      if (column.nullable()) {
        return null;
      }
      throw new IllegalArgumentException("has no value where one must be");
    }
    Object canonical = canonical(column.type(), value);
    Set<String> closed = words.get(index);
    if (!closed.isEmpty() && !closed.contains(canonical)) {
      throw new IllegalArgumentException("holds a word other than " + column.words());
    }
    return canonical;
  }

  private static Object canonical(ColumnType type, Object value) {
    if (type instanceof ColumnType.Scalar scalar) {
      return scalar(scalar, value);
    }
    if (type instanceof ColumnType.Decimal decimal) {
      return decimal(decimal, value);
    }
    if (type instanceof ColumnType.ArrayOf array) {
      return array(array, value);
    }
    if (type instanceof ColumnType.MapOf map) {
      return map(map, value);
    }
    return struct((ColumnType.StructOf) type, value);
  }

  private static Object scalar(ColumnType.Scalar type, Object value) {
    switch (type) {
      case BOOLEAN -> {
        if (value instanceof Boolean) {
          return value;
        }
      }
      case INT -> {
        if (value instanceof Integer) {
          return value;
        }
      }
      case LONG -> {
        if (value instanceof Long) {
          return value;
        }
      }
      case STRING -> {
        if (value instanceof CharSequence text) {
          return CanonicalText.of(text.toString());
        }
      }
      case UUID -> {
        if (value instanceof UUID) {
          return value;
        }
        if (value instanceof String text) {
          return UUID.fromString(text);
        }
      }
      case DATE -> {
        if (value instanceof LocalDate) {
          return value;
        }
      }
      case TIMESTAMP -> {
        if (value instanceof OffsetDateTime time) {
          return time.toInstant().truncatedTo(ChronoUnit.MICROS);
        }
        if (value instanceof Instant instant) {
          return instant.truncatedTo(ChronoUnit.MICROS);
        }
      }
    }
    throw misfit(type, value);
  }

  private static BigDecimal decimal(ColumnType.Decimal type, Object value) {
    if (!(value instanceof BigDecimal number)) {
      throw misfit(type, value);
    }
    BigDecimal scaled;
    try {
      scaled = number.setScale(type.scale(), RoundingMode.UNNECESSARY);
    } catch (ArithmeticException tooFine) {
      throw new IllegalArgumentException("has more decimals than " + type.text(), tooFine);
    }
    if (scaled.precision() > type.precision()) {
      throw new IllegalArgumentException("has more digits than " + type.text());
    }
    return scaled;
  }

  private static List<Object> array(ColumnType.ArrayOf type, Object value) {
    if (!(value instanceof List<?> elements)) {
      throw misfit(type, value);
    }
    List<Object> result = new ArrayList<>(elements.size());
    for (Object element : elements) {
      result.add(canonical(type.element(), present(element)));
    }
    return Collections.unmodifiableList(result);
  }

  private static SortedMap<String, Object> map(ColumnType.MapOf type, Object value) {
    if (!(value instanceof Map<?, ?> entries)) {
      throw misfit(type, value);
    }
    SortedMap<String, Object> result = new TreeMap<>();
    entries.forEach(
        (key, entry) ->
            result.put(
                (String) canonical(ColumnType.Scalar.STRING, present(key)),
                canonical(type.value(), present(entry))));
    return Collections.unmodifiableSortedMap(result);
  }

  private static List<Object> struct(ColumnType.StructOf type, Object value) {
    if (!(value instanceof StructLike row) || row.size() != type.members().size()) {
      throw misfit(type, value);
    }
    List<Object> result = new ArrayList<>(row.size());
    for (int index = 0; index < row.size(); index++) {
      Object member = row.get(index, Object.class);
      result.add(canonical(type.members().get(index).type(), present(member)));
    }
    return Collections.unmodifiableList(result);
  }

  private static Object present(Object inner) {
    if (inner == null) {
      throw new IllegalArgumentException("holds a part without a value");
    }
    return inner;
  }

  private static IllegalArgumentException misfit(ColumnType type, Object value) {
    return new IllegalArgumentException(
        "holds a " + value.getClass().getSimpleName() + " instead of " + type.text());
  }
}

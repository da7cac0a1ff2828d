package vn.chuyencan.table;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.spark.sql.Row;
import scala.jdk.javaapi.CollectionConverters;
import vn.chuyencan.error.PipelineException;

/**
 * The values of one row of a table, each in the only form in which it may be published: text in
 * NFC, instants as {@link Instant} to the microsecond, days as {@link LocalDate}, decimals of
 * exactly the contract's scale, uuids as {@link UUID}, arrays as {@link List}, maps as {@link
 * SortedMap}, structs as {@link List} in the order of their members.
 */
public final class CanonicalRow {
  private CanonicalRow() {}

  /**
   * The row's values in the contract's order, null where there is none.
   *
   * @param row as {@link TableContract#arrange} orders it
   * @throws PipelineException TABLE_CONTRACT_BROKEN naming every column whose value is missing
   *     though it must be there, does not fit its type, or is not one of its words
   */
  public static List<Object> of(TableContract table, Row row) {
    List<TableColumn> columns = table.columns();
    if (row.length() != columns.size()) {
      throw new PipelineException(
          table.broken("a row has " + row.length() + " values instead of " + columns.size()));
    }
    Object[] values = new Object[columns.size()];
    for (int index = 0; index < values.length; index++) {
      TableColumn column = columns.get(index);
      try {
        values[index] = value(column, row.get(index));
      } catch (IllegalArgumentException | ArithmeticException reason) {
        throw new PipelineException(
            table.broken("the column " + column.name() + " " + reason.getMessage()), reason);
      }
    }
    return Collections.unmodifiableList(Arrays.asList(values));
  }

  private static Object value(TableColumn column, Object value) {
    if (value == null) {
      if (column.nullable()) {
        return null;
      }
      throw new IllegalArgumentException("has no value where one must be");
    }
    Object canonical = canonical(column.type(), value);
    if (!column.words().isEmpty() && !column.words().contains(canonical)) {
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
        if (value instanceof String text) {
          return CanonicalText.of(text);
        }
      }
      case UUID -> {
        if (value instanceof String text) {
          return UUID.fromString(text);
        }
      }
      case DATE -> {
        if (value instanceof LocalDate || value instanceof Date) {
          return value instanceof Date date ? date.toLocalDate() : value;
        }
      }
      case TIMESTAMP -> {
        if (value instanceof Instant || value instanceof Timestamp) {
          Instant instant = value instanceof Timestamp time ? time.toInstant() : (Instant) value;
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
    Iterable<?> elements;
    if (value instanceof scala.collection.Iterable<?> sequence) {
      elements = CollectionConverters.asJava(sequence);
    } else if (value instanceof List<?> list) {
      elements = list;
    } else {
      throw misfit(type, value);
    }
    List<Object> result = new ArrayList<>();
    for (Object element : elements) {
      result.add(canonical(type.element(), present(element)));
    }
    return Collections.unmodifiableList(result);
  }

  private static SortedMap<String, Object> map(ColumnType.MapOf type, Object value) {
    Map<?, ?> entries;
    if (value instanceof scala.collection.Map<?, ?> scalaMap) {
      entries = CollectionConverters.asJava(scalaMap);
    } else if (value instanceof Map<?, ?> javaMap) {
      entries = javaMap;
    } else {
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
    if (!(value instanceof Row row) || row.length() != type.members().size()) {
      throw misfit(type, value);
    }
    List<Object> result = new ArrayList<>();
    for (int index = 0; index < row.length(); index++) {
      result.add(canonical(type.members().get(index).type(), present(row.get(index))));
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

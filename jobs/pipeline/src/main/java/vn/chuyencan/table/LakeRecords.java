package vn.chuyencan.table;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;

/**
 * Records of the lake from values by column name: instants as {@link Instant}, uuids as text or
 * {@link UUID}, decimals of any scale that loses nothing, lists and maps as Java's, structs as maps
 * by member.
 */
public final class LakeRecords {

  private LakeRecords() {}

  /**
   * A record of that shape.
   *
   * @param type the table's schema as a struct, as the created table tells it
   * @param values by column; an absent column is null
   * @throws IllegalArgumentException if a value names no column
   * @throws ArithmeticException if a decimal has more places than its column
   */
  public static Record of(Types.StructType type, Map<String, ?> values) {
    GenericRecord record = GenericRecord.create(type);
    int found = 0;
    List<Types.NestedField> fields = type.fields();
    for (int index = 0; index < fields.size(); index++) {
      Types.NestedField field = fields.get(index);
      Object value = values.get(field.name());
      found += values.containsKey(field.name()) ? 1 : 0;
      record.set(index, value == null ? null : value(field.type(), value));
    }
    if (found < values.size()) {
      Set<String> unknown = new TreeSet<>(values.keySet());
      fields.forEach(field -> unknown.remove(field.name()));
      throw new IllegalArgumentException("no column " + unknown + " among " + type);
    }
    return record;
  }

  @SuppressWarnings("unchecked")
  private static Object value(Type type, Object value) {
    return switch (type.typeId()) {
      case TIMESTAMP -> value instanceof Instant instant ? timestamp(instant) : value;
      case UUID -> value instanceof String text ? UUID.fromString(text) : value;
      case DECIMAL ->
          ((BigDecimal) value)
              .setScale(((Types.DecimalType) type).scale(), RoundingMode.UNNECESSARY);
      case LIST -> {
        List<Object> list = new ArrayList<>();
        for (Object element : (List<?>) value) {
          list.add(value(type.asListType().elementType(), element));
        }
        yield list;
      }
      case MAP -> {
        Map<String, Object> map = new LinkedHashMap<>();
        ((Map<String, ?>) value)
            .forEach((key, element) -> map.put(key, value(type.asMapType().valueType(), element)));
        yield map;
      }
      case STRUCT ->
          value instanceof Record ? value : of(type.asStructType(), (Map<String, ?>) value);
      default -> value;
    };
  }

  private static OffsetDateTime timestamp(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}

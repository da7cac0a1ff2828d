package vn.chuyencan.report;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.spark.SparkSchemaUtil;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import scala.jdk.javaapi.CollectionConverters;
import vn.chuyencan.table.CanonicalText;
import vn.chuyencan.table.TableContract;
import vn.chuyencan.testing.SparkShape;

/** A table to publish whose rows were made with Spark and lie in memory, by course run. */
record MemorySource(TableContract contract, Map<String, List<Record>> rows, Optional<Cut> cut)
    implements TableSource {

  static Map<String, TableSource> of(Map<String, Dataset<Row>> frames) {
    Map<String, TableSource> sources = new HashMap<>();
    frames.forEach((name, frame) -> sources.put(name, of(TableContract.of(name), frame)));
    return sources;
  }

  static MemorySource of(TableContract contract, Dataset<Row> frame) {
    Types.StructType shape = shape(contract, frame);
    String by = contract.order().get(0);
    boolean divided = by.equals("course_id") && shape.field(by) != null;
    Map<String, List<Record>> rows = new TreeMap<>(CanonicalText::compare);
    for (Row row : frame.collectAsList()) {
      Record record = record(shape, name -> row.getAs(name));
      String key = divided ? CanonicalText.of((String) record.getField(by)) : "";
      rows.computeIfAbsent(key, course -> new ArrayList<>()).add(record);
    }
    return new MemorySource(contract, rows, Optional.empty());
  }

  @Override
  public String revision() {
    return fingerprint(rows.values().stream().flatMap(List::stream).toList());
  }

  @Override
  public List<Segment> segments() {
    List<Segment> segments = new ArrayList<>();
    rows.forEach(
        (key, some) ->
            segments.add(
                new Segment(
                    key,
                    fingerprint(some),
                    some.size(),
                    () -> CloseableIterable.withNoopClose(some))));
    return segments;
  }

  private static String fingerprint(List<Record> rows) {
    return Sha256.of(String.join("\n", rows.stream().map(Record::toString).sorted().toList()));
  }

  /** The frame's columns, those of the contract in its order and as it has them. */
  private static Types.StructType shape(TableContract contract, Dataset<Row> frame) {
    List<String> names = new ArrayList<>(Arrays.asList(frame.schema().fieldNames()));
    List<Types.NestedField> fields = new ArrayList<>();
    for (Types.NestedField field : contract.icebergSchema().columns()) {
      if (names.contains(field.name())) {
        String expected = SparkShape.of(contract).apply(field.name()).dataType().catalogString();
        String actual = frame.schema().apply(field.name()).dataType().catalogString();
        if (expected.equals(actual)) {
          fields.add(field);
          names.remove(field.name());
        }
      }
    }
    int id = 1_000_000;
    for (String name : names) {
      Type type = SparkSchemaUtil.convert(frame.schema()).findType(name);
      fields.add(Types.NestedField.optional(id++, name, type));
    }
    return Types.StructType.of(fields);
  }

  private static Record record(Types.StructType shape, Function<String, Object> get) {
    GenericRecord record = GenericRecord.create(shape);
    for (Types.NestedField field : shape.fields()) {
      record.setField(field.name(), value(field.type(), get.apply(field.name())));
    }
    return record;
  }

  private static Object value(Type type, Object value) {
    if (value instanceof Timestamp || value instanceof Instant) {
      Instant instant = value instanceof Timestamp time ? time.toInstant() : (Instant) value;
      return instant.atOffset(ZoneOffset.UTC);
    }
    if (value instanceof Date day) {
      return day.toLocalDate();
    }
    if (value instanceof scala.collection.Map<?, ?> map) {
      Map<Object, Object> result = new HashMap<>();
      CollectionConverters.asJava(map)
          .forEach((key, part) -> result.put(key, value(type.asMapType().valueType(), part)));
      return result;
    }
    if (value instanceof Map<?, ?> map) {
      return map;
    }
    if (value instanceof scala.collection.Iterable<?> sequence) {
      return list(type, CollectionConverters.asJava(sequence));
    }
    if (value instanceof List<?> list) {
      return list(type, list);
    }
    return value instanceof Row row ? struct(type.asStructType(), row) : value;
  }

  private static List<Object> list(Type type, Iterable<?> values) {
    List<Object> result = new ArrayList<>();
    values.forEach(part -> result.add(value(type.asListType().elementType(), part)));
    return result;
  }

  private static Record struct(Types.StructType type, Row row) {
    GenericRecord record = GenericRecord.create(type);
    for (int index = 0; index < row.length(); index++) {
      record.set(index, value(type.fields().get(index).type(), row.get(index)));
    }
    return record;
  }
}

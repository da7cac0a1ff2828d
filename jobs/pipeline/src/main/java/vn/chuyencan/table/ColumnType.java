package vn.chuyencan.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;

/**
 * A type of the table contracts. Only a column itself may be null: elements of arrays, values of
 * maps and members of structs are always there.
 */
public sealed interface ColumnType {

  /** The type as the schemas write it, such as {@code array<struct<start:long,end:long>>}. */
  String text();

  /**
   * The type in Iceberg.
   *
   * @param fieldIds gives the ids of nested fields, in the order in which the type is written
   */
  Type iceberg(IntSupplier fieldIds);

  /** The type that {@link #text} wrote. Throws {@link IllegalArgumentException} on others. */
  static ColumnType parse(String text) {
    return new ColumnTypeParser(text).parse();
  }

  /** The types without parts. */
  enum Scalar implements ColumnType {
    BOOLEAN,
    INT,
    LONG,
    STRING,
    UUID,
    DATE,
    /** An instant in UTC, to the microsecond. */
    TIMESTAMP;

    @Override
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Type iceberg(IntSupplier fieldIds) {
      return switch (this) {
        case BOOLEAN -> Types.BooleanType.get();
        case INT -> Types.IntegerType.get();
        case LONG -> Types.LongType.get();
        case STRING -> Types.StringType.get();
        case UUID -> Types.UUIDType.get();
        case DATE -> Types.DateType.get();
        case TIMESTAMP -> Types.TimestampType.withZone();
      };
    }
  }

  /**
   * An exact decimal.
   *
   * @param precision digits in all, at most 38
   * @param scale digits after the point
   */
  record Decimal(int precision, int scale) implements ColumnType {

    public Decimal {
      if (precision < 1 || precision > 38 || scale < 0 || scale > precision) {
        throw new IllegalArgumentException("no such decimal: " + precision + "," + scale);
      }
    }

    @Override
    public String text() {
      return "decimal(" + precision + "," + scale + ")";
    }

    @Override
    public Type iceberg(IntSupplier fieldIds) {
      return Types.DecimalType.of(precision, scale);
    }
  }

  /** A list of values in a meaningful order. */
  record ArrayOf(ColumnType element) implements ColumnType {

    @Override
    public String text() {
      return "array<" + element.text() + ">";
    }

    @Override
    public Type iceberg(IntSupplier fieldIds) {
      int id = fieldIds.getAsInt();
      return Types.ListType.ofRequired(id, element.iceberg(fieldIds));
    }
  }

  /** Values by a string. */
  record MapOf(ColumnType value) implements ColumnType {

    @Override
    public String text() {
      return "map<string," + value.text() + ">";
    }

    @Override
    public Type iceberg(IntSupplier fieldIds) {
      int keyId = fieldIds.getAsInt();
      int valueId = fieldIds.getAsInt();
      return Types.MapType.ofRequired(
          keyId, valueId, Types.StringType.get(), value.iceberg(fieldIds));
    }
  }

  /** Named values that belong together. */
  record StructOf(List<Member> members) implements ColumnType {

    public StructOf {
      members = List.copyOf(members);
    }

    @Override
    public String text() {
      return members.stream()
          .map(member -> member.name() + ":" + member.type().text())
          .collect(Collectors.joining(",", "struct<", ">"));
    }

    @Override
    public Type iceberg(IntSupplier fieldIds) {
      List<Types.NestedField> fields = new ArrayList<>();
      for (Member member : members) {
        int id = fieldIds.getAsInt();
        fields.add(Types.NestedField.required(id, member.name(), member.type().iceberg(fieldIds)));
      }
      return Types.StructType.of(fields);
    }
  }

  /** One value of a struct. */
  record Member(String name, ColumnType type) {}
}

package vn.chuyencan.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.iceberg.shaded.org.apache.parquet.column.ColumnDescriptor;
import org.apache.iceberg.shaded.org.apache.parquet.column.ColumnWriteStore;
import org.apache.iceberg.shaded.org.apache.parquet.column.ColumnWriter;
import org.apache.iceberg.shaded.org.apache.parquet.io.api.Binary;
import org.apache.iceberg.shaded.org.apache.parquet.schema.GroupType;
import org.apache.iceberg.shaded.org.apache.parquet.schema.MessageType;
import org.apache.iceberg.shaded.org.apache.parquet.schema.PrimitiveType;
import org.apache.iceberg.shaded.org.apache.parquet.schema.Type;

/**
 * Writes the values of one column of a table, or of one part of it, into a Parquet file, with their
 * levels: how much of the path to a value is there (definition), and at which list it goes on
 * (repetition). Values are as in {@link RowShape} or {@link CanonicalRow}: structs are arrays or
 * lists of their members.
 */
public abstract class ParquetColumn {
  private static final int MICROS = 1_000_000;
  private static final int NANOS_OF_A_MICRO = 1_000;

  /**
   * Writes a value that is there.
   *
   * @param repetition the level at which the value repeats
   */
  public abstract void write(Object value, int repetition);

  /** Writes that there is none: the path ends at that level. */
  public abstract void writeNothing(int repetition, int definition);

  /** Where the following values go. */
  public abstract void open(ColumnWriteStore store);

  /** The writer of a field of the file's schema. */
  public static ParquetColumn of(MessageType schema, ColumnType type, String name) {
    return of(schema, type, new String[] {name});
  }

  private static ParquetColumn of(MessageType schema, ColumnType type, String[] path) {
    Type field = schema.getType(path);
    if (type instanceof ColumnType.ArrayOf array) {
      String[] inner = inner(path, field.asGroupType());
      return new Repeated(
          schema.getMaxDefinitionLevel(path),
          schema.getMaxRepetitionLevel(path) + 1,
          List.of(of(schema, array.element(), append(inner, 0, schema))));
    }
    if (type instanceof ColumnType.MapOf map) {
      String[] inner = inner(path, field.asGroupType());
      return new Repeated(
          schema.getMaxDefinitionLevel(path),
          schema.getMaxRepetitionLevel(path) + 1,
          List.of(
              of(schema, ColumnType.Scalar.STRING, append(inner, 0, schema)),
              of(schema, map.value(), append(inner, 1, schema))));
    }
    if (type instanceof ColumnType.StructOf struct) {
      List<ParquetColumn> members = new ArrayList<>();
      for (int index = 0; index < struct.members().size(); index++) {
        members.add(of(schema, struct.members().get(index).type(), append(path, index, schema)));
      }
      return new Struct(members);
    }
    ColumnType.Decimal digits = type instanceof ColumnType.Decimal decimal ? decimal : null;
    return new Leaf(schema.getColumnDescription(path), digits);
  }

  private static String[] inner(String[] path, GroupType list) {
    return append(path, list.getType(0).getName());
  }

  private static String[] append(String[] path, int index, MessageType schema) {
    return append(path, schema.getType(path).asGroupType().getType(index).getName());
  }

  private static String[] append(String[] path, String name) {
    String[] longer = Arrays.copyOf(path, path.length + 1);
    longer[path.length] = name;
    return longer;
  }

  /** A column of the file. */
  private static final class Leaf extends ParquetColumn {
    private final ColumnDescriptor descriptor;
    private final int definition;
    private final PrimitiveType type;
    private final ColumnType.Decimal digits;
    private ColumnWriter writer;
    private String lastText;
    private Binary lastBinary;

    /**
     * @param digits of a decimal; null for anything else
     */
    Leaf(ColumnDescriptor descriptor, ColumnType.Decimal digits) {
      this.descriptor = descriptor;
      this.digits = digits;
      this.definition = descriptor.getMaxDefinitionLevel();
      this.type = descriptor.getPrimitiveType();
    }

    @Override
    public void open(ColumnWriteStore store) {
      writer = store.getColumnWriter(descriptor);
    }

    @Override
    public void writeNothing(int repetition, int nothing) {
      writer.writeNull(repetition, nothing);
    }

    @Override
    public void write(Object value, int repetition) {
      if (value instanceof String text) {
        writer.write(binary(text), repetition, definition);
      } else if (value instanceof Long number) {
        writer.write((long) number, repetition, definition);
      } else if (value instanceof Integer number) {
        writer.write((int) number, repetition, definition);
      } else if (value instanceof Boolean flag) {
        writer.write((boolean) flag, repetition, definition);
      } else if (value instanceof LocalDate day) {
        writer.write((int) day.toEpochDay(), repetition, definition);
      } else if (value instanceof Instant instant) {
        writer.write(micros(instant), repetition, definition);
      } else if (value instanceof BigDecimal number) {
        decimal(number, repetition);
      } else if (value instanceof UUID id) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * Long.BYTES);
        bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        writer.write(Binary.fromConstantByteArray(bytes.array()), repetition, definition);
      } else {
        throw new IllegalArgumentException("it is a " + value.getClass().getSimpleName());
      }
    }

    /** Rows are sorted, so the text of the row before often comes again. */
    private Binary binary(String text) {
      if (!text.equals(lastText)) {
        lastText = text;
        lastBinary = Binary.fromConstantByteArray(text.getBytes(UTF_8));
      }
      return lastBinary;
    }

    private void decimal(BigDecimal value, int repetition) {
      BigDecimal number = value.setScale(digits.scale(), RoundingMode.UNNECESSARY);
      if (number.precision() > digits.precision()) {
        throw new ArithmeticException(number + " has more digits than " + digits.text());
      }
      switch (type.getPrimitiveTypeName()) {
        case INT32 -> writer.write(number.unscaledValue().intValueExact(), repetition, definition);
        case INT64 -> writer.write(number.unscaledValue().longValueExact(), repetition, definition);
        default -> {
          byte[] unscaled = number.unscaledValue().toByteArray();
          byte[] bytes = new byte[type.getTypeLength()];
          int lead = bytes.length - unscaled.length;
          Arrays.fill(bytes, 0, lead, (byte) (number.signum() < 0 ? -1 : 0));
          System.arraycopy(unscaled, 0, bytes, lead, unscaled.length);
          writer.write(Binary.fromConstantByteArray(bytes), repetition, definition);
        }
      }
    }

    private static long micros(Instant instant) {
      return Math.addExact(
          Math.multiplyExact(instant.getEpochSecond(), MICROS),
          instant.getNano() / NANOS_OF_A_MICRO);
    }
  }

  /** A list, whose elements have one part, or a map, whose entries have two. */
  private static final class Repeated extends ParquetColumn {
    private final int definition;
    private final int level;
    private final List<ParquetColumn> parts;

    /**
     * @param definition the level of a list that is there and empty
     * @param level the level at which its elements repeat
     */
    Repeated(int definition, int level, List<ParquetColumn> parts) {
      this.definition = definition;
      this.level = level;
      this.parts = parts;
    }

    @Override
    public void open(ColumnWriteStore store) {
      parts.forEach(part -> part.open(store));
    }

    @Override
    public void writeNothing(int repetition, int nothing) {
      for (ParquetColumn part : parts) {
        part.writeNothing(repetition, nothing);
      }
    }

    @Override
    public void write(Object value, int repetition) {
      if (isEmpty(value)) {
        writeNothing(repetition, definition);
        return;
      }
      int next = repetition;
      if (value instanceof Map<?, ?> map) {
        for (Map.Entry<?, ?> entry : map.entrySet()) {
          parts.get(0).write(entry.getKey(), next);
          parts.get(1).write(entry.getValue(), next);
          next = level;
        }
      } else {
        for (Object element : (List<?>) value) {
          parts.get(0).write(element, next);
          next = level;
        }
      }
    }

    private static boolean isEmpty(Object value) {
      return value instanceof Map<?, ?> map ? map.isEmpty() : ((List<?>) value).isEmpty();
    }
  }

  /** Named parts that are all there. */
  private static final class Struct extends ParquetColumn {
    private final List<ParquetColumn> members;

    Struct(List<ParquetColumn> members) {
      this.members = members;
    }

    @Override
    public void open(ColumnWriteStore store) {
      members.forEach(member -> member.open(store));
    }

    @Override
    public void writeNothing(int repetition, int nothing) {
      for (ParquetColumn member : members) {
        member.writeNothing(repetition, nothing);
      }
    }

    @Override
    public void write(Object value, int repetition) {
      Object[] values = value instanceof List<?> list ? list.toArray() : (Object[]) value;
      if (values.length != members.size()) {
        throw new IllegalArgumentException(values.length + " members instead of " + members.size());
      }
      for (int index = 0; index < values.length; index++) {
        members.get(index).write(values[index], repetition);
      }
    }
  }
}

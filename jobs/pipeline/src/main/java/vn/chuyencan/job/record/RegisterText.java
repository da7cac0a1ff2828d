package vn.chuyencan.job.record;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.chuyencan.model.RegisterName;
import vn.chuyencan.model.RegisterRow;

/** Rows of registers as lines of JSON, and back: what is read is what was written. */
final class RegisterText {
  private static final Map<RegisterName, Class<?>> TYPES =
      Stream.of(RegisterRow.class.getPermittedSubclasses())
          .collect(Collectors.toMap(RegisterText::nameOf, Function.identity()));

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          // Of a record its components and nothing that it computes from them.
          .visibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
          .visibility(PropertyAccessor.GETTER, JsonAutoDetect.Visibility.NONE)
          .visibility(PropertyAccessor.IS_GETTER, JsonAutoDetect.Visibility.NONE)
          .build();

  private RegisterText() {}

  private static RegisterName nameOf(Class<?> type) {
    return RegisterName.valueOf(
        type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT));
  }

  /** The rows, one a line, in their order. */
  static byte[] write(List<RegisterRow> rows) throws IOException {
    ObjectWriter writer = JSON.writer();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (RegisterRow row : rows) {
      bytes.write(writer.writeValueAsBytes(row));
      bytes.write("\n".getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  /** The rows that stand in such lines. */
  static List<RegisterRow> read(RegisterName name, byte[] text) throws IOException {
    List<RegisterRow> rows = new ArrayList<>();
    try (MappingIterator<Object> values =
        JSON.readerFor(TYPES.get(name)).readValues(new ByteArrayInputStream(text))) {
      while (values.hasNextValue()) {
        rows.add((RegisterRow) values.nextValue());
      }
    }
    return rows;
  }
}

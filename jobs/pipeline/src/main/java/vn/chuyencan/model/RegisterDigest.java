package vn.chuyencan.model;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What registers say, as one text and as one number. */
final class RegisterDigest {
  private static final char CELL_END = '\u001f';
  private static final char ROW_END = '\u001e';
  private static final String NOTHING = "\u0000";

  /** Asked for once a type: a large institution has hundreds of thousands of rows. */
  private static final ClassValue<Method[]> ACCESSORS =
      new ClassValue<>() {
        @Override
        protected Method[] computeValue(Class<?> type) {
          return Arrays.stream(type.getRecordComponents())
              .map(RecordComponent::getAccessor)
              .toArray(Method[]::new);
        }
      };

  private RegisterDigest() {}

  /** SHA-256 of all rows in their given order and of what they cover, in hexadecimal. */
  static String of(
      Map<RegisterName, List<RegisterRow>> rows, Map<RegisterName, Set<String>> covered) {
    MessageDigest digest = sha256();
    for (RegisterName name : RegisterName.values()) {
      List<RegisterRow> some = rows.get(name);
      if (some != null) {
        digest.update((name.code() + ROW_END).getBytes(StandardCharsets.UTF_8));
        for (RegisterRow row : some) {
          digest.update((canonical(row) + ROW_END).getBytes(StandardCharsets.UTF_8));
        }
        for (String courseId : covered.getOrDefault(name, Set.of())) {
          // No row is one cell alone without an end.
          digest.update((cell(courseId) + ROW_END).getBytes(StandardCharsets.UTF_8));
        }
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** SHA-256 of what the registers say of each course run that they mention, likewise. */
  static Map<String, String> byCourse(
      Map<RegisterName, List<RegisterRow>> rows, Map<RegisterName, Set<String>> covered) {
    Map<String, MessageDigest> digests = new TreeMap<>();
    for (RegisterName name : RegisterName.values()) {
      if (!name.isOfCourseRuns()) {
        continue;
      }
      for (RegisterRow row : rows.getOrDefault(name, List.of())) {
        of(digests, RegisterKey.of(row).get(0), name.code() + ROW_END + canonical(row) + ROW_END);
      }
      for (String courseId : covered.getOrDefault(name, Set.of())) {
        of(digests, courseId, name.code() + ROW_END + NOTHING + ROW_END);
      }
    }
    Map<String, String> texts = new TreeMap<>();
    digests.forEach((id, digest) -> texts.put(id, HexFormat.of().formatHex(digest.digest())));
    return texts;
  }

  private static void of(Map<String, MessageDigest> digests, String courseId, String text) {
    digests.computeIfAbsent(courseId, id -> sha256()).update(text.getBytes(StandardCharsets.UTF_8));
  }

  /** One row as a text that no other row has; rows of one register compare by it. */
  static String canonical(RegisterRow row) {
    StringBuilder text = new StringBuilder();
    for (Method accessor : ACCESSORS.get(row.getClass())) {
      text.append(cell(value(row, accessor))).append(CELL_END);
    }
    return text.toString();
  }

  private static String cell(Object value) {
    if (value == null) {
      return NOTHING;
    }
    String text =
        value instanceof BigDecimal number
            ? number.stripTrailingZeros().toPlainString()
            : value.toString();
    StringBuilder escaped = new StringBuilder(text.length());
    for (int index = 0; index < text.length(); index++) {
      char unit = text.charAt(index);
      // A control character inside a text must not look like the end of a cell or a row.
      if (unit < ' ' || unit == '\\') {
        escaped.append('\\').append((int) unit).append(';');
      } else {
        escaped.append(unit);
      }
    }
    return escaped.toString();
  }

  private static Object value(RegisterRow row, Method accessor) {
    try {
      return accessor.invoke(row);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException("a public record hides " + accessor, impossible);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}

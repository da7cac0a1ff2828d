package vn.chuyencan.model;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  /** One digest a course run: of its own rows and of the identities of its people. */
  static Map<String, String> byCourse(Registers registers) {
    Map<String, List<String>> identities = new HashMap<>();
    for (Identity identity : registers.identities()) {
      identities
          .computeIfAbsent(identity.learnerId(), id -> new ArrayList<>())
          .add(canonical(identity));
    }
    Map<String, MessageDigest> digests = new TreeMap<>();
    for (RegisterName name : RegisterName.values()) {
      if (!name.isOfPersons()) {
        for (RegisterRow row : registers.rows(name)) {
          courseOf(row)
              .ifPresent(
                  courseId -> {
                    MessageDigest digest = digests.computeIfAbsent(courseId, id -> sha256());
                    digest.update(bytes(name.code() + ROW_END + canonical(row) + ROW_END));
                    if (row instanceof Enrolment enrolment) {
                      identities
                          .getOrDefault(enrolment.learnerId(), List.of())
                          .forEach(identity -> digest.update(bytes(identity + ROW_END)));
                    }
                  });
        }
      }
    }
    Map<String, String> result = new TreeMap<>();
    digests.forEach(
        (courseId, digest) -> {
          for (RegisterName name : RegisterName.values()) {
            if (registers.covers(name, courseId)) {
              digest.update(bytes(name.code() + ROW_END));
            }
          }
          result.put(courseId, HexFormat.of().formatHex(digest.digest()));
        });
    return result;
  }

  private static Optional<String> courseOf(RegisterRow row) {
    return Arrays.stream(ACCESSORS.get(row.getClass()))
        .filter(accessor -> accessor.getName().equals("courseId"))
        .findAny()
        .map(accessor -> (String) value(row, accessor));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
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

package vn.chuyencan.model;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

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
              .map(RegisterDigest::accessor)
              .toArray(Method[]::new);
        }
      };

  /** The component that names the course run, where a row has one. */
  private static final ClassValue<Optional<Method>> COURSE =
      new ClassValue<>() {
        @Override
        protected Optional<Method> computeValue(Class<?> type) {
          return Arrays.stream(ACCESSORS.get(type))
              .filter(accessor -> accessor.getName().equals("courseId"))
              .findAny();
        }
      };

  private RegisterDigest() {}

  private static Method accessor(RecordComponent component) {
    Method accessor = component.getAccessor();
    // Else each call asks who calls.
    accessor.setAccessible(true);
    return accessor;
  }

  /** SHA-256 of all rows in their given order and of what they cover, in hexadecimal. */
  static String of(
      Map<RegisterName, List<RegisterRow>> rows, Map<RegisterName, Set<String>> covered) {
    MessageDigest digest = Digests.sha256();
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

  /**
   * SHA-256 of what the registers say of each course run that they mention: of its own rows, of the
   * identities and logins of its people, and, where it is a term, of the course runs in terms.
   *
   * @param corrected whether corrections count, also those of all course runs
   */
  static Map<String, String> byCourse(Registers registers, boolean corrected) {
    Map<String, StringBuilder> people = people(registers);
    Map<String, MessageDigest> digests = new TreeMap<>();
    StringBuilder everywhere = new StringBuilder();
    for (RegisterName name : RegisterName.values()) {
      if (name.isOfPersons() && !(corrected && name == RegisterName.CORRECTION)) {
        continue;
      }
      for (RegisterRow row : registers.rows(name)) {
        Optional<Method> course = COURSE.get(row.getClass());
        String text = name.code() + ROW_END + canonical(row) + ROW_END;
        if (course.isPresent() && value(row, course.get()) instanceof String courseId) {
          MessageDigest digest = digests.computeIfAbsent(courseId, id -> Digests.sha256());
          digest.update(bytes(text));
          if (row instanceof Enrolment enrolment && people.containsKey(enrolment.learnerId())) {
            digest.update(bytes(people.get(enrolment.learnerId()).toString()));
          }
        } else if (course.isPresent()) {
          everywhere.append(text);
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
          digest.update(bytes(everywhere.toString()));
          result.put(courseId, HexFormat.of().formatHex(digest.digest()));
        });
    addTerms(registers, result);
    return result;
  }

  /** What is said of people beside their course runs. */
  private static Map<String, StringBuilder> people(Registers registers) {
    Map<String, StringBuilder> people = new HashMap<>();
    for (Identity row : registers.identities()) {
      people
          .computeIfAbsent(row.learnerId(), id -> new StringBuilder())
          .append(canonical(row))
          .append(ROW_END);
    }
    for (Login row : registers.logins()) {
      people
          .computeIfAbsent(row.learnerId(), id -> new StringBuilder())
          .append(canonical(row))
          .append(ROW_END);
    }
    return people;
  }

  /** A term tells what its learners took in it and before. */
  private static void addTerms(Registers registers, Map<String, String> digests) {
    Set<String> terms = new TreeSet<>();
    MessageDigest taken = Digests.sha256();
    for (CourseRun run : registers.courseRuns()) {
      if (run.termId() != null) {
        terms.add(run.termId());
        taken.update(bytes(run.courseId() + digests.get(run.courseId())));
      }
    }
    String all = HexFormat.of().formatHex(taken.digest());
    terms.forEach(
        term ->
            digests.computeIfPresent(
                term,
                (id, own) -> HexFormat.of().formatHex(Digests.sha256().digest(bytes(own + all)))));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** One row as a text that no other row has; rows of one register compare by it. */
  static String canonical(RegisterRow row) {
    StringBuilder text = new StringBuilder();
    for (Method accessor : ACCESSORS.get(row.getClass())) {
      Object value = value(row, accessor);
      // What is told only where the configuration asks for it changes nothing where it does not.
      if (value != null || accessor.getReturnType() != PostText.class) {
        add(text, value);
        text.append(CELL_END);
      }
    }
    return text.toString();
  }

  private static String cell(Object value) {
    StringBuilder text = new StringBuilder();
    add(text, value);
    return text.toString();
  }

  private static void add(StringBuilder to, Object value) {
    if (value == null) {
      to.append(NOTHING);
      return;
    }
    String text =
        value instanceof BigDecimal number
            ? number.stripTrailingZeros().toPlainString()
            : value.toString();
    int plain = 0;
    for (int index = 0; index < text.length(); index++) {
      char unit = text.charAt(index);
      // A control character inside a text must not look like the end of a cell or a row.
      if (unit < ' ' || unit == '\\') {
        to.append(text, plain, index).append('\\').append((int) unit).append(';');
        plain = index + 1;
      }
    }
    to.append(text, plain, text.length());
  }

  private static Object value(RegisterRow row, Method accessor) {
    try {
      return accessor.invoke(row);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException("a record hides " + accessor, impossible);
    }
  }
}

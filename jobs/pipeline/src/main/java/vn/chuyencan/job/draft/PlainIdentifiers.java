package vn.chuyencan.job.draft;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import vn.chuyencan.model.OpenPoint;
import vn.chuyencan.model.RegisterDraft;
import vn.chuyencan.model.RegisterName;
import vn.chuyencan.model.RegisterRow;
import vn.chuyencan.model.Registers;

/**
 * Identifiers as registers take them: a site's own may have spaces in them. Rows keep their IRIs
 * and accounts, by which a night still finds what a source calls by the name with spaces.
 */
final class PlainIdentifiers {
  private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0]+");

  private static final Map<String, String> KINDS =
      Map.of(
          "courseId", "course_id",
          "learnerId", "learner_id",
          "reviewerId", "learner_id",
          "revieweeId", "learner_id",
          "activityId", "activity_id",
          "groupId", "group_id",
          "sessionId", "session_id");

  private final Map<String, Set<String>> used = new TreeMap<>();
  private final Map<String, Map<String, String>> names = new TreeMap<>();

  private PlainIdentifiers() {}

  /** The draft with plain identifiers, and what was renamed among its points. */
  static RegisterDraft of(RegisterDraft draft) {
    PlainIdentifiers identifiers = new PlainIdentifiers();
    Registers before = draft.registers();
    for (RegisterName name : RegisterName.values()) {
      before.rows(name).forEach(identifiers::learn);
    }
    identifiers.choose();
    if (identifiers.names.isEmpty()) {
      return draft;
    }
    Registers.Builder registers = Registers.builder();
    for (RegisterName name : RegisterName.values()) {
      if (before.has(name)) {
        registers.present(name);
        before.rows(name).forEach(row -> registers.add(identifiers.renamed(row)));
      }
    }
    Map<String, Set<String>> unknown = new HashMap<>();
    draft
        .unknownDays()
        .forEach((run, days) -> unknown.put(identifiers.name("course_id", run), days));
    List<OpenPoint> points = new ArrayList<>();
    draft.points().forEach(point -> points.add(identifiers.renamed(point)));
    identifiers.names.forEach(
        (column, renamed) ->
            renamed.forEach(
                (old, plain) ->
                    points.add(OpenPoint.of(OpenPoint.Topic.RENAMED, column, old, plain))));
    return new RegisterDraft(registers.build(), unknown, points);
  }

  private void learn(RegisterRow row) {
    for (RecordComponent component : row.getClass().getRecordComponents()) {
      String column = KINDS.get(component.getName());
      Object value = column == null ? null : value(row, component);
      if (value != null) {
        used.computeIfAbsent(column, kind -> new TreeSet<>()).add((String) value);
      }
    }
  }

  private void choose() {
    used.forEach(
        (column, all) -> {
          for (String old : List.copyOf(all)) {
            if (SPACE.matcher(old).find()) {
              String plain = SPACE.matcher(old).replaceAll("_");
              String free = plain;
              for (int next = 2; !all.add(free); next++) {
                free = plain + "_" + next;
              }
              names.computeIfAbsent(column, kind -> new TreeMap<>()).put(old, free);
            }
          }
        });
  }

  private String name(String column, String old) {
    return names.getOrDefault(column, Map.of()).getOrDefault(old, old);
  }

  /** A point whose first value is a course, and whose second may be a learner. */
  private OpenPoint renamed(OpenPoint point) {
    List<String> values = new ArrayList<>(point.values());
    switch (point.topic()) {
      case COURSE_WITHOUT_DAYS, COURSE_DAYS_GUESSED, ROLES_GUESSED ->
          values.set(0, name("course_id", values.get(0)));
      case SEVERAL_GROUPS -> {
        values.set(0, name("course_id", values.get(0)));
        values.set(1, name("learner_id", values.get(1)));
      }
      default -> {
        return point;
      }
    }
    return new OpenPoint(point.topic(), values);
  }

  private RegisterRow renamed(RegisterRow row) {
    RecordComponent[] components = row.getClass().getRecordComponents();
    Object[] values = new Object[components.length];
    for (int index = 0; index < components.length; index++) {
      Object before = value(row, components[index]);
      String column = KINDS.get(components[index].getName());
      values[index] = before == null || column == null ? before : name(column, (String) before);
    }
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      return row.getClass().getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException("a public record hides its parts", impossible);
    }
  }

  private static Object value(RegisterRow row, RecordComponent component) {
    try {
      return component.getAccessor().invoke(row);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException("a public record hides its parts", impossible);
    }
  }
}

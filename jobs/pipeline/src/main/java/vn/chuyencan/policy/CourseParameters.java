package vn.chuyencan.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.model.CourseParameter;

/** Whether the policies in use take what course runs give their parameters. */
public final class CourseParameters {
  private CourseParameters() {}

  /**
   * Every row that no policy takes.
   *
   * @param policies the policies in use
   * @param rows of the register {@code course_parameter}
   */
  public static List<Fault> faults(List<PolicyText> policies, List<CourseParameter> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    List<PolicyReadings> readings = policies.stream().map(PolicyText::readings).toList();
    List<Fault> faults = new ArrayList<>();
    for (CourseParameter row : rows) {
      if (readings.stream().noneMatch(one -> takes(one, Map.of(row.name(), row.value())))) {
        faults.add(
            Fault.of(
                ErrorCode.COURSE_PARAMETER_INVALID,
                row.courseId(),
                row.name(),
                row.value(),
                expected(readings, row.name())));
      }
    }
    return faults.isEmpty() ? together(readings, rows) : faults;
  }

  private static boolean takes(PolicyReadings policy, Map<String, String> values) {
    if (!policy.policy().parameters().keySet().containsAll(values.keySet())) {
      return false;
    }
    try {
      policy.policy(values);
      return true;
    } catch (PipelineException refused) {
      return false;
    }
  }

  /** Values that are right one by one may still be wrong together. */
  private static List<Fault> together(List<PolicyReadings> policies, List<CourseParameter> rows) {
    Map<String, Map<String, String>> byCourse = new TreeMap<>();
    rows.forEach(
        row ->
            byCourse
                .computeIfAbsent(row.courseId(), id -> new TreeMap<>())
                .put(row.name(), row.value()));
    List<Fault> faults = new ArrayList<>();
    byCourse.forEach(
        (courseId, values) -> {
          for (PolicyReadings policy : policies) {
            Map<String, String> own = policy.own(values);
            if (!takes(policy, own)) {
              faults.add(
                  Fault.of(
                      ErrorCode.COURSE_PARAMETER_INVALID,
                      courseId,
                      String.join(", ", own.keySet()),
                      String.join(", ", own.values()),
                      policy.policy().id()));
            }
          }
        });
    return faults;
  }

  private static String expected(List<PolicyReadings> policies, String name) {
    Set<String> values =
        policies.stream()
            .map(one -> one.policy().parameters().get(name))
            .filter(value -> value != null)
            .collect(Collectors.toCollection(TreeSet::new));
    if (values.isEmpty()) {
      policies.forEach(one -> values.addAll(one.policy().parameters().keySet()));
    }
    return String.join(" | ", values);
  }
}

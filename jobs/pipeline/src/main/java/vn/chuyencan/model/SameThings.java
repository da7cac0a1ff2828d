package vn.chuyencan.model;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Which identifiers of one set of registers mean what another set calls otherwise: a course run or
 * an activity of the same IRI, a learner of the same account. Where that would mean two learners,
 * nothing is joined: a guess would give one person the work of another.
 */
final class SameThings {
  private final Map<String, String> courses = new HashMap<>();
  private final Map<String, Optional<String>> learners = new HashMap<>();
  private final Map<List<String>, String> activities = new HashMap<>();

  /** Names by which {@code upper} calls the things of {@code lower}. */
  SameThings(Registers upper, Registers lower) {
    Map<String, String> runByIri = new HashMap<>();
    upper.courseRuns().forEach(run -> runByIri.put(run.iri(), run.courseId()));
    lower.courseRuns().forEach(run -> join(courses, run.courseId(), runByIri.get(run.iri())));

    Map<String, String> ownerOf = new HashMap<>();
    upper.identities().forEach(one -> ownerOf.put(one.canonical(), one.learnerId()));
    for (Identity identity : lower.identities()) {
      String owner = ownerOf.get(identity.canonical());
      if (owner != null) {
        learners.merge(
            identity.learnerId(),
            Optional.of(owner),
            (one, two) -> one.equals(two) ? one : Optional.empty());
      }
    }

    Map<List<String>, String> activityByIri = new HashMap<>();
    for (Activity activity : upper.activities()) {
      activityByIri.put(List.of(activity.courseId(), activity.iri()), activity.activityId());
    }
    for (Activity activity : lower.activities()) {
      String courseId = course(activity.courseId());
      join(
          activities,
          List.of(courseId, activity.activityId()),
          activityByIri.get(List.of(courseId, activity.iri())));
    }
  }

  private static <K> void join(Map<K, String> names, K lower, String upper) {
    if (upper != null) {
      names.put(lower, upper);
    }
  }

  /** The name of a course run. */
  String course(String courseId) {
    return courses.getOrDefault(courseId, courseId);
  }

  /**
   * Whether it is a review of one account by another that both are one learner's: nobody reviews
   * the own work, and such a row is none.
   */
  boolean isOfOneself(RegisterRow row) {
    return row instanceof PeerReview review
        && learner(review.reviewerId()).equals(learner(review.revieweeId()));
  }

  /** The same row, by the names of the other set. */
  RegisterRow renamed(RegisterRow row) {
    RecordComponent[] components = row.getClass().getRecordComponents();
    Object[] values = new Object[components.length];
    boolean other = false;
    String courseId = "";
    try {
      for (int index = 0; index < components.length; index++) {
        Object before = components[index].getAccessor().invoke(row);
        if (components[index].getName().equals("courseId")) {
          courseId = course((String) before);
        }
        values[index] =
            switch (components[index].getName()) {
              case "courseId" -> courseId;
              case "learnerId", "reviewerId", "revieweeId" ->
                  before == null ? null : learner((String) before);
              case "activityId" -> before == null ? null : activity(courseId, (String) before);
              case "componentId" ->
                  row instanceof Grade grade && grade.kind() == ComponentKind.ACTIVITY
                      ? activity(courseId, grade.componentId())
                      : before;
              default -> before;
            };
        other |= !Objects.equals(values[index], before);
      }
      return other ? made(row, components, values) : row;
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException("a public record hides its parts", impossible);
    }
  }

  private String learner(String learnerId) {
    return learners.getOrDefault(learnerId, Optional.empty()).orElse(learnerId);
  }

  private String activity(String courseId, String activityId) {
    return courseId == null || activityId == null
        ? activityId
        : activities.getOrDefault(List.of(courseId, activityId), activityId);
  }

  private static RegisterRow made(RegisterRow row, RecordComponent[] components, Object[] values)
      throws ReflectiveOperationException {
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    return row.getClass().getDeclaredConstructor(types).newInstance(values);
  }
}

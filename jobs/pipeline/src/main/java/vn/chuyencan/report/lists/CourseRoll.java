package vn.chuyencan.report.lists;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.chuyencan.model.Decision;
import vn.chuyencan.policy.Policy;

/**
 * What lists of one course run are made from.
 *
 * @param courseId its identifier
 * @param title its title; the id when nothing tells it
 * @param opensOn first day
 * @param closesOn last day, inclusive
 * @param settled whether a register knows the run and it has closed, so that decisions are final
 * @param decisions every decision upon its learners
 * @param names full names by learner; a learner of whom none is known is missing
 * @param policies the policies of the institution, in their order
 * @param integrity what stood out in traces, which concerns no certificate
 */
public record CourseRoll(
    String courseId,
    String title,
    LocalDate opensOn,
    LocalDate closesOn,
    boolean settled,
    List<Decision> decisions,
    Map<String, String> names,
    List<Policy> policies,
    IntegrityRoll integrity) {

  public CourseRoll {
    Objects.requireNonNull(courseId, "courseId");
    Objects.requireNonNull(title, "title");
    decisions = List.copyOf(decisions);
    names = Map.copyOf(names);
    policies = List.copyOf(policies);
    Objects.requireNonNull(integrity, "integrity");
  }

  /** The roll of a run in whose traces nothing was looked for. */
  public CourseRoll(
      String courseId,
      String title,
      LocalDate opensOn,
      LocalDate closesOn,
      boolean settled,
      List<Decision> decisions,
      Map<String, String> names,
      List<Policy> policies) {
    this(
        courseId,
        title,
        opensOn,
        closesOn,
        settled,
        decisions,
        names,
        policies,
        IntegrityRoll.NONE);
  }

  /** Whether anything may still change: then every page of every list says so. */
  public boolean draft() {
    return !settled || decisions.stream().anyMatch(decision -> !decision.conclusive());
  }

  /** The last day that counted. */
  LocalDate asOf() {
    return decisions.stream().map(Decision::asOf).max(LocalDate::compareTo).orElse(closesOn);
  }

  /** The learner by name. */
  Person person(String learnerId) {
    return new Person(learnerId, names.getOrDefault(learnerId, ""));
  }
}

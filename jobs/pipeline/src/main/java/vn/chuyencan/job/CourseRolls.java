package vn.chuyencan.job;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.chuyencan.decide.StoredDecisions;
import vn.chuyencan.decide.StoredSignals;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.model.Decision;
import vn.chuyencan.model.Learner;
import vn.chuyencan.policy.Policy;
import vn.chuyencan.policy.PolicyText;
import vn.chuyencan.report.lists.CourseRoll;
import vn.chuyencan.report.lists.IntegrityRoll;
import vn.chuyencan.table.CanonicalText;
import vn.chuyencan.table.Lake;
import vn.chuyencan.table.LakeRows;
import vn.chuyencan.table.Tables;

/** What lists of course runs are made from, gathered from the lake, registers and vault. */
public final class CourseRolls {
  private final Night night;
  private final Lake lake;
  private final SortedMap<String, Run> runs = new TreeMap<>(CanonicalText::compare);
  private final Map<String, String> registered = new HashMap<>();
  private final List<Policy> policies = new ArrayList<>();
  private Map<String, String> sent;

  private record Run(
      String title, LocalDate opensOn, LocalDate closesOn, boolean inferred, boolean closed) {}

  private CourseRolls(Night night) {
    this.night = night;
    this.lake = night.lake();
  }

  /**
   * Gathers what all rolls have in common.
   *
   * @throws PipelineException {@link ErrorCode#NOTHING_DECIDED}
   */
  public static CourseRolls of(Night night) {
    CourseRolls rolls = new CourseRolls(night);
    rolls.read();
    return rolls;
  }

  private void read() {
    if (!lake.exists(Tables.ELIGIBILITY_DECISION)) {
      throw new PipelineException(Fault.of(ErrorCode.NOTHING_DECIDED, lake.warehouse()));
    }
    LakeRows.each(
        lake,
        Tables.COURSE_RUN,
        row ->
            runs.put(
                (String) row.getField("course_id"),
                new Run(
                    (String) row.getField("title"),
                    (LocalDate) row.getField("opens_on"),
                    (LocalDate) row.getField("closes_on"),
                    (Boolean) row.getField("inferred"),
                    (Boolean) row.getField("closed"))),
        "course_id",
        "title",
        "opens_on",
        "closes_on",
        "inferred",
        "closed");
    for (Learner learner : night.registers().learners()) {
      registered.put(learner.learnerId(), learner.fullName());
    }
    DecideJob.policies(night).stream().map(PolicyText::policy).forEach(policies::add);
  }

  /** The course runs that the lake knows, sorted. */
  public List<String> courses() {
    return List.copyOf(runs.keySet());
  }

  /** The roll of a course run that the lake knows. */
  public Optional<CourseRoll> roll(String courseId) {
    return Optional.ofNullable(runs.get(courseId)).map(run -> roll(courseId, run));
  }

  private CourseRoll roll(String courseId, Run run) {
    List<Decision> decisions = StoredDecisions.ofCourse(lake, courseId);
    Map<String, String> names = new HashMap<>();
    for (Decision decision : decisions) {
      name(decision.learnerId()).ifPresent(name -> names.put(decision.learnerId(), name));
    }
    return new CourseRoll(
        courseId,
        run.title == null ? courseId : run.title,
        run.opensOn,
        run.closesOn,
        run.closed && !run.inferred,
        decisions,
        names,
        policies,
        new IntegrityRoll(
            StoredSignals.cases(lake, courseId), StoredSignals.lookedAt(lake, courseId)));
  }

  /** The name in the register; else the one that came with the account of that name. */
  private Optional<String> name(String learnerId) {
    String name = registered.get(learnerId);
    return name != null ? Optional.of(name) : Optional.ofNullable(sent().get(learnerId));
  }

  private Map<String, String> sent() {
    if (sent == null) {
      Map<String, String> names = new HashMap<>();
      if (lake.exists(Tables.ACTOR)) {
        LakeRows.each(
            lake,
            Tables.ACTOR,
            row -> {
              String name = (String) row.getField("name");
              if (name != null && !name.isBlank()) {
                // Of several names the same one each time, whatever the order of the rows.
                names.merge(
                    (String) row.getField("identifier"),
                    name,
                    (one, other) -> CanonicalText.compare(one, other) <= 0 ? one : other);
              }
            },
            "identifier",
            "name");
      }
      sent = names;
    }
    return sent;
  }
}

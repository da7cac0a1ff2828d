package vn.chuyencan.report.explain;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import vn.chuyencan.model.CourseProgress;
import vn.chuyencan.model.Decision;
import vn.chuyencan.model.Dossier;
import vn.chuyencan.model.Registers;
import vn.chuyencan.model.ReviewCase;
import vn.chuyencan.policy.LearnerMeasures;
import vn.chuyencan.policy.Policy;

/**
 * Everything that an explanation is made of.
 *
 * @param institution the institution's name
 * @param course the course run as it was last decided upon
 * @param policy the policy under which the decisions were made
 * @param decisions of one learner in this course run, in the policy's order
 * @param measures the stored measures; empty when there are none any more
 * @param dossier the rows behind them
 * @param registers for the names of people and things
 * @param sources where records come from
 * @param evidence which evidence is shown
 * @param signals what stood out in the learner's traces, which concerns no certificate
 */
public record ExplanationSubject(
    String institution,
    CourseProgress course,
    Policy policy,
    List<Decision> decisions,
    Optional<LearnerMeasures> measures,
    Dossier dossier,
    Registers registers,
    List<Source> sources,
    Evidence evidence,
    List<ReviewCase> signals) {

  /** How much evidence is shown. */
  public enum Evidence {
    /** None. */
    NONE,
    /** The first rows of each kind. */
    FIRST_ROWS,
    /** Every row. */
    ALL_ROWS
  }

  /** A source of records: id, kind, and path or address without secrets. */
  public record Source(String id, String kind, String path) {}

  public ExplanationSubject {
    Objects.requireNonNull(course, "course");
    decisions = List.copyOf(decisions);
    sources = List.copyOf(sources);
    signals = List.copyOf(signals);
    if (decisions.isEmpty()) {
      throw new IllegalArgumentException("nothing to explain");
    }
  }

  /** The same with nothing that stood out in traces. */
  public ExplanationSubject(
      String institution,
      CourseProgress course,
      Policy policy,
      List<Decision> decisions,
      Optional<LearnerMeasures> measures,
      Dossier dossier,
      Registers registers,
      List<Source> sources,
      Evidence evidence) {
    this(
        institution,
        course,
        policy,
        decisions,
        measures,
        dossier,
        registers,
        sources,
        evidence,
        List.of());
  }

  String learnerId() {
    return decisions.get(0).learnerId();
  }

  String courseId() {
    return decisions.get(0).courseId();
  }
}

package vn.chuyencan.job;

import static org.apache.iceberg.expressions.Expressions.equal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.iceberg.data.Record;
import vn.chuyencan.decide.StoredDecisions;
import vn.chuyencan.decide.StoredMeasures;
import vn.chuyencan.decide.StoredSignals;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.Language;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.model.CourseProgress;
import vn.chuyencan.model.Deadlines;
import vn.chuyencan.model.Decision;
import vn.chuyencan.model.Tombstones;
import vn.chuyencan.policy.Derivations;
import vn.chuyencan.policy.Labels;
import vn.chuyencan.policy.Policy;
import vn.chuyencan.policy.PolicyText;
import vn.chuyencan.report.explain.Explainer;
import vn.chuyencan.report.explain.Explanation;
import vn.chuyencan.report.explain.ExplanationSubject;
import vn.chuyencan.table.Lake;
import vn.chuyencan.table.Tables;

/**
 * Explains stored decisions to the learner upon whom they were made. Nothing is decided again: the
 * figures are those of the decision, and evidence is read beside them.
 */
public final class ExplainJob {
  /** So many ids a reader still looks through. */
  private static final int MOST_IDS = 30;

  private final Night night;
  private final Lake lake;
  private final CourseInputs inputs;
  private final ExplainRequest request;

  private ExplainJob(Night night, ExplainRequest request) {
    this.night = night;
    this.lake = night.lake();
    this.inputs = new CourseInputs(night);
    this.request = request;
  }

  /**
   * The explanations, by course run and policy.
   *
   * @throws PipelineException {@link ErrorCode#NOTHING_DECIDED}, {@link ErrorCode#COURSE_UNKNOWN},
   *     {@link ErrorCode#LEARNER_UNKNOWN}, {@link ErrorCode#LEARNER_AMBIGUOUS}, {@link
   *     ErrorCode#LEARNER_NOT_DECIDED}, {@link ErrorCode#CERTIFICATE_UNKNOWN}
   */
  public static List<Explanation> explain(Night night, ExplainRequest request, Language language) {
    Lake lake = night.lake();
    if (!lake.exists(Tables.ELIGIBILITY_DECISION) || StoredDecisions.courses(lake).isEmpty()) {
      throw new PipelineException(Fault.of(ErrorCode.NOTHING_DECIDED, lake.warehouse()));
    }
    // As of the night that measured, whatever today is.
    LocalDate then = LocalDate.parse(lake.state().measuredAsOf());
    Night before =
        new Night(
            night.configuration(),
            night.registers(),
            lake,
            night.workers(),
            then,
            night.startedAt(),
            night.codeVersion());
    return new ExplainJob(before, request).explanations(language);
  }

  /**
   * Of whom is asked, as the keyed hash of the learner's id, which a certificate of erasure names
   * too; where no learner is found, of the words. So the access log, which is never changed, tells
   * nobody by name who was erased.
   */
  public static String hashOfAsked(Night night, ExplainRequest request) {
    Tombstones hashes =
        Tombstones.of(night.configuration().institution().secret(), List.<String>of());
    try {
      return hashes.hash(
          Tombstones.Kind.LEARNER,
          new LearnerSearch(night.registers(), night.lake())
              .find(request.learner(), request.courseId()));
    } catch (PipelineException nobody) {
      return hashes.hash(Tombstones.Kind.NAME, request.learner());
    }
  }

  private List<Explanation> explanations(Language language) {
    Set<String> decided = StoredDecisions.courses(lake);
    request
        .courseId()
        .filter(id -> !decided.contains(id))
        .ifPresent(
            id -> {
              throw new PipelineException(Fault.of(ErrorCode.COURSE_UNKNOWN, id, listed(decided)));
            });
    String learnerId =
        new LearnerSearch(night.registers(), lake).find(request.learner(), request.courseId());
    List<Explanation> explanations = new ArrayList<>();
    Set<String> certificates = new TreeSet<>();
    Set<String> courses =
        request.courseId().map(Set::of).orElseGet(() -> StoredDecisions.courses(lake, learnerId));
    for (String courseId : new TreeSet<>(courses)) {
      List<Decision> decisions = StoredDecisions.of(lake, courseId, learnerId);
      decisions.forEach(one -> certificates.add(one.certificate()));
      List<Decision> wanted =
          decisions.stream()
              .filter(one -> request.certificate().map(one.certificate()::equals).orElse(true))
              .toList();
      if (!wanted.isEmpty()) {
        explanations.addAll(explanations(courseId, wanted, language));
      }
    }
    if (explanations.isEmpty()) {
      throw new PipelineException(
          Fault.of(
              ErrorCode.CERTIFICATE_UNKNOWN,
              request.certificate().orElse(""),
              String.join(", ", certificates)));
    }
    return explanations;
  }

  static String listed(Set<String> ids) {
    String shown = ids.stream().limit(MOST_IDS).collect(Collectors.joining(", "));
    return ids.size() <= MOST_IDS ? shown : shown + ", … (" + ids.size() + ")";
  }

  private List<Explanation> explanations(
      String courseId, List<Decision> decisions, Language language) {
    String learnerId = decisions.get(0).learnerId();
    CourseProgress course = course(courseId, decisions.get(0).estimator());
    LearnerEvidence evidence = new LearnerEvidence(night, inputs, courseId, learnerId);
    boolean wanted = request.evidence() != ExplanationSubject.Evidence.NONE;
    List<Explanation> explanations = new ArrayList<>();
    for (Policy policy : policies(decisions)) {
      ExplanationSubject subject =
          new ExplanationSubject(
              night.configuration().institution().name(),
              course,
              policy,
              ordered(policy, decisions),
              StoredMeasures.of(lake, course, learnerId),
              wanted ? evidence.withPlaces() : evidence.withoutPlaces(),
              night.registers(),
              night.configuration().sources().stream()
                  .map(
                      source ->
                          new ExplanationSubject.Source(
                              source.id(), source.kind(), String.valueOf(source.path())))
                  .toList(),
              request.evidence(),
              StoredSignals.cases(lake, courseId, learnerId));
      explanations.add(Explainer.explain(subject, language));
    }
    return explanations;
  }

  /** The decisions of a policy, its certificates in its order and then those it no longer has. */
  private static List<Decision> ordered(Policy policy, List<Decision> decisions) {
    List<Decision> own =
        decisions.stream().filter(one -> one.policyId().equals(policy.id())).toList();
    List<Decision> ordered = new ArrayList<>();
    policy
        .certificates()
        .forEach(
            certificate ->
                own.stream()
                    .filter(one -> one.certificate().equals(certificate.id()))
                    .forEach(ordered::add));
    own.stream().filter(one -> !ordered.contains(one)).forEach(ordered::add);
    return ordered;
  }

  /** The policies of the decisions; one that is no longer configured is only a name. */
  private List<Policy> policies(List<Decision> decisions) {
    List<Policy> policies = new ArrayList<>();
    Set<String> known = new TreeSet<>();
    for (PolicyText text : DecideJob.policies(night)) {
      if (decisions.stream().anyMatch(one -> one.policyId().equals(text.policy().id()))) {
        policies.add(text.policy());
        known.add(text.policy().id());
      }
    }
    for (Decision decision : decisions) {
      if (known.add(decision.policyId())) {
        policies.add(nameOnly(decision));
      }
    }
    return policies;
  }

  private static Policy nameOnly(Decision decision) {
    return new Policy(
        decision.policyId(),
        decision.policyVersion(),
        "",
        new Labels(decision.policyId(), decision.policyId()),
        decision.asOf(),
        Optional.empty(),
        Collections.emptySortedMap(),
        Map.of(),
        Derivations.NONE,
        List.of(),
        List.of());
  }

  private CourseProgress course(String courseId, String estimator) {
    List<CourseProgress> found = new ArrayList<>();
    inputs.each(
        Tables.COURSE_RUN,
        equal("course_id", courseId),
        row -> found.add(progress(row, estimator)));
    return found.stream()
        .findFirst()
        .orElseThrow(
            () ->
                new PipelineException(
                    Fault.of(ErrorCode.LAKE_INCONSISTENT, "course_run " + courseId)));
  }

  private static CourseProgress progress(Record row, String estimator) {
    return new CourseProgress(
        (String) row.getField("course_id"),
        (String) row.getField("title"),
        (String) row.getField("iri"),
        (LocalDate) row.getField("opens_on"),
        (LocalDate) row.getField("closes_on"),
        (String) row.getField("zone"),
        (Integer) row.getField("weeks"),
        (Integer) row.getField("learners"),
        (Boolean) row.getField("inferred"),
        (Boolean) row.getField("closed"),
        (Integer) row.getField("weeks_elapsed"),
        weeks(row, "log_gap_weeks"),
        (Integer) row.getField("iso_weeks_elapsed"),
        weeks(row, "iso_log_gap_weeks"),
        List.of(),
        estimator,
        Deadlines.NONE,
        new TreeMap<>(),
        List.of());
  }

  private static List<String> weeks(Record row, String column) {
    return ((List<?>) row.getField(column)).stream().map(String.class::cast).toList();
  }
}

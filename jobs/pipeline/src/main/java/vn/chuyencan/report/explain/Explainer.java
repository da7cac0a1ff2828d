package vn.chuyencan.report.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.chuyencan.error.Language;
import vn.chuyencan.model.CourseProgress;
import vn.chuyencan.model.Decision;
import vn.chuyencan.model.Estimator;
import vn.chuyencan.model.IntegrityKind;
import vn.chuyencan.model.RegisterName;
import vn.chuyencan.model.ReviewCase;

/**
 * Makes the explanation of decisions on one learner in one course run, for a reader who knows the
 * course's rules and nothing of this program: each outcome in a sentence, each criterion with the
 * rule's words, the learner's value and what is lacking by name, who decides, where the figures
 * come from, what they cannot tell, and how to object.
 */
public final class Explainer {
  private static final int HASH_SHOWN = 12;

  private final ExplanationSubject subject;
  private final Language language;
  private final Wording wording;

  private Explainer(ExplanationSubject subject, Language language) {
    this.subject = subject;
    this.language = language;
    this.wording = new Wording(subject, language);
  }

  /** The explanation in one language. */
  public static Explanation explain(ExplanationSubject subject, Language language) {
    return new Explainer(subject, language).explanation();
  }

  private Explanation explanation() {
    EvidenceGrids evidence = new EvidenceGrids(wording);
    List<Explanation.Certificate> certificates = new ArrayList<>();
    for (Decision decision : subject.decisions()) {
      certificates.add(new CertificateText(wording, decision, evidence).certificate());
    }
    return new Explanation(
        language,
        wording.text("title"),
        facts(),
        wording.text("overview.title"),
        certificates,
        sections());
  }

  private List<Explanation.Section> sections() {
    List<Explanation.Section> sections = new ArrayList<>();
    new CorrectionText(wording).section().ifPresent(sections::add);
    sections.add(whoDecides());
    if (!subject.signals().isEmpty()) {
      sections.add(signals());
    }
    sections.add(whereFrom());
    sections.add(notKnown());
    sections.add(objection());
    return List.copyOf(sections);
  }

  /** What stood out in traces: apart from all decisions, which do not depend on it. */
  private Explanation.Section signals() {
    List<Explanation.Point> points = new ArrayList<>();
    points.add(paragraph(wording.text("signals.note")));
    for (ReviewCase one : subject.signals()) {
      List<String> lines = new ArrayList<>();
      lines.add(
          one.decidedBy() == null
              ? wording.text("signals.open", label(one), one.caseId())
              : wording.text(
                  "signals.seen",
                  label(one),
                  one.caseId(),
                  one.decidedBy(),
                  wording.dates().day(one.decidedOn())));
      lines.addAll(List.of(one.detail().split("; ", -1)));
      points.add(new Explanation.Point("", lines));
    }
    return section("signals.title", points);
  }

  private String label(ReviewCase one) {
    return IntegrityKind.of(one.criterionId())
        .map(kind -> language == Language.VI ? kind.vietnamese() : kind.english())
        .orElse(one.reasonCode());
  }

  private List<Explanation.Fact> facts() {
    CourseProgress course = subject.course();
    Decision first = subject.decisions().get(0);
    return List.of(
        fact("fact.learner", wording.titles().person(subject.learnerId())),
        fact(
            "fact.course",
            course.title() == null || course.title().equals(course.courseId())
                ? course.courseId()
                : course.title() + " (" + course.courseId() + ")"),
        fact("fact.institution", subject.institution()),
        fact("fact.days", wording.dates().range(course.opensOn(), course.closesOn())),
        fact(
            "fact.asof",
            wording.dates().day(first.asOf())
                + " – "
                + wording.text(first.conclusive() ? "fact.closed" : "fact.open")));
  }

  private Explanation.Fact fact(String label, String value) {
    return new Explanation.Fact(wording.text(label), value);
  }

  private Explanation.Section section(String title, List<Explanation.Point> points) {
    return new Explanation.Section(wording.text(title), points);
  }

  private static Explanation.Point paragraph(String text) {
    return new Explanation.Point("", List.of(text));
  }

  private Explanation.Section whoDecides() {
    List<Explanation.Point> points = new ArrayList<>();
    points.add(paragraph(wording.text("decides.nobody_yet", subject.institution())));
    boolean waits = subject.decisions().stream().anyMatch(one -> !one.reviewCases().isEmpty());
    if (waits) {
      points.add(paragraph(wording.text("decides.review")));
    }
    return section("decides.title", points);
  }

  private Explanation.Section whereFrom() {
    Decision first = subject.decisions().get(0);
    String hash =
        first.policyHash().substring(0, Math.min(HASH_SHOWN, first.policyHash().length()));
    Estimator estimator = wording.estimator();
    List<Explanation.Point> points = new ArrayList<>();
    points.add(
        wording.point(
            "from.policy",
            wording.text(
                "from.policy.text",
                wording.words().label(subject.policy().title()),
                first.policyId(),
                first.policyVersion(),
                hash)));
    points.add(
        wording.point(
            "from.estimator",
            wording.text(
                estimator.gap().equals(estimator.accessGap())
                    ? "from.estimator.text"
                    : "from.estimator.apart",
                first.estimator(),
                wording.minutes(estimator.gap()),
                wording.minutes(estimator.accessGap()))));
    if (!subject.sources().isEmpty()) {
      points.add(
          wording.point(
              "from.sources",
              subject.sources().stream()
                  .map(
                      source ->
                          subject.evidence() == ExplanationSubject.Evidence.NONE
                              ? source.id() + " (" + source.kind() + ")"
                              : wording.text(
                                  "from.source", source.id(), source.kind(), source.path()))
                  .toList()));
    }
    List<String> registers = registers(true);
    if (!registers.isEmpty()) {
      points.add(wording.point("from.registers", String.join(", ", registers)));
    }
    if (subject.evidence() == ExplanationSubject.Evidence.NONE) {
      points.add(paragraph(wording.text("from.evidence")));
    } else {
      points.add(paragraph(wording.text("from.places")));
    }
    return section("from.title", points);
  }

  private List<String> registers(boolean present) {
    return Stream.of(RegisterName.values())
        .filter(name -> subject.registers().has(name) == present)
        .filter(name -> present || !name.standsForEvents())
        .map(RegisterName::code)
        .toList();
  }

  private Explanation.Section notKnown() {
    List<Explanation.Point> points = new ArrayList<>();
    points.add(paragraph(wording.text("unknown.log")));
    List<String> gaps = subject.course().logGapWeeks();
    if (!gaps.isEmpty()) {
      points.add(paragraph(wording.text("unknown.gap", String.join(", ", gaps))));
    }
    List<String> absent = registers(false);
    if (!absent.isEmpty()) {
      points.add(paragraph(wording.text("unknown.registers", String.join(", ", absent))));
    }
    if (subject.course().inferred()) {
      points.add(paragraph(wording.text("unknown.inferred")));
    }
    Optional<Decision> otherwise =
        subject.decisions().stream()
            .filter(one -> !one.policyHash().equals(subject.policy().hash()))
            .findFirst();
    otherwise.ifPresent(one -> points.add(paragraph(wording.text("unknown.policy"))));
    if (subject.measures().isEmpty()) {
      points.add(paragraph(wording.text("unknown.measures")));
    }
    return section("unknown.title", points);
  }

  private Explanation.Section objection() {
    return section(
        "objection.title",
        List.of(
            paragraph(
                wording.text(
                    "objection.text",
                    subject.institution(),
                    subject.learnerId(),
                    subject.courseId())),
            paragraph(wording.text("objection.limits"))));
  }
}

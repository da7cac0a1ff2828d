package vn.chuyencan.report.explain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import vn.chuyencan.model.CourseProgress;
import vn.chuyencan.model.Deadlines;
import vn.chuyencan.model.Decision;
import vn.chuyencan.model.Dossier;
import vn.chuyencan.model.Learner;
import vn.chuyencan.model.Place;
import vn.chuyencan.model.Registers;
import vn.chuyencan.policy.LearnerMeasures;
import vn.chuyencan.policy.Learners;
import vn.chuyencan.policy.Policy;

/** Subjects of explanations, made without a lake. */
final class Subjects {
  static final Dossier NOTHING =
      new Dossier(
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          Optional.empty());

  private Subjects() {}

  static ExplanationSubject of(LearnerMeasures measures) {
    return of(Learners.POLICY, measures, Learners.all(Learners.POLICY, measures));
  }

  static ExplanationSubject of(Policy policy, LearnerMeasures measures, List<Decision> decisions) {
    return new ExplanationSubject(
        "Học viện Sư phạm số",
        course(measures.phase() == LearnerMeasures.Phase.CLOSED),
        policy,
        decisions,
        Optional.of(measures),
        weeks(),
        Registers.NONE,
        List.of(new ExplanationSubject.Source("lms", "xapi", "/data/statements")),
        ExplanationSubject.Evidence.NONE);
  }

  static CourseProgress course(boolean closed) {
    return new CourseProgress(
        "FC-2026-1",
        "Lớp học đảo ngược",
        "https://lms.example/1",
        LocalDate.of(2026, 9, 14),
        LocalDate.of(2026, 10, 18),
        "Asia/Ho_Chi_Minh",
        5,
        4,
        false,
        closed,
        closed ? 5 : 3,
        List.of(),
        closed ? 5 : 3,
        List.of(),
        List.of(),
        "standard",
        Deadlines.NONE,
        new TreeMap<>(),
        List.of());
  }

  private static Dossier weeks() {
    List<Dossier.Week> weeks = new ArrayList<>();
    for (int week = 1; week <= 5; week++) {
      LocalDate first = LocalDate.of(2026, 9, 14).plusWeeks(week - 1L);
      weeks.add(new Dossier.Week(week, first, first.plusDays(6)));
    }
    return new Dossier(
        weeks, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), Optional.empty());
  }

  /** The same with these names, rows, and all of the evidence. */
  static ExplanationSubject withEvidence(
      ExplanationSubject subject, String name, Dossier dossier, ExplanationSubject.Evidence how) {
    return new ExplanationSubject(
        name,
        subject.course(),
        subject.policy(),
        subject.decisions(),
        subject.measures(),
        dossier,
        Registers.builder().add(new Learner(subject.learnerId(), name, null)).build(),
        subject.sources(),
        how);
  }

  /** A dossier with so many posts whose ids are that text. */
  static Dossier posts(int number, String id) {
    List<Dossier.Post> posts = new ArrayList<>();
    for (int post = 0; post < number; post++) {
      posts.add(
          new Dossier.Post(
              id + post,
              id,
              "collective",
              "topic",
              Instant.parse("2026-09-15T01:00:00Z").plusSeconds(post),
              1,
              null,
              false,
              true,
              Optional.of(new Place(Place.Kind.FILE, "lms", id, Integer.toString(post), id))));
    }
    return new Dossier(
        List.of(), posts, List.of(), List.of(), List.of(), List.of(), List.of(), Optional.empty());
  }
}

package vn.chuyencan.report.explain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.chuyencan.model.Activity;
import vn.chuyencan.model.Artefact;
import vn.chuyencan.model.CheckStatus;
import vn.chuyencan.model.CriterionResult;
import vn.chuyencan.model.Dossier;
import vn.chuyencan.model.LinkStatus;

/** What one criterion finds lacking, thing by thing, by the names that a learner knows. */
final class Lacking {
  private final Wording wording;
  private final CriterionResult row;
  private final String measure;

  /**
   * @param measure the measure that is the criterion's value; empty when it has none
   */
  Lacking(Wording wording, CriterionResult row, String measure) {
    this.wording = wording;
    this.row = row;
    this.measure = measure;
  }

  /** One point for each kind of thing; none when nothing is lacking. */
  List<Explanation.Point> points() {
    List<Explanation.Point> points = new ArrayList<>();
    add(points, "lacking.week", ids("week").stream().map(this::week).toList());
    add(points, "lacking.exercise", ids("exercise").stream().map(this::exercise).toList());
    add(points, "lacking.forum", ids("forum").stream().map(this::forum).toList());
    add(points, "lacking.member", ids("member").stream().map(this::person).toList());
    add(
        points,
        "lacking.member_without_draft",
        ids("member_without_draft").stream().map(this::person).toList());
    switch (measure) {
      case "exercises_completed" -> add(points, "lacking.exercise", unfinished());
      case "plenary_present" -> add(points, "lacking.session", missed(true));
      case "practice_present" -> add(points, "lacking.session", missed(false));
      case "submissions_correct" -> add(points, "lacking.artefact", artefacts());
      case "reviews_completed" -> add(points, "lacking.review", reviews());
      default -> {
        // What other measures lack stands in the row.
      }
    }
    return points;
  }

  private void add(List<Explanation.Point> points, String label, List<String> texts) {
    if (!texts.isEmpty()) {
      points.add(wording.point(label, texts));
    }
  }

  private List<String> ids(String kind) {
    return row.detail().stream()
        .filter(entry -> entry.startsWith(kind + "="))
        .map(entry -> entry.substring(kind.length() + 1))
        .toList();
  }

  private String week(String number) {
    return wording.subject().dossier().weeks().stream()
        .filter(week -> Integer.toString(week.number()).equals(number))
        .map(week -> wording.dates().range(week.firstDay(), week.lastDay()))
        .map(days -> wording.text("week", number, days, value(number, row.unit())))
        .findFirst()
        .orElseGet(() -> wording.text("week.bare", number, value(number, row.unit())));
  }

  /** The measure of a week or item, zero where it is known and nothing was counted. */
  private String value(String key, String unit) {
    Optional<BigDecimal> value = wording.measure(measure, key);
    return value.map(number -> wording.amount(number, unit)).orElse("0 " + unit(unit));
  }

  private String unit(String unit) {
    return wording.words().unit(unit, BigDecimal.ZERO);
  }

  private String exercise(String id) {
    boolean tried =
        wording.subject().dossier().attempts().stream()
            .anyMatch(attempt -> attempt.exerciseId().equals(id) && attempt.counted());
    BigDecimal best = wording.measure(measure, id).orElse(null);
    String state =
        tried && best != null
            ? wording.text("exercise.best", wording.numbers().value(best, each(), "percent"))
            : state(id);
    return wording.titles().activity(id) + ": " + state;
  }

  private BigDecimal each() {
    return ids("each").stream().findFirst().map(BigDecimal::new).orElse(BigDecimal.ZERO);
  }

  /** Why no attempt at an exercise counts. */
  private String state(String id) {
    List<String> states =
        wording.subject().dossier().attempts().stream()
            .filter(attempt -> attempt.exerciseId().equals(id))
            .map(Dossier.Attempt::state)
            .toList();
    return states.isEmpty()
        ? wording.text("exercise.none")
        : wording.words().orCode("attempt." + states.get(states.size() - 1), states.get(0));
  }

  private String forum(String id) {
    return wording.titles().activity(id) + ": " + value(id, "post");
  }

  private String person(String id) {
    return wording.titles().person(id);
  }

  private List<String> unfinished() {
    List<String> done =
        wording.subject().dossier().attempts().stream()
            .filter(attempt -> attempt.counted() || attempt.state().equals("pending"))
            .map(Dossier.Attempt::exerciseId)
            .toList();
    return wording.titles().exercises().stream()
        .map(Activity::activityId)
        .filter(id -> !done.contains(id))
        .map(id -> wording.titles().activity(id) + ": " + state(id))
        .toList();
  }

  private List<String> missed(boolean plenary) {
    return wording.subject().dossier().sessions().stream()
        .filter(session -> (plenary ? session.plenary() : session.practice()) && !session.present())
        .map(
            session ->
                wording.text(
                    "session.missed",
                    wording.titles().session(session.sessionId()),
                    wording.dates().day(session.startsAt()),
                    wording.words().orCode("attendance." + session.status(), session.status())))
        .toList();
  }

  private List<String> artefacts() {
    List<String> texts = new ArrayList<>();
    for (Artefact artefact : Artefact.REQUIRED) {
      List<Dossier.Submission> handedIn =
          wording.subject().dossier().submissions().stream()
              .filter(one -> isOf(one, artefact) && one.counted())
              .toList();
      boolean correct = handedIn.stream().anyMatch(one -> has(one, CheckStatus.CORRECT));
      boolean dead =
          handedIn.stream()
              .anyMatch(one -> LinkStatus.INACCESSIBLE.code().equals(one.linkStatus()));
      if (!correct || dead) {
        String name = wording.text("artefact." + artefact.code());
        texts.add(name + ": " + wording.text("artefact." + state(handedIn, correct)));
      }
    }
    return texts;
  }

  private static String state(List<Dossier.Submission> handedIn, boolean correct) {
    if (handedIn.isEmpty()) {
      return "none";
    }
    if (correct
        || handedIn.stream()
            .anyMatch(one -> LinkStatus.INACCESSIBLE.code().equals(one.linkStatus()))) {
      return "dead";
    }
    return handedIn.stream().anyMatch(one -> has(one, CheckStatus.UNCHECKED))
        ? "unchecked"
        : "incorrect";
  }

  private static boolean has(Dossier.Submission one, CheckStatus status) {
    return status.code().equals(one.judgement());
  }

  private boolean isOf(Dossier.Submission one, Artefact artefact) {
    Artefact told = Artefact.valueOf(one.artefact().toUpperCase(Locale.ROOT));
    Artefact meant =
        told == Artefact.OTHER
            ? wording.titles().find(one.activityId()).map(Activity::artefact).orElse(told)
            : told;
    return meant == artefact;
  }

  private List<String> reviews() {
    return wording.subject().dossier().reviews().stream()
        .filter(review -> review.counted() && !Boolean.TRUE.equals(review.done()))
        .map(
            review ->
                wording.text(
                    "review.open",
                    wording.titles().person(review.revieweeId()),
                    wording.text("review." + why(review))))
        .toList();
  }

  private static String why(Dossier.Review review) {
    if (review.completedAt() == null) {
      return "none";
    }
    if (Boolean.FALSE.equals(review.onTime())) {
      return "late";
    }
    if (Boolean.FALSE.equals(review.rubricComplete())) {
      return "rubric";
    }
    return review.done() == null ? "unknown" : "outside";
  }
}

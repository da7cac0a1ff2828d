package vn.chuyencan.policy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.chuyencan.model.CriterionResult;
import vn.chuyencan.model.Decision;
import vn.chuyencan.model.Fraction;

/** The learners of REQUIREMENTS 3.6 and what tests ask of their decisions. */
public final class Learners {
  public static final LocalDate AS_OF = LocalDate.of(2026, 10, 18);
  public static final Policy POLICY = PolicyLoader.load("flipped-classroom");
  private static final PolicyEvaluator.Context CONTEXT =
      new PolicyEvaluator.Context(AS_OF, "standard");

  private Learners() {}

  /** T-1 Lê An: passes all three. */
  public static LearnerMeasures an() {
    return course("HV001")
        .byKey("sessions_by_week", weeks(3, 2, 4, 2, 3))
        .byKey("active_days_by_week", weeks(3, 2, 3, 2, 2))
        .byKey("best_percent_by_exercise", exercises(28, 28))
        .byKey("posts_by_forum", forums(1, 2, 1, 1, 1))
        .byKey("posts_by_week", weeks(2, 1, 1, 1, 1))
        .number("minutes", 742)
        .number("minutes_15", 668)
        .number("minutes_30", 742)
        .number("minutes_60", 801)
        .number("posts", 6)
        .number("exercises_completed", 28)
        .number("average_macro", new BigDecimal("73.6"))
        .number("average_pooled", new BigDecimal("72.9"))
        .number("plenary_present", 6)
        .number("practice_present", 4)
        .number("group_topics", 1)
        .number("group_posts", 4)
        .number("group_members_commented", 3)
        .build();
  }

  /** T-2 Trần Bình: theory by compensation. */
  public static LearnerMeasures binh() {
    return course("HV002")
        .byKey("sessions_by_week", weeks(3, 2, 2, 4, 2))
        .byKey("active_days_by_week", weeks(3, 2, 2, 4, 2))
        .byKey("best_percent_by_exercise", exercises(28, 20))
        .byKey("posts_by_forum", forums(1, 2, 1, 1, 0))
        .byKey("posts_by_week", weeks(1, 1, 1, 1, 1))
        .number("minutes", 1126)
        .number("minutes_15", 1094)
        .number("minutes_30", 1126)
        .number("minutes_60", 1203)
        .number("posts", 5)
        .number("exercises_completed", 20)
        .number("average_macro", Fraction.of(14900, 280).floor(6))
        .number("average_pooled", Fraction.of(14900, 280).floor(6))
        .number("plenary_present", 5)
        .number("practice_present", 3)
        .number("group_topics", 1)
        .number("group_posts", 1)
        .number("group_members_commented", 3)
        .build();
  }

  /** T-3 Phạm Chi: two certificates for a person to decide. */
  public static LearnerMeasures chi() {
    return course("HV003")
        .byKey("sessions_by_week", weeks(2, 2, 1, 3, 2))
        .byKey("active_days_by_week", weeks(2, 2, 1, 3, 2))
        .byKey("best_percent_by_exercise", exercises(28, 26))
        .byKey("posts_by_forum", forums(1, 1, 1, 1, 1))
        .byKey("posts_by_week", weeks(1, 1, 1, 1, 1))
        .number("minutes", 498)
        .number("minutes_15", 452)
        .number("minutes_30", 498)
        .number("minutes_60", 561)
        .number("posts", 5)
        .number("exercises_completed", 26)
        .number("average_macro", 61)
        .number("average_pooled", 60)
        .number("plenary_present", 5)
        .number("practice_present", 3)
        .number("group_topics", 1)
        .number("group_posts", 1)
        .number("group_members_commented", 3)
        .build();
  }

  /** Five weeks, five forums, 28 exercises, seven sessions of which four of practice, closed. */
  public static LearnerMeasures.Builder course(String learner) {
    return LearnerMeasures.builder("FC-2026-1", learner)
        .number("weeks", 5)
        .number("weeks_elapsed", 5)
        .number("forums", 5)
        .number("exercises", 28)
        .number("exercises_pending", 0)
        .number("plenary_held", 7)
        .number("plenary_unmarked", 0)
        .number("practice_held", 4)
        .number("practice_unmarked", 0)
        .number("group_members", 3)
        .number("group_topics_elsewhere", 0)
        .number("group_members_with_draft", 3)
        .number("submissions_required", 2)
        .number("submissions_present", 2)
        .number("submissions_correct", 2)
        .number("submissions_incorrect", 0)
        .number("submissions_unchecked", 0)
        .number("submission_links_dead", 0)
        .number("reviews_allocated", 3)
        .number("reviews_completed", 3);
  }

  /** Numbers of the course weeks from 1. */
  public static Map<String, Fraction> weeks(long... values) {
    Map<String, Fraction> weeks = new TreeMap<>();
    for (long value : values) {
      weeks.put(Integer.toString(weeks.size() + 1), Fraction.of(value));
    }
    return weeks;
  }

  /** Posts in the forums F1, F2 … */
  public static Map<String, Fraction> forums(long... values) {
    Map<String, Fraction> forums = new TreeMap<>();
    for (long value : values) {
      forums.put("F" + (forums.size() + 1), Fraction.of(value));
    }
    return forums;
  }

  /** Best marks: the first {@code done} of {@code all} exercises with 80 %, the others with 0. */
  public static Map<String, Fraction> exercises(int all, int done) {
    Map<String, Fraction> best = new TreeMap<>();
    for (int number = 1; number <= all; number++) {
      best.put("E" + number / 10 + number % 10, Fraction.of(number <= done ? 80 : 0));
    }
    return best;
  }

  /** The decision on one certificate under the bundled policy. */
  public static Decision decide(String certificate, LearnerMeasures measures) {
    return decide(POLICY, certificate, measures);
  }

  /** The decision on one certificate. */
  public static Decision decide(Policy policy, String certificate, LearnerMeasures measures) {
    return all(policy, measures).stream()
        .filter(decision -> decision.certificate().equals(certificate))
        .findFirst()
        .orElseThrow();
  }

  /** All decisions. */
  public static List<Decision> all(Policy policy, LearnerMeasures measures) {
    return PolicyEvaluator.decide(policy, oneSet(measures), CONTEXT);
  }

  /**
   * The measures where nobody has marked two sets of exercises (FC-X.6): what is not given for the
   * self-assessments is that of all exercises.
   */
  public static LearnerMeasures oneSet(LearnerMeasures measures) {
    LearnerMeasures.Builder builder = measures.toBuilder();
    Map.of(
            "self_assessments", "exercises",
            "self_assessments_pending", "exercises_pending",
            "self_assessment_macro", "average_macro",
            "self_assessment_pooled", "average_pooled")
        .forEach(
            (self, all) -> {
              if (measures.number(self).isEmpty()) {
                builder.number(self, measures.number(all).orElse(null));
              }
            });
    if (measures.byKey("self_assessment_best").isEmpty()) {
      builder.byKey(
          "self_assessment_best", measures.byKey("best_percent_by_exercise").orElse(null));
    }
    if (measures.list("self_assessments_waiting").isEmpty()) {
      builder.list("self_assessments_waiting", waiting(measures));
    }
    return builder.build();
  }

  /** Of which exercises the pending ones are nobody says: of those that fail. */
  private static List<String> waiting(LearnerMeasures measures) {
    return measures.byKey("best_percent_by_exercise").orElse(new TreeMap<>()).entrySet().stream()
        .filter(one -> one.getValue().compareTo(Fraction.of(50)) < 0)
        .map(Map.Entry::getKey)
        .limit(measures.number("exercises_pending").map(all -> all.floor(0).intValue()).orElse(0))
        .toList();
  }

  /** The result of one criterion. */
  public static CriterionResult result(Decision decision, String criterion) {
    return decision.criteria().stream()
        .filter(row -> row.criterionId().equals(criterion))
        .findFirst()
        .orElseThrow();
  }
}

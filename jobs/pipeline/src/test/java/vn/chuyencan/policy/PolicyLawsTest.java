package vn.chuyencan.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import vn.chuyencan.model.CriterionResult;
import vn.chuyencan.model.Decision;
import vn.chuyencan.model.Fraction;
import vn.chuyencan.model.Status;

/** What holds for every learner under the bundled policy. */
class PolicyLawsTest {
  /** Measures of which more never hurts a criterion that asks for at least so much. */
  private static final List<String> GROWING =
      List.of(
          "posts",
          "plenary_present",
          "practice_present",
          "group_topics",
          "group_posts",
          "group_members_commented",
          "submissions_correct",
          "reviews_completed",
          "exercises_completed",
          "average_macro");

  private static final List<String> GROWING_MAPS =
      List.of("sessions_by_week", "posts_by_week", "posts_by_forum", "best_percent_by_exercise");

  @Provide
  Arbitrary<LearnerMeasures> learners() {
    Arbitrary<int[]> numbers = Arbitraries.integers().between(0, 4).array(int[].class).ofSize(40);
    Arbitrary<Integer> minutes = Arbitraries.integers().between(450, 1200);
    Arbitrary<Set<String>> gone =
        Arbitraries.of("activity", "attendance", "group_member", "course_run").set().ofMaxSize(2);
    return Combinators.combine(
            numbers, minutes, gone, Arbitraries.of(LearnerMeasures.Phase.values()))
        .as(PolicyLawsTest::learner);
  }

  private static LearnerMeasures learner(
      int[] n, int minutes, Set<String> gone, LearnerMeasures.Phase phase) {
    int done = 18 + n[0] + n[1] + n[2];
    LearnerMeasures.Builder builder =
        Learners.course("HV")
            .phase(phase)
            .number("weeks_elapsed", 1 + n[3])
            .byKey("sessions_by_week", Learners.weeks(n[4], n[5] + 1, n[6] + 1, n[7] + 2, n[8] + 2))
            .byKey("active_days_by_week", Learners.weeks(n[4], n[5], n[6], n[7], n[8]))
            .byKey("posts_by_week", Learners.weeks(n[9], n[10] + 1, n[11] + 1, n[12] + 1, 1))
            .byKey("posts_by_forum", Learners.forums(n[13], n[14] + 1, n[15] + 1, 1, 1))
            .byKey("best_percent_by_exercise", Learners.exercises(28, Math.min(28, done)))
            .number("minutes", minutes)
            .number("minutes_15", minutes - 20L * n[16])
            .number("minutes_30", minutes)
            .number("minutes_60", minutes + 20L * n[17])
            .number("posts", 2L + n[18])
            .number("exercises_completed", Math.min(28, done))
            .number("exercises_pending", n[19] / 3)
            .number("average_macro", Fraction.of(440 + 30L * n[20], 10))
            .number("average_pooled", Fraction.of(440 + 30L * n[21], 10))
            .number("plenary_present", 3L + n[22])
            .number("plenary_unmarked", n[23] / 3)
            .number("practice_present", n[24])
            .number("practice_unmarked", n[25] / 3)
            .number("group_topics", n[26] / 2)
            .number("group_topics_elsewhere", n[27] / 3)
            .number("group_posts", n[28])
            .number("group_members", n[29])
            .number("group_members_with_draft", Math.min(n[29], 3))
            .number("group_members_commented", Math.min(n[29], n[30]))
            .number("submissions_correct", Math.min(2, n[31]))
            .number("submissions_unchecked", n[31] >= 2 ? 0 : n[32] / 2)
            .number("submission_links_dead", n[33] / 4)
            .number("reviews_completed", Math.min(3, n[34]))
            .missingInputs(gone);
    return without(builder.build(), gone);
  }

  private static LearnerMeasures without(LearnerMeasures measures, Set<String> registers) {
    LearnerMeasures.Builder builder = measures.toBuilder();
    for (MeasureDefinition measure : MeasureCatalog.all()) {
      if (measure.suppliers().stream().anyMatch(registers::contains)) {
        switch (measure.type()) {
          case NUMBER -> builder.number(measure.name(), (Fraction) null);
          case NUMBER_BY_WEEK, NUMBER_BY_ISO_WEEK, NUMBER_BY_ITEM ->
              builder.byKey(measure.name(), null);
          case WEEKS, IDS -> builder.list(measure.name(), null);
        }
      }
    }
    return builder.build();
  }

  private static Map<String, Status> statuses(Policy policy, LearnerMeasures measures) {
    Map<String, Status> statuses = new TreeMap<>();
    for (Decision decision : Learners.all(policy, measures)) {
      statuses.put(decision.certificate(), decision.status());
      decision
          .criteria()
          .forEach(row -> statuses.put(row.certificate() + " " + row.criterionId(), row.status()));
    }
    return statuses;
  }

  @Property(tries = 150)
  void moreActivityNeverMakesAMetCriterionFail(
      @ForAll("learners") LearnerMeasures before,
      @ForAll @IntRange(min = 0, max = 13) int which,
      @ForAll @IntRange(min = 1, max = 3) int more) {
    LearnerMeasures after = grown(before, which, more);
    Map<String, Status> then = statuses(Learners.POLICY, after);
    for (Decision decision : Learners.all(Learners.POLICY, before)) {
      for (CriterionResult row : decision.criteria()) {
        if (row.status() == Status.MET) {
          assertThat(then.get(row.certificate() + " " + row.criterionId()))
              .as(row.criterionId())
              .isNotEqualTo(Status.NOT_MET);
        }
      }
      if (decision.status() == Status.MET) {
        assertThat(then.get(decision.certificate())).isNotEqualTo(Status.NOT_MET);
      }
    }
  }

  private static LearnerMeasures grown(LearnerMeasures before, int which, int more) {
    Fraction step = Fraction.of(more);
    LearnerMeasures.Builder builder = before.toBuilder();
    if (which < GROWING.size()) {
      String name = GROWING.get(which);
      before.number(name).ifPresent(value -> builder.number(name, value.plus(step)));
    } else {
      String name = GROWING_MAPS.get(which - GROWING.size());
      before
          .byKey(name)
          .ifPresent(
              map ->
                  builder.byKey(
                      name,
                      map.entrySet().stream()
                          .collect(
                              Collectors.toMap(
                                  Map.Entry::getKey, entry -> entry.getValue().plus(step)))));
    }
    return builder.build();
  }

  @Property(tries = 80)
  void theOrderOfCriteriaChangesNoStatus(
      @ForAll("learners") LearnerMeasures measures, @ForAll long seed) {
    Policy policy = Learners.POLICY;
    Random random = new Random(seed);
    List<Policy.Certificate> shuffled = new ArrayList<>();
    for (Policy.Certificate certificate : policy.certificates()) {
      List<Criterion> criteria = new ArrayList<>(certificate.criteria());
      Collections.shuffle(criteria, random);
      shuffled.add(new Policy.Certificate(certificate.id(), certificate.title(), criteria));
    }
    Policy other =
        new Policy(
            policy.id(),
            policy.version(),
            policy.hash(),
            policy.title(),
            policy.inForceFrom(),
            policy.inForceTo(),
            policy.parameters(),
            policy.reasons(),
            shuffled,
            policy.variants());
    assertThat(statuses(other, measures)).isEqualTo(statuses(policy, measures));
  }

  @Property(tries = 80)
  void whatIsMissingNeverDecides(
      @ForAll("learners") LearnerMeasures measures, @ForAll("registers") String register) {
    LearnerMeasures less = without(measures, Set.of(register));
    Map<String, Status> before = statuses(Learners.POLICY, measures);
    statuses(Learners.POLICY, less)
        .forEach(
            (criterion, status) -> {
              if (criterion.contains(" ") && status == Status.NOT_MET) {
                assertThat(before.get(criterion))
                    .as(criterion)
                    .isNotIn(Status.MET, Status.INSUFFICIENT_DATA);
              }
              if (criterion.contains(" ") && status == Status.MET) {
                assertThat(before.get(criterion)).as(criterion).isEqualTo(Status.MET);
              }
            });
  }

  @Provide
  Arbitrary<String> registers() {
    return Arbitraries.of(
        "activity", "attendance", "class_session", "group_member", "course_run", "peer_review");
  }

  @Property(tries = 100)
  void aDecisionIsWhatItsOwnListsSay(@ForAll("learners") LearnerMeasures measures) {
    for (Decision decision : Learners.all(Learners.POLICY, measures)) {
      switch (decision.status()) {
        case MET -> {
          assertThat(decision.unmetCriteria()).isEmpty();
          assertThat(decision.missingInputs()).isEmpty();
          assertThat(decision.nearest()).isEmpty();
        }
        case MET_BY_COMPENSATION -> {
          assertThat(decision.certificate()).isEqualTo("theory");
          assertThat(decision.unmetCriteria()).isEmpty();
          assertThat(decision.reviewCases()).isNotEmpty();
        }
        case NOT_MET -> {
          assertThat(decision.unmetCriteria()).isNotEmpty();
          assertThat(decision.reviewCases()).isEmpty();
        }
        case NEEDS_REVIEW -> assertThat(decision.reviewCases()).isNotEmpty();
        case INSUFFICIENT_DATA -> assertThat(decision.missingInputs()).isNotEmpty();
        case NOT_APPLICABLE -> throw new AssertionError("every certificate applies");
      }
      assertThat(decision.nearest()).allMatch(distance -> distance.distance().signum() > 0);
      for (int index = 0; index < decision.criteria().size(); index++) {
        CriterionResult row = decision.criteria().get(index);
        assertThat(row.sequence()).isEqualTo(index + 1);
        assertThat(row.value() == null).isEqualTo(row.margin() == null);
        if (row.status() == Status.MET && row.margin() != null) {
          assertThat(row.margin().signum()).isNotNegative();
        }
      }
    }
  }

  @Property(tries = 80)
  void theOverallCertificateImpliesTheory(
      @ForAll @IntRange(min = 0, max = 800) int minutes,
      @ForAll @IntRange(min = 0, max = 60) int average,
      @ForAll @IntRange(min = 0, max = 5) int idleWeek) {
    // FC-TT.Σ: the same exercises and forums, asked for more strictly.
    Map<String, Fraction> posts = new TreeMap<>(Learners.weeks(2, 2, 2, 2, 2));
    posts.computeIfPresent(Integer.toString(idleWeek), (week, value) -> Fraction.ZERO);
    LearnerMeasures measures =
        Learners.an().toBuilder()
            .number("minutes", minutes)
            .number("minutes_15", minutes)
            .number("minutes_30", minutes)
            .number("minutes_60", minutes)
            .number("average_macro", average + 40L)
            .number("average_pooled", average + 40L)
            .byKey("posts_by_week", posts)
            .build();
    Map<String, Status> statuses = statuses(Learners.POLICY, measures);
    Status overall = minutes >= 540 && average >= 10 ? Status.MET : Status.NOT_MET;
    assertThat(statuses.get("overall")).isEqualTo(overall);
    if (overall == Status.MET) {
      assertThat(statuses.get("theory")).isEqualTo(Status.MET);
    }
  }

  @Property
  void comparingFractionsIsConsistent(
      @ForAll int a,
      @ForAll @IntRange(min = 1, max = 1000) int b,
      @ForAll int c,
      @ForAll @IntRange(min = 1, max = 1000) int d) {
    Fraction left = Fraction.of(a, b);
    Fraction right = Fraction.of(c, d);
    assertThat(Integer.signum(left.compareTo(right)))
        .isEqualTo(-Integer.signum(right.compareTo(left)))
        .isEqualTo(left.minus(right).signum());
    assertThat(left.compareTo(right) == 0).isEqualTo(left.equals(right));
  }
}

package vn.chuyencan.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.chuyencan.model.Deadlines;
import vn.chuyencan.model.Distance;

/** What would make a learner eligible: how much, where, and until when. */
class NearestChangeTest {
  private static final LocalDate CLOSES = LocalDate.of(2026, 10, 11);
  private static final LocalDate TODAY = LocalDate.of(2026, 9, 30);
  private static final Map<String, LocalDate> WEEKS =
      Map.of(
          "1", LocalDate.of(2026, 9, 13),
          "2", LocalDate.of(2026, 9, 20),
          "3", LocalDate.of(2026, 9, 27),
          "4", LocalDate.of(2026, 10, 4),
          "5", CLOSES);
  private static final Deadlines DEADLINES =
      Deadlines.of(
          CLOSES, WEEKS, Map.of("F2", LocalDate.of(2026, 9, 20), "F5", LocalDate.of(2026, 12, 1)));

  private static LearnerMeasures.Builder ongoing(LearnerMeasures measures) {
    return measures.toBuilder()
        .phase(LearnerMeasures.Phase.ONGOING)
        .number("weeks_elapsed", 3)
        .number("plenary_planned", 0)
        .number("practice_planned", 0);
  }

  private static List<Distance> nearest(String certificate, LearnerMeasures.Builder measures) {
    return nearest(certificate, measures, TODAY);
  }

  private static List<Distance> nearest(
      String certificate, LearnerMeasures.Builder measures, LocalDate asOf) {
    PolicyEvaluator.Context context =
        new PolicyEvaluator.Context(asOf, "standard", DEADLINES, Map.of());
    return PolicyEvaluator.decide(Learners.POLICY, Learners.oneSet(measures.build()), context)
        .stream()
        .filter(decision -> decision.certificate().equals(certificate))
        .findFirst()
        .orElseThrow()
        .nearest();
  }

  private static Distance of(
      String criterion, String distance, String unit, String item, boolean possible, String until) {
    return new Distance(
        criterion,
        new BigDecimal(distance).setScale(6),
        unit,
        item,
        possible,
        LocalDate.parse(until));
  }

  @Test
  void aWeekThatIsOverIsPastAndOneToComeIsPossible() {
    assertThat(
            nearest(
                "overall",
                ongoing(Learners.an()).byKey("sessions_by_week", Learners.weeks(2, 2, 1, 0, 2))))
        .containsExactly(
            of("FC-TT.1", "1", "access", "week=3", false, "2026-09-27"),
            of("FC-TT.1", "2", "access", "week=4", true, "2026-10-04"));
  }

  @Test
  void minutesArePossibleAsLongAsDaysHaveThem() {
    LearnerMeasures.Builder short42 = ongoing(Learners.chi()).number("minutes_60", 520);
    assertThat(nearest("practice", short42))
        .containsExactly(of("FC-TH.1", "42", "minute", "", true, "2026-10-11"));
    LearnerMeasures.Builder none =
        ongoing(Learners.chi())
            .number("minutes", 0)
            .number("minutes_15", 0)
            .number("minutes_30", 0)
            .number("minutes_60", 0);
    assertThat(nearest("practice", none, CLOSES.minusDays(1)))
        .containsExactly(of("FC-TH.1", "540", "minute", "", true, "2026-10-11"));
    assertThat(nearest("practice", none, CLOSES).get(0).possible()).isFalse();
    assertThat(
            nearest("practice", none.phase(LearnerMeasures.Phase.CLOSED), CLOSES).get(0).possible())
        .isFalse();
  }

  /** A day has 1440 minutes and no more; without a deadline there is always another day. */
  @Test
  void minutesThatNoDayHasAreNotPossible() {
    LearnerMeasures none =
        Learners.oneSet(
            ongoing(Learners.chi())
                .number("minutes", 0)
                .number("minutes_15", 0)
                .number("minutes_30", 0)
                .number("minutes_60", 0)
                .build());
    assertThat(minutesPossible("1440", none, DEADLINES)).isTrue();
    assertThat(minutesPossible("1441", none, DEADLINES)).isFalse();
    assertThat(minutesPossible("1441", none, Deadlines.NONE)).isTrue();
    // Behind the institution one day more is left than by its calendar.
    Deadlines behind = DEADLINES.after(CLOSES.minusDays(2));
    assertThat(minutesPossible("2880", none, behind)).isTrue();
    assertThat(minutesPossible("2881", none, behind)).isFalse();
  }

  private static boolean minutesPossible(
      String required, LearnerMeasures measures, Deadlines deadlines) {
    Policy policy =
        PolicyReadings.of("p.yaml", Texts.bundled()).policy(Map.of("minutes_required", required));
    PolicyEvaluator.Context context =
        new PolicyEvaluator.Context(CLOSES.minusDays(1), "standard", deadlines, Map.of());
    return PolicyEvaluator.decide(policy, measures, context).stream()
        .filter(decision -> decision.certificate().equals("practice"))
        .flatMap(decision -> decision.nearest().stream())
        .filter(distance -> distance.criterionId().equals("FC-TH.1"))
        .findFirst()
        .orElseThrow()
        .possible();
  }

  @Test
  void anItemClosesOnItsOwnDayOrWithTheCourseRun() {
    assertThat(
            nearest(
                "overall",
                ongoing(Learners.an()).byKey("posts_by_forum", Learners.forums(1, 0, 1, 4, 0))))
        .containsExactly(
            of("FC-TT.5", "1", "post", "forum=F2", false, "2026-09-20"),
            of("FC-TT.5", "1", "post", "forum=F5", true, "2026-10-11"));
  }

  @Test
  void sessionsToComeDecideWhatAttendanceCanStillReach() {
    LearnerMeasures.Builder two =
        ongoing(Learners.an()).number("practice_held", 4).number("practice_present", 2);
    // Of four held and two to come five would be needed: three more of two is too much.
    assertThat(nearest("practice", two.number("practice_planned", 2)))
        .containsExactly(of("FC-TH.2", "3", "session", "", false, "2026-10-11"));
    // Of eight six are needed: four more of four.
    assertThat(nearest("practice", two.number("practice_planned", 4)))
        .containsExactly(of("FC-TH.2", "4", "session", "", true, "2026-10-11"));
  }

  @Test
  void theWayWithFewestCriteriaIsTheNearest() {
    // 22 of 28 exercises lack one; the compensation would ask for time and posts besides.
    LearnerMeasures.Builder one =
        ongoing(Learners.an()).number("exercises_completed", 22).number("posts", 3);
    assertThat(nearest("theory", one))
        .containsExactly(of("FC-LT.2", "1", "exercise", "", true, "2026-10-11"));
  }

  @Test
  void ofTwoWaysOfOneCriterionTheShorterOneIsTheNearest() {
    // Five of 23 exercises are lacking, or 10 of 1,080 minutes.
    LearnerMeasures.Builder nearly =
        ongoing(Learners.an())
            .number("exercises_completed", 18)
            .number("minutes", 1070)
            .number("minutes_15", 1070)
            .number("minutes_30", 1070)
            .number("minutes_60", 1070);
    assertThat(nearest("theory", nearly))
        .containsExactly(of("FC-LT.2b1", "10", "minute", "", true, "2026-10-11"));
  }

  @Test
  void aWayThatIsPastComesAfterOneThatIsOpen() {
    // One post in week 2 would do by weeks, but week 2 is over; two forums are still open.
    LearnerMeasures.Builder quiet =
        ongoing(Learners.an())
            .byKey("posts_by_week", Learners.weeks(1, 0, 1, 1, 1))
            .byKey("posts_by_forum", Learners.forums(2, 2, 2, 0, 0));
    assertThat(nearest("theory", quiet))
        .containsExactly(
            of("FC-LT.4b", "1", "post", "forum=F4", true, "2026-10-11"),
            of("FC-LT.4b", "1", "post", "forum=F5", true, "2026-10-11"));
  }

  @Test
  void moreOfTheSameIsOneStep() {
    // Below 540 minutes, 1,080 by compensation make up for both; exercises and posts are past.
    LearnerMeasures.Builder both =
        ongoing(Learners.an())
            .number("exercises_completed", 10)
            .number("minutes", 500)
            .number("minutes_15", 500)
            .number("minutes_30", 500)
            .number("minutes_60", 500);
    assertThat(nearest("theory", both))
        .containsExactly(of("FC-LT.2b1", "580", "minute", "", true, "2026-10-11"));
  }

  @Test
  void whatOthersMustSupplyIsNoWayToGo() {
    LearnerMeasures.Builder unchecked =
        Learners.an().toBuilder()
            .number("submissions_correct", 1)
            .number("submissions_unchecked", 1)
            .number("submission_links_unknown", 0);
    assertThat(nearest("practice", unchecked)).isEmpty();
    assertThat(nearest("overall", unchecked)).isEmpty();
  }

  @Test
  void aRoundedMarkLacksOnlyWhatRoundingDoesNotGive() {
    Policy rounded = PolicyText.of("flipped-classroom").policy(Map.of("mark_rounded_to", "1"));
    LearnerMeasures measures =
        Learners.oneSet(
            Learners.an().toBuilder()
                .number("average_macro", 49)
                .number("average_pooled", 49)
                .build());
    assertThat(Learners.decide(rounded, "theory", measures).nearest())
        .containsExactly(
            new Distance("FC-LT.3", new BigDecimal("0.050000"), "mark10", "", false, null));
  }
}

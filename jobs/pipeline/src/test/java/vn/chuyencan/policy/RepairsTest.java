package vn.chuyencan.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.model.CourseParameter;
import vn.chuyencan.model.Decision;
import vn.chuyencan.model.Fraction;
import vn.chuyencan.model.Status;

/** What a compensation makes good besides, and values of parameters that are wrong together. */
class RepairsTest {
  private static final String POLICY =
      """
      id: small
      version: 1
      title: {vi: Nhỏ, en: Small}
      in_force: {from: 2026-01-01}
      parameters: {mode: auto, high: 8, low: 5}
      reasons:
        why: {vi: vì sao, en: why}
      derived:
        - id: points
          kind: bands
          of: posts
          bands:
            - {from: $high, name: A, value: 2}
            - {from: $low, name: B, value: 1}
            - {name: F, value: 0}
      certificates:
        - id: pass
          title: {vi: Đạt, en: Pass}
          criteria:
            - id: A
              kind: at_least
              law: {id: L.1, citation: câu một}
              label: {vi: Phút, en: Minutes}
              measure: minutes
              threshold: 10
              unit: minute
            - id: B
              kind: at_least
              law: {id: L.2, citation: câu hai}
              label: {vi: Diễn đàn, en: Forums}
              measure: forums
              threshold: 1
              unit: forum
            - id: C
              kind: compensated_by
              law: {id: L.3, citation: câu ba}
              label: {vi: Bù, en: Compensation}
              compensates: A
              also: B
              mode: $mode
              reason: why
              criteria:
                - id: C1
                  kind: at_least
                  law: {id: L.3, citation: câu ba}
                  label: {vi: Bài, en: Posts}
                  measure: posts
                  threshold: 1
                  unit: post
      """;

  /** B is repaired where it failed, and where it is not known only by what is certain. */
  @ParameterizedTest
  @CsvSource({
    "auto, 0, MET_BY_COMPENSATION",
    "auto, , MET_BY_COMPENSATION",
    "auto, 1, MET_BY_COMPENSATION",
    "review, 0, NEEDS_REVIEW",
    "review, , INSUFFICIENT_DATA",
    "review, 1, NEEDS_REVIEW",
  })
  void whatIsMadeGoodWithItIsNeverWeakened(String mode, Integer forums, Status status) {
    Policy policy = PolicyLoader.fromText("p.yaml", POLICY.replace("mode: auto", "mode: " + mode));
    LearnerMeasures.Builder measures =
        LearnerMeasures.builder("L", "HV1").number("minutes", 1).number("posts", 1);
    if (forums != null) {
      measures.number("forums", forums);
    }
    Decision decision = Learners.decide(policy, "pass", measures.build());
    assertThat(decision.status()).isEqualTo(status);
  }

  /** Both are right alone: bands must fall. */
  @Test
  void valuesThatAreWrongTogetherAreToldOfTheirCourseRun() {
    List<PolicyText> policies = List.of(new PolicyText("p.yaml", POLICY));
    List<CourseParameter> apart =
        List.of(new CourseParameter("L1", "high", "6"), new CourseParameter("L2", "low", "7"));
    assertThat(CourseParameters.faults(policies, apart)).isEmpty();
    List<Fault> faults =
        CourseParameters.faults(
            policies,
            List.of(new CourseParameter("L1", "high", "6"), new CourseParameter("L1", "low", "7")));
    assertThat(faults).singleElement().satisfies(RepairsTest::assertTogether);
  }

  private static void assertTogether(Fault fault) {
    assertThat(fault.code()).isEqualTo(ErrorCode.COURSE_PARAMETER_INVALID);
    assertThat(fault.arguments()).containsExactly("L1", "high, low", "6, 7", "small");
  }

  /** The hash is that of names too, not of values alone. */
  @Test
  void anotherNameOfAParameterIsAnotherPolicy() {
    String one =
        PolicyLoader.fromText("p.yaml", POLICY.replace("{mode:", "{more: 1, mode:")).hash();
    String two =
        PolicyLoader.fromText("p.yaml", POLICY.replace("{mode:", "{mare: 1, mode:")).hash();
    assertThat(one).isNotEqualTo(two);
  }

  private static Map<String, Fraction> isoWeeks(long... values) {
    Map<String, Fraction> weeks = new TreeMap<>();
    for (long value : values) {
      weeks.put("2026-W" + (37 + weeks.size()), Fraction.of(value));
    }
    return weeks;
  }

  /** X-TIME-4: a failure is certain only where no other week's log has a gap. */
  @Test
  void aGapInTheOtherWeeksLeavesAFailureUnknown() {
    LearnerMeasures.Builder failing =
        Cases.an()
            .byKey("sessions_by_week", Learners.weeks(2, 1, 2, 2, 2))
            .byKey("sessions_by_iso_week", isoWeeks(2, 1, 2, 2, 2))
            .list("iso_log_gap_weeks", List.of("2026-W38"));
    assertThat(Cases.overall("FC-TT.1", failing).status()).isEqualTo(Status.INSUFFICIENT_DATA);
    assertThat(Cases.overall("FC-TT.1", failing).missingInputs()).containsExactly("learning_event");
    LearnerMeasures.Builder met = failing.byKey("sessions_by_week", Learners.weeks(2, 2, 2, 2, 2));
    assertThat(Cases.overall("FC-TT.1", met).status()).isEqualTo(Status.MET);
  }

  /** FC-X.5: a week before the enrolment is a week below too. */
  @Test
  void weeksBeforeEnrolmentCountAmongThoseBelow() {
    LearnerMeasures.Builder two =
        Learners.binh().toBuilder()
            .byKey("sessions_by_week", Learners.weeks(1, 1, 9, 9, 9))
            .list("weeks_before_enrolment", List.of("1"));
    assertThat(Cases.theory("FC-LT.2b2", two).status()).isEqualTo(Status.NOT_MET);
  }

  /** By ISO weeks while the course goes on: only weeks that are over have failed. */
  @Test
  void anIsoWeekToComeHasNotFailed() {
    PolicyReadings readings = PolicyReadings.of("p.yaml", Texts.bundled());
    Policy iso =
        readings.policy(Map.of("accesses", "sessions_by_iso_week", "accesses_beside", "none"));
    LearnerMeasures.Builder ongoing =
        Cases.an()
            .phase(LearnerMeasures.Phase.ONGOING)
            .number("iso_weeks_elapsed", 2)
            .byKey("sessions_by_iso_week", isoWeeks(2, 2, 0, 0, 0));
    assertThat(
            Learners.result(Learners.decide(iso, "overall", ongoing.build()), "FC-TT.1").status())
        .isEqualTo(Status.INSUFFICIENT_DATA);
    LearnerMeasures failed = ongoing.number("iso_weeks_elapsed", 3).build();
    assertThat(Learners.result(Learners.decide(iso, "overall", failed), "FC-TT.1").status())
        .isEqualTo(Status.NOT_MET);
  }

  /** A reading that differs in a condition of the compensation names the condition. */
  @Test
  void aDifferenceNamesPartsToo() {
    PolicyReadings readings = PolicyReadings.of("p.yaml", Texts.bundled());
    Policy shorter =
        readings.policy(readings.policy().variant("time_gap_15").orElseThrow(), Map.of());
    LearnerMeasures binh =
        Learners.oneSet(
            Learners.binh().toBuilder()
                .number("minutes", 1100)
                .number("minutes_15", 1000)
                .number("minutes_30", 1100)
                .number("minutes_60", 1100)
                .build());
    assertThat(Sensitivity.of(readings.policy(), shorter, binh))
        .filteredOn(difference -> difference.certificate().equals("theory"))
        .singleElement()
        .satisfies(difference -> assertThat(difference.criteria()).contains("FC-LT.2b1"));
  }
}

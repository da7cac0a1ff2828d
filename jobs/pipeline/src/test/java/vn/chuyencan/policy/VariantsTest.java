package vn.chuyencan.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.Language;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.model.CourseParameter;
import vn.chuyencan.model.Fraction;
import vn.chuyencan.model.Status;

/** Every alternative reading of REQUIREMENTS 3 is a variant of the policy and reads as it says. */
class VariantsTest {
  private static final PolicyReadings READINGS = PolicyText.of("flipped-classroom").readings();

  private static LearnerMeasures.Builder an() {
    return Learners.an().toBuilder();
  }

  private static LearnerMeasures.Builder minutes(int own, int at15, int at30, int at60) {
    return an().number("minutes", own)
        .number("minutes_15", at15)
        .number("minutes_30", at30)
        .number("minutes_60", at60);
  }

  static Stream<Arguments> readings() {
    Map<String, Fraction> iso = new TreeMap<>();
    List.of("2026-W37", "2026-W38", "2026-W39", "2026-W40", "2026-W41")
        .forEach(week -> iso.put(week, Fraction.of(2)));
    Map<String, Fraction> isoShort = new TreeMap<>(iso);
    isoShort.put("2026-W39", Fraction.of(1));
    return Stream.of(
        reading(
            "compensation_reviewed",
            "theory",
            Learners.binh().toBuilder(),
            Status.MET_BY_COMPENSATION,
            Status.NEEDS_REVIEW),
        reading(
            "compensation_replaces_discussion",
            "theory",
            Learners.binh().toBuilder().byKey("posts_by_week", Learners.weeks(4, 0, 0, 0, 1)),
            Status.NEEDS_REVIEW,
            Status.MET_BY_COMPENSATION),
        reading(
            "active_days",
            "overall",
            an().byKey("active_days_by_week", Learners.weeks(3, 2, 1, 2, 2)),
            Status.MET,
            Status.NOT_MET),
        reading(
            "site_logins",
            "overall",
            an().byKey("logins_by_week", Learners.weeks(3, 2, 1, 2, 2)),
            Status.MET,
            Status.NOT_MET),
        reading(
            "course_weeks",
            "overall",
            an().byKey("sessions_by_iso_week", isoShort),
            Status.NEEDS_REVIEW,
            Status.MET),
        reading(
            "iso_weeks",
            "overall",
            an().byKey("sessions_by_iso_week", isoShort),
            Status.NEEDS_REVIEW,
            Status.NOT_MET),
        reading(
            "iso_weeks",
            "overall",
            an().byKey("sessions_by_week", Learners.weeks(1, 2, 4, 2, 3))
                .byKey("sessions_by_iso_week", iso),
            Status.NEEDS_REVIEW,
            Status.MET),
        reading(
            "every_week_strictly",
            "theory",
            Learners.binh().toBuilder().byKey("sessions_by_week", Learners.weeks(3, 1, 2, 4, 2)),
            Status.NEEDS_REVIEW,
            Status.NOT_MET),
        reading(
            "time_gap_15",
            "overall",
            minutes(600, 500, 600, 700),
            Status.NEEDS_REVIEW,
            Status.NOT_MET),
        reading(
            "time_gap_30", "overall", minutes(600, 500, 600, 700), Status.NEEDS_REVIEW, Status.MET),
        reading(
            "time_gap_60", "overall", minutes(500, 400, 500, 600), Status.NEEDS_REVIEW, Status.MET),
        reading(
            "half_gap_tail",
            "overall",
            minutes(500, 500, 500, 500).number("minutes_with_tail", 540),
            Status.NOT_MET,
            Status.MET),
        reading(
            "attendance_counted",
            "overall",
            minutes(500, 500, 500, 500).number("minutes_with_attendance", 540),
            Status.NOT_MET,
            Status.MET),
        reading(
            "abandoned_as_zero",
            "theory",
            an().number("average_with_abandoned", new BigDecimal("49.9"))
                .number("self_assessment_with_abandoned", 60),
            Status.MET,
            Status.NOT_MET),
        reading(
            "abandoned_as_zero",
            "overall",
            an().number("average_with_abandoned", 60)
                .number("self_assessment_with_abandoned", new BigDecimal("49.9")),
            Status.MET,
            Status.NOT_MET),
        reading(
            "completed_by_flag",
            "theory",
            an().number("exercises_flagged", 22),
            Status.MET,
            Status.NOT_MET),
        reading(
            "completed_by_mark",
            "theory",
            an().number("exercises_passed", 22),
            Status.MET,
            Status.NOT_MET),
        reading(
            "macro_average",
            "theory",
            an().number("average_macro", 45).number("average_pooled", 63),
            Status.NEEDS_REVIEW,
            Status.NOT_MET),
        reading(
            "pooled_average",
            "theory",
            an().number("average_macro", 45).number("average_pooled", 63),
            Status.NEEDS_REVIEW,
            Status.MET),
        reading(
            "excused_not_counted",
            "practice",
            an().number("practice_present", 2).number("practice_excused", 2),
            Status.NOT_MET,
            Status.MET),
        reading(
            "overall_time_considered",
            "overall",
            minutes(500, 490, 500, 510),
            Status.NOT_MET,
            Status.NEEDS_REVIEW),
        reading(
            "every_member_has_a_draft",
            "overall",
            an().number("group_members_with_draft", 2).number("group_members_commented", 2),
            Status.MET,
            Status.NOT_MET),
        reading(
            "mark_rounded",
            "theory",
            an().number("average_macro", new BigDecimal("49.5"))
                .number("average_pooled", new BigDecimal("49.5")),
            Status.NOT_MET,
            Status.MET),
        reading(
            "mark_rounded",
            "theory",
            an().number("average_macro", new BigDecimal("49.499999"))
                .number("average_pooled", new BigDecimal("49.499999")),
            Status.NOT_MET,
            Status.NOT_MET));
  }

  private static Arguments reading(
      String variant,
      String certificate,
      LearnerMeasures.Builder measures,
      Status decided,
      Status otherwise) {
    return Arguments.of(
        variant, certificate, Learners.oneSet(measures.build()), decided, otherwise);
  }

  @ParameterizedTest
  @MethodSource("readings")
  void readsOtherwise(
      String variant,
      String certificate,
      LearnerMeasures measures,
      Status decided,
      Status otherwise) {
    Policy.Variant named = READINGS.policy().variant(variant).orElseThrow();
    Policy other = READINGS.policy(named, Map.of());
    assertThat(Learners.decide(READINGS.policy(), certificate, measures).status())
        .isEqualTo(decided);
    assertThat(Learners.decide(other, certificate, measures).status()).isEqualTo(otherwise);
    List<Sensitivity.Difference> differences =
        Sensitivity.of(READINGS.policy(), other, measures).stream()
            .filter(one -> one.certificate().equals(certificate))
            .toList();
    if (decided == otherwise) {
      assertThat(differences).isEmpty();
    } else {
      assertThat(differences).hasSize(1);
      assertThat(differences.get(0).decided()).isEqualTo(decided);
      assertThat(differences.get(0).status()).isEqualTo(otherwise);
      assertThat(differences.get(0).criteria()).isNotEmpty();
    }
  }

  @Test
  void everyVariantIsProved() {
    assertThat(readings().map(arguments -> arguments.get()[0]).distinct())
        .containsExactlyInAnyOrderElementsOf(
            READINGS.policy().variants().stream().map(Policy.Variant::id).toList());
  }

  @Test
  void aDifferenceNamesTheCriteriaThatComeOutOtherwise() {
    LearnerMeasures measures =
        Learners.oneSet(an().number("average_macro", 45).number("average_pooled", 63).build());
    Policy pooled =
        READINGS.policy(READINGS.policy().variant("pooled_average").orElseThrow(), Map.of());
    assertThat(Sensitivity.of(READINGS.policy(), pooled, measures))
        .extracting(Sensitivity.Difference::certificate, Sensitivity.Difference::criteria)
        .containsExactly(
            org.assertj.core.api.Assertions.tuple("overall", List.of("FC-TT.3")),
            org.assertj.core.api.Assertions.tuple("theory", List.of("FC-LT.3")));
    Policy considered =
        READINGS.policy(
            READINGS.policy().variant("overall_time_considered").orElseThrow(), Map.of());
    assertThat(
            Sensitivity.of(
                READINGS.policy(), considered, Learners.oneSet(minutes(9, 9, 9, 9).build())))
        .extracting(Sensitivity.Difference::criteria)
        .containsExactly(List.of("FC-TT.2r"));
    assertThat(Sensitivity.of(READINGS.policy(), READINGS.policy(), measures)).isEmpty();
  }

  @Test
  void aCourseRunGivesAParameterAnotherValue() {
    LearnerMeasures measures = Learners.oneSet(minutes(500, 490, 500, 510).build());
    Policy lower = READINGS.policy(Map.of("minutes_required", "480"));
    assertThat(Learners.decide(READINGS.policy(), "overall", measures).status())
        .isEqualTo(Status.NOT_MET);
    assertThat(Learners.decide(lower, "overall", measures).status()).isEqualTo(Status.MET);
    assertThat(lower.parameters()).containsEntry("minutes_required", "480");
    assertThat(lower.hash()).isEqualTo(READINGS.policy().hash());
    Policy both =
        READINGS.policy(
            READINGS.policy().variant("time_gap_15").orElseThrow(),
            Map.of("minutes_required", "495"));
    assertThat(Learners.decide(both, "overall", measures).status()).isEqualTo(Status.NOT_MET);
    assertThat(READINGS.own(Map.of("minutes_required", "1", "other", "2")))
        .isEqualTo(Map.of("minutes_required", "1"));
    assertThat(READINGS.policy(Map.of())).isSameAs(READINGS.policy());
    assertThat(READINGS.policy(Map.of("bu_mode", "review")))
        .isSameAs(READINGS.policy(Map.of("bu_mode", "review")));
    PolicyEvaluator.Context context =
        new PolicyEvaluator.Context(
            Learners.AS_OF,
            "standard",
            vn.chuyencan.model.Deadlines.NONE,
            Map.of("minutes_required", "480", "of_another_policy", "1"));
    assertThat(PolicyEvaluator.decide(lower, measures, context).get(0).courseParameters())
        .containsExactly("minutes_required=480");
  }

  @Test
  void refusesAValueOfAnotherShape() {
    assertThat(messages(() -> READINGS.policy(Map.of("minutes_required", "many", "who", "1"))))
        .containsExactly(
            "E3209 flipped-classroom.yaml:15 [minutes_required]: the parameter minutes_required"
                + " cannot be many here. It may be: 540.",
            "E3209 flipped-classroom.yaml:15 [who]: the parameter who cannot be 1 here. It may be: "
                + String.join(" | ", READINGS.policy().parameters().keySet())
                + ".");
    assertThat(messages(() -> READINGS.policy(Map.of("overall_time_considered", "perhaps"))))
        .containsExactly(
            "E3209 flipped-classroom.yaml:15 [overall_time_considered]: the parameter"
                + " overall_time_considered cannot be perhaps here. It may be: true | false.");
    assertThat(messages(() -> READINGS.policy(Map.of("time", "hours"))))
        .isNotEmpty()
        .allMatch(message -> message.startsWith("E3205 flipped-classroom.yaml:"));
    assertThat(messages(() -> READINGS.policy(Map.of("minutes_required", "none"))))
        .isNotEmpty()
        .allMatch(message -> message.contains("none is not a valid value: 540"));
  }

  @Test
  void refusesWhatNoPolicyTakes() {
    List<PolicyText> policies = List.of(PolicyText.of("flipped-classroom"));
    assertThat(CourseParameters.faults(policies, List.of())).isEmpty();
    assertThat(
            CourseParameters.faults(
                policies,
                List.of(
                    new CourseParameter("L1", "minutes_required", "480"),
                    new CourseParameter("L1", "time_band", "minutes_15 minutes_60"))))
        .isEmpty();
    List<Fault> faults =
        CourseParameters.faults(
            policies,
            List.of(
                new CourseParameter("L1", "minutes_required", "many"),
                new CourseParameter("L2", "time", "hours")));
    assertThat(faults).extracting(Fault::code).containsOnly(ErrorCode.COURSE_PARAMETER_INVALID);
    assertThat(faults.get(0).message(Language.EN))
        .isEqualTo(
            "E3210: the register course_parameter gives minutes_required of the course run L1 the"
                + " value many, which no policy in use takes: 540. Correct or remove"
                + " this row.");
    assertThat(faults.get(1).message(Language.VI))
        .isEqualTo(
            "E3210: sổ course_parameter ghi time của lớp L2 bằng hours, không bộ quy tắc nào đang"
                + " dùng nhận giá trị này: minutes. Hãy sửa hoặc bỏ dòng này.");
    assertThat(
            CourseParameters.faults(policies, List.of(new CourseParameter("L1", "minute", "1")))
                .get(0)
                .message(Language.EN))
        .contains("minutes_required | minutes_to_compensate");
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        Arguments.of(
            "changes: {bu_mode: review}",
            "changes: {bu_modus: review}",
            "E3209 p.yaml:69 [variants[0].changes.bu_modus]: the parameter bu_modus cannot be"
                + " review here."),
        Arguments.of(
            "changes: {bu_mode: review}",
            "changes: {minutes_required: soon}",
            "E3209 p.yaml:69 [variants[0].changes.minutes_required]: the parameter"
                + " minutes_required cannot be soon here. It may be: 540."),
        Arguments.of(
            "changes: {bu_mode: review}",
            "changes: {bu_mode: never}",
            "E3204 p.yaml:69 [variants[0].changes]: never is not a valid value: auto | review"),
        Arguments.of(
            "changes: {bu_mode: review}",
            "changes: {}",
            "E3204 p.yaml:69 [variants[0].changes]: {} is not a valid value:"),
        Arguments.of(
            "id: compensation_replaces_discussion",
            "id: compensation_reviewed",
            "E3206 p.yaml:70 [variants[1].id]: the criterion compensation_reviewed is defined"
                + " twice, first on line 66."),
        Arguments.of(
            "  bu_mode: auto\n",
            "  bu_mode: {a: b}\n",
            "E3204 p.yaml:61 [parameters.bu_mode]: {\"a\":\"b\"} is not a valid value:"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void refusesAVariantWhereItStands(String from, String to, String message) {
    String text = Texts.bundled();
    assertThat(text).contains(from);
    assertThat(messages(() -> PolicyReadings.of("p.yaml", text.replace(from, to))))
        .anyMatch(one -> one.startsWith(message));
  }

  private static List<String> messages(Runnable call) {
    PipelineException refused = catchThrowableOfType(PipelineException.class, call::run);
    assertThat(refused).as("refused").isNotNull();
    return refused.faults().stream().map(fault -> fault.message(Language.EN)).toList();
  }
}

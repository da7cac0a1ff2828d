package vn.chuyencan.comply;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Circular 30/2023: improvement, fairness, staff, documents, feedback, reviews. */
class Circular30PeopleTest {

  private static Facts facts() {
    return Facts.of(2026, "2026-12-15");
  }

  @ParameterizedTest
  @CsvSource({
    "'R,improvement,learner,2026-01-01', MET 1 [R]",
    "'R,improvement,learner,2025-12-31', NOT_MET 0",
    "'R,improvement,learner,2026-12-16', NOT_MET 0",
    "'R,improvement,,2026-06-01', NOT_MET 0",
    "'R,other,learner,2026-06-01', NOT_MET 0"
  })
  void qualityIsImprovedEveryYear(String record, String told) {
    Facts facts = facts().with("reg.review_record", "review_id,kind,sources,held_on", record);
    assertThat(Told.of(facts, "C30-3.2", "*")).isEqualTo(told);
  }

  @Test
  void untilTheYearIsOverThereIsTime() {
    String header = "review_id,kind,sources,held_on";
    assertThat(facts().with("reg.review_record", header).judge("C30-3.2").get("*").noteVi())
        .isEqualTo("Còn thời hạn đến hết năm.");
    assertThat(
            Facts.of(2026, "2027-01-10")
                .with("reg.review_record", header)
                .judge("C30-3.2")
                .get("*")
                .noteVi())
        .isEmpty();
  }

  @Test
  void groupsOfLearnersAreCompared() {
    Facts facts =
        facts()
            .with("reg.course_run", "course_id,opens_on,closes_on", "K,2026-09-01,2026-12-20")
            .with(
                "reg.enrolment",
                "course_id,learner_id,role",
                "K,a,learner",
                "K,b,learner",
                "K,c,learner",
                "K,d,learner")
            .with(
                "reg.admission",
                "student_id,program_id,area,site_id",
                "a,P,kv1,X",
                "b,P,kv1,X",
                "c,P,kv3,X",
                "d,P,,Y")
            .with(
                "lake.learner_week",
                "course_id,learner_id,first_day,last_day,events",
                "K,a,2026-09-07,2026-09-13,2",
                "K,b,2026-09-07,2026-09-13,0",
                "K,c,2026-09-07,2026-09-13,1");
    assertThat(Told.of(facts, "C30-3.3", "area:kv1")).isEqualTo("- 0.5");
    assertThat(Told.of(facts, "C30-3.3", "area:kv3")).isEqualTo("- 1");
    assertThat(Told.of(facts, "C30-3.3", "area:?"))
        .isEqualTo("INSUFFICIENT_DATA 0 -admission area");
    assertThat(Told.of(facts, "C30-3.3", "area:gap")).as("1 − 1/2").isEqualTo("- 0.5");
    assertThat(Told.of(facts, "C30-3.3", "site:gap")).as("2/3 − 0").isEqualTo("- 0.666667");
  }

  private static Facts staff(String... rows) {
    String[] lines = new String[rows.length + 1];
    lines[0] = "staff_id,group,active_from,active_to";
    System.arraycopy(rows, 0, lines, 1, rows.length);
    return facts().with("reg.staff", lines);
  }

  @Test
  void fourGroupsOfStaffAreThere() {
    Facts facts =
        staff(
            "a,lecturer,2020-01-01,",
            "b,adviser,2020-01-01,",
            "c,administration,2020-01-01,2026-12-14",
            "d,material_production,2026-12-16,");
    assertThat(Told.of(facts, "C30-7.1", "lecturer")).isEqualTo("MET 1");
    assertThat(Told.of(facts, "C30-7.1", "administration")).as("left").isEqualTo("NOT_MET 0");
    assertThat(Told.of(facts, "C30-7.1", "material_production"))
        .as("to come")
        .isEqualTo("NOT_MET 0");
    assertThat(Told.of(facts, "C30-7.1", "advising"))
        .as("or five groups")
        .isEqualTo("NEEDS_REVIEW 1");
    assertThat(
            Told.of(
                staff("b,adviser,2020-01-01,", "e,academic_affairs,2020-01-01,"),
                "C30-7.1",
                "advising"))
        .isEqualTo("MET 2");
  }

  @ParameterizedTest
  @CsvSource({
    "C30-7.2, lecturer, distance_methods, management",
    "C30-7.3, administration, system_administration, distance_methods",
    "C30-7.4, material_production, material_design, distance_methods",
    "C30-7.5, adviser, learning_guidance, system_administration"
  })
  void staffIsTrained(String rule, String group, String right, String wrong) {
    String header = "record_id,person_id,group,topic,held_on,participants,certificate";
    Facts facts = staff("a," + group + ",2020-01-01,", "b," + group + ",2020-01-01,");
    String first = "1,a," + group + "," + right + ",2026-12-15,,";
    facts.with(
        "reg.training_record", header, first, "2,b," + group + "," + wrong + ",2026-01-01,,");
    assertThat(Told.of(facts, rule, "*")).isEqualTo("NOT_MET 0.5 [b]");
    facts.with(
        "reg.training_record", header, first, "2,b," + group + "," + right + ",2026-12-16,,");
    assertThat(Told.of(facts, rule, "*")).as("after the cut-off").isEqualTo("NOT_MET 0.5 [b]");
    facts.with(
        "reg.training_record", header, first, "2,b," + group + "," + wrong + ",2026-01-01,,CC1");
    assertThat(Told.of(facts, rule, "*")).as("with a certificate").isEqualTo("MET 1");
    facts.with(
        "reg.training_record", header, first, "2,," + group + "," + right + ",2026-01-01,1,");
    assertThat(Told.of(facts, rule, "*"))
        .as("somebody without a name")
        .isEqualTo("INSUFFICIENT_DATA 0.5 [b] -training_record person_id");
    assertThat(Told.of(staff().with("reg.training_record", header), rule, "*"))
        .isEqualTo("NOT_MET");
  }

  @ParameterizedTest
  @CsvSource({
    "'1,a,,2026-09-01,', '2,b,,2026-09-01,', MET 1",
    "'1,a,,2026-09-01,', '2,b,,2026-09-02,', NOT_MET 0.5",
    "'1,,C,2026-08-30,2', '2,x,,2026-09-01,', MET 1",
    "'1,,C,2026-08-30,1', '2,x,,2026-09-01,', NOT_MET 0.5"
  })
  void learnersAreGuidedBeforeTheStart(String first, String second, String told) {
    Facts facts =
        facts()
            .with(
                "reg.cohort",
                "cohort_id,name,starts_on",
                "C,Khóa 2026,2026-09-01",
                "D,Cũ,2025-09-01")
            .with(
                "reg.admission",
                "student_id,cohort_id,enrolled_on",
                "a,C,2026-08-20",
                "b,C,2026-08-20",
                "c,C,",
                // After the day of the figures.
                "d,C,2026-12-16")
            .with(
                "reg.training_record",
                "record_id,person_id,cohort_id,held_on,participants,group,topic",
                first + ",learner,induction",
                second + ",learner,induction");
    assertThat(Told.of(facts, "C30-7.5-NH", "C")).isEqualTo(told);
    assertThat(facts.judge("C30-7.5-NH")).containsOnlyKeys("C");
  }

  @Test
  void staffTrainedInTheYear() {
    Facts facts =
        staff("a,lecturer,2020-01-01,", "b,lecturer,2020-01-01,", "m,manager,2020-01-01,")
            .with(
                "reg.training_record",
                "record_id,person_id,group,topic,held_on,participants",
                "1,a,lecturer,other,2026-01-01,",
                "2,b,lecturer,other,2025-12-31,",
                "3,,lecturer,other,2026-02-01,9");
    Indicator found = facts.judge("C30-12.3").get("lecturer");
    assertThat(found.value()).isEqualByComparingTo("0.5");
    assertThat(found.upper()).isEqualByComparingTo("1");
    assertThat(facts.judge("C30-12.3")).containsOnlyKeys("lecturer");
  }

  @ParameterizedTest
  @CsvSource({
    "C30-8.1-HS, C30-8.1, *, MET 1 [D]",
    "C30-8.2, X-PD-6c, X-PD-6c, MET [D 2026-06-01]",
    "C30-10.1, C30-10.1, *, MET 1 [D]",
    "C30-10.3, C30-10.3, *, MET 1 [D]",
    "C30-11, C30-11.4, C30-11.4, MET [D 2026-12-15]",
    "C30-11, C30-11.8, C30-11.8, MET [D 2026-12-15]",
    "C30-12.5, C30-12.5, *, MET 1 [D 2026-12-15]"
  })
  void documentsAreIssuedByTheCutOff(String rule, String code, String scope, String told) {
    String header = "document_id,code,issued_on,signer,reviewed_on";
    assertThat(
            Told.of(
                facts().with("reg.document", header, "D," + code + ",2026-12-15,Lê A,2026-06-01"),
                rule,
                scope))
        .isEqualTo(told);
    assertThat(
            Told.of(
                facts().with("reg.document", header, "D," + code + ",2026-12-16,Lê A,2026-06-01"),
                rule,
                scope))
        .isIn("NOT_MET 0", scope.equals("C30-11.8") ? "NOT_APPLICABLE" : "NOT_MET");
  }

  @Test
  void rulesWithoutASignatureAreNoRules() {
    Facts facts =
        facts()
            .with(
                "reg.document",
                "document_id,code,issued_on,signer",
                "D,C30-12.5,2026-01-01,",
                "E,C30-11.1,2026-01-01,");
    assertThat(Told.of(facts, "C30-12.5", "*")).isEqualTo("NOT_MET 0");
    assertThat(Told.of(facts, "C30-11", "C30-11.1")).isEqualTo("NOT_MET");
    assertThat(facts.judge("C30-11")).hasSize(8);
    assertThat(facts.judge("C30-8.2")).hasSize(6);
  }

  @ParameterizedTest
  @CsvSource({"2026-12-15, - 1 [A]", "2026-12-14, - 0", ", - 1 [A]"})
  void accreditationIsTold(String validTo, String told) {
    Facts facts =
        facts()
            .with("reg.program", "program_id,name", "P,Chương trình")
            .with(
                "reg.accreditation",
                "accreditation_id,program_id,decided_on,result,valid_to",
                "A,P,2024-01-01,met," + (validTo == null ? "" : validTo));
    assertThat(Told.of(facts, "C30-10.1-KD", "P")).isEqualTo(told);
  }

  @Test
  void twoAccreditationsAreOneState() {
    Facts facts =
        facts()
            .with("reg.program", "program_id,name", "P,Chương trình")
            .with(
                "reg.accreditation",
                "accreditation_id,program_id,decided_on,result,valid_to",
                "A,P,2024-01-01,met,",
                "B,P,2025-01-01,met,");
    assertThat(Told.of(facts, "C30-10.1-KD", "P")).isEqualTo("- 1 [A; B]");
  }

  private static Facts surveys() {
    return facts()
        .with(
            "reg.survey",
            "survey_id,year,term,user_group,invited,opened_on",
            "S,2026,HK1,learner,10,2026-06-01",
            "T,2026,HK1,lecturer,4,2026-06-01",
            "U,2026,HK2,learner,10,2026-12-16",
            "V,2025,HK0,stakeholder,10,2025-06-01")
        .with(
            "reg.survey_response",
            "survey_id,respondent_no,dimension,score",
            "S,1,overall,5",
            "S,2,overall,4",
            "S,3,overall,3",
            "S,4,overall,4",
            "S,1,device_internet,4",
            "S,2,device_internet,3",
            "V,1,overall,1");
  }

  @Test
  void satisfactionHasItsNumbersAndItsInterval() {
    Facts facts = surveys();
    assertThat(Told.of(facts, "C30-10.3-TL", "HK1/learner")).as("4 of 10").isEqualTo("- 0.4");
    assertThat(Told.of(facts, "C30-10.3-TL", "HK1/lecturer")).isEqualTo("- 0");
    Indicator mean = facts.judge("C30-10.3-TB").get("HK1/learner/overall");
    // 16/4 = 4; s² = 2/3, so 1.96·√(2/3/4) = 0.800167.
    assertThat(mean.value()).isEqualByComparingTo("4");
    assertThat(mean.denominator()).isEqualByComparingTo("4");
    assertThat(mean.lower()).isEqualByComparingTo("3.199833");
    assertThat(mean.upper()).isEqualByComparingTo("4.800167");
    Indicator satisfied = facts.judge("C30-10.3-HL").get("HK1/learner/overall");
    // Wilson of 3 of 4: (0.75 + 0.4802 ± 1.96·√(0.1875/4 + 0.9604/16)) / 1.9604.
    assertThat(satisfied.value()).isEqualByComparingTo("0.75");
    assertThat(satisfied.lower()).isEqualByComparingTo("0.300636");
    assertThat(satisfied.upper()).isEqualByComparingTo("0.954414");
  }

  @Test
  void whoWasAskedInTheYear() {
    Facts facts = surveys();
    assertThat(Told.of(facts, "C30-10.3-DT", "learner")).isEqualTo("MET 1 [S]");
    assertThat(Told.of(facts, "C30-10.3-DT", "stakeholder")).isEqualTo("NOT_MET 0");
    Indicator device = facts.judge("C30-9").get("learner");
    assertThat(device.value()).isEqualByComparingTo("0.5");
    assertThat(device.otherValue()).as("3 or more").isEqualByComparingTo("1");
  }

  @Test
  void requestsAreAnsweredInTime() {
    Facts facts =
        facts()
            .with(
                "reg.complaint",
                "complaint_id,user_group,received_at,first_answered_at,resolved_on,due_on",
                "1,learner,2026-03-01T08:00:00,2026-03-01T09:00:00,2026-03-05,2026-03-05",
                "2,learner,2026-03-01T08:00:00,2026-03-01T08:15:00,2026-03-06,2026-03-05",
                "3,learner,2026-12-01T08:00:00,,,2026-12-15",
                "4,learner,2026-12-01T08:00:00,2026-12-01T08:45:30,,2026-12-14",
                "5,learner,2025-12-31T23:59:59,,,2026-01-05",
                "6,learner,2026-12-14T08:00:00,2026-12-16T08:00:00,2026-12-16,2026-12-15");
    assertThat(Told.of(facts, "C30-10.3-YK", "learner"))
        .as("6 was answered after the cut-off")
        .isEqualTo("- 0.6 [3; 6]");
    assertThat(Told.of(facts, "C30-10.3-TG", "learner")).as("15, 45.5, 60").isEqualTo("- 45.5");
    assertThat(Told.of(facts, "C30-10.3-QH", "learner"))
        .as("6 was not yet overdue")
        .isEqualTo("- 0.4 [2; 4]");
  }

  @Test
  void effectivenessIsReviewedFromThreeSources() {
    Facts facts =
        facts()
            .with(
                "reg.review_record",
                "review_id,kind,sources,held_on",
                "R,c30_effectiveness,learner lecturer,2026-12-15",
                "S,c30_effectiveness,support_staff,2025-12-31");
    assertThat(Told.of(facts, "C30-12.4", "learner")).isEqualTo("MET 1 [R]");
    assertThat(Told.of(facts, "C30-12.4", "lecturer")).isEqualTo("MET 1 [R]");
    assertThat(Told.of(facts, "C30-12.4", "support_staff")).isEqualTo("NOT_MET 0");
  }

  @Test
  void reportsAreOnlyWhereTheMinistryAsks() {
    String header = "submission_id,form,year,sent_on";
    assertThat(Told.of(facts().with("reg.report_submission", header), "C30-12.4-BC", "*"))
        .isEqualTo("NOT_APPLICABLE");
    assertThat(
            Told.of(
                facts().with("reg.report_submission", header, "B,circular30-12.4,2026,2026-12-01"),
                "C30-12.4-BC",
                "*"))
        .isEqualTo("- 1 [B]");
  }
}

package vn.chuyencan.comply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Circular 09/2021: what of marks, sessions, tasks and reviews a report of one year may count. */
class Circular09TimesTest {
  private static final String LATER = "2027-03-01";

  /** A class from September to May, of which the report of 2026 sees the first semester. */
  private static Facts school(String asOf) {
    return Facts.of(2026, asOf)
        .with(
            "reg.lesson_plan",
            "course_id,lesson_id,subject,planned_on,mode,decision_id,reason,delivered_on",
            "K,T1,Tin học,2026-09-08,replace,Q,Bão,2026-09-10")
        .with(
            "reg.course_run",
            "course_id,title,opens_on,closes_on,course_code",
            "K,10A,2026-09-01,2027-05-28,TIN10")
        .with("reg.enrolment", "course_id,learner_id,role", "K,a,learner", "K,b,learner");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-09-10, MET 1",
    "2026-09-09, NOT_MET 0 [T1]", // it was given a day after the pupils could come again
  })
  void aLessonThatReplacesNeedsTheDecisionOnTheDayOnWhichItIsGiven(String until, String told) {
    Facts facts =
        school("2026-12-15")
            .with(
                "reg.decision",
                "decision_id,kind,signed_on,valid_until,signer_role",
                "Q,force_majeure,2026-09-07," + until + ",principal");
    assertThat(Told.of(facts, "C09-5.4", "K")).isEqualTo(told);
  }

  @Test
  void marksOfTheNextYearAreNotOfThisOne() {
    Facts facts =
        school(LATER)
            .with(
                "lake.grade",
                "course_id,learner_id,component_id,kind,state,graded_on",
                "K,a,m1,activity,graded,2026-12-31",
                "K,a,m2,activity,graded,2027-01-04",
                "K,b,m1,manual,graded,",
                "K,b,m0,manual,graded,2025-12-31")
            .with("reg.exam_session", "exam_id,kind");
    assertThat(Told.of(facts, "C09-6.1", "K")).as("one each").isEqualTo("- 1");
  }

  @Test
  void aMarkThatCameAfterTheCutOffIsNoRecordOfIt() {
    Facts facts =
        school("2026-12-15")
            .with(
                "reg.course_run",
                "course_id,title,opens_on,closes_on",
                "K,10A,2026-09-01,2026-12-10")
            .with(
                "lake.grade",
                "course_id,learner_id,component_id,kind,state,graded_on",
                "K,a,m1,activity,graded,2026-12-15",
                "K,a,course,course,graded,",
                "K,b,m1,activity,graded,2026-12-15",
                "K,b,course,course,graded,2026-12-16");
    assertThat(Told.of(facts, "C09-8.1d", "K")).isEqualTo("NOT_MET 0.5 [b]");
  }

  @Test
  void sessionsOfTheNextYearAreNotOfThisOne() {
    Facts facts =
        school(LATER)
            .with(
                "lake.attendance_record",
                "course_id,learner_id,session_id,starts_at,status,counted_present",
                "K,a,1,2026-12-31T08:00:00,present,true",
                "K,b,1,2026-12-31T08:00:00,absent,false",
                "K,a,2,2027-01-04T08:00:00,absent,false",
                "K,b,2,2027-01-04T08:00:00,absent,false");
    assertThat(Told.of(facts, "C09-17", "K")).isEqualTo("- 0.5");
  }

  @Test
  void aTaskIsOwedWhenItIsDue() {
    Facts facts =
        school("2026-12-15")
            .with(
                "reg.activity",
                "course_id,activity_id,kind,closes_on",
                "K,n1,assignment,2026-12-15",
                "K,n2,assignment,2026-12-16",
                "K,n3,assignment,")
            .with(
                "lake.submission",
                "course_id,learner_id,activity_id,submitted_at",
                "K,a,n1,2026-12-15T23:59:59",
                "K,b,n1,2026-12-16T00:00:00",
                "K,a,n2,2026-12-01T08:00:00",
                "K,b,n2,",
                "K,a,n3,",
                "K,b,n3,");
    assertThat(Told.of(facts, "C09-17-NV", "K"))
        .as("both owe n1, a was early with n2, nobody owes n3 before the class closes")
        .isEqualTo("- 0.666667");
    assertThat(Told.of(facts.without("reg.activity"), "C09-17-NV", "K"))
        .as("no day of an activity is known")
        .isEqualTo("- 1");
  }

  private static Facts reviewed(int year, String asOf, String term, String... reviews) {
    return Facts.of(year, asOf)
        .with(
            "reg.lesson_plan",
            "course_id,lesson_id,subject,planned_on,mode",
            "K,T1,Tin học,2026-03-02,support")
        .with(
            "reg.term_calendar",
            "term,academic_year,ends_on,main",
            "HK1,2025-2026,2026-01-16,yes",
            term)
        .with(
            "reg.review_record",
            Stream.concat(
                    Stream.of("review_id,kind,term,held_on,difficulties,causes,proposals"),
                    Stream.of(reviews))
                .toArray(String[]::new));
  }

  @ParameterizedTest
  @CsvSource({
    "'R,semester_review,HK2,2026-06-10,k,n,d', 'S,semester_review,HK2,2026-08-01,k,n,d', MET [R]",
    "'R,semester_review,HK2,2026-06-05,k,,d', 'S,semester_review,HK2,2026-06-20,k,n,d', MET [S]",
    "'R,semester_review,HK2,2026-06-05,k,n,d', 'S,semester_review,HK2,2026-06-20,k,,d', MET [R]",
    "'R,semester_review,HK2,2026-05-30,k,n,d', 'S,semester_review,HK2,2026-05-31,k,n,d', MET [S]",
    "'R,semester_review,HK2,2026-07-02,k,n,d', 'S,semester_review,HK2,2026-08-01,k,n,d', NOT_MET [R]"
  })
  void aLaterReviewTakesNothingFromOneInTime(String one, String other, String told) {
    Facts facts = reviewed(2026, "2026-12-15", "HK2,2025-2026,2026-05-31,yes", one, other);
    assertThat(Told.of(facts, "C09-15.6", "HK2")).isEqualTo(told);
  }

  @Test
  void aReviewBeforeTheSemesterEndsIsForAPerson() {
    Facts facts =
        reviewed(
            2026,
            "2026-12-15",
            "HK2,2025-2026,2026-05-31,yes",
            "R,semester_review,HK2,2026-02-10,k,n,d");
    assertThat(Told.of(facts, "C09-15.6", "HK2")).isEqualTo("NEEDS_REVIEW [R]");
    assertThat(facts.judge("C09-15.6").get("HK2").noteEn()).contains("before the semester ended");
  }

  /** A semester that ends in December has its review in January. */
  @Test
  void theDaysForAReviewMayEndInTheNextYear() {
    String term = "HK1b,2026-2027,2026-12-20,yes";
    assertThat(Told.of(reviewed(2026, "2026-12-31", term), "C09-15.6", "HK1b"))
        .isEqualTo("NOT_APPLICABLE");
    assertThat(Told.of(reviewed(2027, "2027-06-30", term), "C09-15.6", "HK1b"))
        .isEqualTo("NOT_MET");
    assertThat(
            Told.of(
                reviewed(2027, "2027-06-30", term, "R,semester_review,HK1b,2027-01-19,k,n,d"),
                "C09-15.6",
                "HK1b"))
        .isEqualTo("MET [R]");
    assertThat(Told.of(reviewed(2027, "2027-06-30", term), "C09-15.6-SL", "2026-2027"))
        .isEqualTo("NOT_MET 0");
    assertThat(reviewed(2028, "2028-06-30", term).judge("C09-15.6")).doesNotContainKey("HK1b");
  }

  /** 1 December and thirty days: over when the year is, which only the year after can tell. */
  @Test
  void theLastDayOfTheYearIsStillOpenOnItself() {
    String term = "HK1b,2026-2027,2026-12-01,yes";
    assertThat(Told.of(reviewed(2026, "2026-12-31", term), "C09-15.6", "HK1b"))
        .isEqualTo("NOT_APPLICABLE");
    assertThat(Told.of(reviewed(2026, "2027-01-01", term), "C09-15.6", "HK1b"))
        .isEqualTo("NOT_MET");
    assertThat(Told.of(reviewed(2026, "2027-01-01", term), "C09-15.6-SL", "2026-2027"))
        .isEqualTo("NOT_MET 0");
  }

  @Test
  void twoReviewsOfOneDayAreSentTogether() {
    Facts facts =
        reviewed(
                2026,
                "2026-12-15",
                "HK2,2025-2026,2026-05-31,yes",
                "R1,semester_review,HK1,2026-06-05,k,n,d",
                "R2,semester_review,HK2,2026-06-05,k,n,d")
            .with(
                "reg.report_submission",
                "submission_id,form,recipient,sent_on",
                "B,circular09-review,commune,2026-06-08");
    assertThat(Told.of(facts, "C09-15.6-GUI", "HK1/commune")).isEqualTo("MET [B]");
    assertThat(Told.of(facts, "C09-15.6-GUI", "HK2/commune")).isEqualTo("MET [B]");
    assertThat(Told.of(facts, "C09-15.6-GUI", "HK1/education_department")).isEqualTo("NOT_MET");
  }
}

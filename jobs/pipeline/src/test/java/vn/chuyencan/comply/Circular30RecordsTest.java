package vn.chuyencan.comply;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Circular 30/2023, Article 5.3 c: whether the record of learning is honest and accurate. */
class Circular30RecordsTest {

  private static Facts section() {
    return Facts.of(2026, "2026-12-15")
        .with(
            "reg.course_run",
            "course_id,title,opens_on,closes_on",
            "K,Lớp K,2026-09-01,2026-12-20",
            "OLD,Lớp cũ,2025-01-01,2025-06-30")
        .with(
            "reg.enrolment",
            "course_id,learner_id,role,enrolled_on,left_on",
            "K,a,learner,2026-09-01,",
            "K,b,learner,2026-09-14,2026-10-31",
            "K,t,lecturer,2026-09-01,",
            "OLD,a,learner,2025-01-01,");
  }

  private static Facts weeks(Facts facts, String... rows) {
    String[] lines = new String[rows.length + 1];
    lines[0] = "course_id,learner_id,first_day,last_day,events";
    System.arraycopy(rows, 0, lines, 1, rows.length);
    return facts.with("lake.learner_week", lines);
  }

  @Test
  void whoHasNoRecordIsForAPerson() {
    Facts facts = weeks(section(), "K,a,2026-09-07,2026-09-13,3", "K,b,2026-09-14,2026-09-20,0");
    assertThat(Told.of(facts, "C30-5.3c-Q1", "K")).isEqualTo("NEEDS_REVIEW 0.5 [b]");
    facts.with(
        "lake.attendance_record", "course_id,learner_id,session_id,counted_present", "K,b,S1,true");
    assertThat(Told.of(facts, "C30-5.3c-Q1", "K")).as("b was present").isEqualTo("MET 1");
    assertThat(facts.judge("C30-5.3c-Q1")).as("sections of the year").containsOnlyKeys("K");
  }

  @ParameterizedTest
  @CsvSource({
    "'1,lms,2026-09-01,100,90,10,0', MET 0.1",
    "'1,lms,2026-09-01,100,90,9,1', NEEDS_REVIEW 0.09 [batch 1: 1]",
    "'1,lms,2026-09-01,0,0,0,0', INSUFFICIENT_DATA",
    "'1,lms,2025-12-31,100,90,10,0', no such scope"
  })
  void repeatsAreCountedAndConflictsShown(String batch, String told) {
    Facts facts =
        section()
            .with(
                "lake.ingest_batch",
                "batch_id,source,as_of,read,accepted,duplicate,conflicting",
                batch);
    assertThat(Told.of(facts, "C30-5.3c-Q2", "lms")).isEqualTo(told);
  }

  @Test
  void nothingHappensOutsideTheEnrolmentOrInTheFuture() {
    Facts facts =
        weeks(
                section(),
                "K,a,2026-09-07,2026-09-13,6",
                "K,b,2026-09-07,2026-09-13,1",
                "K,b,2026-09-14,2026-09-20,2",
                "K,b,2026-10-26,2026-11-01,1")
            .with(
                "lake.forum_post",
                "course_id,learner_id,post_id,occurred_at",
                "K,b,p1,2026-09-13T23:59:59",
                "K,b,p2,2026-09-14T00:00:00",
                "K,b,p3,2026-10-31T23:59:59")
            .with(
                "lake.assessment_attempt",
                "course_id,learner_id,attempt_id,finished_at",
                "K,b,t1,2026-11-01T00:00:00",
                "K,a,t2,")
            .with("lake.source_health", "source,events,events_after_as_of", "lms,99,1", "live,5,0");
    // Week 7–13 September is wholly before b enrolled; that of 26 October is not wholly after.
    assertThat(Told.of(facts, "C30-5.3c-Q3", "events:K")).isEqualTo("NEEDS_REVIEW 0.1 [b]");
    assertThat(Told.of(facts, "C30-5.3c-Q3", "records:K")).isEqualTo("NEEDS_REVIEW 0.5 [p1; t1]");
    assertThat(Told.of(facts, "C30-5.3c-Q3", "future:lms")).isEqualTo("NEEDS_REVIEW 0.01");
    assertThat(Told.of(facts, "C30-5.3c-Q3", "future:live")).isEqualTo("MET 0");
  }

  private static Facts marks(String... grades) {
    String[] lines = new String[grades.length + 1];
    lines[0] = "course_id,learner_id,component_id,kind,score,max_score,state";
    System.arraycopy(grades, 0, lines, 1, grades.length);
    return section()
        .with("lake.grade", lines)
        .with(
            "lake.assessment_attempt",
            "course_id,learner_id,exercise_id,attempt_id,attempt_no,state,percent",
            "K,a,q,1,1,finished,40",
            "K,a,q,2,2,finished,90",
            "K,a,q,3,3,finished,50",
            "K,b,q,4,1,finished,70",
            "K,b,q,5,2,finished,33.333333",
            "K,b,q,6,3,pending,");
  }

  @ParameterizedTest
  @CsvSource({
    "9, 7, MET 1",
    "5, 3.33333, MET 1",
    "4, 7, MET 1",
    "6, 5.16667, MET 1",
    "9, 3.33333, NEEDS_REVIEW 0.5 [q/b]",
    "8.99, 7, NEEDS_REVIEW 0.5 [q/b]",
    "9, 7.001, MET 1",
    "9, 7.0011, NEEDS_REVIEW 0.5 [q/b]"
  })
  void marksComeFromAttemptsInOneWay(String ofA, String ofB, String told) {
    // In turn: best; last; first; mean 60 and 51.67; two ways; none for a, first for b; 0.01 %.
    Facts facts =
        marks("K,a,q,activity," + ofA + ",10,graded", "K,b,q,activity," + ofB + ",10,graded");
    if (ofA.equals("8.99")) {
      assertThat(Told.of(facts, "C30-5.3c-Q4a", "K")).isEqualTo("NEEDS_REVIEW 0.5 [q/a]");
    } else {
      assertThat(Told.of(facts, "C30-5.3c-Q4a", "K")).isEqualTo(told);
    }
  }

  @Test
  void withoutAttemptsThereIsNothingToCompare() {
    assertThat(Told.of(marks("K,a,x,activity,9,10,graded"), "C30-5.3c-Q4a", "*"))
        .isEqualTo("INSUFFICIENT_DATA");
  }

  @ParameterizedTest
  @CsvSource({
    "present, true, 20:00:00, 21:00:00, MET 1",
    "present, true, 20:00:00, 20:59:59, NEEDS_REVIEW 0 [S/a]",
    "absent, false, 20:00:00, 20:59:59, MET 1",
    "absent, false, 20:00:00, 21:00:00, NEEDS_REVIEW 0 [S/a]",
    "late, true, 19:00:00, 20:30:00, NEEDS_REVIEW 0 [S/a]",
    "late, true, 21:00:00, 23:30:00, MET 1"
  })
  void presentIsHalfOfTheSession(
      String status, boolean present, String from, String to, String told) {
    Facts facts = attendance(status, present, from, to);
    assertThat(Told.of(facts, "C30-5.3c-Q4b", "K")).isEqualTo(told);
  }

  private static Facts attendance(String status, boolean present, String from, String to) {
    return section()
        .with(
            "reg.class_session",
            "course_id,session_id,status,starts_at,ends_at",
            "K,S,held,2026-09-08T20:00:00,2026-09-08T22:00:00",
            "K,U,held,2026-09-09T20:00:00,2026-09-09T22:00:00")
        .with(
            "lake.attendance_record",
            "course_id,learner_id,session_id,status,counted_present",
            "K,a,S," + status + "," + present,
            "K,a,U,present,true")
        .with(
            "reg.live_log",
            "entry_id,room_id,course_id,session_id,person_id,person_kind,joined_at,left_at",
            "1,R,K,S,a,learner,2026-09-08T" + from + ",2026-09-08T" + to,
            "2,R,K,S,t,lecturer,2026-09-08T20:00:00,2026-09-08T22:00:00");
  }

  @Test
  void excusedIsNotCompared() {
    assertThat(Told.of(attendance("excused", false, "20:00:00", "22:00:00"), "C30-5.3c-Q4b", "*"))
        .isEqualTo("INSUFFICIENT_DATA");
  }

  private static Facts batches(String second, String... corrections) {
    String[] lines = new String[corrections.length + 1];
    lines[0] = "course_id,correction_id,learner_id,author,reason";
    System.arraycopy(corrections, 0, lines, 1, corrections.length);
    return section()
        .with(
            "lake.ingest_batch",
            "batch_id,source,read,accepted,duplicate,voided,conflicting,rejected,out_of_scope",
            "1,lms,21,1,2,3,4,5,6",
            second)
        .with("lake.correction", lines);
  }

  @Test
  void intakesAddUpAndCorrectionsHaveAnAuthorAndAReason() {
    String whole = "2,lms,1,1,0,0,0,0,0";
    assertThat(Told.of(batches(whole, "K,C1,a,Trần B,Bão"), "C30-5.3c-Q5", "*")).isEqualTo("MET 1");
    assertThat(Told.of(batches(whole, "K,C1,a,Trần B,"), "C30-5.3c-Q5", "*"))
        .isEqualTo("NEEDS_REVIEW 0.666667 [correction C1]");
    assertThat(Told.of(batches("2,lms,2,1,0,0,0,0,0"), "C30-5.3c-Q5", "*"))
        .isEqualTo("NEEDS_REVIEW 0.5 [batch 2 lms]");
    assertThat(Told.of(batches("3,lms,1,1,0,0,0,0,0"), "C30-5.3c-Q5", "*"))
        .as("batch 2 is gone")
        .isEqualTo("NEEDS_REVIEW 0.5 [batch 3 lms]");
  }

  @ParameterizedTest
  @CsvSource({
    "K, R, 20:59:00, MET 0",
    "K, Q, 20:59:00, MET 0",
    "K, Q, 20:58:59, NEEDS_REVIEW 0.5 [a (live)]",
    "OLD, Q, 20:58:59, NEEDS_REVIEW 0.5 [a (live)]"
  })
  void nobodyIsInTwoRoomsAtOnce(String course, String room, String from, String told) {
    Facts facts =
        section()
            .with(
                "reg.live_log",
                "entry_id,room_id,course_id,person_id,person_kind,joined_at,left_at",
                "1,R,K,a,learner,2026-09-08T20:00:00,2026-09-08T21:00:00",
                "2,"
                    + room
                    + ","
                    + course
                    + ",a,learner,2026-09-08T"
                    + from
                    + ",2026-09-08T22:00:00",
                "3,R,K,b,learner,2026-09-08T20:00:00,2026-09-08T21:00:00");
    assertThat(Told.of(facts, "C30-5.3c-Q6", "K")).isEqualTo(told);
  }

  /** Signals that a night looked for; where nothing could be looked at they say nothing. */
  @Test
  void whoCameFromTwoAddressesAtOnceIsLookedAt() {
    Facts facts =
        section()
            .with(
                "lake.integrity_signal",
                "course_id,learner_id,signal,looked_at,found,evidence",
                "K,a,two_addresses,9,at=2026-09-08T13:00:00Z,address_burst",
                "K,b,two_addresses,4,,address_burst",
                "K,c,two_addresses,0,,address_burst",
                "K,a,long_day,9,,activity_burst",
                "K,b,long_day,9,day=2026-09-08 minutes=1020,activity_burst");
    assertThat(Told.of(facts, "C30-5.3c-Q6", "K"))
        .isEqualTo("NEEDS_REVIEW 0.5 [a (two_addresses)]");
    assertThat(Told.of(facts, "C30-5.3c-Q6-DH", "K/long_day")).isEqualTo("NEEDS_REVIEW 0.5 [b]");
    assertThat(Told.of(section(), "C30-5.3c-Q6", "K"))
        .startsWith("INSUFFICIENT_DATA")
        .contains("live_log");
  }

  @ParameterizedTest
  @CsvSource({
    "2000, 2026-11-01, MET 2000",
    "2001, 2026-11-01, NEEDS_REVIEW 2001 [2026-11]",
    "2000, 2026-10-05, INSUFFICIENT_DATA 2000 -monitoring 2026-10",
    ", 2026-11-01, INSUFFICIENT_DATA -monitoring 2026-11"
  })
  void clocksAreRightWithinTwoSeconds(String drift, String usedFrom, String told) {
    Facts facts =
        section()
            .with(
                "reg.software",
                "software_id,name,kind,used_from",
                "LMS,LMS,asynchronous," + usedFrom)
            .with(
                "reg.monitoring",
                "month,system,clock_drift_ms",
                "2026-11,LMS," + (drift == null ? "" : drift));
    assertThat(Told.of(facts, "C30-5.3c-Q7", "LMS")).as("December is not over").isEqualTo(told);
  }
}

package vn.chuyencan.comply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Circular 09/2021, Article 5: what pupils and teachers do, week by week. */
class Circular09ActivityTest {

  /** One class, two weeks with a lesson online, two pupils and a teacher; nobody does anything. */
  private static Facts school() {
    return Facts.of(2026, "2026-12-15")
        .with(
            "reg.lesson_plan",
            "course_id,lesson_id,subject,planned_on,mode,delivered_on",
            "K,T1,Tin học,2026-09-09,support,2026-09-09",
            "K,T2,Tin học,2026-09-15,replace,2026-09-16",
            "K,T3,Tin học,2026-09-22,replace,",
            "K,T4,Tin học,2026-09-23,in_person,2026-09-23")
        .with("reg.course_run", "course_id,title,opens_on,closes_on", "K,10A,2026-09-01,2026-12-31")
        .with(
            "reg.enrolment",
            "course_id,learner_id,role,enrolled_on,left_on",
            "K,a,learner,,",
            "K,b,learner,2026-09-14,",
            "K,t,lecturer,,")
        .with("lake.section_activity", "course_id,person_id,action,activity_kind,other_id,week")
        .with("lake.attendance_record", "course_id,learner_id,starts_at,counted_present")
        .with("lake.assessment_attempt", "course_id,learner_id,finished_at")
        .with(
            "lake.submission",
            "course_id,learner_id,submitted_at,checked_by,checked_on,check_status")
        .with("lake.forum_post", "course_id,learner_id,occurred_at");
  }

  private static Facts acts(String... rows) {
    return school()
        .with(
            "lake.section_activity",
            Stream.concat(
                    Stream.of("course_id,person_id,action,activity_kind,other_id,week"),
                    Stream.of(rows))
                .toArray(String[]::new));
  }

  @Test
  void weeksOfPupilsAreThoseWithALessonOnline() {
    // Weeks of 7 and 14 September; b came on the 14th: 2 + 1 weeks of pupils.
    Indicator found = school().judge("C09-5.2").get("K/hoc-lieu");
    assertThat(found.numerator()).isEqualByComparingTo("0");
    assertThat(found.denominator()).isEqualByComparingTo("3");
    assertThat(school().judge("C09-5.3").get("K/giang-day").denominator())
        .isEqualByComparingTo("2");
  }

  @ParameterizedTest
  @CsvSource({
    "'K,a,viewed,page,,2026-09-07', hoc-lieu",
    "'K,a,played,video,,2026-09-07', hoc-lieu",
    "'K,a,submitted,assignment,,2026-09-07', nhiem-vu",
    "'K,a,attempted,quiz,,2026-09-07', nhiem-vu",
    "'K,a,replied,post,t,2026-09-07', hoi-dap",
    "'K,a,created,discussion,,2026-09-07', hoi-dap",
    "'K,a,viewed,forum,,2026-09-07', none",
    "'K,a,viewed,quiz,,2026-09-07', none",
    "'K,a,viewed,page,,2026-09-21', none"
  })
  void whatAPupilDoesIsOneOfFourActivities(String act, String activity) {
    Facts facts = acts(act);
    for (String each : new String[] {"tham-du", "nhiem-vu", "hoc-lieu", "hoi-dap"}) {
      assertThat(Told.of(facts, "C09-5.2", "K/" + each))
          .as(each)
          .isEqualTo(each.equals(activity) ? "- 0.333333" : "- 0");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'K,t,edited,page,,2026-09-14', hoc-lieu",
    "'K,t,created,assignment,,2026-09-14', nhiem-vu",
    "'K,t,graded,person,a,2026-09-14', nhiem-vu",
    "'K,t,replied,post,a,2026-09-14', hoi-dap",
    "'K,t,viewed,course,,2026-09-14', none"
  })
  void whatATeacherDoesIsOneOfFourActivities(String act, String activity) {
    Facts facts = acts(act);
    for (String each : new String[] {"giang-day", "nhiem-vu", "hoc-lieu", "hoi-dap"}) {
      assertThat(Told.of(facts, "C09-5.3", "K/" + each))
          .as(each)
          .isEqualTo(each.equals(activity) ? "- 0.5" : "- 0");
    }
  }

  @Test
  void registersAndMeasuresTellOfActivitiesToo() {
    Facts facts =
        school()
            .with(
                "reg.live_log",
                "entry_id,room_id,course_id,person_id,person_kind,joined_at,left_at",
                "1,R,K,t,lecturer,2026-09-09T07:00:00,2026-09-09T08:00:00",
                "2,R,K,a,learner,2026-09-09T07:10:00,2026-09-09T08:00:00")
            .with(
                "lake.attendance_record",
                "course_id,learner_id,starts_at,counted_present",
                "K,b,2026-09-16T07:00:00,true",
                "K,a,2026-09-16T07:00:00,false")
            .with(
                "lake.assessment_attempt",
                "course_id,learner_id,finished_at",
                "K,b,2026-09-20T23:59:59")
            .with(
                "lake.submission",
                "course_id,learner_id,submitted_at,checked_by,checked_on,check_status",
                "K,a,2026-09-13T20:00:00,t,2026-09-14,correct")
            .with("lake.forum_post", "course_id,learner_id,occurred_at", "K,b,2026-09-14T00:00:00");
    assertThat(Told.of(facts, "C09-5.2", "K/tham-du"))
        .as("a in one week, b in the other")
        .isEqualTo("- 0.666667");
    assertThat(Told.of(facts, "C09-5.2", "K/nhiem-vu")).isEqualTo("- 0.666667");
    assertThat(Told.of(facts, "C09-5.2", "K/hoi-dap")).isEqualTo("- 0.333333");
    assertThat(Told.of(facts, "C09-5.3", "K/giang-day")).isEqualTo("- 0.5");
    assertThat(Told.of(facts, "C09-5.3", "K/nhiem-vu")).as("checked").isEqualTo("- 0.5");
  }

  /** Whoever sat in the classroom on another day of the week did not attend the lesson online. */
  @Test
  void presenceInALessonInPersonIsNoneInOneOnline() {
    String header = "course_id,learner_id,starts_at,counted_present";
    Facts facts =
        school()
            .with(
                "lake.attendance_record",
                header,
                "K,a,2026-09-10T07:00:00,true",
                "K,b,2026-09-16T07:00:00,true");
    assertThat(Told.of(facts, "C09-5.2", "K/tham-du")).as("b only").isEqualTo("- 0.333333");
  }

  @Test
  void roomsOfPupilsAreNoLessonsAndConsultationIsAdvice() {
    Facts facts =
        school()
            .with(
                "reg.live_log",
                "entry_id,room_id,room_kind,course_id,person_id,person_kind,joined_at,left_at",
                "1,R,group,K,a,learner,2026-09-09T07:00:00,2026-09-09T08:00:00",
                "2,S,consultation,K,t,lecturer,2026-09-09T19:00:00,2026-09-09T20:00:00",
                "3,S,consultation,K,a,learner,2026-09-09T19:00:00,2026-09-09T20:00:00",
                "4,T,class,K,b,learner,2026-09-16T07:00:00,2026-09-16T08:00:00");
    assertThat(Told.of(facts, "C09-5.2", "K/tham-du")).as("b only").isEqualTo("- 0.333333");
    assertThat(Told.of(facts, "C09-5.2", "K/hoi-dap")).as("a only").isEqualTo("- 0.333333");
    assertThat(Told.of(facts, "C09-5.3", "K/giang-day")).isEqualTo("- 0");
    assertThat(Told.of(facts, "C09-5.3", "K/hoi-dap")).isEqualTo("- 0.5");
  }

  @Test
  void lessonsHaveInteraction() {
    assertThat(Told.of(school(), "C09-5.1", "K")).isEqualTo("- 0 [T1; T2]");
    assertThat(Told.of(acts("K,t,replied,post,a,2026-09-07"), "C09-5.1", "K"))
        .as("an answer in the week of T1")
        .isEqualTo("- 0.5 [T2]");
    assertThat(Told.of(acts("K,a,replied,post,b,2026-09-07"), "C09-5.1", "K"))
        .as("between pupils")
        .isEqualTo("- 0 [T1; T2]");
    Facts live =
        school()
            .with(
                "reg.live_log",
                "entry_id,room_id,course_id,person_id,person_kind,joined_at,left_at",
                "1,R,K,t,lecturer,2026-09-16T07:00:00,2026-09-16T08:00:00",
                "2,R,K,a,learner,2026-09-16T07:59:59,2026-09-16T09:00:00",
                "3,Q,K,t,lecturer,2026-09-09T07:00:00,2026-09-09T08:00:00",
                "4,Q,K,a,learner,2026-09-09T08:00:00,2026-09-09T09:00:00");
    assertThat(Told.of(live, "C09-5.1", "K"))
        .as("never together on the 9th")
        .isEqualTo("- 0.5 [T1]");
    String header = "course_id,learner_id,submitted_at,checked_by,checked_on,check_status";
    assertThat(
            Told.of(
                school()
                    .with(
                        "lake.submission", header, "K,a,2026-09-10T08:00:00,t,2026-09-16,correct"),
                "C09-5.1",
                "K"))
        .as("seven days after T1, the day of T2")
        .isEqualTo("- 1");
    assertThat(
            Told.of(
                school()
                    .with(
                        "lake.submission", header, "K,a,2026-09-10T08:00:00,t,2026-09-24,correct"),
                "C09-5.1",
                "K"))
        .isEqualTo("- 0 [T1; T2]");
  }

  @Test
  void questionsWaitForATeachersAnswer() {
    Facts facts =
        school()
            .with("lake.forum_event", "actor_key,occurred_at,act,discussion_key")
            .with("lake.actor", "actor_key,kind,home_page,identifier")
            .with("reg.identity", "learner_id,kind,home_page,identifier")
            .with(
                "reg.post",
                "course_id,learner_id,activity_id,kind,discussion_id,posted_at,deleted",
                "K,a,D,topic,1,2026-09-09T08:00:00,",
                "K,b,D,reply,1,2026-09-09T08:05:00,",
                "K,t,D,reply,1,2026-09-09T08:30:00,",
                "K,t,D,reply,1,2026-09-09T09:30:00,",
                "K,b,D,topic,2,2026-09-10T08:00:00,no",
                "K,t,D,reply,2,2026-09-10T10:00:00,no",
                "K,b,D,topic,3,2026-09-10T08:00:00,",
                "K,t,D,reply,3,2026-09-10T08:10:00,yes",
                "K,t,D,topic,4,2026-09-10T08:00:00,");
    // 30 and 120 minutes; the third has no answer that stands; the fourth is the teacher's own.
    assertThat(Told.of(facts, "C09-5.3-TG", "*")).isEqualTo("- 75 [1/3]");
    assertThat(Told.of(facts.without("lake.forum_event").without("lake.actor"), "C09-5.3-TG", "*"))
        .as("the register tells all, no statement of a forum ever came")
        .isEqualTo("- 75 [1/3]");
    Facts silent = school().with("reg.identity", "learner_id,kind,home_page,identifier");
    assertThat(Told.of(silent, "C09-5.3-TG", "*"))
        .as("nobody tells of questions")
        .isEqualTo("INSUFFICIENT_DATA -post");
    facts
        .with("reg.post", "course_id,learner_id,activity_id,kind,discussion_id,posted_at")
        .with(
            "lake.forum_event",
            "actor_key,occurred_at,act,object_key,discussion_key",
            "1,2026-09-09T08:00:00,topic,77,",
            "2,2026-09-09T08:20:00,reply,78,77",
            "2,2026-09-09T08:20:00,reply,78,77")
        .with(
            "lake.actor",
            "actor_key,kind,home_page,identifier",
            "1,account,https://lms,11",
            "2,account,https://lms,12")
        .with(
            "reg.identity",
            "learner_id,kind,home_page,identifier",
            "a,account,https://lms,11",
            "t,account,https://lms,12");
    assertThat(Told.of(facts, "C09-5.3-TG", "*")).as("from statements").isEqualTo("- 20");
  }
}

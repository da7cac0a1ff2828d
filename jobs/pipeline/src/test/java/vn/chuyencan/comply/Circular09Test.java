package vn.chuyencan.comply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Circular 09/2021: lessons, assessments, records, accounts and reviews of a school. */
class Circular09Test {
  private static final String[] LESSONS = {
    "K,T1,Tin học,2026-09-07,support,TH1,,,2026-09-07",
    "K,T2,Tin học,2026-09-08,replace,TH1 TH2,Q,Bão số 9,2026-09-10",
    "K,T3,Tin học,2026-09-14,in_person,,,,2026-09-14",
    "K,T4,Tin học,2026-12-15,replace,,Q,,",
    "K,T5,Tin học,2025-12-31,support,TH1,,,2025-12-31"
  };

  private static Facts school(String... lessons) {
    return Facts.of(2026, "2026-12-15")
        .with(
            "reg.lesson_plan",
            lines(
                "course_id,lesson_id,subject,planned_on,mode,requirements,decision_id,reason,delivered_on",
                lessons))
        .with(
            "reg.course_run",
            "course_id,title,opens_on,closes_on,course_code",
            "K,10A Tin học,2026-09-01,2026-12-15,TIN10")
        .with(
            "reg.enrolment",
            "course_id,learner_id,role,enrolled_on,left_on",
            "K,a,learner,,",
            "K,b,learner,,",
            "K,t,lecturer,,");
  }

  private static Facts school() {
    return school(LESSONS);
  }

  private static String[] lines(String header, String... rows) {
    return Stream.concat(Stream.of(header), Stream.of(rows)).toArray(String[]::new);
  }

  @Test
  void lessonsAreSharedOutByMode() {
    assertThat(Told.of(school(), "C09-2.3", "Tin học"))
        .as("1 of 4 of the year")
        .isEqualTo("- 0.25");
    assertThat(Told.of(school(), "C09-2.4", "Tin học")).isEqualTo("- 0.5");
    assertThat(Told.of(school(), "C09-4.1", "Tin học")).isEqualTo("NOT_MET 0.666667 [K/T4]");
    assertThat(Told.of(school(LESSONS[0]), "C09-4.1", "Tin học")).isEqualTo("MET 1");
    assertThat(Told.of(school(), "C09-15.1g-TH", "Tin học/replace")).isEqualTo("- 0.5");
  }

  @ParameterizedTest
  @CsvSource({
    "'Q,online_teaching,2026-09-01,,2026-09-10,principal,', MET 1",
    "'Q,force_majeure,2026-09-08,2026-09-10,,principal,K', MET 1",
    "'Q,online_teaching,2026-09-01,,2026-09-09,principal,', NOT_MET 0 [T2]",
    "'Q,online_teaching,2026-09-01,2026-09-11,,principal,', NOT_MET 0 [T2]",
    "'Q,online_teaching,2026-09-01,,,unit_head,', NOT_MET 0 [T2]",
    "'Q,online_teaching,2026-09-01,,,principal,L', NOT_MET 0 [T2]",
    "'R,online_teaching,2026-09-01,,,principal,', NOT_MET 0 [T2]"
  })
  void replacingNeedsTheHeadsDecision(String decision, String told) {
    Facts facts =
        school(LESSONS[1])
            .with(
                "reg.decision",
                "decision_id,kind,signed_on,effective_on,valid_until,signer_role,school_class",
                decision);
    assertThat(Told.of(facts, "C09-5.4", "K")).isEqualTo(told);
  }

  @Test
  void replacingNeedsAReasonAndSupportingNeedsNothing() {
    String header = "decision_id,kind,signed_on,signer_role";
    String decision = "Q,online_teaching,2026-09-01,principal";
    assertThat(Told.of(school().with("reg.decision", header, decision), "C09-5.4", "K"))
        .isEqualTo("NOT_MET 0.5 [T4]");
    assertThat(Told.of(school(LESSONS[0]).with("reg.decision", header), "C09-5.4", "*"))
        .isEqualTo("NOT_APPLICABLE");
  }

  @ParameterizedTest
  @CsvSource({
    "'X,midterm,in_person,2026-10-20,,', MET 0",
    "'X,midterm,online,2026-10-20,Bão,Q', MET 0",
    "'X,midterm,online,2026-10-20,,Q', NOT_MET 1 [X]",
    "'X,midterm,online,2026-10-20,Bão,', NOT_MET 1 [X]",
    "'X,midterm,online,2026-10-21,Bão,Q', NOT_MET 1 [X]"
  })
  void periodicAssessmentsAreHeldAtTheSchool(String exam, String told) {
    Facts facts =
        school()
            .with(
                "reg.decision",
                "decision_id,kind,signed_on,valid_until,signer_role",
                "Q,force_majeure,2026-10-19,2026-10-20,principal")
            .with(
                "reg.exam_session",
                "exam_id,kind,mode,held_on,force_majeure_reason,decision_id",
                exam);
    assertThat(Told.of(facts, "C09-6.2", "midterm")).isEqualTo(told);
    assertThat(facts.judge("C09-6.2").get("midterm").noteVi().isEmpty())
        .as("who is excepted is a matter of each pupil")
        .isEqualTo(!exam.contains("Bão,Q") || told.startsWith("NOT"));
  }

  @Test
  void aClassesDecisionExceptsItsAssessmentsOnly() {
    String header = "exam_id,course_id,kind,mode,held_on,force_majeure_reason,decision_id";
    Facts facts =
        school()
            .with(
                "reg.decision",
                "decision_id,kind,signed_on,signer_role,school_class",
                "Q,force_majeure,2026-10-19,principal,K")
            .with("reg.exam_session", header, "X,K,midterm,online,2026-10-20,Bão,Q");
    assertThat(Told.of(facts, "C09-6.2", "midterm")).isEqualTo("MET 0");
    facts.with("reg.exam_session", header, "X,L,midterm,online,2026-10-20,Bão,Q");
    assertThat(Told.of(facts, "C09-6.2", "midterm")).isEqualTo("NOT_MET 1 [X]");
    facts.with("reg.exam_session", header, "X,,midterm,online,2026-10-20,Bão,Q");
    assertThat(Told.of(facts, "C09-6.2", "midterm")).as("of which class?").startsWith("NOT_MET");
  }

  /** The first semester of a school begins in the year before the one in which it ends. */
  @Test
  void aSemesterThatEndsInTheYearCountsFromItsBeginning() {
    String header = "term,academic_year,starts_on,ends_on,main";
    Facts facts =
        school().with("reg.term_calendar", header, "HK1,2025-2026,2025-12-31,2026-01-16,yes");
    assertThat(Told.of(facts, "C09-2.3", "Tin học")).as("T1 and T5 of 5").isEqualTo("- 0.4");
    facts.with("reg.exam_session", "exam_id,kind,mode,held_on", "X,midterm,online,2025-12-31");
    facts.with("reg.decision", "decision_id,kind,signed_on,signer_role");
    assertThat(Told.of(facts, "C09-6.2", "midterm")).isEqualTo("NOT_MET 1 [X]");
    facts.with("reg.term_calendar", header, "HK1,2025-2026,2025-12-31,2026-01-16,no");
    assertThat(Told.of(facts, "C09-2.3", "Tin học")).as("no main term").isEqualTo("- 0.25");
    facts.with("reg.term_calendar", header, "HK1,2026-2027,2025-12-31,2027-01-16,yes");
    assertThat(Told.of(facts, "C09-2.3", "Tin học")).as("ends later").isEqualTo("- 0.25");
  }

  @Test
  void whoLeftAClassBeforeItsEndHasNoMarkOfIt() {
    Facts facts = graded("K,a,m1,activity,graded", "K,a,course,course,graded");
    assertThat(Told.of(facts, "C09-8.1d", "K")).isEqualTo("NOT_MET 0.5 [b]");
    facts.with(
        "reg.enrolment",
        "course_id,learner_id,role,enrolled_on,left_on",
        "K,a,learner,,",
        "K,b,learner,,2026-12-14");
    assertThat(Told.of(facts, "C09-8.1d", "K")).isEqualTo("MET 1");
  }

  private static Facts graded(String... grades) {
    return school()
        .with("lake.grade", lines("course_id,learner_id,component_id,kind,state", grades))
        .with("reg.exam_session", "exam_id,kind", "GK,midterm");
  }

  @Test
  void marksAreCountedAndRecordsWhole() {
    Facts facts =
        graded(
            "K,a,m1,activity,graded",
            "K,a,m2,manual,graded",
            "K,a,GK,activity,graded",
            "K,a,course,course,graded",
            "K,b,m1,activity,graded",
            "K,b,m2,activity,pending",
            "K,b,course,course,pending");
    assertThat(Told.of(facts, "C09-6.1", "K")).as("3 marks, 2 pupils").isEqualTo("- 1.5");
    assertThat(Told.of(facts, "C09-8.1d", "K")).isEqualTo("NOT_MET 0.5 [b]");
    facts.with(
        "reg.course_run", "course_id,title,opens_on,closes_on", "K,10A,2026-09-01,2026-12-16");
    assertThat(Told.of(facts, "C09-8.1d", "*")).as("no class is over").isEqualTo("NOT_MET");
  }

  @ParameterizedTest
  @CsvSource({
    "'M,2026-08-01,2026-08-01,2026-08-01', MET 1",
    "'M,2026-08-02,2026-08-01,2026-08-03', NOT_MET 0 [M]",
    "'M,2026-08-01,2026-08-03,2026-08-02', NOT_MET 0 [M]",
    "'M,,2026-08-01,2026-08-02', NOT_MET 0 [M]",
    "'M,2026-08-01,2026-08-01,', NOT_MET"
  })
  void materialsArePassedAndApprovedBeforeUse(String material, String told) {
    Facts facts =
        school()
            .with(
                "reg.material", "material_id,team_approved_on,approved_on,first_used_on", material);
    assertThat(Told.of(facts, "C09-7.3", "*")).isEqualTo(told);
  }

  @ParameterizedTest
  @CsvSource({
    "C09-8.1a, C09-8.1a, 2020-01-01",
    "C09-8.1b-LT, C09-8.1b, 2026-01-01",
    "C09-8.2, C09-8.2, 2020-01-01",
    "C09-15.1, C09-15.1f, 2025-01-01"
  })
  void recordsExist(String rule, String code, String first) {
    String header = "document_id,code,issued_on";
    Facts facts = school().with("reg.document", header, "D," + code + "," + first);
    assertThat(Told.of(facts, rule, code)).isEqualTo("MET [D " + first + "]");
    facts.with("reg.document", header, "D," + code + ",2026-12-16");
    assertThat(Told.of(facts, rule, code)).as("after the cut-off").isEqualTo("NOT_MET");
    facts.with("reg.document", header, "D," + code + ",2024-12-31");
    assertThat(Told.of(facts, rule, code))
        .as("long ago")
        .isEqualTo(first.startsWith("2020") ? "MET [D 2024-12-31]" : "NOT_MET");
    facts.without("reg.lesson_plan");
    assertThat(Told.of(facts, rule, "*"))
        .as("nobody knows whether it is a school")
        .isEqualTo("INSUFFICIENT_DATA -lesson_plan");
  }

  @Test
  void everyDayOfTeachingHasData() {
    Facts facts =
        school()
            .with(
                "lake.verb_day",
                "source,event_date,events",
                "lms,2026-09-07,5",
                "lms,2026-09-10,0");
    assertThat(Told.of(facts, "C09-8.1b", "*")).isEqualTo("NOT_MET 0.5 [2026-09-10]");
    facts.with("reg.live_log", "entry_id,joined_at", "1,2026-09-10T07:00:00");
    assertThat(Told.of(facts, "C09-8.1b", "*")).isEqualTo("MET 1");
  }

  @Test
  void plansAreThereForEveryCell() {
    String header = "document_id,code,subject_id,period,mode,issued_on";
    String[] five = {
      "1,C09-8.1c,TIN10,week,online,2026-09-01",
      "2,C09-8.1c,TIN10,month,online,2026-09-01",
      "3,C09-8.1c,Tin-học,year,online,2026-09-01",
      "4,C09-8.1c,TIN10,week,in_person,2026-09-01",
      "5,C09-8.1c,TIN10,month,in_person,2026-09-01"
    };
    assertThat(Told.of(school().with("reg.document", lines(header, five)), "C09-8.1c", "Tin học"))
        .isEqualTo("NOT_MET 0.833333 [year/in_person]");
    String[] six =
        Stream.concat(Stream.of(five), Stream.of("6,C09-8.1c,TIN10,year,in_person,2026-09-01"))
            .toArray(String[]::new);
    assertThat(Told.of(school().with("reg.document", lines(header, six)), "C09-8.1c", "Tin học"))
        .isEqualTo("MET 1");
  }

  @Test
  void functionsOfTheSystemsInUse() {
    Facts facts =
        school()
            .with("reg.software", "software_id,kind,used_from", "L,synchronous,2026-01-01")
            .with(
                "reg.software_function",
                "software_id,function,evidence,tested_on",
                "L,C09-9.1a1,x,",
                "L,C09-9.2b3,,2026-12-15",
                "L,C09-9.2b2,,2026-12-16");
    assertThat(Told.of(facts, "C09-9.1", "C09-9.1a1")).isEqualTo("MET [L]");
    assertThat(facts.judge("C09-9.1")).hasSize(8);
    assertThat(Told.of(facts, "C09-9.2", "C09-9.2b3")).isEqualTo("MET [L 2026-12-15]");
    assertThat(Told.of(facts, "C09-9.2", "C09-9.2b2")).isEqualTo("NOT_MET");
    assertThat(facts.judge("C09-9.2")).hasSize(12);
    assertThat(Told.of(facts, "C09-9.3", "C09-9.3")).isEqualTo("NOT_APPLICABLE");
    facts.with("reg.software", "software_id,kind,used_from", "L,content,2026-01-01");
    assertThat(Told.of(facts, "C09-9.3", "C09-9.3")).isEqualTo("NOT_MET");
  }

  @Test
  void infrastructureIsInTheInventory() {
    Facts facts =
        school()
            .with(
                "reg.inventory",
                "item_id,code,quantity,evidence",
                "I1,C09-10.1,1,",
                "I2,C09-10.2,0,",
                "I3,C09-10.3,,anh.jpg")
            .with("reg.document", "document_id,code,issued_on", "D,C09-10.2,2026-12-15");
    assertThat(Told.of(facts, "C09-10", "C09-10.1")).isEqualTo("MET [I1]");
    assertThat(Told.of(facts, "C09-10", "C09-10.2")).isEqualTo("NOT_MET");
    assertThat(Told.of(facts, "C09-10", "C09-10.2-QD")).isEqualTo("MET [D]");
    assertThat(Told.of(facts, "C09-10", "C09-10.3")).isEqualTo("MET [I3]");
  }

  private static Facts accounts(String... numbers) {
    return school()
        .with(
            "reg.identity",
            "learner_id,kind,home_page,identifier",
            "a,account,https://lms,1",
            "b,account,https://lms,2",
            "t,account,https://lms,3",
            "x,account,https://lms,4")
        .with("reg.person_number", lines("person_id,sector_code,citizen_number", numbers))
        .with("lake.unresolved_actor", "actor_key_hex,source");
  }

  @Test
  void accountsAreOfOnePersonEach() {
    Facts good = accounts("a,M1,001206000001", "b,M2,001206000002", "t,M3,001206000003", "x,M1,1");
    assertThat(Told.of(good, "C09-15.1i", "*"))
        .as("x has M1 too")
        .isEqualTo("NOT_MET 0.666667 [a]");
    Facts better = accounts("a,M1,001206000001", "b,M2,001206000002", "t,M3,001206000003");
    assertThat(Told.of(better, "C09-15.1i", "*")).isEqualTo("MET 1");
    assertThat(Told.of(better, "C09-15.1i-SO", "*")).isEqualTo("MET 1");
    Facts short11 = accounts("a,M1,00120600001", "b,M2,", "t,,0012060000033");
    assertThat(Told.of(short11, "C09-15.1i-SO", "*")).isEqualTo("NOT_MET 0 [a; b; t]");
    assertThat(Told.of(short11, "C09-15.1i", "*")).isEqualTo("NOT_MET 0.666667 [t]");
  }

  @Test
  void repeatedAccountsAreShown() {
    Facts facts = accounts("a,M1,", "b,M1,", "t,M3,");
    assertThat(Told.of(facts, "C09-15.1i-TR", "one_code")).isEqualTo("NOT_MET 1 [M1]");
    assertThat(Told.of(facts, "C09-15.1i-TR", "several")).isEqualTo("MET 0");
    assertThat(Told.of(facts, "C09-15.1i-TR", "orphan")).isEqualTo("MET 0");
    facts
        .with(
            "reg.identity",
            "learner_id,kind,home_page,identifier",
            "a,account,https://lms,1",
            "a,account,https://lms,9",
            "b,account,https://lms,2",
            "b,account,https://live,2")
        .with("lake.unresolved_actor", "actor_key_hex,source", "00ff,lms", "00ff,live");
    assertThat(Told.of(facts, "C09-15.1i-TR", "several")).isEqualTo("NOT_MET 1 [a]");
    assertThat(Told.of(facts, "C09-15.1i-TR", "orphan")).isEqualTo("NOT_MET 1 [00ff]");
  }

  @ParameterizedTest
  @CsvSource({
    "'U,C09-15.4b,http://x,2026-12-15,', MET [http://x]",
    "'U,C09-15.4b,http://x,2026-12-16,', NOT_MET",
    "'U,C09-15.4b,http://x,2025-01-01,2025-12-31', NOT_MET"
  })
  void fourThingsArePublic(String publication, String told) {
    Facts facts =
        school()
            .with(
                "reg.publication",
                "publication_id,item,url,first_seen_on,last_seen_on",
                publication);
    assertThat(Told.of(facts, "C09-15.4", "C09-15.4b")).isEqualTo(told);
    assertThat(facts.judge("C09-15.4")).hasSize(4);
  }

  @Test
  void whoTeachesOnlineIsTrained() {
    Facts facts =
        school()
            .with(
                "reg.staff",
                "staff_id,group,active_from",
                "t,lecturer,2020-01-01",
                "m,manager,2020-01-01")
            .with(
                "reg.training_record",
                "record_id,person_id,group,topic,held_on",
                "1,t,lecturer,it_skills,2026-12-15");
    assertThat(Told.of(facts, "C09-15.5", "lecturer")).isEqualTo("- 1");
    assertThat(Told.of(facts, "C09-15.5", "manager")).isEqualTo("- 0");
    assertThat(Told.of(facts, "C09-16.1", "*")).isEqualTo("- 1");
    facts.with(
        "reg.training_record", "record_id,person_id,topic,held_on", "1,t,it_skills,2026-12-16");
    assertThat(Told.of(facts, "C09-16.1", "*")).isEqualTo("- 0 [t]");
  }

  private static Facts reviewed(String endsOn, String... reviews) {
    return school()
        .with(
            "reg.term_calendar",
            "term,academic_year,ends_on,main",
            "HK1,2025-2026,2026-01-15,yes",
            "HK2,2025-2026," + endsOn + ",yes",
            "HE,2025-2026,2026-08-15,no")
        .with(
            "reg.review_record",
            lines("review_id,kind,term,held_on,difficulties,causes,proposals", reviews));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-05-31, 'R,semester_review,HK2,2026-06-30,k,n,d', MET [R]",
    "2026-05-31, 'R,semester_review,HK2,2026-07-01,k,n,d', NOT_MET [R]",
    "2026-05-31, 'R,semester_review,HK2,2026-06-30,k,,d', NOT_MET [R]",
    "2026-05-31, 'R,semester_review,HK1,2026-06-30,k,n,d', NOT_MET",
    "2026-11-14, 'R,other,HK2,2026-06-30,k,n,d', NOT_MET",
    "2026-11-15, 'R,other,HK2,2026-06-30,k,n,d', NOT_APPLICABLE"
  })
  void everySemesterIsReviewedWithinThirtyDays(String endsOn, String review, String told) {
    assertThat(Told.of(reviewed(endsOn, review), "C09-15.6", "HK2")).isEqualTo(told);
  }

  @ParameterizedTest
  @CsvSource({"29, NOT_MET [R]", "30, MET [R]", "31, MET [R]"})
  void theInstitutionSaysWithinHowManyDaysItReviews(int days, String told) {
    Facts facts =
        reviewed("2026-05-31", "R,semester_review,HK2,2026-06-30,k,n,d").limits(days, 90, 12);
    assertThat(Told.of(facts, "C09-15.6", "HK2")).isEqualTo(told);
  }

  @Test
  void twiceAYearAndToBothRecipients() {
    Facts facts =
        reviewed(
            "2026-05-31",
            "R1,semester_review,HK1,2026-01-20,k,n,d",
            "R2,semester_review,HK2,2026-06-05,k,n,d");
    assertThat(Told.of(facts, "C09-15.6-SL", "2025-2026")).isEqualTo("MET 2 [R1; R2]");
    facts.with(
        "reg.report_submission",
        "submission_id,form,recipient,sent_on",
        "B1,circular09-review,education_department,2026-01-25",
        "B2,circular09-review,education_department,2026-06-05",
        "B3,circular09-review,commune,2026-06-04",
        "B4,other,commune,2026-06-06");
    assertThat(Told.of(facts, "C09-15.6-GUI", "HK1/education_department")).isEqualTo("MET [B1]");
    assertThat(Told.of(facts, "C09-15.6-GUI", "HK1/commune")).isEqualTo("MET [B3]");
    assertThat(Told.of(facts, "C09-15.6-GUI", "HK2/education_department")).isEqualTo("MET [B2]");
    assertThat(Told.of(facts, "C09-15.6-GUI", "HK2/commune")).isEqualTo("NOT_MET");
    assertThat(
            Told.of(
                reviewed("2026-05-31", "R1,semester_review,HK1,2026-01-20,k,n,d"),
                "C09-15.6-SL",
                "2025-2026"))
        .isEqualTo("NOT_MET 1 [R1]");
  }

  @Test
  void pupilsComeAndHandIn() {
    Facts facts =
        school()
            .with(
                "lake.attendance_record",
                "course_id,learner_id,session_id,starts_at,status,counted_present",
                "K,a,1,2026-10-01T08:00:00,present,true",
                "K,b,1,2026-10-01T08:00:00,absent,false",
                "K,b,2,2026-10-02T08:00:00,unmarked,false",
                "K,x,1,2026-10-01T08:00:00,present,true")
            .with(
                "lake.submission",
                "course_id,learner_id,activity_id,submitted_at",
                "K,a,n1,2026-10-01T08:00:00",
                "K,b,n1,",
                "K,b,n2,");
    assertThat(Told.of(facts, "C09-17", "K")).isEqualTo("- 0.5");
    assertThat(Told.of(facts, "C09-17-NV", "K")).isEqualTo("- 0.333333");
  }
}

package vn.chuyencan.comply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Circular 30/2023, Articles 2–6 and 8: hours, decisions, software, materials, systems. */
class Circular30SystemsTest {
  private static final String SOFTWARE =
      "software_id,name,vendor,main_functions,kind,used_from,used_to";
  private static final String VERSION = "version_id,program_id,valid_from,valid_to";
  private static final String COURSE = "version_id,course_code,title,credits,outcomes";
  private static final String DESIGN =
      "version_id,course_code,activity_id,type,mode,synchronous,hours";

  private static Facts facts() {
    return Facts.of(2026, "2026-12-15");
  }

  private static Facts course(String... activities) {
    return facts()
        .with("reg.program_version", VERSION, "V,P,2024-09-01,", "OLD,P,2020-01-01,2025-12-31")
        .with("reg.program_course", COURSE, "V,A,Môn A,3,C1 C2", "OLD,A,Môn A,3,C1")
        .with(
            "reg.syllabus_activity",
            Stream.concat(Stream.of(DESIGN), Stream.of(activities)).toArray(String[]::new));
  }

  @Test
  void hoursAreSplitByWhetherAllTakePartAtTheSameTime() {
    Facts facts =
        course(
            "V,A,a1,attend,network,yes,12",
            "V,A,a2,material,network,no,20",
            "V,A,a3,assignment,network,no,2.5",
            "V,A,a4,attend,face_to_face,yes,8",
            "V,A,a5,attend,broadcast,yes,4",
            "OLD,A,a1,attend,network,yes,99");
    assertThat(Told.of(facts, "C30-2.2", "V/A")).isEqualTo("- 12");
    assertThat(Told.of(facts, "C30-2.3", "V/A")).isEqualTo("- 22.5");
    assertThat(facts.judge("C30-2.2")).as("of versions in use").containsOnlyKeys("V/A");
    Facts open = course("V,A,a1,attend,network,yes,12", "V,A,a2,material,network,,20");
    assertThat(Told.of(open, "C30-2.3", "V/A"))
        .isEqualTo("INSUFFICIENT_DATA 0 -syllabus_activity a2");
  }

  @Test
  void staysThatOverlapAreOneStay() {
    Facts facts =
        facts()
            .with(
                "reg.course_run",
                "course_id,title,opens_on,closes_on",
                "K,Lớp K,2026-09-01,2026-12-20")
            .with(
                "reg.enrolment",
                "course_id,learner_id,role",
                "K,a,learner",
                "K,b,learner",
                "K,t,lecturer")
            .with(
                "reg.live_log",
                "entry_id,room_id,room_kind,course_id,session_id,person_id,person_kind,joined_at,left_at",
                "1,R,class,K,S,a,learner,2026-09-08T20:00:00,2026-09-08T21:00:00",
                "2,R,class,K,S,a,learner,2026-09-08T20:30:00,2026-09-08T21:30:00",
                "3,R,class,K,S,a,learner,2026-09-08T22:00:00,2026-09-08T22:30:00",
                "4,R,class,K,S,t,lecturer,2026-09-08T20:00:00,2026-09-08T22:30:00");
    // a: 20:00–21:30 and 22:00–22:30 = 2 h; b none; 2 h over two learners.
    assertThat(Told.of(facts, "C30-2.2-TH", "K")).isEqualTo("- 1");
  }

  @ParameterizedTest
  @CsvSource({
    "'D,modules_online,2026-01-10,principal,P,A B', MET [D]",
    "'D,modules_online,2026-01-10,principal,,A', MET [D]",
    "'D,modules_online,2026-01-10,deputy_principal,P,A', NOT_MET [D]",
    "'D,modules_online,2026-12-16,principal,P,A', NOT_MET",
    "'D,modules_online,2026-01-10,principal,Q,A', NOT_MET",
    "'D,modules_online,2026-01-10,principal,P,AB', NOT_MET",
    "'D,project,2026-01-10,principal,P,A', NOT_MET"
  })
  void coursesOnlineAreDecidedByThePrincipal(String decision, String told) {
    Facts facts =
        course("V,A,a1,attend,network,yes,12")
            .with(
                "reg.decision",
                "decision_id,kind,signed_on,signer_role,program_id,course_codes",
                decision);
    assertThat(Told.of(facts, "C30-4", "V/A")).isEqualTo(told);
  }

  @ParameterizedTest
  @CsvSource({
    "3, 'R1,A,Môn A,3,C1 C2', MET",
    "2, 'R1,A,Môn A,3,C1 C2', NOT_MET [K]",
    "3, 'R1,A,Môn A,4,C1 C2', NOT_MET [R1]",
    "3, 'R1,A,Môn A,3,C1', NEEDS_REVIEW [R1]",
    "3, 'R1,B,Môn B,3,C1', NEEDS_REVIEW",
    ", 'R1,A,Môn A,3,C1 C2', MET"
  })
  void creditsAndOutcomesAreThoseOfTheProgramme(String ofRun, String regular, String told) {
    Facts facts =
        course("V,A,a1,attend,network,yes,12")
            .with("reg.program", "program_id,regular_program_id", "P,R", "R,")
            .with("reg.program_version", VERSION, "V,P,2024-09-01,", "R1,R,2024-09-01,")
            .with("reg.program_course", COURSE, "V,A,Môn A,3,C1 C2", regular)
            .with(
                "reg.course_run",
                "course_id,opens_on,closes_on,credits,course_code",
                "K,2026-09-01,2026-12-20," + (ofRun == null ? "" : ofRun) + ",A");
    assertThat(Told.of(facts, "C30-4-TD", "V/A")).isEqualTo(told);
  }

  private static Facts software(String[] used, String... functions) {
    return facts()
        .with(
            "reg.software",
            Stream.concat(Stream.of(SOFTWARE), Stream.of(used)).toArray(String[]::new))
        .with(
            "reg.software_function",
            Stream.concat(
                    Stream.of("software_id,function,evidence,tested_on"), Stream.of(functions))
                .toArray(String[]::new));
  }

  private static final String[] BOTH = {
    "LIVE,Phòng học,x,x,synchronous,2026-01-01,",
    "LMS,Hệ thống học tập,x,x,asynchronous,2026-01-01,",
    "OLD,Phòng cũ,x,x,synchronous,2024-01-01,2025-12-31"
  };

  @Test
  void functionsAreTheUnionOfWhatIsInUseAndProven() {
    Facts facts =
        software(
            BOTH,
            "LIVE,C30-5.2a1,kt.pdf,2026-08-18",
            "LMS,C30-5.2a2,kt.pdf,",
            "LIVE,C30-5.2a3,,",
            "LIVE,C30-5.2a4,,2026-12-16",
            "OLD,C30-5.2a5,kt.pdf,2024-08-18",
            "LMS,C30-5.3a1,,2026-12-15");
    assertThat(Told.of(facts, "C30-5.2", "C30-5.2a1")).isEqualTo("MET [LIVE 2026-08-18]");
    assertThat(Told.of(facts, "C30-5.2", "C30-5.2a2")).isEqualTo("MET [LMS]");
    assertThat(Told.of(facts, "C30-5.2", "C30-5.2a3")).as("only said").isEqualTo("NOT_MET");
    assertThat(Told.of(facts, "C30-5.2", "C30-5.2a4")).as("tested too late").isEqualTo("NOT_MET");
    assertThat(Told.of(facts, "C30-5.2", "C30-5.2a5")).as("no more in use").isEqualTo("NOT_MET");
    assertThat(facts.judge("C30-5.2")).hasSize(10);
    assertThat(Told.of(facts, "C30-5.3a", "C30-5.3a1")).isEqualTo("MET [LMS 2026-12-15]");
    assertThat(facts.judge("C30-5.3a")).hasSize(6);
    assertThat(facts.judge("C30-5.3b")).hasSize(3);
    assertThat(facts.judge("C30-5.3c")).hasSize(6);
    assertThat(Told.of(facts, "C30-5.1", "*"))
        .as("3 of 25")
        .isEqualTo("- 0.12 [LIVE (synchronous); LMS (asynchronous)]");
  }

  @Test
  void whatIsNotUsedIsNotAsked() {
    Facts facts = software(new String[] {BOTH[1]}, "LMS,C30-5.3b1,kt.pdf,");
    assertThat(Told.of(facts, "C30-5.2", "C30-5.2a1")).isEqualTo("NOT_APPLICABLE");
    assertThat(Told.of(facts, "C30-5.3b", "C30-5.3b1")).isEqualTo("MET [LMS]");
    assertThat(Told.of(facts, "C30-5.3b", "C30-5.3b3")).isEqualTo("NOT_MET");
    assertThat(Told.of(facts, "C30-5.4", "*")).isEqualTo("NOT_APPLICABLE");
  }

  @Test
  void contentManagementAndMoocHaveAllOfAsynchronousSoftwareAndOneMore() {
    String[] fifteen =
        IntStream.range(0, 15)
            .mapToObj(
                at ->
                    "LCMS,C30-5.3"
                        + (at < 6 ? "a" + (at + 1) : at < 9 ? "b" + (at - 5) : "c" + (at - 8))
                        + ",kt.pdf,")
            .toArray(String[]::new);
    String[] lcms = {"LCMS,Nội dung,x,x,content,2026-01-01,", "MO,Mở,x,x,mooc,2026-01-01,"};
    Facts without = software(lcms, fifteen);
    assertThat(Told.of(without, "C30-5.4", "LCMS"))
        .as("15 of 16")
        .isEqualTo("NOT_MET 0.9375 [C30-5.4]");
    Facts with =
        software(
            lcms,
            Stream.concat(Stream.of(fifteen), Stream.of("LCMS,C30-5.4,kt.pdf,"))
                .toArray(String[]::new));
    assertThat(Told.of(with, "C30-5.4", "LCMS")).isEqualTo("MET 1");
    assertThat(Told.of(with, "C30-5.5", "MO"))
        .startsWith("NOT_MET 0 [")
        .endsWith("tested_users ?]");
    Facts tested =
        with.with("reg.monitoring", "month,system,tested_users", "2026-03,MO,5000", "2026-04,MO,");
    assertThat(Told.of(tested, "C30-5.5", "MO")).endsWith("tested_users 5000]");
  }

  @ParameterizedTest
  @CsvSource({
    "'M,2025-12-15,2026-01-10,2026-02-01', MET 1",
    "'M,2025-12-15,2025-01-10,2025-02-01', MET 1",
    "'M,2025-12-14,2025-01-10,2025-02-01', NOT_MET 0 [M]",
    "'M,,2025-01-10,2025-02-01', NOT_MET 0 [M]",
    "'M,,,2025-02-01', NOT_MET 0 [M]",
    "'M,2026-12-15,2025-01-10,2025-02-01', MET 1",
    // What went before it nobody knows.
    "'M,2026-12-16,2025-01-10,2025-02-01', INSUFFICIENT_DATA -material M",
    "'M,,2025-01-10,', NOT_MET"
  })
  void materialsAreReviewedWithinTwelveMonths(String material, String told) {
    Facts facts =
        facts()
            .with("reg.material", "material_id,reviewed_on,appraised_on,first_used_on", material);
    assertThat(Told.of(facts, "C30-6.2", "*")).isEqualTo(told);
  }

  @Test
  void theInstitutionSaysWithinHowManyMonthsMaterialsAreReviewed() {
    Facts facts =
        facts()
            .with(
                "reg.material",
                "material_id,reviewed_on,appraised_on,first_used_on",
                "M,2026-06-15,,2025-02-01");
    assertThat(Told.of(facts, "C30-6.2", "*")).isEqualTo("MET 1");
    assertThat(Told.of(facts.limits(30, 90, 6), "C30-6.2", "*")).isEqualTo("MET 1");
    assertThat(Told.of(facts.limits(30, 90, 5), "C30-6.2", "*")).isEqualTo("NOT_MET 0 [M]");
  }

  @ParameterizedTest
  @CsvSource({
    "'M,2025-02-01,2025-02-01', MET 1",
    "'M,2025-02-02,2025-02-01', NOT_MET 0 [M]",
    "'M,,2025-02-01', NOT_MET 0 [M]",
    "'M,2025-02-02,2026-12-16', NOT_MET"
  })
  void materialsAreAppraisedBeforeUse(String material, String told) {
    Facts facts = facts().with("reg.material", "material_id,appraised_on,first_used_on", material);
    assertThat(Told.of(facts, "C30-6.3", "*")).isEqualTo(told);
  }

  @Test
  void materialsOfBeforeTheCircularAreForAPerson() {
    Facts facts =
        facts()
            .with(
                "reg.material",
                "material_id,appraised_on,first_used_on",
                "M,,2024-02-12",
                "N,2024-02-13,2024-02-13");
    assertThat(Told.of(facts, "C30-6.3", "*")).isEqualTo("NEEDS_REVIEW 0.5 [M]");
  }

  @Test
  void systemsAreMeasuredByTheMonth() {
    Facts facts =
        facts()
            .with(
                "reg.monitoring",
                "month,system,uptime_percent,p95_ms,peak_users,tested_users",
                "2025-12,LMS,10,9000,9999,1",
                "2026-01,LMS,99.5,800,400,500",
                "2026-02,LMS,99.9,1200,500,",
                "2026-03,LIVE,,700,301,300");
    assertThat(Told.of(facts, "C30-8.1", "LMS")).as("(99.5 + 99.9) / 2").isEqualTo("- 99.7");
    assertThat(Told.of(facts, "C30-8.1", "LIVE"))
        .isEqualTo("INSUFFICIENT_DATA -monitoring 2026-03");
    assertThat(Told.of(facts, "C30-8.1-P95", "LMS")).isEqualTo("- 1200");
    assertThat(Told.of(facts, "C30-8.1-TAI", "LMS")).as("500 of 500").isEqualTo("MET 1");
    assertThat(Told.of(facts, "C30-8.1-TAI", "LIVE")).as("300 of 301").startsWith("NOT_MET 0.9966");
  }
}

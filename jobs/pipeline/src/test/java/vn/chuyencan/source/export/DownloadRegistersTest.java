package vn.chuyencan.source.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chuyencan.model.Activity;
import vn.chuyencan.model.Attempt;
import vn.chuyencan.model.AttemptState;
import vn.chuyencan.model.Attendance;
import vn.chuyencan.model.AttendanceStatus;
import vn.chuyencan.model.ClassSession;
import vn.chuyencan.model.Completion;
import vn.chuyencan.model.CompletionState;
import vn.chuyencan.model.ComponentKind;
import vn.chuyencan.model.CourseActivityKind;
import vn.chuyencan.model.CourseRun;
import vn.chuyencan.model.Grade;
import vn.chuyencan.model.GradeState;
import vn.chuyencan.model.Identity;
import vn.chuyencan.model.IdentityKind;
import vn.chuyencan.model.Learner;
import vn.chuyencan.model.Post;
import vn.chuyencan.model.PostKind;
import vn.chuyencan.model.Registers;
import vn.chuyencan.model.SessionStatus;

class DownloadRegistersTest {
  private static final String SITE = "https://lms.example";
  private static final Instant AT = Instant.parse("2026-09-10T12:30:00Z");
  private static final ExportSettings SETTINGS =
      ExportSettings.of(SITE, ZoneId.of("Asia/Ho_Chi_Minh")).withCourse("K1", 2L);
  private static final ReportPerson AN = new ReportPerson("An", "Lê", "An@LMS.example", null);
  private static final ReportPerson NOBODY = new ReportPerson("An", "Lê", null, null);

  private final Registers told =
      Registers.builder()
          .add(new Learner("HV1", "Lê An", null))
          .add(new Identity("HV1", IdentityKind.MBOX, null, "mailto:an@lms.example"))
          .add(new Identity("HV1", IdentityKind.ACCOUNT, SITE, "7"))
          .build();

  private static QuizAttempt attempt(ReportPerson person, int number) {
    return new QuizAttempt(
        person, number, AttemptState.FINISHED, AT, AT, BigDecimal.ONE, BigDecimal.TEN);
  }

  private Registers registers(
      Map<String, List<QuizAttempt>> attempts,
      List<ListedAttendance> marks,
      List<ForumPost> posts,
      Registers others) {
    return new DownloadRegisters(SETTINGS, Map.of("quiz_*q01*", "Q01", "forum*", "F1"), others)
        .of(
            new DownloadReports(
                attempts,
                Map.of(),
                Map.of("/in/attendance.txt", marks),
                Map.of("/in/forum.csv", posts),
                Map.of(),
                Map.of(),
                List.of()));
  }

  @Test
  void attemptsAreOfTheActivityThatTheirFileIsSaidToBeOf() {
    Registers found =
        registers(
            Map.of(
                "/in/quiz_x_q01.csv", List.of(attempt(AN, 1), attempt(NOBODY, 1)),
                "/in/copy/quiz_x_q01.csv", List.of(attempt(AN, 1), attempt(AN, 2)),
                "/in/quiz_x_q02.csv", List.of(attempt(AN, 1))),
            List.of(),
            List.of(),
            told);

    // The same report twice doubles nothing; a name alone is nobody; the other quiz is not named.
    assertThat(found.attempts())
        .extracting(Attempt::learnerId, Attempt::activityId, Attempt::attemptId)
        .containsExactly(tuple("HV1", "Q01", "1"), tuple("HV1", "Q01", "2"));
  }

  @Test
  void aSessionIsKnownByWhenItBegan() {
    List<ListedAttendance> marks =
        List.of(
            new ListedAttendance(AN, 7L, "10 Sep", AT, AttendanceStatus.PRESENT, "P"),
            new ListedAttendance(AN, 7L, "10 Sep", AT, AttendanceStatus.PRESENT, "P"),
            new ListedAttendance(AN, 7L, "11 Sep", AT.plusSeconds(86_400), null, "X"));
    Registers alone = registers(Map.of(), marks, List.of(), told);

    assertThat(alone.classSessions())
        .extracting(ClassSession::sessionId)
        .containsExactlyInAnyOrder("20260910-1930", "20260911-1930");
    assertThat(alone.attendances())
        .extracting(Attendance::sessionId)
        .containsExactly("20260910-1930");

    Registers withSessions =
        told.over(
            Registers.builder()
                .add(new ClassSession("K1", "B1", "1", true, false, AT, AT, SessionStatus.HELD))
                .build());
    Registers joined = registers(Map.of(), marks, List.of(), withSessions);
    assertThat(joined.attendances()).extracting(Attendance::sessionId).containsExactly("B1");
  }

  @Test
  void postsAreOfTheAccountThatWroteThem() {
    Registers found =
        registers(
            Map.of(),
            List.of(),
            List.of(
                new ForumPost(3, 2, PostKind.TOPIC, 7, "Lê An", AT, false, null),
                new ForumPost(4, 2, PostKind.REPLY, 8, "Lê An", AT, false, null)),
            told);

    assertThat(found.posts())
        .singleElement()
        .returns("HV1", Post::learnerId)
        .returns("F1", Post::activityId)
        .returns("3", Post::postId);
  }

  private static Activity activity(String id, String title, CourseActivityKind kind) {
    return new Activity(
        "K1",
        id,
        SITE + "/" + id,
        kind,
        title,
        null,
        null,
        kind == CourseActivityKind.EXERCISE,
        kind == CourseActivityKind.EXERCISE ? BigDecimal.TEN : null,
        null,
        null);
  }

  private Registers results(String gradebook, String completion) throws IOException {
    return results(told, gradebook, completion);
  }

  private static Registers results(Registers people, String gradebook, String completion)
      throws IOException {
    Registers course =
        people.over(
            Registers.builder()
                .add(
                    new CourseRun(
                        "K1",
                        "Lớp",
                        SITE + "/course/view.php?id=2",
                        LocalDate.of(2026, 9, 7),
                        LocalDate.of(2026, 10, 18),
                        null,
                        Set.of(),
                        null),
                    activity("BT01", "Bài 1: mở đầu", CourseActivityKind.EXERCISE),
                    activity("DGC", "Chéo", CourseActivityKind.WORKSHOP),
                    activity("A", "Trùng tên", CourseActivityKind.PAGE),
                    activity("B", "Trùng tên", CourseActivityKind.PAGE))
                .build());
    return new DownloadRegisters(SETTINGS, Map.of(), course)
        .of(
            new DownloadReports(
                Map.of(),
                gradebook == null
                    ? Map.of()
                    : Map.of("g", Gradebook.read(Collected.file("g.csv", gradebook), SETTINGS)),
                Map.of(),
                Map.of(),
                completion == null
                    ? Map.of()
                    : Map.of(
                        "c", CompletionReport.read(Collected.file("c.csv", completion), SETTINGS)),
                Map.of(),
                List.of()));
  }

  /** C08-9.1. */
  @Test
  void gradesAreOfTheActivitiesThatTheirHeadingsName() throws IOException {
    Registers found =
        results(
            """
            Họ,"Tên đệm và tên","Thư điện tử","Đề thi:Bài 1: mở đầu (Thực)",\
            "Đề thi:Bài 1: mở đầu (Phần trăm)","Tập huấn:Chéo (submission) (Thực)",\
            "Tập huấn:Chéo (assessment) (Thực)","Vấn đáp (Phần trăm)","Tổng khóa học (Thực)"
            Lê,An,an@lms.example,"8,33","83,30 %","60,00","-","75,00 %","68,33"
            Lê,Ba,ba@lms.example,"1,00","10,00 %","1,00","1,00","1,00 %","1,00"
            """
                .replace("\\\n", ""),
            null);

    assertThat(found.grades())
        .extracting(
            Grade::learnerId,
            Grade::componentId,
            Grade::componentName,
            Grade::kind,
            Grade::score,
            Grade::maxScore,
            Grade::weight,
            Grade::state)
        .containsExactlyInAnyOrder(
            tuple(
                "HV1",
                "BT01",
                "Bài 1: mở đầu",
                ComponentKind.ACTIVITY,
                new BigDecimal("8.33"),
                BigDecimal.ONE.movePointRight(1).stripTrailingZeros(),
                null,
                GradeState.GRADED),
            tuple(
                "HV1",
                "DGC",
                "Chéo (submission)",
                ComponentKind.ACTIVITY,
                new BigDecimal("60").stripTrailingZeros(),
                null,
                null,
                GradeState.GRADED),
            tuple(
                "HV1",
                "chéo_(assessment)",
                "Chéo (assessment)",
                ComponentKind.ACTIVITY,
                null,
                null,
                null,
                GradeState.PENDING),
            tuple(
                "HV1",
                "vấn_đáp",
                "Vấn đáp",
                ComponentKind.MANUAL,
                new BigDecimal("75"),
                new BigDecimal("100").stripTrailingZeros(),
                null,
                GradeState.GRADED),
            tuple(
                "HV1",
                "course",
                "Lớp",
                ComponentKind.COURSE,
                new BigDecimal("68.33"),
                null,
                null,
                GradeState.GRADED));
  }

  /** Under the account that was not used there is no mark, whichever stands first. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whoHasTwoAccountsHasWhatEitherHas(boolean usedFirst) throws IOException {
    Registers both =
        told.over(
            Registers.builder()
                .add(new Identity("HV1", IdentityKind.MBOX, null, "mailto:an2@lms.example"))
                .build());
    String used =
        """
        Lê,An,an@lms.example,8.33,40.00
        """;
    String unused =
        """
        Lê,An,an2@lms.example,-,55.00
        """;
    String done =
        """
        An,an@lms.example,Completed,"2026-09-14 23:26:48"
        """;
    String open =
        """
        An,an2@lms.example,"Not completed",
        """;
    Registers found =
        results(
            both,
            """
            "Last name","First name","Email address","Quiz: Bài 1: mở đầu (Real)",\
            "Course total (Real)"
            """
                + (usedFirst ? used + unused : unused + used),
            """
            ,"Email address","Bài 1: mở đầu",
            """
                + (usedFirst ? done + open : open + done));

    assertThat(found.grades())
        .extracting(Grade::learnerId, Grade::componentId, Grade::score, Grade::state)
        .containsExactlyInAnyOrder(
            tuple("HV1", "BT01", new BigDecimal("8.33"), GradeState.GRADED),
            tuple("HV1", "course", new BigDecimal("55"), GradeState.GRADED));
    assertThat(found.completions())
        .extracting(Completion::learnerId, Completion::activityId, Completion::state)
        .containsExactly(tuple("HV1", "BT01", CompletionState.COMPLETE));
  }

  @Test
  void completionIsOfTheActivityOfThatTitle() throws IOException {
    Registers found =
        results(
            null,
            """
            ,"Email address","Bài 1: mở đầu","",Chéo,"","Trùng tên","",Khác,""
            An,an@lms.example,"Completed (did not achieve pass grade)","2026-09-14 23:26:48",\
            "Not completed","",Completed,"2026-09-14 23:26:48",Completed,"2026-09-14 23:26:48"
            Ba,ba@lms.example,Completed,"2026-09-14 23:26:48","Not completed","",x,"",x,""
            """
                .replace("\\\n", ""));

    // Neither a title of two activities nor one of none is anything that was completed.
    assertThat(found.completions())
        .containsExactlyInAnyOrder(
            new Completion(
                "K1",
                "HV1",
                "BT01",
                CompletionState.COMPLETE_FAIL,
                Instant.parse("2026-09-14T16:26:48Z"),
                null),
            new Completion("K1", "HV1", "DGC", CompletionState.INCOMPLETE, null, null));
  }

  /** What became undone keeps its time. */
  @Test
  void theWordThatStandsWithoutATimeIsTheOneForNotCompleted() throws IOException {
    assertThat(
            results(
                    null,
                    ",\"Email address\",\"Bài 1: mở đầu\",\"\",Chéo,\"\"\n"
                        + "An,an@lms.example,\"Non terminé\",\"2026-09-14 23:26:48\","
                        + "\"Non terminé\",\"\"\n")
                .completions())
        .extracting(Completion::state, Completion::completedAt)
        .containsOnly(tuple(CompletionState.INCOMPLETE, null));
  }

  @Test
  void wordsOfCompletionAreUnderstoodOrLeftOut() throws IOException {
    Map<String, CompletionState> meanings = new LinkedHashMap<>();
    meanings.put("Đã hoàn thành", CompletionState.COMPLETE);
    meanings.put("Đã hoàn thành (đạt điểm chuẩn)", CompletionState.COMPLETE_PASS);
    meanings.put("Đã hoàn thành (không đạt điểm chuẩn)", CompletionState.COMPLETE_FAIL);
    meanings.put("Completed (set by Lê Chi)", CompletionState.COMPLETE);
    meanings.put("Not completed (set by Lê Chi)", CompletionState.INCOMPLETE);
    meanings.put("Chưa hoàn thành (được đặt bởi Lê Chi)", CompletionState.INCOMPLETE);
    meanings.put("Terminé", CompletionState.COMPLETE);
    meanings.put("Terminé (quoi que ce soit)", null);
    for (Map.Entry<String, CompletionState> meaning : meanings.entrySet()) {
      assertThat(
              results(
                      null,
                      ",\"Email address\",Chéo,\"\"\nAn,an@lms.example,\""
                          + meaning.getKey()
                          + "\",\"2026-09-14 23:26:48\"\n")
                  .completions())
          .as(meaning.getKey())
          .extracting(Completion::state)
          .isEqualTo(meaning.getValue() == null ? List.of() : List.of(meaning.getValue()));
    }
  }
}

package vn.chuyencan.source.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.chuyencan.model.Attempt;
import vn.chuyencan.model.AttemptState;
import vn.chuyencan.model.Attendance;
import vn.chuyencan.model.AttendanceStatus;
import vn.chuyencan.model.ClassSession;
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
                new ForumPost(3, 2, PostKind.TOPIC, 7, "Lê An", AT, false),
                new ForumPost(4, 2, PostKind.REPLY, 8, "Lê An", AT, false)),
            told);

    assertThat(found.posts())
        .singleElement()
        .returns("HV1", Post::learnerId)
        .returns("F1", Post::activityId)
        .returns("3", Post::postId);
  }
}

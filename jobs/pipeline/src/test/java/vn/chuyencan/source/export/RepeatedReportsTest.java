package vn.chuyencan.source.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chuyencan.model.ClassSession;
import vn.chuyencan.model.CourseRun;
import vn.chuyencan.model.GroupMember;
import vn.chuyencan.model.Identity;
import vn.chuyencan.model.IdentityKind;
import vn.chuyencan.model.Learner;
import vn.chuyencan.model.Registers;
import vn.chuyencan.model.SessionStatus;

/** One report downloaded again and again: what was so last week is not so for ever. */
class RepeatedReportsTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final String QUIZ =
      "First name,Last name,Email address,State,Started on,Completed,Time taken,Grade/10.00\n";

  @TempDir Path folder;

  private void file(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private Registers registers(Registers told) {
    return new MoodleDownloads(
            folder.toString(),
            ExportSettings.of("https://lms.example", ZONE).withCourse("K1", 2L),
            Map.of("q01*", "Q01"))
        .registers(ZONE, told);
  }

  private static Registers.Builder told() {
    return Registers.builder()
        .add(
            new CourseRun(
                "K1",
                "Lớp",
                "https://lms.example/course/view.php?id=2",
                LocalDate.of(2026, 9, 7),
                LocalDate.of(2026, 10, 11),
                null,
                Set.of(),
                null))
        .add(learner("HV1"), mail("HV1", "an@x"))
        .add(learner("HV2"), mail("HV2", "ba@x"));
  }

  private static Learner learner(String id) {
    return new Learner(id, id, null);
  }

  private static Identity mail(String id, String address) {
    return new Identity(id, IdentityKind.MBOX, null, "mailto:" + address);
  }

  private static String attempt(String state, String hour, String end, String mark) {
    String day = "\"14 September 2026 ";
    return "An,Lê,an@x," + state + "," + day + hour + "\"," + end + ",x," + mark + "\n";
  }

  private List<String> attempts() {
    return registers(told().build()).attempts().stream()
        .map(one -> one.attemptId() + " " + one.state() + " " + one.startedAt() + " " + one.score())
        .toList();
  }

  /** Browsers put a number before the ending of a second file of one name, Moodle often the day. */
  @ParameterizedTest
  @CsvSource({
    "q01.csv,q01 (1).csv",
    "q01(2).csv,q01(10).csv",
    "q01-20260930-0800.csv,q01-20261001-0800.csv"
  })
  void anAttemptIsAsTheLaterReportSays(String first, String second) throws IOException {
    String end = "\"14 September 2026  8:20 AM\"";
    file(
        first,
        QUIZ
            + attempt("Finished", "8:00 AM", end, "4.00")
            + attempt("\"In progress\"", "9:00 AM", "-", "-"));
    file(
        second,
        QUIZ
            + attempt("Finished", "8:00 AM", end, "5.00")
            + attempt("Finished", "9:00 AM", "\"14 September 2026  9:30 AM\"", "8.00"));

    assertThat(attempts())
        .containsExactly("1 FINISHED 2026-09-14T01:00:00Z 5", "2 FINISHED 2026-09-14T02:00:00Z 8");
  }

  /** A report may be asked for the best attempt of everybody only, or for finished ones. */
  @ParameterizedTest
  @CsvSource({"q01-a.csv,q01-b.csv", "q01-b.csv,q01-a.csv"})
  void anAttemptIsKnownByWhenItBeganAndNotByItsPlaceInAReport(String all, String best)
      throws IOException {
    String first = attempt("Finished", "8:00 AM", "\"14 September 2026  8:20 AM\"", "4.00");
    String second = attempt("Finished", "9:00 AM", "\"14 September 2026  9:20 AM\"", "9.00");
    file(all, QUIZ + first + second);
    file(best, QUIZ + second);

    assertThat(attempts())
        .containsExactly("1 FINISHED 2026-09-14T01:00:00Z 4", "2 FINISHED 2026-09-14T02:00:00Z 9");
  }

  private static String attendance(String headings, String... people) {
    return "Course\tA\nGroup\tAll\n\nLast name\tFirst name\tEmail address\t"
        + headings
        + "\tTaken sessions\n"
        + String.join("\n", people)
        + "\n";
  }

  private static List<String> marks(Registers found) {
    return found.attendances().stream()
        .map(one -> one.sessionId() + " " + one.learnerId() + " " + one.status())
        .sorted()
        .toList();
  }

  @ParameterizedTest
  @CsvSource({"a.txt,b.txt", "b.txt,b (1).txt"})
  void attendanceIsAsTheLaterListSays(String first, String second) throws IOException {
    String heading = "10 Sep 2026 7.30PM All students";
    file(first, attendance(heading, "Lê\tAn\tan@x\tA (0/2)\t0"));
    file(second, attendance(heading, "Lê\tAn\tan@x\tP (2/2)\t1"));

    assertThat(marks(registers(told().build()))).containsExactly("20260910-1930 HV1 PRESENT");
  }

  /** Two groups that meet at one time have two sessions, and each learner was in one of them. */
  @Test
  void sessionsOfTwoGroupsAtOneTimeAreTwo() throws IOException {
    Instant at = Instant.parse("2026-09-10T12:30:00Z");
    file(
        "a.txt",
        attendance(
            "10 Sep 2026 7.30PM Nhóm 1\t10 Sep 2026 7.30PM Nhóm 2",
            "Lê\tAn\tan@x\tP (2/2)\t\t1",
            "Lê\tBa\tba@x\t\tP (2/2)\t1"));
    Registers others =
        told()
            .add(session("S1", at, "Nhóm_1"), session("S2", at, "Nhóm_2"))
            .add(new GroupMember("K1", "Nhóm_1", "HV1"), new GroupMember("K1", "Nhóm_2", "HV2"))
            .build();

    assertThat(marks(registers(others))).containsExactly("S1 HV1 PRESENT", "S2 HV2 PRESENT");
  }

  private static ClassSession session(String id, Instant at, String group) {
    return new ClassSession(
        "K1", id, id, true, false, at, at.plusSeconds(3600), SessionStatus.HELD, group);
  }
}

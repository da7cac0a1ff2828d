package vn.chuyencan.source.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.tukaani.xz.XZInputStream;
import vn.chuyencan.model.AttemptState;
import vn.chuyencan.model.AttendanceStatus;
import vn.chuyencan.xapi.vocabulary.Origin;

/** All downloads of one course of a real Moodle, where the shared data are at hand. */
class RealDownloadsTest {

  @Test
  void theEnglishAndTheVietnameseLogAreTheSameRows() throws IOException {
    Collected english = Collected.of(Collected.SITE, shared("logs_FLIP01.en.csv"));
    Collected vietnamese = Collected.of(Collected.SITE, shared("logs_FLIP01.vi.csv"));

    assertThat(english.rejected).isEmpty();
    assertThat(vietnamese.rejected).isEmpty();
    assertThat(english.folder.faults()).isEmpty();
    assertThat(english.ids()).hasSize(50_142).doesNotHaveDuplicates();
    assertThat(vietnamese.ids()).hasSize(50_147).doesNotHaveDuplicates();
    // The Vietnamese one was made later: it has what the person did who made both.
    assertThat(new HashSet<>(vietnamese.ids()).containsAll(english.ids())).isTrue();
    assertThat(english.events)
        .allMatch(event -> event.course().equals("https://lms.example/course/view.php?id=2"));
    assertThat(english.events).noneMatch(event -> event.actor().startsWith("name:"));
    assertThat(
            english.events.stream().filter(event -> event.origin().equals(Origin.LOGIN_AS)).count())
        .isEqualTo(10);
    assertThat(told(vietnamese).containsAll(told(english))).isTrue();
  }

  /** All that is told but the language's words. */
  private static Set<String> told(Collected all) {
    return all.events.stream()
        .map(
            event ->
                event.id()
                    + event.actor()
                    + event.verb()
                    + event.action()
                    + event.kind()
                    + event.origin()
                    + event.activity()
                    + event.target())
        .filter(text -> !text.contains("event-name"))
        .collect(Collectors.toSet());
  }

  @Test
  void aFilteredJsonDownloadAddsOnlyTheAnswersThatTheTableHides() throws IOException {
    Collected csv = Collected.of(Collected.SITE, shared("logs_FLIP01.en.csv"));
    Collected both =
        Collected.of(
            Collected.SITE,
            shared("logs_FLIP01.en.csv"),
            shared("logs_FLIP01_participating_create.en.json"));

    Set<UUID> known = new HashSet<>(csv.ids());
    List<Collected.Event> added =
        both.events.stream().filter(event -> !known.contains(event.id())).toList();
    assertThat(added)
        .hasSize(37)
        .allMatch(event -> event.origin().equals(Origin.ANONYMOUS))
        .allMatch(event -> event.actor().equals("anonymous") && event.target() == null);
  }

  @Test
  void theReportsAreReadToTheirLastRow() throws IOException {
    List<QuizAttempt> first =
        QuizReport.read(shared("quiz_overview_FLIP01_q01.en.csv"), Collected.SITE);
    assertThat(first).hasSize(44);
    assertThat(first).allMatch(attempt -> attempt.maxScore().toString().equals("10.00"));
    assertThat(first.stream().filter(a -> a.state() == AttemptState.IN_PROGRESS)).hasSize(3);
    List<QuizAttempt> sixth =
        QuizReport.read(shared("quiz_overview_FLIP01_q06.vi.csv"), Collected.SITE);
    assertThat(sixth).hasSize(59);
    assertThat(sixth.stream().filter(a -> a.state() == AttemptState.SUBMITTED)).isNotEmpty();

    List<ListedAttendance> english =
        AttendanceList.read(shared("attendance_FLIP01.en.txt"), Collected.SITE);
    List<ListedAttendance> vietnamese =
        AttendanceList.read(shared("attendance_FLIP01.vi.txt"), Collected.SITE);
    assertThat(english).allMatch(mark -> mark.moodleUser() != null && mark.status() != null);
    assertThat(told(vietnamese)).isEqualTo(told(english));
    assertThat(english.stream().map(ListedAttendance::startsAt).distinct()).hasSize(10);
    assertThat(english.stream().filter(mark -> mark.status() == AttendanceStatus.EXCUSED))
        .isNotEmpty();

    // The course total has a name in each language.
    assertThat(marks("grades_FLIP01.vi.csv"))
        .isEqualTo(marks("grades_FLIP01.en.csv"))
        .anyMatch(mark -> mark.endsWith("null"));
    assertThat(ForumExport.read(shared("forum_FLIP01_f6.en.csv"), Collected.SITE))
        .hasSizeGreaterThan(300)
        .extracting(ForumPost::id)
        .doesNotHaveDuplicates();
    assertThat(ParticipantList.read(shared("participants_FLIP01.en.csv"), Collected.SITE))
        .hasSize(61);
    assertThat(CompletionReport.read(shared("completion_FLIP01.en.csv"), Collected.SITE))
        .anyMatch(completion -> completion.completedAt() != null)
        .anyMatch(completion -> completion.completedAt() == null);
  }

  private static List<String> marks(String name) throws IOException {
    return Gradebook.read(shared(name), Collected.SITE).stream()
        .map(grade -> grade.person() + " " + grade.percentage() + " " + grade.value())
        .toList();
  }

  private static List<String> told(List<ListedAttendance> marks) {
    return marks.stream()
        .map(mark -> mark.moodleUser() + " " + mark.startsAt() + " " + mark.status())
        .toList();
  }

  @Test
  void everyDownloadIsRecognised() throws IOException {
    DownloadFolder folder =
        DownloadFolder.survey(
            List.of(
                shared("attendance_FLIP01.en.txt"),
                shared("attendance_FLIP01.vi.txt"),
                shared("completion_FLIP01.en.csv"),
                shared("forum_FLIP01_f0.en.csv"),
                shared("grades_FLIP01.en.csv"),
                shared("grades_FLIP01.vi.csv"),
                shared("participants_FLIP01.en.csv"),
                shared("quiz_overview_FLIP01_q01.en.csv"),
                shared("quiz_overview_FLIP01_q06.vi.csv")),
            Collected.SITE);

    assertThat(folder.warnings()).isEmpty();
    assertThat(folder.faults()).isEmpty();
    assertThat(folder.reports())
        .extracting(DownloadFolder.Report::kind)
        .containsExactly(
            ReportKind.ATTENDANCE,
            ReportKind.ATTENDANCE,
            ReportKind.COMPLETION,
            ReportKind.FORUM,
            ReportKind.GRADEBOOK,
            ReportKind.GRADEBOOK,
            ReportKind.PARTICIPANTS,
            ReportKind.QUIZ,
            ReportKind.QUIZ);
  }

  private static Download shared(String name) throws IOException {
    String folder = System.getenv("CHUYENCAN_SHARED");
    Path root = folder == null ? Path.of("../../../shared") : Path.of(folder);
    Path file = root.resolve("moodle/exports").resolve(name + ".xz").toAbsolutePath().normalize();
    if (!Files.exists(file)) {
      String message = "SKIPPED: there is no " + file + "; CHUYENCAN_SHARED names another folder.";
      System.err.println(message);
      Assumptions.abort(message);
    }
    try (InputStream bytes = new XZInputStream(Files.newInputStream(file))) {
      return Collected.file(name, bytes.readAllBytes());
    }
  }
}

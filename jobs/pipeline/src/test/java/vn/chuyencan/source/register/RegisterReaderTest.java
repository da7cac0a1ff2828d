package vn.chuyencan.source.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chuyencan.model.Activity;
import vn.chuyencan.model.Artefact;
import vn.chuyencan.model.AssessmentMode;
import vn.chuyencan.model.Attempt;
import vn.chuyencan.model.AttemptState;
import vn.chuyencan.model.CheckStatus;
import vn.chuyencan.model.ClassSession;
import vn.chuyencan.model.Completion;
import vn.chuyencan.model.CompletionState;
import vn.chuyencan.model.ComponentKind;
import vn.chuyencan.model.ContentStatus;
import vn.chuyencan.model.CourseActivityKind;
import vn.chuyencan.model.CourseParameter;
import vn.chuyencan.model.CourseRun;
import vn.chuyencan.model.Enrolment;
import vn.chuyencan.model.FeedbackResponse;
import vn.chuyencan.model.Grade;
import vn.chuyencan.model.GradeState;
import vn.chuyencan.model.Identity;
import vn.chuyencan.model.Learner;
import vn.chuyencan.model.LinkStatus;
import vn.chuyencan.model.Login;
import vn.chuyencan.model.PeerReview;
import vn.chuyencan.model.Post;
import vn.chuyencan.model.PostKind;
import vn.chuyencan.model.QuestionKind;
import vn.chuyencan.model.RegisterName;
import vn.chuyencan.model.Registers;
import vn.chuyencan.model.Role;
import vn.chuyencan.model.SessionStatus;
import vn.chuyencan.model.SubmissionCheck;

class RegisterReaderTest {
  @TempDir private Path directory;

  private static Registers valid() {
    return RegisterReader.read(Fixtures.path("valid"));
  }

  @Test
  void readsWhatOtherReadingsOfTheRulesAskFor() {
    assertThat(valid().logins())
        .containsExactlyInAnyOrder(
            new Login("HV001", Instant.parse("2026-09-08T02:00:00Z")),
            new Login("HV002", Instant.parse("2026-09-08T02:00:00Z")));
    assertThat(valid().courseParameters())
        .containsExactly(
            new CourseParameter("L1", "minutes_required", "480"),
            new CourseParameter("L1", "time_band", "minutes_15 minutes_60"));
  }

  @Test
  void readsEveryRegister() {
    Registers registers = valid();
    assertThat(registers.present())
        .containsExactly(
            "learner",
            "identity",
            "course_run",
            "enrolment",
            "activity",
            "group_member",
            "class_session",
            "attendance",
            "submission_check",
            "peer_review",
            "attempt",
            "post",
            "grade",
            "completion",
            "feedback_response",
            "login",
            "live_log",
            "course_parameter",
            "review_decision",
            "correction");
    assertThat(registers.learners())
        .hasSize(5)
        .contains(
            new Learner("HV002", "Nguyễn \"Tí\", Bình", "chuyển từ lớp khác"),
            new Learner("HV003", "Trần Hoà", "hai dòng\ntrong một ô"),
            new Learner("HV004", "Trần Hoà", null));
    assertThat(registers.courseRun("L2"))
        .contains(
            new CourseRun(
                "L2",
                "Đánh giá học tập",
                "https://lms.example/course/view.php?id=12",
                LocalDate.of(2026, 9, 14),
                LocalDate.of(2026, 11, 1),
                ZoneId.of("Asia/Ho_Chi_Minh"),
                Set.of(LocalDate.of(2026, 10, 12)),
                "dedication"));
    assertThat(registers.enrolments())
        .contains(
            new Enrolment(
                "L1", "HV002", Role.LEARNER, LocalDate.of(2026, 9, 21), LocalDate.of(2026, 10, 1)),
            new Enrolment("L1", "GV01", Role.LECTURER, null, null));
    assertThat(registers.activities())
        .contains(
            new Activity(
                "L1",
                "BT01",
                "https://lms.example/mod/quiz/view.php?id=4",
                CourseActivityKind.EXERCISE,
                "Bài tập 01",
                null,
                null,
                true,
                BigDecimal.TEN,
                null,
                null));
    assertThat(registers.classSessions())
        .contains(
            new ClassSession(
                "L1",
                "B1",
                "Khai giảng",
                true,
                false,
                Instant.parse("2026-09-12T01:00:00Z"),
                Instant.parse("2026-09-12T04:00:00Z"),
                SessionStatus.HELD));
    assertThat(registers.submissionChecks())
        .contains(
            new SubmissionCheck(
                "L1",
                "HV002",
                "NOP",
                Artefact.SITUATION,
                null,
                LinkStatus.UNCHECKED,
                ContentStatus.UNCHECKED,
                CheckStatus.UNCHECKED,
                null,
                null));
    assertThat(registers.peerReviews())
        .containsExactly(
            new PeerReview(
                "L1",
                "DGC",
                "HV001",
                "HV002",
                Instant.parse("2026-10-08T14:00:00Z"),
                true,
                true,
                new BigDecimal("8.5")),
            new PeerReview("L1", "DGC", "HV002", "HV001", null, null, null, null));
  }

  @Test
  void readsAttemptsAndPosts() {
    assertThat(valid().attempts())
        .contains(
            new Attempt(
                "L1",
                "HV001",
                "BT01",
                "31",
                AttemptState.FINISHED,
                Instant.parse("2026-09-08T02:00:00Z"),
                Instant.parse("2026-09-08T02:15:00Z"),
                new BigDecimal("7.5"),
                BigDecimal.TEN,
                "https://lms.example/mod/quiz/attempt.php?attempt=31&cmid=4"));
    assertThat(valid().posts())
        .contains(
            new Post(
                "L1",
                "HV003",
                "DD1",
                "10",
                PostKind.REPLY,
                "4",
                Instant.parse("2026-09-08T03:00:00Z"),
                false,
                null))
        .filteredOn(Post::deleted)
        .extracting(Post::postId)
        .containsExactly("11");
  }

  @Test
  void readsGrades() {
    assertThat(valid().grades())
        .contains(
            new Grade(
                "L1",
                "HV001",
                "BT01",
                "Bài tập 01",
                ComponentKind.ACTIVITY,
                new BigDecimal("7.5"),
                BigDecimal.ZERO,
                BigDecimal.TEN,
                new BigDecimal("12.5"),
                AssessmentMode.ONLINE,
                GradeState.GRADED,
                LocalDate.of(2026, 9, 8),
                null),
            new Grade(
                "L1",
                "HV003",
                "NHOM",
                "Bài tập",
                ComponentKind.CATEGORY,
                null,
                null,
                new BigDecimal("30"),
                new BigDecimal("40"),
                null,
                GradeState.PENDING,
                null,
                null));
  }

  @Test
  void readsCompletionsAndAnswers() {
    assertThat(valid().completions())
        .containsExactlyInAnyOrder(
            new Completion(
                "L1",
                "HV001",
                "BT01",
                CompletionState.COMPLETE_PASS,
                Instant.parse("2026-09-08T02:15:00Z"),
                null),
            new Completion("L1", "HV002", "BT01", CompletionState.INCOMPLETE, null, null),
            new Completion("L1", "HV001", null, CompletionState.COMPLETE, null, null));
    assertThat(valid().feedbackResponses())
        .hasSize(3)
        .contains(
            new FeedbackResponse(
                "L1",
                "DGC",
                "p1",
                "2",
                "Góp ý",
                QuestionKind.TEXT,
                "nhiều\ndòng",
                null,
                null,
                null),
            new FeedbackResponse(
                "L1",
                "DGC",
                "p2",
                "1",
                "Tài liệu có hữu ích không?",
                QuestionKind.RATING,
                "5",
                "HV001",
                Instant.parse("2026-10-10T13:00:00Z"),
                null));
  }

  @Test
  void identifiersHaveTheFormFromWhichActorKeysAreMade() {
    assertThat(valid().identities())
        .extracting(Identity::canonical)
        .containsExactlyInAnyOrder(
            "account|https://lms.example|101",
            "account|https://lms.example|102",
            "mbox|mailto:an@example.vn",
            "mbox_sha1sum|6954e807cfbfc5b375d185de32f05de269f93d6f",
            "openid|https://id.example/hoa");
  }

  @Test
  void anAbsentOrEmptyDirectoryHoldsNoRegister() {
    assertThat(RegisterReader.read(directory)).isEqualTo(Registers.NONE);
    assertThat(RegisterReader.read(directory.resolve("absent"))).isEqualTo(Registers.NONE);
    assertThat(Registers.NONE.present()).isEmpty();
  }

  @Test
  void aRegisterWithoutARowIsPresentAllTheSame() throws IOException {
    write("attendance", "course_id,session_id,learner_id,status\n");
    Registers registers = RegisterReader.read(directory);
    assertThat(registers.has(RegisterName.ATTENDANCE)).isTrue();
    assertThat(registers.attendances()).isEmpty();
    assertThat(registers.digest()).isNotEqualTo(Registers.NONE.digest());
  }

  @Test
  void byteOrderMarkLineEndsAndDecomposedNamesDoNotMatter() throws IOException {
    write("learner", "learner_id,full_name\nHV001,Trần Hoà\n");
    Registers plain = RegisterReader.read(directory);
    write(
        "learner",
        "\ufefffull_name,learner_id,note\r\n"
            + Normalizer.normalize(" Trần Hoà ", Normalizer.Form.NFD)
            + ",HV001,\r\n,,\r\n\r\n");
    Registers decomposed = RegisterReader.read(directory);
    assertThat(decomposed).isEqualTo(plain);
    assertThat(decomposed.digest()).isEqualTo(plain.digest());
    assertThat(decomposed.learners().get(0).fullName()).isEqualTo("Trần Hoà");
  }

  @Test
  void theDigestChangesWithWhatARegisterSays() throws IOException {
    write("learner", "learner_id,full_name,note\nHV001,An,x\n");
    String before = RegisterReader.read(directory).digest();
    write("learner", "learner_id,full_name,note\nHV001,Anx,\n");
    assertThat(RegisterReader.read(directory).digest()).isNotEqualTo(before);
  }

  @Test
  void notesAndHiddenFilesMayLieBesideTheRegisters() throws IOException {
    Files.writeString(directory.resolve("README.md"), "x");
    Files.writeString(directory.resolve(".hidden"), "x");
    Files.writeString(directory.resolve("~$learner.csv"), "x");
    assertThat(RegisterReader.check(directory)).isEmpty();
  }

  @Test
  void referencesToARegisterThatIsAbsentAreNotAsked() throws IOException {
    write("attendance", "course_id,session_id,learner_id,status\nL1,B1,HV001,late\n");
    assertThat(RegisterReader.check(directory)).isEmpty();
  }

  private void write(String register, String text) throws IOException {
    Files.write(directory.resolve(register + ".csv"), text.getBytes(StandardCharsets.UTF_8));
  }
}

package vn.chuyencan.source.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.model.Activity;
import vn.chuyencan.model.AssessmentMode;
import vn.chuyencan.model.Attempt;
import vn.chuyencan.model.AttemptState;
import vn.chuyencan.model.Attendance;
import vn.chuyencan.model.AttendanceStatus;
import vn.chuyencan.model.ClassSession;
import vn.chuyencan.model.Completion;
import vn.chuyencan.model.CompletionState;
import vn.chuyencan.model.ComponentKind;
import vn.chuyencan.model.Correction;
import vn.chuyencan.model.CorrectionKind;
import vn.chuyencan.model.CourseActivityKind;
import vn.chuyencan.model.CourseRun;
import vn.chuyencan.model.Enrolment;
import vn.chuyencan.model.FeedbackResponse;
import vn.chuyencan.model.ForumKind;
import vn.chuyencan.model.Grade;
import vn.chuyencan.model.GradeState;
import vn.chuyencan.model.GroupMember;
import vn.chuyencan.model.Identity;
import vn.chuyencan.model.IdentityKind;
import vn.chuyencan.model.Learner;
import vn.chuyencan.model.PeerReview;
import vn.chuyencan.model.Post;
import vn.chuyencan.model.PostKind;
import vn.chuyencan.model.QuestionKind;
import vn.chuyencan.model.RegisterName;
import vn.chuyencan.model.Registers;
import vn.chuyencan.model.ReviewDecision;
import vn.chuyencan.model.ReviewOutcome;
import vn.chuyencan.model.Role;
import vn.chuyencan.model.SessionStatus;

/** What is written is what is read again. */
class RegisterWriterTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final String[] PIECES = {
    "An", "\"", ",", "\n", "\r\n", ";", " ", "Nguyễn", "e\u0323\u0302", "=1+1", "'", "\t", "😀", "#"
  };

  private static void write(Path folder, Registers registers, boolean marked) {
    RegisterWriter writer = new RegisterWriter(ZONE, marked);
    for (RegisterName name : RegisterName.values()) {
      if (registers.has(name)) {
        writer.write(folder, name, registers.rows(name), RegisterWriter.Unknown.NOTHING);
      }
    }
  }

  @Property(tries = 60)
  void isTheInverseOfTheReader(@ForAll long seed, @ForAll boolean marked) throws IOException {
    Registers registers = new Some(new Random(seed)).registers();
    Path folder = Files.createTempDirectory("registers");
    try {
      write(folder, registers, marked);

      assertThat(RegisterReader.check(folder)).isEmpty();
      Registers read = RegisterReader.read(folder);
      assertThat(read).isEqualTo(registers);
      assertThat(read.digest()).isEqualTo(registers.digest());
    } finally {
      for (Path file : Fixtures.csvFiles(folder)) {
        Files.delete(file);
      }
      Files.delete(folder);
    }
  }

  @Test
  void aNameThatASpreadsheetWouldRunIsDisarmedAndComesBack(@TempDir Path folder)
      throws IOException {
    Learner learner = new Learner("HV1", "=HYPERLINK(\"http://evil.example\",\"An\")", null);

    new RegisterWriter(ZONE, false)
        .write(folder, RegisterName.LEARNER, List.of(learner), RegisterWriter.Unknown.NOTHING);

    assertThat(folder.resolve("learner.csv")).content().contains("\"'=HYPERLINK(");
    assertThat(RegisterReader.read(folder).rows(RegisterName.LEARNER))
        .extracting("fullName")
        .containsExactly(learner.fullName());
  }

  @Test
  void whatAPersonWroteComesBack(@TempDir Path folder) {
    Registers registers = RegisterReader.read(Fixtures.path("valid"));

    write(folder, registers, false);

    assertThat(RegisterReader.read(folder)).isEqualTo(registers);
  }

  @Test
  void whatNobodyKnowsStaysEmptyAndIsToldByTheReader(@TempDir Path folder) {
    CourseRun run = new Some(new Random(1)).run("L1");

    new RegisterWriter(ZONE, false)
        .write(
            folder,
            RegisterName.COURSE_RUN,
            List.of(run),
            (row, column) -> column.equals("closes_on"));

    assertThat(RegisterReader.check(folder))
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.column()).isEqualTo("closes_on");
              assertThat(fault.line()).isEqualTo(2);
            });
  }

  @Test
  void nothingIsOverwritten(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("learner.csv"), "mine");

    assertThatThrownBy(
            () ->
                new RegisterWriter(ZONE, false)
                    .write(folder, RegisterName.LEARNER, List.of(), RegisterWriter.Unknown.NOTHING))
        .isInstanceOfSatisfying(
            PipelineException.class,
            refused ->
                assertThat(refused.faults())
                    .extracting(Fault::code)
                    .extracting(Enum::name)
                    .containsExactly("DRAFT_UNWRITABLE"));
    assertThat(folder.resolve("learner.csv")).hasContent("mine");
  }

  /** Valid registers by chance. */
  private record Some(Random random) {

    Registers registers() {
      Registers.Builder registers = Registers.builder();
      registers.present(RegisterName.values());
      List<String> people = new ArrayList<>();
      for (int person = 0; person < 1 + random.nextInt(4); person++) {
        String id = "HV" + person;
        people.add(id);
        registers.add(
            new Learner(id, text(), random.nextBoolean() ? text() : null),
            new Identity(id, IdentityKind.ACCOUNT, "https://lms.example", "n" + person + text()),
            new Identity(id, IdentityKind.MBOX, null, "mailto:hv" + person + "@hvsp.example"));
      }
      for (int row = 0; row < random.nextInt(3); row++) {
        registers.add(
            new ReviewDecision(
                "e7987d695f1a819" + row, one(ReviewOutcome.values()), text(), day(0), text(), null),
            new Correction(
                "C" + row,
                CorrectionKind.OUTAGE,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Instant.parse("2026-09-08T02:00:00Z"),
                Instant.parse("2026-09-08T02:00:00Z").plusSeconds(random.nextInt(9000)),
                null,
                text(),
                day(0),
                text()));
      }
      for (int course = 0; course < random.nextInt(4); course++) {
        course(registers, "L" + course, people);
      }
      return registers.build();
    }

    private void course(Registers.Builder registers, String course, List<String> people) {
      registers.add(run(course), forum(course), quiz(course));
      Instant starts = instant();
      registers.add(
          new ClassSession(
              course,
              "B1",
              text(),
              random.nextBoolean(),
              random.nextBoolean(),
              starts,
              starts.plusSeconds(random.nextInt(9000)),
              one(SessionStatus.values())));
      for (String person : people) {
        registers.add(
            new Enrolment(course, person, one(Role.values()), day(0), day(30)),
            new GroupMember(course, "N" + random.nextInt(3), person),
            new Attendance(course, "B1", person, one(AttendanceStatus.values())),
            new Attempt(
                course,
                person,
                "BT",
                "1",
                AttemptState.FINISHED,
                starts,
                starts.plusSeconds(9),
                number(),
                BigDecimal.TEN,
                random.nextBoolean() ? "https://lms.example/1" : null),
            grade(course, person),
            completion(course, person, random.nextBoolean() ? "BT" : null),
            new FeedbackResponse(
                course,
                "BT",
                person + "?",
                "1",
                text(),
                one(QuestionKind.values()),
                text(),
                random.nextBoolean() ? person : null,
                random.nextBoolean() ? instant() : null,
                null),
            new Post(
                course,
                person,
                "DD",
                person,
                one(PostKind.values()),
                "7",
                instant(),
                random.nextBoolean(),
                null));
        if (!person.equals(people.get(0))) {
          registers.add(
              new PeerReview(
                  course,
                  "BT",
                  person,
                  people.get(0),
                  random.nextBoolean() ? instant() : null,
                  one(new Boolean[] {true, false, null}),
                  null,
                  random.nextBoolean() ? number() : null));
        }
      }
    }

    private Grade grade(String course, String person) {
      GradeState state = one(GradeState.values());
      boolean scored = state == GradeState.GRADED || state == GradeState.EXCLUDED;
      return new Grade(
          course,
          person,
          "VD",
          text(),
          random.nextBoolean() ? ComponentKind.MANUAL : ComponentKind.CATEGORY,
          scored ? number() : null,
          random.nextBoolean() ? number().negate() : null,
          random.nextBoolean() ? number() : null,
          random.nextBoolean() ? BigDecimal.valueOf(random.nextInt(100_000), 3) : null,
          random.nextBoolean() ? one(AssessmentMode.values()) : null,
          state,
          random.nextBoolean() ? day(0) : null,
          null);
    }

    private Completion completion(String course, String person, String activity) {
      CompletionState state = one(CompletionState.values());
      boolean told = state != CompletionState.INCOMPLETE && random.nextBoolean();
      return new Completion(course, person, activity, state, told ? instant() : null, null);
    }

    CourseRun run(String course) {
      return new CourseRun(
          course,
          text(),
          "https://lms.example/course/" + course,
          LocalDate.of(2026, 9, 7),
          LocalDate.of(2026, 11, 1),
          random.nextBoolean() ? ZoneId.of("Asia/Tokyo") : null,
          random.nextBoolean()
              ? Set.of(LocalDate.of(2026, 10, 12), LocalDate.of(2026, 9, 20))
              : Set.of(),
          random.nextBoolean() ? "dedication" : null);
    }

    private Activity forum(String course) {
      ForumKind kind = one(new ForumKind[] {null, ForumKind.COLLECTIVE, ForumKind.GROUP});
      return new Activity(
          course,
          "DD",
          "https://lms.example/forum",
          CourseActivityKind.FORUM,
          text(),
          kind,
          kind == ForumKind.GROUP && random.nextBoolean() ? "N1" : null,
          false,
          null,
          null,
          null);
    }

    private Activity quiz(String course) {
      return new Activity(
          course,
          "BT",
          "https://lms.example/quiz",
          CourseActivityKind.EXERCISE,
          text(),
          null,
          null,
          random.nextBoolean(),
          random.nextBoolean() ? number() : null,
          random.nextBoolean() ? day(0) : null,
          day(40),
          null,
          null,
          random.nextBoolean() ? text() : null);
    }

    private String text() {
      StringBuilder text = new StringBuilder("x");
      for (int piece = 0; piece < random.nextInt(6); piece++) {
        text.append(one(PIECES));
      }
      return text.append('y').toString();
    }

    private LocalDate day(int after) {
      return LocalDate.of(2026, 9, 1).plusDays(after + random.nextInt(20));
    }

    private Instant instant() {
      return Instant.parse("2026-09-08T02:00:00Z").plusMillis(random.nextInt());
    }

    private BigDecimal number() {
      return BigDecimal.valueOf(random.nextInt(1000), random.nextInt(4));
    }

    private <T> T one(T[] values) {
      return values[random.nextInt(values.length)];
    }
  }
}

package vn.chuyencan.job;

import static org.apache.iceberg.expressions.Expressions.alwaysTrue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.iceberg.data.Record;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chuyencan.model.AssessmentMode;
import vn.chuyencan.model.Completion;
import vn.chuyencan.model.CompletionState;
import vn.chuyencan.model.ComponentKind;
import vn.chuyencan.model.CourseRun;
import vn.chuyencan.model.Enrolment;
import vn.chuyencan.model.FeedbackResponse;
import vn.chuyencan.model.Grade;
import vn.chuyencan.model.GradeState;
import vn.chuyencan.model.QuestionKind;
import vn.chuyencan.model.RegisterRow;
import vn.chuyencan.model.Registers;
import vn.chuyencan.model.Role;
import vn.chuyencan.table.Tables;

/** What registers tell of outcomes stands in tables as it was told, with who told it. */
class RegisteredResultsTest {
  @TempDir private Path folder;

  private Night sample;

  @BeforeEach
  void open() {
    sample = new SampleNights(folder).night(SampleNights.LAST);
  }

  private Night night(Registers registers) {
    return new Night(
        sample.configuration(),
        registers,
        sample.lake(),
        sample.workers(),
        sample.asOf(),
        sample.startedAt(),
        sample.codeVersion());
  }

  private List<Record> rows(Registers registers, String table) {
    Night night = night(registers);
    MeasureJob.run(night, MeasureJob.Extent.TOUCHED, Progress.NONE);
    List<Record> rows = new ArrayList<>();
    new CourseInputs(night).each(table, alwaysTrue(), row -> rows.add(row.copy()));
    return rows;
  }

  private static Registers course(RegisterRow... more) {
    return Registers.builder()
        .add(
            new CourseRun(
                "L1",
                "Lớp",
                "https://lms.example/course/view.php?id=11",
                LocalDate.of(2026, 9, 7),
                LocalDate.of(2026, 10, 11),
                null,
                Set.of(),
                null),
            new Enrolment("L1", "HV1", Role.LEARNER, null, null),
            new Enrolment("L1", "HV2", Role.LEARNER, null, null),
            new Enrolment("L1", "GV1", Role.LECTURER, null, null))
        .add(more)
        .build();
  }

  private static Grade grade(String learner, String score, String weight) {
    return new Grade(
        "L1",
        learner,
        "BT01",
        "Bài tập 01",
        ComponentKind.ACTIVITY,
        score == null ? null : new BigDecimal(score),
        null,
        BigDecimal.TEN,
        weight == null ? null : new BigDecimal(weight),
        AssessmentMode.ONLINE,
        score == null ? GradeState.PENDING : GradeState.GRADED,
        score == null ? null : LocalDate.of(2026, 9, 20),
        null);
  }

  /** C08-9.1 to C08-9.3. */
  @Test
  void theGradesOfTheLearnersOfARunAreTold() {
    List<Record> rows =
        rows(
            course(grade("HV1", "7.25", "12.5"), grade("HV9", "9", null), grade("GV1", "10", null))
                .over(course(grade("HV1", "1", null), grade("HV2", null, null)), "lms-db"),
            Tables.GRADE);
    // Neither who teaches nor who is not in the run has a grade there.
    assertThat(rows)
        .extracting(
            row -> row.getField("learner_id"),
            row -> row.getField("component_id"),
            row -> row.getField("component_name"),
            row -> row.getField("kind"),
            row -> row.getField("score"),
            row -> row.getField("min_score"),
            row -> row.getField("max_score"),
            row -> row.getField("weight"),
            row -> row.getField("mode"),
            row -> row.getField("state"),
            row -> row.getField("graded_on"),
            row -> row.getField("source"))
        .containsExactly(
            tuple(
                "HV1",
                "BT01",
                "Bài tập 01",
                "activity",
                new BigDecimal("7.250000"),
                new BigDecimal("0.000000"),
                new BigDecimal("10.000000"),
                new BigDecimal("12.500000"),
                "online",
                "graded",
                LocalDate.of(2026, 9, 20),
                null),
            tuple(
                "HV2",
                "BT01",
                "Bài tập 01",
                "activity",
                null,
                new BigDecimal("0.000000"),
                new BigDecimal("10.000000"),
                null,
                "online",
                "pending",
                null,
                "lms-db"));
  }

  @Test
  void completionIsToldOfTheActivitiesAndOfTheWholeRun() {
    Instant at = Instant.parse("2026-09-20T02:00:00Z");
    List<Record> rows =
        rows(
            course(
                new Completion("L1", "HV1", null, CompletionState.INCOMPLETE, null, null),
                new Completion("L1", "HV1", "BT01", CompletionState.COMPLETE_PASS, at, null),
                new Completion("L1", "GV1", "BT01", CompletionState.COMPLETE, at, null)),
            Tables.COMPLETION);
    assertThat(rows)
        .extracting(
            row -> row.getField("learner_id"),
            row -> row.getField("activity_id"),
            row -> row.getField("state"),
            row -> String.valueOf(row.getField("completed_at")),
            row -> row.getField("source"))
        .containsExactly(
            tuple("HV1", "BT01", "complete_pass", "2026-09-20T02:00Z", null),
            tuple("HV1", "course", "incomplete", "null", null));
  }

  private static FeedbackResponse answer(String response, String learner) {
    return new FeedbackResponse(
        "L1", "KS", response, "1", "Góp ý", QuestionKind.TEXT, "Tốt", learner, null, null);
  }

  @Test
  void answersAreToldOfLearnersAndOfNobody() {
    List<Record> rows =
        rows(
            course()
                .over(
                    course(answer("2", "HV1"), answer("1", null), answer("3", "GV1")), "khao-sat"),
            Tables.FEEDBACK_RESPONSE);
    assertThat(rows)
        .extracting(
            row -> row.getField("response_id"),
            row -> row.getField("learner_id"),
            row -> row.getField("value"),
            row -> row.getField("source"))
        .containsExactly(tuple("1", null, "Tốt", "khao-sat"), tuple("2", "HV1", "Tốt", "khao-sat"));
  }

  /** Of grades there are reports only: where the register is absent no criterion lacks an input. */
  @Test
  void anAbsentRegisterOfGradesIsNoMissingInputOfMeasures() {
    List<Record> rows = rows(course(), Tables.LEARNER_COURSE_MEASURE);
    assertThat(rows).hasSize(2);
    assertThat(String.valueOf(rows.get(0).getField("missing_inputs")))
        .contains("attendance")
        .doesNotContain("grade", "completion", "feedback");
  }
}

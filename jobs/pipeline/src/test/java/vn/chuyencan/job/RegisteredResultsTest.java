package vn.chuyencan.job;

import static org.apache.iceberg.expressions.Expressions.alwaysTrue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.iceberg.data.Record;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chuyencan.model.AssessmentMode;
import vn.chuyencan.model.ComponentKind;
import vn.chuyencan.model.CourseRun;
import vn.chuyencan.model.Enrolment;
import vn.chuyencan.model.Grade;
import vn.chuyencan.model.GradeState;
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

  /** Of grades there are reports only: where the register is absent no criterion lacks an input. */
  @Test
  void anAbsentRegisterOfGradesIsNoMissingInputOfMeasures() {
    List<Record> rows = rows(course(), Tables.LEARNER_COURSE_MEASURE);
    assertThat(rows).hasSize(2);
    assertThat(String.valueOf(rows.get(0).getField("missing_inputs")))
        .contains("attendance")
        .doesNotContain("grade");
  }
}

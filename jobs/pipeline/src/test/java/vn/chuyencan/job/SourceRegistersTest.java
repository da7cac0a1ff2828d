package vn.chuyencan.job;

import static org.apache.iceberg.expressions.Expressions.alwaysTrue;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.iceberg.data.Record;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chuyencan.model.Activity;
import vn.chuyencan.model.Artefact;
import vn.chuyencan.model.Attendance;
import vn.chuyencan.model.AttendanceStatus;
import vn.chuyencan.model.CheckStatus;
import vn.chuyencan.model.ClassSession;
import vn.chuyencan.model.ContentStatus;
import vn.chuyencan.model.CourseActivityKind;
import vn.chuyencan.model.CourseRun;
import vn.chuyencan.model.Enrolment;
import vn.chuyencan.model.GroupMember;
import vn.chuyencan.model.LinkStatus;
import vn.chuyencan.model.Registers;
import vn.chuyencan.model.Role;
import vn.chuyencan.model.SessionStatus;
import vn.chuyencan.model.SubmissionCheck;
import vn.chuyencan.table.Tables;

/** What a source's registers can say and what an institution adds, measured without an event. */
class SourceRegistersTest {
  private static final Instant START = Instant.parse("2026-09-12T01:00:00Z");

  @TempDir private Path folder;

  private Map<String, Record> measured(Registers registers) {
    Night sample = new SampleNights(folder).night(SampleNights.LAST);
    Night night =
        new Night(
            sample.configuration(),
            registers,
            sample.lake(),
            sample.workers(),
            sample.asOf(),
            sample.startedAt(),
            sample.codeVersion());
    MeasureJob.run(night, MeasureJob.Extent.TOUCHED, Progress.NONE);
    Map<String, Record> rows = new TreeMap<>();
    new CourseInputs(night)
        .each(
            Tables.LEARNER_COURSE_MEASURE,
            alwaysTrue(),
            row -> rows.put((String) row.getField("learner_id"), row.copy()));
    return rows;
  }

  private static Registers.Builder course() {
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
            new Enrolment("L1", "HV3", Role.LEARNER, null, null),
            new GroupMember("L1", "N1", "HV1"),
            new GroupMember("L1", "N2", "HV2"));
  }

  private static ClassSession session(String id, String group) {
    return new ClassSession(
        "L1", id, id, true, false, START, START.plusSeconds(3600), SessionStatus.HELD, group);
  }

  /** FC-X.11: the denominator is what was held for the learner. */
  @Test
  void aSessionOfAnotherGroupIsNotMissed() {
    Map<String, Record> rows =
        measured(
            course()
                .add(
                    session("all", null),
                    session("one", "N1"),
                    session("two", "N2"),
                    new Attendance("L1", "all", "HV1", AttendanceStatus.LATE),
                    new Attendance("L1", "one", "HV1", AttendanceStatus.PRESENT),
                    new Attendance("L1", "all", "HV2", AttendanceStatus.EXCUSED),
                    // Came to the other group's, and was noted there.
                    new Attendance("L1", "one", "HV2", AttendanceStatus.PRESENT))
                .build());
    assertThat(plenary(rows.get("HV1"))).isEqualTo("2 held, 2 present, 0 excused, 0 unmarked");
    assertThat(plenary(rows.get("HV2"))).isEqualTo("3 held, 1 present, 1 excused, 1 unmarked");
    assertThat(plenary(rows.get("HV3"))).isEqualTo("1 held, 0 present, 0 excused, 1 unmarked");
  }

  private static String plenary(Record row) {
    return String.format(
        Locale.ROOT,
        "%s held, %s present, %s excused, %s unmarked",
        row.getField("plenary_held"),
        row.getField("plenary_present"),
        row.getField("plenary_excused"),
        row.getField("plenary_unmarked"));
  }

  private static Activity assignment(String id, Artefact artefact) {
    return new Activity(
        "L1",
        id,
        "https://lms.example/mod/assign/view.php?id=" + id,
        CourseActivityKind.ASSIGNMENT,
        id,
        null,
        null,
        false,
        null,
        null,
        null,
        artefact,
        null);
  }

  private static SubmissionCheck handedIn(String activityId) {
    return new SubmissionCheck(
        "L1",
        "HV1",
        activityId,
        Artefact.OTHER,
        START,
        LinkStatus.UNCHECKED,
        ContentStatus.UNCHECKED,
        CheckStatus.UNCHECKED,
        null,
        null);
  }

  /** FC-TT.10: a source knows that something was handed in, a person says which thing it is. */
  @Test
  void whatIsHandedInIsSaidOfTheActivity() {
    Registers source =
        course()
            .add(assignment("5", null), assignment("6", null))
            .add(handedIn("5"), handedIn("6"))
            .build();
    Record unsaid = measured(source).get("HV1");
    // Nobody has said what these are: that is a missing input, and never a failure.
    assertThat(unsaid.getField("submissions_required")).isNull();
    assertThat(unsaid.getField("submissions_present")).isNull();
    assertThat(String.valueOf(unsaid.getField("missing_inputs"))).contains("submission_check");

    Registers said = Registers.builder().add(assignment("5", Artefact.PRODUCT)).build();
    Record known = measured(said.over(source)).get("HV1");
    assertThat(known.getField("submissions_required")).isEqualTo(2);
    assertThat(known.getField("submissions_present")).isEqualTo(1);
    assertThat(known.getField("submissions_unchecked")).isEqualTo(1);
  }
}

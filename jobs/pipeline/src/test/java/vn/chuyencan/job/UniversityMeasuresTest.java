package vn.chuyencan.job;

import static org.apache.iceberg.expressions.Expressions.alwaysTrue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

/** What is measured of marks, credits and terms (C08-9, C08-10, C08-11). */
class UniversityMeasuresTest {
  private static final LocalDate SPRING = LocalDate.of(2026, 2, 2);
  private static final LocalDate AUTUMN = LocalDate.of(2026, 9, 7);

  @TempDir private Path folder;

  private Night sample;

  @BeforeEach
  void open() {
    sample = new SampleNights(folder).night(SampleNights.LAST);
  }

  private Night night(RegisterRow... rows) {
    Configuration from = sample.configuration();
    return new Night(
        new Configuration(
            from.institution(),
            from.warehouse(),
            from.publish(),
            from.registers(),
            from.sources(),
            List.of("flipped-classroom", "university-course", "university-term"),
            from.gate()),
        Registers.builder().add(rows).build(),
        sample.lake(),
        sample.workers(),
        sample.asOf(),
        sample.startedAt(),
        sample.codeVersion());
  }

  private static List<Record> rows(Night night, String table) {
    List<Record> rows = new ArrayList<>();
    new CourseInputs(night).each(table, alwaysTrue(), row -> rows.add(row.copy()));
    return rows;
  }

  private Map<String, Record> measures(RegisterRow... rows) {
    Night night = night(rows);
    MeasureJob.run(night, MeasureJob.Extent.TOUCHED, Progress.NONE);
    Map<String, Record> measures = new HashMap<>();
    rows(night, Tables.LEARNER_COURSE_MEASURE)
        .forEach(row -> measures.put((String) row.getField("course_id"), row));
    return measures;
  }

  private static CourseRun run(
      String id, LocalDate opens, String credits, String code, String term, String... policies) {
    return new CourseRun(
        id,
        id,
        "https://lms.example/course/" + id,
        opens,
        opens.plusDays(97),
        null,
        Set.of(),
        null,
        credits == null ? null : new BigDecimal(credits),
        code,
        term,
        Set.of(policies));
  }

  private static Enrolment enrolment(String course) {
    return new Enrolment(course, "SV1", Role.LEARNER, null, null);
  }

  private static Grade grade(
      String course,
      String component,
      ComponentKind kind,
      String score,
      String weight,
      GradeState state) {
    return new Grade(
        course,
        "SV1",
        component,
        component,
        kind,
        score == null ? null : new BigDecimal(score),
        null,
        BigDecimal.TEN,
        weight == null ? null : new BigDecimal(weight),
        component.equals("mid") ? AssessmentMode.ONLINE : AssessmentMode.ONSITE,
        state,
        null,
        null);
  }

  private static Grade total(String course, String score) {
    return grade(course, Grade.COURSE, ComponentKind.COURSE, score, null, GradeState.GRADED);
  }

  private static Map<String, BigDecimal> map(Record row, String column) {
    Map<String, BigDecimal> map = new HashMap<>();
    ((Map<?, ?>) row.getField(column))
        .forEach((key, value) -> map.put((String) key, ((BigDecimal) value).stripTrailingZeros()));
    return map;
  }

  private static Map<String, BigDecimal> of(String... pairs) {
    Map<String, BigDecimal> map = new HashMap<>();
    for (String pair : pairs) {
      String[] parts = pair.split("=", -1);
      map.put(parts[0], new BigDecimal(parts[1]).stripTrailingZeros());
    }
    return map;
  }

  @Test
  void absenceWithoutLeaveIsZeroAndWithLeaveIsPending() {
    Record row =
        measures(
                run("T1-A", AUTUMN, "3", null, null),
                enrolment("T1-A"),
                grade(
                    "T1-A", "mid", ComponentKind.ACTIVITY, null, "40", GradeState.ABSENT_UNEXCUSED),
                grade("T1-A", "end", ComponentKind.MANUAL, null, "60", GradeState.ABSENT_EXCUSED),
                grade("T1-A", "bonus", ComponentKind.MANUAL, "9", "10", GradeState.EXCLUDED),
                grade("T1-A", "part", ComponentKind.CATEGORY, "5", "100", GradeState.GRADED))
            .get("T1-A");
    assertThat(row.getField("components")).isEqualTo(2);
    assertThat(row.getField("components_pending")).isEqualTo(1);
    assertThat(row.getField("components_mode_unknown")).isEqualTo(0);
    assertThat((BigDecimal) row.getField("component_weight_online")).isEqualByComparingTo("40");
    assertThat((BigDecimal) row.getField("course_credits")).isEqualByComparingTo("3");
    assertThat(map(row, "component_weight")).isEqualTo(of("mid=40", "end=60"));
    assertThat(map(row, "component_score")).isEqualTo(of("mid=0"));
    assertThat(map(row, "component_range")).isEqualTo(of("mid=10", "end=10"));
    assertThat(row.getField("terms")).isNull();
  }

  @Test
  void categoriesAreComponentsWhereOnlyTheyWeigh() {
    Record row =
        measures(
                run("T1-A", AUTUMN, null, null, null),
                enrolment("T1-A"),
                grade("T1-A", "mid", ComponentKind.ACTIVITY, "3", null, GradeState.GRADED),
                grade("T1-A", "part", ComponentKind.CATEGORY, "5", "100", GradeState.GRADED))
            .get("T1-A");
    assertThat(map(row, "component_weight")).isEqualTo(of("part=100"));
    assertThat(map(row, "component_score")).isEqualTo(of("part=5"));
  }

  /** 60 by an activity and 40 by a category, which so holds none of the activities. */
  @Test
  void aCategoryThatHoldsNothingIsAComponentBesideOthers() {
    Record row =
        measures(
                run("T1-A", AUTUMN, null, null, null),
                enrolment("T1-A"),
                grade("T1-A", "end", ComponentKind.ACTIVITY, "8", "60", GradeState.GRADED),
                grade("T1-A", "part", ComponentKind.CATEGORY, "5", "40", GradeState.GRADED))
            .get("T1-A");
    assertThat(row.getField("components")).isEqualTo(2);
    assertThat(map(row, "component_weight")).isEqualTo(of("end=60", "part=40"));
    assertThat(map(row, "component_score")).isEqualTo(of("end=8", "part=5"));
  }

  /** The exclusion of one component takes nothing from what the others are. */
  @Test
  void withAnExclusionTheCategoryIsStillAComponent() {
    Record row =
        measures(
                run("T1-A", AUTUMN, null, null, null),
                enrolment("T1-A"),
                grade("T1-A", "mid", ComponentKind.ACTIVITY, null, "20", GradeState.EXCLUDED),
                grade("T1-A", "end", ComponentKind.ACTIVITY, "8", "40", GradeState.GRADED),
                grade("T1-A", "part", ComponentKind.CATEGORY, "5", "40", GradeState.GRADED))
            .get("T1-A");
    assertThat(map(row, "component_weight")).isEqualTo(of("end=40", "part=40"));
  }

  @Test
  void ofNoGradeNothingIsKnown() {
    Record row = measures(run("T1-A", AUTUMN, "3", null, null), enrolment("T1-A")).get("T1-A");
    assertThat(row.getField("components")).isNull();
    assertThat(row.getField("component_weight")).isNull();
  }

  /** T1 failed in spring and taken again in autumn; T2 by its components; T3 without a mark. */
  @Test
  void aTermKnowsWhatWasTakenInItAndBefore() {
    List<RegisterRow> rows =
        new ArrayList<>(
            List.of(
                run("HK1", SPRING, null, null, null),
                run("HK2", AUTUMN, null, null, null),
                run("T1-A", SPRING, "3", "T1", "HK1"),
                run("T1-B", AUTUMN, "3", "T1", "HK2"),
                run("T2-B", AUTUMN, "2", "T2", "HK2"),
                run("T3-B", AUTUMN, "4", null, "HK2"),
                total("T1-A", "3.5"),
                total("T1-B", "6.25"),
                grade("T2-B", "mid", ComponentKind.ACTIVITY, "7", "30", GradeState.GRADED),
                grade("T2-B", "end", ComponentKind.MANUAL, "8", "70", GradeState.GRADED)));
    for (String course : List.of("HK1", "HK2", "T1-A", "T1-B", "T2-B", "T3-B")) {
      rows.add(enrolment(course));
    }
    Map<String, Record> measures = measures(rows.toArray(RegisterRow[]::new));
    Record first = measures.get("HK1");
    assertThat(first.getField("terms")).isEqualTo(1);
    assertThat(map(first, "term_course_mark")).isEqualTo(of("T1=3.5"));
    assertThat(map(first, "transcript_credits")).isEqualTo(of("T1=3"));
    Record second = measures.get("HK2");
    assertThat(second.getField("terms")).isEqualTo(2);
    assertThat(map(second, "term_course_mark")).isEqualTo(of("T1=6.25", "T2=7.7"));
    assertThat(map(second, "term_course_credits")).isEqualTo(of("T1=3", "T2=2", "T3-B=4"));
    assertThat(map(second, "transcript_mark")).isEqualTo(of("T1=6.25", "T2=7.7"));
    assertThat(map(second, "transcript_credits")).isEqualTo(of("T1=3", "T2=2", "T3-B=4"));
  }

  /** A term of which nothing is known but marks is decided upon by the policy that it names. */
  @Test
  void aRunIsDecidedUponByThePoliciesThatItNames() {
    Night night =
        night(
            run("HK1", SPRING, null, null, null, "university-term"),
            run("T1-A", SPRING, "3", "T1", "HK1", "university-course"),
            run("OLD", LocalDate.of(2021, 5, 2), "3", "T0", "HK1", "university-course"),
            enrolment("HK1"),
            enrolment("T1-A"),
            enrolment("OLD"),
            grade("T1-A", "mid", ComponentKind.ACTIVITY, "8", "40", GradeState.GRADED),
            grade("T1-A", "end", ComponentKind.MANUAL, "8.75", "60", GradeState.GRADED));
    DecideJob.run(
        night, MeasureJob.run(night, MeasureJob.Extent.TOUCHED, Progress.NONE), Progress.NONE);
    // OLD opened a day before its policy was in force.
    assertThat(rows(night, Tables.ELIGIBILITY_DECISION))
        .extracting(
            row -> row.getField("course_id"),
            row -> row.getField("certificate"),
            row -> row.getField("policy_id"),
            row -> row.getField("status"))
        .containsExactlyInAnyOrder(
            tuple("HK1", "no_warning", "university-term", "MET"),
            tuple("HK1", "standing", "university-term", "MET"),
            tuple("T1-A", "course", "university-course", "MET"));
  }
}

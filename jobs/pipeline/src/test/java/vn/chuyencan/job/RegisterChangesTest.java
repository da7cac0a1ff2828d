package vn.chuyencan.job;

import static org.apache.iceberg.expressions.Expressions.alwaysTrue;
import static org.apache.iceberg.expressions.Expressions.equal;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chuyencan.model.Activity;
import vn.chuyencan.model.CourseRun;
import vn.chuyencan.model.Enrolment;
import vn.chuyencan.model.Identity;
import vn.chuyencan.model.RecomputeCause;
import vn.chuyencan.model.RegisterName;
import vn.chuyencan.model.RegisterRow;
import vn.chuyencan.model.Registers;
import vn.chuyencan.report.CsvMark;
import vn.chuyencan.table.Tables;

/**
 * Registers change every day. Only what they concern is measured again, and what comes of it is
 * what measuring everything gives.
 */
class RegisterChangesTest {
  private static final List<String> TABLES =
      List.of(
          Tables.LEARNER_COURSE_MEASURE,
          Tables.LEARNER_COURSE_WEEK,
          Tables.LEARNER_WEEK,
          Tables.FORUM_POST,
          Tables.ASSESSMENT_ATTEMPT,
          Tables.ATTENDANCE_RECORD,
          Tables.SUBMISSION,
          Tables.PEER_REVIEW,
          Tables.ELIGIBILITY_DECISION,
          Tables.CRITERION_RESULT,
          Tables.REVIEW_CASE,
          Tables.COURSE_RUN,
          Tables.UNRESOLVED_ACTOR,
          Tables.UNKNOWN_VERB,
          Tables.SOURCE_HEALTH,
          Tables.MEASURED_REGISTER);

  @TempDir private static Path folder;
  private static SampleNights nights;
  private static Registers sample;

  @BeforeAll
  static void firstNight() {
    nights = new SampleNights(folder).deliver(SampleNights.allFiles());
    sample = nights.night(SampleNights.LAST).registers();
    nights.run(SampleNights.LAST, "first");
  }

  private static Night night(Registers registers) {
    return night(registers, SampleNights.LAST);
  }

  private static Night night(Registers registers, LocalDate asOf) {
    Night night = nights.night(asOf);
    return new Night(
        night.configuration(),
        registers,
        night.lake(),
        night.workers(),
        night.asOf(),
        night.startedAt(),
        night.codeVersion());
  }

  /** All rows of all tables that depend on registers. */
  private static Map<String, Set<String>> contents(Night night) {
    Map<String, Set<String>> contents = new TreeMap<>();
    for (String table : TABLES) {
      List<String> rows = new ArrayList<>();
      new CourseInputs(night).each(table, alwaysTrue(), row -> rows.add(row.toString()));
      assertThat(rows).as(table).doesNotHaveDuplicates();
      contents.put(table, new TreeSet<>(rows));
    }
    return contents;
  }

  private static void incrementally(Registers registers) {
    MeasureJob.runAndDecide(night(registers), Progress.NONE);
  }

  private static void assertAsIfAllWereMeasured(Registers registers, String what) {
    Map<String, Set<String>> incremental = contents(night(registers));
    Night all = night(registers);
    List<vn.chuyencan.measure.CourseContext> contexts =
        MeasureJob.run(all, MeasureJob.Extent.EVERYTHING, Progress.NONE);
    DecideJob.run(all, contexts, Progress.NONE);
    Map<String, Set<String>> whole = contents(night(registers));
    for (String table : TABLES) {
      assertThat(incremental.get(table)).as(table + " after " + what).isEqualTo(whole.get(table));
    }
  }

  private static Registers with(Registers registers, List<RegisterRow> rows) {
    Registers.Builder changed = Registers.builder();
    for (RegisterName name : RegisterName.values()) {
      if (registers.has(name)) {
        changed.present(name);
      }
    }
    return changed.addAll(rows).build();
  }

  private static List<RegisterRow> rows(Registers registers) {
    List<RegisterRow> rows = new ArrayList<>();
    for (RegisterName name : RegisterName.values()) {
      rows.addAll(registers.rows(name));
    }
    return rows;
  }

  /** One change such as an institution or a platform makes in a day. */
  private static Registers changed(Registers registers, Random random, List<String> told) {
    List<RegisterRow> rows = rows(registers);
    RegisterRow some = rows.get(random.nextInt(rows.size()));
    if (some instanceof Identity identity && random.nextBoolean()) {
      List<RegisterRow> others = List.copyOf(registers.rows(RegisterName.LEARNER));
      String other =
          ((vn.chuyencan.model.Learner) others.get(random.nextInt(others.size()))).learnerId();
      rows.remove(some);
      rows.add(new Identity(other, identity.kind(), identity.homePage(), identity.identifier()));
      told.add(some + " now of " + other);
    } else if (some instanceof CourseRun run && random.nextBoolean()) {
      rows.remove(some);
      rows.add(
          new CourseRun(
              run.courseId(),
              run.title(),
              run.iri(),
              run.opensOn().plusDays(random.nextInt(7)),
              run.closesOn().plusDays(random.nextInt(7)),
              run.zone(),
              run.weeksOff(),
              run.estimator()));
      told.add("other days of " + run.courseId());
    } else {
      rows.remove(some);
      told.add("without " + some);
    }
    return with(registers, rows);
  }

  /** The law. Rows go, come back, mean others; several nights, then all is measured at once. */
  @Test
  void whateverChangesTheNightIsAsIfAllWereMeasured() {
    for (int seed = 1; seed <= 2; seed++) {
      Random random = new Random(seed);
      List<String> told = new ArrayList<>();
      Registers registers = sample;
      for (int night = 0; night < 3; night++) {
        int changes = 1 + random.nextInt(4);
        for (int change = 0; change < changes; change++) {
          registers = random.nextInt(6) == 0 ? sample : changed(registers, random, told);
        }
        incrementally(registers);
      }
      assertAsIfAllWereMeasured(registers, "seed " + seed + ": " + told);
    }
  }

  /** Each kind of row once, a night each, so that none is left to chance. */
  @Test
  void aRowOfEachRegisterGoesAndAllComeBack() {
    incrementally(sample);
    Map<String, Set<String>> before = contents(night(sample));
    List<RegisterRow> rows = rows(sample);
    for (RegisterName name : RegisterName.values()) {
      List<RegisterRow> of = List.copyOf(sample.rows(name));
      if (!of.isEmpty()) {
        rows.remove(of.get(of.size() / 2));
        incrementally(with(sample, rows));
      }
    }
    assertAsIfAllWereMeasured(with(sample, rows), "a row of each register less");
    incrementally(sample);
    Map<String, Set<String>> after = contents(night(sample));
    for (String table : TABLES) {
      assertThat(after.get(table)).as(table).isEqualTo(before.get(table));
    }
  }

  /** Who opened a discussion is told of others' posts, whether the register enrols the opener. */
  @Test
  void whoIsNotEnrolledGetsAnotherName() {
    String opener = contents(night(sample)).get(Tables.FORUM_POST).isEmpty() ? "" : firstOpener();
    assertThat(opener).isNotEmpty();
    List<RegisterRow> rows = rows(sample);
    rows.removeIf(
        row -> row instanceof Enrolment enrolment && enrolment.learnerId().equals(opener));
    Registers visitor = with(sample, rows);
    incrementally(visitor);
    List<RegisterRow> renamed =
        rows.stream()
            .map(
                row ->
                    row instanceof Identity identity && identity.learnerId().equals(opener)
                        ? new Identity(
                            "KHACH", identity.kind(), identity.homePage(), identity.identifier())
                        : row)
            .collect(Collectors.toCollection(ArrayList::new));
    Registers other = with(sample, renamed);
    incrementally(other);
    assertAsIfAllWereMeasured(other, "a visitor renamed");
    renamed.removeIf(
        row -> row instanceof Identity identity && identity.learnerId().equals("KHACH"));
    Registers nobody = with(sample, renamed);
    incrementally(nobody);
    assertAsIfAllWereMeasured(nobody, "a visitor forgotten");
    incrementally(other);
    assertAsIfAllWereMeasured(other, "a visitor known again");
  }

  private static String firstOpener() {
    TreeSet<String> openers = new TreeSet<>();
    new CourseInputs(night(sample))
        .each(
            Tables.FORUM_POST,
            alwaysTrue(),
            row -> {
              String opener = (String) row.getField("discussion_learner_id");
              if (opener != null && !opener.equals(row.getField("learner_id"))) {
                openers.add(opener);
              }
            });
    return openers.first();
  }

  /** What this is for: the files of a run that nothing concerns stay as they are. */
  @Test
  void aRunThatNothingConcernsIsNotMeasured() {
    incrementally(sample);
    Activity some = sample.activities().get(0);
    List<RegisterRow> rows = rows(sample);
    rows.remove(some);
    Registers less = with(sample, rows);
    assertThat(sample.courseRuns().size()).isGreaterThan(1);
    assertThat(changedRuns(less)).containsExactly(some.courseId());
    incrementally(less);
    assertThat(changedRuns(less)).isEmpty();
    incrementally(sample);
  }

  private static Set<String> changedRuns(Registers registers) {
    CourseInputs inputs = new CourseInputs(night(registers));
    return inputs.saidNow().since(inputs.saidBefore()).runs();
  }

  /** A course that an administrator deletes takes its certificates with it, and that is told. */
  @Test
  void whatWasDecidedInARunThatIsGoneIsToldToHaveChanged() {
    incrementally(sample);
    CourseRun run = sample.courseRuns().get(0);
    Set<String> decided = new TreeSet<>();
    new CourseInputs(night(sample))
        .each(
            Tables.ELIGIBILITY_DECISION,
            equal("course_id", run.courseId()),
            row -> decided.add(row.getField("learner_id") + " " + row.getField("certificate")));
    assertThat(decided).isNotEmpty();
    Set<String> before = told(run.courseId());
    List<RegisterRow> rows = rows(sample);
    rows.removeIf(row -> row instanceof CourseRun one && one.courseId().equals(run.courseId()));
    Registers less = with(sample, rows);
    List<Recomputed> recomputed = MeasureJob.runAndDecide(night(less), Progress.NONE);

    Set<String> now = told(run.courseId());
    now.removeAll(before);
    assertThat(now)
        .isEqualTo(
            decided.stream()
                .map(key -> key + " [register]")
                .collect(Collectors.toCollection(TreeSet::new)));
    assertThat(recomputed)
        .anyMatch(
            one ->
                one.cause() == RecomputeCause.REGISTER && one.courseIds().contains(run.courseId()));
    incrementally(sample);
  }

  /** Decisions of a run that are told to be no more. */
  private static Set<String> told(String courseId) {
    Set<String> told = new TreeSet<>();
    new CourseInputs(night(sample))
        .each(
            Tables.DECISION_CHANGE,
            equal("course_id", courseId),
            row -> {
              if ("Σ".equals(row.getField("criterion_id"))
                  && row.getField("status_after") == null) {
                told.add(
                    row.getField("learner_id")
                        + " "
                        + row.getField("certificate")
                        + " "
                        + row.getField("causes"));
              }
            });
    return told;
  }

  @Test
  void aPublicationIsTheSame() {
    incrementally(sample);
    String digest =
        NightlyRun.run(night(sample), "again", CsvMark.ABSENT, Progress.NONE).manifest().digest();
    SampleNights fresh = new SampleNights(folder.resolve("fresh")).deliver(SampleNights.allFiles());
    assertThat(fresh.run(SampleNights.LAST, "fresh").manifest().digest()).isEqualTo(digest);
  }
}

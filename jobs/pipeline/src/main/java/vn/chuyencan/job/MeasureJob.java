package vn.chuyencan.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import vn.chuyencan.measure.CourseContext;
import vn.chuyencan.measure.Measurement;
import vn.chuyencan.measure.Population;
import vn.chuyencan.model.CourseRun;
import vn.chuyencan.model.RegisterName;
import vn.chuyencan.source.xapi.StatementFiles;
import vn.chuyencan.table.Lake;
import vn.chuyencan.table.LakeState;
import vn.chuyencan.table.Tables;

/**
 * Brings bursts and measures up to the last batch. Only the learners of whom the night tells
 * something are measured again; the rows of the others are kept as they are. Everything is measured
 * when something else changed on which all measures depend: a register, the zone, the program, or
 * an as-of date that went back. Either way gives the same rows.
 */
public final class MeasureJob {
  private final Night night;
  private final Lake lake;
  private final SparkSession spark;

  private MeasureJob(Night night) {
    this.night = night;
    this.lake = night.lake();
    this.spark = lake.spark();
  }

  /** Which learners a run measures again. */
  public enum Extent {
    /** Those whom the night's events touch. */
    TOUCHED,
    /** All. */
    EVERYTHING
  }

  /**
   * Measures.
   *
   * @param wanted {@link Extent#EVERYTHING} measures all even where nothing demands it
   * @return the course runs, those inferred too
   */
  public static List<CourseContext> run(Night night, Extent wanted, Progress progress) {
    return new MeasureJob(night).run(wanted, progress);
  }

  /** The course runs as of now, without measuring anything. */
  public static List<CourseContext> courses(Night night) {
    return new MeasureJob(night).contexts();
  }

  private List<CourseContext> run(Extent wanted, Progress progress) {
    LakeState state = lake.state();
    String with = dependsOn();
    boolean everything =
        wanted == Extent.EVERYTHING
            || infers()
            || !with.equals(state.measuredWith())
            || state.measuredAsOf().isEmpty()
            || lostAnEvent(state)
            || night.asOf().isBefore(LocalDate.parse(state.measuredAsOf()));
    progress.step("measure bursts");
    BurstTable.update(lake, state.measuredBatch());
    progress.step("measure learners");
    List<CourseContext> contexts = contexts();
    if (everything) {
      write(contexts, roster(contexts), Optional.empty());
    } else {
      measureTouched(contexts, state);
    }
    lake.commit(lake.state().withMeasured(night.asOf().toString(), with));
    return contexts;
  }

  /**
   * Whether an event that was measured is gone. It may have opened a discussion or deleted a post
   * of others, and voiding is rare: everything is measured again rather than followed.
   */
  private boolean lostAnEvent(LakeState state) {
    return !lake.read(Tables.REMOVED_EVENT)
        .where(
            col("batch_id")
                .gt(state.measuredBatch())
                .and(col("reason").equalTo(StatementFiles.VOIDED_EARLIER)))
        .isEmpty();
  }

  private void measureTouched(List<CourseContext> contexts, LakeState state) {
    // What is new, and what was there already but whose day has come only now.
    Dataset<Row> news =
        lake.read(Tables.LEARNING_EVENT)
            .where(
                col("batch_id")
                    .gt(state.measuredBatch())
                    .or(col("event_date").gt(lit(LocalDate.parse(state.measuredAsOf())))))
            .where(isSeen());
    Dataset<Row> seen =
        news.where(col("course_key").isNotNull())
            .select("actor_key", "course_key", "event_date")
            .unionByName(authorsOf(news));
    Dataset<Row> roster = roster(contexts);
    Dataset<Row> touched =
        measurement(contexts, roster)
            .touched(seen)
            .join(roster, roster.columns(), "left_semi")
            .persist(StorageLevel.MEMORY_AND_DISK());
    try {
      Dataset<Row> withGroups = withGroups(touched, contexts);
      Set<String> courses = new TreeSet<>();
      withGroups
          .select("course_id")
          .distinct()
          .collectAsList()
          .forEach(row -> courses.add(row.getString(0)));
      if (courses.isEmpty()) {
        return;
      }
      List<CourseContext> busy =
          contexts.stream().filter(c -> courses.contains(c.run().courseId())).toList();
      write(busy, withGroups, Optional.of(courses));
    } finally {
      touched.unpersist();
    }
  }

  /**
   * Whose posts a night's deletions and topics bear on: everybody in those courses' discussions.
   */
  private Dataset<Row> authorsOf(Dataset<Row> news) {
    Dataset<Row> discussions =
        news.where(
                col("action")
                    .isin("deleted", "created")
                    .and(col("activity_kind").isin("discussion", "post")))
            .select(col("activity_key").as("changed_key"))
            .distinct();
    Dataset<Row> events = lake.read(Tables.LEARNING_EVENT);
    return events
        .where(
            col("activity_kind")
                .isin("discussion", "post")
                .and(col("course_key").isNotNull())
                .and(isSeen()))
        .join(
            discussions,
            col("activity_key")
                .equalTo(col("changed_key"))
                .or(col("reply_to_key").equalTo(col("changed_key"))),
            "left_semi")
        .select("actor_key", "course_key", "event_date");
  }

  /** The learners, and those who share a group with one of them: a draft concerns them all. */
  private Dataset<Row> withGroups(Dataset<Row> touched, List<CourseContext> contexts) {
    Dataset<Row> pairs = Population.groupPairs(spark, contexts);
    return touched
        .join(
            pairs,
            touched
                .col("course_id")
                .equalTo(pairs.col("pair_course"))
                .and(touched.col("learner_id").equalTo(pairs.col("member"))))
        .select(col("course_id"), col("other").as("learner_id"))
        .unionByName(touched)
        .distinct();
  }

  private void write(
      List<CourseContext> contexts, Dataset<Row> roster, Optional<Set<String>> courses) {
    Measurement.Measured measured =
        measurement(contexts, roster)
            .of(
                lake.read(Tables.ACTIVITY_BURST).where(isSeen()),
                lake.read(Tables.LEARNING_EVENT).where(isSeen()));
    Dataset<Row> all = measured.all().persist(StorageLevel.MEMORY_AND_DISK());
    try {
      for (Map.Entry<String, Dataset<Row>> table : measured.tables(all).entrySet()) {
        replace(table.getKey(), table.getValue(), roster, courses);
      }
    } finally {
      all.unpersist();
    }
  }

  private void replace(
      String table, Dataset<Row> rows, Dataset<Row> roster, Optional<Set<String>> courses) {
    if (courses.isEmpty()) {
      lake.replace(table, rows.coalesce(1), lit(true));
      return;
    }
    Column inCourses = col("course_id").isin(courses.get().toArray());
    String who = table.equals(Tables.PEER_REVIEW) ? "reviewer_id" : "learner_id";
    Dataset<Row> measured =
        roster.select(col("course_id").as("done_course"), col("learner_id").as("done_learner"));
    Dataset<Row> stored = lake.read(table).where(inCourses);
    Dataset<Row> kept =
        stored.join(
            measured,
            stored
                .col("course_id")
                .equalTo(col("done_course"))
                .and(stored.col(who).equalTo(col("done_learner"))),
            "left_anti");
    lake.replace(table, kept.unionByName(rows).coalesce(1), inCourses);
  }

  private Measurement measurement(List<CourseContext> contexts, Dataset<Row> roster) {
    return new Measurement(spark, contexts, identity(), roster, lake.read(Tables.ACTIVITY));
  }

  private Dataset<Row> identity() {
    return Population.identity(
        spark,
        night.registers(),
        lake.read(Tables.ACTOR),
        night.configuration().institution().secret());
  }

  /**
   * The registered learners of each run; where no register says so, those who were active in it.
   */
  private Dataset<Row> roster(List<CourseContext> contexts) {
    if (night.registers().has(RegisterName.ENROLMENT)) {
      return Population.roster(spark, night.registers());
    }
    return Population.activeLearners(
        lake.read(Tables.ACTIVITY_BURST).where(isSeen()),
        identity(),
        Population.runs(spark, contexts));
  }

  private List<CourseContext> contexts() {
    List<CourseRun> inferred =
        Population.infersRuns(night.registers())
            ? Population.inferredRuns(
                lake.read(Tables.ACTIVITY_BURST).where(isSeen()), lake.read(Tables.ACTIVITY))
            : new ArrayList<>();
    return CourseContext.of(night.registers(), inferred, night.zone());
  }

  /** Whether courses or learners are inferred, and then depend on all events. */
  private boolean infers() {
    return Population.infersRuns(night.registers())
        || Population.infersLearners(night.registers())
        || !night.registers().has(RegisterName.ENROLMENT);
  }

  private Column isSeen() {
    return col("event_date").leq(lit(night.asOf()));
  }

  private String dependsOn() {
    return String.join(
        "|",
        night.registers().digest(),
        night.zone().getId(),
        night.configuration().institution().id(),
        night.codeVersion());
  }
}

package vn.chuyencan.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import vn.chuyencan.decide.DecisionStep;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.measure.CourseContext;
import vn.chuyencan.measure.CourseProgressStep;
import vn.chuyencan.model.CourseProgress;
import vn.chuyencan.policy.PolicyLoader;
import vn.chuyencan.policy.PolicyText;
import vn.chuyencan.table.Lake;
import vn.chuyencan.table.Rows;
import vn.chuyencan.table.TableContract;
import vn.chuyencan.table.Tables;

/** Decides who has earned which certificate, from the measures and the policies. */
public final class DecideJob {

  private DecideJob() {}

  /**
   * Decides upon every learner of every course run who has not left it.
   *
   * @param contexts the course runs as {@link MeasureJob} gave them
   */
  public static void run(Night night, List<CourseContext> contexts, Progress progress) {
    progress.step("decide");
    Lake lake = night.lake();
    Dataset<Row> measures = lake.read(Tables.LEARNER_COURSE_MEASURE);
    List<CourseProgress> courses = progress(night, contexts, measures);
    write(lake, courses);
    List<PolicyText> policies = policies(night);
    Dataset<Row> decided =
        DecisionStep.decided(measures, courses, policies, night.asOf())
            .persist(StorageLevel.MEMORY_AND_DISK());
    try {
      for (String table : DecisionStep.TABLES) {
        lake.replace(table, DecisionStep.rowsOf(decided, table).coalesce(1), lit(true));
      }
    } finally {
      decided.unpersist();
    }
    lake.commit(lake.state());
  }

  /** The policies of the configuration, each in force on the as-of date. */
  public static List<PolicyText> policies(Night night) {
    return policies(night.configuration(), night.asOf());
  }

  /**
   * The same before there is a night.
   *
   * @throws PipelineException the faults of all policies that cannot be applied on that day
   */
  public static List<PolicyText> policies(Configuration configuration, LocalDate asOf) {
    List<PolicyText> policies = new ArrayList<>();
    List<Fault> faults = new ArrayList<>();
    for (String name : configuration.policies()) {
      try {
        PolicyText text = PolicyText.of(name);
        PolicyLoader.requireInForce(text.policy(), asOf);
        policies.add(text);
      } catch (PipelineException invalid) {
        faults.addAll(invalid.faults());
      }
    }
    if (!faults.isEmpty()) {
      throw new PipelineException(faults);
    }
    return policies;
  }

  private static List<CourseProgress> progress(
      Night night, List<CourseContext> contexts, Dataset<Row> measures) {
    Map<String, Integer> learners = new TreeMap<>();
    measures
        .groupBy("course_id")
        .count()
        .collectAsList()
        .forEach(row -> learners.put(row.getString(0), (int) row.getLong(1)));
    Set<LocalDate> logged = new HashSet<>();
    night
        .lake()
        .read(Tables.LEARNING_EVENT)
        .where(col("event_date").leq(lit(night.asOf())))
        .select("event_date")
        .distinct()
        .collectAsList()
        .forEach(row -> logged.add(row.getAs(0)));
    return CourseProgressStep.of(contexts, learners, logged, night.asOf());
  }

  private static void write(Lake lake, List<CourseProgress> courses) {
    StructType schema = TableContract.of(Tables.COURSE_RUN).sparkSchema();
    List<Row> rows = new ArrayList<>();
    for (CourseProgress course : courses) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("course_id", course.courseId());
      row.put("title", course.title());
      row.put("iri", course.iri());
      row.put("opens_on", course.opensOn());
      row.put("closes_on", course.closesOn());
      row.put("zone", course.zone());
      row.put("weeks", course.weeks());
      row.put("learners", course.learners());
      row.put("inferred", course.inferred());
      row.put("closed", course.closed());
      row.put("weeks_elapsed", course.weeksElapsed());
      row.put("log_gap_weeks", course.logGapWeeks());
      rows.add(Rows.of(schema, row));
    }
    lake.replace(Tables.COURSE_RUN, lake.spark().createDataFrame(rows, schema), lit(true));
  }
}

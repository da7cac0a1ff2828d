package vn.chuyencan.measure;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import vn.chuyencan.model.CourseRun;
import vn.chuyencan.model.Enrolment;
import vn.chuyencan.model.Identity;
import vn.chuyencan.model.RegisterName;
import vn.chuyencan.model.Registers;
import vn.chuyencan.model.Role;
import vn.chuyencan.xapi.ActorKeys;
import vn.chuyencan.xapi.Keys;

/**
 * Who is measured in what: identifiers to learners, courses to runs, and the roster. From the
 * registers where they say it; otherwise inferred from the events and marked so.
 */
public final class Population {
  private static final StructType IDENTITY =
      new StructType()
          .add("actor_key", DataTypes.LongType, false)
          .add("learner_id", DataTypes.StringType, false);
  private static final StructType RUNS =
      new StructType()
          .add("course_key", DataTypes.LongType, false)
          .add("course_id", DataTypes.StringType, false)
          .add("opens_on", DataTypes.DateType, false)
          .add("closes_on", DataTypes.DateType, false);
  private static final StructType ROSTER =
      new StructType()
          .add("course_id", DataTypes.StringType, false)
          .add("learner_id", DataTypes.StringType, false);

  private Population() {}

  /** Whether the registers know no learner, so that learners are inferred from actors. */
  public static boolean infersLearners(Registers registers) {
    return !registers.has(RegisterName.IDENTITY) || registers.identities().isEmpty();
  }

  /** Whether the registers know no course run, so that runs are inferred from events. */
  public static boolean infersRuns(Registers registers) {
    return registers.courseRuns().isEmpty();
  }

  /**
   * Rows {@code actor_key, learner_id}.
   *
   * @param actors the vault
   * @param secret the institution's key
   */
  public static Dataset<Row> identity(
      SparkSession spark, Registers registers, Dataset<Row> actors, byte[] secret) {
    if (!infersLearners(registers)) {
      ActorKeys keys = new ActorKeys(secret);
      List<Row> rows = new ArrayList<>();
      for (Identity identity : registers.identities()) {
        rows.add(RowFactory.create(keys.of(identity.canonical()), identity.learnerId()));
      }
      return spark.createDataFrame(rows, IDENTITY);
    }
    // One account name at two home pages is two people; other identifiers are personal data, so
    // the key stands for them.
    Dataset<Row> ambiguous =
        actors
            .where(col("kind").equalTo("account"))
            .groupBy(col("identifier").as("shared"))
            .agg(size(collect_set("home_page")).as("homes"))
            .where(col("homes").gt(1));
    return actors
        .join(ambiguous, col("identifier").equalTo(col("shared")), "left")
        .select(
            col("actor_key"),
            when(col("kind").notEqual("account"), concat(lit("actor-"), hex("actor_key")))
                .when(
                    col("homes").isNotNull(), concat(col("identifier"), lit("@"), col("home_page")))
                .otherwise(col("identifier"))
                .as("learner_id"));
  }

  /** The 64-bit key in a column as sixteen hexadecimal digits. */
  public static Column hex(String column) {
    // Spark's lower() cuts every value into words, which takes longer than all the rest.
    return expr("translate(lpad(hex(" + column + "), 16, '0'), 'ABCDEF', 'abcdef')");
  }

  /** Rows {@code course_key, course_id, opens_on, closes_on}. */
  public static Dataset<Row> runs(SparkSession spark, List<CourseContext> contexts) {
    List<Row> rows = new ArrayList<>();
    for (CourseContext context : contexts) {
      CourseRun run = context.run();
      for (String iri : context.iris()) {
        rows.add(RowFactory.create(Keys.of(iri), run.courseId(), run.opensOn(), run.closesOn()));
      }
    }
    return spark.createDataFrame(rows, RUNS);
  }

  /** Rows {@code course_id, learner_id}: the learners of each run by the register. */
  public static Dataset<Row> roster(SparkSession spark, Registers registers) {
    List<Row> rows = new ArrayList<>();
    for (Enrolment enrolment : registers.enrolments()) {
      if (enrolment.role() == Role.LEARNER) {
        rows.add(RowFactory.create(enrolment.courseId(), enrolment.learnerId()));
      }
    }
    return spark.createDataFrame(rows, ROSTER);
  }

  /**
   * Course runs as the events show them: one for each course, from its first to its last active
   * day.
   *
   * @param bursts rows of {@code activity_burst} that count
   * @param activities the dimension of activities
   */
  public static List<CourseRun> inferredRuns(Dataset<Row> bursts, Dataset<Row> activities) {
    List<CourseRun> runs = new ArrayList<>();
    bursts
        .where(size(col("bursts")).gt(0))
        .groupBy("course_key")
        .agg(min("event_date").as("opens_on"), max("event_date").as("closes_on"))
        .join(activities, col("course_key").equalTo(col("activity_key")))
        .groupBy("iri")
        .agg(
            first("name", true).as("name"),
            min("opens_on").as("opens_on"),
            max("closes_on").as("closes_on"))
        .orderBy("iri")
        .collectAsList()
        .forEach(
            row -> {
              String iri = row.getAs("iri");
              String name = row.getAs("name");
              LocalDate opensOn = row.getAs("opens_on");
              runs.add(
                  new CourseRun(
                      iri,
                      name == null ? iri : name,
                      iri,
                      opensOn,
                      row.getAs("closes_on"),
                      null,
                      Set.of(),
                      null));
            });
    return runs;
  }

  /** Rows {@code course_id, learner_id}: who was active in each run, where no register says it. */
  public static Dataset<Row> activeLearners(
      Dataset<Row> bursts, Dataset<Row> identity, Dataset<Row> runs) {
    return new FactStep(identity, runs, bursts)
        .located(bursts)
        .select("course_id", "learner_id")
        .distinct();
  }

  /** Rows {@code pair_course, member, other}: who shares a group with whom. */
  public static Dataset<Row> groupPairs(SparkSession spark, List<CourseContext> contexts) {
    List<Row> rows = new ArrayList<>();
    for (CourseContext context : contexts) {
      for (String member : context.grouped()) {
        for (String other : context.otherMembers(member)) {
          rows.add(RowFactory.create(context.run().courseId(), member, other));
        }
      }
    }
    return spark.createDataFrame(
        rows,
        new StructType()
            .add("pair_course", DataTypes.StringType, false)
            .add("member", DataTypes.StringType, false)
            .add("other", DataTypes.StringType, false));
  }
}

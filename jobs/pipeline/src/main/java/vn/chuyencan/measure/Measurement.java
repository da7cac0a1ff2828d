package vn.chuyencan.measure;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import vn.chuyencan.model.ForumKind;

/**
 * Measures learners in course runs: a function of bursts, events, dimensions and registers, with no
 * reading or writing of its own.
 */
public final class Measurement {
  private static final StructType PAIRS =
      new StructType()
          .add("course_id", DataTypes.StringType, false)
          .add("author", DataTypes.StringType, false)
          .add("learner_id", DataTypes.StringType, false);

  private final SparkSession spark;
  private final List<CourseContext> contexts;
  private final Dataset<Row> identity;
  private final Dataset<Row> roster;
  private final Dataset<Row> activities;

  /**
   * @param contexts the course runs to measure
   * @param identity {@code actor_key, learner_id}
   * @param roster {@code course_id, learner_id}: the learners to measure; others are left out
   * @param activities the dimension of activities
   */
  public Measurement(
      SparkSession spark,
      List<CourseContext> contexts,
      Dataset<Row> identity,
      Dataset<Row> roster,
      Dataset<Row> activities) {
    this.spark = spark;
    this.contexts = List.copyOf(contexts);
    this.identity = identity;
    this.roster = roster;
    this.activities = activities;
  }

  /**
   * The learner and run of each actor and course that an event names, where there is one.
   *
   * @param rows with {@code actor_key, course_key, event_date}
   * @return distinct {@code course_id, learner_id}
   */
  public Dataset<Row> touched(Dataset<Row> rows) {
    return facts().located(rows).select("course_id", "learner_id").distinct();
  }

  /**
   * Measures every learner of the roster, those without activity too.
   *
   * @param bursts rows of {@code activity_burst} up to the as-of date
   * @param events rows of {@code learning_event} up to the as-of date
   * @return rows by table; reading several of them is one computation if the caller persists {@link
   *     Measured#all}
   */
  public Measured of(Dataset<Row> bursts, Dataset<Row> events) {
    FactStep facts = facts();
    Dataset<Row> wanted =
        roster.select(col("course_id").as("roster_course"), col("learner_id").as("roster_learner"));
    Dataset<Row> posts = facts.posts(events);
    Dataset<Row> all =
        roster
            .select(lit(FactStep.ROSTER).as("fact"), col("course_id"), col("learner_id"))
            .unionByName(onRoster(facts.days(bursts), wanted), true)
            .unionByName(onRoster(posts, wanted), true)
            .unionByName(onRoster(facts.attempts(events), wanted), true)
            .unionByName(onRoster(drafts(posts), wanted), true);
    HashMap<String, CourseContext> byId = new HashMap<>();
    contexts.forEach(context -> byId.put(context.run().courseId(), context));
    Broadcast<HashMap<String, CourseContext>> shared =
        JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(byId);
    return new Measured(LearnerStep.measured(all, shared));
  }

  /** All tables of one measurement. */
  public static final class Measured {
    private final Dataset<Row> all;

    private Measured(Dataset<Row> all) {
      this.all = all;
    }

    /** One row a learner and run, holding the rows of all tables; for the caller to persist. */
    public Dataset<Row> all() {
      return all;
    }

    /** The same on what the caller persisted. */
    public Map<String, Dataset<Row>> tables(Dataset<Row> persisted) {
      Map<String, Dataset<Row>> tables = new TreeMap<>();
      for (String table : LearnerStep.TABLES) {
        tables.put(table, LearnerStep.rowsOf(persisted, table));
      }
      return tables;
    }
  }

  /** The tables that a measurement fills. */
  public static List<String> tables() {
    return LearnerStep.TABLES;
  }

  private FactStep facts() {
    return new FactStep(identity, Population.runs(spark, contexts), activities);
  }

  private static Dataset<Row> onRoster(Dataset<Row> facts, Dataset<Row> wanted) {
    return facts.join(
        wanted,
        facts
            .col("course_id")
            .equalTo(wanted.col("roster_course"))
            .and(facts.col("learner_id").equalTo(wanted.col("roster_learner"))),
        "left_semi");
  }

  /** For each member of a group, the other members who opened a topic in the group's forum. */
  private Dataset<Row> drafts(Dataset<Row> posts) {
    List<Row> pairs = new ArrayList<>();
    List<Row> forums = new ArrayList<>();
    for (CourseContext context : contexts) {
      for (String learner : context.grouped()) {
        for (String other : context.otherMembers(learner)) {
          pairs.add(RowFactory.create(context.run().courseId(), other, learner));
        }
      }
      context
          .forums(ForumKind.GROUP)
          .forEach(
              (key, forum) ->
                  context
                      .groupsOf(forum)
                      .forEach(
                          member ->
                              forums.add(
                                  RowFactory.create(
                                      context.run().courseId(), Long.toString(key), member))));
    }
    Dataset<Row> members =
        spark
            .createDataFrame(forums, PAIRS)
            .select(
                col("course_id").as("forum_course"),
                col("author").cast(DataTypes.LongType).as("own_forum"),
                col("learner_id").as("owner"));
    Dataset<Row> drafters =
        posts
            .where(col("topic").and(col("deleted").equalTo(false)))
            .join(
                broadcast(members),
                col("course_id")
                    .equalTo(col("forum_course"))
                    .and(col("forum_key").equalTo(col("own_forum")))
                    .and(col("learner_id").equalTo(col("owner"))),
                "left_semi")
            .select(col("course_id").as("draft_course"), col("learner_id").as("drafter"))
            .distinct();
    return spark
        .createDataFrame(pairs, PAIRS)
        .join(
            drafters,
            col("course_id")
                .equalTo(col("draft_course"))
                .and(col("author").equalTo(col("drafter"))))
        .select(
            lit(FactStep.DRAFT).as("fact"), col("course_id"), col("learner_id"), col("drafter"));
  }
}

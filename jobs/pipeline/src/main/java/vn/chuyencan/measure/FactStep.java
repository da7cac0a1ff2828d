package vn.chuyencan.measure;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import vn.chuyencan.xapi.vocabulary.Action;
import vn.chuyencan.xapi.vocabulary.ActivityKind;
import vn.chuyencan.xapi.vocabulary.Origin;

/**
 * From events to facts about learners in course runs: who is meant (identity), which run (course
 * and day), and what the event tells. Each fact is one row with {@code course_id}, {@code
 * learner_id} and {@code fact}; columns that a kind of fact does not have are null.
 */
final class FactStep {
  static final String ROSTER = "roster";
  static final String DAY = "day";
  static final String POST = "post";
  static final String ACT = "act";
  static final String DRAFT = "draft";

  private final Dataset<Row> identity;
  private final Dataset<Row> runs;
  private final Dataset<Row> activities;

  /**
   * @param identity {@code actor_key, learner_id}
   * @param runs {@code course_key, course_id, opens_on, closes_on}
   * @param activities {@code activity_key, iri}
   */
  FactStep(Dataset<Row> identity, Dataset<Row> runs, Dataset<Row> activities) {
    this.identity = identity;
    this.runs = runs;
    this.activities = activities;
  }

  /** Rows that have an actor and a course, with the learner and the run they belong to. */
  Dataset<Row> located(Dataset<Row> rows) {
    Dataset<Row> in = rows.alias("located");
    return in.join(broadcast(runs), col("located.course_key").equalTo(runs.col("course_key")))
        .where(col("event_date").between(col("opens_on"), col("closes_on")))
        .join(identity, col("located.actor_key").equalTo(identity.col("actor_key")))
        .select(col("course_id"), col("learner_id"), col("located.*"));
  }

  /** Days of activity. */
  Dataset<Row> days(Dataset<Row> bursts) {
    return located(bursts)
        .select(
            lit(DAY).as("fact"),
            col("course_id"),
            col("learner_id"),
            col("event_date"),
            col("bursts"),
            col("declared"));
  }

  /** Whether an event tells of a post; see the class {@code xapi} vocabularies. */
  static Column isPost() {
    return col("origin")
        .equalTo(Origin.STATEMENT)
        .and(col("action").isin(Action.CREATED, Action.REPLIED))
        .and(col("activity_kind").isin(ActivityKind.DISCUSSION, ActivityKind.POST));
  }

  /** Whether an event tells that a post is gone; whoever deleted it. */
  static Column isDeletion() {
    return col("action")
        .equalTo(Action.DELETED)
        .and(col("activity_kind").isin(ActivityKind.DISCUSSION, ActivityKind.POST));
  }

  /** Whether an event tells how an attempt ended. */
  static Column isAttempt() {
    return col("origin")
        .isin(Origin.STATEMENT, Origin.CRON)
        .and(
            col("action")
                .isin(
                    Action.COMPLETED,
                    Action.PASSED,
                    Action.FAILED,
                    Action.SCORED,
                    Action.ABANDONED))
        .and(
            col("activity_kind")
                .equalTo(ActivityKind.ATTEMPT)
                .or(
                    // A completed page or quiz without mark or attempt is progress, not an attempt.
                    col("activity_kind")
                        .equalTo(ActivityKind.QUIZ)
                        .and(col("score_raw").isNotNull().or(col("attempt_key").isNotNull())))
                .or(
                    // cmi5: any unit may be scored, and its registration is the attempt.
                    col("attempt_key").isNotNull().and(col("score_raw").isNotNull())));
  }

  /** Posts with their forum, discussion, whoever opened that, and whether they were deleted. */
  Dataset<Row> posts(Dataset<Row> events) {
    Dataset<Row> deleted =
        events.where(isDeletion()).select(col("activity_key").as("deleted_key")).distinct();
    Dataset<Row> posts =
        located(events.where(isPost()))
            .withColumn("topic", col("activity_kind").equalTo(ActivityKind.DISCUSSION))
            .withColumn(
                "discussion_key",
                when(col("topic"), col("activity_key")).otherwise(col("reply_to_key")));
    Dataset<Row> openers =
        posts
            .where(col("topic"))
            .groupBy(col("course_id").as("opened_in"), col("discussion_key").as("opened_key"))
            .agg(
                min_by(col("learner_id"), struct(col("occurred_at"), col("event_id")))
                    .as("discussion_learner"));
    Dataset<Row> named =
        posts
            .join(
                openers,
                posts
                    .col("course_id")
                    .equalTo(openers.col("opened_in"))
                    .and(posts.col("discussion_key").equalTo(openers.col("opened_key"))),
                "left")
            .join(
                deleted.withColumnRenamed("deleted_key", "gone"),
                col("activity_key").equalTo(col("gone")),
                "left")
            .join(
                deleted.withColumnRenamed("deleted_key", "discussion_gone"),
                col("discussion_key").equalTo(col("discussion_gone")),
                "left");
    return iri(iri(iri(named, "activity_key"), "parent_key"), "discussion_key")
        .select(
            lit(POST).as("fact"),
            col("course_id"),
            col("learner_id"),
            expr("unix_micros(occurred_at)").as("micros"),
            col("event_id"),
            col("activity_key_iri").as("object_iri"),
            col("parent_key").as("forum_key"),
            col("parent_key_iri").as("forum_iri"),
            col("discussion_key_iri").as("discussion_iri"),
            col("topic"),
            col("discussion_learner"),
            // A reply goes when its discussion goes.
            col("gone").isNotNull().or(col("discussion_gone").isNotNull()).as("deleted"));
  }

  /** Statements about how attempts ended. */
  Dataset<Row> attempts(Dataset<Row> events) {
    Dataset<Row> acts =
        located(events.where(isAttempt()))
            .withColumn(
                "exercise_key",
                when(
                        col("activity_kind").equalTo(ActivityKind.ATTEMPT),
                        coalesce(col("parent_key"), col("activity_key")))
                    .otherwise(col("activity_key")));
    return iri(iri(acts, "exercise_key"), "activity_key")
        .select(
            lit(ACT).as("fact"),
            col("course_id"),
            col("learner_id"),
            expr("unix_micros(occurred_at)").as("micros"),
            col("event_id"),
            col("exercise_key"),
            col("exercise_key_iri").as("exercise_iri"),
            when(col("activity_kind").equalTo(ActivityKind.ATTEMPT), col("activity_key_iri"))
                .otherwise(coalesce(Population.hex("attempt_key"), col("event_id")))
                .as("attempt"),
            col("score_raw"),
            col("score_min"),
            col("score_max"),
            col("success"),
            coalesce(
                    col("completion").equalTo(false).or(col("action").equalTo(Action.ABANDONED)),
                    lit(false))
                .as("abandoned"));
  }

  private Dataset<Row> iri(Dataset<Row> rows, String key) {
    Dataset<Row> names =
        activities.select(col("activity_key").as("named_" + key), col("iri").as(key + "_iri"));
    return rows.join(names, rows.col(key).equalTo(names.col("named_" + key)), "left")
        .drop("named_" + key);
  }
}

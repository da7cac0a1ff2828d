package vn.chuyencan.measure;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import vn.chuyencan.xapi.vocabulary.Origin;

/** What the registers and vocabularies do not know, listed so that somebody can complete them. */
public final class Unknowns {

  private Unknowns() {}

  /**
   * Rows of {@code unresolved_actor}: identifiers with counted activity that no learner has.
   *
   * @param events rows of {@code learning_event}
   * @param identity {@code actor_key, learner_id}
   */
  public static Dataset<Row> actors(Dataset<Row> events, Dataset<Row> identity) {
    Dataset<Row> known = identity.select(col("actor_key").as("known_key")).distinct();
    return events
        .where(col("origin").equalTo(Origin.STATEMENT))
        .join(known, col("actor_key").equalTo(col("known_key")), "left_anti")
        .groupBy(Population.hex("actor_key").as("actor_key_hex"), col("source"))
        .agg(
            count(lit(1)).as("events"),
            min("event_date").as("first_day"),
            max("event_date").as("last_day"));
  }

  /**
   * Rows of {@code unknown_verb}: verbs that no vocabulary has, with the records that use them.
   *
   * @param events rows of {@code learning_event}
   * @param verbs the dimension of verbs
   */
  public static Dataset<Row> verbs(Dataset<Row> events, Dataset<Row> verbs) {
    Dataset<Row> unknown =
        verbs.where(not(col("known"))).select(col("verb_key").as("unknown_key"), col("iri"));
    return events
        .join(broadcast(unknown), col("verb_key").equalTo(col("unknown_key")))
        .groupBy("iri")
        .agg(count(lit(1)).cast(DataTypes.LongType).as("records"));
  }
}

package vn.chuyencan.source.xapi;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.table.Lake;
import vn.chuyencan.table.Rows;
import vn.chuyencan.table.TableContract;
import vn.chuyencan.table.Tables;

/**
 * Adds the actors, activities and verbs that the lake does not know yet; strings are written once
 * and events name them by key.
 */
final class DimensionTables {
  private final Lake lake;
  private final long batchId;

  DimensionTables(Lake lake, long batchId) {
    this.lake = lake;
    this.batchId = batchId;
  }

  /**
   * Adds what is new.
   *
   * @throws PipelineException {@link ErrorCode#ACTOR_KEY_COLLISION} if a key of the vault stands
   *     for another identifier
   */
  void add(Dimensions.Merged dimensions) {
    Dataset<Row> actors =
        rows(
            Tables.ACTOR,
            dimensions.actors(),
            (key, actor) -> {
              Map<String, Object> values = new LinkedHashMap<>();
              values.put("actor_key", key);
              values.put("kind", actor.kind());
              values.put("home_page", actor.homePage());
              values.put("identifier", actor.identifier());
              values.put("name", actor.name());
              values.put("first_batch_id", batchId);
              return values;
            });
    addNew(Tables.ACTOR, actors, "actor_key");
    addNew(
        Tables.ACTIVITY,
        rows(
            Tables.ACTIVITY,
            dimensions.activities(),
            (key, activity) -> {
              Map<String, Object> values = new LinkedHashMap<>();
              values.put("activity_key", key);
              values.put("iri", activity.iri());
              values.put("type_iri", activity.typeIri());
              values.put("kind", activity.kind());
              values.put("name", activity.name());
              return values;
            }),
        "activity_key");
    addNew(
        Tables.VERB,
        rows(
            Tables.VERB,
            dimensions.verbs(),
            (key, verb) -> {
              Map<String, Object> values = new LinkedHashMap<>();
              values.put("verb_key", key);
              values.put("iri", verb.iri());
              values.put("action", verb.action());
              values.put("known", verb.known());
              values.put("display", verb.display());
              return values;
            }),
        "verb_key");
  }

  private <T> Dataset<Row> rows(
      String table, Map<Long, T> values, BiFunction<Long, T, Map<String, Object>> columns) {
    StructType schema = TableContract.of(table).sparkSchema();
    List<Row> rows = new ArrayList<>(values.size());
    values.forEach((key, value) -> rows.add(Rows.of(schema, columns.apply(key, value))));
    return lake.spark().createDataFrame(rows, schema);
  }

  private void addNew(String table, Dataset<Row> rows, String key) {
    boolean empty = lake.table(table).currentSnapshot() == null;
    if (empty) {
      lake.append(table, rows);
      return;
    }
    Dataset<Row> known = lake.read(table);
    if (table.equals(Tables.ACTOR)) {
      refuseCollision(rows, known);
    }
    lake.append(
        table, rows.join(known.select(key), rows.col(key).equalTo(known.col(key)), "left_anti"));
  }

  private static void refuseCollision(Dataset<Row> rows, Dataset<Row> known) {
    Dataset<Row> old =
        known.select(
            col("actor_key").as("old_key"),
            col("kind").as("old_kind"),
            col("home_page").as("old_home"),
            col("identifier").as("old_identifier"));
    List<Row> collisions =
        rows.join(old, col("actor_key").equalTo(col("old_key")))
            .where(
                col("kind")
                    .notEqual(col("old_kind"))
                    .or(col("identifier").notEqual(col("old_identifier")))
                    .or(col("home_page").eqNullSafe(col("old_home")).equalTo(false)))
            .limit(1)
            .collectAsList();
    for (Row row : collisions) {
      throw new PipelineException(
          Fault.of(
              ErrorCode.ACTOR_KEY_COLLISION,
              Long.toHexString(row.<Long>getAs("actor_key")),
              row.getAs("identifier"),
              row.getAs("old_identifier")));
    }
  }
}

package vn.chuyencan.measure;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import vn.chuyencan.table.Rows;
import vn.chuyencan.table.TableContract;
import vn.chuyencan.table.Tables;

/**
 * From facts to measures: everything of one learner in one course run meets in one place and is
 * measured by {@link LearnerCourse}. One shuffle serves all tables.
 */
final class LearnerStep {
  /** The tables that this step fills, in a fixed order. */
  static final List<String> TABLES =
      List.of(
          Tables.LEARNER_COURSE_MEASURE,
          Tables.LEARNER_WEEK,
          Tables.LEARNER_COURSE_WEEK,
          Tables.FORUM_POST,
          Tables.ASSESSMENT_ATTEMPT,
          Tables.ATTENDANCE_RECORD,
          Tables.SUBMISSION,
          Tables.PEER_REVIEW);

  private static final String KEY_SEPARATOR = "\u001f";

  private LearnerStep() {}

  /**
   * One row a learner and run, with an array of rows for each table of {@link #TABLES}.
   *
   * @param facts rows of {@link FactStep}, unioned by name; at least a roster row a learner
   * @param contexts by course identifier
   */
  static Dataset<Row> measured(
      Dataset<Row> facts, Broadcast<? extends Map<String, CourseContext>> contexts) {
    int course = facts.schema().fieldIndex("course_id");
    int learner = facts.schema().fieldIndex("learner_id");
    return facts
        .groupByKey(
            (MapFunction<Row, String>)
                row -> row.getString(course) + KEY_SEPARATOR + row.getString(learner),
            Encoders.STRING())
        .flatMapGroups(
            (FlatMapGroupsFunction<String, Row, Row>)
                (key, rows) -> {
                  int cut = key.indexOf(KEY_SEPARATOR);
                  CourseContext context = contexts.value().get(key.substring(0, cut));
                  return List.of(measure(context, key.substring(cut + 1), rows)).iterator();
                },
            Encoders.row(schema()));
  }

  /** The rows of one table out of {@link #measured}. */
  static Dataset<Row> rowsOf(Dataset<Row> measured, String table) {
    return measured.select(explode(col(table)).as("row")).select("row.*");
  }

  private static StructType schema() {
    StructType schema = new StructType();
    for (String table : TABLES) {
      schema =
          schema.add(
              table,
              DataTypes.createArrayType(TableContract.of(table).sparkSchema(), false),
              false);
    }
    return schema;
  }

  private static Row measure(CourseContext context, String learnerId, Iterator<Row> rows) {
    LearnerFacts facts = new LearnerFacts();
    FactReader reader = null;
    while (rows.hasNext()) {
      Row row = rows.next();
      if (reader == null) {
        reader = new FactReader(row.schema());
      }
      reader.read(row, facts);
    }
    Map<String, List<Map<String, Object>>> byTable =
        LearnerCourse.of(context, learnerId, facts).rows();
    List<Object> cells = new ArrayList<>();
    for (String table : TABLES) {
      cells.add(Rows.sequence(Rows.of(TableContract.of(table).sparkSchema(), byTable.get(table))));
    }
    return RowFactory.create(cells.toArray());
  }

  /** Reads facts by column name, looked up once. */
  private static final class FactReader implements Serializable {
    private static final long serialVersionUID = 1L;
    private final Map<String, Integer> index = new HashMap<>();

    FactReader(StructType schema) {
      for (StructField field : schema.fields()) {
        index.put(field.name(), index.size());
      }
    }

    void read(Row row, LearnerFacts facts) {
      switch (row.getString(at("fact"))) {
        case FactStep.DAY ->
            facts.addDay(
                row.getAs(at("event_date")),
                DayBursts.bursts(row, index.get("bursts")),
                DayBursts.intervals(row, index.get("declared")));
        case FactStep.POST -> facts.addPost(post(row));
        case FactStep.ACT -> facts.addAct(act(row));
        case FactStep.DRAFT -> facts.addDrafter(row.getAs(at("drafter")));
        default -> {
          // A roster row says only that the learner is there.
        }
      }
    }

    private LearnerFacts.Post post(Row row) {
      return new LearnerFacts.Post(
          row.getAs(at("object_iri")),
          row.getAs(at("forum_key")),
          row.getAs(at("forum_iri")),
          row.getAs(at("discussion_iri")),
          row.getAs(at("topic")),
          row.getLong(at("micros")),
          row.getAs(at("discussion_learner")),
          row.getAs(at("deleted")),
          row.getAs(at("event_id")));
    }

    private LearnerFacts.MarkedAct act(Row row) {
      return new LearnerFacts.MarkedAct(
          row.getLong(at("exercise_key")),
          row.getAs(at("exercise_iri")),
          row.getAs(at("attempt")),
          row.getLong(at("micros")),
          row.getAs(at("score_raw")),
          row.getAs(at("score_min")),
          row.getAs(at("score_max")),
          row.getAs(at("success")),
          row.getAs(at("abandoned")),
          row.getAs(at("event_id")));
    }

    private int at(String column) {
      return index.get(column);
    }
  }
}

package vn.chuyencan.report.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import vn.chuyencan.model.RecomputeCause;
import vn.chuyencan.report.PublishedRow;
import vn.chuyencan.report.PublishedTables;
import vn.chuyencan.table.Tables;

/** How the last runs went, and what they computed again and why. */
final class LastNights {
  private static final int MOST_RUNS = 14;
  private static final int MOST_CAUSES = 60;
  private static final double MILLISECONDS = 1000;
  private static final String ACCEPTED = "accepted";
  private static final List<String> READ = List.of("read", ACCEPTED, "rejected");

  private LastNights() {}

  /** The last runs that have ended, the newest first. */
  static ObjectNode runs(PublishedTables tables) throws IOException {
    Deque<JsonNode> runs = new ArrayDeque<>();
    tables.each(Tables.RUN_HISTORY, row -> keep(runs, run(row), MOST_RUNS));
    return listed(runs, tables.rows(Tables.RUN_HISTORY));
  }

  private static ObjectNode run(PublishedRow row) {
    ObjectNode json = SiteJson.object();
    for (String column :
        List.of("run_id", "command", "as_of", "started_at", "status", "exit_status")) {
      json.put(column, row.text(column));
    }
    String ended = row.text("ended_at");
    if (!ended.isEmpty()) {
      Duration took = Duration.between(Instant.parse(row.text("started_at")), Instant.parse(ended));
      json.put("seconds", Math.round(took.toMillis() / MILLISECONDS * 10) / 10.0);
    }
    json.set("errors", SiteJson.texts(row.texts("error_numbers")));
    json.set("reasons", SiteJson.texts(row.texts("reasons")));
    json.put("publications", row.texts("publications").size());
    JsonNode counts = row.parts("counts");
    // A run that took in nothing tells no more than that.
    if (counts.hasNonNull(ACCEPTED)) {
      READ.forEach(term -> json.put(term, counts.path(term).asLong()));
    }
    return json;
  }

  /**
   * What was computed again, the newest first.
   *
   * @param startedAt when the run started that publishes
   */
  static ObjectNode recomputed(
      PublishedTables tables, Suppression suppression, LocalDate asOf, Instant startedAt)
      throws IOException {
    Deque<JsonNode> causes = new ArrayDeque<>();
    // Tables keep microseconds.
    Instant started = startedAt.truncatedTo(ChronoUnit.MICROS);
    tables.each(
        Tables.RECOMPUTE_CAUSE,
        row -> {
          ObjectNode json = SiteJson.object();
          for (String column : List.of("started_at", "as_of", "step", "cause")) {
            json.put(column, row.text(column));
          }
          json.set("label", label(row.text("cause")));
          json.put("course_runs", row.count("course_runs"));
          json.put("learners", suppression.alone(row.count("learners")));
          json.set("course_ids", SiteJson.texts(row.texts("course_ids")));
          json.put(
              "now",
              Instant.parse(row.text("started_at")).equals(started)
                  && row.text("as_of").equals(asOf.toString()));
          keep(causes, json, MOST_CAUSES);
        });
    return listed(causes, tables.rows(Tables.RECOMPUTE_CAUSE));
  }

  private static ArrayNode label(String code) {
    RecomputeCause cause = RecomputeCause.valueOf(code.toUpperCase(Locale.ROOT));
    return SiteJson.both(cause.vietnamese(), cause.english());
  }

  private static void keep(Deque<JsonNode> last, JsonNode one, int most) {
    last.addFirst(one);
    if (last.size() > most) {
      last.removeLast();
    }
  }

  private static ObjectNode listed(Deque<JsonNode> rows, long total) {
    ObjectNode json = SiteJson.object();
    json.putArray("rows").addAll(rows);
    json.put("total", total);
    return json;
  }
}

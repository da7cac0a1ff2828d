package vn.chuyencan.report.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import vn.chuyencan.report.PublicationHeader;
import vn.chuyencan.report.PublishedTables;
import vn.chuyencan.table.Tables;

/** The first page: what the night read, accepted and rejected, and what came of it. */
final class NightPage {
  private static final int MOST_BATCHES = 14;
  private static final List<String> TERMS =
      List.of("read", "accepted", "duplicate", "voided", "conflicting", "rejected", "out_of_scope");

  private final SiteRequest request;
  private final PublicationHeader header;
  private final PublishedTables tables;

  NightPage(SiteRequest request, PublicationHeader header, PublishedTables tables) {
    this.request = request;
    this.header = header;
    this.tables = tables;
  }

  /**
   * The data of the page.
   *
   * @param courses the course runs: each with its row, its page and its summary
   */
  ObjectNode json(ArrayNode courses) throws IOException {
    ObjectNode json = SiteJson.object();
    ObjectNode counts = json.putObject("counts");
    TERMS.forEach(term -> counts.put(term, header.counts().getOrDefault(term, 0L)));
    ObjectNode policies = json.putObject("policies");
    new TreeMap<>(header.policies()).forEach(policies::put);
    json.put("inputs", header.inputs().size());
    json.put("files", tables.rows(Tables.SOURCE_FILE));
    json.put("gateShare", request.gateShare());
    json.set(
        "batches",
        last(
            TableJson.of(
                tables,
                Tables.INGEST_BATCH,
                List.of(
                    "batch_id",
                    "source",
                    "as_of",
                    "files",
                    "read",
                    "accepted",
                    "duplicate",
                    "voided",
                    "conflicting",
                    "rejected",
                    "out_of_scope"),
                row -> true,
                Integer.MAX_VALUE)));
    json.set("rejected", rejected());
    json.set("days", SourceDays.json(tables));
    json.set("changes", changes());
    json.set("runs", LastNights.runs(tables));
    json.set(
        "recomputed",
        LastNights.recomputed(
            tables, Suppression.of(request.audience()), header.asOf(), request.startedAt()));
    json.set("courses", courses);
    json.put("unresolved", tables.rows(Tables.UNRESOLVED_ACTOR));
    json.put("notApplied", notApplied());
    return json;
  }

  private static ObjectNode last(ObjectNode table) {
    ArrayNode rows = (ArrayNode) table.get("rows");
    while (rows.size() > MOST_BATCHES) {
      rows.remove(0);
    }
    return table;
  }

  private ArrayNode rejected() throws IOException {
    Map<String, Long> reasons = new TreeMap<>();
    tables.each(Tables.REJECTED_RECORD, row -> reasons.merge(row.text("reason"), 1L, Long::sum));
    ArrayNode list = SiteJson.list();
    reasons.forEach((reason, count) -> list.addObject().put("code", reason).put("count", count));
    return list;
  }

  /** Certificates whose status this night changed. */
  private ArrayNode changes() throws IOException {
    Suppression suppression = Suppression.of(request.audience());
    Map<String, Long> changes = new TreeMap<>();
    String today = header.asOf().toString();
    tables.each(
        Tables.DECISION_CHANGE,
        row -> {
          if (row.text("as_of").equals(today) && row.text("criterion_id").isEmpty()) {
            changes.merge(
                row.text("standing_before") + " " + row.text("standing_after"), 1L, Long::sum);
          }
        });
    ArrayNode list = SiteJson.list();
    changes.forEach(
        (change, count) -> {
          String[] statuses = change.split(" ", -1);
          list.addObject()
              .put("before", statuses[0])
              .put("after", statuses[1])
              .put("count", suppression.alone(count));
        });
    return list;
  }

  /**
   * Corrections of which nothing applies and that no later one stands for, as the summary counts.
   */
  private long notApplied() throws IOException {
    Set<String> failed = new HashSet<>();
    Set<String> applied = new HashSet<>();
    tables.each(
        Tables.CORRECTION,
        row -> {
          if (row.is("applied")) {
            applied.add(row.text("correction_id"));
          } else if (HealthPage.isLost(row)) {
            failed.add(row.text("correction_id"));
          }
        });
    failed.removeAll(applied);
    return failed.size();
  }

  /** What the first page and others tell of a course run without reading it again. */
  static ObjectNode summary(ObjectNode coursePage, CourseData data) {
    ObjectNode summary = SiteJson.object();
    ArrayNode certificates = summary.putArray("certificates");
    for (JsonNode funnel : coursePage.get("funnels")) {
      ObjectNode json = certificates.addObject();
      json.set("certificate", funnel.get("certificate"));
      json.set("policy", funnel.get("policy"));
      json.set("enrolled", funnel.get("enrolled"));
      json.set("eligible", funnel.get("eligible"));
      json.set("steps", funnel.get("steps"));
    }
    Map<String, Long> open = new TreeMap<>();
    data.cases().stream()
        .filter(row -> !row.text("state").equals("decided"))
        .forEach(row -> open.merge(row.text("reason_code"), 1L, Long::sum));
    ArrayNode cases = summary.putArray("cases");
    open.forEach((code, count) -> cases.addObject().put("code", code).put("count", count));
    Map<String, JsonNode> supply = new TreeMap<>();
    data.decisions()
        .forEach(
            row ->
                row.parts("to_supply")
                    .forEach(part -> supply.putIfAbsent(part.path("input").asText(), part)));
    summary.putArray("supply").addAll(supply.values());
    return summary;
  }
}

package vn.chuyencan.report.site;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import vn.chuyencan.report.PublishedRow;
import vn.chuyencan.report.PublishedTables;
import vn.chuyencan.table.Tables;

/** How well sources tell: silence, rejected records, who and what nobody knows. */
final class HealthPage {
  private static final int MOST = 200;

  private HealthPage() {}

  static ObjectNode json(SiteRequest request, PublishedTables tables) throws IOException {
    ObjectNode json = SiteJson.object();
    json.put("gateShare", request.gateShare());
    json.set(
        "health",
        TableJson.of(
            tables,
            Tables.SOURCE_HEALTH,
            MOST,
            "source",
            "first_event_day",
            "last_event_day",
            "days_since_last_event",
            "events",
            "days_with_events",
            "events_per_day_median",
            "silent_days",
            "longest_silence_days",
            "log_gap_days",
            "records_read",
            "records_rejected",
            "rejected_share",
            "unresolved_events",
            "unresolved_share",
            "delay_median_seconds",
            "events_ahead"));
    json.set("days", SourceDays.json(tables));
    json.set(
        "rejected",
        TableJson.of(
            tables,
            Tables.REJECTED_RECORD,
            MOST,
            "batch_id",
            "source",
            "reason",
            "path",
            "file_offset"));
    json.set(
        "unresolved",
        TableJson.of(
            tables,
            Tables.UNRESOLVED_ACTOR,
            MOST,
            "actor_key_hex",
            "source",
            "events",
            "first_day",
            "last_day"));
    json.set("verbs", TableJson.of(tables, Tables.UNKNOWN_VERB, MOST, "iri", "records"));
    json.set(
        "faults",
        TableJson.of(
            tables, Tables.HARMLESS_FAULT, MOST, "batch_id", "source", "fault", "records"));
    json.set(
        "reconciliation",
        TableJson.of(
            tables,
            Tables.SOURCE_RECONCILIATION,
            MOST,
            "site",
            "event_date",
            "form",
            "other_form",
            "acts",
            "matched",
            "only_here"));
    List<String> correction =
        request.named()
            ? List.of(
                "course_id", "correction_id", "learner_id", "kind", "target", "why_not", "author")
            : List.of("course_id", "correction_id", "kind", "why_not");
    json.set(
        "corrections",
        TableJson.of(tables, Tables.CORRECTION, correction, HealthPage::isLost, MOST));
    json.put("candidates", tables.rows(Tables.IDENTITY_CANDIDATE));
    return json;
  }

  /** Whether a row of corrections changes nothing though no later one says otherwise. */
  static boolean isLost(PublishedRow row) {
    return !row.is("applied") && !row.text("why_not").equals("superseded");
  }
}

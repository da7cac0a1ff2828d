package vn.chuyencan.report.site;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import vn.chuyencan.report.PublishedTables;
import vn.chuyencan.table.Tables;

/** All learners of the institution with the course runs in which they are; for the office. */
final class RollPage {
  private final SiteRequest request;
  private final PublishedTables tables;

  RollPage(SiteRequest request, PublishedTables tables) {
    this.request = request;
    this.tables = tables;
  }

  ObjectNode json() throws IOException {
    Map<String, ArrayNode> learners = new TreeMap<>();
    SiteJson.Dictionary courses = new SiteJson.Dictionary();
    SiteJson.Dictionary certificates = new SiteJson.Dictionary();
    SiteJson.Dictionary statuses = new SiteJson.Dictionary();
    tables.each(
        Tables.ELIGIBILITY_DECISION,
        row ->
            learners
                .computeIfAbsent(row.text("learner_id"), learner -> SiteJson.list())
                .add(courses.number(row.text("course_id")))
                .add(certificates.number(row.text("certificate")))
                .add(statuses.number(row.text("standing_status"))));
    ObjectNode json = SiteJson.object();
    ArrayNode ids = json.putArray("ids");
    ArrayNode names = json.putArray("names");
    ArrayNode decisions = json.putArray("decisions");
    learners.forEach(
        (id, list) -> {
          ids.add(id);
          names.add(request.names().getOrDefault(id, ""));
          decisions.add(list);
        });
    json.set("courses", courses.texts());
    ArrayNode pages = json.putArray("pages");
    courses.texts().forEach(id -> pages.add("learners-" + PageName.of(id.asText()) + ".html"));
    json.set("certificates", certificates.texts());
    json.set("statuses", statuses.texts());
    return json;
  }
}

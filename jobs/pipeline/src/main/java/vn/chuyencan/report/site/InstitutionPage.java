package vn.chuyencan.report.site;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import vn.chuyencan.report.PublicationHeader;
import vn.chuyencan.report.PublishedRow;
import vn.chuyencan.report.PublishedTables;
import vn.chuyencan.table.Tables;

/** What rules of regulations find, what is due, and the tables of forms that are published. */
final class InstitutionPage {
  private static final int MOST = 2_000;
  private static final List<String> TEXTS =
      List.of(
          "year",
          "cut_off",
          "regulation_id",
          "rule_id",
          "title_vi",
          "title_en",
          "citation",
          "scope_kind",
          "scope_id",
          "scope_name",
          "severity",
          "unit",
          "operator",
          "status",
          "missing",
          "supplier_vi",
          "supplier_en",
          "note_vi",
          "note_en");
  private static final List<String> NUMBERS =
      List.of("numerator", "denominator", "value", "threshold");

  /** Which row it is, and whether it adds others up. */
  private static final List<String> KEYS = List.of("year", "partner_id", "row_number", "line");

  private static final List<String> ISSUE =
      List.of("check_id", "scope_id", "sequence", "severity", "title_vi", "title_en", "detail");

  private InstitutionPage() {}

  /**
   * The data of the page.
   *
   * @param courses the course runs: each with its row, its page and its summary
   */
  static ObjectNode json(
      SiteRequest request, PublicationHeader header, PublishedTables tables, ArrayNode courses)
      throws IOException {
    ObjectNode json = SiteJson.object();
    json.put("asOf", header.asOf().toString());
    json.put("published", tables.has(Tables.COMPLIANCE_INDICATOR));
    ArrayNode indicators = json.putArray("indicators");
    tables.each(
        Tables.COMPLIANCE_INDICATOR, row -> indicators.add(indicator(row, request.audience())));
    json.set("courses", courses);
    ArrayNode forms = json.putArray("forms");
    for (SiteRequest.FormLayout form : request.forms()) {
      if (tables.has(form.parts().get(0).table())) {
        forms.add(form(form, tables));
      }
    }
    return json;
  }

  /** A report as it stands, with what does not agree in it. */
  private static ObjectNode form(SiteRequest.FormLayout form, PublishedTables tables)
      throws IOException {
    ObjectNode json = SiteJson.object().put("id", form.id());
    json.set("title", SiteJson.both(form.title()));
    json.set("law", SiteJson.texts(form.law()));
    ArrayNode issues = json.putArray("issues");
    tables.each(
        Tables.REPORT_ISSUE,
        row -> {
          if (row.text("form_id").equals(form.id())) {
            ObjectNode issue = issues.addObject();
            ISSUE.forEach(column -> issue.put(column, row.text(column)));
          }
        });
    ArrayNode parts = json.putArray("parts");
    for (SiteRequest.FormLayout.Part part : form.parts()) {
      List<String> columns = new ArrayList<>(KEYS);
      columns.addAll(part.columns());
      parts
          .addObject()
          .put("heading", part.heading())
          .set("table", TableJson.of(tables, part.table(), columns, row -> true, MOST));
    }
    return json;
  }

  private static ObjectNode indicator(PublishedRow row, Audience audience) {
    ObjectNode json = SiteJson.object();
    TEXTS.forEach(column -> json.put(column, row.text(column)));
    NUMBERS.forEach(column -> json.set(column, SiteJson.number(row.number(column))));
    if (audience == Audience.OFFICE) {
      // What it was found in may name learners; the analysts' table does not tell it.
      json.put("detail", row.text("detail"));
    }
    return json;
  }
}

package vn.chuyencan.report.site;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import vn.chuyencan.report.PublicationHeader;
import vn.chuyencan.report.PublishedRow;
import vn.chuyencan.report.PublishedTables;
import vn.chuyencan.table.TableColumn;
import vn.chuyencan.table.TableContract;
import vn.chuyencan.table.Tables;

/** What rules of regulations find, what is due, and the tables of forms that are published. */
final class InstitutionPage {
  private static final int MOST = 2_000;
  private static final Set<String> PERSONS = Set.of("learners", "learner", "person", "persons");
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
    ArrayNode annexes = json.putArray("annexes");
    for (TableContract table : tables.contracts()) {
      if (Tables.requested().contains(table.name())
          && !table.name().equals(Tables.COMPLIANCE_INDICATOR)) {
        annexes.add(
            TableJson.of(
                tables,
                table.name(),
                table.columns().stream().map(TableColumn::name).toList(),
                row -> request.named(),
                MOST));
      }
    }
    return json;
  }

  private static ObjectNode indicator(PublishedRow row, Audience audience) {
    ObjectNode json = SiteJson.object();
    TEXTS.forEach(column -> json.put(column, row.text(column)));
    NUMBERS.forEach(column -> json.set(column, SiteJson.number(row.number(column))));
    if (audience == Audience.OFFICE) {
      // What it was found in may name learners.
      json.put("detail", row.text("detail"));
    } else if (PERSONS.contains(row.text("unit")) && isSmall(row)) {
      NUMBERS.subList(0, 3).forEach(json::putNull);
      json.put("hidden", true);
    }
    return json;
  }

  private static boolean isSmall(PublishedRow row) {
    BigDecimal least = BigDecimal.valueOf(Suppression.LEAST_SHOWN);
    return NUMBERS.subList(0, 3).stream()
        .map(row::number)
        .anyMatch(count -> count != null && count.signum() > 0 && count.compareTo(least) < 0);
  }
}

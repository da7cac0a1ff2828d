package vn.chuyencan.job.compliance;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.chuyencan.comply.CheckScript;
import vn.chuyencan.comply.EvidenceTable;
import vn.chuyencan.comply.EvidenceTable.Column;
import vn.chuyencan.comply.EvidenceTable.ColumnKind;
import vn.chuyencan.comply.EvidenceTable.Origin;
import vn.chuyencan.comply.FilledForm.Scope;
import vn.chuyencan.comply.ReportPeriod;
import vn.chuyencan.report.CsvMark;
import vn.chuyencan.report.SmallCsv;

/**
 * The files by which an inspector checks figures without this program: the tables asked, the
 * answers, and the script that asks again. Names of persons and their numbers stay out of it,
 * unless a question asks them.
 */
final class EvidencePack {
  private static final Set<String> PERSONAL =
      Set.of("full_name", "identifier", "home_page", "note", "citizen_number", "sector_code");
  private static final Set<String> OF_PERSONS =
      Set.of("learner", "staff", "identity", "person_number", "actor");

  private final CheckScript script;
  private final ReportPeriod period;
  private final String institution;
  private final String database;
  private final Scope scope;

  EvidencePack(
      CheckScript script, ReportPeriod period, String institution, String database, Scope scope) {
    this.script = script;
    this.period = period;
    this.institution = institution;
    this.database = database;
    this.scope = scope;
  }

  /** The files by their names. */
  Map<String, byte[]> files() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    Map<String, EvidenceTable> small = small();
    files.put("check.sql", script.text(small).getBytes(StandardCharsets.UTF_8));
    for (CheckScript.Question question : script.questions()) {
      files.put("figures/" + question.name() + ".csv", csv(question.columns(), question.rows()));
      files.put("sql/" + question.name() + ".sql", question.sql().getBytes(StandardCharsets.UTF_8));
    }
    small.forEach((name, table) -> files.put("tables/" + name + ".csv", csv(table)));
    for (String need : script.tables()) {
      files.put("tables/" + need + ".csv", csv(withoutPersons(script.table(need))));
    }
    return files;
  }

  private EvidenceTable withoutPersons(EvidenceTable table) {
    if (!OF_PERSONS.contains(table.name())) {
      return table;
    }
    List<Object[]> rows = new ArrayList<>();
    for (Object[] row : table.rows()) {
      Object[] copy = row.clone();
      for (int column = 0; column < copy.length; column++) {
        String name = table.columns().get(column).name();
        if (PERSONAL.contains(name) && !script.says(name)) {
          copy[column] = null;
        }
      }
      rows.add(copy);
    }
    return new EvidenceTable(table.origin(), table.name(), table.columns(), rows);
  }

  private Map<String, EvidenceTable> small() {
    Map<String, EvidenceTable> small = new LinkedHashMap<>();
    small.put(
        "period",
        table(
            "period",
            List.of(
                new Column("year", ColumnKind.COUNT),
                day("first_day"),
                day("last_day"),
                day("as_of"),
                day("cut_off"),
                new Column("review_days", ColumnKind.COUNT),
                new Column("publication_days", ColumnKind.COUNT),
                new Column("material_months", ColumnKind.COUNT)),
            (long) period.year(),
            period.firstDay(),
            period.lastDay(),
            period.asOf(),
            period.cutOff(),
            (long) period.limits().reviewDays(),
            (long) period.limits().publicationDays(),
            (long) period.limits().materialMonths()));
    small.put(
        "institution",
        table("institution", List.of(text("name"), text("database")), institution, database));
    small.put("judged", script.judged());
    small.put(
        "scope",
        table("scope", List.of(text("scope_id"), text("scope_name")), scope.id(), scope.name()));
    return small;
  }

  private static EvidenceTable table(String name, List<Column> columns, Object... row) {
    List<Object[]> rows = new ArrayList<>();
    rows.add(row);
    return new EvidenceTable(Origin.REGISTER, name, columns, rows);
  }

  private static Column text(String name) {
    return new Column(name, ColumnKind.TEXT);
  }

  private static Column day(String name) {
    return new Column(name, ColumnKind.DAY);
  }

  private static byte[] csv(EvidenceTable table) {
    List<Object[]> rows = new ArrayList<>();
    table.rows().forEach(rows::add);
    return csv(table.columns(), rows);
  }

  private static byte[] csv(List<Column> columns, List<Object[]> rows) {
    return SmallCsv.of(
        columns.stream().map(Column::name).toList(),
        rows.stream().map(Arrays::asList).toList(),
        CsvMark.ABSENT);
  }
}

package vn.chuyencan.comply;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.chuyencan.comply.EvidenceTable.Column;
import vn.chuyencan.comply.EvidenceTable.ColumnKind;
import vn.chuyencan.comply.FilledForm.Part;
import vn.chuyencan.comply.FilledForm.Scope;
import vn.chuyencan.comply.Form.Audience;
import vn.chuyencan.comply.Form.Section;
import vn.chuyencan.table.TableColumn;
import vn.chuyencan.table.TableContract;
import vn.chuyencan.table.Tables;

/** Fills forms with figures. Checks are made before anything is filled. */
public final class FormFiller {
  private final Compliance compliance;
  private final String institution;
  private final String database;
  private final List<Indicator> indicators;

  /**
   * @param institution its name
   * @param database how the national database of higher education is called
   * @param indicators what rules found, as the table of that name; of one regulation after the
   *     other
   */
  public FormFiller(
      Compliance compliance, String institution, String database, List<Indicator> indicators) {
    this.compliance = compliance;
    this.institution = institution;
    this.database = database;
    this.indicators = List.copyOf(indicators);
  }

  /** The reports of a form: one, or one for each scope that its query names. */
  public List<FilledForm> fill(Form form) {
    compliance.put(
        "institution",
        List.of(text("name"), text("database")),
        rows(new Object[] {institution, database}));
    putRegulations();
    putIndicators();
    List<FilledForm> filled = new ArrayList<>();
    for (Scope scope : scopes(form)) {
      show(scope);
      filled.add(fill(form, scope));
    }
    return filled;
  }

  /** Makes a scope the one that queries see. */
  public void show(Scope scope) {
    compliance.put(
        "scope",
        List.of(text("scope_id"), text("scope_name")),
        rows(new Object[] {scope.id(), scope.name()}));
  }

  private FilledForm fill(Form form, Scope scope) {
    FormChecks checks = new FormChecks(compliance);
    List<FilledForm.Issue> issues = new ArrayList<>(checks.run(form));
    List<Part> parts = new ArrayList<>();
    for (Section section : form.sections()) {
      Part part = fill(section, form.audience());
      parts.add(part);
      issues.addAll(checks.unknown(part));
    }
    return new FilledForm(form, compliance.period(), scope, parts, issues);
  }

  private List<Scope> scopes(Form form) {
    if (form.each() == null) {
      return List.of(Scope.institution(institution));
    }
    return compliance.rows(form.each()).stream().map(FormFiller::scope).toList();
  }

  private static Scope scope(Map<String, Object> row) {
    return new Scope(
        (String) row.get("scope_id"),
        (String) row.get("scope_name"),
        (String) row.get("parent"),
        (String) row.get("abbreviation"),
        (String) row.get("place"),
        (String) row.get("signer_title"),
        (String) row.get("signer"));
  }

  private Part fill(Section section, Audience audience) {
    Optional<TableContract> contract = Optional.ofNullable(section.table()).map(TableContract::of);
    List<String> names = new ArrayList<>();
    List<Object[]> rows = new ArrayList<>();
    if (section.sql() != null) {
      List<Map<String, Object>> found = compliance.rows(section.sql());
      names.addAll(names(section, contract, found));
      for (Map<String, Object> row : found) {
        rows.add(row(section, contract, names, row));
      }
    }
    List<FilledForm.Cell> hidden =
        audience == Audience.VOLUNTARY && contract.isPresent()
            ? SmallCells.hide(contract.get(), rows)
            : List.of();
    return new Part(
        section,
        contract,
        names,
        rows,
        hidden,
        section.sql() == null
            ? List.of()
            : List.copyOf(compliance.absent(section.sql(), List.of())),
        texts(section.remarks()),
        texts(section.narrative()),
        texts(section.draft()));
  }

  private static List<String> names(
      Section section, Optional<TableContract> contract, List<Map<String, Object>> found) {
    if (contract.isPresent()) {
      return contract.get().columns().stream().map(TableColumn::name).toList();
    }
    return found.isEmpty()
        ? section.columns().stream().map(Form.PrintedColumn::column).toList()
        : List.copyOf(found.get(0).keySet());
  }

  /** The row as the contract has it, without what nobody can know. */
  private Object[] row(
      Section section,
      Optional<TableContract> contract,
      List<String> names,
      Map<String, Object> found) {
    Object[] row = new Object[names.size()];
    for (int column = 0; column < row.length; column++) {
      String name = names.get(column);
      if (!found.containsKey(name)) {
        throw new IllegalStateException(section.heading() + ": the query has no column " + name);
      }
      Object value = known(section, name) ? found.get(name) : null;
      row[column] =
          contract.isPresent()
              ? ContractValue.of(contract.get().columns().get(column), value)
              : value;
    }
    return row;
  }

  /**
   * The question behind a section that has a contract, as it must be asked to get the figures that
   * were filled in: without what nobody can know.
   */
  public CheckScript.Question question(Part part) {
    TableContract contract = part.contract().orElseThrow();
    String columns =
        contract.columns().stream()
            .map(column -> asked(part, column))
            .collect(Collectors.joining(", "));
    return new CheckScript.Question(
        contract.name(),
        part.section().heading(),
        "SELECT " + columns + " FROM (\n" + part.section().sql().strip() + "\n)",
        contract.columns().stream()
            .map(column -> new Column(column.name(), ContractValue.type(column)))
            .toList(),
        part.rows());
  }

  private String asked(Part part, TableColumn column) {
    String name = '"' + column.name() + '"';
    if (!known(part.section(), column.name())) {
      return "NULL AS " + name;
    }
    return part.left().isEmpty() || !SmallCells.counts(column)
        ? name
        : "CASE WHEN " + name + " BETWEEN 1 AND 4 THEN NULL ELSE " + name + " END AS " + name;
  }

  private boolean known(Section section, String column) {
    return section.without().entrySet().stream()
        .filter(unknown -> unknown.getValue().contains(column))
        .allMatch(unknown -> compliance.evidence().has("reg." + unknown.getKey()));
  }

  private List<String> texts(List<String> queries) {
    List<String> texts = new ArrayList<>();
    for (String query : queries) {
      compliance.rows(query).stream()
          .map(row -> (String) row.get("text"))
          .filter(Objects::nonNull)
          .forEach(texts::add);
    }
    return texts;
  }

  private void putIndicators() {
    TableContract contract = TableContract.of(Tables.COMPLIANCE_INDICATOR);
    List<Column> columns =
        contract.columns().stream()
            .map(column -> new Column(column.name(), ContractValue.type(column)))
            .toList();
    compliance.put("indicator", columns, IndicatorRows.of(compliance.period(), indicators));
  }

  private void putRegulations() {
    List<Object[]> all = new ArrayList<>();
    for (Regulation regulation : Regulations.all()) {
      all.add(
          new Object[] {
            regulation.id(), regulation.instrument(), regulation.title().vi(), (long) all.size() + 1
          });
    }
    compliance.put(
        "regulation",
        List.of(
            text("id"),
            text("instrument"),
            text("title_vi"),
            new Column("position", ColumnKind.COUNT)),
        all);
  }

  private static Column text(String name) {
    return new Column(name, ColumnKind.TEXT);
  }

  private static List<Object[]> rows(Object[] only) {
    List<Object[]> rows = new ArrayList<>();
    rows.add(only);
    return rows;
  }
}

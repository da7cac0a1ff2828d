package vn.chuyencan.comply;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import vn.chuyencan.comply.EvidenceTable.Column;
import vn.chuyencan.comply.EvidenceTable.ColumnKind;
import vn.chuyencan.comply.EvidenceTable.Origin;
import vn.chuyencan.comply.Regulation.Words;
import vn.chuyencan.model.InstitutionRegister;
import vn.chuyencan.model.Register;
import vn.chuyencan.model.RegisterName;
import vn.chuyencan.model.Status;
import vn.chuyencan.source.register.RegisterDescription;
import vn.chuyencan.table.ColumnType;
import vn.chuyencan.table.TableContract;

/**
 * Evidence written down in a test: tables as CSV with the columns that matter. A register of which
 * nothing is said is absent.
 */
final class Facts implements Evidence {
  /** Read once: a test asks many rules. */
  private static final List<Regulation> ALL = Regulations.all();

  private final Map<String, String> csv = new HashMap<>();
  private ReportPeriod period;
  private String notYet = "";

  private Facts(ReportPeriod period) {
    this.period = period;
  }

  static Facts of(int year, String asOf) {
    return new Facts(new ReportPeriod(year, LocalDate.parse(asOf)));
  }

  /**
   * Says what a table holds.
   *
   * @param table such as {@code reg.program}
   * @param lines a header and rows; spaces around cells do not count
   */
  Facts with(String table, String... lines) {
    csv.put(table, String.join("\n", lines));
    return this;
  }

  /** Says the institution's own limits. */
  Facts limits(int reviewDays, int publicationDays, int materialMonths) {
    period = period.with(new OwnLimits(reviewDays, publicationDays, materialMonths));
    return this;
  }

  Facts without(String table) {
    csv.remove(table);
    return this;
  }

  /** What a rule of a regulation finds, by scope. */
  Map<String, Indicator> judge(String rule, String... switches) {
    for (Regulation regulation : ALL) {
      for (Regulation.Rule each : regulation.rules()) {
        if (each.id().equals(rule)) {
          try (Compliance compliance =
              new Compliance(period, this, ALL, Set.copyOf(Arrays.asList(switches)))) {
            return compliance.judge(regulation, each).stream()
                .collect(Collectors.toMap(Indicator::scopeId, found -> found));
          }
        }
      }
    }
    throw new AssertionError("no rule " + rule);
  }

  /** What all rules find when they are asked at once. */
  List<Indicator> judgeAll() {
    try (Compliance compliance = new Compliance(period, this, ALL, Set.of())) {
      return judgeAll(compliance);
    }
  }

  /**
   * What all rules find when they are asked as a night goes on.
   *
   * @param late a table that is there only when the night is measured
   */
  List<Indicator> judgeInStages(String late) {
    try (Compliance compliance = new Compliance(period, this, ALL, Set.of())) {
      notYet = late;
      compliance.prepare(ALL, Stands.BEFORE);
      compliance.prepare(ALL, Stands.TAKEN_IN);
      notYet = "";
      return judgeAll(compliance);
    }
  }

  private static List<Indicator> judgeAll(Compliance compliance) {
    return ALL.stream().flatMap(regulation -> compliance.judge(regulation).stream()).toList();
  }

  /** The status that a rule finds of a scope. */
  Status status(String rule, String scope, String... switches) {
    return judge(rule, switches).get(scope).status();
  }

  /** The reports of a form, without anything that rules find. */
  List<FilledForm> fill(String form) {
    return fill(form, List.of());
  }

  /** The reports of a form with what one rule finds. */
  List<FilledForm> fillWith(String rule, String form) {
    return fill(form, List.copyOf(judge(rule).values()));
  }

  private List<FilledForm> fill(String form, List<Indicator> found) {
    try (Compliance compliance = new Compliance(period, this, ALL, Set.of())) {
      return new FormFiller(compliance, "Học viện", "HEMIS", found)
          .fill(Forms.named(form).orElseThrow());
    }
  }

  /** The rows of a query. */
  List<Map<String, Object>> rows(String sql) {
    try (Compliance compliance = new Compliance(period, this, ALL, Set.of())) {
      return compliance.rows(sql);
    }
  }

  @Override
  public boolean has(String need) {
    return csv.containsKey(need) && !need.equals(notYet);
  }

  @Override
  public Stands stands(String need) {
    if (need.equals("lake.section_activity")) {
      return Stands.TAKEN_IN;
    }
    return need.startsWith("reg.") ? Stands.BEFORE : Stands.MEASURED;
  }

  @Override
  public Words supplier(String need) {
    if (need.startsWith("lake.")) {
      return new Words("người vận hành", "the operator");
    }
    RegisterDescription described = describe(need);
    return new Words(described.supplierVi(), described.supplierEn());
  }

  private static RegisterDescription describe(String need) {
    String name = need.substring(need.indexOf('.') + 1);
    return Stream.<Register>concat(
            Arrays.stream(InstitutionRegister.values()), Arrays.stream(RegisterName.values()))
        .filter(register -> register.code().equals(name))
        .findFirst()
        .map(RegisterDescription::of)
        .orElse(new RegisterDescription("", "", "", "", List.of()));
  }

  @Override
  public EvidenceTable table(String need) {
    String name = need.substring(need.indexOf('.') + 1);
    boolean lake = need.startsWith("lake.");
    List<Column> columns = lake ? ofLake(name) : ofRegister(need);
    return new EvidenceTable(
        lake ? Origin.LAKE : Origin.REGISTER, name, columns, rows(need, columns));
  }

  private static List<Column> ofRegister(String need) {
    return describe(need).columns().stream()
        .map(
            column ->
                new Column(
                    column.name(),
                    switch (column.kind()) {
                      case TEXT -> ColumnKind.TEXT;
                      case NUMBER -> ColumnKind.NUMBER;
                      case DATE -> ColumnKind.DAY;
                      case INSTANT -> ColumnKind.MOMENT;
                    }))
        .toList();
  }

  private static List<Column> ofLake(String name) {
    List<Column> columns = new ArrayList<>();
    TableContract.of(name)
        .columns()
        .forEach(
            column -> {
              if (column.type() instanceof ColumnType.Decimal) {
                columns.add(new Column(column.name(), ColumnKind.NUMBER));
              } else if (column.type() instanceof ColumnType.ArrayOf array
                  && array.element() == ColumnType.Scalar.STRING) {
                columns.add(new Column(column.name(), ColumnKind.TEXT));
              } else if (column.type() instanceof ColumnType.Scalar scalar) {
                columns.add(
                    new Column(
                        column.name(),
                        switch (scalar) {
                          case BOOLEAN -> ColumnKind.FLAG;
                          case INT, LONG -> ColumnKind.COUNT;
                          case STRING, UUID -> ColumnKind.TEXT;
                          case DATE -> ColumnKind.DAY;
                          case TIMESTAMP -> ColumnKind.MOMENT;
                        }));
              }
            });
    return columns;
  }

  private List<Object[]> rows(String need, List<Column> columns) {
    if (!csv.containsKey(need)) {
      return List.of();
    }
    try (CSVParser parser =
        CSVParser.parse(
            csv.get(need),
            CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setTrim(true)
                .get())) {
      for (String header : parser.getHeaderNames()) {
        if (columns.stream().noneMatch(column -> column.name().equals(header))) {
          throw new AssertionError(need + " has no column " + header);
        }
      }
      List<Object[]> rows = new ArrayList<>();
      for (CSVRecord row : parser) {
        rows.add(columns.stream().map(column -> cell(row, column)).toArray());
      }
      return rows;
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static Object cell(CSVRecord row, Column column) {
    if (!row.isMapped(column.name()) || row.get(column.name()).isEmpty()) {
      return null;
    }
    String cell = row.get(column.name());
    return switch (column.type()) {
      case TEXT -> cell;
      case NUMBER -> new BigDecimal(cell);
      case COUNT -> Long.valueOf(cell);
      case FLAG -> Boolean.valueOf(cell);
      case DAY -> LocalDate.parse(cell);
      case MOMENT -> LocalDateTime.parse(cell);
    };
  }
}

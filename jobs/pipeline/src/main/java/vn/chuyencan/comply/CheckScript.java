package vn.chuyencan.comply;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.chuyencan.comply.EvidenceTable.Column;
import vn.chuyencan.comply.EvidenceTable.ColumnKind;

/**
 * A script of SQL by which somebody without this program repeats figures: it reads tables from CSV
 * files beside it, makes the views, asks the same questions and compares the answers with those
 * that were given. It is for H2, whose SQL rules and forms are written in.
 */
public final class CheckScript {
  private static final String URL =
      "jdbc:h2:mem:check;DATABASE_TO_UPPER=FALSE;CASE_INSENSITIVE_IDENTIFIERS=TRUE"
          + ";NON_KEYWORDS=DAY,MONTH,YEAR,VALUE,KEY,USER,HOUR";

  /** An apostrophe that only keeps spreadsheets from running text as a formula. */
  private static final String GUARD = "'^''(''*[=+\\-@\\t\\r＝＋－＠])', '$1'";

  private final Compliance compliance;
  private final List<Question> questions = new ArrayList<>();

  public CheckScript(Compliance compliance) {
    this.compliance = compliance;
  }

  /**
   * A question whose answer is checked.
   *
   * @param name of the file with the answer, below {@code figures}, without {@code .csv}
   * @param title what it is
   * @param sql the question
   * @param columns the answer's columns
   * @param rows the answer
   */
  public record Question(
      String name, String title, String sql, List<Column> columns, List<Object[]> rows) {}

  /** The command that runs the script. */
  public static String command() {
    return "java -cp h2.jar org.h2.tools.RunScript -url \""
        + URL
        + "\" -user sa -script check.sql -showResults";
  }

  /** The version of H2 that was asked here. */
  public String version() {
    return compliance.databaseVersion();
  }

  /** Adds a question with the answer that is given now. */
  public CheckScript ask(String name, String title, String sql) {
    List<Map<String, Object>> found = compliance.rows(sql);
    Map<String, ColumnKind> kinds = new LinkedHashMap<>();
    for (Map<String, Object> row : found) {
      row.forEach((column, value) -> kinds.merge(column, kind(value), CheckScript::known));
    }
    List<Object[]> rows = found.stream().map(row -> row.values().toArray()).toList();
    List<Column> columns = new ArrayList<>();
    kinds.forEach(
        (column, kind) -> columns.add(new Column(column, kind == null ? ColumnKind.TEXT : kind)));
    return ask(new Question(name, title, sql, columns, rows));
  }

  /** Adds a question with an answer that was given before. */
  public CheckScript ask(Question question) {
    if (!question.columns().isEmpty()) {
      questions.add(question);
    }
    return this;
  }

  private static ColumnKind known(ColumnKind one, ColumnKind other) {
    return one == ColumnKind.TEXT ? other : one;
  }

  /** What is not known is text until it is. */
  private static ColumnKind kind(Object value) {
    if (value instanceof BigDecimal) {
      return ColumnKind.NUMBER;
    } else if (value instanceof LocalDate) {
      return ColumnKind.DAY;
    } else if (value instanceof LocalDateTime) {
      return ColumnKind.MOMENT;
    }
    return value instanceof Boolean ? ColumnKind.FLAG : ColumnKind.TEXT;
  }

  /** The questions in order. */
  public List<Question> questions() {
    return List.copyOf(questions);
  }

  /** The tables that the questions ask, by {@code reg.…} and {@code lake.…}. */
  public Set<String> tables() {
    Set<String> tables = new TreeSet<>();
    questions.forEach(question -> tables.addAll(compliance.needs(question.sql())));
    return tables;
  }

  /** A table that the questions ask. */
  public EvidenceTable table(String need) {
    return compliance.evidence().table(need);
  }

  /** What rules found on which others rest. */
  public EvidenceTable judged() {
    List<Column> columns =
        List.of(
            new Column("rule_id", ColumnKind.TEXT),
            new Column("scope_id", ColumnKind.TEXT),
            new Column("status", ColumnKind.TEXT),
            new Column("missing", ColumnKind.TEXT));
    return new EvidenceTable(
        EvidenceTable.Origin.REGISTER,
        "judged",
        columns,
        compliance
            .rows("SELECT rule_id, scope_id, status, missing FROM judged ORDER BY 1, 2, 3, 4")
            .stream()
            .map(row -> row.values().toArray())
            .toList());
  }

  /** Whether a question, or a view that it asks, says a word. */
  public boolean says(String word) {
    return questions.stream()
        .anyMatch(
            question ->
                compliance.names(question.sql(), word)
                    || question.sql().contains("." + word)
                    || compliance.views(question.sql()).stream()
                        .anyMatch(
                            view ->
                                compliance.names(view.sql(), word)
                                    || view.sql().contains("." + word)));
  }

  /**
   * The script.
   *
   * @param small the tables beside registers and lake, such as the period, by name
   */
  public String text(Map<String, EvidenceTable> small) {
    StringBuilder script = new StringBuilder();
    script.append("-- ").append(command()).append("\n\nCREATE SCHEMA reg;\nCREATE SCHEMA lake;\n");
    small.forEach((name, table) -> load(script, '"' + name + '"', name, table.columns()));
    for (String need : tables()) {
      EvidenceTable table = table(need);
      String schema = need.substring(0, need.indexOf('.'));
      String name = schema + ".\"" + table.name() + '"';
      load(script, name, need, table.columns());
      index(script, name);
    }
    views(script);
    script.append(
        "\nCREATE TABLE result(item VARCHAR, title VARCHAR, expected INT, found INT, different INT);\n");
    for (int index = 0; index < questions.size(); index++) {
      check(script, questions.get(index), index + 1);
    }
    return script
        .append("\n-- different must be 0 in every line\nSELECT * FROM result ORDER BY item;\n")
        .toString();
  }

  private void views(StringBuilder script) {
    Set<String> made = new TreeSet<>();
    for (Question question : questions) {
      for (Regulation.View view : compliance.views(question.sql())) {
        if (made.add(view.name())) {
          script
              .append("\nCREATE TABLE \"")
              .append(view.name())
              .append("\" AS\n")
              .append(view.sql().strip())
              .append(";\n");
          index(script, '"' + view.name() + '"');
        }
      }
    }
  }

  /** Without it H2 compares every row with every row. */
  private void index(StringBuilder script, String table) {
    for (String column : compliance.identifiers(table)) {
      script.append("CREATE INDEX ON ").append(table).append("(\"").append(column).append("\");\n");
    }
  }

  private static void load(StringBuilder script, String table, String file, List<Column> columns) {
    script
        .append("CREATE TABLE ")
        .append(table)
        .append(" AS SELECT ")
        .append(columns.stream().map(CheckScript::cast).collect(Collectors.joining(", ")))
        .append("\n  FROM CSVREAD('tables/")
        .append(file)
        .append(".csv', NULL, 'charset=UTF-8 caseSensitiveColumnNames=true');\n");
  }

  private static String cast(Column column) {
    String name = '"' + column.name() + '"';
    String value =
        column.type() == ColumnKind.TEXT ? "REGEXP_REPLACE(" + name + ", " + GUARD + ")" : name;
    return "CAST(" + value + " AS " + column.type().sql() + ") AS " + name;
  }

  private static void check(StringBuilder script, Question question, int number) {
    String names =
        question.columns().stream()
            .map(column -> '"' + column.name() + '"')
            .collect(Collectors.joining(", "));
    String typed =
        question.columns().stream()
            .map(
                column ->
                    "CAST(\""
                        + column.name()
                        + "\" AS "
                        + column.type().sql()
                        + ") AS \""
                        + column.name()
                        + '"')
            .collect(Collectors.joining(", "));
    String found = "found_" + number;
    String expected = "expected_" + number;
    script
        .append("\n-- ")
        .append(question.name())
        .append(": ")
        .append(question.title().replace('\n', ' '))
        .append("\nCREATE TABLE ")
        .append(found)
        .append(" AS SELECT ")
        .append(typed)
        .append(" FROM (\n")
        .append(question.sql().strip())
        .append("\n);\nCREATE TABLE ")
        .append(expected)
        .append(" AS SELECT ")
        .append(
            question.columns().stream().map(CheckScript::cast).collect(Collectors.joining(", ")))
        .append("\n  FROM CSVREAD('figures/")
        .append(question.name())
        .append(".csv', NULL, 'charset=UTF-8 caseSensitiveColumnNames=true');\n")
        .append("INSERT INTO result SELECT ")
        .append(quoted(question.name()))
        .append(", ")
        .append(quoted(question.title()))
        .append(", (SELECT COUNT(*) FROM ")
        .append(expected)
        .append("), (SELECT COUNT(*) FROM ")
        .append(found)
        .append("), (SELECT COUNT(*) FROM ((SELECT ")
        .append(String.join(" FROM " + found + " EXCEPT SELECT ", names, names))
        .append(" FROM ")
        .append(expected)
        .append(") UNION ALL (SELECT ")
        .append(String.join(" FROM " + expected + " EXCEPT SELECT ", names, names))
        .append(" FROM ")
        .append(found)
        .append(")));\n");
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}

package vn.chuyencan.cli;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.chuyencan.cli.AnalystsPublication.cells;
import static vn.chuyencan.cli.AnalystsPublication.number;
import static vn.chuyencan.cli.AnalystsPublication.rows;
import static vn.chuyencan.cli.AnalystsPublication.sum;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chuyencan.testing.Repository;
import vn.chuyencan.testing.SparkSessions;

/** Spark, pandas and a spreadsheet give each example's answer, and the CSV files give the same. */
class AnalystExamplesTest {
  private static final Pattern FORMULA = Pattern.compile("(?m)^ *=(.*)$");
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

  private static List<String> formulas(String guide) throws IOException {
    return FORMULA
        .matcher(Files.readString(AnalystsPublication.examples().resolve(guide)))
        .results()
        .map((MatchResult formula) -> formula.group(1))
        .toList();
  }

  /** Who reads a table can see which version of its contract it keeps. */
  @Test
  void thePublicationTellsTheVersionOfEachTable() throws IOException {
    ObjectMapper json = new ObjectMapper();
    JsonNode tables =
        json.readTree(AnalystsPublication.latest().resolve("manifest.json").toFile()).get("tables");
    assertThat(tables).isNotEmpty();
    for (JsonNode table : tables) {
      Path contract =
          Repository.root().resolve("schemas/tables").resolve(table.get("name").asText() + ".json");
      assertThat(table.get("version")).isEqualTo(json.readTree(contract.toFile()).get("x-version"));
    }
  }

  @Test
  void spark() throws IOException {
    SparkSession session = SparkSessions.shared().newSession();
    session.conf().set("spark.publication", AnalystsPublication.latest().toString());
    String text = Files.readString(AnalystsPublication.examples().resolve("spark/attempts.sql"));
    List<Row> answer = List.of();
    for (String statement : text.strip().split(";\\s*(\n|$)", 2)) {
      answer = session.sql(statement).collectAsList();
    }

    Map<String, List<CSVRecord>> expected =
        rows("assessment_attempt", row -> row.get("counted").equals("true")).stream()
            .collect(
                groupingBy(row -> cells(row, "course_id", "exercise_id"), TreeMap::new, toList()));
    assertThat(answer).hasSameSizeAs(expected.keySet()).isNotEmpty();
    for (Row row : answer) {
      List<CSVRecord> attempts = expected.get(row.getString(0) + " " + row.getString(1));
      assertThat(row.<Long>getAs("attempts")).isEqualTo(attempts.size());
      assertThat(row.<Long>getAs("learners"))
          .isEqualTo(attempts.stream().map(one -> one.get("learner_id")).distinct().count());
      List<CSVRecord> marked =
          attempts.stream().filter(one -> !one.get("percent").isEmpty()).toList();
      assertThat(row.getDecimal(4))
          .isEqualByComparingTo(
              sum(marked, "percent")
                  .divide(BigDecimal.valueOf(marked.size()), 2, RoundingMode.HALF_UP));
    }
  }

  @Test
  void pandas(@TempDir Path folder) throws IOException, InterruptedException {
    if (python(folder, "-c", "import pandas, pyarrow") != 0) {
      String message =
          "SKIPPED: python3 has no pandas and pyarrow; scripts/examples/pandas was not run.";
      System.err.println(message);
      Assumptions.abort(message);
    }
    String script = AnalystsPublication.examples().resolve("pandas/heat_map.py").toString();
    String publication = AnalystsPublication.latest().toString();
    assertThat(python(folder, script, publication, "LHDN-2026-1"))
        .as(Files.readString(folder.resolve("err")))
        .isZero();
    List<String> lines = Files.readAllLines(folder.resolve("out"));
    assertThat(lines.get(0)).isEqualTo("learner_id,1,2,3,4,5,total");

    Map<String, List<CSVRecord>> weeks =
        rows("learner_course_week", row -> row.get("course_id").equals("LHDN-2026-1")).stream()
            .collect(groupingBy(row -> row.get("learner_id"), TreeMap::new, toList()));
    List<String> expected = new ArrayList<>();
    weeks.forEach(
        (learner, each) ->
            expected.add(
                learner
                    + ","
                    + String.join(",", each.stream().map(row -> row.get("minutes")).toList())
                    + ","
                    + sum(each, "minutes").toPlainString()));
    assertThat(lines.subList(1, lines.size())).containsExactlyInAnyOrderElementsOf(expected);
  }

  private static int python(Path folder, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("python3"));
    command.addAll(List.of(arguments));
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(folder.resolve("out").toFile())
              .redirectError(folder.resolve("err").toFile())
              .start();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      return process.exitValue();
    } catch (IOException noPython) {
      return -1;
    }
  }

  @Test
  void formulasOfASpreadsheet() throws IOException {
    List<String> formulas = formulas("excel.en.md");
    assertThat(formulas).hasSize(3).isEqualTo(formulas("excel.vi.md"));
    try (XSSFWorkbook book = new XSSFWorkbook()) {
      for (String table : List.of("learner_course_week", "eligibility_decision", "forum_post")) {
        sheet(book, table);
      }
      XSSFRow row = book.createSheet("answers").createRow(0);
      List<Double> answers = new ArrayList<>();
      for (String formula : formulas) {
        XSSFCell cell = row.createCell(answers.size());
        cell.setCellFormula(formula);
        answers.add(
            book.getCreationHelper().createFormulaEvaluator().evaluate(cell).getNumberValue());
      }
      assertThat(answers)
          .containsExactly(
              sum(
                      rows(
                          "learner_course_week",
                          one -> cells(one, "course_id", "learner_id").equals("LHDN-2026-1 HV002")),
                      "minutes")
                  .doubleValue(),
              (double)
                  rows(
                          "eligibility_decision",
                          one ->
                              cells(one, "course_id", "certificate").equals("LHDN-2026-1 theory")
                                  && List.of("MET", "MET_BY_COMPENSATION")
                                      .contains(one.get("standing_status")))
                      .size(),
              (double)
                  rows(
                          "forum_post",
                          one ->
                              cells(one, "course_id", "forum_id", "counted")
                                  .equals("LHDN-2026-1 DD2 true"))
                      .size())
          .allSatisfy(answer -> assertThat(answer).isPositive());
    }
  }

  /** The CSV as a spreadsheet loads it: text, numbers, truth values, a table with a name. */
  private static void sheet(XSSFWorkbook book, String table) {
    XSSFSheet sheet = book.createSheet(table);
    List<CSVRecord> rows = rows(table);
    List<String> columns = rows.get(0).getParser().getHeaderNames();
    XSSFRow header = sheet.createRow(0);
    for (int column = 0; column < columns.size(); column++) {
      header.createCell(column).setCellValue(columns.get(column));
    }
    for (CSVRecord record : rows) {
      XSSFRow row = sheet.createRow(sheet.getLastRowNum() + 1);
      for (int column = 0; column < columns.size(); column++) {
        String name = columns.get(column);
        String text = record.get(name);
        if (text.equals("true") || text.equals("false")) {
          row.createCell(column).setCellValue(Boolean.parseBoolean(text));
        } else if (NUMBER.matcher(text).matches()) {
          row.createCell(column).setCellValue(number(record, name).doubleValue());
        } else {
          row.createCell(column).setCellValue(text);
        }
      }
    }
    XSSFTable made =
        sheet.createTable(
            new AreaReference(
                new CellReference(0, 0),
                new CellReference(rows.size(), columns.size() - 1),
                book.getSpreadsheetVersion()));
    made.setName(table);
    made.setDisplayName(table);
    assertThat(made.getColumnCount()).isEqualTo(columns.size());
  }
}

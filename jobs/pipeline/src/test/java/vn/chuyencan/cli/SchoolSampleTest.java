package vn.chuyencan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chuyencan.report.Sha256;
import vn.chuyencan.testing.Golden;
import vn.chuyencan.testing.Repository;

/** The reviews of both semesters of the sample's school, from its registers to the documents. */
class SchoolSampleTest {
  private static final String DAY = "2026-07-15";
  private static final String EXPECTED = "forms/circular09-review/";

  @TempDir private static Path folder;

  @BeforeAll
  static void aSchool() throws IOException {
    Path school = Repository.root().resolve("sample-data/school");
    CommandLines.write(
        folder,
        "chuyencan.yaml",
        Files.readString(school.resolve("chuyencan.yaml"))
            .replace("../../target/school/", "./")
            .replace("./registers", school.resolve("registers").toString())
            .replace("./statements", school.resolve("statements").toString()));
    run("run", "--as-of", DAY).done();
    run("report", "--form", "circular09-review", "--year", "2026", "--as-of", DAY).done();
  }

  private static CommandLines.Result run(String... arguments) {
    return CommandLines.run(
        Stream.concat(
                Stream.of(arguments),
                Stream.of("--config", folder.resolve("chuyencan.yaml").toString()))
            .toArray(String[]::new));
  }

  private static Path report(String term) {
    return folder.resolve("reports/2026/circular09-review").resolve(DAY).resolve(term);
  }

  @ParameterizedTest
  @ValueSource(strings = {"HK1-2025", "HK2-2025"})
  void everyTableIsTheExpectedOne(String term) throws IOException {
    List<String> names = new ArrayList<>();
    try (Stream<Path> tables = Files.list(report(term).resolve("csv"))) {
      for (Path table : tables.sorted().toList()) {
        String name = table.getFileName().toString();
        if (!name.equals("compliance_indicator.csv")) {
          names.add(name);
          Golden.assertMatches(table, EXPECTED + term + "/" + name);
        }
      }
    }
    try (Stream<Path> expected =
        Files.list(Repository.root().resolve("sample-data/expected").resolve(EXPECTED + term))) {
      assertThat(expected.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(names);
    }
  }

  /** What the rules find, without the words that they have in common. */
  @Test
  void whatRulesFindIsWhatIsExpected() throws IOException {
    List<String> columns = List.of("rule_id", "scope_id", "value", "status", "missing", "detail");
    StringBuilder table = new StringBuilder(String.join(",", columns)).append('\n');
    for (CSVRecord found : findings()) {
      table
          .append(
              columns.stream()
                  .map(found::get)
                  .map(cell -> cell.contains(",") ? '"' + cell + '"' : cell)
                  .collect(Collectors.joining(",")))
          .append('\n');
    }
    Path file = folder.resolve("findings.csv");
    Files.writeString(file, table.toString());
    Golden.assertMatches(file, EXPECTED + "findings.csv");
  }

  private static List<CSVRecord> findings() throws IOException {
    return records(report("HK2-2025").resolve("csv/compliance_indicator.csv"));
  }

  private static List<CSVRecord> records(Path csv) throws IOException {
    try (CSVParser parser =
        CSVParser.parse(
            csv,
            StandardCharsets.UTF_8,
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get())) {
      return parser.getRecords();
    }
  }

  /** Counted by hand when the sample was made: sample-data/README.md, «The school». */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "HK1-2025 | 10A1-TIN | 12 2 11 7 9 3 2 0 1 1",
        "HK1-2025 | 11B2-TOAN | 4 1 2 0 1 0 1 0 0 0",
        "HK2-2025 | 10A1-TIN | 12 2 11 7 9 2 2 1 1 1",
        "HK2-2025 | 11B2-TOAN | 13 3 4 4 4 1 2 0 1 1",
        "HK2-2025 | 12C1-HOA | 10 2 0 1 5 0 0 0 1 0"
      })
  void activitiesAreThoseCountedByHand(String term, String course, String figures)
      throws IOException {
    CSVRecord row =
        records(report(term).resolve("csv/circular09_activity.csv")).stream()
            .filter(one -> one.get("course_id").equals(course))
            .findFirst()
            .orElseThrow();
    assertThat(row.stream().skip(5)).containsExactly(figures.split(" ", -1));
  }

  /** The same: what is met, what is not, and what nobody can tell without a register. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "C09-2.3 | Tin học | 4 | 8 | -",
        "C09-4.1 | Toán | 4 | 5 | NOT_MET",
        "C09-5.1 | 11B2-TOAN | 3 | 4 | -",
        "C09-5.4 | 11B2-TOAN | 1 | 2 | NOT_MET",
        "C09-5.4 | 12C1-HOA | 2 | 2 | MET",
        "C09-6.2 | midterm | - | - | MET",
        "C09-6.2 | final | - | - | NOT_MET",
        "C09-7.3 | * | 3 | 5 | NOT_MET",
        "C09-8.1b | * | 11 | 12 | NOT_MET",
        "C09-8.1c | Toán | 5 | 6 | NOT_MET",
        "C09-8.1c | Hóa học | 6 | 6 | MET",
        "C09-8.1d | 11B2-TOAN | 3 | 4 | NOT_MET",
        "C09-9.1 | C09-9.1b2 | - | - | NOT_MET",
        "C09-9.3 | C09-9.3 | - | - | NOT_APPLICABLE",
        "C09-10 | * | - | - | INSUFFICIENT_DATA",
        "C09-15.1i | * | 17 | 20 | NOT_MET",
        "C09-15.5 | * | - | - | INSUFFICIENT_DATA",
        "C09-15.6 | HK1-2025 | - | - | MET",
        "C09-15.6 | HK2-2025 | - | - | NOT_MET",
        "C09-16.1 | * | 2 | 3 | -",
        "C09-17 | 10A1-TIN | 27 | 30 | -"
      })
  void findingsAreThoseCountedByHand(
      String rule, String scope, String numerator, String denominator, String status)
      throws IOException {
    CSVRecord row =
        findings().stream()
            .filter(one -> one.get("rule_id").equals(rule) && one.get("scope_id").equals(scope))
            .findFirst()
            .orElseThrow();
    assertThat(
            Stream.of("numerator", "denominator", "status").map(row::get).map(SchoolSampleTest::no))
        .containsExactly(numerator, denominator, status);
  }

  private static String no(String cell) {
    return cell.isEmpty() ? null : cell;
  }

  @Test
  void theReviewIsReadyForTheHeadsSignature() throws IOException {
    try (InputStream file =
            Files.newInputStream(report("HK2-2025").resolve("circular09-review-2026.docx"));
        XWPFDocument document = new XWPFDocument(file)) {
      List<String> text = document.getParagraphs().stream().map(XWPFParagraph::getText).toList();
      assertThat(text)
          .contains(
              "Đánh giá, rút kinh nghiệm dạy học trực tuyến học kỳ HK2-2025 năm học 2025-2026",
              "VIII. Đối chiếu với các yêu cầu của Thông tư",
              "IX. Khó khăn",
              "Lũ lụt kéo dài, một số giờ học không vào được hệ thống.")
          .as("what people have written needs no empty lines")
          .noneMatch(line -> line.startsWith("………"));
      assertThat(document.getTables())
          .anySatisfy(
              table ->
                  assertThat(table.getText())
                      .contains("Jitsi Meet 26/08/2025")
                      .doesNotContain("2025-08-26"))
          .anySatisfy(
              table ->
                  assertThat(table.getText())
                      .contains("Không đạt", "Chưa đủ dữ liệu", "Toán: tháng – trực tiếp"));
    }
  }

  /** Each semester's folder is evidence by itself, as its README says. */
  @Test
  void everySemestersEvidenceHasItsOwnDigests() throws IOException {
    Path zip = folder.resolve("evidence.zip");
    run(
            "report",
            "--evidence",
            "circular09-review",
            "--year",
            "2026",
            "--as-of",
            DAY,
            "--out",
            zip.toString())
        .done();
    Map<String, byte[]> files = new TreeMap<>();
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files.put(entry.getName(), in.readAllBytes());
      }
    }
    for (String place : List.of("", "HK1-2025/", "HK2-2025/")) {
      List<String> listed = new ArrayList<>(List.of(place + "SHA256SUMS"));
      for (String line :
          new String(files.get(place + "SHA256SUMS"), StandardCharsets.UTF_8).lines().toList()) {
        String name = place + line.substring(66);
        assertThat(Sha256.of(files.get(name))).as(name).isEqualTo(line.substring(0, 64));
        listed.add(name);
      }
      assertThat(files.keySet().stream().filter(name -> name.startsWith(place)))
          .as("nothing else is in it")
          .containsExactlyInAnyOrderElementsOf(listed);
    }
  }

  /** What nobody can know without a register is printed «…» and left empty, and stops nothing. */
  @Test
  void withoutRegistersTheReviewIsWrittenAllTheSame() throws IOException {
    Path registers = Files.createDirectories(folder.resolve("fewer"));
    Set<String> absent = Set.of("decision.csv", "document.csv", "person_number.csv");
    try (Stream<Path> all = Files.list(Repository.root().resolve("sample-data/school/registers"))) {
      for (Path register : all.toList()) {
        if (!absent.contains(register.getFileName().toString())) {
          Files.copy(register, registers.resolve(register.getFileName()));
        }
      }
    }
    String whole = Files.readString(folder.resolve("chuyencan.yaml"));
    CommandLines.write(
        folder, "fewer.yaml", whole.replaceAll("registers: .*", "registers: ./fewer"));
    Path out = folder.resolve("fewer-reports");
    CommandLines.run(
            "report",
            "--form",
            "circular09-review",
            "--year",
            "2026",
            "--as-of",
            DAY,
            "--out",
            out.toString(),
            "--config",
            folder.resolve("fewer.yaml").toString())
        .done();
    Path csv = out.resolve("2026/circular09-review").resolve(DAY).resolve("HK2-2025/csv");
    assertThat(records(csv.resolve("circular09_account.csv")))
        .extracting(row -> row.get("accounts") + " " + row.get("matched"))
        .containsExactly("17 ", "3 ");
    assertThat(records(csv.resolve("circular09_record.csv")))
        .allSatisfy(row -> assertThat(row.get("documents")).isEmpty());
    assertThat(records(csv.resolve("circular09_assessment.csv")))
        .allSatisfy(row -> assertThat(row.get("not_allowed")).isEmpty());
  }
}

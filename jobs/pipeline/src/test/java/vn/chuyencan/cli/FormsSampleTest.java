package vn.chuyencan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFHeader;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chuyencan.report.Sha256;
import vn.chuyencan.testing.Golden;
import vn.chuyencan.testing.Repository;

/** Reports of the sample's institution, from the command to the files. */
class FormsSampleTest {
  private static final String DAY = "2026-11-20";

  @TempDir private static Path folder;

  @BeforeAll
  static void anInstitution() {
    FormCommandTest.configure(folder);
    for (String form :
        List.of(
            "circular28-annex1",
            "circular28-annex2",
            "circular28-14-5b",
            "learner-profile",
            "decision3784-audit")) {
      run("report", "--form", form, "--year", "2026", "--as-of", DAY).done();
    }
  }

  private static CommandLines.Result run(String... arguments) {
    return CommandLines.run(
        Stream.concat(
                Stream.of(arguments),
                Stream.of("--config", folder.resolve("chuyencan.yaml").toString()))
            .toArray(String[]::new));
  }

  private static Path report(String form) {
    return folder.resolve("reports/2026").resolve(form).resolve(DAY);
  }

  private static List<String> lines(Path csv) throws IOException {
    return Files.readAllLines(csv, StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "circular28-annex1/2026-11-20",
        "circular28-annex2/2026-11-20/DT01",
        "circular28-14-5b/2026-11-20",
        "learner-profile/2026-11-20",
        "decision3784-audit/2026-11-20/CNG305"
      })
  void everyTableIsTheExpectedOne(String form) throws IOException {
    Path csv = folder.resolve("reports/2026").resolve(form).resolve("csv");
    String expected = "forms/" + form.substring(0, form.indexOf('/'));
    List<String> names = new ArrayList<>();
    try (Stream<Path> tables = Files.list(csv)) {
      for (Path table : tables.sorted().toList()) {
        String name = table.getFileName().toString();
        // What all rules find is compared without its words, in forms/compliance.
        if (!name.equals("compliance_indicator.csv")) {
          names.add(name);
          Golden.assertMatches(table, expected + "/" + name);
        }
      }
    }
    try (Stream<Path> files =
        Files.list(Repository.root().resolve("sample-data/expected").resolve(expected))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .as("a table that is expected and not made")
          .containsExactlyInAnyOrderElementsOf(names);
    }
  }

  @Test
  void theAuditHasPartsInTheOrderOfTheTextAndNoWordsOfTheMachine() throws IOException {
    List<String> audit =
        lines(report("decision3784-audit").resolve("CNG305/csv/decision3784_check.csv"));
    assertThat(audit.stream().filter(line -> line.contains(",Q3784-V.I,")))
        .extracting(line -> line.replaceAll(".*,\"?(\\d+) [^,].*", "$1"))
        .containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9", "10");
    assertThat(audit.stream().filter(line -> line.contains(",Q3784-V.VI.4,")))
        .extracting(line -> line.replaceAll(".*,(remember|understand|apply|apply_high),.*", "$1"))
        .containsExactly("remember", "understand", "apply", "apply_high");
    assertThat(audit)
        .anyMatch(line -> line.contains("package_item V1 (chưa ghi đường dẫn)"))
        .noneMatch(line -> line.contains("no_path") || line.contains(".;"));
  }

  @Test
  void documentsCallRegistersByTheirNames() throws IOException {
    String audit =
        text(report("decision3784-audit").resolve("CNG305/decision3784-audit-2026.docx"));
    assertThat(audit)
        .contains("sổ kê khai gói học liệu số V1 (chưa ghi đường dẫn)")
        .doesNotContain("package_item");
  }

  private static String text(Path docx) throws IOException {
    StringBuilder text = new StringBuilder();
    try (XWPFDocument document = new XWPFDocument(Files.newInputStream(docx))) {
      for (XWPFTable table : document.getTables()) {
        text.append(table.getText());
      }
    }
    return text.toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "circular28-14-5b/2026-11-20/circular28-14-5b-2026.docx",
        "learner-profile/2026-11-20/learner-profile-2026.docx"
      })
  void aSignatureNeverStandsAlone(String docx) throws IOException {
    try (XWPFDocument document =
        new XWPFDocument(Files.newInputStream(folder.resolve("reports/2026").resolve(docx)))) {
      List<IBodyElement> written = document.getBodyElements();
      int signature = written.lastIndexOf(last(document.getTables()));
      assertThat(written.get(signature - 1))
          .isInstanceOfSatisfying(
              XWPFParagraph.class, footnote -> assertThat(footnote.isKeepNext()).isTrue());
      List<XWPFTableRow> rows = document.getTables().get(document.getTables().size() - 2).getRows();
      assertThat(last(rows).getCell(0).getParagraphs().get(0).isKeepNext()).isTrue();
    }
  }

  private static <T> T last(List<T> some) {
    return some.get(some.size() - 1);
  }

  @Test
  void noCodeIsBrokenInAWholeTable() throws IOException {
    try (XSSFWorkbook book =
        new XSSFWorkbook(
            Files.newInputStream(
                report("decision3784-audit").resolve("CNG305/decision3784-audit-2026.xlsx")))) {
      Sheet sheet = book.getSheet("decision3784_check");
      Row heading = sheet.getRow(sheet.getLastRowNum() - 83);
      for (Cell cell : heading) {
        if (cell.getStringCellValue().equals("Kết luận")) {
          assertThat(sheet.getColumnWidth(cell.getColumnIndex()) / 256)
              .isGreaterThanOrEqualTo("INSUFFICIENT_DATA".length() + 2);
          return;
        }
      }
      throw new AssertionError("no such column in " + heading.getRowNum());
    }
  }

  /** Counted by hand: sample-data/README.md, «Annex I, table III» and «table IV». */
  @Test
  void theFiguresAreThoseCountedByHand() throws IOException {
    List<String> learners =
        lines(report("circular28-annex1").resolve("csv/circular28_annex1_learner.csv"));
    assertThat(figures(learners, "CNGD-TX,TSC")).isEqualTo("15,4,1,2,1,2,4,45");
    assertThat(figures(learners, "CNGD-TX,PH")).isEqualTo("10,3,1,1,1,0,0,27");
    assertThat(figures(learners, "CNGD-TX,SM")).isEqualTo("5,1,1,2,0,0,0,12");
    assertThat(figures(learners, "QLGD-TX,TSC")).isEqualTo(",3,1,1,2,1,0,19");
    assertThat(figures(learners, "QLGD-TX,PH")).isEqualTo(",3,0,1,0,0,0,10");
    assertThat(figures(learners, "QLGD-TX,SM")).isEqualTo(",3,1,1,1,0,0,25");
    assertThat(figures(learners, "QLGD-TX,,")).isEqualTo("40,9,2,3,3,1,0,54");
    List<String> staff =
        lines(report("circular28-annex1").resolve("csv/circular28_annex1_staff.csv"));
    assertThat(staff.get(1)).endsWith(",8,2,3,1,1,1,2,0");
    assertThat(staff.get(2)).endsWith(",5,2,6,1,1,1,2,0");
    assertThat(
            lines(report("circular28-annex1").resolve("csv/circular28_annex1_headcount.csv"))
                .get(1))
        .endsWith(",138,6,23");
    List<String> cohorts = lines(report("circular28-14-5b").resolve("csv/circular28_cohort.csv"));
    assertThat(cohorts.stream().skip(1).map(line -> line.replaceAll(".*,(Khóa \\d+,.*)", "$1")))
        .containsExactly(
            "Khóa 2023,24,15,3,4,2",
            "Khóa 2024,36,35,1,0,0",
            "Khóa 2025,20,17,2,0,1",
            "Khóa 2026,20,17,1,0,2",
            "Khóa 2024,24,23,0,0,1",
            "Khóa 2025,18,15,2,0,1",
            "Khóa 2026,18,16,1,0,1");
  }

  /** Columns (6) to (13). */
  private static String figures(List<String> learners, String where) {
    String line = learners.stream().filter(one -> one.contains(where)).findFirst().orElseThrow();
    String[] cells = line.split(",", -1);
    return String.join(",", List.of(cells).subList(11, 19));
  }

  @Test
  void theDocumentIsInTheOfficialForm() throws IOException {
    try (InputStream file =
            Files.newInputStream(
                report("circular28-annex1").resolve("circular28-annex1-2026.docx"));
        XWPFDocument document = new XWPFDocument(file)) {
      List<String> text = new ArrayList<>();
      document.getParagraphs().forEach(paragraph -> text.add(paragraph.getText()));
      assertThat(text)
          .contains(
              "BÁO CÁO",
              "Về công tác đào tạo từ xa trình độ đại học năm 2026",
              "(Số liệu đến ngày 20/11/2026; quy mô tại thời điểm 31 tháng 12 là số dự kiến)",
              "I. Chương trình đào tạo từ xa",
              "IX. Kiến nghị của cơ sở đào tạo",
              "[1] Liệt kê các phương thức đào tạo từ xa sử dụng để thực hiện chương trình đào tạo từ xa");
      XWPFTable learners = table(document, "Số người nhập học");
      assertThat(cells(learners.getRow(2)))
          .containsExactly(
              "(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)", "(9)", "(10)", "(11)", "(12)",
              "(13)");
      assertThat(cells(learners.getRow(3)))
          .endsWith("Trụ sở chính", "15", "4", "1", "2", "1", "2", "4", "45");
      assertThat(cells(learners.getRow(6)).get(5)).as("not divided by place").isEmpty();
      assertThat(cells(table(document, "Số lượng giảng viên").getRow(2))).endsWith("(8)", "9");
      assertThat(document.getHeaderList())
          .extracting(XWPFHeader::getText)
          .noneMatch(header -> header.contains("DỰ THẢO"));
    }
  }

  private static XWPFTable table(XWPFDocument document, String heading) {
    return document.getTables().stream()
        .filter(table -> table.getText().contains(heading))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> cells(XWPFTableRow row) {
    return row.getTableCells().stream().map(cell -> cell.getText()).toList();
  }

  @Test
  void theSameAgainIsTheSameBytes() throws IOException {
    Path out = folder.resolve("again");
    run(
            "report",
            "--form",
            "circular28-annex2",
            "--year",
            "2026",
            "--as-of",
            DAY,
            "--out",
            out.toString())
        .done();
    Path manifest = out.resolve("2026/circular28-annex2/" + DAY + "/DT01/manifest.json");
    assertThat(manifest)
        .hasSameTextualContentAs(report("circular28-annex2").resolve("DT01/manifest.json"));
    assertThat(Files.readString(manifest)).contains("\"draft\" : false", "\"complete\" : false");
  }

  @Test
  void anErrorOfReconciliationMarksEveryPage() throws IOException {
    Path registers = folder.resolve("expired");
    copy(registers);
    Path contracts = registers.resolve("partner_contract.csv");
    Files.writeString(contracts, Files.readString(contracts).replace("2029-05-31", "2026-09-30"));
    CommandLines.write(
        folder,
        "expired.yaml",
        Files.readString(folder.resolve("chuyencan.yaml"))
            .replaceAll("registers: .*", "registers: ./expired"));
    Path out = folder.resolve("drafts");
    CommandLines.Result result =
        CommandLines.run(
            "report",
            "--form",
            "circular28-annex1",
            "--year",
            "2026",
            "--as-of",
            DAY,
            "--out",
            out.toString(),
            "--config",
            folder.resolve("expired.yaml").toString());
    assertThat(result.done().out()).contains("DỰ THẢO: 1 lỗi đối chiếu");
    Path report = out.resolve("2026/circular28-annex1/" + DAY);
    assertThat(report.resolve("circular28-annex1-2026.docx")).doesNotExist();
    try (XWPFDocument document =
        new XWPFDocument(
            Files.newInputStream(report.resolve("circular28-annex1-2026-DU-THAO.docx")))) {
      assertThat(document.getHeaderList())
          .hasSize(2)
          .allSatisfy(header -> assertThat(header.getText()).contains("DỰ THẢO"));
    }
    assertThat(lines(report.resolve("csv/report_issue.csv")).get(1))
        .contains("C28-PL-R2,QLGD-TX / SM,1,ERROR")
        .endsWith("hợp đồng 07/2024/HĐ-ĐTTX hết hạn 30/09/2026, đang học 25 người\"");
    assertThat(Files.readString(report.resolve("manifest.json"))).contains("\"draft\" : true");
  }

  private static void copy(Path target) throws IOException {
    Files.createDirectories(target);
    try (Stream<Path> registers = Files.list(Repository.root().resolve("sample-data/registers"))) {
      for (Path register : registers.toList()) {
        Files.copy(register, target.resolve(register.getFileName()));
      }
    }
  }

  /** What an inspector does: unpack, compare digests, run the script in H2. */
  @ParameterizedTest
  @ValueSource(strings = {"circular28-annex1", "learner-profile", "C28-2.1"})
  void anInspectorComesToTheSameFigures(String subject) throws IOException, SQLException {
    Path zip = folder.resolve(subject + ".zip");
    run("report", "--evidence", subject, "--year", "2026", "--as-of", DAY, "--out", zip.toString())
        .done();
    Path unpacked = folder.resolve("unpacked-" + subject);
    unpack(zip, unpacked);
    for (String line : lines(unpacked.resolve("SHA256SUMS"))) {
      String[] parts = line.split("  ", -1);
      assertThat(Sha256.of(Files.readAllBytes(unpacked.resolve(parts[1])))).isEqualTo(parts[0]);
    }
    assertThat(check(unpacked))
        .isNotEmpty()
        .allSatisfy((item, different) -> assertThat(different).isZero());
    assertThat(unpacked.resolve("README.md"))
        .content()
        .contains(subject.startsWith("learner") ? "X-PD-7" : "C28-", "-showResults");
    try (Stream<Path> tables = Files.list(unpacked.resolve("tables"))) {
      // A lecturer and a learner of the sample.
      assertThat(tables)
          .allSatisfy(
              table -> assertThat(table).content().doesNotContain("Nguyễn Đức Thắng", "Lê An"));
    }
  }

  @Test
  void aFigureThatWasChangedIsFound() throws IOException, SQLException {
    Path zip = folder.resolve("changed.zip");
    run(
            "report",
            "--evidence",
            "circular28-14-5b",
            "--year",
            "2026",
            "--as-of",
            DAY,
            "--out",
            zip.toString())
        .done();
    Path unpacked = folder.resolve("changed");
    unpack(zip, unpacked);
    assertThat(check(unpacked)).containsEntry("circular28_cohort", 0);
    Path figures = unpacked.resolve("figures/circular28_cohort.csv");
    Files.writeString(figures, Files.readString(figures).replace(",24,15,3,4,", ",24,16,3,4,"));
    assertThat(check(unpacked)).containsEntry("circular28_cohort", 2);
  }

  private static Map<String, Integer> check(Path unpacked) throws IOException, SQLException {
    String script =
        Files.readString(unpacked.resolve("check.sql"))
            .replace("CSVREAD('", "CSVREAD('" + unpacked.toString().replace('\\', '/') + "/");
    String url = script.substring(script.indexOf("jdbc:h2:mem:check"), script.indexOf("\" -user"));
    Map<String, Integer> different = new TreeMap<>();
    try (Connection connection = DriverManager.getConnection(url.replace("mem:check", "mem:"));
        Statement statement = connection.createStatement()) {
      statement.execute(script.substring(0, script.lastIndexOf("SELECT * FROM result")));
      try (ResultSet rows = statement.executeQuery("SELECT item, different FROM result")) {
        while (rows.next()) {
          different.put(rows.getString(1), rows.getInt(2));
        }
      }
    }
    return different;
  }

  private static void unpack(Path zip, Path target) throws IOException {
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        Path file = target.resolve(entry.getName());
        Files.createDirectories(file.getParent());
        Files.write(file, in.readAllBytes());
      }
    }
  }

  @Test
  void inJanuaryTheFiguresAreTrue() throws IOException {
    Path out = folder.resolve("january");
    run(
            "report",
            "--form",
            "circular28-annex1",
            "--year",
            "2026",
            "--as-of",
            "2027-01-10",
            "--out",
            out.toString())
        .done();
    Path report = out.resolve("2026/circular28-annex1/2026-12-31");
    List<String> learners = lines(report.resolve("csv/circular28_annex1_learner.csv"));
    assertThat(figures(learners, "CNGD-TX,TSC")).isEqualTo("15,4,1,2,1,2,4,45");
    assertThat(learners.get(1)).as("difference and residual").endsWith(",45,0,0");
    assertThat(Files.readString(report.resolve("manifest.json"))).contains("\"complete\" : true");
  }
}

package vn.chuyencan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chuyencan.testing.Repository;

/** What is asked of {@code report --form} and {@code --list}, and what is answered. */
class FormCommandTest {
  private static final String DAY = "2026-11-20";

  @TempDir private Path folder;

  /** The sample's institution with all its registers. */
  static void configure(Path folder) {
    CommandLines.write(
        folder,
        "chuyencan.yaml",
        """
        institution:
          {id: hvsp, name: Học viện Sư phạm số, parent: Đại học Sông Hồng, abbreviation: HVSPS, place: Hà Nội, unit: ĐT}
        warehouse: ./warehouse
        publish: ./published
        registers: %s
        sources: [{id: lms, kind: xapi, path: ./statements}]
        """
            .formatted(Repository.root().resolve("sample-data/registers")));
  }

  @BeforeEach
  void anInstitution() {
    configure(folder);
  }

  private CommandLines.Result run(String... arguments) {
    return CommandLines.run(
        Stream.concat(
                Stream.of(arguments),
                Stream.of("--config", folder.resolve("chuyencan.yaml").toString()))
            .toArray(String[]::new));
  }

  @Test
  void theConfigurationSaysWhoGetsAndSignsAReport() throws IOException {
    CommandLines.write(
        folder,
        "signed.yaml",
        Files.readString(folder.resolve("chuyencan.yaml"))
            + """
            reports:
              kinh_gui: true
              recipients: {circular28-14-5b: [Sở GDĐT (để b/c), "{parent} (để b/c)"]}
              signer: {authority: KT. Giám đốc, title: Phó Giám đốc, name: Lê Văn Tám}
            """);
    Path out = folder.resolve("signed");
    CommandLines.run(
            "report",
            "--form",
            "circular28-14-5b",
            "--year",
            "2026",
            "--as-of",
            DAY,
            "--out",
            out.toString(),
            "--config",
            folder.resolve("signed.yaml").toString())
        .done();
    Path report = out.resolve("2026/circular28-14-5b/" + DAY + "/circular28-14-5b-2026.docx");
    try (XWPFDocument document = new XWPFDocument(Files.newInputStream(report))) {
      assertThat(document.getParagraphs())
          .anyMatch(one -> one.getText().equals("Kính gửi: Sở GDĐT; Đại học Sông Hồng."));
      List<XWPFTable> tables = document.getTables();
      assertThat(tables.get(tables.size() - 1).getText())
          .contains("- Sở GDĐT (để b/c);", "- Đại học Sông Hồng (để b/c);")
          .contains("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "(Ký tên và đóng dấu)", "Lê Văn Tám");
    }
  }

  @Test
  void theListTellsWhatEachFormLacksAndWhoSuppliesIt() throws IOException {
    CommandLines.write(
        folder,
        "bare.yaml",
        Files.readString(folder.resolve("chuyencan.yaml"))
            .replaceAll("registers: .*", "registers: ./nowhere"));
    String config = folder.resolve("bare.yaml").toString();
    assertThat(CommandLines.run("report", "--list", "--config", config).done().out())
        .contains(
            "circular28-annex1  Phụ lục I – báo cáo hằng năm của cơ sở đào tạo về đào tạo từ xa\n  căn cứ: C28-14.1a\n",
            "software  (Trung tâm Công nghệ thông tin)");
    assertThat(
            CommandLines.run("report", "--list", "--lang", "en", "--config", config).done().out())
        .contains("  law: C28-14.5b\n", "  lacking: ", "(Training Office)");
    assertThat(run("report", "--list").done().out())
        .contains("  căn cứ: C28-14.1b\n  đủ sổ\n")
        .contains("learner_course_measure, ", "(người vận hành: chạy chuyencan run)");
    assertThat(
            CommandLines.run(
                    "report", "--form", "circular28-annex2", "--lang", "en", "--config", config)
                .refused(2)
                .notes())
        .startsWith("E2082: nobody has to hand in circular28-annex2")
        .contains("partner");
  }

  @Test
  void whatIsNotKnownIsAnsweredWithWhatIs() {
    assertThat(run("report", "--form", "annex1", "--lang", "en").refused(2).notes())
        .startsWith("E2080: there is no form annex1. Known: circular28-annex1, circular28-annex2,");
    assertThat(
            run("report", "--evidence", "C99", "--out", "x.zip", "--lang", "en").refused(2).notes())
        .startsWith("E2081:");
    assertThat(run("report", "--evidence", "C28-2.1").refused(2).notes()).startsWith("E2053:");
    assertThat(run("report", "--year", "2026").refused(2).notes()).startsWith("E2053:");
    assertThat(run("report", "--form", "circular28-annex1", "--year", "2027").refused(2).notes())
        .startsWith("E2007:");
    assertThat(run("report", "--form", "compliance", "--list").refused(2).notes())
        .startsWith("E2007:");
  }
}

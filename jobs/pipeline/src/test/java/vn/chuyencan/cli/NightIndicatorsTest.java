package vn.chuyencan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chuyencan.testing.Repository;

/** What rules find goes with a night where it is asked for, and keeps nothing else back. */
class NightIndicatorsTest {

  private static final Pattern LEARNER = Pattern.compile("HV\\d{3}");

  @TempDir private Path folder;

  private CommandLines.Result night(String day, String reports) {
    CommandLines.write(folder, "statements/none.ndjson", "");
    Path config = CommandLines.configuration(folder, "registers: ./registers\n" + reports);
    return CommandLines.run("run", "--config", config.toString(), "--as-of", day, "--lang", "en");
  }

  private Path csv() {
    return folder.resolve("published/latest/csv/compliance_indicator.csv");
  }

  @Test
  void aNightPublishesWhatRulesFindAndAFaultKeepsOnlyThatBack() throws IOException {
    CommandLines.write(folder, "registers/holiday.csv", "day,name,kind\n2026-09-02,Quốc khánh,x\n");
    CommandLines.Result without = night("2026-11-20", "reports: {nightly: true}\n").done();
    assertThat(without.notes())
        .contains("2026-11-20: published WITHOUT compliance_indicator, because:")
        .contains("holiday.csv");
    assertThat(without.out()).contains("WITHOUT compliance_indicator: 1 faults");
    assertThat(csv()).doesNotExist();
    assertThat(folder.resolve("published/latest/csv/eligibility_decision.csv")).exists();
    String digest = digest();

    Files.delete(folder.resolve("registers/holiday.csv"));
    CommandLines.Result with =
        night("2026-11-21", "reports: {nightly: true, thresholds: {C09-6.1: 4}}\n").done();
    assertThat(with.notes()).doesNotContain("WITHOUT");
    assertThat(with.out()).contains("csv/compliance_indicator.csv");
    assertThat(csv()).content().contains("C28-2.1,", "INSUFFICIENT_DATA");
    assertThat(Files.readAllLines(csv()).stream().filter(line -> line.contains(",C09-6.1,")))
        .as("the institution's own threshold")
        .singleElement()
        .asString()
        .contains("AT_LEAST,4");
    assertThat(digest()).as("no part of the digest").isEqualTo(digest);

    night("2026-11-22", "").done();
    assertThat(csv()).as("nobody asked").doesNotExist();
  }

  /** The yearly reports go with it: complete for the office, without small counts for others. */
  @Test
  void theYearlyReportsAreCompleteForTheOfficeOnly() throws IOException {
    Path sample = Repository.root().resolve("sample-data");
    Path config =
        CommandLines.configuration(
            folder,
            "registers: "
                + sample.resolve("registers")
                + "\nreports: {nightly: true}\naudiences: {office: ./office}\n");
    CommandLines.write(folder, "statements/none.ndjson", "");
    CommandLines.run("run", "--config", config.toString(), "--as-of", "2026-11-02", "--lang", "en")
        .done();

    Path analysts = folder.resolve("published/latest/csv");
    Path office = folder.resolve("office/latest/csv");
    Path forms = folder.resolve("forms");
    CommandLines.run(
            "report",
            "--form",
            "circular28-annex1",
            "--year",
            "2026",
            "--as-of",
            "2026-11-02",
            "--config",
            config.toString(),
            "--out",
            forms.toString())
        .done();
    for (String table :
        List.of("learner", "staff", "headcount", "program", "partner", "software", "material")) {
      String name = "circular28_annex1_" + table + ".csv";
      assertThat(office.resolve(name))
          .as("what report --form writes")
          .hasSameBinaryContentAs(found(forms, name));
    }
    assertThat(Files.readAllLines(office.resolve("circular28_annex1_learner.csv")))
        .anyMatch(line -> line.contains(",SUM,") && line.contains(",40,9,2,3,3,"));
    assertThat(Files.readAllLines(analysts.resolve("circular28_annex1_learner.csv")))
        .anyMatch(line -> line.contains(",SUM,") && line.contains(",40,,,,,"));
    assertThat(Files.readAllLines(analysts.resolve("compliance_indicator.csv")))
        .as("neither counts nor the persons at fault")
        .anyMatch(line -> line.contains(",C28-9.3,") && line.contains(",true,,,0.3,"))
        .noneMatch(line -> LEARNER.matcher(line).find());
    assertThat(Files.readAllLines(office.resolve("compliance_indicator.csv")))
        .anyMatch(line -> line.contains(",C28-9.3,") && line.contains(",true,18,60,0.3,"))
        .anyMatch(line -> LEARNER.matcher(line).find());
    assertThat(Files.readString(folder.resolve("published/latest/html/institution.html")))
        .contains("C28-9.3")
        .doesNotContain("HV124");
    assertThat(Files.readString(folder.resolve("office/latest/manifest.json")))
        .contains("csv/circular28_annex1_learner.csv");
    assertThat(Files.readString(folder.resolve("office/latest/html/institution.html")))
        .contains("circular28_annex2_enrolment", "Phân hiệu Hải Phòng");
  }

  private static Path found(Path folder, String name) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.endsWith(name)).findFirst().orElseThrow();
    }
  }

  private String digest() throws IOException {
    String manifest = Files.readString(folder.resolve("published/latest/manifest.json"));
    return manifest.replaceAll("(?s).*?\"digest\" : \"([0-9a-f]+)\".*", "$1");
  }

  @Test
  void onlyFiguresWithoutAThresholdMayHaveOneOfTheInstitutions() {
    assertThat(night("2026-11-20", "reports: {thresholds: {C28-2.1: 0.4}}\n").refused(3).notes())
        .startsWith("E3")
        .contains("C28-2.1");
  }

  @Test
  void howCategoriesSayChaptersMustBeAPatternWithOneGroup() {
    for (String pattern : new String[] {"bài (", "bài", "(a)(b)"}) {
      CommandLines.write(
          folder,
          "chuyencan.yaml",
          """
          institution: {id: hvsp, name: Học viện}
          warehouse: ./warehouse
          publish: ./published
          sources:
            - {id: db, kind: moodle-db, url: "jdbc:mariadb://127.0.0.1/m", question_chapter: "%s"}
          """
              .formatted(pattern));
      assertThat(
              CommandLines.run(
                      "validate",
                      "--config",
                      folder.resolve("chuyencan.yaml").toString(),
                      "--lang",
                      "en")
                  .refused(3)
                  .notes())
          .as(pattern)
          .contains("question_chapter");
    }
  }
}

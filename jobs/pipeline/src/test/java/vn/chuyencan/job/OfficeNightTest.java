package vn.chuyencan.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chuyencan.report.CsvMark;
import vn.chuyencan.report.SiteTree;

/** What the office's publication takes over from the one before. */
class OfficeNightTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String WEEKS = "csv/learner_week.csv";

  @TempDir private Path folder;
  private SampleNights nights;

  @BeforeEach
  void publish() throws IOException {
    Path registers = folder.resolve("registers");
    FileUtils.copyDirectory(
        SampleNights.sample().resolve("registers").toFile(), registers.toFile());
    nights =
        new SampleNights(folder)
            .deliver(SampleNights.allFiles())
            .registers(registers.toString())
            .site(SiteSettings.NONE, folder.resolve("office"));
    nights.run(SampleNights.LAST, "first");
  }

  private void again(String run) {
    ReportJob.publish(nights.night(SampleNights.LAST), run, "", CsvMark.ABSENT, Progress.NONE);
  }

  private Path office(String run) {
    return folder.resolve("office").resolve(SampleNights.LAST.toString()).resolve(run);
  }

  private static List<String> tables(Path publication) throws IOException {
    try (Stream<Path> files = Files.list(publication.resolve("csv"))) {
      return files.map(file -> publication.relativize(file).toString()).sorted().toList();
    }
  }

  private void rename(String from, String to) throws IOException {
    Path learners = folder.resolve("registers/learner.csv");
    String before = Files.readString(learners);
    assertThat(before).contains(from);
    Files.writeString(learners, before.replace(from, to));
  }

  /** Whoever publishes with nothing to take over gets the same bytes. */
  private void assertAsAnew(String run) throws IOException {
    Files.delete(folder.resolve("office/latest"));
    again("anew");
    assertThat(tables(office(run))).isEqualTo(tables(office("anew"))).hasSizeGreaterThan(10);
    for (String table : tables(office(run))) {
      assertThat(office(run).resolve(table)).hasSameBinaryContentAs(office("anew").resolve(table));
    }
    for (String publication : List.of(run, "anew")) {
      JsonNode files =
          JSON.readTree(office(publication).resolve("manifest.json").toFile()).get("files");
      List<String> told = new ArrayList<>();
      for (JsonNode file : files) {
        String name = file.get("name").asText();
        told.add(name);
        assertThat(SiteTree.digest(office(publication).resolve(name)))
            .isEqualTo(file.get("sha256").asText());
      }
      assertThat(told).isEqualTo(tables(office(publication)));
    }
  }

  @Test
  void whatDidNotChangeIsTheSameFile() throws IOException {
    again("second");

    for (String table : tables(office("first"))) {
      assertThat(Files.isSameFile(office("first").resolve(table), office("second").resolve(table)))
          .as(table)
          .isTrue();
    }
    assertAsAnew("second");
  }

  @Test
  void aChangedNameIsWrittenWhereverThePersonIsTold() throws IOException {
    rename("HV001,Lê An,", "HV001,Lê Ân,");
    again("renamed");

    assertThat(Files.readString(office("renamed").resolve(WEEKS)))
        .contains("HV001,Lê Ân,")
        .doesNotContain("Lê An,");
    assertAsAnew("renamed");
  }

  @Test
  void aDamagedFileIsMadeAnew() throws IOException {
    Path damaged = office("first").resolve(WEEKS);
    byte[] bytes = Files.readAllBytes(damaged);
    bytes[bytes.length / 2] ^= 1;
    Files.write(damaged, bytes);
    again("second");

    assertThat(Files.isSameFile(damaged, office("second").resolve(WEEKS))).isFalse();
    assertAsAnew("second");
  }

  @Test
  void withoutItsIndexEverythingIsMadeAnew() throws IOException {
    Path index = office("first").resolve(".office.json");
    byte[] bytes = Files.readAllBytes(index);
    bytes[bytes.length / 2] ^= 1;
    Files.write(index, bytes);
    again("second");

    assertThat(Files.isSameFile(office("first").resolve(WEEKS), office("second").resolve(WEEKS)))
        .isFalse();
    assertAsAnew("second");
  }
}

package vn.chuyencan.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chuyencan.testing.Repository;

/** Lists of the sample's course runs while these are still open. */
class ListsTest {
  @TempDir private static Path folder;

  @BeforeAll
  static void aNight() throws IOException {
    Path sample = Repository.root().resolve("sample-data");
    Files.createDirectories(folder.resolve("registers"));
    try (Stream<Path> registers = Files.list(sample.resolve("registers"))) {
      for (Path register : registers.toList()) {
        Files.copy(register, folder.resolve("registers").resolve(register.getFileName()));
      }
    }
    Files.createDirectories(folder.resolve("statements"));
    Files.copy(
        sample.resolve("statements/logstore/2026-W36.ndjson"),
        folder.resolve("statements/2026-W36.ndjson"));
    Files.writeString(
        folder.resolve("statements/nobody.ndjson"),
        """
        {"id":"6b1b8a4e-0001-4000-8000-000000000001","actor":{"account":\
        {"homePage":"https://video.hvsp.example","name":"hv001"},"name":"Nobody"},\
        "verb":{"id":"http://id.tincanapi.com/verb/viewed"},\
        "object":{"id":"https://hoctap.hvsp.example/course/view.php?id=21",\
        "definition":{"type":"https://w3id.org/xapi/cmi5/activitytype/course"}},\
        "timestamp":"2026-09-08T01:00:00Z"}
        """);
    CommandLines.configuration(folder, "policies: [flipped-classroom]\n");
    run("run", "--as-of", "2026-09-13").done();
  }

  private static CommandLines.Result run(String... arguments) {
    return CommandLines.runWithSpark(
        Stream.concat(
                Stream.of(arguments),
                Stream.of("--config", folder.resolve("chuyencan.yaml").toString()))
            .toArray(String[]::new));
  }

  @Test
  void listsLieBesideTheConfigurationAndAreDraftsUntilTheRunCloses() throws IOException {
    CommandLines.Result result = run("lists", "--course", "LHDN-2026-1").done();
    Path place = folder.resolve("lists/LHDN-2026-1");

    assertThat(result.out()).startsWith(place + "  (dự kiến: lớp chưa chốt)\n");
    Path document = place.resolve("danh-sach-cap-chung-nhan.docx");
    try (XWPFDocument read = new XWPFDocument(Files.newInputStream(document))) {
      assertThat(read.getHeaderList())
          .hasSize(2)
          .allSatisfy(header -> assertThat(header.getText()).contains("DỰ KIẾN"));
    }
    try (Stream<Path> files = Files.list(place)) {
      assertThat(files.map(file -> file.getFileName().toString()).sorted())
          .containsExactly(
              "danh-sach-can-xem-xet.csv",
              "danh-sach-can-xem-xet.docx",
              "danh-sach-cap-chung-nhan.csv",
              "danh-sach-cap-chung-nhan.docx",
              "danh-sach-chua-du-du-lieu.csv",
              "danh-sach-chua-du-du-lieu.docx",
              "danh-sach-khong-du-dieu-kien.csv",
              "danh-sach-khong-du-dieu-kien.docx",
              "danh-sach.xlsx");
    }
  }

  @Test
  void aListThatIsTheSameIsNotWrittenAgain() throws IOException {
    Path out = folder.resolve("twice");
    run("lists", "--course", "LHDN-2026-1", "--out", out.toString()).done();
    Path document = out.resolve("LHDN-2026-1/danh-sach.xlsx");
    FileTime old = FileTime.fromMillis(1_000_000);
    Files.setLastModifiedTime(document, old);
    run("lists", "--course", "LHDN-2026-1", "--out", out.toString()).done();

    assertThat(Files.getLastModifiedTime(document)).isEqualTo(old);
  }

  @Test
  void listsAreClosedToOtherUsersOfTheMachine() throws IOException {
    assumeThat(folder.getFileSystem().supportedFileAttributeViews()).contains("posix");
    Path out = folder.resolve("closed");
    run("lists", "--course", "LHDN-2026-1", "--out", out.toString()).done();

    try (Stream<Path> all = Files.walk(out)) {
      assertThat(all)
          .allSatisfy(
              path ->
                  assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                      .endsWith("---"));
    }
  }

  @Test
  void inEnglishAndOnlySomeOfThem() throws IOException {
    Path out = folder.resolve("english");
    run("lists", "--lang", "en", "--list", "not-eligible", "--out", out.toString()).done();
    List<String> lines =
        Files.readAllLines(
            out.resolve("LHDN-2026-1/list-not-eligible.csv"), StandardCharsets.UTF_8);

    assertThat(out.resolve("DGHT-2026-1/list-not-eligible.docx")).exists();
    assertThat(out.resolve("LHDN-2026-1/list-for-signature.docx")).doesNotExist();
    assertThat(lines.get(0)).startsWith("no,course_id,learner_id,full_name,certificate,");
  }

  @Test
  void anUnknownCourseIsAnsweredWithTheKnownOnes() {
    Path out = folder.resolve("none");
    assertThat(
            run(
                    "lists",
                    "--lang",
                    "en",
                    "--course",
                    "LHDN-2026-1",
                    "--course",
                    "NO-SUCH",
                    "--out",
                    out.toString())
                .refused(2)
                .notes())
        .startsWith("E2002: no course run NO-SUCH. Known: DGHT-2026-1, LHDN-2026-1");
    assertThat(out).doesNotExist();
  }

  @Test
  void anotherDayThanThatOfTheDecisionsIsRefused() {
    Path out = folder.resolve("of-another-day");
    assertThat(
            run("lists", "--lang", "en", "--as-of", "2026-09-10", "--out", out.toString())
                .refused(2)
                .notes())
        .startsWith("E2075: the stored decisions, on which this rests, count up to 2026-09-13,");
    assertThat(out).doesNotExist();
  }

  @Test
  void aNumberGoesWithOneCourseRun() {
    assertThat(run("lists", "--lang", "en", "--number", "5").refused(2).notes())
        .startsWith("E2060: the number 5 belongs to one list for signature.");
    assertThat(
            run("lists", "--lang", "en", "--number", "5/BC", "--course", "LHDN-2026-1")
                .refused(2)
                .notes())
        .startsWith("E2007: --number: \"5/BC\" is not a valid value.");
  }

  @Test
  void anUnknownKindIsAnsweredWithTheKnownOnes() {
    assertThat(run("lists", "--lang", "en", "--list", "winners").refused(2).notes())
        .startsWith("E2007: --list: \"winners\" is not a valid value.")
        .contains("signature | not-eligible | review | insufficient-data");
  }

  @Test
  void aFolderThatCannotBeWrittenIsTold() throws IOException {
    Path file = Files.writeString(folder.resolve("a-file"), "x");

    assertThat(
            run("lists", "--lang", "en", "--course", "LHDN-2026-1", "--out", file.toString())
                .refused(5)
                .notes())
        .startsWith(
            "E5060: " + file.resolve("LHDN-2026-1") + " cannot be written: it is not a folder. ");
  }

  @Test
  void nothingDecidedYet() {
    Path empty = CommandLines.configuration(folder.resolve("empty"), "");

    assertThat(
            CommandLines.runWithSpark("lists", "--lang", "en", "--config", empty.toString())
                .refused(2)
                .notes())
        .startsWith("E2004: nothing has been decided in the warehouse ");
  }

  @Test
  void identifiersOfNobodyAreListedWithTheLineThatWouldJoinThem() {
    String line =
        "    HV001,account,https://video.hvsp.example,hv001    # account_is_learner_id, local_part\n";
    assertThat(run("identities", "--lang", "en").done().out())
        .contains("  1 events  account https://video.hvsp.example hv001 «Nobody»\n")
        .contains(line)
        .endsWith("Identifiers that no learner has: 1; that could mean known learners: 1\n");
    assertThat(run("identities").done().out())
        .endsWith("Định danh không thuộc người học nào: 1; có thể là người học đã biết: 1\n");
    assertThat(folder.resolve("published/latest/csv/identity_candidate.csv"))
        .content()
        .contains(",HV001,account_is_learner_id,")
        .doesNotContain("video.hvsp.example");
  }
}

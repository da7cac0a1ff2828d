package vn.chuyencan.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.Language;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.job.audit.Verification;
import vn.chuyencan.job.audit.VerifyJob;
import vn.chuyencan.report.Ledger;
import vn.chuyencan.report.ManifestFile;
import vn.chuyencan.report.ManifestSeal;
import vn.chuyencan.report.PublicationCheck;
import vn.chuyencan.table.FileTrees;
import vn.chuyencan.testing.TestWorkers;

/**
 * Three nights: half of the statements; the other half, late ones among them, with a course run
 * frozen between; and corrected registers. Whatever came after, each comes out again as it was.
 */
class VerifyNightTest {
  private static final LocalDate EARLY = LocalDate.of(2026, 10, 4);
  private static final Instant NOW = Instant.parse("2027-01-01T00:00:00Z");
  private static final List<String> RUNS = List.of("night-1", "night-2", "night-3");

  @TempDir private static Path original;
  @TempDir private Path folder;

  @BeforeAll
  static void runNights() throws IOException {
    List<String> files = SampleNights.allFiles();
    SampleNights nights = new SampleNights(original.resolve("institution"));
    nights.deliver(files.subList(0, files.size() / 2)).run(EARLY, "night-1");
    FreezeJob.freeze(nights.night(EARLY), "LHDN-2026-1", "QA", "handed in", FreezeJob.Demand.ANY);
    nights.deliver(files.subList(files.size() / 2, files.size()));
    nights.run(SampleNights.LAST, "night-2");
    Path registers = original.resolve("registers");
    copy(SampleNights.sample().resolve("registers"), registers);
    Files.delete(registers.resolve("attendance.csv"));
    nights.registers(registers.toString()).run(SampleNights.LAST, "night-3");
  }

  private static VerifyJob job(Path institution) {
    Night night = new SampleNights(institution).night(SampleNights.LAST);
    return new VerifyJob(night.configuration(), TestWorkers.shared(), "test");
  }

  private Verification verify(Path institution, String run) {
    return job(institution).verify(run, folder, NOW, Progress.NONE);
  }

  private static Path publication(Path institution, String run) throws IOException {
    return new PublicationCheck(
            institution.resolve("published"),
            ManifestSeal.of("any".getBytes(StandardCharsets.UTF_8)))
        .find(run)
        .orElseThrow();
  }

  @Test
  void everyPastNightComesOutAsItWasPublished() throws IOException {
    Path institution = original.resolve("institution");
    for (String run : RUNS) {
      Verification verification = verify(institution, run);
      assertThat(verification.holds()).as(run + ": %s", verification).isTrue();
      assertThat(verification.computed()).as(run).isEqualTo(verification.published());
      assertThat(verification.tables()).hasSizeGreaterThan(20);
      assertThat(verification.frozen().isEmpty()).as(run).isEqualTo(run.equals("night-1"));
    }
    assertThat(RUNS.stream().map(run -> verifiedDigest(institution, run)).distinct()).hasSize(3);
    assertThat(folder).isEmptyDirectory();
  }

  private static String verifiedDigest(Path institution, String run) {
    try {
      return ManifestFile.read(publication(institution, run)).digest();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Test
  void theChainHoldsAndListsEveryNight() throws IOException {
    Path institution = original.resolve("institution");
    PublicationCheck.Chain chain = job(institution).chain(Progress.NONE);
    assertThat(chain.faults()).isEmpty();
    assertThat(chain.publications()).isEqualTo(3);
    List<Ledger.Line> lines = Ledger.read(institution.resolve("published"));
    assertThat(lines).extracting(Ledger.Line::runId).containsExactlyElementsOf(RUNS);
    assertThat(lines.get(2).previous()).isEqualTo(lines.get(1).manifest());
  }

  @Test
  void aChangedFileIsTold() throws IOException {
    Path copy = copied();
    Path csv = publication(copy, "night-2").resolve("csv/eligibility_decision.csv");
    String text = Files.readString(csv);
    Files.writeString(csv, text.replaceFirst("NOT_MET", "MET"));
    Verification verification = verify(copy, "night-2");
    assertThat(verification.holds()).isFalse();
    assertThat(verification.faults()).hasSize(1);
    assertThat(verification.faults().get(0).code()).isEqualTo(ErrorCode.PUBLICATION_CHANGED);
    assertThat(job(copy).chain(Progress.NONE).faults()).hasSize(1);
  }

  /** A reader takes for published whatever lies among what was. */
  @Test
  void aFileThatSomebodyPutThereIsTold() throws IOException {
    Path copy = copied();
    Path publication = publication(copy, "night-2");
    Files.writeString(publication.resolve("csv/learner_week-corrected.csv"), "x");
    Files.createSymbolicLink(publication.resolve("extra.json"), Path.of("manifest.json"));
    Files.createDirectory(publication.resolve("empty"));

    List<Fault> faults = job(copy).chain(Progress.NONE).faults();
    String name = copy.resolve("published").relativize(publication).toString();
    assertThat(faults)
        .containsExactly(
            Fault.of(ErrorCode.FILE_NOT_PUBLISHED, name + "/csv/learner_week-corrected.csv"),
            Fault.of(ErrorCode.FILE_NOT_PUBLISHED, name + "/extra.json"));
    assertThat(faults.get(0).message(Language.VI)).contains("không có trong bản kê");
    assertThat(verify(copy, "night-2").holds()).isFalse();
  }

  @Test
  void aPublicationThatWasForgedAsAWholeBreaksSealAndChain() throws IOException {
    Path copy = copied();
    Path publication = publication(copy, "night-2");
    Path manifest = publication.resolve("manifest.json");
    Files.writeString(
        manifest,
        Files.readString(manifest).replace("\"run_id\" : \"night-2\"", "\"run_id\" : \"night-9\""));
    List<ErrorCode> codes =
        job(copy).chain(Progress.NONE).faults().stream().map(fault -> fault.code()).toList();
    // The list knows another manifest, and its seal is of another content.
    assertThat(codes).containsExactly(ErrorCode.PUBLICATION_CHANGED, ErrorCode.PUBLICATION_CHANGED);
  }

  @Test
  void aLineTakenOutOfTheListBreaksTheChain() throws IOException {
    Path copy = copied();
    Path ledger = copy.resolve("published").resolve(Ledger.FILE);
    List<String> lines = Files.readAllLines(ledger);
    Files.write(ledger, List.of(lines.get(0), lines.get(1), lines.get(3)));
    PublicationCheck.Chain chain = job(copy).chain(Progress.NONE);
    assertThat(chain.faults())
        .extracting(fault -> fault.code())
        .containsExactly(ErrorCode.CHAIN_BROKEN);
    assertThat(chain.unlisted()).containsExactly("night-2");
  }

  @Test
  void withoutTheListPublicationsAreLookedAtAllTheSame() throws IOException {
    Path copy = copied();
    Files.delete(copy.resolve("published").resolve(Ledger.FILE));
    Path csv = publication(copy, "night-2").resolve("csv/eligibility_decision.csv");
    Files.writeString(csv, Files.readString(csv).replaceFirst("NOT_MET", "MET"));

    PublicationCheck.Chain chain = job(copy).chain(Progress.NONE);
    assertThat(chain.unlisted()).containsExactlyElementsOf(RUNS);
    assertThat(chain.faults())
        .extracting(Fault::code)
        .containsExactly(
            ErrorCode.PUBLICATION_CHANGED, ErrorCode.CHAIN_BROKEN, ErrorCode.CHAIN_BROKEN);
  }

  @Test
  void aManifestThatIsGoneOrUnreadableIsToldAndNotPassedOver() throws IOException {
    Path copy = copied();
    Path gone = publication(copy, "night-1").resolve("manifest.json");
    Path broken = publication(copy, "night-2").resolve("manifest.json");
    Files.delete(gone);
    Files.writeString(broken, "{");

    PublicationCheck.Chain chain = job(copy).chain(Progress.NONE);
    assertThat(chain.gone()).isZero();
    assertThat(chain.faults())
        .extracting(Fault::code)
        .containsExactly(ErrorCode.PUBLICATION_CHANGED, ErrorCode.PUBLICATION_CHANGED);
  }

  @Test
  void anotherDayInTheRecordIsSeenInEveryTableThatDependsOnIt() throws IOException {
    Path copy = copied();
    Path record = copy.resolve("warehouse/_chuyencan/run-records/night-2.json");
    Files.writeString(record, Files.readString(record).replace("\"2026-11-02\"", "\"2026-10-10\""));
    Verification verification = verify(copy, "night-2");
    assertThat(verification.faults()).hasSize(1);
    assertThat(verification.tables())
        .filteredOn(table -> !table.equal())
        .extracting(Verification.TableCheck::table)
        .contains("learner_week", "eligibility_decision", "criterion_result");
    Verification.TableCheck weeks =
        verification.tables().stream()
            .filter(table -> table.table().equals("learner_week"))
            .findFirst()
            .orElseThrow();
    assertThat(weeks.onlyPublished()).isNotEmpty();
    assertThat(weeks.publishedRows()).isGreaterThan(weeks.computedRows());
  }

  @Test
  void whatIsNoLongerKeptIsTold() throws IOException {
    Path copy = copied();
    assertRefused(copy, "night-7", ErrorCode.RUN_NOT_RECORDED);
    FileTrees.delete(copy.resolve("warehouse/vault/_chuyencan/run-registers"));
    assertRefused(copy, "night-2", ErrorCode.RUN_REGISTERS_GONE);
    FileTrees.delete(publication(copy, "night-3"));
    assertRefused(copy, "night-3", ErrorCode.RUN_PUBLICATION_GONE);
    Path record = copy.resolve("warehouse/_chuyencan/run-records/night-1.json");
    String text = Files.readString(record);
    Files.writeString(record, text.replaceFirst("\"format\" : 1", "\"format\" : 99"));
    assertRefused(copy, "night-1", ErrorCode.RUN_OF_OTHER_FORMAT);
    Files.writeString(record, text.replaceFirst("\"key\" : \"\\w+\"", "\"key\" : \"0\""));
    assertRefused(copy, "night-1", ErrorCode.RUN_UNDER_OTHER_KEY);
    Files.writeString(
        record, text.replaceFirst("\"activity_burst\" : \\d+", "\"activity_burst\" : 1"));
    assertRefused(copy, "night-1", ErrorCode.RUN_SNAPSHOT_GONE);
  }

  private void assertRefused(Path institution, String run, ErrorCode code) {
    assertThatThrownBy(() -> verify(institution, run))
        .isInstanceOfSatisfying(
            PipelineException.class,
            refused -> assertThat(refused.faults().get(0).code()).isEqualTo(code));
  }

  /** Publications and records in a folder of the test's own; the tables stay where they are. */
  /** With the tables of the original under another name, for they stay where they were made. */
  private Path copied() throws IOException {
    Path copy = folder.resolve("copy");
    copy(original.resolve("institution"), copy);
    for (String tables : List.of("warehouse/chuyencan", "warehouse/vault/chuyencan")) {
      FileTrees.delete(copy.resolve(tables));
      Files.createSymbolicLink(
          copy.resolve(tables), original.resolve("institution").resolve(tables));
    }
    return copy;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> tree = Files.walk(from)) {
      for (Path path : tree.toList()) {
        Path target = to.resolve(from.relativize(path).toString());
        Files.createDirectories(target.getParent());
        if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
          Files.copy(path, target, LinkOption.NOFOLLOW_LINKS);
        }
      }
    }
  }
}

package vn.chuyencan.xapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import vn.chuyencan.xapi.rules.Reason;
import vn.chuyencan.xapi.vocabulary.ActivityKind;
import vn.chuyencan.xapi.vocabulary.Origin;

/** Real statements: a small part of them always, all of them where the shared data are at hand. */
class RealDataTest {

  @Test
  void aSampleOfFunMoocIsAcceptedByTheStrictRules() {
    Scans.Collected all = Scans.scan(Scans.resource("fun-mooc-sample.jsonl.gz"), Scans.strict());

    assertThat(all.counts).isEqualTo(new ScanCounts(200, 200, 0, 0, java.util.Map.of()));
    assertEverythingIsMapped(all);
    assertThat(all.events).allMatch(event -> event.courseKey() != null);
    assertThat(all.events).allMatch(event -> event.activityKind().equals(ActivityKind.VIDEO));
  }

  @Test
  void aSampleOfLogstoreIsAcceptedButForANullThatOnlyStrictRulesRefuse() {
    byte[] sample = Scans.resource("logstore-sample.jsonl.gz");
    Scans.Collected strict = Scans.scan(sample, Scans.strict());
    Scans.Collected all = Scans.scan(sample, Scans.lenient());

    assertThat(strict.rejected)
        .extracting(RejectedStatement::reason)
        .containsExactly(Reason.NULL_VALUE);
    assertThat(all.counts.harmlessFaults()).containsOnly(java.util.Map.entry("NULL_PROPERTY", 1L));

    assertThat(all.rejected).isEmpty();
    assertThat(all.counts.accepted())
        .isEqualTo(Scans.lines("logstore-sample.jsonl.gz").size())
        .isGreaterThan(100);
    assertThat(ids(all)).hasSize(all.events.size());
    assertEverythingIsMapped(all);
    assertThat(all.events.stream().map(Scans.Event::origin))
        .contains(Origin.STATEMENT, Origin.CRON, Origin.OTHER_PERSON, Origin.LOGIN_AS);
  }

  @Test
  void allOfFunMoocIsAccepted() {
    Scans.Collected all = Scans.scan(shared("fun-mooc-video-statements.jsonl.gz"), Scans.lenient());

    assertThat(all.counts).isEqualTo(new ScanCounts(22_000, 22_000, 0, 0, java.util.Map.of()));
    assertThat(all.events.stream().map(Scans.Event::actorKey).distinct()).hasSize(1_452);
    assertThat(all.events.stream().map(Scans.Event::courseKey).distinct()).hasSize(2);
    assertEverythingIsMapped(all);
  }

  @Test
  void allOfLogstoreIsAcceptedUnderDistinctIds() {
    Scans.Collected all = Scans.scan(shared("logstore-xapi-sample.jsonl.gz"), Scans.lenient());

    // Sixteen responses are null; the plugin sends them for questions left open.
    assertThat(all.counts)
        .isEqualTo(new ScanCounts(4_985, 4_985, 0, 0, java.util.Map.of("NULL_PROPERTY", 16L)));
    assertThat(ids(all)).hasSize(4_985);
    assertEverythingIsMapped(all);
  }

  private static Set<UUID> ids(Scans.Collected all) {
    Set<UUID> ids = new HashSet<>();
    all.events.forEach(event -> ids.add(event.id()));
    return ids;
  }

  private static void assertEverythingIsMapped(Scans.Collected all) {
    assertThat(all.verbs).isNotEmpty();
    assertThat(all.verbs.values()).allMatch(VerbDescription::known);
    assertThat(all.activities.values())
        .filteredOn(activity -> activity.typeIri() != null)
        .isNotEmpty()
        .noneMatch(activity -> activity.kind().equals(ActivityKind.OTHER));
  }

  static Path shared(String name) {
    String folder = System.getenv("CHUYENCAN_SHARED");
    Path root = folder == null ? Path.of("../../../shared") : Path.of(folder);
    Path file = root.resolve("xapi").resolve(name).toAbsolutePath().normalize();
    if (!Files.exists(file)) {
      String message = "SKIPPED: there is no " + file + "; CHUYENCAN_SHARED names another folder.";
      System.err.println(message);
      Assumptions.abort(message);
    }
    return file;
  }
}

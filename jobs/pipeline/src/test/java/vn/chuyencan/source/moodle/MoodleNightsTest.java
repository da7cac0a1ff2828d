package vn.chuyencan.source.moodle;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.chuyencan.source.moodle.MoodleNights.counts;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.chuyencan.testing.DatabaseServer;
import vn.chuyencan.testing.MoodleSite;
import vn.chuyencan.testing.SmallSite;

/** In how many nights a log is read, and in which order its rows appear, changes nothing. */
@Tag("database")
class MoodleNightsTest {
  private static final long DAY = 86_400;
  private static final long START = SmallSite.OPENS + 10 * DAY;

  @TempDir Path folder;

  private MoodleNights nights(MoodleSite site, String name) {
    return new MoodleNights(folder.resolve(name), SiteSettings.of(site));
  }

  @ParameterizedTest
  @EnumSource
  void aNightReadsNothingAgain(DatabaseServer server) {
    try (MoodleSite site = SmallSite.fill(new MoodleSite(server))) {
      for (int id = 1; id <= 20; id++) {
        SmallSite.log(site, id, START + id * DAY / 4, 5);
      }
      site.commit();
      MoodleNights nights = nights(site, "lake");

      assertThat(counts(nights.night())).containsExactly(20L, 20L, 0L);
      assertThat(nights.night().files()).as("nothing new").isZero();

      SmallSite.log(site, 21, START + 6 * DAY, 5);
      site.commit();
      assertThat(counts(nights.night())).containsExactly(1L, 1L, 0L);
      assertThat(nights.night().files()).as("nothing new").isZero();
    }
  }

  /** Buffered writers: the id was given before the reading, the row came after it. */
  @ParameterizedTest
  @EnumSource
  void rowsThatComeLateUnderEarlierIds(DatabaseServer server) {
    try (MoodleSite site = SmallSite.fill(new MoodleSite(server))) {
      SmallSite.log(site, 10, START, 5);
      SmallSite.log(site, 30, START + 100, 5);
      site.commit();
      MoodleNights nights = nights(site, "lake");
      nights.night();

      SmallSite.log(site, 29, START + 90, 5);
      SmallSite.log(site, 5, START + 95, 5);
      site.commit();
      // No id is higher than what was read, and still something came.
      assertThat(counts(nights.night())).containsExactly(2L, 2L, 0L);

      SmallSite.log(site, 28, START + 99, 5);
      SmallSite.log(site, 31, START + 3 * DAY, 5);
      site.commit();
      assertThat(counts(nights.night())).containsExactly(2L, 2L, 0L);
      assertThat(nights.events()).isEqualTo(wholeOf(site));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRestoreBringsRowsOfLongAgo(DatabaseServer server) {
    try (MoodleSite site = SmallSite.fill(new MoodleSite(server))) {
      SmallSite.log(site, 1, START, 5);
      site.commit();
      MoodleNights nights = nights(site, "lake");
      nights.night();

      SmallSite.log(site, 2, START - 400 * DAY, 5, "origin", null);
      SmallSite.log(site, 3, START - 300 * DAY, 5, "origin", "restore");
      site.commit();
      assertThat(counts(nights.night())).containsExactly(2L, 2L, 0L);
      assertThat(nights.events()).isEqualTo(wholeOf(site));
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatMoodleCleansAwayStays(DatabaseServer server) {
    try (MoodleSite site = SmallSite.fill(new MoodleSite(server))) {
      for (int id = 1; id <= 6; id++) {
        SmallSite.log(site, id, START + id * DAY, 5);
      }
      site.commit();
      MoodleNights nights = nights(site, "lake");
      nights.night();
      Set<String> before = nights.events();

      site.change("DELETE FROM {logstore_standard_log} WHERE id < 6");
      nights.night();
      site.change("DELETE FROM {logstore_standard_log}");
      nights.night();
      assertThat(nights.events()).isEqualTo(before);
    }
  }

  @ParameterizedTest
  @EnumSource
  void anEmptyLog(DatabaseServer server) {
    try (MoodleSite site = SmallSite.fill(new MoodleSite(server))) {
      MoodleNights nights = nights(site, "lake");
      assertThat(nights.night().files()).isZero();

      SmallSite.log(site, 1, START, 5);
      site.commit();
      assertThat(counts(nights.night())).containsExactly(1L, 1L, 0L);
    }
  }

  /** However old they are: what was passed over is known by its id, not by its time. */
  @ParameterizedTest
  @EnumSource
  void rowsOfLongAgoUnderIdsThatWerePassedOver(DatabaseServer server) {
    try (MoodleSite site = SmallSite.fill(new MoodleSite(server))) {
      for (int id = 10; id <= 60; id += 10) {
        SmallSite.log(site, id, START + id * DAY, 5);
      }
      site.commit();
      MoodleNights nights = nights(site, "lake");
      nights.night();

      SmallSite.log(site, 35, START - 400 * DAY, 5);
      SmallSite.log(site, 3, START - 500 * DAY, 5);
      site.commit();
      assertThat(counts(nights.night())).containsExactly(2L, 2L, 0L);
      SmallSite.log(site, 36, START - 400 * DAY, 5);
      SmallSite.log(site, 59, START - 401 * DAY, 5);
      SmallSite.log(site, 61, START + 61 * DAY, 5);
      site.commit();
      assertThat(counts(nights.night())).containsExactly(3L, 3L, 0L);
      assertThat(nights.night().files()).as("nothing new").isZero();
      assertThat(nights.events()).isEqualTo(wholeOf(site));
    }
  }

  /** The law; rows come days late, restored ones under ids of their own. */
  @ParameterizedTest
  @EnumSource
  void anySplitOfNightsGivesTheSameEvents(DatabaseServer server) {
    for (int seed = 1; seed <= 4; seed++) {
      Random random = new Random(seed);
      try (MoodleSite site = SmallSite.fill(new MoodleSite(server))) {
        MoodleNights nights = nights(site, "lake-" + seed);
        List<Row> rows = rows(random);
        Set<Row> waiting = new HashSet<>(rows);
        for (long now = START; !waiting.isEmpty(); now += DAY / 2 + random.nextInt(86_400)) {
          for (Row row : rows) {
            if (row.visible() <= now && waiting.remove(row)) {
              SmallSite.log(
                  site,
                  row.id(),
                  row.time(),
                  row.user(),
                  "origin",
                  row.id() % 7 == 0 ? null : "web");
            }
          }
          site.commit();
          assertThat(nights.night().balances()).isTrue();
        }
        assertThat(nights.events())
            .as("seed %s", seed)
            .hasSize(rows.size())
            .isEqualTo(wholeOf(site));
      }
    }
  }

  private record Row(long id, long time, long visible, long user) {}

  private static List<Row> rows(Random random) {
    List<Row> rows = new ArrayList<>();
    long time = START;
    for (long id = 1; id <= 120; id++) {
      time += random.nextInt(7_000);
      boolean restored = random.nextInt(10) == 0;
      long late = random.nextInt(3) == 0 ? random.nextInt(6 * (int) DAY) : 0;
      rows.add(
          new Row(
              id,
              restored ? START - random.nextInt(1_000_000) : time,
              restored ? time : time + late,
              3 + random.nextInt(4)));
    }
    return rows;
  }

  /** The events of the log as it stands, read at once. */
  private Set<String> wholeOf(MoodleSite site) {
    MoodleNights once = nights(site, "whole-" + site.database());
    once.night();
    return once.events();
  }

  private static void log(MoodleSite site, int first, int last, long since) {
    for (int id = first; id <= last; id++) {
      SmallSite.log(site, id, since + id, 5);
    }
    site.commit();
  }

  /**
   * A site is restored from a backup of yesterday: its rows of today are gone, and what is written
   * next has their ids and is no less of somebody's work.
   */
  @ParameterizedTest
  @EnumSource
  void idsThatAreGivenAgainAfterARestore(DatabaseServer server) {
    try (MoodleSite site = SmallSite.fill(new MoodleSite(server))) {
      log(site, 1, 6, START);
      MoodleNights nights = nights(site, "lake");
      assertThat(counts(nights.night())).containsExactly(6L, 6L, 0L);

      site.change("DELETE FROM {logstore_standard_log} WHERE id > 3");
      assertThat(nights.night().files()).as("nothing new").isZero();
      log(site, 4, 5, START + DAY);
      assertThat(counts(nights.night())).containsExactly(2L, 2L, 0L);
      assertThat(nights.night().files()).as("nothing new").isZero();
      log(site, 6, 9, START + DAY);
      assertThat(counts(nights.night())).containsExactly(4L, 4L, 0L);

      site.change("DELETE FROM {logstore_standard_log} WHERE id > 4");
      log(site, 5, 15, START + 2 * DAY);
      assertThat(counts(nights.night())).containsExactly(11L, 11L, 0L);
      assertThat(nights.events()).hasSize(23);
    }
  }

  /** That the last row was deleted is no restore. */
  @ParameterizedTest
  @EnumSource
  void aLastRowThatIsGone(DatabaseServer server) {
    try (MoodleSite site = SmallSite.fill(new MoodleSite(server))) {
      log(site, 1, 6, START);
      MoodleNights nights = nights(site, "lake");
      nights.night();

      site.change("DELETE FROM {logstore_standard_log} WHERE id = 6");
      log(site, 7, 8, START + DAY);
      assertThat(counts(nights.night())).containsExactly(2L, 2L, 0L);
      assertThat(nights.events()).hasSize(8);
    }
  }
}

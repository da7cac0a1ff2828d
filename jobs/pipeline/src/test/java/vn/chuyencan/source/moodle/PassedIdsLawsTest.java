package vn.chuyencan.source.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * However late and in which order rows appear, the next reading takes each of them, and takes none
 * twice.
 */
class PassedIdsLawsTest {
  private static final long DAY = 86_400;
  private static final long PATIENCE = 30 * DAY;

  /** A log whose rows, by id, bear a time; what stands in it is what has been committed. */
  private static final class GrowingLog implements LogView {
    private final TreeMap<Long, Long> rows = new TreeMap<>();
    private long now;
    private long counted;

    @Override
    public long now() {
      return now;
    }

    @Override
    public long highest() {
      return rows.isEmpty() ? 0 : rows.lastKey();
    }

    @Override
    public long lowest() {
      return rows.isEmpty() ? 0 : rows.firstKey();
    }

    @Override
    public long createdAt(long id) {
      return rows.getOrDefault(id, 0L);
    }

    @Override
    public long newest() {
      return rows.values().stream().mapToLong(Long::longValue).max().orElse(0);
    }

    @Override
    public long lowestSince(long moment, long highest) {
      return rows.headMap(highest, true).entrySet().stream()
          .filter(row -> row.getValue() >= moment)
          .mapToLong(Map.Entry::getKey)
          .min()
          .orElse(0);
    }

    @Override
    public void eachId(long first, long last, LongConsumer use) {
      rows.subMap(first, true, last, true).keySet().forEach(use::accept);
    }

    @Override
    public List<PassedRange.Rows> count(List<PassedRange> ranges) {
      List<PassedRange.Rows> counts = new ArrayList<>();
      for (PassedRange range : ranges) {
        Set<Long> ids = rows.subMap(range.first(), true, range.last(), true).keySet();
        counted += ids.size();
        counts.add(
            new PassedRange.Rows(
                ids.size(), ids.stream().mapToLong(id -> id - range.first()).sum()));
      }
      return counts;
    }
  }

  /** Reads a log night by night. */
  private static final class Reader {
    private final GrowingLog log;
    private final int most;
    private LogMark mark = LogMark.NONE;
    private final List<Long> read = new ArrayList<>();

    Reader(GrowingLog log, int most) {
      this.log = log;
      this.most = most;
    }

    void night() {
      LogNews news = LogNews.since(mark, log, PATIENCE, most);
      if (!news.isNothing()) {
        news.parts(2)
            .forEach(
                part ->
                    part.ranges()
                        .forEach(range -> log.eachId(range.first(), range.last(), read::add)));
        // As it is kept between two nights.
        mark = LogMark.of(news.reached().toString());
      }
      assertThat(mark.passed().ranges()).hasSizeLessThanOrEqualTo(most);
    }
  }

  /** Ids are given in order; a row may appear nights later and bear any time. */
  private static Map<Long, Long> appearances(Random random, int rows, int step) {
    Map<Long, Long> nightOf = new TreeMap<>();
    long id = 0;
    for (int row = 0; row < rows; row++) {
      id += 1 + random.nextInt(step);
      // The first row is on time: what was before it was before all that is looked for.
      int late = row > 0 && random.nextInt(4) == 0 ? random.nextInt(20) : 0;
      nightOf.put(id, row / 10L + late);
    }
    return nightOf;
  }

  private static Reader nights(Map<Long, Long> nightOf, int most, boolean cleans, long seed) {
    Random random = new Random(seed);
    GrowingLog log = new GrowingLog();
    Reader reader = new Reader(log, most);
    Set<Long> seen = new TreeSet<>();
    for (long night = 0; night <= nightOf.size() / 10 + 21; night++) {
      log.now = 1_790_000_000 + night * DAY;
      for (Map.Entry<Long, Long> row : nightOf.entrySet()) {
        if (row.getValue() == night) {
          boolean old = !seen.isEmpty() && random.nextInt(5) == 0;
          long time = old ? 1 + random.nextInt(1_000_000) : log.now - 60;
          log.rows.put(row.getKey(), time);
          seen.add(row.getKey());
        }
      }
      reader.night();
      Set<Long> missed = new TreeSet<>(seen);
      reader.read.forEach(missed::remove);
      assertThat(missed).as("missed in night %s", night).isEmpty();
      if (cleans && random.nextInt(4) == 0 && log.highest() > log.lowest() + 5) {
        log.rows.headMap(log.lowest() + 5).clear();
      }
    }
    return reader;
  }

  @Property(tries = 60)
  @Label("every row is read in the first night after it appears, and only then")
  void eachRowOnce(@ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int step) {
    Map<Long, Long> nightOf = appearances(new Random(seed), 150, step);
    assertThat(nights(nightOf, PassedIds.MOST, true, seed).read).doesNotHaveDuplicates();
  }

  @Property(tries = 60)
  @Label("also where more was passed over than is noted row by row")
  void alsoInFewRanges(@ForAll long seed, @ForAll @IntRange(min = 2, max = 12) int most) {
    Map<Long, Long> nightOf = appearances(new Random(seed), 150, 3);
    nights(nightOf, most, false, seed);
  }

  @Test
  void nothingIsLookedForLongerThanTheConfigurationSays() {
    GrowingLog log = new GrowingLog();
    log.now = 1_790_000_000;
    log.rows.put(10L, log.now);
    log.rows.put(12L, log.now);
    Reader reader = new Reader(log, PassedIds.MOST);
    reader.night();
    assertThat(reader.mark.passed()).hasToString("1-9@0,11@" + log.now);

    log.now += PATIENCE + 1;
    log.rows.put(11L, log.now);
    log.rows.put(13L, log.now);
    log.rows.put(4L, log.now);
    reader.night();
    assertThat(reader.read).containsExactly(10L, 12L, 4L, 13L);
    assertThat(reader.mark.passed()).hasToString("1-3@0,5-9@0");
  }

  @Test
  void whatAnEarlierProgramDidNotNoteIsReadAgainOnce() {
    GrowingLog log = new GrowingLog();
    log.now = 1_790_000_000;
    for (long id = 1; id <= 9; id += 2) {
      log.rows.put(id, log.now - 10 * DAY + id);
    }
    Reader reader = new Reader(log, PassedIds.MOST);
    reader.mark = LogMark.of("id=9 at=" + (log.now - 10 * DAY + 9) + " rows=5");
    log.rows.put(4L, 7L);
    reader.night();
    assertThat(reader.read).containsExactly(1L, 3L, 4L, 5L, 7L, 9L);
    reader.night();
    assertThat(reader.read).hasSize(6);
  }

  /** A server may begin to count again after its log was emptied. */
  @Test
  void idsThatBeginAgainAreRead() {
    GrowingLog log = new GrowingLog();
    log.now = 1_790_000_000;
    for (long id = 1; id <= 9; id++) {
      log.rows.put(id, log.now - 100 + id);
    }
    Reader reader = new Reader(log, PassedIds.MOST);
    reader.night();
    log.rows.clear();
    log.now += DAY;
    log.rows.put(1L, log.now - 5);
    log.rows.put(2L, log.now - 4);
    reader.read.clear();
    reader.night();
    assertThat(reader.read).containsExactly(1L, 2L);
    reader.night();
    assertThat(reader.read).hasSize(2);
  }

  /** Scripts leave numbers that are no times; the mark must be read all the same. */
  @ParameterizedTest
  @ValueSource(longs = {Long.MAX_VALUE, Long.MIN_VALUE, -5, 0, 1_790_000_000_000L})
  void aLastRowAtNoTime(long time) {
    GrowingLog log = new GrowingLog();
    log.now = 1_790_000_000;
    log.rows.put(1L, log.now - 10);
    log.rows.put(2L, time);
    Reader reader = new Reader(log, PassedIds.MOST);
    reader.night();
    log.rows.put(3L, log.now + 10);
    reader.night();
    assertThat(reader.read).containsExactly(1L, 2L, 3L);
  }

  /** Where every second id is nobody's, as in a cluster of two servers. */
  @Test
  void aHundredThousandHolesAreAsManyRangesAsMayBe() {
    GrowingLog log = new GrowingLog();
    log.now = 1_790_000_000;
    for (long id = 1; id <= 200_000; id += 2) {
      log.rows.put(id, log.now);
    }
    Reader reader = new Reader(log, PassedIds.MOST);
    reader.night();
    assertThat(reader.mark.passed().ranges().size()).isBetween(1_000, PassedIds.MOST);
    assertThat(reader.mark.toString().length()).isLessThan(100_000);
    assertThat(reader.mark.passed().ranges().stream().mapToLong(PassedRange::rows).max().orElse(0))
        .isLessThan(2_000);
    log.rows.put(100_000L, 5L);
    reader.read.clear();
    log.counted = 0;
    reader.night();
    assertThat(reader.read.contains(100_000L)).isTrue();
    assertThat(reader.read.size()).isLessThan(2_000);
    assertThat(log.counted).isLessThan(210_000);
  }
}

package vn.chuyencan.job;

import static org.apache.iceberg.expressions.Expressions.alwaysTrue;
import static org.apache.iceberg.expressions.Expressions.equal;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chuyencan.table.Tables;

/**
 * A course run in another zone than the institution's (Asia/Ho_Chi_Minh) counts what lies between
 * 00:00 of its opening day and 24:00 of its closing day by its own clocks (X-TIME-2).
 */
class RunZoneNightTest {
  private static final LocalDate OPENS = LocalDate.of(2026, 9, 7);
  private static final LocalDate CLOSES = LocalDate.of(2026, 10, 4);

  @TempDir private Path folder;

  /** Half an hour before the run begins, its first, its last, and the one after it. */
  @ParameterizedTest
  @CsvSource({
    "true,  Europe/Paris,     2026-09-06T21:30:00Z, 2026-09-06T22:00:00Z, 2026-10-04T21:30:00Z, 2026-10-04T22:00:00Z",
    "false, Asia/Tokyo,       2026-09-06T14:30:00Z, 2026-09-06T15:00:00Z, 2026-10-04T14:30:00Z, 2026-10-04T15:00:00Z",
    "false, Asia/Ho_Chi_Minh, 2026-09-06T16:30:00Z, 2026-09-06T17:00:00Z, 2026-10-04T16:30:00Z, 2026-10-04T17:00:00Z",
  })
  void daysAreThoseOfTheRun(
      boolean west, String zone, Instant before, Instant first, Instant last, Instant after) {
    SmallClass small =
        new SmallClass(OPENS, CLOSES, OPENS.plusDays(9), OPENS.plusDays(10))
            .group("A")
            .learner("L1", "A", "", "")
            .learner("L2", "A", "", "")
            .zone(zone);
    for (Instant visit : List.of(before, first, last, after)) {
      small.visit("L1", visit);
    }
    SampleNights nights = small.nights(folder);
    // In the west the closing day is not over when it is at the institution.
    assertThat(isClosed(measured(nights.night(CLOSES)))).isNotEqualTo(west);
    Night night = measured(nights.night(CLOSES.plusDays(2)));
    assertThat(isClosed(night)).isTrue();

    // The second is the post of the opening day.
    Instant post = Instant.parse("2026-09-07T12:12:00Z");
    assertThat(sessions(night)).containsExactly(first + "/PT20M", post + "/PT0S", last + "/PT20M");
    List<Instant> told =
        new LearnerEvidence(night, new CourseInputs(night), SmallClass.ID, "L1")
            .withPlaces().time().orElseThrow().sessions().stream()
                .map(access -> Instant.EPOCH.plus(access.start(), ChronoUnit.MICROS))
                .toList();
    assertThat(told).containsExactly(first, post, last);
  }

  /**
   * What was decided upon at the closing stays (FC-X.10), whenever the night is: a post that goes
   * later has counted.
   */
  @ParameterizedTest
  @CsvSource({
    "Asia/Ho_Chi_Minh, 2026-10-04T16:59:00Z, true",
    "Asia/Ho_Chi_Minh, 2026-10-04T17:00:00Z, false",
    "Europe/Paris,     2026-10-04T21:59:00Z, true",
    "Europe/Paris,     2026-10-04T22:00:00Z, false",
    "Asia/Tokyo,       2026-10-04T15:00:00Z, false",
    "Asia/Ho_Chi_Minh, 2026-10-09T02:00:00Z, false",
  })
  void aPostIsGoneThatWasDeletedBeforeTheClosing(String zone, Instant at, boolean gone) {
    SmallClass small =
        new SmallClass(OPENS, CLOSES, OPENS.plusDays(9), OPENS.plusDays(10))
            .group("A")
            .learner("L1", "A", "", "")
            .learner("L2", "A", "", "")
            .zone(zone);
    String topic = small.topic("L1", "NA");
    small.delete("GV", "NA", topic, at);
    Night night = measured(small.nights(folder).night(CLOSES.plusDays(9)));
    List<Object> deleted = new ArrayList<>();
    new CourseInputs(night)
        .each(
            Tables.FORUM_POST,
            equal("post_id", topic),
            row -> deleted.add(row.getField("deleted")));
    assertThat(deleted).containsExactly(gone);
  }

  /** Days, logins and traces over the opening are those of the run's own clocks. */
  @Test
  void daysOnWhichSomebodyCameAreThoseOfTheRun() {
    Night night =
        measured(
            new SmallClass(OPENS, CLOSES, OPENS.plusDays(16), OPENS.plusDays(17))
                .group("A")
                .learner("L1", "A", "", "")
                .learner("L2", "A", "", "")
                .zone("America/New_York")
                // One day there and two of the institution's, and the other way about.
                .visit("L1", Instant.parse("2026-09-08T13:00:00Z"))
                .visit("L1", Instant.parse("2026-09-08T19:00:00Z"))
                .visit("L1", Instant.parse("2026-09-11T00:00:00Z"))
                .visit("L1", Instant.parse("2026-09-11T14:00:00Z"))
                // Half past eleven on the last evening of the first week, which goes on after it.
                .visit("L1", Instant.parse("2026-09-14T03:50:00Z"))
                .nights(folder)
                .night(CLOSES.plusDays(2)));
    List<Object> days = new ArrayList<>();
    new CourseInputs(night)
        .each(
            Tables.LEARNER_COURSE_MEASURE,
            equal("learner_id", "L1"),
            row -> {
              days.add(row.getField("active_days"));
              days.add(((Map<?, ?>) row.getField("active_days_by_week")).get("1"));
              days.add(((Map<?, ?>) row.getField("active_days_by_week")).get("2"));
            });
    // With the post on the opening day: 7, 8, 10, 11, 13 and 14 September.
    assertThat(days).containsExactly(6, 5, 1);
  }

  /**
   * A week's row is published from the night on whose totals hold its first traces: ahead of the
   * institution it begins before the institution's Sunday is over.
   */
  @ParameterizedTest
  @CsvSource({
    "Asia/Tokyo,         2026-09-13, 2",
    "Asia/Ho_Chi_Minh,   2026-09-13, 1",
    "Asia/Ho_Chi_Minh,   2026-09-14, 2",
    "America/New_York,   2026-09-13, 1",
    "America/New_York,   2026-09-14, 2",
    "Pacific/Kiritimati, 2026-09-12, 1",
    "Pacific/Kiritimati, 2026-09-13, 2",
  })
  void aWeekIsPublishedOnceItHasBegunThere(String zone, LocalDate asOf, int weeks)
      throws IOException {
    SampleNights nights =
        new SmallClass(OPENS, CLOSES, OPENS.plusDays(16), OPENS.plusDays(17))
            .group("A")
            .learner("L1", "A", "", "")
            .learner("L2", "A", "", "")
            .zone(zone)
            // Monday, 01:30 in Tokyo, of the second week.
            .visit("L1", Instant.parse("2026-09-13T16:30:00Z"))
            .nights(folder);
    nights.run(asOf.minusDays(1), "before");
    nights.run(asOf, "night");
    assertThat(publishedWeeks(nights)).isEqualTo(weeks);
    // What is taken over is what would be written.
    nights.run(asOf, "again");
    assertThat(publishedWeeks(nights)).isEqualTo(weeks);
  }

  private static long publishedWeeks(SampleNights nights) throws IOException {
    Set<String> weeks = new TreeSet<>();
    try (Stream<Path> files = Files.list(nights.published().resolve("latest/csv"))) {
      for (Path file :
          files
              .filter(one -> one.getFileName().toString().startsWith(Tables.LEARNER_COURSE_WEEK))
              .toList()) {
        List<String> lines = Files.readAllLines(file);
        int column = List.of(lines.get(0).split(",", -1)).indexOf("first_day");
        lines.stream().skip(1).forEach(line -> weeks.add(line.split(",", -1)[column]));
      }
    }
    return weeks.size();
  }

  private static Night measured(Night night) {
    IngestJob.run(night, Progress.NONE);
    MeasureJob.runAndDecide(night, Progress.NONE);
    return night;
  }

  private static boolean isClosed(Night night) {
    List<Object> closed = new ArrayList<>();
    new CourseInputs(night)
        .each(Tables.COURSE_RUN, alwaysTrue(), row -> closed.add(row.getField("closed")));
    return closed.equals(List.of(true));
  }

  private static List<Object> sessions(Night night) {
    List<Object> sessions = new ArrayList<>();
    new CourseInputs(night)
        .each(
            Tables.LEARNER_COURSE_WEEK,
            equal("learner_id", "L1"),
            row -> sessions.addAll((List<?>) row.getField("session_times")));
    sessions.sort(Comparator.comparing(Object::toString));
    return sessions;
  }
}

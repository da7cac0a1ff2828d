package vn.chuyencan.job;

import static org.apache.iceberg.expressions.Expressions.alwaysTrue;
import static org.apache.iceberg.expressions.Expressions.equal;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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

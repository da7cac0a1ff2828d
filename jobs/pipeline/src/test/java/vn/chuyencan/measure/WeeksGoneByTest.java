package vn.chuyencan.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chuyencan.model.CourseProgress;
import vn.chuyencan.model.CourseRun;
import vn.chuyencan.model.Registers;

/** A week has gone by when its last day is over where the course run is (X-TIME-2, X-TIME-4). */
class WeeksGoneByTest {
  private static final ZoneId INSTITUTION = ZoneId.of("Asia/Ho_Chi_Minh");

  /** A Monday: course weeks are ISO weeks, but for the last days. */
  private static final LocalDate OPENS = LocalDate.of(2026, 9, 7);

  private static CourseProgress progress(String zone, LocalDate asOf) {
    Registers registers =
        Registers.builder()
            .add(
                new CourseRun(
                    "L1",
                    "Lớp",
                    "https://lms.example/course/1",
                    OPENS,
                    OPENS.plusDays(13),
                    ZoneId.of(zone),
                    Set.of(),
                    null))
            .build();
    List<CourseContext> contexts = CourseContext.of(registers, List.of(), INSTITUTION);
    return CourseProgressStep.of(contexts, Map.of(), Set.of(), asOf).get(0);
  }

  @ParameterizedTest
  @CsvSource({
    // Of the run's zone, days from the opening to the as-of date: weeks gone by, closed.
    "Asia/Ho_Chi_Minh,   5, 0, false",
    "Asia/Ho_Chi_Minh,   6, 1, false",
    "Asia/Ho_Chi_Minh,  12, 1, false",
    "Asia/Ho_Chi_Minh,  13, 2, true",
    // Behind the institution: Sunday goes on when it is over there.
    "Asia/Kolkata,       6, 0, false",
    "Asia/Kolkata,       7, 1, false",
    "Asia/Kolkata,      13, 1, false",
    "Asia/Kolkata,      14, 2, true",
    "Pacific/Honolulu,   6, 0, false",
    "Pacific/Honolulu,   7, 1, false",
    // Ahead of it: the run's Sunday ends within the institution's.
    "Asia/Tokyo,         5, 0, false",
    "Asia/Tokyo,         6, 1, false",
    "Asia/Tokyo,        13, 2, true",
    "Pacific/Kiritimati, 6, 1, false",
  })
  void aWeekHasGoneByWhenItIsOverThere(String zone, int days, int weeks, boolean closed) {
    CourseProgress progress = progress(zone, OPENS.plusDays(days));
    assertThat(progress.weeksElapsed()).isEqualTo(weeks);
    assertThat(progress.isoWeeksElapsed()).isEqualTo(weeks);
    assertThat(progress.closed()).isEqualTo(closed);
  }
}

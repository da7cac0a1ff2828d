package vn.chuyencan.job;

import static org.apache.iceberg.expressions.Expressions.equal;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.data.Record;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chuyencan.model.Dossier;
import vn.chuyencan.table.Tables;

/** Stays in live rooms are time on the system, once, from opening to closing (FC-X.2, FC-X.3). */
class LiveRoomNightTest {
  private static final LocalDate OPENS = LocalDate.of(2026, 9, 7);
  private static final LocalDate CLOSES = LocalDate.of(2026, 10, 4);

  @TempDir private Path folder;

  private SmallClass small() {
    return new SmallClass(OPENS, CLOSES, OPENS.plusDays(16), OPENS.plusDays(17))
        .group("A")
        .learner("L1", "A", "", "")
        .learner("L2", "A", "", "")
        // Twenty minutes from seven in the evening.
        .visits("L1", OPENS.plusDays(1));
  }

  private static Instant at(int day, int hour, int minute) {
    return OPENS.plusDays(day).atTime(hour, minute).toInstant(ZoneOffset.ofHours(7));
  }

  private static Night measured(Night night) {
    IngestJob.run(night, Progress.NONE);
    MeasureJob.runAndDecide(night, Progress.NONE);
    return night;
  }

  private static Record measures(Night night) {
    List<Record> rows = new ArrayList<>();
    new CourseInputs(night)
        .each(
            Tables.LEARNER_COURSE_MEASURE, equal("learner_id", "L1"), row -> rows.add(row.copy()));
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }

  private static void assertMinutes(Night night, int minutes) {
    Record row = measures(night);
    for (String column : List.of("minutes", "minutes_15", "minutes_30", "minutes_60")) {
      assertThat((BigDecimal) row.getField(column))
          .as(column)
          .isEqualByComparingTo(Integer.toString(minutes));
    }
    // The visit and the post of the opening day; a stay is no access.
    assertThat(row.getField("sessions")).isEqualTo(2);
    assertThat(row.getField("active_days")).isEqualTo(2);
  }

  @Test
  void aMinuteCountsOnceWhateverTellsOfIt() {
    Night night =
        measured(
            small()
                // With a visit, and with each other.
                .stay("L1", at(1, 19, 10), at(1, 20, 10))
                .stay("L1", at(1, 20, 0), at(1, 20, 30))
                // What was seen has no longest part.
                .stay("L1", at(9, 8, 0), at(9, 13, 30))
                // Before the opening and after the closing.
                .stay("L1", at(-1, 23, 30), at(0, 0, 10))
                .stay("L1", at(27, 23, 45), at(28, 0, 45))
                .stay("L1", at(-1, 8, 0), at(-1, 9, 0))
                .stay("L2", at(3, 8, 0), at(3, 9, 0))
                .stay("GV", at(3, 8, 0), at(3, 9, 0))
                .nights(folder)
                .night(CLOSES));
    assertMinutes(night, 90 + 330 + 10 + 15);
    Dossier.Time told =
        new LearnerEvidence(night, new CourseInputs(night), SmallClass.ID, "L1")
            .withPlaces()
            .time()
            .orElseThrow();
    assertThat(
            told.sessions().stream().mapToLong(Dossier.Access::micros).sum()
                + told.declared().stream().mapToLong(one -> one.end() - one.start()).sum())
        .isEqualTo((90 + 330 + 10 + 15) * 60_000_000L);
  }

  /** A stay of a day that has not come counts when it has; one that is told later counts then. */
  @Test
  void staysCountFromTheirDayOn() {
    SampleNights nights =
        small()
            .stay("L1", at(3, 8, 0), at(3, 9, 0))
            .stay("L1", at(5, 8, 0), at(5, 9, 0))
            .nights(folder);
    assertMinutes(measured(nights.night(OPENS.plusDays(2))), 20);
    assertMinutes(measured(nights.night(OPENS.plusDays(3))), 80);
    assertMinutes(measured(nights.night(OPENS.plusDays(8))), 140);
  }
}

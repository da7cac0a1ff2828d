package vn.chuyencan.job;

import static org.apache.iceberg.expressions.Expressions.alwaysTrue;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chuyencan.model.Correction;
import vn.chuyencan.model.Registers;
import vn.chuyencan.policy.PolicyText;
import vn.chuyencan.table.Tables;
import vn.chuyencan.testing.Outages;

/**
 * No decision changes without a cause, in a course run that opens on a Wednesday: an ISO week is
 * over there, and its accesses are counted, when no week of the run is.
 */
class WeekCausesTest {
  private static final LocalDate WEDNESDAY = LocalDate.of(2026, 9, 9);
  private static final LocalDate CLOSES = LocalDate.of(2026, 10, 6);

  @TempDir private Path folder;

  @Test
  void aWeekThatIsOverIsACause() throws IOException {
    SampleNights nights = nights();
    Night night = null;
    for (LocalDate day = WEDNESDAY; day.isBefore(WEDNESDAY.plusDays(21)); day = day.plusDays(1)) {
      night = nights.night(day);
      IngestJob.run(night, Progress.NONE);
      MeasureJob.runAndDecide(night, Progress.NONE);
    }
    List<String> changes = changes(night);
    // The Sunday; the run's own first week ends on the Tuesday after it.
    assertThat(changes)
        .contains("2026-09-13 L2 FC-TT.1 INSUFFICIENT_DATA → NOT_MET [calendar]")
        .noneMatch(change -> change.contains("measures"));
  }

  /** On that Sunday nothing of the run's own weeks changes either when an outage becomes known. */
  @Test
  void anOutageInAnIsoWeekIsACorrection() throws IOException {
    SampleNights nights = nights();
    Night sunday = nights.night(LocalDate.of(2026, 9, 13));
    IngestJob.run(sunday, Progress.NONE);
    MeasureJob.runAndDecide(sunday, Progress.NONE);
    Correction outage = Outages.from(Instant.parse("2026-09-11T03:00:00Z"));
    Night later =
        new Night(
            sunday.configuration(),
            sunday.registers().over(Registers.builder().add(outage).build()),
            sunday.lake(),
            sunday.workers(),
            sunday.asOf(),
            sunday.startedAt(),
            sunday.codeVersion());
    MeasureJob.runAndDecide(later, Progress.NONE);
    List<String> changes = changes(later);
    assertThat(changes).isNotEmpty().allMatch(change -> change.endsWith("[correction]"));
  }

  private SampleNights nights() throws IOException {
    return new SmallClass(WEDNESDAY, CLOSES, WEDNESDAY.plusDays(12), WEDNESDAY.plusDays(8))
        .group("A")
        .learner("L1", "A", "", "")
        .learner("L2", "A", "", "")
        .visits("L1", WEDNESDAY.plusDays(1), WEDNESDAY.plusDays(6), WEDNESDAY.plusDays(7))
        .nights(folder)
        .policy(byIsoWeeks());
  }

  /** The flipped classroom's policy, but that accesses are counted by ISO weeks (X-TIME-4). */
  private Path byIsoWeeks() throws IOException {
    String text = PolicyText.of("flipped-classroom").text();
    String other =
        text.replace("  accesses: sessions_by_week\n", "  accesses: sessions_by_iso_week\n");
    return Files.writeString(folder.resolve("policy.yaml"), other);
  }

  private static List<String> changes(Night night) {
    List<String> changes = new ArrayList<>();
    new CourseInputs(night)
        .each(
            Tables.DECISION_CHANGE,
            alwaysTrue(),
            row ->
                changes.add(
                    "%s %s %s %s → %s %s"
                        .formatted(
                            row.getField("as_of"),
                            row.getField("learner_id"),
                            row.getField("criterion_id"),
                            row.getField("status_before"),
                            row.getField("status_after"),
                            row.getField("causes"))));
    return changes;
  }
}

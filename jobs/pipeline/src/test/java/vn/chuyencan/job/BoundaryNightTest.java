package vn.chuyencan.job;

import static org.apache.iceberg.expressions.Expressions.alwaysTrue;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.data.Record;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chuyencan.model.Correction;
import vn.chuyencan.model.CorrectionKind;
import vn.chuyencan.model.Registers;
import vn.chuyencan.table.Tables;

/**
 * The cases at the edges of the text, from registers and statements to the decision, in one night
 * of one class: four weeks with a week off between them, the last of which ends in three days that
 * are no week of their own, and a day without a log in the second.
 */
class BoundaryNightTest {
  private static final LocalDate OPENS = LocalDate.of(2026, 9, 7);
  private static final LocalDate CLOSES = LocalDate.of(2026, 10, 14);
  private static final LocalDate SILENT = LocalDate.of(2026, 9, 16);

  @TempDir private static Path folder;
  private static final Map<String, Record> decisions = new HashMap<>();
  private static final Map<String, Record> criteria = new HashMap<>();
  private static final Map<String, Record> measures = new HashMap<>();
  private static Record run;
  private static Night night;

  /** The day of a course week, counted from 1; the third lies after the week off. */
  private static LocalDate day(int week, int day) {
    return OPENS.plusWeeks(week < 3 ? week - 1 : week).plusDays(day - 1L);
  }

  private static LocalDate[] twiceAWeek() {
    return new LocalDate[] {
      day(1, 1), day(1, 4), day(2, 1), day(2, 4), day(3, 1), day(3, 4), day(4, 1), day(4, 4)
    };
  }

  private static LocalDate[] but(int week, LocalDate... instead) {
    List<LocalDate> days = new ArrayList<>(List.of(twiceAWeek()));
    days.removeIf(day -> day.equals(day(week, 1)) || day.equals(day(week, 4)));
    days.addAll(List.of(instead));
    return days.toArray(LocalDate[]::new);
  }

  @BeforeAll
  static void oneNight() {
    SmallClass small = new SmallClass(OPENS, CLOSES, LocalDate.of(2026, 9, 23), SILENT);
    small.group("A").group("B").group("C").group("D");
    small
        .learner("L1", "A", "", "")
        .learner("L2", "A", "", "")
        .learner("L3", "B", "", "")
        .learner("MOVED", "A", "", "")
        .learner("LEFT", "B", "", "2026-09-30")
        .learner("LATE", "D", "2026-09-14", "")
        .learner("IDLE", "D", "2026-09-14", "")
        .learner("ALONE", "C", "", "")
        .learner("LAST", "D", "", "")
        .learner("GAP", "D", "", "");
    // MOVED began in B, where the draft is; LEFT showed one and went; IDLE has none.
    String one = small.topic("L1", "NA");
    String two = small.topic("L2", "NA");
    String three = small.topic("L3", "NB");
    String moved = small.topic("MOVED", "NB");
    String left = small.topic("LEFT", "NB");
    small.topic("ALONE", "NC");
    String late = small.topic("LATE", "ND");
    String last = small.topic("LAST", "ND");
    String gap = small.topic("GAP", "ND");
    small
        .comment("L1", "NA", two)
        .comment("L2", "NA", one)
        .comment("MOVED", "NB", three)
        .comment("MOVED", "NB", left)
        .comment("MOVED", "NA", one)
        .comment("L3", "NB", moved)
        .comment("LATE", "ND", last)
        .comment("LATE", "ND", gap)
        .comment("LAST", "ND", late)
        .comment("LAST", "ND", gap)
        .comment("GAP", "ND", late)
        .comment("GAP", "ND", last)
        .comment("IDLE", "ND", late)
        .comment("IDLE", "ND", last)
        .comment("IDLE", "ND", gap);
    for (String id : List.of("L2", "L3", "MOVED", "LEFT", "ALONE")) {
      small.visits(id, twiceAWeek());
    }
    small
        // A visit in the week off counts in no week.
        .visits("L1", but(3, day(3, 1), LocalDate.of(2026, 9, 23), day(3, 2)))
        .visits("LATE", but(1, day(1, 1)))
        .visits("IDLE", but(3, day(3, 1)))
        // One access in the last week proper, one in the three days after it.
        .visits("LAST", but(4, day(4, 1), CLOSES))
        .visits("GAP", but(2, day(2, 1)));
    night = small.nights(folder).night(CLOSES);
    IngestJob.run(night, Progress.NONE);
    MeasureJob.runAndDecide(night, Progress.NONE);
    CourseInputs inputs = new CourseInputs(night);
    inputs.each(Tables.COURSE_RUN, alwaysTrue(), row -> run = row.copy());
    inputs.each(
        Tables.ELIGIBILITY_DECISION,
        alwaysTrue(),
        row -> decisions.put(text(row, "learner_id") + " " + text(row, "certificate"), row.copy()));
    inputs.each(
        Tables.CRITERION_RESULT,
        alwaysTrue(),
        row -> criteria.put(text(row, "learner_id") + " " + text(row, "criterion_id"), row.copy()));
    inputs.each(
        Tables.LEARNER_COURSE_MEASURE,
        alwaysTrue(),
        row -> measures.put(text(row, "learner_id"), row.copy()));
  }

  private static String text(Record row, String column) {
    return String.valueOf(row.getField(column));
  }

  private static String overall(String learner) {
    return text(decisions.get(learner + " overall"), "status");
  }

  private static Record criterion(String learner, String criterion) {
    return criteria.get(learner + " " + criterion);
  }

  private static String status(String learner, String criterion) {
    return text(criterion(learner, criterion), "status");
  }

  private static List<?> detail(String learner, String criterion) {
    return (List<?>) criterion(learner, criterion).getField("detail");
  }

  @Test
  void whoDoesAllIsEligibleInAClassOfOddWeeks() {
    assertThat(run.getField("weeks")).isEqualTo(4);
    assertThat(overall("L2")).isEqualTo("MET");
    assertThat(text(decisions.get("L2 theory"), "status")).isEqualTo("MET");
    assertThat(text(decisions.get("L2 practice"), "status")).isEqualTo("MET");
  }

  /** FC-TT.9: the group at closing, with what was done in it. */
  @Test
  void whoChangedTheGroupIsMeasuredInTheLastOne() {
    assertThat(text(measures.get("MOVED"), "group_id")).isEqualTo("A");
    assertThat(status("MOVED", "FC-TT.8")).isEqualTo("NEEDS_REVIEW");
    assertThat(text(criterion("MOVED", "FC-TT.8"), "review_reason"))
        .isEqualTo("chu_de_o_nhom_khac");
    assertThat(status("MOVED", "FC-TT.9")).isEqualTo("NOT_MET");
    assertThat(detail("MOVED", "FC-TT.9").toString()).contains("member=L2").doesNotContain("L3");
    assertThat(overall("MOVED")).isEqualTo("NOT_MET");
    // The old companion owes nothing to who went; the new ones wait for a draft among them.
    assertThat(status("L3", "FC-TT.9")).isEqualTo("NEEDS_REVIEW");
    assertThat(status("L1", "FC-TT.9")).isEqualTo("MET");
    assertThat(detail("L1", "FC-TT.9").toString())
        .contains("member_without_draft=MOVED", "flag=thanh_vien_chua_co_ban_thao");
  }

  /** FC-X.12, FC-TT.9: who left is decided upon no more and is nobody's companion. */
  @Test
  void whoLeftIsNoMemberAtClosing() {
    assertThat(decisions).doesNotContainKey("LEFT overall");
    assertThat(measures.get("LEFT").getField("sessions")).isEqualTo(8);
    assertThat(measures.get("L3").getField("group_members")).isEqualTo(0);
    assertThat(text(criterion("L3", "FC-TT.9"), "review_reason")).isEqualTo("nhom_mot_nguoi");
    assertThat(overall("L3")).isEqualTo("NEEDS_REVIEW");
  }

  /** FC-X.12: weeks before the enrolment are a person's to judge, later ones are not. */
  @Test
  void whoCameLateIsForAPersonOnlyWhereNothingElseFails() {
    assertThat(overall("LATE")).isEqualTo("NEEDS_REVIEW");
    assertThat(text(criterion("LATE", "FC-TT.1"), "review_reason")).isEqualTo("ghi_danh_muon");
    assertThat(overall("IDLE")).isEqualTo("NOT_MET");
    assertThat(detail("IDLE", "FC-TT.1").toString()).contains("week=3").doesNotContain("week=1");
  }

  @Test
  void aWeekOffAsksNothingAndGivesNothing() {
    assertThat(overall("L1")).isEqualTo("MET");
    assertThat(measures.get("L1").getField("sessions")).isEqualTo(9);
    assertThat(measures.get("L1").getField("sessions_by_week"))
        .isEqualTo(Map.of("1", 2, "2", 2, "3", 2, "4", 2));
  }

  @Test
  void aGroupOfOneIsForAPerson() {
    assertThat(text(criterion("ALONE", "FC-TT.9"), "review_reason")).isEqualTo("nhom_mot_nguoi");
    assertThat(overall("ALONE")).isEqualTo("NEEDS_REVIEW");
    assertThat(text(decisions.get("ALONE practice"), "status")).isEqualTo("MET");
  }

  /** X-TIME-4: three days are part of the week before them, and it is said. */
  @Test
  void threeDaysAreNoWeek() {
    assertThat(overall("LAST")).isEqualTo("MET");
    assertThat(detail("LAST", "FC-TT.1").toString())
        .contains("week_extended=4", "flag=tuan_cuoi_gop");
  }

  /** FC-TT.1: a day without any event leaves its week unknown to those who lack accesses in it. */
  @Test
  void aGapInTheLogIsNobodysFault() {
    assertThat(run.getField("log_gap_weeks")).isEqualTo(List.of("2"));
    assertThat(status("GAP", "FC-TT.1")).isEqualTo("INSUFFICIENT_DATA");
    assertThat(criterion("GAP", "FC-TT.1").getField("missing_inputs"))
        .isEqualTo(List.of("learning_event"));
    assertThat(overall("GAP")).isEqualTo("INSUFFICIENT_DATA");
    assertThat(text(decisions.get("GAP theory"), "status")).isEqualTo("MET");
  }

  /**
   * Whoever names a run that is not there is told by every night, and by none that is corrected.
   */
  @Test
  void aCorrectionOfAnUnknownRunIsToldWhateverIsMeasured() {
    Correction known = excuse("DC-1", SmallClass.ID);
    assertThat(corrections(known)).containsExactly("LOP-1 DC-1 L1 was_present");
    // From here on no night measures everything.
    assertThat(corrections(known, excuse("DC-2", "LOP-2")))
        .containsExactly("LOP-1 DC-1 L1 was_present", "LOP-2 DC-2 L1 unknown_course");
    assertThat(corrections(excuse("DC-1", "LOP-3"), excuse("DC-2", "LOP-2")))
        .containsExactly("LOP-2 DC-2 L1 unknown_course", "LOP-3 DC-1 L1 unknown_course");
    assertThat(corrections(known, excuse("DC-2", SmallClass.ID)))
        .containsExactly("LOP-1 DC-1 L1 was_present", "LOP-1 DC-2 L1 was_present");
  }

  private static Correction excuse(String id, String courseId) {
    return new Correction(
        id,
        CorrectionKind.EXCUSE,
        courseId,
        "L1",
        "B1",
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        "GV",
        CLOSES,
        "Ốm");
  }

  private static List<String> corrections(Correction... register) {
    Night later =
        new Night(
            night.configuration(),
            night.registers().over(Registers.builder().add(register).build()),
            night.lake(),
            night.workers(),
            night.asOf(),
            night.startedAt(),
            night.codeVersion());
    MeasureJob.run(later, MeasureJob.Extent.TOUCHED, Progress.NONE);
    List<String> told = new ArrayList<>();
    new CourseInputs(later)
        .each(
            Tables.CORRECTION,
            alwaysTrue(),
            row ->
                told.add(
                    String.join(
                        " ",
                        text(row, "course_id"),
                        text(row, "correction_id"),
                        text(row, "learner_id"),
                        text(row, "why_not"))));
    return told.stream().sorted().toList();
  }
}

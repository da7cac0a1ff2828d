package vn.chuyencan.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;

/**
 * What persons decide and correct, night by night on the sample: it stands beside what was computed
 * and logged, what it changes is told with its cause, and the order of nights and rows changes
 * nothing.
 */
class PersonsNightTest {
  private static final String RUN = "LHDN-2026-1";
  private static final String PRACTICE_BAND = "1807a01eb45498be";
  private static final String PRACTICE_SHORT = "b9ecc8915fa197ab";
  private static final String THEORY_BAND = "68843a596a229103";
  private static final String THEORY_SHORT = "a6c48e78cd0816e8";
  private static final String NO_CASE = "0123456789abcdef";

  /** HV003 was excused from B5, HV001 missed B3, the platform was down for a day of week 3. */
  private static final List<String> CORRECTIONS =
      List.of(
          "C1,attendance,LHDN-2026-1,HV003,B5,,,,,,,,present,GV01,2026-10-12,Biên bản buổi 5",
          "C2,excuse,LHDN-2026-1,,B3,,,,,,,,,GV01,2026-10-12,Bão số 9",
          "C3,mark,LHDN-2026-1,HV003,,,BT01,"
              + "https://hoctap.hvsp.example/mod/quiz/attempt.php?attempt=51&cmid=21201,"
              + ",,,,10,GV01,2026-10-12,Chấm lại",
          "C4,outage,LHDN-2026-1,,,,,,,,2026-09-22T08:00:00+07:00,2026-09-22T20:00:00+07:00,,"
              + "QT01,2026-09-23,Máy chủ hỏng",
          "C5,post_irrelevant,LHDN-2026-1,HV002,,,,,,"
              + "https://hoctap.hvsp.example/mod/forum/discuss.php?d=21001#p10,,,,"
              + "GV01,2026-10-12,Không liên quan",
          "C6,oral_consultation,LHDN-2026-1,HV001,B2,,,,,,,,,GV01,2026-09-19,Tham vấn tại lớp",
          "C7,mark,LHDN-2026-1,HV003,,,BT01,no-such-attempt,,,,,9,GV01,2026-10-12,Nhầm",
          "C8,attendance,LHDN-2026-1,HV003,B5,,,,,,,,absent,GV01,2026-10-11,Nhập sai");

  @TempDir private Path folder;

  private static String decision(String caseId, String outcome, String note, String digest) {
    return String.join(",", caseId, outcome, "GV01", "2026-10-20", note, digest);
  }

  private static List<CSVRecord> rows(SampleNights nights, String table) {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    Path file = nights.published().resolve("latest/csv").resolve(table + ".csv");
    try (var reader = Files.newBufferedReader(file)) {
      return format.parse(reader).getRecords();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CSVRecord row(SampleNights nights, String table, Map<String, String> where) {
    return rows(nights, table).stream()
        .filter(
            row ->
                where.entrySet().stream().allMatch(c -> row.get(c.getKey()).equals(c.getValue())))
        .findFirst()
        .orElseThrow();
  }

  private static CSVRecord decided(SampleNights nights, String learner, String certificate) {
    return row(
        nights,
        "eligibility_decision",
        Map.of("course_id", RUN, "learner_id", learner, "certificate", certificate));
  }

  private static String digestOf(SampleNights nights, String caseId) {
    return row(nights, "review_case", Map.of("case_id", caseId)).get("evidence_digest");
  }

  private static List<String> decisionsOf(SampleNights nights) {
    List<String> lines = new ArrayList<>();
    for (CSVRecord row : rows(nights, "eligibility_decision")) {
      if (row.get("course_id").equals(RUN)) {
        lines.add(String.join("|", row.toList()));
      }
    }
    return lines;
  }

  private static List<String> causes(SampleNights nights, String learner) {
    return rows(nights, "decision_change").stream()
        .filter(row -> row.get("learner_id").equals(learner))
        .map(
            row -> row.get("certificate") + " " + row.get("criterion_id") + " " + row.get("causes"))
        .toList();
  }

  private SampleNights nights(String name, PersonsRegisters registers) {
    return new SampleNights(folder.resolve(name))
        .registers(registers.folder())
        .deliver(SampleNights.allFiles());
  }

  @Test
  void decisionsAndCorrectionsStandBesideWhatWasComputed() {
    PersonsRegisters registers = new PersonsRegisters(folder.resolve("registers"));
    SampleNights nights = nights("nights", registers);
    nights.run(SampleNights.LAST, "one");
    assertThat(rows(nights, "decision_change")).isEmpty();
    assertThat(decided(nights, "HV003", "theory").get("standing_status")).isEqualTo("NEEDS_REVIEW");
    assertThat(decided(nights, "HV003", "theory").get("open_cases")).isEqualTo("2");
    assertThat(decided(nights, "HV002", "theory").get("standing_status"))
        .isEqualTo("MET_BY_COMPENSATION");

    List<String> decisions =
        new ArrayList<>(
            List.of(
                decision(THEORY_BAND, "granted", "", digestOf(nights, THEORY_BAND)),
                decision(THEORY_SHORT, "granted", "", ""),
                decision(PRACTICE_SHORT, "refused", "Thiếu 42 phút", ""),
                decision(PRACTICE_BAND, "granted", "", "00000000000000ff"),
                decision(NO_CASE, "granted", "", ""),
                THEORY_SHORT + ",more_evidence,GV02,2026-10-15,Cần nhật kí,"));
    registers.decisions(decisions);
    String reviewed = nights.run(SampleNights.LAST, "two").manifest().digest();

    CSVRecord theory = decided(nights, "HV003", "theory");
    assertThat(theory.get("status")).isEqualTo("NEEDS_REVIEW");
    assertThat(theory.get("standing_status")).isEqualTo("MET");
    assertThat(theory.get("open_cases")).isEqualTo("0");
    assertThat(theory.get("decided_by")).contains("GV01").doesNotContain("GV02");
    assertThat(theory.get("decided_on")).isEqualTo("2026-10-20");
    CSVRecord practice = decided(nights, "HV003", "practice");
    assertThat(practice.get("standing_status")).isEqualTo("NOT_MET");
    assertThat(decided(nights, "HV003", "overall").get("standing_status")).isEqualTo("NOT_MET");
    assertThat(row(nights, "review_case", Map.of("case_id", PRACTICE_BAND)).get("state"))
        .isEqualTo("reopened");
    assertThat(rows(nights, "review_decision"))
        .extracting(
            row -> row.get("case_id") + " " + row.get("decided_on") + " " + row.get("state"))
        .containsExactlyInAnyOrder(
            THEORY_BAND + " 2026-10-20 applied",
            THEORY_SHORT + " 2026-10-20 applied",
            THEORY_SHORT + " 2026-10-15 superseded",
            PRACTICE_SHORT + " 2026-10-20 applied",
            PRACTICE_BAND + " 2026-10-20 evidence_changed",
            NO_CASE + " 2026-10-20 no_case");
    assertThat(causes(nights, "HV003"))
        .containsExactly("practice Σ [\"review_decision\"]", "theory Σ [\"review_decision\"]");
    assertThat(rows(nights, "decision_change"))
        .allMatch(row -> row.get("learner_id").equals("HV003"));

    // Nothing new: nothing is told twice and nothing is forgotten.
    Collections.reverse(decisions);
    registers.decisions(decisions);
    assertThat(nights.run(SampleNights.LAST, "again").manifest().digest()).isEqualTo(reviewed);
    assertThat(causes(nights, "HV003")).hasSize(2);

    registers.corrections(CORRECTIONS);
    String corrected = nights.run(SampleNights.LAST, "three").manifest().digest();
    assertThat(rows(nights, "correction"))
        .extracting(
            row ->
                String.join(
                    " ",
                    row.get("correction_id"),
                    row.get("learner_id"),
                    row.get("value_before"),
                    row.get("value_after"),
                    row.get("why_not")))
        .contains(
            "C1 HV003 excused present ",
            "C2 HV001 absent excused ",
            "C2 HV003 present  was_present",
            "C3 HV003 6.5 10 ",
            "C4 *  weeks=3 ",
            "C5 HV002 stands irrelevant ",
            "C6 HV001  counted ",
            "C7 HV003   unknown_target",
            "C8 HV003 excused  superseded");
    CSVRecord session =
        row(
            nights,
            "attendance_record",
            Map.of("course_id", RUN, "learner_id", "HV003", "session_id", "B5"));
    assertThat(session.get("status")).isEqualTo("excused");
    assertThat(session.get("corrected_status")).isEqualTo("present");
    assertThat(session.get("counted_present")).isEqualTo("true");
    CSVRecord attempt =
        row(
            nights,
            "assessment_attempt",
            Map.of("course_id", RUN, "learner_id", "HV003", "exercise_id", "BT01"));
    assertThat(attempt.get("score_raw")).isEqualTo("6.5");
    assertThat(attempt.get("corrected_score")).isEqualTo("10");
    assertThat(attempt.get("percent")).isEqualTo("100");
    // Week 3 is a gap now: HV003's single access in it is no failure any more.
    assertThat(
            row(
                    nights,
                    "criterion_result",
                    Map.of("course_id", RUN, "learner_id", "HV003", "criterion_id", "FC-TT.1"))
                .get("status"))
        .isEqualTo("INSUFFICIENT_DATA");
    assertThat(causes(nights, "HV003")).contains("overall FC-TT.1 [\"correction\"]");

    // The decision bound to figures stands: time was not corrected.
    assertThat(decided(nights, "HV003", "theory").get("standing_status")).isEqualTo("MET");

    // All at once in another warehouse, and rows in another order.
    List<String> reversed = new ArrayList<>(CORRECTIONS);
    Collections.reverse(reversed);
    registers.corrections(reversed);
    assertThat(nights("once", registers).run(SampleNights.LAST, "once").manifest().digest())
        .isEqualTo(corrected);
  }

  @Test
  void aFrozenRunGivesNoticesAndKeepsItsDecisions() {
    PersonsRegisters registers = new PersonsRegisters(folder.resolve("registers"));
    SampleNights nights = nights("frozen", registers);
    LocalDate before = LocalDate.of(2026, 10, 4);
    nights.run(before, "early");
    assertRefused(ErrorCode.COURSE_NOT_CLOSED, () -> freeze(nights.night(before), RUN));
    nights.run(SampleNights.LAST, "one");
    assertThat(rows(nights, "decision_change"))
        .isNotEmpty()
        .allMatch(row -> !row.get("causes").contains("measures"));

    assertRefused(ErrorCode.COURSE_UNKNOWN, () -> freeze(nights.night(SampleNights.LAST), "X"));
    assertRefused(
        ErrorCode.COURSE_NOT_FROZEN,
        () -> FreezeJob.unfreeze(nights.night(SampleNights.LAST), RUN, "GV01", null));
    FreezeJob.Frozen frozen = freeze(nights.night(SampleNights.LAST), RUN);
    assertThat(frozen.asOf()).isEqualTo("2026-10-11");
    assertThat(frozen.decisions()).isEqualTo(108);
    assertRefused(
        ErrorCode.COURSE_FROZEN_ALREADY, () -> freeze(nights.night(SampleNights.LAST), RUN));
    List<String> kept = decisionsOf(nights);
    int changes = rows(nights, "decision_change").size();

    registers.corrections(CORRECTIONS);
    registers.decisions(List.of(decision(THEORY_SHORT, "refused", "Muộn", "")));
    String told = nights.run(SampleNights.LAST, "late").manifest().digest();
    assertThat(decisionsOf(nights)).isEqualTo(kept);
    assertThat(rows(nights, "decision_change")).hasSize(changes);
    assertThat(rows(nights, "review_decision"))
        .singleElement()
        .satisfies(row -> assertThat(row.get("state")).isEqualTo("frozen"));
    CSVRecord notice =
        row(
            nights,
            "correction_notice",
            Map.of("course_id", RUN, "learner_id", "HV003", "certificate", "theory"));
    assertThat(notice.get("frozen_standing")).isEqualTo("NEEDS_REVIEW");
    assertThat(notice.get("standing_now")).isEqualTo("NOT_MET");
    assertThat(notice.get("causes")).contains("correction", "review_decision");
    List<String> notices = lines(rows(nights, "correction_notice"));

    assertThat(nights.run(SampleNights.LAST.plusDays(1), "next").manifest().tables()).isNotEmpty();
    assertThat(lines(rows(nights, "correction_notice"))).isEqualTo(notices);
    assertThat(nights.run(SampleNights.LAST, "back").manifest().digest()).isEqualTo(told);

    FreezeJob.unfreeze(nights.night(SampleNights.LAST), RUN, "GV01", "Theo thông báo");
    nights.run(SampleNights.LAST, "lifted");
    assertThat(decided(nights, "HV003", "theory").get("standing_status")).isEqualTo("NOT_MET");
    assertThat(rows(nights, "correction_notice")).isEmpty();
    assertThat(rows(nights, "course_freeze"))
        .singleElement()
        .satisfies(row -> assertThat(row.get("lifted_by")).isEqualTo("GV01"));
    assertThat(causes(nights, "HV003"))
        .anyMatch(line -> line.startsWith("theory Σ") && line.contains("review_decision"));
    assertRefused(
        ErrorCode.COURSE_NOT_DECIDED,
        () -> {
          Night night = nights.night(SampleNights.LAST);
          MeasureJob.run(night, MeasureJob.Extent.EVERYTHING, Progress.NONE);
          freeze(nights.night(SampleNights.LAST), RUN);
        });
  }

  /** What came late and what was filled in the log is told as the cause, of whom it was. */
  @Test
  void lateEventsAreTheCauseOfWhatTheyChange() {
    SampleNights nights = new SampleNights(folder.resolve("late"));
    List<String> late =
        SampleNights.allFiles().stream().filter(file -> file.matches(".*W40.*")).toList();
    List<String> rest = new ArrayList<>(SampleNights.allFiles());
    rest.removeAll(late);
    nights.deliver(rest).run(SampleNights.LAST, "one");
    assertThat(late).isNotEmpty();
    nights.deliver(late).run(SampleNights.LAST, "two");

    List<CSVRecord> changes = rows(nights, "decision_change");
    assertThat(changes)
        .isNotEmpty()
        .allMatch(row -> row.get("as_of").equals("2026-11-02"))
        .allMatch(row -> !row.get("status_after").isEmpty())
        .allMatch(row -> row.get("causes").contains("late_event"))
        .noneMatch(row -> row.get("causes").matches(".*(register|program|policy|measures).*"));
    assertThat(changes).anyMatch(row -> row.get("criterion_id").equals("Σ"));
    assertThat(changes)
        .filteredOn(row -> row.get("criterion_id").equals("FC-LT.1"))
        .isNotEmpty()
        .allMatch(row -> !row.get("value_before").equals(row.get("value_after")));
  }

  private static List<String> lines(List<CSVRecord> rows) {
    return rows.stream().map(row -> String.join("|", row.toList())).toList();
  }

  private static FreezeJob.Frozen freeze(Night night, String run) {
    return FreezeJob.freeze(night, run, "GV01", "QĐ 12", FreezeJob.Demand.CLOSED);
  }

  private static void assertRefused(ErrorCode code, Runnable work) {
    assertThatThrownBy(work::run)
        .isInstanceOfSatisfying(
            PipelineException.class,
            refused -> assertThat(refused.faults()).extracting(Fault::code).containsExactly(code));
  }
}

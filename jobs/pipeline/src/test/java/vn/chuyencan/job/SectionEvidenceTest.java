package vn.chuyencan.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chuyencan.comply.Compliance;
import vn.chuyencan.comply.Indicator;
import vn.chuyencan.comply.Regulation;
import vn.chuyencan.comply.Regulations;
import vn.chuyencan.comply.ReportPeriod;
import vn.chuyencan.job.compliance.ComplianceJob;
import vn.chuyencan.testing.Golden;

/** The learning evidence of rules, after a night on the sample: the log is summed, never lost. */
class SectionEvidenceTest {
  private static final LocalDate AS_OF = LocalDate.of(2026, 12, 15);

  @TempDir private static Path folder;

  private static SampleNights nights;
  private static Compliance compliance;

  @BeforeAll
  static void oneNight() {
    nights = new SampleNights(folder).deliver(SampleNights.allFiles());
    nights.run(SampleNights.LAST, "night");
    compliance = ComplianceJob.open(nights.night(AS_OF), new ReportPeriod(2026, AS_OF));
  }

  @AfterAll
  static void close() {
    compliance.close();
  }

  /**
   * Everything that rules find of the sample, but for the words that rules have in common:
   * sample-data/README.md tells what was planted and reckoned by hand.
   */
  @Test
  void whatRulesFindIsWhatIsExpected() throws IOException {
    StringBuilder table = new StringBuilder("rule_id,scope_id,value,status,missing,detail\n");
    for (Indicator found : ComplianceJob.judge(compliance)) {
      List<String> cells =
          Stream.of(
                  found.rule().id(),
                  found.scopeId(),
                  found.value() == null ? "" : found.value().stripTrailingZeros().toPlainString(),
                  found.status() == null ? "" : found.status().name(),
                  found.missing(),
                  found.detail())
              .map(cell -> cell.contains(",") ? '"' + cell + '"' : cell)
              .toList();
      table.append(String.join(",", cells)).append('\n');
    }
    Path file = folder.resolve("compliance_indicator.csv");
    Files.writeString(file, table.toString());
    Golden.assertMatches(file, "forms/compliance/compliance_indicator.csv");
  }

  /**
   * Who did how much: the sums are those that measures make from bursts, by another way; only
   * answers that were deleted are in no sum.
   */
  @Test
  void everyActThatCountsIsInTheSums() {
    List<Map<String, Object>> differing =
        compliance.rows(
            """
            SELECT m.course_id, m.learner_id, m.events, s.events AS summed
            FROM lake.learner_course_measure m
            LEFT JOIN (SELECT course_id, person_id, SUM(events) AS events
              FROM lake.section_activity GROUP BY course_id, person_id) s
              ON s.course_id = m.course_id AND s.person_id = m.learner_id
            LEFT JOIN (SELECT course_id, learner_id, COUNT(*) AS answers FROM lake.forum_post
              WHERE kind = 'reply' AND deleted GROUP BY course_id, learner_id) d
              ON d.course_id = m.course_id AND d.learner_id = m.learner_id
            WHERE m.role = 'learner'
              AND m.events <> COALESCE(s.events, 0) + COALESCE(d.answers, 0)
            """);
    assertThat(differing).isEmpty();
    assertThat(compliance.rows("SELECT SUM(events) AS n FROM lake.section_activity").get(0))
        .extractingByKey("n")
        .satisfies(n -> assertThat((BigDecimal) n).isGreaterThan(BigDecimal.valueOf(5_000)));
  }

  /** Whom an answer reached: as the table of posts tells it. */
  @Test
  void answersReachWhoBeganTheDiscussion() {
    String posts =
        """
        SELECT course_id, learner_id, discussion_learner_id AS other_id, COUNT(*) AS answers
        FROM lake.forum_post WHERE kind = 'reply' AND NOT deleted
        GROUP BY course_id, learner_id, discussion_learner_id ORDER BY 1, 2, 3
        """;
    String sums =
        """
        SELECT a.course_id, a.person_id AS learner_id, a.other_id, SUM(a.events) AS answers
        FROM lake.section_activity a JOIN reg.enrolment e
          ON e.course_id = a.course_id AND e.learner_id = a.person_id AND e.role = 'learner'
        WHERE a.action = 'replied' GROUP BY a.course_id, a.person_id, a.other_id ORDER BY 1, 2, 3
        """;
    assertThat(compliance.rows(sums)).isEqualTo(compliance.rows(posts)).isNotEmpty();
  }

  /** Runs that were over before the year, or that open after the last day, are not asked. */
  @Test
  void runsThatAreNotOpenInTheYearAreLeftOut() {
    LocalDate first = LocalDate.of(2027, 1, 1);
    assertThat(SectionEvidence.rows(nights.night(AS_OF), first, first.plusDays(30))).isEmpty();
    assertThat(
            SectionEvidence.rows(
                nights.night(AS_OF), AS_OF.withDayOfYear(1), LocalDate.of(2026, 9, 13)))
        .allSatisfy(row -> assertThat(row[0]).isEqualTo("LHDN-2026-1"))
        .isNotEmpty();
  }

  /** Reckoned by hand from the registers, see the README of the sample. */
  @ParameterizedTest
  @CsvSource({
    "C28-2.1, CNGD-TX-2024, MET, 0.813258",
    "C28-2.2, QLGD-TX-2024, MET, 0.97962",
    "C28-3.1, CNGD-TX-2024, NEEDS_REVIEW, 0.975",
    "C28-3.2, QLGD-TX-2024, NOT_MET, 0.9375",
    "C28-5.4a, LHDN-2026-1, , 680",
    "C28-5.4a, DGHT-2026-1, , 480",
    "C28-5.4a-peers, LHDN-2026-1, , 90",
    "C28-5.5-exam, DGHT-2026-1, NOT_MET, 0.931034",
    "C28-5.7b, CNGD-TX, MET, 0.3",
    "C28-5.7b, QLGD-TX, MET, 0.373333",
    "C28-5.7c, lecturer, NOT_MET, 0.956522",
    "C28-9.3, QLGD-TX:HK1-2026, NOT_MET, 0.4",
    "C28-9.3, QLGD-TX:HK2-2025, MET, 0.333333",
    "C28-9.7, LHDN-2026-1, MET, 1",
    "C28-9.7, DGHT-2026-1, NOT_MET, 0.833333",
    "C28-9.8, DGHT-2026-1, NOT_MET, 0.833333",
    "C28-9.8, LHDN-2026-1, MET, 1",
    "C28-12.2a, CNGD-TX, NOT_APPLICABLE, 59",
    "C28-13.1b2-database, QD-2026-112, NOT_MET, 1",
    "C28-13.1b2-ministry, QD-2026-112, MET, 0",
    "C28-14.2, *, NOT_MET, 0.8",
    "C08-13, CNGD-TX, NOT_MET, 0.981132",
    "C08-14-time, CNGD-TX, NOT_MET, 0.75"
  })
  void theSampleIsJudgedAsReckoned(String rule, String scope, String status, BigDecimal value) {
    Indicator found = judge(rule, scope);
    assertThat(found.status() == null ? null : found.status().name()).isEqualTo(status);
    assertThat(found.value()).isEqualByComparingTo(value);
  }

  private static Indicator judge(String id, String scope) {
    for (Regulation regulation : Regulations.all()) {
      for (Regulation.Rule rule : regulation.rules()) {
        if (rule.id().equals(id)) {
          return compliance.judge(regulation, rule).stream()
              .filter(found -> found.scopeId().equals(scope))
              .findFirst()
              .orElseThrow();
        }
      }
    }
    throw new AssertionError("no rule " + id);
  }
}

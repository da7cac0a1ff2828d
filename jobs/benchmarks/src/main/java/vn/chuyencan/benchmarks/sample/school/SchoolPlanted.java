package vn.chuyencan.benchmarks.sample.school;

/**
 * What the school of the sample shows, as a part of {@code sample-data/README.md}. Every expected
 * figure was reckoned by hand from the rows, not by the program.
 */
public final class SchoolPlanted {
  private static final String TEXT =
      """

      ## The school

      `school/` is another invented institution, «Trường THPT Đồng Xanh» (`thptdx`), with what \
      Circular 09/2021 asks of schools: three classes with their teachers, 16 pupils, 18 lessons of \
      the school year 2025-2026 in its two semesters, 61 statements of its platform. \
      `chuyencan run --config sample-data/school/chuyencan.yaml --as-of 2026-07-15`, then \
      `chuyencan report --form circular09-review --year 2026 --config … --as-of 2026-07-15` writes \
      the reviews of both semesters; what must come of it lies in \
      `expected/forms/circular09-review`. Absent on purpose: `inventory` and `staff`, so that \
      C09-10 and C09-15.5 have insufficient data and name who must supply it. HK1-2025 begins in \
      the year before the report's: its lessons, examinations and questions count from the \
      semester's first day.

      Activities of Articles 5.2 and 5.3: weeks of pupils and of teachers with a lesson given \
      online, and in how many of them each activity is seen (attend, tasks, materials, ask; teach, \
      assign, support, answer).

      | semester | class | pupils' weeks | attend | tasks | materials | ask | teachers' weeks | teach | assign | support | answer |
      |---|---|---|---|---|---|---|---|---|---|---|---|
      | HK1-2025 | 10A1-TIN | 12 | 11 | 7 | 9 | 3 | 2 | 2 | 0 | 1 | 1 |
      | HK1-2025 | 11B2-TOAN | 4 | 2 | 0 | 1 | 0 | 1 | 1 | 0 | 0 | 0 |
      | HK2-2025 | 10A1-TIN | 12 | 11 | 7 | 9 | 2 | 2 | 2 | 1 | 1 | 1 |
      | HK2-2025 | 11B2-TOAN | 13 | 4 | 4 | 4 | 1 | 3 | 2 | 0 | 1 | 1 |
      | HK2-2025 | 12C1-HOA | 10 | 0 | 1 | 5 | 0 | 2 | 0 | 0 | 1 | 0 |

      | rule | in the registers | what must come of it |
      |---|---|---|
      """;

  private static final String RULES =
      """
      C09-2.3, C09-2.4 | lessons by mode | support: Tin học 4 of 8, Toán 3 of 6, Hóa học 1 of 4; replace: 2 of 8, 2 of 6, 2 of 4
      C09-4.1 | M04 names no requirement | Toán 4 of 5, not met; Tin học 6 of 6, Hóa học 3 of 3
      C09-5.1 | 12C1 has no live log, no answers, no work that was looked at | 10A1 5 of 5; 11B2 3 of 4 (M06); 12C1 0 of 3
      C09-5.3-TG | answers after 40, 100 and 20 minutes; two questions without a teacher's answer | median 40, 2 of 5 open
      C09-5.4 | M06 is given after QD-BK-01 ended; QD-LOP-01 is for 12C1 only | 11B2 1 of 2, not met; 10A1 and 12C1 2 of 2
      C09-6.1 | regular marks beside the midterm's | 10A1 2, 11B2 1, 12C1 3 a pupil
      C09-6.2 | KT-11 online without a reason; KT-10 and KT-12 with reason and decision | finals not met (KT-11); midterms met, to be compared pupil by pupil
      C09-7.3 | HL-04 approved before the team passed it, HL-05 used before it was approved | 3 of 5, not met
      C09-8.1a, C09-8.1b-LT | HS-01, HS-02 | met
      C09-8.1b | nobody does anything on 2026-04-14, the day of H04 | 11 of 12 days, not met
      C09-8.1c | Toán has no plan by month in person; the plans of Hóa học are named by the subject | Toán 5 of 6, not met; the others met
      C09-8.1d | HS09 has no mark of the year; HS10 left in April and does not count | 11B2 3 of 4, not met; 6 of 6 and 5 of 5
      C09-8.2 | no document | not met
      C09-9.1 | pupils cannot talk to each other in the live room | 9.1b2 not met, 7 of 8
      C09-9.2 | 9.2c5 has neither proof nor test | 11 of 12
      C09-9.3 | no content system | does not apply
      C09-10, C09-15.5 | `inventory` and `staff` are absent | insufficient data
      C09-15.1 | the list of materials (đ) is of August 2024 | 7 of 8
      C09-15.1g-TH | T08 and M04 were never given | support: Tin học 3 of 4, Toán 2 of 3
      C09-15.1i | HS06 has the code of HS05, HS16 none | 17 of 20 accounts (HS05, HS06, HS16), not met
      C09-15.1i-SO | HS11 and HS16 | 17 of 19 persons, not met
      C09-15.1i-TR | HS05 and HS06; HS09 with accounts 209 and 299; account 999 | one of each
      C09-15.4 | page of the conditions last seen on 2025-12-01 | c not met, the others met
      C09-15.6 | review of HK2 on 2026-07-06, due 2026-06-28 | HK1 met, HK2 not met: late
      C09-15.6-SL | two reviews | 2, met
      C09-15.6-GUI | the commune was not sent the second | HK2-2025/commune not met, the other three met
      C09-16.1 | GV03 was never trained | 2 of 3
      C09-17, C09-17-NV | only 10A1 calls the roll and collects work | present 27 of 30; handed in 2 of the 3 that were owed
      """;

  private SchoolPlanted() {}

  /** The part of the README. */
  public static String text() {
    StringBuilder text = new StringBuilder(TEXT);
    RULES.lines().forEach(line -> text.append("| ").append(line).append(" |\n"));
    return text.toString();
  }
}

package vn.chuyencan.benchmarks.sample.institution;

/**
 * What the registers of the institution show, as a part of {@code sample-data/README.md}: the
 * figures of the annexes and, for each rule, what is not as the law wants it. Every expected figure
 * was reckoned by hand from the rows, not by the program.
 */
public final class Planted {
  private static final String HEAD =
      """

      ## The institution

      Two distance programmes, `CNGD-TX` and `QLGD-TX`, with their regular counterparts; three \
      places, `TSC` (head seat), `PH` (branch), `SM` (the partner `DT01`), and one, `NVH`, that \
      is none; intakes of 2023 (under Circular 10/2017), 2024, 2025 and 2026. The learners \
      HV001–HV036 of the course runs are the intake of 2024 of `CNGD-TX`, HV037–HV060 that of \
      `QLGD-TX`; `LHDN-2026-1` is a section of the course CNG305, `DGHT-2026-1` of GDS301, which \
      both programmes have. HV061–HV160 and the regular CQ001–CQ014 stand in no course run. The \
      registers tell what was known on 2026-12-01; nobody's status changes until 31 December.

      Absent on purpose: `lesson_plan` and `person_number`, which schools need and `school/` has.

      ### Annex I, table III, for 2026

      Columns (6) to (13) of the form, then what only a reconciliation needs: learners on \
      31/12/2025, who left by themselves, came (+) and went (–) to or from other institutions or \
      places, and who is on leave on 31/12/2026 and was not the year before. (12 months' flow: \
      before + enrolled – dismissed – graduated – left + moved – on leave = 31/12.)

      | programme | place | (6) | (7) | (8) | (9) | (10) | (11) | (12) | (13) | before | left | moved | on leave |
      |---|---|---|---|---|---|---|---|---|---|---|---|---|---|
      | CNGD-TX | TSC | 15 | 4 | 1 | 2 | 1 | 2 | 4 | 45 | 46 | 2 | +1 –1 | 1 |
      | CNGD-TX | PH | 10 | 3 | 1 | 1 | 1 | 0 | 0 | 27 | 22 | 1 | 0 | 0 |
      | CNGD-TX | SM | 5 | 1 | 1 | 2 | 0 | 0 | 0 | 12 | 8 | 0 | 0 | 0 |
      | QLGD-TX | TSC | | 3 | 1 | 1 | 2 | 1 | 0 | 19 | 14 | 1 | +1 +1 | 2 |
      | QLGD-TX | PH | | 3 | 0 | 1 | 0 | 0 | 0 | 10 | 6 | 0 | 0 | 0 |
      | QLGD-TX | SM | | 3 | 1 | 1 | 1 | 0 | 0 | 25 | 20 | 0 | –1 | 0 |

      The quota of `QLGD-TX` in 2026 is 40 and not split by place. Column (10) of `TSC` counts \
      one postgraduate in each programme (HV110, HV145). The rows of `SM` are Annex II, table II.

      ### Annex I, table IV, for 2026

      | programme | (3) | (4) | (5) | (6) | (7) | (8) | 9 |
      |---|---|---|---|---|---|---|---|
      | CNGD-TX | 8 | 2 | 3 | 1 | 1 | 1 | 2 |
      | QLGD-TX | 5 | 2 | 6 | 1 | 1 | 1 | 2 |

      (4) holds one full-time lecturer each, one jointly appointed (GV15) and one engaged after \
      retirement (GV16).

      ### Article 14.5 b on 2026-11-20

      | intake | admitted | studying | left or dismissed | graduated | others |
      |---|---|---|---|---|---|
      | CNGD-TX-K2023 | 24 | 15 | 3 | 4 | 1 on leave, 1 moved away |
      | CNGD-TX-K2024 | 36 | 35 | 1 | 0 | |
      | CNGD-TX-K2025 | 20 | 17 | 2 | 0 | 1 never came |
      | CNGD-TX-K2026 | 20 | 17 | 1 | 0 | 2 never came |
      | QLGD-TX-K2024 | 24 | 23 | 0 | 0 | 1 on leave |
      | QLGD-TX-K2025 | 18 | 15 | 2 | 0 | 1 on leave |
      | QLGD-TX-K2026 | 18 | 16 | 1 | 0 | 1 never came |

      ### What was planted

      | rule | in the registers | what must come of it |
      |---|---|---|
      """;

  private static final String RULES =
      """
      reg_version | CNGD-TX-K2023; HV084 was admitted on 12/02/2024 by a decision of that day | Circular 10/2017 for all 24, HV084 too by the recommended reading
      C28-2.1 | six practical courses; QLG409 has no syllabus | CNGD-TX 81.33 % (both versions); QLGD-TX between 81.83 % and 84.33 %, met either way, input missing
      C28-2.2 | QLG406 and QLG407 by mail | network all of CNGD-TX; 2884 of 2944 hours of QLGD-TX = 97.96 %; methods of QLGD-TX: network and mail
      C28-3.1 | CNG410: 3 credits at a distance, 4 in the regular programme | CNGD-TX to be looked at, one difference; QLGD-TX none
      C28-3.2 | plan of QLGD-TX 45 months, of QLGD-CQ 48 | QLGD-TX not met; CNGD-TX 48 and 48 met
      C28-3.3 | HV064: 48 of 120 credits recognised | longest time 96 × (1 – 48/120) = 57.6 months
      C28-3.4 | page of QLGD-TX-K2026 public on 2026-05-11, admission opened on 2026-05-04; no review of QLGD-TX in 2026 | both not met for QLGD-TX; the other intakes and CNGD-TX met
      C28-4.3 | main material of GDC205 is print, taught over the network | wrong medium; those of QLG406 and QLG407, by mail, are right
      C28-4.5, C30-6.3 | HL-QLG304-B appraised on 2026-09-21, approved on 2026-10-01, used on 2026-09-07 | not met for that one
      C30-6.2 | HL-GDC108-C last reviewed on 2025-04-10 | older than twelve months; of the other 83 in use 80 were reviewed on 2026-06-10 and 3 approved less than twelve months ago
      C28-5.2a | CNGD-CQ took in 2018, 2020, 2021, 2022; QLGD-CQ 2021, 2022, 2023 | both met: three consecutive years before the decisions of 2023-05-03 and 2024-05-08; the gap of 2019 does no harm
      C28-5.4a | live rooms | lecturer and learners: LHDN-2026-1 680 minutes, DGHT-2026-1 480; group room: three learners 30 minutes each, and none
      C28-5.5 | identity checks | examination: LHDN 35 of 35, DGHT 27 of 29 (HV060 not checked, HV056 failed); midterm 35 of 35, 30 of them strong
      C28-5.7a | GV03, a doctor in charge of QLGD-TX, teaches only CNGD-TX | not met for QLGD-TX; GV01 and GV04 of CNGD-TX teach
      C28-5.7b | visiting lecturers in 2026 | CNGD-TX 31.5 of 105 credits = 30.0 %, met; QLGD-TX 28 of 75 = 37.33 %, of the partner 16 of 75 = 21.33 %, met
      C28-9.3 | the same by term | CNGD-TX 30.0 % twice; QLGD-TX HK2-2025 33.33 % with 23.33 %, met; HK1-2026 40.0 % with exactly 20.0 %, not met
      C28-5.7c | GV19 and HT05 never trained | lecturers 22 of 23, support staff 4 of 5, managers 5 of 5
      C28-5.8a | no item C28-5.8a.2 (offices) | not met; rooms 1 of 2
      C28-5.8đ | HL-QLG304-B late (year 3 due 2025-09-09); HL-QLG408-C planned for 2026-12-15 (year 4 due 2026-09-09) | CNGD-TX complete; QLGD-TX years 1, 2 complete, year 3 and year 4 nine of ten courses each
      C28-6.5 | intakes in 2024, 2025, 2026 | no lapse
      C28-7.1 | session B3 of DGHT-2026-1 at NVH; B4 of LHDN-2026-1, practice, at a school | one exception: B3
      C28-7.3 | contract HD-2024-08 signed on 2024-06-10, the partner appraised on 2024-07-02 | not met for CNGD-TX; HD-2024-07 met
      C28-8.2 | HV009 enrolled in LHDN-2026-1 on 2026-09-21, registration closed on 2026-09-18 | one exception
      C28-9.6 | progress reports of HK2-2025 | 104 of the 112 who studied on 2026-06-15 (none at the branch in the first year)
      C28-9.7 | GDS301 designs no advice | LHDN-2026-1 designs all four; DGHT-2026-1 not met
      C28-9.8 | HD8 of GDS301 is the session B8, which was cancelled | one planned activity without a record
      C28-9.9 | rules of the security of learning data (f) | 5 of 6
      C28-10.2 | THI-2026-14 at NVH; THI-2026-07 and THI-2026-08 online, only the first with a decision | finals in person 12 of 14, at a lawful place 11 of 12; the online ones to be looked at
      C28-10.3 | DE-2026-03 confirmed the day after, DE-2026-14 never | 12 of 14
      C28-12.1 | survey KS-2026-NH, 24 of 120 answered | software mean 3.875, 58.3 % give 4 or 5; the other five dimensions 4.125, 83.3 %
      C28-12.1 | stakeholders: 3 of 40 | 7.5 %: shown, not interpreted
      C28-12.1, C30-10.3 | ten complaints of 2026 | 9 answered, median 12 hours; 9 resolved, median 4 days; 2 overdue (YK-2026-08, YK-2026-10 still open)
      C28-12.2a | CNGD-TX has graduates and was assessed on 2026-09-18, nothing decided | due 2027-02-12; on 2026-12-15 there are 59 days left
      C28-12.2b | QLGD-TX is not registered | not registered; no graduates yet
      C28-13.1b1 | QD-2024-025 names no learners | 4 of 5; QD-2026-112 5 of 5
      C28-13.1b2 | QD-2026-112 of Mon 2026-04-20: due Thu 2026-05-07 over 27/4, 30/4 and 1/5; in the database on 2026-05-08, sent on 2026-05-07 | one day late, and in time; QD-2024-025 due 2024-05-22, on that day and before, in time
      C28-13.1d | six works | 5 checked, 1 copied and dealt with
      C28-13.2a | review of 2026 without C28-5.9 | 9 of 10 points; 2025 complete
      C28-13.2b | induction of the intake of 2026 | CNGD-TX 18 of 18, QLGD-TX 15 of 17
      C28-14.1a | Annex I of 2025 | Ministry 22/12 and province 30/12 in time, managing body 31/12: on the day itself
      C28-14.1b | Annex II of 2025 | Ministry and province in time, commune on 2026-01-06: late
      C28-14.2 | cohort CNGD-TX-K2025 sent as 18; staff of QLGD-TX 14 of 15 mandatory fields | 17 here: not equal; in the latest updates complete 165 of 166 mandatory fields, equal 186 of 188
      C28-14.4 | quality conditions of QLGD-TX public on 2024-09-20, first class on 2024-09-09 | d not met; a, b, c, đ met
      C28-14.5 | evidence of Article 5 last changed on 2026-05-04 | older than 90 days; the figures of 14.5 b of 2026-10-01 are not
      C30-4 | QD-2024-030 lists all courses but QLG404 | not met for QLG404; CNG410 is not equal in credits (3 and 4); all others met
      C30-5.3 | no system gives other information to authorities (c6) | 14 of 15; synchronous 10 of 10
      C30-5.4 | the content system has the same gap and an authoring tool | 15 of 16
      C30-5.3c-Q | clock drift of the platform in May 2600 ms | above 2 s; all other months 120 ms, live rooms 80 ms; LCMS and QLDT are not watched
      C30-7.5 | guidance of QLGD-TX-K2026 on 2026-09-12, start on 2026-09-07 | too late; CNGD-TX 18 of 18 before
      C30-8.1 | platform up 98.70 % in July | 99.95 % in the other months; at most 73 users at once of 500 tested
      C30-9 | 22 of 24 have device and connection | 91.7 %
      C30-11 | points 1 to 7 | 8, optional in effect, absent
      C30-12.4 | review of 2026 used learners and lecturers only | not met: support staff missing; 2025 met
      C08-13 | HV124: 63 of 120 credits recognised | 52.5 %, above one half
      C08-14 | HV064: conditions met on 2026-05-29, decision on 2026-11-16 | later than three months
      C08-14 | HV063: average 3.21, 9 of 120 credits retaken = 7.5 % | one class lower: good; HV061, 2.5 %, keeps very good
      C28-PL1.VI | 60 courses of both programmes | main material approved for 59, supplementary for 60; in 2026 new 20, revised 2
      C28-PL-R3 | entry level unknown: HV069 (2023), HV130 (2025) | told as not determined in those years; none in 2026
      Q3784-II.B, III.B | package of CNG305: council before the opinions (II.B4), videos never appraised (III.B7) | these two steps not met, the other 17 of I to III met
      Q3784-IV.B2b | week 2 has no answers, its exercises came on 2026-03-10 for 2026-03-09 | week 1 nine of nine, week 2 seven of nine
      Q3784-IV.B3 | video V3 did not open | 24 of 25 items
      Q3784-IV.B5 | no expert answered | not met for experts; learners 21, lecturers 2
      Q3784-V.II | the syllabus declares no 7c (online final) | 13 of 14
      Q3784-V.III | slide-2.pptx is 4 : 3, with one run of 14 points, one in Georgia | ratio, size and face 1 of 2 decks; 4 of 5 runs large enough; S2 declares no summary
      Q3784-V.IV.2 | reading-2.pdf: Helvetica 12, single lines, 30 mm at the left | D1 six of six, D2 two of six (PDF, top)
      Q3784-V.VI.2a | C2-19 and C2-20 are one text | chapter 1: 20, chapter 2: 19, not met
      Q3784-V.VI.2b | C2-10 has no hint | 39 of 40
      Q3784-V.VI.3a | 30 in the midterm, 49 of a pool of 60 in the final | midterm met, final not met
      Q3784-V.VI.3b | objective: 18 of each chapter, 30 and 60; C2-20 is a situation | 18 + 18 + 30 + 60 = 126
      Q3784-V.VI.4 | four questions with results: p 0.875, 0.75, 0.5, 0.125; r 0.31, 0.42, 0.27, –0.08 | mean p 0.5625, C1-04 below 0.2; mean r 0.23, C1-04 below 0
      Q3784-V.VII.3, VIII.3, IX | E2 without a hint; R2 without author's year and owner | 1 of 2; 1 of 2; R2 missing
      C28-PL-R10 | six full-time support staff and managers, 138 learners | 23 learners each
      """;

  private Planted() {}

  /** The part of the README that tells of the institution. */
  public static String text() {
    StringBuilder text = new StringBuilder(HEAD);
    RULES.lines().forEach(line -> text.append("| ").append(line).append(" |\n"));
    return text.toString();
  }
}

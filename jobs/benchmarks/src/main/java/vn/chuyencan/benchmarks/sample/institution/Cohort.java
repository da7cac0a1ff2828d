package vn.chuyencan.benchmarks.sample.institution;

import java.util.List;

/**
 * One intake.
 *
 * @param id identifier
 * @param program programme
 * @param version version that it studies
 * @param opens first day of receiving applications
 * @param admitted day on which the admitted are announced
 * @param enrolled day on which they come
 * @param starts first day of teaching
 */
record Cohort(
    String id,
    String program,
    String version,
    String opens,
    String admitted,
    String enrolled,
    String starts) {

  private static final String DISTANCE =
      """
      CNGD-TX-K2023|CNGD-TX|CNGD-TX-2023|2023-05-08|2023-08-14|2023-09-05|2023-09-11
      CNGD-TX-K2024|CNGD-TX|CNGD-TX-2024|2024-06-10|2024-08-12|2024-09-04|2024-09-09
      CNGD-TX-K2025|CNGD-TX|CNGD-TX-2024|2025-05-05|2025-08-11|2025-09-03|2025-09-08
      CNGD-TX-K2026|CNGD-TX|CNGD-TX-2024|2026-05-04|2026-08-10|2026-09-03|2026-09-07
      QLGD-TX-K2024|QLGD-TX|QLGD-TX-2024|2024-06-03|2024-08-12|2024-09-04|2024-09-09
      QLGD-TX-K2025|QLGD-TX|QLGD-TX-2024|2025-05-05|2025-08-11|2025-09-03|2025-09-08
      QLGD-TX-K2026|QLGD-TX|QLGD-TX-2024|2026-05-04|2026-08-10|2026-09-03|2026-09-07
      """;

  /** Regular intakes; Educational Technology had none in 2019. */
  private static final String REGULAR =
      """
      CNGD-CQ-K2018|CNGD-CQ|CNGD-CQ-2018|2018-05-04|2018-08-06|2018-09-05|2018-09-10
      CNGD-CQ-K2020|CNGD-CQ|CNGD-CQ-2018|2020-06-01|2020-10-05|2020-10-12|2020-10-19
      CNGD-CQ-K2021|CNGD-CQ|CNGD-CQ-2018|2021-05-04|2021-09-16|2021-09-24|2021-10-04
      CNGD-CQ-K2022|CNGD-CQ|CNGD-CQ-2018|2022-05-04|2022-09-16|2022-09-22|2022-10-03
      QLGD-CQ-K2021|QLGD-CQ|QLGD-CQ-2021|2021-06-01|2021-09-16|2021-09-24|2021-10-04
      QLGD-CQ-K2022|QLGD-CQ|QLGD-CQ-2021|2022-05-04|2022-09-16|2022-09-22|2022-10-03
      QLGD-CQ-K2023|QLGD-CQ|QLGD-CQ-2021|2023-05-04|2023-08-22|2023-09-05|2023-09-11
      """;

  static List<Cohort> distance() {
    return of(DISTANCE);
  }

  static List<Cohort> regular() {
    return of(REGULAR);
  }

  /** The year in which it begins. */
  String year() {
    return starts.substring(0, 4);
  }

  private static List<Cohort> of(String lines) {
    return lines
        .lines()
        .map(line -> line.split("\\|", -1))
        .map(cell -> new Cohort(cell[0], cell[1], cell[2], cell[3], cell[4], cell[5], cell[6]))
        .toList();
  }
}

package vn.chuyencan.benchmarks.sample.institution;

import java.util.List;

/**
 * What changed in one student's status.
 *
 * @param student identifier
 * @param status the new status
 * @param from day from which it holds
 * @param site place of study from then on; empty where it stays
 * @param number number of the decision
 * @param decided day of the decision
 */
record Fate(
    String student, String status, String from, String site, String number, String decided) {

  /** In the order of the days of each student. */
  private static final String ALL =
      """
      HV013|dismissed|2026-11-10||402/QĐ-HVSPS|2026-11-10
      HV038|leave|2026-09-29||355/QĐ-HVSPS|2026-09-28
      HV051|studying|2026-03-02|TSC|071/QĐ-HVSPS|2026-02-27
      HV061|graduated|2026-06-30||198/QĐ-HVSPS|2026-06-30
      HV062|graduated|2026-06-30||198/QĐ-HVSPS|2026-06-30
      HV063|graduated|2026-06-30||198/QĐ-HVSPS|2026-06-30
      HV064|graduated|2026-11-16||410/QĐ-HVSPS|2026-11-16
      HV065|withdrawn|2024-11-18||311/QĐ-HVSPS|2024-11-18
      HV066|dismissed|2025-07-10||205/QĐ-HVSPS|2025-07-10
      HV067|leave|2026-09-07||340/QĐ-HVSPS|2026-09-04
      HV068|transferred_out|2026-03-02||072/QĐ-HVSPS|2026-02-27
      HV082|withdrawn|2026-02-16||055/QĐ-HVSPS|2026-02-13
      HV086|withdrawn|2026-02-16||055/QĐ-HVSPS|2026-02-13
      HV087|leave|2026-02-23||060/QĐ-HVSPS|2026-02-20
      HV087|studying|2026-08-31||331/QĐ-HVSPS|2026-08-28
      HV088|dismissed|2026-07-10||221/QĐ-HVSPS|2026-07-10
      HV107|withdrawn|2026-10-12||371/QĐ-HVSPS|2026-10-09
      HV125|withdrawn|2025-12-01||390/QĐ-HVSPS|2025-12-01
      HV126|dismissed|2026-07-10||221/QĐ-HVSPS|2026-07-10
      HV128|suspended|2026-03-02||073/QĐ-HVSPS|2026-02-27
      HV128|studying|2026-08-31||332/QĐ-HVSPS|2026-08-28
      HV129|leave|2026-02-23||060/QĐ-HVSPS|2026-02-20
      HV144|withdrawn|2026-11-02||395/QĐ-HVSPS|2026-10-30
      CQ001|graduated|2022-07-15||150/QĐ-HVSPS|2022-07-15
      CQ002|graduated|2022-07-15||150/QĐ-HVSPS|2022-07-15
      CQ003|graduated|2024-07-12||161/QĐ-HVSPS|2024-07-12
      CQ004|withdrawn|2021-03-01||044/QĐ-HVSPS|2021-03-01
      CQ005|graduated|2025-07-11||170/QĐ-HVSPS|2025-07-11
      CQ006|graduated|2025-07-11||170/QĐ-HVSPS|2025-07-11
      CQ007|graduated|2026-07-10||222/QĐ-HVSPS|2026-07-10
      CQ009|graduated|2025-07-11||170/QĐ-HVSPS|2025-07-11
      CQ010|graduated|2025-07-11||170/QĐ-HVSPS|2025-07-11
      """;

  /** What changed for this student, in the order of time. */
  static List<Fate> of(Student student) {
    return ALL.lines()
        .map(line -> line.split("\\|", -1))
        .map(cell -> new Fate(cell[0], cell[1], cell[2], cell[3], cell[4], cell[5]))
        .filter(fate -> fate.student().equals(student.id()))
        .toList();
  }
}

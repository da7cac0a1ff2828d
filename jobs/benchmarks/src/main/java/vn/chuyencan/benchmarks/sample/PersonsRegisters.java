package vn.chuyencan.benchmarks.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What persons decided and corrected in the sample: each row shows one thing that the registers
 * {@code review_decision} and {@code correction} can do, and the README says which.
 */
final class PersonsRegisters {
  /** Case, outcome, who, day, note, digest of the figures; whose it is and what the row shows. */
  private static final String DECISIONS =
      """
      9dd411dca3035ceb|granted|GV01|2026-10-20|Đã đối chiếu nhật kí phòng học|5bbb52310291d87a\
      |LHDN-2026-1 HV014, theory\
      |short of 540 minutes, considered and granted (FC-LT.1r) upon these figures: stands as met
      b27e48108fdbecd5|refused|GV01|2026-10-20|Thiếu 130 phút, chưa đủ thời gian thực hành|\
      |LHDN-2026-1 HV014, practice\
      |the same shortage, refused: stands as not met
      84feb15496ae28f8|granted|GV01|2026-10-19|Đăng nhầm diễn đàn, nhóm đã đọc và góp ý|\
      |LHDN-2026-1 HV030, overall\
      |the draft in another group's forum is accepted: stands as met
      9bbd44b3b672147e|granted|GV02|2026-10-20|Xác nhận bù|\
      |LHDN-2026-1 HV019, theory\
      |the compensation is confirmed
      40ea0d7b491d23c0|granted|GV01|2026-10-10|Đã xem sản phẩm|00000000000000ff\
      |LHDN-2026-1 HV033, practice\
      |granted upon other figures than there are now: does not apply, the case is open again
      20254095acfb55ec|more_evidence|GV02|2026-11-01|Cần nhật kí phòng học tuần 4|\
      |DGHT-2026-1 HV055, theory\
      |more evidence is asked for: replaced by the next row
      20254095acfb55ec|granted|GV02|2026-11-02|Đã có nhật kí|\
      |DGHT-2026-1 HV055, theory\
      |granted a day later: stands as met
      6fac6238d51e3262|more_evidence|GV02|2026-11-01|Cần nhật kí phòng học tuần 4|\
      |DGHT-2026-1 HV055, overall\
      |more evidence is asked for: the case stays open
      """;

  /**
   * Number, kind, course run, learner, what is corrected, what is right, who, day, reason; what the
   * row shows.
   */
  private static final String CORRECTIONS =
      """
      DC-01|excuse|LHDN-2026-1|HV025|session_id=B3||GV01|2026-09-28|Đơn xin nghỉ ốm\
      |absent is excused; an excused absence is still an absence (FC-X.11), so no status changes
      DC-02|attendance|DGHT-2026-1|HV049|session_id=B4|excused|GV02|2026-10-20|Danh sách giấy\
      |replaced by the next row, which is later
      DC-03|attendance|DGHT-2026-1|HV049|session_id=B4|present|GV02|2026-10-26|Biên bản buổi 4\
      |absent is present: 3 of 4 practice sessions, practice becomes **met**
      DC-04|mark|LHDN-2026-1|HV022\
      |activity_id=BT13 attempt_id=https://hoctap.hvsp.example/mod/quiz/attempt.php?attempt=642&cmid=21213\
      |5|GV01|2026-10-12|Chấm sót câu 3\
      |4.5 is 5: every exercise reaches 50 %, overall becomes **met**
      DC-05|outage|DGHT-2026-1||from=2026-10-01T14:00:00+07:00 until=2026-10-01T18:30:00+07:00||QTV\
      |2026-10-02|Máy chủ của lớp hỏng\
      |in week 3 a lack of accesses is nobody's fault: overall of HV044 becomes \
      **insufficient data**
      DC-06|oral_consultation|DGHT-2026-1|HV060|session_id=B4||GV02|2026-10-12|Tham vấn tại lớp\
      |in no group, and consulted in speech (FC-TH.3): practice becomes **met**
      DC-07|post_irrelevant|LHDN-2026-1|HV016\
      |post_id=https://hoctap.hvsp.example/mod/forum/discuss.php?d=21002#p105\
      ||GV01|2026-10-05|Hỏi về học phí\
      |one of six posts is off the subject (FC-X.10); five are left, which suffice
      DC-08|submission_check|LHDN-2026-1|HV032|activity_id=NOPSP artefact=product|incorrect|GV01\
      |2026-10-12|Phúc khảo, giữ nguyên\
      |nothing is otherwise than it was, and the table says so
      DC-09|mark|LHDN-2026-1|HV020|activity_id=BT10 attempt_id=khong-co-luot-nay|9|GV01\
      |2026-10-12|Ghi nhầm mã lượt làm\
      |there is no such attempt: not applied, and every night says so
      """;

  private static final List<String> DECISION_COLUMNS =
      List.of("case_id", "outcome", "decided_by", "decided_on", "note", "evidence_digest");
  private static final List<String> CORRECTION_COLUMNS =
      List.of(
          "correction_id",
          "kind",
          "course_id",
          "learner_id",
          "session_id",
          "course_week",
          "activity_id",
          "attempt_id",
          "artefact",
          "post_id",
          "from",
          "until",
          "new_value",
          "author",
          "corrected_on",
          "reason");

  private PersonsRegisters() {}

  /** Register → rows, the first of which names the columns. */
  static Map<String, List<List<String>>> all() {
    List<List<String>> decisions = new ArrayList<>(List.of(DECISION_COLUMNS));
    cells(DECISIONS).forEach(row -> decisions.add(row.subList(0, DECISION_COLUMNS.size())));
    List<List<String>> corrections = new ArrayList<>(List.of(CORRECTION_COLUMNS));
    cells(CORRECTIONS).forEach(row -> corrections.add(correction(row)));
    return Map.of("review_decision", decisions, "correction", corrections);
  }

  /** What the rows show: where, of whom, and what. */
  static List<List<String>> shown() {
    List<List<String>> shown = new ArrayList<>();
    for (List<String> row : cells(DECISIONS)) {
      shown.add(List.of("`review_decision` " + row.get(1), row.get(6), row.get(7)));
    }
    for (List<String> row : cells(CORRECTIONS)) {
      String whose = (row.get(2) + " " + row.get(3)).strip();
      shown.add(List.of("`correction` " + row.get(0) + " " + row.get(1), whose, row.get(9)));
    }
    return shown;
  }

  private static List<List<String>> cells(String table) {
    return table.lines().map(line -> List.of(line.split("\\|", -1))).toList();
  }

  private static List<String> correction(List<String> row) {
    List<String> cells = new ArrayList<>();
    for (String column : CORRECTION_COLUMNS) {
      cells.add(
          switch (column) {
            case "correction_id" -> row.get(0);
            case "kind" -> row.get(1);
            case "course_id" -> row.get(2);
            case "learner_id" -> row.get(3);
            case "new_value" -> row.get(5);
            case "author" -> row.get(6);
            case "corrected_on" -> row.get(7);
            case "reason" -> row.get(8);
            default -> part(row.get(4), column);
          });
    }
    return cells;
  }

  /** One of the names of what is corrected. */
  private static String part(String names, String column) {
    for (String name : names.split(" ", -1)) {
      if (name.startsWith(column + "=")) {
        return name.substring(column.length() + 1);
      }
    }
    return "";
  }
}

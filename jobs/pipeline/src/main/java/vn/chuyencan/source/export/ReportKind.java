package vn.chuyencan.source.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a download is that is no log, by its headings. */
enum ReportKind {
  /** Attempts at a quiz. */
  QUIZ,
  /** Grades of a course. */
  GRADEBOOK,
  /** A list of attendance. */
  ATTENDANCE,
  /** Posts of a forum. */
  FORUM,
  /** Completion of activities. */
  COMPLETION,
  /** People of a course. */
  PARTICIPANTS;

  private static final int LINES = 6;

  /** What it is; null when it is none of them. */
  static ReportKind of(Download download, ExportSettings settings) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    CellRows.read(
        download,
        settings.charset(),
        (number, cells) -> {
          rows.add(cells);
          return rows.size() < LINES;
        });
    if (rows.isEmpty()) {
      return null;
    }
    List<String> header = rows.get(0);
    Set<String> keys = new HashSet<>();
    header.forEach(cell -> keys.add(Phrases.key(cell)));
    if (keys.containsAll(Set.of("id", "discussion", "parent", "userid", "created"))) {
      return FORUM;
    }
    if (AttendanceList.header(rows) >= 0) {
      return ATTENDANCE;
    }
    PersonColumns people = PersonColumns.of(header);
    if (QuizReport.scoreColumn(header) >= 0 && people.email() >= 0) {
      return QUIZ;
    }
    if (people.email() < 0) {
      return null;
    }
    if (header.stream().anyMatch(Gradebook::isGrade)) {
      return GRADEBOOK;
    }
    if (people.email() <= 2 && header.size() > 4 && header.get(header.size() - 1).isEmpty()) {
      return COMPLETION;
    }
    return people.firstName() >= 0 ? PARTICIPANTS : null;
  }
}

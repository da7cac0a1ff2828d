package vn.chuyencan.source.export;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.chuyencan.model.AttendanceStatus;

/** Reads an export of the attendance plugin: course and group above the header, tabs between. */
final class AttendanceList {
  private static final Pattern MARK = Pattern.compile("(\\S{1,4}) \\((\\d+)/(\\d+)\\)");
  private static final Pattern SESSION =
      Pattern.compile("(.*?\\d{1,2}[:.]\\d{2}\\s?(?:[AaPp]\\.?[Mm]\\.?)?)(?:\\s+(.*))?");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

  private AttendanceList() {}

  /** Where the header stands below other lines; -1 when this is no list of attendance. */
  static int header(List<List<String>> rows) {
    for (int row = 1; row < Math.min(rows.size(), 5); row++) {
      PersonColumns people = PersonColumns.of(rows.get(row));
      boolean above = rows.subList(0, row).stream().allMatch(cells -> filled(cells) <= 2);
      if (above && people.lastName() >= 0 && people.firstName() >= 0) {
        return row;
      }
    }
    return -1;
  }

  private static long filled(List<String> cells) {
    return cells.stream().filter(cell -> !cell.isEmpty()).count();
  }

  /** What the list says; who is not marked in a session has no row there. */
  static List<ListedAttendance> read(Download download, ExportSettings settings)
      throws IOException {
    ReportTable table = ReportTable.read(download, settings);
    PersonColumns people = PersonColumns.of(table.header());
    DateReader dates = new DateReader(table.locale(), settings);
    table.header().forEach(heading -> dates.observe(when(heading)));
    int numbers = numbers(table, people);
    List<ListedAttendance> marks = new ArrayList<>();
    for (int place = 0; place < table.header().size(); place++) {
      String heading = table.header().get(place);
      Instant start =
          SESSION.matcher(heading).matches() ? table.instant(dates, when(heading)) : null;
      if (start == null) {
        continue;
      }
      for (List<String> cells : table.people()) {
        Matcher mark = MARK.matcher(ReportTable.cell(cells, place));
        if (mark.matches()) {
          String number = ReportTable.cell(cells, numbers);
          marks.add(
              new ListedAttendance(
                  people.person(cells),
                  NUMBER.matcher(number).matches() ? Long.valueOf(number) : null,
                  heading,
                  start,
                  status(mark),
                  mark.group(1)));
        }
      }
    }
    return marks;
  }

  /** The plugin puts Moodle's number right after the two names, under a heading of any language. */
  private static int numbers(ReportTable table, PersonColumns people) {
    int place = Math.max(people.firstName(), people.lastName()) + 1;
    boolean all =
        !table.people().isEmpty()
            && table.column(place).stream().allMatch(cell -> NUMBER.matcher(cell).matches());
    return all ? place : -1;
  }

  private static String when(String heading) {
    Matcher session = SESSION.matcher(heading);
    return session.matches() ? session.group(1) : heading;
  }

  /** The plugin's own letters, believed where their points agree; other letters by their points. */
  private static AttendanceStatus status(Matcher mark) {
    long points = Long.parseLong(mark.group(2));
    long most = Long.parseLong(mark.group(3));
    boolean between = points > 0 && points < most;
    return switch (mark.group(1)) {
      case "L" -> between ? AttendanceStatus.LATE : byPoints(points, most);
      case "E" -> points < most ? AttendanceStatus.EXCUSED : byPoints(points, most);
      default -> byPoints(points, most);
    };
  }

  private static AttendanceStatus byPoints(long points, long most) {
    if (points == most && most > 0) {
      return AttendanceStatus.PRESENT;
    }
    return points == 0 ? AttendanceStatus.ABSENT : null;
  }
}

package vn.chuyencan.benchmarks.sample.institution;

import java.util.List;
import java.util.Locale;

/**
 * Live rooms. Only learners who pass everything meet there, so that no worked example of the course
 * runs depends on them.
 */
final class Rooms {
  private static final String FLIPPED = "LHDN-2026-1";
  private static final List<String> TUESDAYS =
      List.of("2026-09-08", "2026-09-15", "2026-09-22", "2026-09-29", "2026-10-06");
  private static final List<String> GROUP = List.of("HV004", "HV005", "HV006");

  private final Sheet sheet =
      new Sheet(
          "live_log",
          "entry_id room_id room_kind course_id session_id person_id person_kind joined_at"
              + " left_at");
  private int number;

  private Rooms() {}

  /** Lecturer and learners share 680 minutes in one course run, 480 in the other. */
  static List<Sheet> sheets() {
    Rooms rooms = new Rooms();
    for (String day : TUESDAYS) {
      String room = "P-LHDN-" + day;
      rooms.stay(room, "consultation", FLIPPED, "GV01", day, "20:00", "21:00");
      GROUP.forEach(id -> rooms.stay(room, "consultation", FLIPPED, id, day, "20:05", "20:50"));
    }
    // Five of these fifteen minutes are with the lecturer.
    rooms.stay(
        "P-LHDN-2026-09-08", "consultation", FLIPPED, "HV029", "2026-09-08", "20:55", "21:10");
    GROUP.forEach(
        id ->
            rooms.stay("N-LHDN-2026-09-17", "group", FLIPPED, id, "2026-09-17", "19:00", "19:30"));
    String room = "P-DGHT-2026-09-22";
    String course = "DGHT-2026-1";
    rooms.stay(room, "class", course, "GV02", "2026-09-22", "19:00", "20:30");
    for (int index = 37; index <= 57; index += index == 37 ? 2 : 3) {
      String id = String.format(Locale.ROOT, "HV%03d", index);
      rooms.stay(room, "class", course, id, "2026-09-22", "19:00", "20:00");
    }
    return List.of(rooms.sheet);
  }

  private void stay(
      String room, String kind, String course, String person, String day, String from, String to) {
    number++;
    sheet.row(
        String.format(Locale.ROOT, "PH-%05d", number),
        room,
        kind,
        course,
        "",
        person,
        person.startsWith("GV") ? "lecturer" : "learner",
        day + "T" + from + ":00+07:00",
        day + "T" + to + ":00+07:00");
  }
}

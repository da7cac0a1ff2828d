package vn.chuyencan.source.moodle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.chuyencan.model.AttendanceStatus;

/**
 * What the statuses of the attendance plugin mean. A site may name them as it likes: words say it,
 * else the plugin's own letters where their points agree. One whose words, letter and points
 * contradict each other says nothing certain and has no meaning.
 */
final class AttendanceStatuses {
  private final Map<List<Long>, BigDecimal> most = new HashMap<>();
  private final List<Told> statuses = new ArrayList<>();

  private record Told(
      long id, List<Long> set, String acronym, String description, BigDecimal points) {}

  private AttendanceStatuses() {}

  /** The meanings of those that have one, by their numbers. */
  static Map<Long, AttendanceStatus> read(MoodleDatabase database) {
    AttendanceStatuses read = new AttendanceStatuses();
    database.each(
        "attendance_statuses",
        "id attendanceid acronym description grade? deleted? setnumber?",
        "",
        row ->
            read.add(
                new Told(
                    row.number("id"),
                    List.of(row.number("attendanceid"), row.number("setnumber")),
                    row.text("acronym"),
                    row.text("description"),
                    row.decimal("grade")),
                row.number("deleted") != 0));
    Map<Long, AttendanceStatus> meanings = new HashMap<>();
    for (Told told : read.statuses) {
      BigDecimal best = read.most.getOrDefault(told.set(), BigDecimal.ZERO);
      AttendanceStatus meaning = of(told.acronym(), told.description(), told.points(), best);
      if (meaning != null) {
        meanings.put(told.id(), meaning);
      }
    }
    return meanings;
  }

  private void add(Told told, boolean deleted) {
    statuses.add(told);
    if (!deleted && told.points() != null) {
      most.merge(told.set(), told.points(), BigDecimal::max);
    }
  }

  /**
   * What one means.
   *
   * @param points of the status; null when it has none
   * @param most points that a status of its set gives; 0 where attendance gives no points
   * @return null for nothing certain
   */
  static AttendanceStatus of(
      String acronym, String description, BigDecimal points, BigDecimal most) {
    AttendanceStatus words = words(description);
    AttendanceStatus letter = letter(acronym);
    boolean graded = points != null && most.signum() > 0;
    if (words == null) {
      return graded && letter != null ? byPoints(letter, points, most) : letter;
    }
    boolean contradicted =
        (letter != null && letter != words)
            || (graded && words == AttendanceStatus.PRESENT && points.signum() == 0)
            || (graded && words == AttendanceStatus.ABSENT && points.compareTo(most) >= 0);
    return contradicted ? null : words;
  }

  private static AttendanceStatus words(String description) {
    String words = String.valueOf(MoodleNames.clean(description)).toLowerCase(Locale.ROOT);
    return switch (words) {
      case "present", "có mặt" -> AttendanceStatus.PRESENT;
      case "late", "muộn", "đi muộn", "trễ" -> AttendanceStatus.LATE;
      case "excused", "có phép", "vắng có phép", "nghỉ có phép", "được phép" ->
          AttendanceStatus.EXCUSED;
      case "absent", "vắng", "vắng mặt", "vắng không phép", "nghỉ không phép" ->
          AttendanceStatus.ABSENT;
      default -> null;
    };
  }

  private static AttendanceStatus letter(String acronym) {
    return switch (String.valueOf(acronym)) {
      case "P" -> AttendanceStatus.PRESENT;
      case "L" -> AttendanceStatus.LATE;
      case "E" -> AttendanceStatus.EXCUSED;
      case "A" -> AttendanceStatus.ABSENT;
      default -> null;
    };
  }

  /** As the lists that the plugin exports are read, which have no words. */
  private static AttendanceStatus byPoints(
      AttendanceStatus letter, BigDecimal points, BigDecimal most) {
    boolean none = points.signum() == 0;
    boolean all = points.compareTo(most) >= 0;
    if ((letter == AttendanceStatus.LATE && !none && !all)
        || (letter == AttendanceStatus.EXCUSED && !all)) {
      return letter;
    }
    if (all) {
      return AttendanceStatus.PRESENT;
    }
    // P without points is no presence, and in Vietnamese as often short for "phép", leave.
    return none && letter != AttendanceStatus.PRESENT ? AttendanceStatus.ABSENT : null;
  }
}

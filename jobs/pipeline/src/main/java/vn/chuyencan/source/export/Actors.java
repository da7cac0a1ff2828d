package vn.chuyencan.source.export;

import java.util.List;
import java.util.Set;

/**
 * Who did what a row tells. Names are no keys; the number in the description is, where it is the
 * number of the one who acted. A name alone is resolved only if it is one person's in the rows that
 * have both; never by guess.
 */
final class Actors {
  /** Their sentences name first whose attempt it is, who usually acted. */
  private static final List<String> USUALLY_OF_THE_CONCERNED =
      List.of("attempt_abandoned", "attempt_becameoverdue", "attempt_submitted", "attempt_started");

  /**
   * Their sentences name the person concerned first, to whom others did it. Not among them is
   * {@code attempt_reviewed}: "has had their attempt reviewed by" has the reviewer's number first,
   * whatever it says.
   */
  private static final List<String> DONE_TO_THE_CONCERNED =
      List.of(
          "attempt_preview_started",
          "attempt_reopened",
          "attempt_graded",
          "attempt_manual_grading_completed",
          "attempt_timelimit_exceeded",
          "assessment_evaluated",
          "course_completed",
          "badge_awarded",
          "badge_revoked");

  /** Their sentences end with who acted: "previewed by the user with id". */
  private static final List<String> BY_THE_LAST =
      List.of("attempt_preview_started", "attempt_reopened");

  private final Known known;

  Actors(Known known) {
    this.known = known;
  }

  /**
   * A person.
   *
   * @param number Moodle's number; null when unresolved
   * @param name full name; null when the row has none
   * @param automatic whether nobody acted: Moodle itself
   */
  record Person(Long number, String name, boolean automatic) {
    /** The name of the account: the number, or a name of its own kind when it is not known. */
    String account() {
      return number == null ? "name:" + (name == null ? "-" : name) : Long.toString(number);
    }
  }

  /** The number of the one who acted, or null when the description does not tell it. */
  static Long actor(DescriptionIds ids, Meaning meaning) {
    List<Long> users = ids.users();
    if (users.isEmpty()) {
      return null;
    }
    if (any(BY_THE_LAST, meaning) && users.size() > 1) {
      return users.get(users.size() - 1);
    }
    boolean concerned =
        any(USUALLY_OF_THE_CONCERNED, meaning) || any(DONE_TO_THE_CONCERNED, meaning);
    return concerned ? null : users.get(0);
  }

  private static boolean any(List<String> events, Meaning meaning) {
    return events.stream().anyMatch(meaning::is);
  }

  /** The name under which somebody acted: the second of "teacher as learner". */
  static String acting(LogRow row, MoodleLocale locale) {
    int end = asEnd(row.user(), locale);
    return end < 0 ? row.user() : row.user().substring(end).strip();
  }

  /** Whether somebody acted under the name of another. */
  static boolean loggedInAs(LogRow row, MoodleLocale locale) {
    return asEnd(row.user(), locale) >= 0;
  }

  Person of(LogRow row, DescriptionIds ids, Meaning meaning, MoodleLocale locale) {
    String name = Phrases.optional(acting(row, locale));
    Set<Long> numbers = name == null ? Set.of() : known.people(name);
    Long actor = actor(ids, meaning);
    if (actor != null) {
      return new Person(actor, name, actor <= 0);
    }
    if (!ids.users().isEmpty()) {
      Long concerned = ids.users().get(0);
      if (concerned <= 0) {
        return new Person(concerned, name, true);
      }
      boolean usual = any(USUALLY_OF_THE_CONCERNED, meaning);
      if (numbers.contains(concerned) || (usual && name != null && numbers.isEmpty())) {
        return new Person(concerned, name, false);
      }
      if (name == null) {
        // A scheduled task did it to the person who is named.
        return new Person(0L, null, true);
      }
    }
    boolean one = numbers.size() == 1;
    return new Person(one ? numbers.iterator().next() : null, name, false);
  }

  private static int asEnd(String user, MoodleLocale locale) {
    for (String separator : locale.loginAs()) {
      int at = user.indexOf(separator);
      if (at > 0 && at + separator.length() < user.length()) {
        return at + separator.length();
      }
    }
    int english = user.indexOf(" as ");
    return english > 0 && english + 4 < user.length() ? english + 4 : -1;
  }
}

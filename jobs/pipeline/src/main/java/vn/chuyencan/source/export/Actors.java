package vn.chuyencan.source.export;

import java.util.List;
import java.util.Set;

/**
 * Who did what a row tells. Names are no keys; the number in the description is, where it is the
 * number of the one who acted. A name alone is resolved only if it is one person's in the rows that
 * have both; never by guess.
 */
final class Actors {
  /** Their sentences name the person concerned first, who need not have done it. */
  private static final List<String> OF_THE_CONCERNED =
      List.of(
          "attempt_abandoned",
          "attempt_becameoverdue",
          "attempt_submitted",
          "attempt_started",
          "attempt_preview_started",
          "assessment_evaluated");

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

  /** Whether the first number of such a description is that of the one who acted. */
  static boolean namesTheActor(Meaning meaning) {
    return OF_THE_CONCERNED.stream().noneMatch(meaning::is);
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
    if (!ids.users().isEmpty()) {
      Long told = ids.users().get(0);
      if (told <= 0) {
        return new Person(told, name, true);
      }
      if (namesTheActor(meaning) || numbers.contains(told) || (name != null && numbers.isEmpty())) {
        return new Person(told, name, false);
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

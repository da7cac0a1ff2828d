package vn.chuyencan.model;

import java.util.List;
import java.util.Objects;

/**
 * Something in drafted registers that a person must complete or confirm.
 *
 * @param topic what it is about
 * @param values what the topic's sentence names, in its order
 */
public record OpenPoint(Topic topic, List<String> values) {

  public OpenPoint {
    Objects.requireNonNull(topic, "topic");
    values = List.copyOf(values);
  }

  /** A point with these values. */
  public static OpenPoint of(Topic topic, String... values) {
    return new OpenPoint(topic, List.of(values));
  }

  /** What a point may be about; what keeps registers from being valid comes first. */
  public enum Topic {
    /** A course of which the opening or closing day is not known: course, title, column. */
    COURSE_WITHOUT_DAYS(true),
    /** A source that nobody can read before something is said of it: the source, what and why. */
    SOURCE_REFUSED(true),
    /**
     * A course whose days are only those of its activity: course, title, first and last day with
     * activity, proposed opening and closing.
     */
    COURSE_DAYS_GUESSED(false),
    /** For whom a forum is: course, activity, title, proposed kind. */
    FORUM_KIND(false),
    /** Which exercises count: course, how many of how many, activities. */
    EXERCISES_COUNTED(false),
    /** What a class session is: course, session, title, proposed kind. */
    SESSION_KIND(false),
    /** Who teaches, where only activity is known: course, how many people. */
    ROLES_GUESSED(false),
    /** Somebody in several groups of a course: course, learner, chosen group, all groups. */
    SEVERAL_GROUPS(false),
    /** A course without any group: course. */
    GROUPS_MISSING(false),
    /** What is graded by words and not by points, so that there is no mark: course, title. */
    GRADED_ON_SCALE(false),
    /** Components whose part in the mark of the course is not known: course, titles. */
    WEIGHT_UNKNOWN(false),
    /** One ID number of several people: number, their identifiers. */
    NUMBER_TWICE(false),
    /** One mail address of several people: address, their identifiers. */
    MAIL_TWICE(false),
    /** One name of several learners, who may be one person: name, learners. */
    NAME_TWICE(false),
    /** An identifier that no learner has: identifier, name, learners of that name. */
    UNRESOLVED(false),
    /** A learner of whom no name is known: learner. */
    NAME_MISSING(false),
    /** The institution's id or name, which nobody gave: the file. */
    INSTITUTION_UNNAMED(false),
    /** A Moodle site whose address nobody gave: the source. */
    SITE_UNKNOWN(false),
    /** A source of which not everything can be told: the source, what and why. */
    SOURCE_DOUBTED(false),
    /** A source whose files name no zone: the source, the zone that is taken. */
    ZONE_ASSUMED(false),
    /** A source that is not read for a draft: its id. */
    SOURCE_NOT_READ(false),
    /** An identifier that had spaces: column, as it was, as it is written. */
    RENAMED(false);

    private final boolean blocking;

    Topic(boolean blocking) {
      this.blocking = blocking;
    }

    /** Whether the registers are not valid before it is completed. */
    public boolean blocks() {
      return blocking;
    }
  }
}

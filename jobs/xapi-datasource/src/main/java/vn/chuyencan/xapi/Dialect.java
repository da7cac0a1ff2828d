package vn.chuyencan.xapi;

import java.util.Locale;

/**
 * Whose conventions statements follow beyond the specification. Each convention shows in the
 * statement itself, so {@link #AUTO} looks for all of them in every statement; a source of which it
 * is known who sends may be held to one.
 */
public enum Dialect {
  /** Whatever shows in the statement. */
  AUTO,
  /**
   * Moodle's plugin logstore_xapi: the event's name says what verb and type do not, and extensions
   * say whom an act concerns. Its registration is that of a cron batch and means nothing.
   */
  LOGSTORE_XAPI,
  /**
   * Open edX's event-routing-backends: a discussion within a discussion is a reply, and an
   * evaluated part of a {@code GroupActivity} is an answer, for its parent alone is the attempt.
   */
  OPEN_EDX,
  /** cmi5: the registration is the attempt at the unit. */
  CMI5,
  /** The specification, and nothing else. */
  PLAIN;

  /** Whether conventions of a dialect are looked for. */
  boolean includes(Dialect dialect) {
    return this == AUTO || this == dialect;
  }

  /** The dialect as configurations and options write it, in small letters. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The dialect of a code.
   *
   * @throws IllegalArgumentException if there is none; the message names all
   */
  public static Dialect of(String code) {
    StringBuilder known = new StringBuilder();
    for (Dialect dialect : values()) {
      if (dialect.code().equals(code)) {
        return dialect;
      }
      known.append(known.length() == 0 ? "" : ", ").append(dialect.code());
    }
    throw new IllegalArgumentException(code + " is no dialect; there are " + known + ".");
  }
}

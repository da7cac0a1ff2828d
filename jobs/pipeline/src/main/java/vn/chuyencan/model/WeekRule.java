package vn.chuyencan.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Where the weeks of a course run begin (X-TIME-4). */
public enum WeekRule {
  /** On the weekday of its opening: the recommended reading. */
  COURSE("course"),
  /** On Mondays: the alternative reading. */
  ISO("iso");

  private final String code;

  WeekRule(String code) {
    this.code = code;
  }

  /** The word by which it is asked for. */
  public String code() {
    return code;
  }

  /** The rule of that word. */
  public static Optional<WeekRule> of(String code) {
    return Arrays.stream(values()).filter(rule -> rule.code.equals(code)).findFirst();
  }

  /** All words. */
  public static List<String> codes() {
    return Arrays.stream(values()).map(WeekRule::code).toList();
  }
}

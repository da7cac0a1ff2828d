package vn.chuyencan.source.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The numbers that Moodle's fixed English sentences hold, which stay when names are left out.
 *
 * @param users persons in the order in which they are named
 * @param course course
 * @param module course module
 * @param moduleType type of the module as Moodle names it in code, such as {@code assign}
 * @param discussion discussion
 * @param post post
 * @param attempt attempt
 * @param chapter chapter of a book
 */
record DescriptionIds(
    List<Long> users,
    Long course,
    Long module,
    String moduleType,
    Long discussion,
    Long post,
    Long attempt,
    Long chapter) {
  private static final String NUMBER = "['‘’\"«]?(-?\\d{1,18})\\b['‘’\"»]?";
  private static final Pattern USER =
      Pattern.compile(
          "\\b(?:user|student) with (?:the )?id (?:of )?" + NUMBER, Pattern.CASE_INSENSITIVE);
  private static final Pattern COURSE =
      Pattern.compile("\\bcourse with (?:the )?id (?:of )?" + NUMBER, Pattern.CASE_INSENSITIVE);
  private static final Pattern MODULE =
      Pattern.compile(
          "(?:['‘’](\\w+)['‘’]|\\b(\\w+))(?: activity)? with (?:the )?course module id (?:of )?"
              + NUMBER,
          Pattern.CASE_INSENSITIVE);
  private static final Pattern BARE_MODULE =
      Pattern.compile("\\bcourse module (?:with )?(?:the )?id " + NUMBER, Pattern.CASE_INSENSITIVE);
  private static final Pattern DISCUSSION =
      Pattern.compile("\\bdiscussion\\s+(?:with (?:the )?id )?" + NUMBER, Pattern.CASE_INSENSITIVE);
  private static final Pattern POST =
      Pattern.compile("\\bpost with (?:the )?id (?:of )?" + NUMBER, Pattern.CASE_INSENSITIVE);
  private static final Pattern ATTEMPT =
      Pattern.compile("\\battempt with (?:the )?id (?:of )?" + NUMBER, Pattern.CASE_INSENSITIVE);
  private static final Pattern CHAPTER =
      Pattern.compile("\\bchapter with (?:the )?id (?:of )?" + NUMBER, Pattern.CASE_INSENSITIVE);

  /** Words of the sentences → types of modules, where they differ. */
  private static final Map<String, String> TYPES =
      Map.of("assignment", "assign", "survey", "survey", "database", "data");

  /** Reads a description. */
  static DescriptionIds of(String description) {
    List<Long> users = new ArrayList<>();
    Matcher user = USER.matcher(description);
    while (user.find()) {
      users.add(Long.valueOf(user.group(1)));
    }
    Long module = null;
    String type = null;
    Matcher typed = MODULE.matcher(description);
    if (typed.find()) {
      String word = typed.group(1) == null ? typed.group(2) : typed.group(1);
      type = TYPES.getOrDefault(Phrases.key(word), Phrases.key(word));
      module = Long.valueOf(typed.group(3));
    } else {
      module = number(BARE_MODULE, description);
    }
    return new DescriptionIds(
        List.copyOf(users),
        number(COURSE, description),
        module,
        type,
        number(DISCUSSION, description),
        number(POST, description),
        number(ATTEMPT, description),
        number(CHAPTER, description));
  }

  /** Whether it names something that stands in one course only. */
  boolean placed() {
    return course != null
        || module != null
        || discussion != null
        || post != null
        || attempt != null
        || chapter != null;
  }

  private static Long number(Pattern pattern, String description) {
    Matcher matcher = pattern.matcher(description);
    return matcher.find() ? Long.valueOf(matcher.group(1)) : null;
  }
}

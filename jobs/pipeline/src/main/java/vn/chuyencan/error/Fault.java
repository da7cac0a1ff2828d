package vn.chuyencan.error;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One thing that is wrong, where it stands, and what to do about it.
 *
 * @param code what kind of fault
 * @param file the file or address at fault; empty when there is none
 * @param line the line in that file from 1; 0 when there is none
 * @param column the column's name (CSV) or the key's path (YAML); empty when there is none
 * @param arguments what the message's {@code {0}}, {@code {1}} … stand for
 */
public record Fault(ErrorCode code, String file, int line, String column, List<String> arguments) {
  /** Where the first sentence of a message ends; what follows it says what to do. */
  private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.…]) (?=[^\\p{Ll} ])");

  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}&&[^\n\t]]");

  public Fault {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(column, "column");
    arguments = List.copyOf(arguments);
  }

  /** A fault that has no place in a file. */
  public static Fault of(ErrorCode code, String... arguments) {
    return new Fault(code, "", 0, "", List.of(arguments));
  }

  /** A fault of a place in a file. */
  public static Fault at(
      ErrorCode code, String file, int line, String column, String... arguments) {
    return new Fault(code, file, line, column, List.of(arguments));
  }

  /**
   * The fault in a reader's words: {@code E3102 registers/course_run.csv:1 [opens_on]: …}. The same
   * on every machine: it never depends on the default locale.
   */
  public String message(Language language) {
    StringBuilder text = new StringBuilder("E").append(code.number());
    if (!file.isEmpty()) {
      text.append(' ').append(file);
      if (line > 0) {
        text.append(':').append(line);
      }
    }
    if (!column.isEmpty()) {
      text.append(" [").append(column).append(']');
    }
    return visible(text.append(": ").append(filled(pattern(language), language)).toString());
  }

  /** Only what is wrong: the message's first sentence, without number and place. */
  public String what(Language language) {
    String pattern = pattern(language);
    return visible(filled(pattern.substring(0, firstSentence(pattern).start()), language));
  }

  /** Only what to do about it, or what there is instead: what follows in the message. */
  public String whatToDo(Language language) {
    String pattern = pattern(language);
    return visible(filled(pattern.substring(firstSentence(pattern).end()), language));
  }

  /**
   * What was given is quoted, and may hold what would turn a terminal's letters red or erase them.
   */
  private static String visible(String message) {
    return UNSEEN.matcher(message).replaceAll("\uFFFD");
  }

  private static Matcher firstSentence(String pattern) {
    Matcher end = SENTENCE_END.matcher(pattern);
    if (!end.find()) {
      throw new IllegalStateException("a message of one sentence: " + pattern);
    }
    return end;
  }

  private String pattern(Language language) {
    return bundle(language).getString(Integer.toString(code.number()));
  }

  private String filled(String pattern, Language language) {
    return new MessageFormat(pattern, Locale.ROOT)
        .format(arguments.stream().map(one -> Reason.words(one, language)).toArray());
  }

  private static ResourceBundle bundle(Language language) {
    return ResourceBundle.getBundle(
        "vn.chuyencan.error.messages",
        Locale.forLanguageTag(language.code()),
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }
}

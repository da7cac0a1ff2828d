package vn.chuyencan.error;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;

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
    String pattern = bundle(language).getString(Integer.toString(code.number()));
    MessageFormat format = new MessageFormat(pattern, Locale.ROOT);
    return text.append(": ").append(format.format(arguments.toArray())).toString();
  }

  private static ResourceBundle bundle(Language language) {
    return ResourceBundle.getBundle(
        "vn.chuyencan.error.messages",
        Locale.forLanguageTag(language.code()),
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }
}

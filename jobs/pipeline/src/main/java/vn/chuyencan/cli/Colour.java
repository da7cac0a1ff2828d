package vn.chuyencan.cli;

import java.util.function.UnaryOperator;
import picocli.CommandLine.Help.Ansi;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.Language;
import vn.chuyencan.model.Status;

/**
 * How words stand out: in colour on a terminal, and not at all elsewhere or where nobody wants it.
 */
enum Colour {
  NONE,
  ANSI;

  private static final String RED = "\u001b[1;31m";
  private static final String GREEN = "\u001b[32m";
  private static final String YELLOW = "\u001b[33m";
  private static final String END = "\u001b[0m";

  /**
   * What a stream may show.
   *
   * @param terminal whether a person sits before it
   * @param environment the environment's variables; {@code NO_COLOR} with any text forbids colour
   */
  static Colour of(boolean terminal, UnaryOperator<String> environment) {
    String forbidden = environment.apply("NO_COLOR");
    boolean allowed =
        (forbidden == null || forbidden.isEmpty()) && !"dumb".equals(environment.apply("TERM"));
    return terminal && allowed ? ANSI : NONE;
  }

  /** The same for the library that prints the help. */
  Ansi help() {
    return this == ANSI ? Ansi.ON : Ansi.OFF;
  }

  /** A fault's message, whose number stands out. */
  String of(Fault fault, Language language) {
    String message = fault.message(language);
    String number = "E" + fault.code().number();
    return dyed(number, RED) + message.substring(number.length());
  }

  /** A status's label: what was earned, what was not, what a person must look at. */
  String of(Status status, Language language) {
    String label = language == Language.VI ? status.vietnamese() : status.english();
    return switch (status) {
      case MET, MET_BY_COMPENSATION -> good(label);
      case NOT_MET -> bad(label);
      case NEEDS_REVIEW, INSUFFICIENT_DATA -> dyed(label, YELLOW);
      case NOT_APPLICABLE -> label;
    };
  }

  /** What is as it should be. */
  String good(String words) {
    return dyed(words, GREEN);
  }

  /** What is not. */
  String bad(String words) {
    return dyed(words, RED);
  }

  private String dyed(String words, String dye) {
    return this == ANSI ? dye + words + END : words;
  }
}

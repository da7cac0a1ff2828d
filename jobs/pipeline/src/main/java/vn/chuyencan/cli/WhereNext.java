package vn.chuyencan.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import vn.chuyencan.error.Language;

/** What a reader may want to do or see after a command. */
final class WhereNext {
  /** After what a night published. */
  static final WhereNext NIGHT = new WhereNext(Hint.EXPLAIN, Hint.LISTS, Hint.STATUS);

  /** After what sources brought. */
  static final WhereNext INGEST = new WhereNext(Hint.MEASURE, Hint.RUN, Hint.STATUS);

  /** After measures. */
  static final WhereNext MEASURE = new WhereNext(Hint.DECIDE, Hint.QUERY);

  /** After decisions. */
  static final WhereNext DECIDE = new WhereNext(Hint.REPORT, Hint.EXPLAIN, Hint.LISTS);

  /** After lists for signature. */
  static final WhereNext LISTS = new WhereNext(Hint.EXPLAIN, Hint.FREEZE);

  /** A command with what it is good for. */
  private enum Hint {
    MEASURE("measure", "", "đo từ những gì đã nạp", "measure what was taken in"),
    RUN("run", "", "đo, xét và công bố trong một lệnh", "measure, decide and publish in one"),
    DECIDE("decide", "", "xét điều kiện từ các số đo", "decide from the measures"),
    QUERY("query", "", "hỏi các số đo bằng SQL", "ask for the measures in SQL"),
    REPORT("report", "", "công bố những gì đã xét", "publish what was decided"),
    EXPLAIN(
        "explain",
        " --learner ID",
        "vì sao một người học đạt hay không",
        "why a learner is eligible or not"),
    LISTS("lists", "", "danh sách để ký", "lists for signature"),
    FREEZE(
        "freeze",
        " --course ID",
        "chốt lớp khi danh sách đã ký",
        "freeze a course run once its list is signed"),
    STATUS("status", "", "các đêm chạy ra sao", "how the nights go");

    private final String command;
    private final String more;
    private final String vietnamese;
    private final String english;

    Hint(String command, String more, String vietnamese, String english) {
      this.command = command;
      this.more = more;
      this.vietnamese = vietnamese;
      this.english = english;
    }
  }

  private final List<Hint> hints;

  private WhereNext(Hint... hints) {
    this.hints = List.of(hints);
  }

  /**
   * Commands with what they tell, a line each, after an empty one.
   *
   * @param config the configuration file as it was given
   */
  String text(Path config, Language language) {
    int width =
        hints.stream().mapToInt(hint -> hint.command.length() + hint.more.length()).max().orElse(0);
    StringBuilder text = new StringBuilder(language == Language.VI ? "\nXem tiếp\n" : "\nNext\n");
    for (Hint hint : hints) {
      int blanks = width - hint.command.length() - hint.more.length() + 4;
      text.append(
          String.format(
              Locale.ROOT,
              "  %s %s --config %s%s%s%s\n",
              Launcher.name(),
              hint.command,
              config,
              hint.more,
              " ".repeat(blanks),
              language == Language.VI ? hint.vietnamese : hint.english));
    }
    return text.toString();
  }
}

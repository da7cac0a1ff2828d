package vn.chuyencan.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.EOFError;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.ParsedLine;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.Language;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.job.query.QuerySession;
import vn.chuyencan.job.query.QueryTable;
import vn.chuyencan.report.query.AnswerFormat;

/** Questions one by one on a terminal, with history, and completion of tables and columns. */
final class QueryShell {
  private static final List<String> WORDS =
      List.of(
          ".tables",
          ".schema",
          ".help",
          ".quit",
          "SELECT",
          "FROM",
          "WHERE",
          "GROUP BY",
          "ORDER BY",
          "LEFT JOIN",
          "JOIN",
          "ON",
          "AND",
          "OR",
          "NOT",
          "IS NULL",
          "COUNT(*)",
          "SUM(",
          "AVG(",
          "MIN(",
          "MAX(",
          "WITH",
          "AS",
          "HAVING",
          "LIMIT",
          "DISTINCT",
          "CASE",
          "WHEN",
          "THEN",
          "ELSE",
          "END",
          "BETWEEN",
          "LIKE",
          "IN");

  private final QuerySession session;
  private final QueryHelp help;
  private final Language language;
  private final long most;
  private final Consumer<String> asked;

  /**
   * @param asked hears of every question before it is answered
   */
  QueryShell(QuerySession session, Language language, long most, Consumer<String> asked) {
    this.session = session;
    this.asked = asked;
    this.help = new QueryHelp(session, language);
    this.language = language;
    this.most = most;
  }

  /** Asks until whoever asks has had enough. */
  int run() {
    try (Terminal terminal = TerminalBuilder.builder().system(true).build()) {
      LineReader reader =
          LineReaderBuilder.builder()
              .terminal(terminal)
              .completer(completer(session))
              .parser(new Statements())
              .variable(LineReader.SECONDARY_PROMPT_PATTERN, "     > ")
              .build();
      Path home = Path.of(System.getProperty("user.home"));
      if (home.isAbsolute()) {
        // Whom the system does not know has no home, and Java says "?".
        reader.setVariable(LineReader.HISTORY_FILE, home.resolve(".chuyencan_history"));
      }
      PrintWriter out = terminal.writer();
      out.print(help.answer(".help"));
      out.flush();
      boolean more = true;
      while (more) {
        more = next(reader, out);
        out.flush();
      }
      return 0;
    } catch (IOException failure) {
      throw Answers.unwritable("–", failure);
    }
  }

  private boolean next(LineReader reader, PrintWriter out) {
    String line;
    try {
      line = reader.readLine("query> ").strip();
    } catch (UserInterruptException again) {
      return true;
    } catch (EndOfFileException enough) {
      return false;
    }
    if (line.equals(".quit") || line.equals(".exit")) {
      return false;
    }
    String sql = line.replaceFirst(";\\s*$", "");
    try {
      String answer = sql.isEmpty() ? "" : help.answer(sql);
      if (answer != null) {
        out.print(answer);
      } else {
        asked.accept(sql);
        session.ask(sql, rows -> Answers.write(AnswerFormat.TABLE, rows, most, out, "–"));
      }
    } catch (PipelineException refused) {
      // One question that went wrong ends nothing.
      for (Fault fault : refused.faults()) {
        out.println(fault.message(language));
      }
    }
    return true;
  }

  /** Names of tables and columns, and the words of SQL in the case in which they were begun. */
  static Completer completer(QuerySession session) {
    Set<String> names = new TreeSet<>();
    for (QueryTable table : session.tables().values()) {
      names.add(table.name());
      table.columns().forEach(column -> names.add(column.name()));
    }
    List<Candidate> candidates = new ArrayList<>();
    names.forEach(name -> candidates.add(new Candidate(name)));
    WORDS.forEach(word -> candidates.add(new Candidate(word)));
    return (reader, line, found) -> found.addAll(candidates);
  }

  /** A statement goes on until its semicolon; a line that begins with a point is whole. */
  private static final class Statements extends DefaultParser {
    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
      String text = line.strip();
      if (context == ParseContext.ACCEPT_LINE
          && !text.isEmpty()
          && !text.startsWith(".")
          && !text.endsWith(";")) {
        throw new EOFError(-1, -1, "no semicolon yet");
      }
      return super.parse(line, cursor, ParseContext.UNSPECIFIED);
    }
  }
}

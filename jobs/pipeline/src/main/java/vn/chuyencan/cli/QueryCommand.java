package vn.chuyencan.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.job.Configuration;
import vn.chuyencan.job.NightRegisters;
import vn.chuyencan.job.query.QuerySession;
import vn.chuyencan.model.Registers;
import vn.chuyencan.report.query.AnswerFormat;
import vn.chuyencan.table.FileTrees;

/** {@code chuyencan query}. */
@Command(
    name = "query",
    description = {
      "SQL over the latest publication and the lake; nothing is changed.",
      "Without a question it asks for them one by one: .tables, .schema TABLE, .help, .quit."
    },
    mixinStandardHelpOptions = true)
final class QueryCommand implements Callable<Integer> {
  /** A terminal shows no more; files have all. */
  private static final long MOST_ROWS = 200;

  /** Asking needs as many tasks as this machine has processors, and no cluster. */
  private static final String HERE = "local[*]";

  @ParentCommand private Chuyencan top;
  @Mixin private CommonOptions options;
  @Mixin private AccessOptions access;

  @Parameters(
      arity = "0..*",
      paramLabel = "SQL",
      description = "The question, or one of .tables and .schema TABLE.")
  private List<String> words = List.of();

  private String question;

  @Option(
      names = "--format",
      paramLabel = "table|csv|json|parquet",
      defaultValue = "table",
      description = "Form of the answer; parquet needs --out (default: ${DEFAULT-VALUE}).")
  private String format;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where to write the answer (default: standard output).")
  private Path out;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "Most rows of a table for people (default: " + MOST_ROWS + ").")
  private Long limit;

  @Option(
      names = "--names",
      description = "Show persons: their names in views, and the table of identifiers.")
  private boolean names;

  @Override
  public Integer call() {
    question = words.isEmpty() ? null : String.join(" ", words);
    requireSense();
    Configuration configuration = top.nights(options).configuration();
    Registers registers = NightRegisters.read(configuration);
    return QuerySession.during(
        new QuerySession.Scope(configuration, registers, names),
        options.master().orElse(HERE),
        options.settings(),
        session -> {
          if (question == null) {
            return new QueryShell(session, options.language(), most(), sql -> note(session, sql))
                .run();
          }
          note(session, question);
          String dot = new QueryHelp(session, options.language()).answer(question);
          if (dot != null) {
            top.out().print(dot);
          } else if (out == null) {
            print(session);
          } else {
            write(session);
          }
          return 0;
        });
  }

  /** Whoever may see persons is on record with every question, before it is answered. */
  private void note(QuerySession session, String asked) {
    if (names) {
      access.note(session.vault(), session.hadoop(), top.now(), "query", Map.of("sql", asked));
    }
  }

  private void requireSense() {
    boolean parquet = format.equals("parquet");
    if (!parquet) {
      form();
    } else if (out == null) {
      throw new PipelineException(Fault.of(ErrorCode.QUERY_NEEDS_FILE));
    }
    if (limit != null && limit < 1) {
      throw new PipelineException(
          Fault.of(ErrorCode.OPTION_VALUE_INVALID, "--limit", limit.toString(), "1, 2, …"));
    }
    if (question == null && !top.isTerminal()) {
      throw new PipelineException(Fault.of(ErrorCode.QUERY_NEEDS_TERMINAL));
    }
  }

  private AnswerFormat form() {
    for (AnswerFormat one : AnswerFormat.values()) {
      if (one.word().equals(format)) {
        return one;
      }
    }
    throw new PipelineException(
        Fault.of(ErrorCode.OPTION_VALUE_INVALID, "--format", format, "table|csv|json|parquet"));
  }

  private long most() {
    return limit == null ? MOST_ROWS : limit;
  }

  private void print(QuerySession session) {
    PrintWriter writer = new PrintWriter(top.out(), false, StandardCharsets.UTF_8);
    session.ask(question, answer -> Answers.write(form(), answer, most(), writer, "–"));
    writer.flush();
  }

  /** Whole or not at all. */
  private void write(QuerySession session) {
    Path file = out.toAbsolutePath().normalize();
    try {
      Path scratch = Files.createTempDirectory(file.getParent(), ".chuyencan-query-");
      try {
        Path fresh = scratch.resolve("answer");
        if (format.equals("parquet")) {
          fresh = session.parquet(question, scratch);
        } else {
          try (Writer writer = Files.newBufferedWriter(fresh, StandardCharsets.UTF_8)) {
            session.ask(
                question,
                answer -> Answers.write(form(), answer, Long.MAX_VALUE, writer, file.toString()));
          }
        }
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        FileTrees.delete(scratch);
      }
    } catch (IOException failure) {
      throw Answers.unwritable(file.toString(), failure);
    }
    top.out().println(file);
  }
}

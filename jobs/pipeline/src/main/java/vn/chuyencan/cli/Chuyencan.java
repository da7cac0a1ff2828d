package vn.chuyencan.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.ErrorKind;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.Language;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.job.Progress;
import vn.chuyencan.work.Meter;

/** The command line: the only place that reads the clock, prints, and exits. */
@Command(
    name = "chuyencan",
    description = {
      "Learning analytics that a training institution can sign: who was active and how much,",
      "who earned which certificate and why, and the reports that the law demands."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footerHeading = "%nExit status:%n",
    footer = {
      "  0 done   1 error of this program   2 wrong use   3 configuration, policy or register invalid",
      "  4 data gate closed   5 source or destination unreachable   6 another run holds the lock"
    })
public final class Chuyencan implements Runnable {
  private final PrintStream out;
  private final PrintStream notes;
  private final Clock clock;
  private final boolean terminal;
  private final Colour outColour;
  private final Colour notesColour;
  private final Interruption interruption;

  private final StatusLine line;
  private final Meter meter = new Meter();

  private Progress recorder = Progress.NONE;
  private Supplier<Map<String, Duration>> earlier = Map::of;
  private boolean forPrograms;

  @Spec private CommandSpec spec;

  @Option(
      names = {"-q", "--quiet"},
      scope = ScopeType.INHERIT,
      description = "Only results and errors, no progress.")
  private boolean quiet;

  @Option(
      names = Usage.LANGUAGE_OPTION,
      paramLabel = "vi|en",
      description = "Language of help, and of what a command says (default: vi).")
  @SuppressWarnings("unused") // every command's own option takes it over, see execute
  private Language language;

  Chuyencan(PrintStream out, PrintStream notes, Clock clock, boolean terminal) {
    this(out, notes, null, clock, terminal, Colour.NONE, Colour.NONE);
  }

  /**
   * @param line the last line of the terminal to which notes go; null where they go elsewhere
   */
  Chuyencan(
      PrintStream out,
      PrintStream notes,
      StatusLine line,
      Clock clock,
      boolean terminal,
      Colour outColour,
      Colour notesColour) {
    this.outColour = outColour;
    this.notesColour = notesColour;
    this.out = out;
    this.notes = notes;
    this.clock = clock;
    this.terminal = terminal;
    this.line = line;
    this.interruption = new Interruption(notes, line == null ? () -> {} : line::end);
  }

  /** Runs one command and ends the process with its status. */
  public static void main(String[] arguments) {
    // Vietnamese on every terminal, whatever the machine's default encoding.
    ResultStream results = new ResultStream(new FileOutputStream(FileDescriptor.out));
    PrintStream out = new PrintStream(results, true, UTF_8);
    // Only the launcher can ask whether this is a terminal: Java 17 and 22 answer differently.
    boolean terminal = Boolean.getBoolean("chuyencan.terminal");
    boolean writesOver = terminal && !"dumb".equals(System.getenv("TERM"));
    OutputStream err = new FileOutputStream(FileDescriptor.err);
    StatusLine line = writesOver ? new StatusLine(err) : null;
    PrintStream notes = new PrintStream(writesOver ? line : err, true, UTF_8);
    Chuyencan program =
        new Chuyencan(
            out,
            notes,
            line,
            Clock.systemUTC(),
            terminal,
            Colour.of(Boolean.getBoolean("chuyencan.terminal.out"), System::getenv),
            Colour.of(terminal, System::getenv));
    int status = program.execute(arguments);
    out.flush();
    if (status == 0) {
      status = program.requireWhole(results, Usage.language(arguments));
    }
    notes.flush();
    System.exit(status);
  }

  /** The exit status of a command that said all it had to say, or tried to. */
  int requireWhole(ResultStream results, Language asked) {
    Optional<Fault> fault =
        results.failure().map(e -> Fault.of(ErrorCode.RESULT_UNWRITABLE, e.getMessage()));
    fault.ifPresent(one -> notes.println(notesColour.of(one, asked)));
    return fault.map(one -> one.code().kind().exitStatus()).orElse(0);
  }

  /** All commands with what they say of themselves, to be read and not to be run. */
  static CommandLine described() {
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, UTF_8);
    return Commands.all(new CommandLine(new Chuyencan(nowhere, nowhere, Clock.systemUTC(), false)));
  }

  /** Runs one command; the exit status of DESIGN 7. */
  int execute(String... arguments) {
    forPrograms = FailureJson.isAskedFor(arguments);
    CommandLine line = Commands.called(new CommandLine(this), arguments);
    line.setOut(new PrintWriter(out, true, UTF_8));
    line.setErr(new PrintWriter(notes, true, UTF_8));
    Usage.register(line);
    Language asked = Usage.language(arguments);
    line.setDefaultValueProvider(option -> Usage.isLanguage(option) ? asked.code() : null);
    line.setHelpFactory(HelpText.in(asked));
    line.setUsageHelpWidth(100);
    line.setColorScheme(CommandLine.Help.defaultColorScheme(outColour.help()));
    line.setParameterExceptionHandler(this::misused);
    line.setExecutionExceptionHandler(
        (exception, command, parsed) -> failed(exception, language(command)));
    try {
      return line.execute(arguments);
    } catch (Error broken) {
      // The library hands on only exceptions.
      return failed(broken, asked);
    }
  }

  private int misused(ParameterException exception, String[] arguments) {
    CommandLine command = exception.getCommandLine();
    Language language = Usage.language(arguments);
    Fault fault = Usage.fault(exception);
    notes.println(notesColour.of(fault, language));
    notes.println(
        "chuyencan "
            + (command.getParent() == null ? "" : command.getCommandName() + " ")
            + "--help"
            + (language == Language.VI ? "" : " " + Usage.LANGUAGE_OPTION + " " + language.code()));
    tellPrograms(ErrorKind.USAGE.exitStatus(), List.of(fault), language);
    return ErrorKind.USAGE.exitStatus();
  }

  private int failed(Throwable exception, Language language) {
    interruption.waitIfStopping();
    PipelineException known = Failures.known(exception);
    for (Fault fault : known.faults()) {
      notes.println(notesColour.of(fault, language));
    }
    if (known.exitStatus() == ErrorKind.INTERNAL.exitStatus()) {
      // Only our own bugs show where they happened.
      exception.printStackTrace(notes);
    }
    tellPrograms(known.exitStatus(), known.faults(), language);
    return known.exitStatus();
  }

  /** A program that waits for an object gets one in any case, where it waits for it. */
  private void tellPrograms(int exitStatus, List<Fault> faults, Language language) {
    if (forPrograms) {
      out.println(Json.of(FailureJson.of(exitStatus, faults, language)));
    }
  }

  private static Language language(CommandLine command) {
    OptionSpec option = command.getCommandSpec().findOption(Usage.LANGUAGE_OPTION);
    return option != null && option.getValue() instanceof Language chosen ? chosen : Language.VI;
  }

  @Override
  public void run() {
    spec.commandLine().usage(out, outColour.help());
  }

  /** Where results go. */
  PrintStream out() {
    return out;
  }

  /** How words stand out among results. */
  Colour outColour() {
    return outColour;
  }

  /**
   * Tells people where to look next, beside the results, of which programs may read the lines; not
   * who wants to be left alone.
   */
  void tellNext(WhereNext next, CommonOptions options) {
    if (!quiet && !forPrograms) {
      notes.print(next.text(options.config(), options.language()));
    }
  }

  /** Where everything else goes that a reader should see. */
  PrintStream notes() {
    return notes;
  }

  Nights nights(CommonOptions options) {
    return new Nights(
        options,
        clock,
        notes,
        interruption,
        Chuyencan.this::commandName,
        started -> {
          recorder = started;
          earlier = started::earlier;
        },
        meter,
        fault ->
            tellPrograms(fault.code().kind().exitStatus(), List.of(fault), options.language()));
  }

  private String commandName() {
    return spec.commandLine().getParseResult().subcommand().commandSpec().name();
  }

  /** Whether a person sits before it. */
  boolean isTerminal() {
    return terminal;
  }

  /** When this command runs. */
  Instant now() {
    return clock.instant();
  }

  /** How much of the work that goes on is done. */
  Meter meter() {
    return meter;
  }

  TerminalProgress progress(Language language) {
    if (quiet) {
      PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, UTF_8);
      return new TerminalProgress(nowhere, clock, () -> recorder);
    }
    return new TerminalProgress(
            notes, line, clock, language, meter, () -> recorder, () -> earlier.get())
        .looking();
  }
}

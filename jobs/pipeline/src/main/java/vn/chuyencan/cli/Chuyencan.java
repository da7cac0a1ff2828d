package vn.chuyencan.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import vn.chuyencan.error.ErrorKind;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.Language;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.job.Progress;

/** The command line: the only place that reads the clock, prints, and exits. */
@Command(
    name = "chuyencan",
    description = {
      "Learning analytics that a training institution can sign: who was active and how much,",
      "who earned which certificate and why, and the reports that the law demands."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {
      DemoCommand.class,
      RunCommand.class,
      BackfillCommand.class,
      IngestCommand.class,
      MeasureCommand.class,
      DecideCommand.class,
      ReportCommand.class,
      StatusCommand.class,
      ValidateCommand.class,
      ExplainCommand.class,
      SimulateCommand.class,
      VerifyCommand.class,
      QueryCommand.class,
      ListsCommand.class,
      IdentitiesCommand.class,
      InitCommand.class,
      FreezeCommand.class,
      UnfreezeCommand.class,
      ForgetCommand.class,
      RetainCommand.class,
      RotateKeyCommand.class
    },
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

  private Progress recorder = Progress.NONE;

  @Spec private CommandSpec spec;

  @Option(
      names = {"-q", "--quiet"},
      scope = ScopeType.INHERIT,
      description = "Only results and errors, no progress.")
  private boolean quiet;

  Chuyencan(PrintStream out, PrintStream notes, Clock clock, boolean terminal) {
    this(out, notes, clock, terminal, Colour.NONE, Colour.NONE);
  }

  Chuyencan(
      PrintStream out,
      PrintStream notes,
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
    this.interruption = new Interruption(notes);
  }

  /** Runs one command and ends the process with its status. */
  public static void main(String[] arguments) {
    // Vietnamese on every terminal, whatever the machine's default encoding.
    PrintStream out = utf8(FileDescriptor.out);
    PrintStream notes = utf8(FileDescriptor.err);
    // Only the launcher can ask whether this is a terminal: Java 17 and 22 answer differently.
    boolean terminal = Boolean.getBoolean("chuyencan.terminal");
    Chuyencan program =
        new Chuyencan(
            out,
            notes,
            Clock.systemUTC(),
            terminal,
            Colour.of(Boolean.getBoolean("chuyencan.terminal.out"), System::getenv),
            Colour.of(terminal, System::getenv));
    int status = program.execute(arguments);
    out.flush();
    notes.flush();
    System.exit(status);
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, UTF_8);
  }

  /** All commands with what they say of themselves, to be read and not to be run. */
  static CommandLine described() {
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, UTF_8);
    return new CommandLine(new Chuyencan(nowhere, nowhere, Clock.systemUTC(), false));
  }

  /** Runs one command; the exit status of DESIGN 7. */
  int execute(String... arguments) {
    CommandLine line = new CommandLine(this);
    line.setOut(new PrintWriter(out, true, UTF_8));
    line.setErr(new PrintWriter(notes, true, UTF_8));
    Usage.register(line);
    line.setUsageHelpWidth(100);
    line.setColorScheme(CommandLine.Help.defaultColorScheme(outColour.help()));
    line.setParameterExceptionHandler(this::misused);
    line.setExecutionExceptionHandler(
        (exception, command, parsed) -> failed(exception, language(command)));
    try {
      return line.execute(arguments);
    } catch (Error broken) {
      // The library hands on only exceptions.
      return failed(broken, Usage.language(arguments));
    }
  }

  private int misused(ParameterException exception, String[] arguments) {
    CommandLine command = exception.getCommandLine();
    notes.println(notesColour.of(Usage.fault(exception), Usage.language(arguments)));
    notes.println(
        "chuyencan "
            + (command.getParent() == null ? "" : command.getCommandName() + " ")
            + "--help");
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
    return known.exitStatus();
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
        started -> recorder = started);
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

  TerminalProgress progress() {
    if (quiet) {
      PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, UTF_8);
      return new TerminalProgress(nowhere, clock, false, () -> recorder);
    }
    return new TerminalProgress(notes, clock, terminal, () -> recorder);
  }
}

package vn.chuyencan.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.job.Night;
import vn.chuyencan.job.SimulationJob;
import vn.chuyencan.job.SimulationRequest;
import vn.chuyencan.policy.PolicyLoader;
import vn.chuyencan.report.simulation.Simulation;
import vn.chuyencan.report.simulation.SimulationJson;
import vn.chuyencan.report.simulation.SimulationTables;
import vn.chuyencan.report.simulation.SimulationText;

/** {@code chuyencan simulate}. */
@Command(
    name = "simulate",
    description = {
      "Who would be decided upon otherwise under other rules.",
      "Another policy, parameter, estimator or days: how many, who, and by which criterion. Compared",
      "are statuses as computed, without what persons decided about cases; frozen course runs stay as",
      "they are. Nothing is written to lake or publication, and a night may run meanwhile."
    },
    mixinStandardHelpOptions = true)
final class SimulateCommand implements Callable<Integer> {
  /** A day; a longer silence within a session would join days. */
  private static final int LONGEST_GAP = 24 * 60;

  private static final int SHORTEST_GAP = 5;

  @ParentCommand private Chuyencan top;
  @Mixin private CommonOptions options;
  @Mixin private AccessOptions access;

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description =
          "A policy file or bundled name in place of the configured policy of its id, or of all"
              + " where none has it; may be given several times.")
  private final List<String> policies = new ArrayList<>();

  @Option(
      names = "--variant",
      paramLabel = "ID",
      description =
          "A variant that policies have, such as iso_weeks; may be given several times. What --set"
              + " says prevails.")
  private final List<String> variants = new ArrayList<>();

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description =
          "A parameter of policies with another value, such as minutes_required=600; may be given"
              + " several times.")
  private final List<String> parameters = new ArrayList<>();

  @Option(
      names = "--estimator",
      paramLabel = "NAME",
      description =
          "How time is estimated in all course runs: standard, dedication, use_stats,"
              + " attendance_register.")
  private String estimator;

  @Option(
      names = "--gap",
      paramLabel = "MINUTES",
      description = "Which silence ends a session (default: the estimator's).")
  private Integer gap;

  @Option(
      names = "--opens-on",
      paramLabel = "DATE",
      description = "Another first day of the one course run that --course names.")
  private LocalDate opensOn;

  @Option(
      names = "--closes-on",
      paramLabel = "DATE",
      description = "Another last day of the one course run that --course names.")
  private LocalDate closesOn;

  @Option(
      names = "--sensitivity",
      description =
          "Also one table of readings: session gaps of 15, 30 and 60 minutes, average by exercise"
              + " and by attempt, excused sessions with and without, and every variant of the"
              + " policies, such as ISO weeks.")
  private boolean sensitivity;

  @Option(
      names = "--course",
      paramLabel = "ID",
      description = "Only this course run; may be given several times (default: all).")
  private final List<String> courses = new ArrayList<>();

  @Option(
      names = "--certificate",
      paramLabel = "ID",
      description = "Only this certificate; may be given several times (default: all).")
  private final List<String> certificates = new ArrayList<>();

  @Option(names = "--names", description = "Show the names of learners beside their ids.")
  private boolean names;

  @Option(
      names = "--format",
      paramLabel = "text|csv|json",
      defaultValue = "text",
      description =
          "What is printed: a summary, the changes as CSV (with --sensitivity that table), or"
              + " everything as JSON (default: ${DEFAULT-VALUE}).")
  private OutputFormat format;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Also write simulation_decision.csv, simulation_change.csv and, with --sensitivity,"
              + " sensitivity.csv there.")
  private Path out;

  @Override
  public Integer call() {
    SimulationRequest request = request();
    Nights nights = top.nights(options);
    TerminalProgress progress = top.progress(options.language());
    try {
      return nights.reading(
          nights.configuration(),
          night -> {
            StoredDecisions.requireDay(options.asOf(), night);
            if (names) {
              access.note(
                  night,
                  "simulate",
                  Map.of("course", courses.isEmpty() ? "*" : String.join(", ", courses)));
            }
            Simulation simulation = SimulationJob.run(night, request, progress);
            progress.done();
            top.out().print(printed(simulation, night));
            if (out != null) {
              SimulationTables.write(simulation, out);
              top.notes().println(out);
            }
            return 0;
          });
    } finally {
      progress.done();
    }
  }

  private SimulationRequest request() {
    if (gap != null && (gap < SHORTEST_GAP || gap > LONGEST_GAP)) {
      throw new PipelineException(
          Fault.of(
              ErrorCode.OPTION_VALUE_INVALID,
              "--gap",
              gap.toString(),
              SHORTEST_GAP + " … " + LONGEST_GAP));
    }
    return new SimulationRequest(
        policies.stream().map(SimulateCommand::policy).toList(),
        variants,
        parameters(),
        Optional.ofNullable(estimator),
        Optional.ofNullable(gap).map(Duration::ofMinutes),
        Optional.ofNullable(opensOn),
        Optional.ofNullable(closesOn),
        new TreeSet<>(courses),
        new TreeSet<>(certificates),
        sensitivity);
  }

  /** A map would keep the last of two values and say nothing. */
  private SortedMap<String, String> parameters() {
    SortedMap<String, String> values = new TreeMap<>();
    for (String parameter : parameters) {
      int sign = parameter.indexOf('=');
      if (sign < 1) {
        throw new PipelineException(
            Fault.of(ErrorCode.OPTION_VALUE_INVALID, "--set", parameter, "NAME=VALUE"));
      }
      String name = parameter.substring(0, sign);
      if (values.put(name, parameter.substring(sign + 1)) != null) {
        throw new PipelineException(Fault.of(ErrorCode.OPTION_TWICE, "--set " + name));
      }
    }
    return values;
  }

  private static String policy(String nameOrPath) {
    return PolicyLoader.bundledNames().contains(nameOrPath)
        ? nameOrPath
        : Path.of(nameOrPath).toAbsolutePath().normalize().toString();
  }

  private String printed(Simulation simulation, Night night) {
    Map<String, String> shown = new TreeMap<>();
    if (names) {
      night
          .registers()
          .learners()
          .forEach(learner -> shown.put(learner.learnerId(), learner.fullName()));
    }
    return switch (format) {
      case TEXT -> SimulationText.of(simulation, shown, options.language());
      case CSV -> SimulationTables.csv(simulation);
      case JSON -> SimulationJson.of(simulation, shown);
    };
  }
}

package vn.chuyencan.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import vn.chuyencan.error.ErrorKind;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.Language;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.job.Configuration;
import vn.chuyencan.job.NightRegisters;
import vn.chuyencan.model.InstitutionRegister;
import vn.chuyencan.model.Registers;
import vn.chuyencan.model.Tombstones;
import vn.chuyencan.policy.CourseParameters;
import vn.chuyencan.policy.PolicyText;
import vn.chuyencan.source.intake.SourceCheck;
import vn.chuyencan.source.register.RegisterReader;

/** {@code chuyencan validate}. */
@Command(
    name = "validate",
    description = {
      "Checks configuration, registers and policies: tells every fault, runs nothing.",
      "Where a zone or the vocabulary changed, tells what the next night will read again."
    },
    mixinStandardHelpOptions = true)
final class ValidateCommand implements Callable<Integer> {
  @ParentCommand private Chuyencan top;
  @Mixin private CommonOptions options;

  @Option(
      names = "--connect",
      description =
          "Also open the sources: log in to databases and Learning Record Stores, and look at every"
              + " table and column that a night reads, and, where package_item.csv says that there"
              + " are courses to be audited, those of the bank of questions. Nothing is taken in.")
  private boolean connect;

  @Option(names = "--json", description = "What was found as one JSON object, for programs.")
  private boolean json;

  private final List<Fault> warnings = new ArrayList<>();

  @Override
  public Integer call() {
    Nights nights = top.nights(options);
    Configuration configuration = nights.asWritten();
    List<Fault> faults = new ArrayList<>(RegisterReader.check(Path.of(configuration.registers())));
    List<PolicyText> policies = new ArrayList<>();
    for (String name : configuration.policies()) {
      try {
        PolicyText policy = PolicyText.of(name);
        policy.readings();
        policies.add(policy);
      } catch (PipelineException invalid) {
        faults.addAll(invalid.faults());
      }
    }
    if (faults.isEmpty()) {
      Registers registers = RegisterReader.read(Path.of(configuration.registers()));
      faults.addAll(CourseParameters.faults(policies, registers.courseParameters()));
    }
    for (Configuration.Source source : configuration.sources()) {
      SourceCheck found = source.reader().check();
      faults.addAll(found.faults());
      found.warnings().forEach(this::warn);
    }
    RereadNotice reread =
        RereadNotice.of(
            configuration, options.execution(), nights.lastDay(configuration), options.language());
    reread.lines().forEach(top.notes()::println);
    faults.addAll(reread.faults());
    int status = faults.isEmpty() ? 0 : ErrorKind.INVALID.exitStatus();
    if (connect) {
      List<Fault> met = connectionFaults(configuration, faults.isEmpty());
      if (status == 0 && !met.isEmpty()) {
        status = new PipelineException(met).exitStatus();
      }
      faults.addAll(met);
    } else {
      tellUnopened(configuration);
    }
    if (!faults.isEmpty()) {
      faults.forEach(fault -> top.notes().println(fault.message(options.language())));
      if (json) {
        top.out().println(Json.of(FailureJson.of(status, faults, options.language())));
      }
      return status;
    }
    tellStrangers(configuration);
    if (json) {
      top.out()
          .println(
              Json.of(
                  RunJson.ordered(
                      "valid",
                      true,
                      "connected",
                      connect,
                      "warnings",
                      FailureJson.faults(warnings, options.language()))));
      return 0;
    }
    top.out()
        .println(
            options.language() == Language.VI
                ? "Cấu hình, sổ và bộ quy tắc đều hợp lệ."
                : "Configuration, registers and policies are valid.");
    if (connect) {
      top.out()
          .println(
              options.language() == Language.VI
                  ? "Mọi nguồn đều mở được."
                  : "All sources can be opened.");
    }
    return 0;
  }

  /**
   * What a night would meet, and a report that asks for questions where there is a package of which
   * it could ask any.
   *
   * @param readable whether the registers can be read, which tell of packages
   */
  private List<Fault> connectionFaults(Configuration configuration, boolean readable) {
    boolean questions =
        readable
            && RegisterReader.institution(Path.of(configuration.registers()), Tombstones.NONE)
                .containsKey(InstitutionRegister.PACKAGE_ITEM);
    Set<Fault> faults = new LinkedHashSet<>();
    try {
      configuration.unlocked(options.fileSystems());
    } catch (PipelineException closed) {
      faults.addAll(closed.faults());
    }
    for (Configuration.Source source : configuration.sources()) {
      faults.addAll(source.reader().connect().faults());
      if (questions) {
        faults.addAll(source.reader().connectQuestions().faults());
      }
    }
    return List.copyOf(faults);
  }

  private void tellUnopened(Configuration configuration) {
    String unopened =
        configuration.sources().stream()
            .filter(source -> source.reader().isElsewhere())
            .map(Configuration.Source::id)
            .collect(Collectors.joining(", "));
    if (!unopened.isEmpty()) {
      top.notes()
          .println(
              (options.language() == Language.VI
                      ? "chưa mở thử các nguồn (dùng --connect để thử): "
                      : "sources that were not opened (--connect opens them): ")
                  + unopened);
    }
  }

  /** What registers name and neither they nor a source know: no night stops for it. */
  private void tellStrangers(Configuration configuration) {
    Registers[] known = new Registers[1];
    RegisterReader.strangers(
            Path.of(configuration.registers()),
            () -> {
              if (known[0] == null) {
                known[0] = NightRegisters.read(configuration);
              }
              return known[0];
            })
        .forEach(this::warn);
  }

  private void warn(Fault warning) {
    warnings.add(warning);
    top.notes().println(warning.message(options.language()));
  }
}

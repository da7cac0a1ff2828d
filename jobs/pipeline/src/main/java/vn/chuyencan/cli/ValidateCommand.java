package vn.chuyencan.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;
import vn.chuyencan.error.ErrorKind;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.Language;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.job.Configuration;
import vn.chuyencan.job.NightRegisters;
import vn.chuyencan.model.Registers;
import vn.chuyencan.policy.CourseParameters;
import vn.chuyencan.policy.PolicyText;
import vn.chuyencan.source.intake.SourceCheck;
import vn.chuyencan.source.register.RegisterReader;

/** {@code chuyencan validate}. */
@Command(
    name = "validate",
    description = "Checks configuration, registers and policies: tells every fault, runs nothing.",
    mixinStandardHelpOptions = true)
final class ValidateCommand implements Callable<Integer> {
  @ParentCommand private Chuyencan top;
  @Mixin private CommonOptions options;

  @Override
  public Integer call() {
    Configuration configuration = top.nights(options).configuration();
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
      found.warnings().forEach(warning -> top.notes().println(warning.message(options.language())));
    }
    if (!faults.isEmpty()) {
      faults.forEach(fault -> top.notes().println(fault.message(options.language())));
      return ErrorKind.INVALID.exitStatus();
    }
    tellStrangers(configuration);
    top.out()
        .println(
            options.language() == Language.VI
                ? "Cấu hình, sổ và bộ quy tắc đều hợp lệ."
                : "Configuration, registers and policies are valid.");
    return 0;
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
        .forEach(fault -> top.notes().println(fault.message(options.language())));
  }
}

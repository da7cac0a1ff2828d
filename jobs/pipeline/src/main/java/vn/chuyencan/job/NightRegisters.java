package vn.chuyencan.job;

import java.nio.file.Path;
import vn.chuyencan.model.Registers;
import vn.chuyencan.source.register.RegisterReader;

/** The registers of a night: those of the institution, over what the sources know themselves. */
public final class NightRegisters {

  private NightRegisters() {}

  /**
   * Reads them; of two sources the one that the configuration names first is believed.
   *
   * @throws vn.chuyencan.error.PipelineException with all faults of the institution's registers, or
   *     if a source cannot be read
   */
  public static Registers read(Configuration configuration) {
    Registers registers = RegisterReader.read(Path.of(configuration.registers()));
    for (Configuration.Source source : configuration.sources()) {
      Registers known =
          source
              .reader()
              .registers(
                  configuration.institution().zone(), registers, configuration.fingerprints());
      if (!known.present().isEmpty()) {
        registers = registers.over(known, source.id());
      }
    }
    return registers;
  }
}

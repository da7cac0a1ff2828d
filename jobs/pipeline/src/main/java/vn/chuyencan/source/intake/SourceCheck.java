package vn.chuyencan.source.intake;

import java.util.List;
import vn.chuyencan.error.Fault;

/**
 * What a person should know of a source before a night reads it.
 *
 * @param faults what would stop the night
 * @param warnings what would not, and may surprise
 */
public record SourceCheck(List<Fault> faults, List<Fault> warnings) {
  /** Nothing to tell. */
  public static final SourceCheck NOTHING = new SourceCheck(List.of(), List.of());

  public SourceCheck {
    faults = List.copyOf(faults);
    warnings = List.copyOf(warnings);
  }
}

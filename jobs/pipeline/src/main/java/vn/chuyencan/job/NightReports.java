package vn.chuyencan.job;

import java.util.List;
import java.util.Map;
import vn.chuyencan.error.Fault;

/**
 * What a night publishes besides the tables of the lake, where the configuration asks for it. No
 * certificate depends on it, so what keeps it back keeps nothing else back.
 */
@FunctionalInterface
public interface NightReports {
  /** Nothing. */
  NightReports NONE = night -> new Made(Map.of(), List.of());

  /**
   * What was made.
   *
   * @param rows by table, in the table's order
   * @param withheld why nothing was made though it was asked for
   */
  record Made(Map<String, List<Object[]>> rows, List<Fault> withheld) {

    public Made {
      rows = Map.copyOf(rows);
      withheld = List.copyOf(withheld);
    }
  }

  /** Makes it as of a night; faults are told and not thrown. */
  Made of(Night night);
}

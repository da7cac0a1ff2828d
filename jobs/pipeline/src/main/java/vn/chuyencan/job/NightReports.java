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
  NightReports NONE = night -> () -> Made.NOTHING;

  /**
   * What was made.
   *
   * @param rows by table, in the table's order
   * @param complete of those tables whose rows leave out what analysts must not see: all of them
   * @param withheld why nothing was made though it was asked for
   */
  record Made(
      Map<String, List<Object[]>> rows,
      Map<String, List<Object[]>> complete,
      List<Fault> withheld) {

    /** Nothing. */
    public static final Made NOTHING = new Made(Map.of(), Map.of(), List.of());

    public Made {
      rows = Map.copyOf(rows);
      complete = Map.copyOf(complete);
      withheld = List.copyOf(withheld);
    }
  }

  /** What has been begun; to be closed, whether it was made or not. */
  @FunctionalInterface
  interface Begun extends AutoCloseable {
    /** Hears that the night's records are taken in, of which more may be made now. */
    default void takenIn() {}

    /** Hears that the night is measured and decided: all may be made now. */
    default void measured() {}

    /** What was made when the night is measured; faults are told and not thrown. */
    Made made();

    @Override
    default void close() {}
  }

  /** Begins, before the night is measured, with what does not wait for the measures. */
  Begun begin(Night night);
}

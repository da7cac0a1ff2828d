package vn.chuyencan.xapi.rules;

import java.util.EnumSet;
import java.util.Set;

/** The harmless faults of one statement, and whether they are tolerated. */
public final class FaultLog {
  private final boolean lenient;
  private final Set<HarmlessFault> faults = EnumSet.noneOf(HarmlessFault.class);

  private FaultLog(boolean lenient) {
    this.lenient = lenient;
  }

  /** Tolerates nothing. */
  public static FaultLog strict() {
    return new FaultLog(false);
  }

  /** Tolerates the listed faults and notes them. */
  public static FaultLog lenient() {
    return new FaultLog(true);
  }

  /** Whether the fault is tolerated; if so, it is noted. */
  public boolean tolerates(HarmlessFault fault) {
    if (lenient) {
      faults.add(fault);
    }
    return lenient;
  }

  /** Notes what is no breach of the rules but worth counting; strict scans count nothing. */
  public void note(HarmlessFault fault) {
    if (lenient) {
      faults.add(fault);
    }
  }

  /** The faults noted since {@link #clear}. */
  public Set<HarmlessFault> faults() {
    return faults;
  }

  /** Forgets the faults of the previous statement. */
  public void clear() {
    faults.clear();
  }
}

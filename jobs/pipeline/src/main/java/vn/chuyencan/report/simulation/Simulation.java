package vn.chuyencan.report.simulation;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import vn.chuyencan.model.DecisionDifference;
import vn.chuyencan.model.DecisionKey;
import vn.chuyencan.model.Status;
import vn.chuyencan.table.CanonicalText;

/**
 * What a simulation found. Statuses are those computed, without what persons decided about cases.
 *
 * @param asOf the last day that counts on both sides
 * @param baseline what it is compared with
 * @param assumptions what is taken to be otherwise; empty: nothing
 * @param frozen course runs whose decisions were frozen and stay as they are
 * @param decisions every decision on both sides, in {@link #ORDER}
 * @param changes those whose status is another one or that only one side has, by course run,
 *     certificate and learner
 * @param sensitivity how every certificate comes out under other readings; empty unless asked for
 */
public record Simulation(
    LocalDate asOf,
    Baseline baseline,
    List<Assumption> assumptions,
    Set<String> frozen,
    List<Compared> decisions,
    List<DecisionDifference> changes,
    List<SensitivityRow> sensitivity) {

  /** By course run, certificate and learner. */
  public static final Comparator<DecisionKey> ORDER =
      Comparator.comparing(DecisionKey::courseId, CanonicalText::compare)
          .thenComparing(DecisionKey::certificate, CanonicalText::compare)
          .thenComparing(DecisionKey::learnerId, CanonicalText::compare);

  /**
   * What a simulation is compared with.
   *
   * @param source where it comes from
   * @param publication the run whose publication has these decisions; empty where none has
   * @param differing decisions that are made anew for both sides and are not as they are stored
   */
  public record Baseline(Source source, String publication, int differing) {

    /** Where decisions before a simulation come from. */
    public enum Source {
      /** The stored decisions. */
      STORED,
      /** Decided anew, because policies or the program are not those of the stored decisions. */
      DECIDED_ANEW,
      /** Measured and decided anew, because registers or the program are not those of then. */
      MEASURED_ANEW
    }

    public Baseline {
      Objects.requireNonNull(source, "source");
      Objects.requireNonNull(publication, "publication");
    }
  }

  /**
   * One decision on both sides.
   *
   * @param before null where nothing was decided
   * @param after null where nothing is decided
   */
  public record Compared(DecisionKey key, Status before, Status after) {

    /** What became of it. */
    public DecisionDifference.Kind kind() {
      if (before == null) {
        return DecisionDifference.Kind.ADDED;
      }
      if (after == null) {
        return DecisionDifference.Kind.REMOVED;
      }
      return before == after ? DecisionDifference.Kind.NONE : DecisionDifference.Kind.STATUS;
    }
  }

  public Simulation {
    Objects.requireNonNull(asOf, "asOf");
    Objects.requireNonNull(baseline, "baseline");
    assumptions = List.copyOf(assumptions);
    frozen = Collections.unmodifiableSortedSet(new TreeSet<>(frozen));
    decisions = List.copyOf(decisions);
    changes = List.copyOf(changes);
    sensitivity = List.copyOf(sensitivity);
  }
}

package vn.chuyencan.job;

import java.util.Objects;
import java.util.Set;

/**
 * What of the unusual whoever started a run accepts.
 *
 * @param ids the ids of anomalies, as the gate told them
 * @param by who answers for it
 */
public record Acceptance(Set<String> ids, String by) {
  /** Nothing unusual is accepted. */
  public static final Acceptance NOTHING = new Acceptance(Set.of(), "");

  public Acceptance {
    ids = Set.copyOf(ids);
    Objects.requireNonNull(by, "by");
  }
}

package vn.chuyencan.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/**
 * One thing that closes the data gate until a person accepts it. The same figures of the same days
 * give the same id, however often and whenever a night is run.
 *
 * @param kind what is wrong
 * @param source of which source
 * @param mark what tells it from others of the kind: a day, a number of records, a percentage
 * @param figure what was found
 * @param threshold what the configuration allows
 * @param details what a message says besides, in its order
 */
public record Anomaly(
    AnomalyKind kind,
    String source,
    String mark,
    BigDecimal figure,
    BigDecimal threshold,
    List<String> details) {

  public Anomaly {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(mark, "mark");
    Objects.requireNonNull(figure, "figure");
    Objects.requireNonNull(threshold, "threshold");
    details = List.copyOf(details);
  }

  /** The id by which a person accepts it, such as {@code silent-days:lms-xapi:2026-10-04}. */
  public String id() {
    return kind.code() + ":" + source + ":" + mark;
  }

  /**
   * Whether who accepted that id has accepted this: it is the same, or a share of which a higher
   * one was accepted.
   */
  public boolean coveredBy(String accepted) {
    if (kind != AnomalyKind.UNRESOLVED_SHARE) {
      return accepted.equals(id());
    }
    String prefix = id().substring(0, id().length() - mark.length());
    if (!accepted.startsWith(prefix) || !accepted.substring(prefix.length()).matches("\\d{1,3}")) {
      return false;
    }
    return Integer.parseInt(accepted.substring(prefix.length())) >= Integer.parseInt(mark);
  }
}

package vn.chuyencan.report.simulation;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import vn.chuyencan.model.Status;
import vn.chuyencan.policy.Labels;

/**
 * How one certificate of one course run comes out under one reading: a row of {@code sensitivity}.
 *
 * @param sequence the reading's place, from 1
 * @param aspect what is read: {@code decided}, {@code simulated}, {@code session_gap}, {@code
 *     average}, {@code weeks}, {@code attendance}, {@code variant}
 * @param reading how, such as {@code 15}, {@code pooled}, {@code iso}, {@code excused}
 * @param title what the policy calls the reading; empty where the product does
 * @param counts decisions by status; no entry: none
 * @param changed decisions whose status is not the one before the simulation, those that only one
 *     side has included
 */
public record SensitivityRow(
    String courseId,
    String certificate,
    int sequence,
    String aspect,
    String reading,
    Optional<Labels> title,
    Map<Status, Integer> counts,
    int changed) {

  public SensitivityRow {
    Objects.requireNonNull(courseId, "courseId");
    Objects.requireNonNull(certificate, "certificate");
    Objects.requireNonNull(aspect, "aspect");
    Objects.requireNonNull(reading, "reading");
    Objects.requireNonNull(title, "title");
    Map<Status, Integer> sorted = new EnumMap<>(Status.class);
    sorted.putAll(counts);
    counts = sorted;
  }

  /** How many decisions have that status. */
  public int count(Status status) {
    return counts.getOrDefault(status, 0);
  }

  /** How many decisions there are. */
  public int decisions() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }
}

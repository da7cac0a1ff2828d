package vn.chuyencan.model;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;

/**
 * How far a learner is from one criterion, or from its part in one week or at one item.
 *
 * @param criterionId the criterion that is not met
 * @param distance what is lacking, above zero, in {@code unit}
 * @param unit {@code minute}, {@code access}, {@code post} …
 * @param item the week or item in which it is lacking, such as {@code week=3}, {@code
 *     exercise=BT07}; empty when it is the whole
 * @param possible whether the learner can still make it up
 * @param until the last day on which that can or could be done; null when no day is known
 */
public record Distance(
    String criterionId,
    BigDecimal distance,
    String unit,
    String item,
    boolean possible,
    LocalDate until)
    implements Serializable {

  public Distance {
    Objects.requireNonNull(criterionId, "criterionId");
    Objects.requireNonNull(distance, "distance");
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(item, "item");
  }
}

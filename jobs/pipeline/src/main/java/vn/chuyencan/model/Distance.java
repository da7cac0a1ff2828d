package vn.chuyencan.model;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Objects;

/**
 * How far a learner is from one criterion.
 *
 * @param criterionId the criterion that is not met
 * @param distance what is lacking, above zero, in {@code unit}
 * @param unit {@code minute}, {@code access}, {@code post} …
 */
public record Distance(String criterionId, BigDecimal distance, String unit)
    implements Serializable {

  public Distance {
    Objects.requireNonNull(criterionId, "criterionId");
    Objects.requireNonNull(distance, "distance");
    Objects.requireNonNull(unit, "unit");
  }
}

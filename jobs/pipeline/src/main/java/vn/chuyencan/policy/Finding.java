package vn.chuyencan.policy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import vn.chuyencan.model.Fraction;
import vn.chuyencan.model.Status;

/**
 * What the evaluator finds of one criterion, exactly, before it becomes rows.
 *
 * @param status the result
 * @param reading what the recommended reading alone says: met, not met, or insufficient data
 * @param figures the numbers; empty when there are none
 * @param lacking how much more is needed; empty when nothing or when that is not known
 * @param parts findings of a combination's parts
 */
record Finding(
    Criterion criterion,
    Status status,
    Status reading,
    Optional<Figures> figures,
    Optional<Fraction> lacking,
    List<String> detail,
    List<String> missing,
    Optional<String> reason,
    List<Finding> parts) {

  /**
   * Value and threshold in the criterion's unit, with the lowest and highest reading.
   *
   * @param value empty when only the threshold is known
   */
  record Figures(
      Optional<Fraction> value,
      Fraction threshold,
      Optional<Fraction> low,
      Optional<Fraction> high) {

    static Figures of(Fraction value, Fraction threshold) {
      return new Figures(Optional.of(value), threshold, Optional.empty(), Optional.empty());
    }
  }

  Finding {
    detail = List.copyOf(detail);
    missing = List.copyOf(missing);
    parts = List.copyOf(parts);
  }

  static Finding of(Criterion criterion, Status status) {
    return new Finding(
        criterion,
        status,
        status,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.empty(),
        List.of());
  }

  static Finding insufficient(Criterion criterion, List<String> missing) {
    return of(criterion, Status.INSUFFICIENT_DATA).missing(missing);
  }

  /** Another result of the same recommended reading. */
  Finding status(Status other) {
    return new Finding(criterion, other, reading, figures, lacking, detail, missing, reason, parts);
  }

  /** A result that a person must decide, for that reason unless there is one already. */
  Finding review(String code) {
    return new Finding(
        criterion,
        Status.NEEDS_REVIEW,
        reading,
        figures,
        lacking,
        detail,
        missing,
        reason.or(() -> Optional.of(code)),
        parts);
  }

  /** Nothing can be said, whatever was read, until those inputs come. */
  Finding unknown(List<String> inputs) {
    return new Finding(
            criterion,
            Status.INSUFFICIENT_DATA,
            Status.INSUFFICIENT_DATA,
            figures,
            lacking,
            detail,
            missing,
            Optional.empty(),
            parts)
        .missing(inputs);
  }

  Finding reason(Optional<String> code) {
    return new Finding(criterion, status, reading, figures, lacking, detail, missing, code, parts);
  }

  Finding figures(Figures numbers) {
    return new Finding(
        criterion, status, reading, Optional.of(numbers), lacking, detail, missing, reason, parts);
  }

  Finding lacking(Fraction amount) {
    return new Finding(
        criterion,
        status,
        reading,
        figures,
        amount.signum() > 0 ? Optional.of(amount) : Optional.empty(),
        detail,
        missing,
        reason,
        parts);
  }

  Finding parts(List<Finding> found) {
    return new Finding(
        criterion, status, reading, figures, lacking, detail, missing, reason, found);
  }

  Finding detail(List<String> more) {
    return new Finding(
        criterion, status, reading, figures, lacking, joined(detail, more), missing, reason, parts);
  }

  Finding missing(List<String> more) {
    return new Finding(
        criterion, status, reading, figures, lacking, detail, joined(missing, more), reason, parts);
  }

  private static List<String> joined(List<String> first, List<String> second) {
    LinkedHashSet<String> all = new LinkedHashSet<>(first);
    all.addAll(second);
    return new ArrayList<>(all);
  }
}

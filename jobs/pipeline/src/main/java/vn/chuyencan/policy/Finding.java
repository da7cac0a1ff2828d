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
 * @param shortfalls how much more is needed and where; empty when nothing or when that is not known
 * @param parts findings of a combination's parts
 * @param attainable whether as much as is lacking may still come
 */
record Finding(
    Criterion criterion,
    Status status,
    Status reading,
    Optional<Figures> figures,
    List<Shortfall> shortfalls,
    List<String> detail,
    List<String> missing,
    Optional<String> reason,
    List<Finding> parts,
    boolean attainable) {

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
    shortfalls = List.copyOf(shortfalls);
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
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        List.of(),
        true);
  }

  static Finding insufficient(Criterion criterion, List<String> missing) {
    return of(criterion, Status.INSUFFICIENT_DATA).missing(missing);
  }

  /** Another result of the same recommended reading. */
  Finding status(Status other) {
    return new Finding(
        criterion, other, reading, figures, shortfalls, detail, missing, reason, parts, attainable);
  }

  /** A result that a person must decide, for that reason unless there is one already. */
  Finding review(String code) {
    return new Finding(
        criterion,
        Status.NEEDS_REVIEW,
        reading,
        figures,
        shortfalls,
        detail,
        missing,
        reason.or(() -> Optional.of(code)),
        parts,
        attainable);
  }

  /** Nothing is missing for it. */
  Finding complete() {
    return new Finding(
        criterion,
        status,
        reading,
        figures,
        shortfalls,
        detail,
        List.of(),
        reason,
        parts,
        attainable);
  }

  /** Nothing can be said, whatever was read, until those inputs come. */
  Finding unknown(List<String> inputs) {
    return new Finding(
            criterion,
            Status.INSUFFICIENT_DATA,
            Status.INSUFFICIENT_DATA,
            figures,
            shortfalls,
            detail,
            missing,
            Optional.empty(),
            parts,
            attainable)
        .missing(inputs);
  }

  Finding reason(Optional<String> code) {
    return new Finding(
        criterion, status, reading, figures, shortfalls, detail, missing, code, parts, attainable);
  }

  Finding figures(Figures numbers) {
    return new Finding(
        criterion,
        status,
        reading,
        Optional.of(numbers),
        shortfalls,
        detail,
        missing,
        reason,
        parts,
        attainable);
  }

  Finding shortfalls(List<Shortfall> lacking) {
    return new Finding(
        criterion, status, reading, figures, lacking, detail, missing, reason, parts, attainable);
  }

  Finding attainable(boolean may) {
    return new Finding(
        criterion, status, reading, figures, shortfalls, detail, missing, reason, parts, may);
  }

  Finding parts(List<Finding> found) {
    return new Finding(
        criterion,
        status,
        reading,
        figures,
        shortfalls,
        detail,
        missing,
        reason,
        found,
        attainable);
  }

  Finding detail(List<String> more) {
    return new Finding(
        criterion,
        status,
        reading,
        figures,
        shortfalls,
        joined(detail, more),
        missing,
        reason,
        parts,
        attainable);
  }

  Finding missing(List<String> more) {
    return new Finding(
        criterion,
        status,
        reading,
        figures,
        shortfalls,
        detail,
        joined(missing, more),
        reason,
        parts,
        attainable);
  }

  private static List<String> joined(List<String> first, List<String> second) {
    LinkedHashSet<String> all = new LinkedHashSet<>(first);
    all.addAll(second);
    return new ArrayList<>(all);
  }
}

package vn.chuyencan.policy;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import vn.chuyencan.model.Fraction;

/**
 * A measure that a policy makes of other measures before its criteria are judged: a course mark out
 * of the marks of its components, a letter out of a course mark, a grade point average. The kinds
 * are closed; a policy combines them as data. Exact: only {@link Rounding} rounds, where the rule
 * itself says so (X-NUM-5).
 */
public sealed interface Derivation {

  /** Name under which criteria and later derivations use it. */
  String id();

  /** Shape of what comes out. */
  MeasureType type();

  /** The measures that it is made of. */
  List<String> inputs();

  /** Rounding that a rule demands: half up to so many decimal places. */
  record Rounding(int places) {

    /** The rounded number, exactly. */
    Fraction of(Fraction number) {
      return Fraction.of(number.rounded(places));
    }
  }

  /** Half-open bounds of a number; an absent bound does not bind. */
  record Range(Optional<Fraction> from, Optional<Fraction> below) {

    /** Whether {@code from <= number < below}. */
    boolean holds(Fraction number) {
      return from.map(least -> number.compareTo(least) >= 0).orElse(true)
          && below.map(end -> number.compareTo(end) < 0).orElse(true);
    }
  }

  /**
   * {@code factor · Σ weight·value / Σ weight} over the items of {@code weights} that weigh
   * anything.
   *
   * @param values number by item
   * @param weights number by item
   * @param skipsUnknown whether an item without a value is left out (an incomplete course in a
   *     grade point average); otherwise the mean is not known while one lacks its value
   * @param rounding after everything else
   */
  record WeightedMean(
      String id,
      String values,
      String weights,
      boolean skipsUnknown,
      Fraction factor,
      Optional<Rounding> rounding)
      implements Derivation {

    @Override
    public MeasureType type() {
      return MeasureType.NUMBER;
    }

    @Override
    public List<String> inputs() {
      return List.of(values, weights);
    }
  }

  /**
   * The sum of a number by item, over all items or those whose {@code where} lies in a range.
   *
   * @param where number by item; items that have none there do not count
   */
  record Sum(String id, String of, Optional<Where> where) implements Derivation {

    @Override
    public MeasureType type() {
      return MeasureType.NUMBER;
    }

    @Override
    public List<String> inputs() {
      return where.map(condition -> List.of(of, condition.measure())).orElse(List.of(of));
    }
  }

  /** Items whose number by item lies in a range. */
  record Where(String measure, Range range) {}

  /**
   * {@code 100 · part / whole}, of two numbers or item by item; not known of a whole of nothing
   * (X-NUM-4) or of an item that one of both lacks.
   */
  record Share(String id, String part, String whole, MeasureType type) implements Derivation {

    @Override
    public List<String> inputs() {
      return List.of(part, whole);
    }
  }

  /**
   * The value of the band in which a number lies, and the band's name: points and letters. Of a
   * number by item it makes one by item.
   *
   * @param rounding of the number before its band is looked up
   * @param names name of the list measure with the bands' names ({@code A}, or {@code item=A});
   *     empty when nobody asks for it
   * @param bands from the highest to the lowest, the lowest without a bound
   */
  record Banded(
      String id,
      String of,
      MeasureType type,
      Optional<Rounding> rounding,
      Optional<String> names,
      List<Band> bands)
      implements Derivation {

    public Banded {
      Objects.requireNonNull(type, "type");
      bands = List.copyOf(bands);
    }

    @Override
    public List<String> inputs() {
      return List.of(of);
    }

    /** The band of a number: the first whose lower bound it reaches. */
    Band band(Fraction exact) {
      Fraction number = rounding.map(rule -> rule.of(exact)).orElse(exact);
      return bands.stream()
          .filter(band -> band.from().map(from -> number.compareTo(from) >= 0).orElse(true))
          .findFirst()
          .orElseThrow();
    }
  }

  /**
   * One band.
   *
   * @param from its lower bound, inclusive; empty for the lowest band
   * @param name what readers call it
   * @param value the number that it stands for
   */
  record Band(Optional<Fraction> from, String name, Fraction value) {}
}

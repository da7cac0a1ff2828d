package vn.chuyencan.source.moodle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.chuyencan.model.Fraction;

/**
 * How much each item of a gradebook counts in the mark of its course (C08-9.1), as the categories
 * above it say: where a category adds up or weighs, an item's share is its weight among its
 * siblings; where it takes the mean, all have one share. Where a category takes the best, drops the
 * worst or is computed by a formula, nobody can say beforehand, and what lies in it has no weight;
 * nor has what only adds to a full mark.
 *
 * <p>Weights are percent with {@link #PLACES} places. They are rounded so that those of one
 * category add up to its own, and all of a course whose weights are known to exactly 100.
 */
final class GradeWeights {
  /** Places of a weight in percent. */
  static final int PLACES = 6;

  private static final long MEAN = 0;
  private static final long WEIGHTED_MEAN = 10;
  private static final long SIMPLE_WEIGHTED_MEAN = 11;
  private static final long MEAN_WITH_EXTRAS = 12;
  private static final long NATURAL = 13;

  private static final Fraction ONE = Fraction.of(1);
  private static final Fraction PERCENT = Fraction.of(100);

  private final Map<Long, List<GradeItem>> children = new HashMap<>();
  private final Map<Long, GradeItem> itemOf = new HashMap<>();
  private final boolean scalesCount;
  private final Map<Long, BigDecimal> weights = new HashMap<>();

  /**
   * @param items all of the site
   * @param scalesCount whether grades on scales are aggregated
   */
  GradeWeights(Iterable<GradeItem> items, boolean scalesCount) {
    this.scalesCount = scalesCount;
    for (GradeItem item : items) {
      if (item.aggregates()) {
        itemOf.put(item.category().id(), item);
      }
      Long parent = item.parent();
      if (parent != null) {
        children.computeIfAbsent(parent, id -> new ArrayList<>()).add(item);
      }
    }
    children
        .values()
        .forEach(
            some ->
                some.sort(
                    Comparator.comparingLong(GradeItem::order).thenComparingLong(GradeItem::id)));
    itemOf.values().stream()
        .filter(item -> item.kind() == GradeItem.Kind.COURSE)
        .forEach(course -> divide(course, Fraction.ZERO, ONE));
  }

  /** Percent of the mark of the course; null when it is not known, and for the course itself. */
  BigDecimal of(GradeItem item) {
    return weights.get(item.id());
  }

  /** Gives the part of the mark from {@code start} on to what lies in a category. */
  private void divide(GradeItem whole, Fraction start, Fraction size) {
    List<GradeItem> parts = children.getOrDefault(whole.category().id(), List.of());
    Map<Long, Fraction> shares = shares(whole, parts);
    Fraction from = start;
    for (GradeItem part : parts) {
      Fraction share = shares.get(part.id());
      if (share != null) {
        Fraction until = from.plus(share.times(size));
        weights.put(part.id(), percent(until).subtract(percent(from)));
        if (part.aggregates()) {
          divide(part, from, until.minus(from));
        }
        from = until;
      }
    }
  }

  private static BigDecimal percent(Fraction part) {
    return part.times(PERCENT).rounded(PLACES);
  }

  /** What part of a category each item in it is; nothing of those that are in no certain part. */
  private Map<Long, Fraction> shares(GradeItem whole, List<GradeItem> parts) {
    GradeItem.Category category = whole.category();
    Map<Long, Fraction> amounts = new HashMap<>();
    if (whole.calculated() || category.dropsSome()) {
      return amounts;
    }
    for (GradeItem part : parts) {
      if (part.outcome() && category.withOutcomes()) {
        return Map.of();
      } else if (!part.outcome() && (part.inPoints() || (part.onScale() && scalesCount))) {
        Fraction amount = amount(category.aggregation(), part);
        if (amount != null) {
          amounts.put(part.id(), amount);
        }
      }
    }
    if (category.aggregation() == NATURAL) {
      return natural(parts, amounts);
    }
    Fraction sum = amounts.values().stream().reduce(Fraction.ZERO, Fraction::plus);
    if (sum.signum() <= 0) {
      return Map.of();
    }
    amounts.replaceAll((id, amount) -> amount.dividedBy(sum));
    return amounts;
  }

  /**
   * Shares in a category that adds up. What Moodle stores is rounded to five places, so only the
   * parts that somebody set are taken from there; what they leave is divided by points.
   */
  private static Map<Long, Fraction> natural(List<GradeItem> parts, Map<Long, Fraction> amounts) {
    Fraction sum = amounts.values().stream().reduce(Fraction.ZERO, Fraction::plus);
    if (sum.signum() <= 0) {
      return Map.of();
    }
    Fraction rest = ONE;
    Fraction points = Fraction.ZERO;
    Map<Long, Fraction> shares = new HashMap<>();
    for (GradeItem part : parts) {
      Fraction stored = amounts.get(part.id());
      if (stored != null && (part.fixedWeight() || stored.signum() == 0)) {
        shares.put(part.id(), stored.dividedBy(sum));
        rest = rest.minus(stored.dividedBy(sum));
      } else if (stored != null) {
        points = points.plus(Fraction.of(part.max()));
      }
    }
    for (GradeItem part : parts) {
      if (points.signum() > 0 && amounts.containsKey(part.id()) && !shares.containsKey(part.id())) {
        shares.put(part.id(), rest.times(Fraction.of(part.max())).dividedBy(points));
      }
    }
    return shares;
  }

  /** How much an item counts in proportion to its siblings; null for what only adds. */
  private static Fraction amount(long aggregation, GradeItem part) {
    boolean adds = part.coefficient().signum() > 0;
    if (aggregation == WEIGHTED_MEAN) {
      return Fraction.of(part.coefficient()).max(Fraction.ZERO);
    } else if (aggregation == MEAN) {
      return ONE;
    } else if (adds) {
      return null;
    } else if (aggregation == NATURAL) {
      return Fraction.of(part.naturalWeight()).max(Fraction.ZERO);
    } else if (aggregation == SIMPLE_WEIGHTED_MEAN) {
      return Fraction.of(part.max().subtract(part.min())).max(Fraction.ZERO);
    }
    return aggregation == MEAN_WITH_EXTRAS ? ONE : null;
  }
}

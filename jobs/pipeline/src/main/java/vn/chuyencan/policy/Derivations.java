package vn.chuyencan.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.chuyencan.model.Fraction;

/**
 * The derived measures of a policy, in the order in which they build upon each other, and all the
 * names that its criteria may use: those of {@link MeasureCatalog} and its own.
 */
public final class Derivations {
  /** No derived measures. */
  public static final Derivations NONE = new Derivations(List.of());

  private final List<Derivation> derivations;
  private final Map<String, MeasureDefinition> own = new LinkedHashMap<>();

  /**
   * @param derivations each names only measures of the catalog or of those before it
   */
  Derivations(List<Derivation> derivations) {
    this.derivations = List.copyOf(derivations);
    this.derivations.forEach(this::define);
  }

  private void define(Derivation derivation) {
    Set<String> suppliers = new LinkedHashSet<>();
    for (String input : derivation.inputs()) {
      find(input).ifPresent(measure -> suppliers.addAll(measure.suppliers()));
    }
    String evidence = find(derivation.inputs().get(0)).map(MeasureDefinition::evidence).orElse("");
    List<String> from = List.copyOf(suppliers);
    own.put(
        derivation.id(),
        new MeasureDefinition(derivation.id(), derivation.type(), "", from, evidence));
    if (derivation instanceof Derivation.Banded banded) {
      banded
          .names()
          .ifPresent(
              name ->
                  own.put(name, new MeasureDefinition(name, MeasureType.IDS, "", from, evidence)));
    }
  }

  /** The measure of that name, of the catalog or derived. */
  Optional<MeasureDefinition> find(String name) {
    return MeasureCatalog.find(name).or(() -> Optional.ofNullable(own.get(name)));
  }

  /** The names of all measures of those shapes. */
  List<String> names(Collection<MeasureType> types) {
    List<String> names = new ArrayList<>();
    for (MeasureDefinition measure : MeasureCatalog.all()) {
      if (types.contains(measure.type())) {
        names.add(measure.name());
      }
    }
    for (MeasureDefinition measure : own.values()) {
      if (types.contains(measure.type())) {
        names.add(measure.name());
      }
    }
    return names;
  }

  /** The measures with what is derived of them. */
  LearnerMeasures applyTo(LearnerMeasures measures) {
    if (derivations.isEmpty()) {
      return measures;
    }
    LearnerMeasures.Builder builder = measures.toBuilder().derived(own);
    LearnerMeasures known = builder.build();
    for (Derivation derivation : derivations) {
      add(derivation, known, builder);
      known = builder.build();
    }
    return known;
  }

  private static void add(
      Derivation derivation, LearnerMeasures known, LearnerMeasures.Builder builder) {
    if (derivation instanceof Derivation.WeightedMean mean) {
      mean(mean, known).ifPresent(value -> builder.number(mean.id(), value));
    } else if (derivation instanceof Derivation.Sum sum) {
      sum(sum, known).ifPresent(value -> builder.number(sum.id(), value));
    } else if (derivation instanceof Derivation.Share share) {
      addShare(share, known, builder);
    } else if (derivation instanceof Derivation.Banded banded) {
      addBands(banded, known, builder);
    }
  }

  private static Optional<Fraction> mean(Derivation.WeightedMean mean, LearnerMeasures known) {
    SortedMap<String, Fraction> weights = known.byKey(mean.weights()).orElse(new TreeMap<>());
    SortedMap<String, Fraction> values = known.byKey(mean.values()).orElse(new TreeMap<>());
    if (!mean.skipsUnknown() && !weights.keySet().containsAll(values.keySet())) {
      return Optional.empty();
    }
    Fraction total = Fraction.ZERO;
    Fraction weight = Fraction.ZERO;
    for (Map.Entry<String, Fraction> item : weights.entrySet()) {
      Fraction value = values.get(item.getKey());
      if (item.getValue().signum() == 0 || (value == null && mean.skipsUnknown())) {
        continue;
      }
      if (value == null) {
        return Optional.empty();
      }
      total = total.plus(item.getValue().times(value));
      weight = weight.plus(item.getValue());
    }
    if (weight.signum() <= 0) {
      return Optional.empty();
    }
    Fraction exact = total.dividedBy(weight).times(mean.factor());
    return Optional.of(mean.rounding().map(rule -> rule.of(exact)).orElse(exact));
  }

  private static Optional<Fraction> sum(Derivation.Sum sum, LearnerMeasures known) {
    Optional<SortedMap<String, Fraction>> of = known.byKey(sum.of());
    if (of.isEmpty()) {
      return Optional.empty();
    }
    Fraction total = Fraction.ZERO;
    for (Map.Entry<String, Fraction> item : of.get().entrySet()) {
      if (sum.where().map(where -> counts(where, item.getKey(), known)).orElse(true)) {
        total = total.plus(item.getValue());
      }
    }
    return Optional.of(total);
  }

  private static boolean counts(Derivation.Where where, String item, LearnerMeasures known) {
    return known
        .byKey(where.measure())
        .map(values -> values.get(item))
        .map(where.range()::holds)
        .orElse(false);
  }

  private static void addShare(
      Derivation.Share share, LearnerMeasures known, LearnerMeasures.Builder builder) {
    if (share.type() == MeasureType.NUMBER) {
      Optional<Fraction> whole = known.number(share.whole());
      known
          .number(share.part())
          .flatMap(part -> whole.flatMap(all -> percent(part, all)))
          .ifPresent(value -> builder.number(share.id(), value));
    } else if (known.byKey(share.part()).isPresent() && known.byKey(share.whole()).isPresent()) {
      SortedMap<String, Fraction> wholes = known.byKey(share.whole()).get();
      Map<String, Fraction> values = new TreeMap<>();
      known
          .byKey(share.part())
          .get()
          .forEach(
              (item, part) ->
                  Optional.ofNullable(wholes.get(item))
                      .flatMap(all -> percent(part, all))
                      .ifPresent(value -> values.put(item, value)));
      builder.byKey(share.id(), values);
    }
  }

  private static Optional<Fraction> percent(Fraction part, Fraction whole) {
    return whole.signum() > 0
        ? Optional.of(Fraction.of(100).times(part).dividedBy(whole))
        : Optional.empty();
  }

  private static void addBands(
      Derivation.Banded banded, LearnerMeasures known, LearnerMeasures.Builder builder) {
    List<String> names = new ArrayList<>();
    if (banded.type() == MeasureType.NUMBER) {
      known
          .number(banded.of())
          .map(banded::band)
          .ifPresent(
              band -> {
                builder.number(banded.id(), band.value());
                names.add(band.name());
              });
    } else {
      known
          .byKey(banded.of())
          .ifPresent(
              items -> {
                Map<String, Fraction> values = new TreeMap<>();
                items.forEach(
                    (item, number) -> {
                      Derivation.Band band = banded.band(number);
                      values.put(item, band.value());
                      names.add(item + "=" + band.name());
                    });
                builder.byKey(banded.id(), values);
              });
    }
    banded.names().ifPresent(name -> builder.list(name, names));
  }
}

package vn.chuyencan.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.model.Fraction;

/** Reads the derived measures of a policy file and notes every fault of theirs. */
final class DerivationReader {
  private static final List<String> KINDS = List.of("weighted_mean", "sum", "share", "bands");
  private static final int MOST_PLACES = 6;

  private final List<Derivation> read = new ArrayList<>();
  private final Map<String, Integer> lines = new HashMap<>();
  private Derivations known = Derivations.NONE;

  private DerivationReader() {}

  /** The derived measures of a policy; none where it has no such key. */
  static Derivations read(YamlCursor policy) {
    DerivationReader reader = new DerivationReader();
    for (YamlCursor cursor : policy.optionalMappings("derived", "[{id: …, kind: …}]")) {
      reader.derivation(cursor).ifPresent(reader::add);
    }
    return reader.known;
  }

  private void add(Derivation derivation) {
    read.add(derivation);
    known = new Derivations(read);
  }

  private Optional<Derivation> derivation(YamlCursor cursor) {
    String id = name(cursor, "id", HeaderReader.id(cursor));
    String kind = cursor.text("kind", String.join(" | ", KINDS));
    if (!KINDS.contains(kind)) {
      if (!kind.isEmpty()) {
        cursor.invalid("kind", String.join(" | ", KINDS));
      }
      return Optional.empty();
    }
    return Optional.of(
        switch (kind) {
          case "weighted_mean" -> weightedMean(cursor, id);
          case "sum" -> sum(cursor, id);
          case "share" -> share(cursor, id);
          case "bands" -> bands(cursor, id);
          default -> throw new IllegalStateException(kind);
        });
  }

  /** A name that no other measure has. */
  private String name(YamlCursor cursor, String key, String name) {
    Integer first = name.isEmpty() ? null : lines.putIfAbsent(name, cursor.line(key));
    if (first != null) {
      cursor.fault(ErrorCode.POLICY_CRITERION_TWICE, key, name, Integer.toString(first));
    } else if (MeasureCatalog.find(name).isPresent()) {
      cursor.invalid(key, name + "_2");
    }
    return name;
  }

  private Derivation weightedMean(YamlCursor cursor, String id) {
    cursor.onlyKeys("id", "kind", "values", "weights", "without_value", "factor", "round");
    boolean skips =
        cursor.has("without_value")
            && cursor.choice("without_value", List.of("unknown", "skip")).equals("skip");
    return new Derivation.WeightedMean(
        id,
        measure(cursor, "values", MeasureType.NUMBER_BY_ITEM),
        measure(cursor, "weights", MeasureType.NUMBER_BY_ITEM),
        skips,
        cursor.optionalNumber("factor", "0.1").orElse(Fraction.of(1)),
        cursor.optionalMapping("round").map(DerivationReader::rounding));
  }

  private static Derivation.Rounding rounding(YamlCursor cursor) {
    cursor.onlyKeys("places");
    Fraction places = cursor.number("places", "1");
    boolean whole = places.equals(Fraction.of(places.floor(0)));
    if (!whole || places.signum() < 0 || places.compareTo(Fraction.of(MOST_PLACES)) > 0) {
      cursor.invalid("places", "0 … " + MOST_PLACES);
      return new Derivation.Rounding(0);
    }
    return new Derivation.Rounding(places.floor(0).intValueExact());
  }

  private Derivation sum(YamlCursor cursor, String id) {
    cursor.onlyKeys("id", "kind", "of", "where");
    return new Derivation.Sum(
        id,
        measure(cursor, "of", MeasureType.NUMBER_BY_ITEM),
        cursor.optionalMapping("where").map(this::where));
  }

  private Derivation.Where where(YamlCursor cursor) {
    cursor.onlyKeys("measure", "from", "below");
    Derivation.Range range =
        new Derivation.Range(
            cursor.optionalNumber("from", "4.0"), cursor.optionalNumber("below", "4.0"));
    if (range.from().isEmpty() && range.below().isEmpty()) {
      cursor.missing("below", "4.0");
    }
    return new Derivation.Where(measure(cursor, "measure", MeasureType.NUMBER_BY_ITEM), range);
  }

  private Derivation share(YamlCursor cursor, String id) {
    cursor.onlyKeys("id", "kind", "part", "of");
    MeasureType type = numberOrByItem(cursor.text("part", "term_failed_credits"));
    return new Derivation.Share(
        id, measure(cursor, "part", type), measure(cursor, "of", type), type);
  }

  /** Whether a measure is by item; whatever is neither is judged as a number. */
  private MeasureType numberOrByItem(String name) {
    return known
        .find(name)
        .map(MeasureDefinition::type)
        .filter(MeasureType.NUMBER_BY_ITEM::equals)
        .orElse(MeasureType.NUMBER);
  }

  private Derivation bands(YamlCursor cursor, String id) {
    cursor.onlyKeys("id", "kind", "of", "round", "names", "bands");
    MeasureType type = numberOrByItem(cursor.text("of", "course_mark"));
    String of = measure(cursor, "of", type);
    Optional<Derivation.Rounding> rounding =
        cursor.optionalMapping("round").map(DerivationReader::rounding);
    Optional<String> names = cursor.optionalText("names");
    names.ifPresent(name -> name(cursor, "names", name));
    List<Derivation.Band> bands = new ArrayList<>();
    for (YamlCursor band : cursor.mappings("bands", "[{from: 8.5, name: A, value: 4}]")) {
      bands.add(band(band, bands));
    }
    if (!bands.isEmpty() && bands.get(bands.size() - 1).from().isPresent()) {
      cursor.invalid("bands", "[…, {name: F, value: 0}]");
    }
    return new Derivation.Banded(id, of, type, rounding, names, bands);
  }

  private static Derivation.Band band(YamlCursor cursor, List<Derivation.Band> higher) {
    cursor.onlyKeys("from", "name", "value");
    Optional<Fraction> from = cursor.optionalNumber("from", "8.5");
    if (!higher.isEmpty()) {
      Optional<Fraction> above = higher.get(higher.size() - 1).from();
      boolean falls =
          above.isPresent() && from.map(own -> own.compareTo(above.get()) < 0).orElse(true);
      if (!falls) {
        cursor.invalid("from", "< " + above.map(Fraction::toString).orElse("…"));
      }
    }
    return new Derivation.Band(from, cursor.text("name", "A"), cursor.number("value", "4"));
  }

  private String measure(YamlCursor cursor, String key, MeasureType type) {
    String name = cursor.text(key, "component_weight");
    if (!name.isEmpty()) {
      PolicyWords.check(cursor, key, name, known, type);
    }
    return name;
  }
}

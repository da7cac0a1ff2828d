package vn.chuyencan.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.chuyencan.model.Fraction;

/** Reads criteria from a policy file and notes every fault of theirs. */
final class CriterionReader {
  private static final List<String> PLAIN_KINDS =
      List.of(
          "at_least",
          "at_most",
          "at_least_in_every_week",
          "at_least_on_each_item",
          "share_of",
          "all_of",
          "any_of");
  private static final List<String> ALL_KINDS =
      Stream.concat(PLAIN_KINDS.stream(), Stream.of("compensated_by", "review_when")).toList();
  static final String CRITERIA_EXAMPLE = "[{id: …, kind: …}]";
  static final String REQUIRES_EXAMPLE = "[FC-LT.2, FC-LT.3]";
  private static final String[] COMMON = {"id", "kind", "law", "label", "applies"};
  private static final String[] LEAF = {"unit", "special_cases", "listings"};

  private static final int MOST_PLACES = 6;
  private static final MeasureType[] WEEKLY = {
    MeasureType.NUMBER_BY_WEEK, MeasureType.NUMBER_BY_ISO_WEEK
  };

  private final PolicyWords words;
  private final HeaderReader headers;

  /**
   * @param reasons codes that the policy explains
   * @param measures the measures that it may name
   */
  CriterionReader(Set<String> reasons, Derivations measures) {
    this.words = new PolicyWords(reasons, measures);
    this.headers = new HeaderReader(words);
  }

  /** The criteria of a certificate; clauses may stand among them. */
  List<Criterion> certificate(YamlCursor cursor) {
    return standing(criteria(cursor, ALL_KINDS));
  }

  private List<Criterion> parts(YamlCursor cursor) {
    return criteria(cursor, PLAIN_KINDS);
  }

  private List<Criterion> criteria(YamlCursor cursor, List<String> kinds) {
    List<Criterion> criteria = new ArrayList<>();
    for (YamlCursor item : cursor.mappings("criteria", CRITERIA_EXAMPLE)) {
      boolean applies = item.optionalTruth("applies").orElse(true);
      read(item, kinds).filter(criterion -> applies).ifPresent(criteria::add);
    }
    return criteria;
  }

  /** Without what leans on a criterion that does not apply under this reading of the policy. */
  private static List<Criterion> standing(List<Criterion> criteria) {
    Set<String> ids = criteria.stream().map(one -> one.header().id()).collect(Collectors.toSet());
    List<Criterion> standing = new ArrayList<>();
    for (Criterion criterion : criteria) {
      if (criterion instanceof Criterion.ReviewWhen clause) {
        if (ids.contains(clause.fails())) {
          List<String> required = clause.requires().stream().filter(ids::contains).toList();
          standing.add(
              new Criterion.ReviewWhen(clause.header(), clause.fails(), required, clause.reason()));
        }
      } else if (!(criterion instanceof Criterion.CompensatedBy clause)
          || ids.contains(clause.compensates())) {
        standing.add(criterion);
      }
    }
    return standing;
  }

  private Optional<Criterion> read(YamlCursor cursor, List<String> kinds) {
    String expected = String.join(" | ", kinds);
    String kind = cursor.text("kind", expected);
    if (!kinds.contains(kind)) {
      if (!kind.isEmpty()) {
        cursor.invalid("kind", expected);
      }
      return Optional.empty();
    }
    return Optional.of(
        switch (kind) {
          case "at_least" -> atLeast(cursor);
          case "at_most" -> atMost(cursor);
          case "at_least_in_every_week" -> atLeastInEveryWeek(cursor);
          case "at_least_on_each_item" -> atLeastOnEachItem(cursor);
          case "share_of" -> shareOf(cursor);
          case "all_of" -> {
            keys(cursor, COMMON, "criteria");
            yield new Criterion.AllOf(HeaderReader.combination(cursor), parts(cursor));
          }
          case "any_of" -> {
            keys(cursor, COMMON, "criteria");
            yield new Criterion.AnyOf(HeaderReader.combination(cursor), parts(cursor));
          }
          case "compensated_by" -> compensatedBy(cursor);
          case "review_when" -> reviewWhen(cursor);
          default -> throw new IllegalStateException(kind);
        });
  }

  private Criterion atLeast(YamlCursor cursor) {
    keys(
        cursor,
        LEAF,
        "measure",
        "factor",
        "threshold",
        "or_measure",
        "rounded_to",
        "readings",
        "pending",
        "near");
    return new Criterion.AtLeast(
        headers.leaf(cursor),
        words.measure(cursor, "measure", MeasureType.NUMBER),
        cursor.optionalNumber("factor", "0.1").orElse(Fraction.of(1)),
        cursor.number("threshold", "540"),
        words.optionalMeasure(cursor, "or_measure", MeasureType.NUMBER),
        rounding(cursor),
        readings(cursor, MeasureType.NUMBER),
        cursor.optionalMapping("pending").map(this::pending),
        cursor.optionalMapping("near").map(this::near));
  }

  private Criterion atMost(YamlCursor cursor) {
    keys(cursor, LEAF, "measure", "factor", "threshold");
    return new Criterion.AtMost(
        headers.leaf(cursor),
        words.measure(cursor, "measure", MeasureType.NUMBER),
        cursor.optionalNumber("factor", "0.1").orElse(Fraction.of(1)),
        cursor.number("threshold", "50"));
  }

  private static Optional<Integer> rounding(YamlCursor cursor) {
    if (!PolicyWords.given(cursor, "rounded_to")) {
      return Optional.empty();
    }
    Optional<Integer> places =
        cursor.optionalNumber("rounded_to", "0 … 6").map(CriterionReader::whole);
    if (places.filter(number -> number < 0 || number > MOST_PLACES).isPresent()) {
      cursor.invalid("rounded_to", "0 … 6");
    }
    return places;
  }

  /** A whole number, or −1 for one that is not. */
  private static int whole(Fraction number) {
    return number.equals(Fraction.of(number.floor(0))) ? number.floor(0).intValue() : -1;
  }

  private Optional<Criterion.Readings> readings(YamlCursor criterion, MeasureType... types) {
    Optional<YamlCursor> found = criterion.optionalMapping("readings");
    if (found.isEmpty()) {
      return Optional.empty();
    }
    YamlCursor cursor = found.get();
    cursor.onlyKeys("measures", "reason");
    String reason = words.reason(cursor, "reason");
    if (cursor.has("measures") && !PolicyWords.given(cursor, "measures")) {
      return Optional.empty();
    }
    List<String> names = new ArrayList<>(cursor.texts("measures", "[minutes_15, minutes_60]"));
    names.removeIf(PolicyParameters.NONE::equals);
    names.forEach(name -> words.checkMeasure(cursor, "measures", name, types));
    return names.isEmpty() ? Optional.empty() : Optional.of(new Criterion.Readings(names, reason));
  }

  private Criterion.Pending pending(YamlCursor cursor) {
    cursor.onlyKeys("measure", "of", "largest", "missing");
    return new Criterion.Pending(
        words.measure(cursor, "measure", MeasureType.NUMBER),
        words.measure(cursor, "of", MeasureType.NUMBER),
        cursor.number("largest", "100"),
        cursor.text("missing", "assessment_attempt.mark"));
  }

  private Criterion.Near near(YamlCursor cursor) {
    cursor.onlyKeys("from", "flag");
    return new Criterion.Near(cursor.number("from", "4.95"), words.reason(cursor, "flag"));
  }

  private Criterion atLeastInEveryWeek(YamlCursor cursor) {
    keys(
        cursor,
        LEAF,
        "measure",
        "threshold",
        "readings",
        "except_weeks",
        "second_reading",
        "late_enrolment",
        "leniency");
    return new Criterion.AtLeastInEveryWeek(
        headers.leaf(cursor),
        words.measure(cursor, "measure", WEEKLY),
        cursor.number("threshold", "2"),
        readings(cursor, WEEKLY),
        words.optionalMeasure(cursor, "except_weeks", MeasureType.WEEKS),
        secondReading(cursor),
        words.optionalReason(cursor, "late_enrolment"),
        cursor.optionalMapping("leniency").map(this::leniency));
  }

  private Optional<Criterion.SecondReading> secondReading(YamlCursor criterion) {
    Optional<YamlCursor> found = criterion.optionalMapping("second_reading");
    if (found.isEmpty()) {
      return Optional.empty();
    }
    YamlCursor cursor = found.get();
    cursor.onlyKeys("measure", "flag");
    String flag = words.reason(cursor, "flag");
    return cursor.has("measure") && !PolicyWords.given(cursor, "measure")
        ? Optional.empty()
        : Optional.of(new Criterion.SecondReading(words.measure(cursor, "measure", WEEKLY), flag));
  }

  private Criterion.Leniency leniency(YamlCursor cursor) {
    cursor.onlyKeys("weeks_below", "reason");
    Fraction weeks = cursor.number("weeks_below", "1");
    if (whole(weeks) < 0) {
      cursor.invalid("weeks_below", "0, 1, 2 …");
    }
    return new Criterion.Leniency(weeks.floor(0).intValue(), words.reason(cursor, "reason"));
  }

  private Criterion atLeastOnEachItem(YamlCursor cursor) {
    keys(cursor, LEAF, "measure", "threshold", "item", "pending");
    return new Criterion.AtLeastOnEachItem(
        headers.leaf(cursor),
        words.measure(cursor, "measure", MeasureType.NUMBER_BY_ITEM),
        cursor.number("threshold", "50"),
        cursor.text("item", "exercise"),
        cursor.optionalMapping("pending").map(this::pendingItems));
  }

  private Criterion.PendingItems pendingItems(YamlCursor cursor) {
    cursor.onlyKeys("measure", "missing");
    return new Criterion.PendingItems(
        words.measure(cursor, "measure", MeasureType.NUMBER, MeasureType.IDS),
        cursor.text("missing", "assessment_attempt.mark"));
  }

  private Criterion shareOf(YamlCursor cursor) {
    keys(cursor, LEAF, "part", "of", "except", "percent", "unknown", "to_come");
    Fraction percent = cursor.number("percent", "80");
    if (percent.signum() < 0 || percent.compareTo(Fraction.of(100)) > 0) {
      cursor.invalid("percent", "0 … 100");
    }
    return new Criterion.ShareOf(
        headers.leaf(cursor),
        words.measure(cursor, "part", MeasureType.NUMBER),
        words.measure(cursor, "of", MeasureType.NUMBER),
        words.optionalMeasure(cursor, "except", MeasureType.NUMBER),
        percent,
        cursor
            .optionalMapping("unknown")
            .filter(unknown -> !unknown.has("measure") || PolicyWords.given(unknown, "measure"))
            .map(this::unknown),
        words.optionalMeasure(cursor, "to_come", MeasureType.NUMBER));
  }

  private Criterion.Unknown unknown(YamlCursor cursor) {
    cursor.onlyKeys("measure", "missing", "reason");
    return new Criterion.Unknown(
        words.measure(cursor, "measure", MeasureType.NUMBER),
        cursor.text("missing", "attendance"),
        words.optionalReason(cursor, "reason"));
  }

  private Criterion compensatedBy(YamlCursor cursor) {
    keys(cursor, COMMON, "compensates", "also", "mode", "reason", "criteria");
    String mode = cursor.choice("mode", List.of("auto", "review"));
    return new Criterion.CompensatedBy(
        HeaderReader.combination(cursor),
        cursor.text("compensates", "FC-LT.2"),
        PolicyWords.given(cursor, "also") ? cursor.optionalText("also") : Optional.empty(),
        Criterion.CompensatedBy.Mode.valueOf(mode.toUpperCase(Locale.ROOT)),
        words.reason(cursor, "reason"),
        parts(cursor));
  }

  private Criterion reviewWhen(YamlCursor cursor) {
    keys(cursor, COMMON, "fails", "requires", "reason");
    return new Criterion.ReviewWhen(
        HeaderReader.combination(cursor),
        cursor.text("fails", "FC-LT.1"),
        cursor.texts("requires", REQUIRES_EXAMPLE),
        words.reason(cursor, "reason"));
  }

  private static void keys(YamlCursor cursor, String[] group, String... own) {
    List<String> known = new ArrayList<>(List.of(COMMON));
    if (group == LEAF) {
      known.addAll(List.of(LEAF));
    }
    known.addAll(List.of(own));
    cursor.onlyKeys(known.toArray(String[]::new));
  }
}

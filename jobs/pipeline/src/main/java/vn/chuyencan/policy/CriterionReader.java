package vn.chuyencan.policy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.model.Fraction;
import vn.chuyencan.model.Status;

/** Reads criteria from a policy file and notes every fault of theirs. */
final class CriterionReader {
  /** Units that a policy may name; reports translate each. */
  static final List<String> UNITS =
      List.of(
          "access",
          "artefact",
          "attempt",
          "credit",
          "day",
          "event",
          "exercise",
          "forum",
          "mark10",
          "mark4",
          "member",
          "minute",
          "percent",
          "post",
          "review",
          "session",
          "topic",
          "week");

  private static final List<String> PLAIN_KINDS =
      List.of(
          "at_least",
          "at_least_in_every_week",
          "at_least_on_each_item",
          "share_of",
          "all_of",
          "any_of");
  private static final List<String> ALL_KINDS =
      Stream.concat(PLAIN_KINDS.stream(), Stream.of("compensated_by", "review_when")).toList();
  static final String CRITERIA_EXAMPLE = "[{id: …, kind: …}]";
  static final String REQUIRES_EXAMPLE = "[FC-LT.2, FC-LT.3]";
  private static final String[] COMMON = {"id", "kind", "law", "label"};
  private static final String[] LEAF = {"unit", "special_cases", "listings"};

  private final Set<String> reasons;

  /**
   * @param reasons codes that the policy explains
   */
  CriterionReader(Set<String> reasons) {
    this.reasons = reasons;
  }

  /** The criteria of a certificate; clauses may stand among them. */
  List<Criterion> certificate(YamlCursor cursor) {
    return criteria(cursor, ALL_KINDS);
  }

  private List<Criterion> parts(YamlCursor cursor) {
    return criteria(cursor, PLAIN_KINDS);
  }

  private List<Criterion> criteria(YamlCursor cursor, List<String> kinds) {
    List<Criterion> criteria = new ArrayList<>();
    for (YamlCursor item : cursor.mappings("criteria", CRITERIA_EXAMPLE)) {
      read(item, kinds).ifPresent(criteria::add);
    }
    return criteria;
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
          case "at_least_in_every_week" -> atLeastInEveryWeek(cursor);
          case "at_least_on_each_item" -> atLeastOnEachItem(cursor);
          case "share_of" -> shareOf(cursor);
          case "all_of" -> {
            keys(cursor, COMMON, "criteria");
            yield new Criterion.AllOf(combination(cursor), parts(cursor));
          }
          case "any_of" -> {
            keys(cursor, COMMON, "criteria");
            yield new Criterion.AnyOf(combination(cursor), parts(cursor));
          }
          case "compensated_by" -> compensatedBy(cursor);
          case "review_when" -> reviewWhen(cursor);
          default -> throw new IllegalStateException(kind);
        });
  }

  private Criterion atLeast(YamlCursor cursor) {
    keys(cursor, LEAF, "measure", "factor", "threshold", "readings", "pending", "near");
    return new Criterion.AtLeast(
        leaf(cursor),
        measure(cursor, "measure", MeasureType.NUMBER),
        cursor.optionalNumber("factor", "0.1").orElse(Fraction.of(1)),
        cursor.number("threshold", "540"),
        cursor.optionalMapping("readings").map(this::readings),
        cursor.optionalMapping("pending").map(this::pending),
        cursor.optionalMapping("near").map(this::near));
  }

  private Criterion.Readings readings(YamlCursor cursor) {
    cursor.onlyKeys("measures", "reason");
    List<String> names = cursor.texts("measures", "[minutes_15, minutes_60]");
    names.forEach(name -> checkMeasure(cursor, "measures", name, MeasureType.NUMBER));
    return new Criterion.Readings(names, reason(cursor, "reason"));
  }

  private Criterion.Pending pending(YamlCursor cursor) {
    cursor.onlyKeys("measure", "of", "largest", "missing");
    return new Criterion.Pending(
        measure(cursor, "measure", MeasureType.NUMBER),
        measure(cursor, "of", MeasureType.NUMBER),
        cursor.number("largest", "100"),
        cursor.text("missing", "assessment_attempt.mark"));
  }

  private Criterion.Near near(YamlCursor cursor) {
    cursor.onlyKeys("from", "flag");
    return new Criterion.Near(cursor.number("from", "4.95"), reason(cursor, "flag"));
  }

  private Criterion atLeastInEveryWeek(YamlCursor cursor) {
    keys(
        cursor,
        LEAF,
        "measure",
        "threshold",
        "except_weeks",
        "second_reading",
        "late_enrolment",
        "leniency");
    return new Criterion.AtLeastInEveryWeek(
        leaf(cursor),
        measure(cursor, "measure", MeasureType.NUMBER_BY_WEEK),
        cursor.number("threshold", "2"),
        optionalMeasure(cursor, "except_weeks", MeasureType.WEEKS),
        cursor.optionalMapping("second_reading").map(this::secondReading),
        optionalReason(cursor, "late_enrolment"),
        cursor.optionalMapping("leniency").map(this::leniency));
  }

  private Criterion.SecondReading secondReading(YamlCursor cursor) {
    cursor.onlyKeys("measure", "flag");
    return new Criterion.SecondReading(
        measure(cursor, "measure", MeasureType.NUMBER_BY_WEEK), reason(cursor, "flag"));
  }

  private Criterion.Leniency leniency(YamlCursor cursor) {
    cursor.onlyKeys("weeks_below", "reason");
    Fraction weeks = cursor.number("weeks_below", "1");
    if (weeks.signum() < 0 || !weeks.equals(Fraction.of(weeks.floor(0)))) {
      cursor.invalid("weeks_below", "0, 1, 2 …");
    }
    return new Criterion.Leniency(weeks.floor(0).intValue(), reason(cursor, "reason"));
  }

  private Criterion atLeastOnEachItem(YamlCursor cursor) {
    keys(cursor, LEAF, "measure", "threshold", "item", "pending");
    return new Criterion.AtLeastOnEachItem(
        leaf(cursor),
        measure(cursor, "measure", MeasureType.NUMBER_BY_ITEM),
        cursor.number("threshold", "50"),
        cursor.text("item", "exercise"),
        cursor.optionalMapping("pending").map(this::pendingItems));
  }

  private Criterion.PendingItems pendingItems(YamlCursor cursor) {
    cursor.onlyKeys("measure", "missing");
    return new Criterion.PendingItems(
        measure(cursor, "measure", MeasureType.NUMBER),
        cursor.text("missing", "assessment_attempt.mark"));
  }

  private Criterion shareOf(YamlCursor cursor) {
    keys(cursor, LEAF, "part", "of", "except", "percent", "unknown");
    Fraction percent = cursor.number("percent", "80");
    if (percent.signum() < 0 || percent.compareTo(Fraction.of(100)) > 0) {
      cursor.invalid("percent", "0 … 100");
    }
    return new Criterion.ShareOf(
        leaf(cursor),
        measure(cursor, "part", MeasureType.NUMBER),
        measure(cursor, "of", MeasureType.NUMBER),
        optionalMeasure(cursor, "except", MeasureType.NUMBER),
        percent,
        cursor.optionalMapping("unknown").map(this::unknown));
  }

  private Criterion.Unknown unknown(YamlCursor cursor) {
    cursor.onlyKeys("measure", "missing", "reason");
    return new Criterion.Unknown(
        measure(cursor, "measure", MeasureType.NUMBER),
        cursor.text("missing", "attendance"),
        optionalReason(cursor, "reason"));
  }

  private Criterion compensatedBy(YamlCursor cursor) {
    keys(cursor, COMMON, "compensates", "mode", "reason", "criteria");
    String mode = cursor.choice("mode", List.of("auto", "review"));
    return new Criterion.CompensatedBy(
        combination(cursor),
        cursor.text("compensates", "FC-LT.2"),
        Criterion.CompensatedBy.Mode.valueOf(mode.toUpperCase(Locale.ROOT)),
        reason(cursor, "reason"),
        parts(cursor));
  }

  private Criterion reviewWhen(YamlCursor cursor) {
    keys(cursor, COMMON, "fails", "requires", "reason");
    return new Criterion.ReviewWhen(
        combination(cursor),
        cursor.text("fails", "FC-LT.1"),
        cursor.texts("requires", REQUIRES_EXAMPLE),
        reason(cursor, "reason"));
  }

  private static void keys(YamlCursor cursor, String[] group, String... own) {
    List<String> known = new ArrayList<>(List.of(COMMON));
    if (group == LEAF) {
      known.addAll(List.of(LEAF));
    }
    known.addAll(List.of(own));
    cursor.onlyKeys(known.toArray(String[]::new));
  }

  private Criterion.Header combination(YamlCursor cursor) {
    return new Criterion.Header(
        id(cursor), law(cursor), labels(cursor, "label"), "", List.of(), List.of());
  }

  private Criterion.Header leaf(YamlCursor cursor) {
    return new Criterion.Header(
        id(cursor),
        law(cursor),
        labels(cursor, "label"),
        cursor.choice("unit", UNITS),
        cursor.optionalMappings("special_cases", "[{when: …, then: …}]").stream()
            .map(this::specialCase)
            .toList(),
        cursor.optionalMappings("listings", "[{measure: …, item: …}]").stream()
            .map(this::listing)
            .toList());
  }

  /** An id that tables, files and commands can carry. */
  static String id(YamlCursor cursor) {
    String id = cursor.text("id", "FC-LT.2");
    if (!id.isEmpty() && !id.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
      cursor.invalid("id", "A–Z a–z 0–9 . _ -");
    }
    return id;
  }

  private static Law law(YamlCursor cursor) {
    YamlCursor law = cursor.mapping("law", "{id: FC-LT.2, citation: …}");
    law.onlyKeys("id", "citation");
    return new Law(law.text("id", "FC-LT.2"), law.text("citation", "…"));
  }

  /** A text in both languages. */
  static Labels labels(YamlCursor cursor, String key) {
    YamlCursor labels = cursor.mapping(key, "{vi: …, en: …}");
    labels.onlyKeys("vi", "en");
    return new Labels(labels.text("vi", "…"), labels.text("en", "…"));
  }

  private Criterion.SpecialCase specialCase(YamlCursor cursor) {
    cursor.onlyKeys("when", "instead_of", "then", "reason", "missing");
    YamlCursor when = cursor.mapping("when", "{measure: group_members, at_most: 0}");
    when.onlyKeys("measure", "at_least", "at_most");
    String then = cursor.choice("then", List.of("needs_review", "insufficient_data"));
    boolean review = then.equals("needs_review");
    return new Criterion.SpecialCase(
        measure(when, "measure", MeasureType.NUMBER),
        bound(when),
        statuses(cursor),
        review ? Status.NEEDS_REVIEW : Status.INSUFFICIENT_DATA,
        review ? Optional.of(reason(cursor, "reason")) : optionalReason(cursor, "reason"),
        review
            ? cursor.optionalText("missing")
            : Optional.of(cursor.text("missing", "submission_check")));
  }

  private static Criterion.Bound bound(YamlCursor when) {
    if (when.has("at_most") && !when.has("at_least")) {
      return new Criterion.Bound(Criterion.Bound.Side.AT_MOST, when.number("at_most", "0"));
    }
    if (when.has("at_most")) {
      when.invalid("at_most", "at_least | at_most");
    }
    return new Criterion.Bound(Criterion.Bound.Side.AT_LEAST, when.number("at_least", "1"));
  }

  private static Set<Status> statuses(YamlCursor cursor) {
    List<String> known =
        Stream.of(Status.values()).map(status -> status.name().toLowerCase(Locale.ROOT)).toList();
    Set<Status> statuses = EnumSet.noneOf(Status.class);
    for (String word : cursor.texts("instead_of", "[not_met]")) {
      if (known.contains(word)) {
        statuses.add(Status.valueOf(word.toUpperCase(Locale.ROOT)));
      } else {
        cursor.invalid("instead_of", String.join(" | ", known));
      }
    }
    return statuses;
  }

  private Criterion.Listing listing(YamlCursor cursor) {
    cursor.onlyKeys("measure", "item", "flag");
    return new Criterion.Listing(
        measure(cursor, "measure", MeasureType.IDS),
        cursor.text("item", "member"),
        optionalReason(cursor, "flag"));
  }

  private String reason(YamlCursor cursor, String key) {
    if (!cursor.has(key)) {
      cursor.missing(key, String.join(" | ", reasons));
      return "";
    }
    return optionalReason(cursor, key).orElse("");
  }

  private Optional<String> optionalReason(YamlCursor cursor, String key) {
    Optional<String> code = cursor.optionalText(key);
    if (code.isPresent() && !reasons.contains(code.get())) {
      cursor.invalid(key, String.join(" | ", reasons));
    }
    return code;
  }

  private static String measure(YamlCursor cursor, String key, MeasureType type) {
    String name = cursor.text(key, "minutes");
    if (!name.isEmpty()) {
      checkMeasure(cursor, key, name, type);
    }
    return name;
  }

  private static Optional<String> optionalMeasure(YamlCursor cursor, String key, MeasureType type) {
    return cursor.has(key) ? Optional.of(measure(cursor, key, type)) : Optional.empty();
  }

  private static void checkMeasure(YamlCursor cursor, String key, String name, MeasureType type) {
    Optional<MeasureDefinition> found = MeasureCatalog.find(name);
    if (found.isEmpty()) {
      cursor.fault(ErrorCode.POLICY_MEASURE_UNKNOWN, key, name, namesOf(type));
    } else if (found.get().type() != type) {
      cursor.fault(ErrorCode.POLICY_VALUE_INVALID, key, name, namesOf(type));
    }
  }

  private static String namesOf(MeasureType type) {
    return String.join(
        ", ",
        MeasureCatalog.all().stream()
            .filter(measure -> measure.type() == type)
            .map(MeasureDefinition::name)
            .toList());
  }
}

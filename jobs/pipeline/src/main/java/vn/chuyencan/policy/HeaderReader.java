package vn.chuyencan.policy;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.chuyencan.model.Status;

/** Reads what every criterion has: id, law, label, unit, special cases and listings. */
final class HeaderReader {
  private final PolicyWords words;

  HeaderReader(PolicyWords words) {
    this.words = words;
  }

  /** The header of a combination or a clause. */
  static Criterion.Header combination(YamlCursor cursor) {
    return new Criterion.Header(
        id(cursor), law(cursor), labels(cursor, "label"), "", List.of(), List.of());
  }

  /** The header of a criterion with a number of its own. */
  Criterion.Header leaf(YamlCursor cursor) {
    return new Criterion.Header(
        id(cursor),
        law(cursor),
        labels(cursor, "label"),
        cursor.choice("unit", PolicyWords.UNITS),
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
        PolicyWords.measure(when, "measure", MeasureType.NUMBER),
        bound(when),
        statuses(cursor),
        review ? Status.NEEDS_REVIEW : Status.INSUFFICIENT_DATA,
        review
            ? Optional.of(words.reason(cursor, "reason"))
            : words.optionalReason(cursor, "reason"),
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
        PolicyWords.measure(cursor, "measure", MeasureType.IDS, MeasureType.WEEKS),
        cursor.text("item", "member"),
        words.optionalReason(cursor, "flag"));
  }
}

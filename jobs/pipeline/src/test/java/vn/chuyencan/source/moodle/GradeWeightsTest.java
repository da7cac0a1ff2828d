package vn.chuyencan.source.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What part of a course's mark a component is, where its categories say so (C08-9.1). */
class GradeWeightsTest {
  private static final GradeItem.Category TOP = category(1, null, 13);

  private static GradeItem.Category category(long id, Long parent, long aggregation) {
    return new GradeItem.Category(id, parent, "Nhóm " + id, aggregation, false, false);
  }

  private static GradeItem whole(long id, GradeItem.Category category) {
    GradeItem.Kind kind =
        category.parent() == null ? GradeItem.Kind.COURSE : GradeItem.Kind.CATEGORY;
    return item(id, kind, category, "100", "0", "0", false, 1);
  }

  private static GradeItem part(
      long id, GradeItem.Category category, String max, String weight, String natural) {
    return item(id, GradeItem.Kind.MANUAL, category, max, weight, natural, false, 1);
  }

  private static GradeItem item(
      long id,
      GradeItem.Kind kind,
      GradeItem.Category category,
      String max,
      String weight,
      String natural,
      boolean fixed,
      long type) {
    return new GradeItem(
        id,
        2,
        kind,
        category,
        null,
        0,
        0,
        "Bài " + id,
        null,
        false,
        type,
        BigDecimal.ZERO,
        new BigDecimal(max),
        new BigDecimal(weight),
        new BigDecimal(natural),
        fixed,
        false,
        id);
  }

  private static List<String> weights(GradeItem... items) {
    GradeWeights weights = new GradeWeights(List.of(items), true);
    List<String> texts = new ArrayList<>();
    for (GradeItem item : items) {
      BigDecimal weight = weights.of(item);
      texts.add(weight == null ? "-" : weight.stripTrailingZeros().toPlainString());
    }
    return texts;
  }

  /** Moodle keeps 1/3 as 0.33333; the points say what it is, and all add up to 100. */
  @Test
  void whatAddsUpCountsByItsPoints() {
    assertThat(
            weights(
                whole(1, TOP),
                part(2, TOP, "10", "0", "0.33333"),
                part(3, TOP, "10", "0", "0.33333"),
                part(4, TOP, "10", "0", "0.33333")))
        .containsExactly("-", "33.333333", "33.333334", "33.333333");
  }

  @Test
  void aPartThatSomebodySetIsThatPartAndTheRestIsDivided() {
    assertThat(
            weights(
                whole(1, TOP),
                item(2, GradeItem.Kind.MANUAL, TOP, "10", "0", "0.50000", true, 1),
                part(3, TOP, "30", "0", "0.37500"),
                part(4, TOP, "10", "0", "0.12500"),
                part(5, TOP, "10", "0", "0")))
        .containsExactly("-", "50", "37.5", "12.5", "0");
  }

  @Test
  void whatOnlyAddsToAFullMarkHasNoPartInIt() {
    assertThat(
            weights(whole(1, TOP), part(2, TOP, "10", "0", "1"), part(3, TOP, "2", "1", "0.20000")))
        .containsExactly("-", "100", "-");
  }

  @Test
  void weightsAreThoseOfAWeightedMean() {
    GradeItem.Category top = category(1, null, 10);
    assertThat(
            weights(
                whole(1, top),
                part(2, top, "10", "3", "0"),
                part(3, top, "100", "5", "0.9"),
                // Counts, though it has no points.
                item(4, GradeItem.Kind.MANUAL, top, "4", "2", "0", false, 2),
                // A text is no grade.
                item(5, GradeItem.Kind.MANUAL, top, "4", "7", "0", false, 3)))
        .containsExactly("-", "30", "50", "20", "-");
  }

  @Test
  void aMeanIsOfEqualPartsAndASimpleWeightedOneOfPoints() {
    GradeItem.Category mean = category(1, null, 0);
    assertThat(
            weights(whole(1, mean), part(2, mean, "10", "0", "0"), part(3, mean, "90", "9", "0")))
        .containsExactly("-", "50", "50");
    GradeItem.Category simple = category(1, null, 11);
    assertThat(
            weights(
                whole(1, simple), part(2, simple, "10", "0", "0"), part(3, simple, "90", "0", "0")))
        .containsExactly("-", "10", "90");
  }

  @Test
  void aCategoryIsAsMuchAsWhatLiesInIt() {
    GradeItem.Category top = category(1, null, 10);
    GradeItem.Category inner = category(2, 1L, 0);
    assertThat(
            weights(
                whole(1, top),
                item(2, GradeItem.Kind.CATEGORY, inner, "10", "1", "0", false, 1),
                part(3, inner, "10", "0", "0"),
                part(4, inner, "10", "0", "0"),
                part(5, inner, "10", "0", "0"),
                part(6, top, "10", "2", "0")))
        .containsExactly("-", "33.333333", "11.111111", "11.111111", "11.111111", "66.666667");
  }

  @ParameterizedTest
  @ValueSource(longs = {2, 4, 6, 8})
  void whereTheBestOrTheMiddleCountsNobodyKnowsAWeight(long aggregation) {
    GradeItem.Category top = category(1, null, aggregation);
    assertThat(weights(whole(1, top), part(2, top, "10", "1", "1"))).containsExactly("-", "-");
  }

  @Test
  void whereSomeAreDroppedOrAFormulaCountsNobodyKnowsAWeightEither() {
    GradeItem.Category dropping = new GradeItem.Category(1, null, "?", 0, true, false);
    assertThat(weights(whole(1, dropping), part(2, dropping, "10", "1", "1")))
        .containsExactly("-", "-");
    GradeItem formula =
        new GradeItem(
            1,
            2,
            GradeItem.Kind.COURSE,
            TOP,
            null,
            1,
            0,
            null,
            null,
            true,
            1,
            BigDecimal.ZERO,
            BigDecimal.TEN,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            false,
            false,
            0);
    assertThat(weights(formula, part(2, TOP, "10", "0", "1"))).containsExactly("-", "-");
  }

  @Test
  void withoutAnyWeightNothingIsKnown() {
    GradeItem.Category top = category(1, null, 10);
    assertThat(weights(whole(1, top), part(2, top, "10", "0", "0"))).containsExactly("-", "-");
    assertThat(weights(whole(1, TOP), part(2, TOP, "10", "0", "0"))).containsExactly("-", "-");
  }

  /** However they are nested, what lies in a category adds up to it, and all to 100. */
  @Property(tries = 200)
  void weightsAddUpExactly(@ForAll long seed, @ForAll @IntRange(min = 1, max = 9) int parts) {
    Random random = new Random(seed);
    GradeItem.Category top = category(1, null, 10);
    GradeItem.Category inner = category(2, 1L, random.nextBoolean() ? 0 : 13);
    List<GradeItem> items = new ArrayList<>();
    items.add(whole(1, top));
    GradeItem group =
        item(
            2,
            GradeItem.Kind.CATEGORY,
            inner,
            "10",
            Integer.toString(1 + random.nextInt(9)),
            "0",
            false,
            1);
    items.add(group);
    for (int part = 0; part < parts; part++) {
      String weight = Integer.toString(1 + random.nextInt(99));
      items.add(part(10 + part, part % 2 == 0 ? inner : top, weight, "0." + weight, "0." + weight));
    }
    items.set(1, group);
    GradeWeights weights =
        new GradeWeights(
            items.stream()
                .map(item -> item.parent() != null && item.parent() == 2 ? plain(item) : item)
                .toList(),
            true);
    BigDecimal all = BigDecimal.ZERO;
    BigDecimal within = BigDecimal.ZERO;
    for (GradeItem item : items) {
      if (!item.aggregates()) {
        all = all.add(weights.of(item));
        within = item.category().equals(inner) ? within.add(weights.of(item)) : within;
      }
    }
    assertThat(all).isEqualByComparingTo("100");
    assertThat(within).isEqualByComparingTo(weights.of(group));
  }

  /** The same without a coefficient, which in a category that adds up would only add. */
  private static GradeItem plain(GradeItem item) {
    return part(
        item.id(),
        item.category(),
        item.max().toPlainString(),
        "0",
        item.naturalWeight().toString());
  }
}

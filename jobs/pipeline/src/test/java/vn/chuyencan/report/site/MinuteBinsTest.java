package vn.chuyencan.report.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MinuteBinsTest {
  private static final Suppression OFFICE = Suppression.of(Audience.OFFICE);

  private static List<BigDecimal> numbers(String... numbers) {
    return Arrays.stream(numbers).map(BigDecimal::new).toList();
  }

  private static MinuteBins bins() {
    MinuteBins bins = new MinuteBins(numbers("540", "1080"), 3);
    bins.add(numbers("452", "498", "561"));
    bins.add(numbers("1094", "1126", "1203"));
    bins.add(numbers("539.999999", "540", "540"));
    return bins;
  }

  @Test
  void thresholdsLieOnEdges() {
    assertThat(bins().width(OFFICE)).isEqualTo(60);
    assertThat(new MinuteBins(numbers("70"), 1).width(OFFICE)).isEqualTo(15);
  }

  @Test
  void aLearnerIsInTheBinThatBeginsAtOrBeforeTheMinutes() {
    long[] counts = bins().counts(1, 60);
    assertThat(counts[8]).isEqualTo(1);
    assertThat(counts[9]).isEqualTo(1);
    assertThat(counts[18]).isEqualTo(1);
    assertThat(Arrays.stream(counts).sum()).isEqualTo(3);
  }

  @Test
  void whetherAThresholdIsReachedMayDependOnTheGap() {
    BigDecimal required = new BigDecimal("540");
    assertThat(bins().reaching(0, required)).isEqualTo(1);
    assertThat(bins().reaching(1, required)).isEqualTo(2);
    assertThat(bins().reaching(2, required)).isEqualTo(3);
    assertThat(bins().between(required)).isEqualTo(2);
    assertThat(bins().between(new BigDecimal("1080"))).isZero();
  }

  @Test
  void binsGrowWiderRatherThanManyOrHidden() {
    MinuteBins one = new MinuteBins(List.of(), 1);
    one.add(numbers("100000"));
    assertThat(one.counts(0, one.width(OFFICE)).length).isLessThanOrEqualTo(24);

    MinuteBins spread = new MinuteBins(List.of(), 1);
    for (int learner = 0; learner < 30; learner++) {
      spread.add(numbers(Integer.toString(10 * learner)));
    }
    assertThat(spread.width(OFFICE)).isEqualTo(15);
    assertThat(spread.width(Suppression.of(Audience.ANALYST))).isEqualTo(60);
  }

  @Test
  void withoutLearnersThereIsOneEmptyBin() {
    assertThat(new MinuteBins(List.of(), 1).counts(0, 15)).containsExactly(0);
  }

  /** Fourteen reach it by one gap, seventeen by another: three depend on the gap. */
  @Test
  void whoDependsOnTheGapIsNotToldBySubtraction() {
    JsonNode office = close().json(OFFICE);
    assertThat(office.at("/lines/0/reaching").toString()).isEqualTo("[14,16,17]");
    assertThat(office.at("/lines/0/between").asInt()).isEqualTo(3);

    JsonNode analyst = close().json(Suppression.of(Audience.ANALYST));
    assertThat(analyst.at("/lines/0/reaching").toString()).isEqualTo("[-1,16,-1]");
    assertThat(analyst.at("/lines/0/between").asInt()).isEqualTo(-1);
    for (int reading : new int[] {0, 2}) {
      analyst.at("/bins/" + reading).forEach(count -> assertThat(count.asInt()).isEqualTo(-1));
    }
    long sum = 0;
    for (JsonNode count : analyst.at("/bins/1")) {
      sum += count.asInt();
    }
    assertThat(sum).isEqualTo(41);
  }

  private static MinuteBins close() {
    MinuteBins bins = new MinuteBins(numbers("540"), 3);
    for (int learner = 0; learner < 41; learner++) {
      bins.add(
          numbers(
              learner < 14 ? "600" : "500",
              learner < 16 ? "600" : "500",
              learner < 17 ? "600" : "500"));
    }
    return bins;
  }
}

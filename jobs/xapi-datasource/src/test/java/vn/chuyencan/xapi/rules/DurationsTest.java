package vn.chuyencan.xapi.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

  @ParameterizedTest
  @CsvSource({
    "PT1S, 1",
    "P4W, 2419200",
    "PT03M15S, 195",
    "PT16559.14S, 16559.14",
    "PT21H3M2S, 75782",
    "P1DT1S, 86401",
    "P1D, 86400",
    "PT0S, 0",
    "P0Y0M1D, 86400",
    "PT1H0.5S, 3600.5",
    "PT0.5H, 1800",
    "PT1.5M, 90",
    "PT0.1234567S, 0.123456",
    "PT0.1234569S, 0.123456",
    "'PT1,5S', 1.5",
    "P0.5W, 302400",
    "PT36H, 129600",
    "PT999999999999S, 999999999999"
  })
  void aDurationIsExactToTheMicrosecond(String text, BigDecimal seconds) {
    assertThat(Durations.isDuration(text)).isTrue();
    assertThat(Durations.seconds(text)).isEqualTo(seconds.setScale(6));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"P1Y", "P2M", "P1Y2M3DT4H5M6S", "P0.5Y", "PT1000000000000S", "P9999999999W"})
  void whatHasNoFixedLengthIsValidButHasNoSeconds(String text) {
    assertThat(Durations.isDuration(text)).isTrue();
    assertThat(Durations.seconds(text)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "P",
        "PT",
        "P4W1D",
        "P1D4W",
        "4W",
        "PT1",
        "P1S",
        "PT1D",
        "P1DT",
        "PT1S1M",
        "PT1M1M",
        "PT1.5H1M",
        "P1.5DT1H",
        "PT.5S",
        "PT5.S",
        "PT1.2.3S",
        "-PT1S",
        "PT-1S",
        "pt1s",
        "PT1S ",
        "00:10:00",
        "P1Y2",
        "PTS",
        "P1M1Y",
        "P4W4W",
        "P2026-09-07T00:00:00"
      })
  void whatIsNoDurationIsRefused(String text) {
    assertThat(Durations.isDuration(text)).isFalse();
    assertThat(Durations.seconds(text)).isNull();
  }
}

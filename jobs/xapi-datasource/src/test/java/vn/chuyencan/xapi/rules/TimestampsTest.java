package vn.chuyencan.xapi.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampsTest {
  private static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");

  @ParameterizedTest
  @CsvSource({
    "2026-09-07T08:00:00Z, 2026-09-07T08:00:00Z",
    "2026-09-07T08:00Z, 2026-09-07T08:00:00Z",
    "2026-09-07T08:00:00+07:00, 2026-09-07T01:00:00Z",
    "2026-09-07T08:00:00+0700, 2026-09-07T01:00:00Z",
    "2026-09-07T08:00:00-05, 2026-09-07T13:00:00Z",
    "2026-09-07T08:00:00-03:30, 2026-09-07T11:30:00Z",
    "2026-09-07T08:00:00+00:00, 2026-09-07T08:00:00Z",
    "2026-09-07T08:00:00.1Z, 2026-09-07T08:00:00.100Z",
    "2026-09-07T08:00:00.1239999Z, 2026-09-07T08:00:00.123999Z",
    "2026-09-07T08:00:00.123456789Z, 2026-09-07T08:00:00.123456Z",
    "2026-09-07T08:00:00.999999999+07:00, 2026-09-07T01:00:00.999999Z",
    "1969-12-31T23:59:59.9999999Z, 1969-12-31T23:59:59.999999Z",
    "2024-02-29T00:00:00Z, 2024-02-29T00:00:00Z"
  })
  void anInstantIsExact(String text, Instant expected) {
    assertThat(strict(text)).isEqualTo(ChronoUnit.MICROS.between(Instant.EPOCH, expected));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026",
        "2026-09-07",
        "2026-09-07T08",
        "2026-09-07T08:00:00.Z",
        "2026-02-29T00:00:00Z",
        "2026-13-01T00:00:00Z",
        "2026-09-07T24:00:00Z",
        "2026-09-07T08:60:00Z",
        "2026-09-07T08:00:00-00",
        "2026-09-07T08:00:00-0000",
        "2026-09-07T08:00:00-00:00",
        "2026-09-07T08:00:00+19:00",
        "2026-09-07T08:00:00+07:60",
        "2026-09-07T08:00:00ZZ",
        "2026-09-07 08:00:00Z",
        "2026-09-07t08:00:00Z",
        "2026-09-07T08:00:00z",
        "07/09/2026 08:00",
        "２026-09-07T08:00:00Z",
        "2026-09-07T08:00:00+7:00"
      })
  void whatIsNoTimestampIsRefused(String text) {
    assertThatThrownBy(() -> strict(text))
        .isInstanceOf(RuleViolation.class)
        .hasMessageContaining("timestamp is " + text)
        .extracting(thrown -> ((RuleViolation) thrown).reason())
        .isEqualTo(Reason.INVALID_TIMESTAMP);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-09-07T08:00:00-00:00, TIMESTAMP_NEGATIVE_ZERO_OFFSET",
    "2026-09-07 08:00:00Z, TIMESTAMP_NOTATION",
    "2026-09-07t08:00:00z, TIMESTAMP_NOTATION"
  })
  void harmlessNotationIsToleratedAndNoted(String text, HarmlessFault fault) {
    FaultLog faults = FaultLog.lenient();

    assertThat(Timestamps.micros(text, "timestamp", null, faults))
        .isEqualTo(strict("2026-09-07T08:00:00Z"));
    assertThat(faults.faults()).containsExactly(fault);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-09-07T08:00:00", "2026-09-07T08:00:00.5", "2026-09-07T08:00"})
  void aMissingZoneIsTheSourcesOrRefused(String text) {
    assertThatThrownBy(() -> strict(text))
        .hasMessage("timestamp " + text + " names no zone, and the source gives none.")
        .extracting(thrown -> ((RuleViolation) thrown).reason())
        .isEqualTo(Reason.UNZONED_TIMESTAMP);
    FaultLog faults = FaultLog.lenient();
    assertThat(Timestamps.micros(text, "timestamp", HANOI, faults))
        .isEqualTo(strict(text + "+07:00"));
    assertThat(faults.faults()).containsExactly(HarmlessFault.TIMESTAMP_WITHOUT_ZONE);
  }

  @Property
  void everyOffsetTellsTheSameInstant(
      @ForAll @LongRange(min = -62_000_000_000L, max = 200_000_000_000L) long second,
      @ForAll @IntRange(min = 0, max = 999_999_999) int nano,
      @ForAll @IntRange(min = -14 * 60, max = 14 * 60) int offsetMinutes) {
    Instant instant = Instant.ofEpochSecond(second, nano);
    OffsetDateTime local = instant.atOffset(ZoneOffset.ofTotalSeconds(offsetMinutes * 60));
    String text = DateTimeFormatter.ISO_OFFSET_DATE_TIME.withLocale(Locale.ROOT).format(local);

    assertThat(strict(text)).isEqualTo(second * 1_000_000L + nano / 1000);
  }

  private static long strict(String text) {
    return Timestamps.micros(text, "timestamp", null, FaultLog.strict());
  }
}

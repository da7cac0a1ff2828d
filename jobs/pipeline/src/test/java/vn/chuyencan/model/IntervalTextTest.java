package vn.chuyencan.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is written digit by digit is what the library prints, and is read again. */
class IntervalTextTest {
  private static final long SECOND = 1_000_000;

  /** Years 1 and 9999, and a little beyond both. */
  private static final long FIRST = -62_200_000_000L * SECOND;

  private static final long LAST = 253_500_000_000L * SECOND;

  @Provide
  Arbitrary<Long> starts() {
    return anyPrecision(Arbitraries.longs().between(FIRST, LAST));
  }

  @Provide
  Arbitrary<Long> lengths() {
    return Arbitraries.oneOf(
        anyPrecision(Arbitraries.longs().between(0, 200_000 * SECOND)),
        Arbitraries.longs().between(0, 60).map(minutes -> minutes * 60 * SECOND),
        Arbitraries.longs().between(0, 40).map(hours -> hours * 3600 * SECOND));
  }

  private static Arbitrary<Long> anyPrecision(Arbitrary<Long> micros) {
    return micros.flatMap(
        exact -> Arbitraries.of(1L, 1000L, SECOND).map(unit -> exact / unit * unit));
  }

  @Property
  void itIsWrittenAsTheLibraryPrintsItsPartsAndReadAgain(
      @ForAll("starts") long start, @ForAll("lengths") long length) {
    String text = IntervalText.of(start, start + length);
    assertThat(text)
        .isEqualTo(
            Instant.EPOCH.plus(start, ChronoUnit.MICROS)
                + "/"
                + Duration.of(length, ChronoUnit.MICROS));
    assertThat(IntervalText.read(text)).isEqualTo(new Interval(start, start + length));
  }

  @Example
  void aSessionOfOneEventHasNoLength() {
    long start = Instant.parse("2026-09-07T12:01:00Z").getEpochSecond() * SECOND;
    assertThat(IntervalText.of(start, start)).isEqualTo("2026-09-07T12:01:00Z/PT0S");
    assertThat(IntervalText.of(start, start + 3_600 * SECOND + 500_000))
        .isEqualTo("2026-09-07T12:01:00Z/PT1H0.5S");
  }

  @Example
  void whatIsNoneIsNotTakenForOne() {
    for (String text :
        List.of(
            "",
            "2026-09-07T12:01:00Z",
            "2026-09-07T12:01:00Z/PT",
            "2026-09-07T12:01:00Z/P1D",
            "2026-09-07T12:01:00Z/PT45",
            "2026-09-07T12:01:00Z/PT45X",
            "2026-09-07T12:01:00Z/PT-45M",
            "2026-09-07T12:0x:00Z/PT45M",
            "2026-09-07T12:01Z/PT45M")) {
      assertThatThrownBy(() -> IntervalText.read(text))
          .as(text)
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> IntervalText.read("2026-13-07T12:01:00Z/PT45M"))
        .isInstanceOf(DateTimeException.class);
  }
}

package vn.chuyencan.xapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.chuyencan.xapi.rules.HarmlessFault;
import vn.chuyencan.xapi.rules.Reason;

/** What the lenient mode accepts: counted, repaired the same way always, refused when strict. */
class HarmlessFaultTest {
  private static final String ACCOUNT =
      "{\"name\":\"Nguyễn Thị Đào 😀\",\"account\":{\"homePage\":\"https://lms.example\",\"name\":%s}}";

  /** Statement, fault, what a strict scan says, and the same statement without the fault. */
  static Stream<Arguments> faults() {
    String plain = Samples.statement(1).toString();
    return Stream.of(
        Arguments.of(with("result", "null"), HarmlessFault.NULL_PROPERTY, Reason.NULL_VALUE, plain),
        Arguments.of(
            with("_id", "\"5f\""), HarmlessFault.UNKNOWN_PROPERTY, Reason.UNKNOWN_PROPERTY, plain),
        Arguments.of(
            with("object", "{\"id\":\"urn:q\",\"objectType\":\"GroupActivity\"}"),
            HarmlessFault.OBJECT_TYPE_GROUP_ACTIVITY,
            Reason.INVALID_OBJECT,
            with("object", "{\"id\":\"urn:q\"}")),
        Arguments.of(
            with("timestamp", "\"2026-09-07T01:00:00-00:00\""),
            HarmlessFault.TIMESTAMP_NEGATIVE_ZERO_OFFSET,
            Reason.INVALID_TIMESTAMP,
            plain),
        Arguments.of(
            with("timestamp", "\"2026-09-07 08:00:00+07:00\""),
            HarmlessFault.TIMESTAMP_NOTATION,
            Reason.INVALID_TIMESTAMP,
            plain),
        Arguments.of(
            with("context", "{\"language\":\"vi_VN\"}"),
            HarmlessFault.LANGUAGE_TAG,
            Reason.INVALID_LANGUAGE,
            null),
        Arguments.of(
            with("actor", "{\"mbox\":\"lan@lms.example\"}"),
            HarmlessFault.MBOX_WITHOUT_MAILTO,
            Reason.INVALID_ACTOR,
            with("actor", "{\"mbox\":\"mailto:lan@lms.example\"}")),
        Arguments.of(
            with("actor", ACCOUNT.formatted("17")),
            HarmlessFault.ACCOUNT_NAME_NUMBER,
            Reason.INVALID_ACTOR,
            with("actor", ACCOUNT.formatted("\"17\""))),
        Arguments.of(
            with("result", "{\"score\":{\"raw\":0,\"min\":0,\"max\":0}}"),
            HarmlessFault.SCORE_RANGE_EMPTY,
            Reason.INVALID_SCORE,
            null),
        Arguments.of(
            with("result", "{\"score\":{\"scaled\":5.551115123125783E-17}}"),
            HarmlessFault.SCALED_TOO_FINE,
            Reason.INVALID_SCORE,
            with("result", "{\"score\":{\"scaled\":0.000000000000000055}}")),
        Arguments.of(
            with("context", "{\"contextActivities\":{\"grouping\":{\"id\":\"438AD672-DE2C\"}}}"),
            HarmlessFault.CONTEXT_ACTIVITY_ID_WITHOUT_SCHEME,
            Reason.INVALID_IRI,
            null),
        Arguments.of(
            with("authority", "{\"objectType\":\"Group\",\"member\":[]}"),
            HarmlessFault.AUTHORITY_INVALID,
            Reason.INVALID_AUTHORITY,
            plain),
        Arguments.of(
            with("stored", "\"hôm qua\""),
            HarmlessFault.STORED_INVALID,
            Reason.INVALID_TIMESTAMP,
            plain));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void aHarmlessFaultIsCountedAndTheRestIsAsWithoutIt(
      String statement, HarmlessFault fault, Reason strictly, String without) {
    assertThat(Scans.scan(statement, Scans.strict()).rejected)
        .extracting(RejectedStatement::reason)
        .containsExactly(strictly);
    Scans.Collected lenient = Scans.scan(statement, Scans.lenient());
    assertThat(lenient.counts).isEqualTo(new ScanCounts(1, 1, 0, 0, Map.of(fault.name(), 1L)));
    if (without != null) {
      assertThat(lenient.event())
          .usingRecursiveComparison()
          .withComparatorForType(java.math.BigDecimal::compareTo, java.math.BigDecimal.class)
          .isEqualTo(Scans.scan(without, Scans.strict()).event());
    }
  }

  @Test
  void aTimestampWithoutZoneTakesTheSources() {
    String statement = with("timestamp", "\"2026-09-07T08:00:00\"");
    Scans.Collected scanned =
        Scans.scan(statement, Scans.lenient().withZone(ZoneOffset.ofHours(7)));

    assertThat(scanned.event())
        .isEqualTo(Scans.scan(Samples.statement(1).toString(), Scans.strict()).event());
    assertThat(scanned.counts.harmlessFaults())
        .containsOnly(Map.entry("TIMESTAMP_WITHOUT_ZONE", 1L));
    assertThat(Scans.scan(statement, Scans.strict().withZone(ZoneOffset.UTC)).events).hasSize(1);
  }

  @Test
  void aDurationInMonthsIsKeptOutAndCounted() {
    String statement = with("result", "{\"duration\":\"P1M\"}");

    assertThat(Scans.scan(statement, Scans.strict()).event().durationSeconds()).isNull();
    Scans.Collected lenient = Scans.scan(statement, Scans.lenient());
    assertThat(lenient.event().durationSeconds()).isNull();
    assertThat(lenient.counts.harmlessFaults())
        .containsOnly(Map.entry("DURATION_NOT_CONVERTIBLE", 1L));
  }

  @Test
  void aScaledScoreThatVanishesIsNothing() {
    String statement =
        with("result", "{\"score\":{\"scaled\":1}}").replace(":1}}", ":1e-999999999}}");

    assertThat(Scans.scan(statement, Scans.lenient()).event().scoreScaled()).isZero();
  }

  @Test
  void faultsOfRejectedRecordsAreNotCounted() {
    String statement = Samples.with("id", "\"no\"").put("_id", "5f").toString();

    assertThat(Scans.scan(statement, Scans.lenient()).counts)
        .isEqualTo(new ScanCounts(1, 0, 1, 0, Map.of()));
  }

  @Test
  void everyFaultHasATest() {
    Set<HarmlessFault> tested =
        EnumSet.of(HarmlessFault.TIMESTAMP_WITHOUT_ZONE, HarmlessFault.DURATION_NOT_CONVERTIBLE);
    faults().forEach(arguments -> tested.add((HarmlessFault) arguments.get()[1]));

    assertThat(tested).containsExactlyInAnyOrder(HarmlessFault.values());
  }

  private static String with(String name, String json) {
    return Samples.with(name, json).toString();
  }
}

package vn.chuyencan.xapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.chuyencan.xapi.rules.Reason;

/** Every reason for which a record is refused in both modes, with what it tells. */
class RefusalTest {
  private static final String OBJECT =
      "{\"id\":\"https://lms.example/quiz/1\",\"definition\":{\"type\":\"not an iri\"}}";
  private static final String CHOICES =
      "{\"id\":\"urn:q\",\"definition\":{\"interactionType\":\"choice\","
          + "\"choices\":[{\"id\":\"a\"},{\"id\":\"a\"}]}}";
  private static final String VOIDED = "{\"id\":\"http://adlnet.gov/expapi/verbs/voided\"}";

  static Stream<Arguments> refused() {
    return Stream.of(
        Arguments.of("{\"id\":", Reason.MALFORMED_JSON, "Unexpected end"),
        Arguments.of(
            "{} {}", Reason.MALFORMED_JSON, "The record goes on after its first JSON value."),
        Arguments.of("{\"a\":1,\"a\":2}", Reason.DUPLICATE_KEY, "a"),
        Arguments.of("7", Reason.NOT_A_STATEMENT, "statement is 7, not an object."),
        Arguments.of("[null]", Reason.NOT_A_STATEMENT, "statement is null, not an object."),
        Arguments.of(
            with("Result", "{}"),
            Reason.UNKNOWN_PROPERTY,
            "statement has an undefined property Result"),
        Arguments.of(
            with("object", "{\"id\":\"urn:q\",\"definition\":{\"name\":{\"vi\":7}}}"),
            Reason.INVALID_LANGUAGE,
            "object.definition.name.vi is 7, not a string."),
        Arguments.of(
            Samples.without("verb").toString(), Reason.MISSING_PROPERTY, "statement has no verb."),
        Arguments.of(
            with("verb", "\"viewed\""), Reason.WRONG_TYPE, "verb is \"viewed\", not an object."),
        Arguments.of(with("id", "\"1\""), Reason.INVALID_UUID, "statement.id is 1, not a UUID."),
        Arguments.of(
            with("object", OBJECT),
            Reason.INVALID_IRI,
            "object.definition.type is not an iri, not an absolute IRI."),
        Arguments.of(
            with("actor", "{\"name\":\"Lan\"}"),
            Reason.INVALID_ACTOR,
            "actor has no mbox, mbox_sha1sum, openid or account."),
        Arguments.of(
            with("actor", "{\"account\":{\"homePage\":\"https://lms.example\",\"name\":\"\"}}"),
            Reason.INVALID_ACTOR,
            "actor.account.name is empty."),
        Arguments.of(
            withHalf(
                "actor",
                "{\"account\":{\"homePage\":\"https://lms.example\",\"name\":\"hv1HALF\"}}"),
            Reason.INVALID_ACTOR,
            "actor.account.name has half a surrogate pair, which is no character."),
        Arguments.of(
            withHalf(
                "actor",
                "{\"account\":{\"homePage\":\"https://lms.example/HALF\",\"name\":\"a\"}}"),
            Reason.INVALID_ACTOR,
            "actor.account.homePage has half a surrogate pair, which is no character."),
        Arguments.of(
            withHalf("actor", "{\"mbox\":\"mailto:aHALF@b.vn\"}"),
            Reason.INVALID_ACTOR,
            "actor.mbox has half a surrogate pair, which is no character."),
        Arguments.of(
            withHalf("actor", "{\"openid\":\"https://a.vn/HALF\"}"),
            Reason.INVALID_ACTOR,
            "actor.openid has half a surrogate pair, which is no character."),
        Arguments.of(
            with("actor", "{\"mbox\":\"mailto:a@b.vn\",\"openid\":\"https://a.vn\"}"),
            Reason.INVALID_ACTOR,
            "actor has more than one identifier."),
        Arguments.of(
            with("object", CHOICES),
            Reason.INVALID_OBJECT,
            "object.definition.choices has the id a twice."),
        Arguments.of(
            with("result", "{\"success\":\"yes\"}"),
            Reason.INVALID_RESULT,
            "result.success is \"yes\", not true or false."),
        Arguments.of(
            with("result", "{\"score\":{\"raw\":11,\"max\":10}}"),
            Reason.INVALID_SCORE,
            "result.score.raw is 11, not at most 10."),
        Arguments.of(
            with("result", "{\"score\":{\"raw\":123456789012345678901}}"),
            Reason.INVALID_SCORE,
            "result.score.raw is 123456789012345678901, not at most 20.18 digits."),
        Arguments.of(
            with("result", "{\"score\":{\"raw\":1e999999999}}"),
            Reason.INVALID_SCORE,
            "result.score.raw is \"Infinity\", not a number."),
        Arguments.of(
            with("result", "{\"duration\":\"P4W1D\"}"),
            Reason.INVALID_DURATION,
            "result.duration is P4W1D, not an ISO 8601 duration."),
        Arguments.of(
            with("context", "{\"platform\":7}"),
            Reason.INVALID_CONTEXT,
            "context.platform is 7, not a string."),
        Arguments.of(
            with("timestamp", "\"2026-02-30T00:00:00Z\""),
            Reason.INVALID_TIMESTAMP,
            "timestamp is 2026-02-30T00:00:00Z, not an ISO 8601 date and time with an offset."),
        Arguments.of(
            with("timestamp", "\"2026-09-07T08:00:00\""),
            Reason.UNZONED_TIMESTAMP,
            "timestamp 2026-09-07T08:00:00 names no zone, and the source gives none."),
        Arguments.of(
            with("timestamp", "\"2040-01-01T00:00:00.000001Z\""),
            Reason.FUTURE_TIMESTAMP,
            "The statement happened at 2040-01-01T00:00:00.000001Z, after 2040-01-01T00:00:00Z."),
        Arguments.of(
            with("timestamp", "\"0001-01-01T00:00:00Z\""),
            Reason.PAST_TIMESTAMP,
            "The statement happened at 0001-01-01T00:00:00Z, before 1990-01-01T00:00:00Z."),
        Arguments.of(
            with("timestamp", "\"1989-12-31T23:59:59.999999Z\""),
            Reason.PAST_TIMESTAMP,
            "The statement happened at 1989-12-31T23:59:59.999999Z, before 1990-01-01T00:00:00Z."),
        Arguments.of(
            Samples.without("timestamp").toString(),
            Reason.MISSING_TIMESTAMP,
            "The statement has neither timestamp nor stored."),
        Arguments.of(
            with("version", "\"0.95\""),
            Reason.INVALID_VERSION,
            "version is 0.95, not 1.0.x or 2.0.x."),
        Arguments.of(
            with("attachments", "{}"),
            Reason.INVALID_ATTACHMENT,
            "attachments is {}, not an array."),
        Arguments.of(
            with("verb", VOIDED),
            Reason.INVALID_VOIDING,
            "A voiding statement's object is no StatementRef."));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void aRefusalTellsWhyAndWhere(String line, Reason reason, String message) {
    for (ScanOptions options : new ScanOptions[] {Scans.strict(), Scans.lenient()}) {
      Scans.Collected scanned =
          Scans.scan(Samples.statement(2) + "\n" + line + "\n" + Samples.statement(3), options);

      assertThat(scanned.events).hasSize(2);
      assertThat(scanned.rejected).hasSize(1);
      RejectedStatement rejected = scanned.rejected.get(0);
      assertThat(rejected.reason()).isEqualTo(reason);
      assertThat(rejected.message()).contains(message);
      assertThat(line).contains(rejected.text());
      assertThat(rejected.path()).startsWith("file:/");
      assertThat(rejected.fileId()).isEqualTo(Keys.of(rejected.path()));
    }
  }

  @Test
  void bytesThatAreNotUtf8AreRefused() {
    byte[] line = Samples.statement(1).toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
    byte[] broken = line.clone();
    int letter = new String(line, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("Nguy") + 4;
    broken[letter] = (byte) 0xC0;

    RejectedStatement rejected = Scans.scan(broken, Scans.lenient()).rejected.get(0);

    assertThat(rejected.reason()).isEqualTo(Reason.INVALID_ENCODING);
    assertThat(rejected.message()).isEqualTo("The record is not UTF-8.");
    assertThat(rejected.text()).contains("Nguy\uFFFD");
  }

  @Test
  void everyReasonHasATest() {
    Set<Reason> tested = EnumSet.noneOf(Reason.class);
    refused().forEach(arguments -> tested.add((Reason) arguments.get()[1]));
    // Tested with the layouts of files, above, and as harmless faults that strict scans refuse.
    tested.addAll(
        EnumSet.of(
            Reason.INVALID_ENCODING,
            Reason.LINE_TOO_LONG,
            Reason.SOURCE_TRUNCATED,
            Reason.SOURCE_CORRUPT,
            Reason.SOURCE_UNKNOWN,
            Reason.NULL_VALUE,
            Reason.INVALID_AUTHORITY));

    assertThat(tested).containsExactlyInAnyOrder(Reason.values());
  }

  /** Only as an escape can half a surrogate pair be written at all. */
  private static String withHalf(String name, String json) {
    return with(name, json).replace("HALF", "\\ud83d");
  }

  private static String with(String name, String json) {
    return Samples.with(name, json).toString();
  }
}

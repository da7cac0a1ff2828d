package vn.chuyencan.xapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The identity of statements that have no id (PITFALLS 2 and 3) and the content hash (6). */
class IdentityLawTest {
  private static final String INFO = "http://lrs.learninglocker.net/define/extensions/info";

  @Property(tries = 60)
  void theOrderOfKeysAndWhiteSpaceDoNotMatter(@ForAll("withoutId") String line, @ForAll long seed) {
    ObjectNode statement = Samples.parse(line);
    JsonNode shuffled = shuffled(statement, new Random(seed));

    Scans.Event first = Scans.scan(line, Scans.lenient()).event();

    assertThat(Scans.scan(shuffled.toPrettyString(), Scans.lenient()).event()).isEqualTo(first);
  }

  @Property(tries = 60)
  void aResendOfLogstoreIsTheSameStatement(@ForAll("logstore") String line) {
    ObjectNode resent = Samples.parse(line);
    ObjectNode context = (ObjectNode) resent.get("context");
    context.put("registration", "00000000-1111-4222-8333-444444444444");
    ((ObjectNode) resent.get("actor")).put("name", "Tên đã đổi");
    ((ObjectNode) context.get("extensions").get(INFO)).put("http://moodle.org", "5.1");
    if (resent.has("result")) {
      ObjectNode result = (ObjectNode) resent.get("result");
      result.set("score", Samples.parse("{\"raw\":7,\"min\":0,\"max\":10,\"scaled\":0.4}"));
      result.put("success", true);
    }

    Scans.Event first = Scans.scan(line, Scans.lenient()).event();
    Scans.Event second = Scans.scan(resent.toString(), Scans.lenient()).event();

    assertThat(second.id()).isEqualTo(first.id());
    assertThat(second.contentHash()).isEqualTo(first.contentHash());
  }

  @Property(tries = 30)
  void anotherInstantOrVerbOrActorIsAnotherStatement(@ForAll("withoutId") String line) {
    Scans.Event first = Scans.scan(line, Scans.lenient()).event();
    for (String name : List.of("timestamp", "verb", "actor", "object")) {
      ObjectNode other = Samples.parse(line);
      other.set(
          name,
          switch (name) {
            case "timestamp" -> Samples.JSON.getNodeFactory().textNode("2001-01-01T00:00:00Z");
            case "verb" -> Samples.parse("{\"id\":\"urn:other\"}");
            case "actor" -> Samples.parse("{\"mbox\":\"mailto:other@lms.example\"}");
            default -> Samples.parse("{\"id\":\"urn:other\"}");
          });
      Scans.Event second = Scans.scan(other.toString(), Scans.lenient()).event();
      assertThat(second.id()).isNotEqualTo(first.id());
      if (name.equals("timestamp")) {
        assertThat(second.contentHash()).isEqualTo(first.contentHash());
      } else {
        assertThat(second.contentHash()).isNotEqualTo(first.contentHash());
      }
    }
  }

  @Test
  void theIdOfAStatementWithoutOneNeverChanges() {
    // Stored data depend on it: if this test fails, every night would take everything in again.
    ObjectNode plain = Samples.without("id");
    plain.set(
        "result", Samples.parse("{\"score\":{\"raw\":7.50},\"extensions\":{\"urn:x\":[1e3]}}"));

    Scans.Event event = Scans.scan(plain.toString(), Scans.strict()).event();
    Scans.Event moodle =
        Scans.scan(
                Samples.moodle("\\mod_quiz\\event\\attempt_started", "start").toString(),
                Scans.strict())
            .event();

    assertThat(event.id().version()).isEqualTo(5);
    assertThat(event.id().variant()).isEqualTo(2);
    assertThat(event.id()).hasToString("80682ad9-2c67-57c5-adab-9ea084b61a7d");
    assertThat(moodle.id()).hasToString("a160651f-5bab-5826-9143-ae8ce527e625");
  }

  @Test
  void numbersAreComparedByValueAndInstantsByInstant() {
    ObjectNode one = Samples.with("result", "{\"score\":{\"raw\":7.50}}");
    ObjectNode other = Samples.with("result", "{\"score\":{\"raw\":75e-1}}");
    other.put("timestamp", "2026-09-07T01:00:00.000Z");
    one.remove("id");
    other.remove("id");

    assertThat(Scans.scan(other.toString(), Scans.strict()).event().id())
        .isEqualTo(Scans.scan(one.toString(), Scans.strict()).event().id());
  }

  @Test
  void whatStatementComparisonLeavesOutDoesNotChangeTheHash() {
    Scans.Event first = Scans.scan(Samples.statement(1).toString(), Scans.strict()).event();
    ObjectNode other = Samples.statement(1);
    other.put("timestamp", "2026-09-08T00:00:00Z");
    other.put("stored", "2026-09-08T00:00:00Z");
    other.put("version", "1.0.3");
    other.set("authority", Samples.parse("{\"mbox\":\"mailto:lrs@lms.example\"}"));
    ((ObjectNode) other.get("verb")).set("display", Samples.parse("{\"en\":\"saw\"}"));
    ((ObjectNode) other.get("object")).remove("definition");

    assertThat(Scans.scan(other.toString(), Scans.strict()).event().contentHash())
        .isEqualTo(first.contentHash());
  }

  @Test
  void numbersBeyondAllBoundsAreStillOnlyContent() {
    for (String number : List.of("1e999999999", "-1e-999999999", "9".repeat(900))) {
      ObjectNode statement = Samples.without("id");
      String line =
          statement
              .toString()
              .replace(
                  "\"verb\"", "\"result\":{\"extensions\":{\"urn:x\":" + number + "}},\"verb\"");

      Scans.Collected scanned = Scans.scan(line, Scans.strict());

      assertThat(scanned.counts.read()).isEqualTo(1);
    }
  }

  @Provide
  Arbitrary<String> withoutId() {
    List<String> lines = new ArrayList<>(Scans.lines("logstore-sample.jsonl.gz"));
    for (String line : Scans.lines("fun-mooc-sample.jsonl.gz").subList(0, 60)) {
      ObjectNode statement = Samples.parse(line);
      statement.remove("id");
      lines.add(statement.toString());
    }
    return Arbitraries.of(lines);
  }

  @Provide
  Arbitrary<String> logstore() {
    return Arbitraries.of(Scans.lines("logstore-sample.jsonl.gz"));
  }

  /** The same value with the keys of every object, and context activities, in another order. */
  private static JsonNode shuffled(JsonNode node, Random random) {
    if (node.isObject()) {
      ObjectNode result = Samples.JSON.createObjectNode();
      List<String> names = new ArrayList<>();
      node.fieldNames().forEachRemaining(names::add);
      Collections.shuffle(names, random);
      names.forEach(name -> result.set(name, shuffled(node.get(name), random)));
      return result;
    }
    if (node.isArray()) {
      ArrayNode result = Samples.JSON.createArrayNode();
      node.forEach(entry -> result.add(shuffled(entry, random)));
      return result;
    }
    return node;
  }
}

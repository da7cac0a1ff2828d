package vn.chuyencan.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.policy.YamlCodes;
import vn.chuyencan.policy.YamlDocument;
import vn.chuyencan.testing.Repository;

/** The schema that editors and readers use says what the loader does. */
class ConfigurationSchemaTest {
  private static final String SCHEMA = "schemas/config/chuyencan.schema.json";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  /** Every key with a value. */
  private static final String FULL =
      """
      {"institution": {"id": "a", "name": "b", "zone": "UTC", "key": "k", "parent": "c",
                       "abbreviation": "A", "place": "d", "recipients": ["e"], "unit": "f",
                       "signer": {"authority": "g", "title": "h", "name": "i"}},
       "warehouse": "w", "publish": "p", "registers": "r",
       "sources": [{"id": "s", "kind": "xapi", "path": "x", "site": "https://s",
                    "mode": "strict", "dialect": "plain", "scaled": "unit", "zone": "UTC", "future_skew": "PT1H",
                    "from": "2026-09-01", "until": "2026-09-02"}],
       "vault": {"path": "v", "encrypt": false}, "retention": {"learning_event": "5y"},
       "audiences": {"office": "o"},
       "policies": ["flipped-classroom"], "gate": {"max_rejected_share": 0.1,
                    "sources": {"s": {"max_silent_days": 2}}},
       "log": {"folder": "l", "keep_days": 3, "max_megabytes": 1},
       "metrics": {"textfile": "m.prom"},
       "on_failure": {"webhook": "https://h/x", "secret": "y", "timeout": "PT1S", "command": ["z"]},
       "reports": {"database": "j", "nightly": true, "thresholds": {"C09-6.1": 4},
       "limits": {"semester_review_days": 20, "publication_days": 60, "material_review_months": 6}, "kinh_gui": true, "switches": ["k"],
                   "recipients": {"circular28-annex1": ["l"]},
                   "signer": {"authority": "m", "title": "n", "name": "o"}},
       "catalog": {"kind": "jdbc", "uri": "jdbc:h2:mem:p", "name": "q", "user": "r",
                   "password": "t", "properties": {"clients": 4}},
       "site": {"publish": true}}
      """;

  private static JsonNode schema() throws IOException {
    return JSON.readTree(Files.readString(Repository.root().resolve(SCHEMA)));
  }

  private static List<Fault> faults(JsonNode configuration) {
    PipelineException refused =
        catchThrowableOfType(PipelineException.class, () -> load(configuration));
    return refused == null ? List.of() : refused.faults();
  }

  private static Configuration load(JsonNode configuration) {
    return ConfigurationLoader.fromText(
        Path.of("chuyencan.yaml"), configuration.toPrettyString(), name -> null);
  }

  private static ObjectNode full() throws IOException {
    return (ObjectNode) JSON.readTree(FULL);
  }

  /** The mapping of the schema, at the place that a pointer names in a configuration. */
  private static JsonNode mapping(String pointer) throws IOException {
    JsonNode node = schema();
    for (String step : pointer.split("/", -1)) {
      if (step.equals("0")) {
        node = node.path("items");
      } else if (!step.isEmpty()) {
        node = node.path("properties").path(step);
      }
    }
    return node;
  }

  @Test
  void isAJsonSchema() throws IOException {
    Schema meta =
        REGISTRY.getSchema(
            "{\"$ref\":\"https://json-schema.org/draft/2020-12/schema\"}", InputFormat.JSON);

    assertThat(meta.validate(schema())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/institution",
        "/institution/signer",
        "/sources/0",
        "/gate",
        "/log",
        "/metrics",
        "/on_failure",
        "/reports",
        "/reports/recipients",
        "/reports/signer",
        "/catalog",
        "/site",
        "/vault",
        "/retention",
        "/audiences"
      })
  void theLoaderAndTheSchemaKnowTheSameKeys(String pointer) throws IOException {
    ObjectNode configuration = full();
    ((ObjectNode) configuration.at(pointer)).put("nobody_knows_this", "x");
    List<String> known = new ArrayList<>();
    known.addAll(keys(pointer, configuration));

    assertThat(faults(configuration))
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.code()).isEqualTo(ErrorCode.CONFIGURATION_KEY_UNKNOWN);
              assertThat(fault.arguments().get(1).split(", ")).containsExactlyElementsOf(known);
            });
    assertThat(mapping(pointer).path("additionalProperties").asBoolean(true)).isFalse();
  }

  /** The keys of a mapping; those of a source depend on its kind. */
  private static List<String> keys(String pointer, JsonNode configuration) throws IOException {
    String kind = configuration.at(pointer).path("kind").asText();
    List<String> keys = new ArrayList<>();
    mapping(pointer)
        .path("properties")
        .properties()
        .forEach(
            key -> {
              boolean ofKind = kind.isEmpty();
              for (JsonNode other : key.getValue().path("x-kinds")) {
                ofKind |= other.asText().equals(kind);
              }
              if (ofKind) {
                keys.add(key.getKey());
              }
            });
    return keys;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'kind': 'xapi', 'path': 'x'}",
        "{'kind': 'moodle-db', 'url': 'jdbc:mariadb://h/m'}",
        "{'kind': 'moodle-export', 'path': 'x'}",
        "{'kind': 'lrs', 'url': 'https://h/x'}",
        "{'kind': 'openedx', 'path': 'x'}"
      })
  void ofEveryKindOfSourceTheyKnowTheSameKeys(String least) throws IOException {
    ObjectNode configuration = full();
    ObjectNode source = (ObjectNode) JSON.readTree(least.replace('\'', '"'));
    source.put("id", "s");
    configuration.putArray("sources").add(source);
    assertThat(faults(configuration)).isEmpty();
    assertThat(REGISTRY.getSchema(schema()).validate(configuration)).isEmpty();

    source.put("nobody_knows_this", "x");
    assertThat(faults(configuration))
        .singleElement()
        .satisfies(
            fault ->
                assertThat(fault.arguments().get(1).split(", "))
                    .containsExactlyElementsOf(keys("/sources/0", configuration)));
    source.remove("nobody_knows_this");
    source.remove(List.of("path", "url"));
    assertThat(faults(configuration)).isNotEmpty();
    assertThat(REGISTRY.getSchema(schema()).validate(configuration)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/institution",
        "/institution/signer",
        "/sources/0",
        "/gate",
        "/log",
        "/metrics",
        "/on_failure",
        "/reports",
        "/reports/recipients",
        "/reports/signer",
        "/catalog",
        "/site"
      })
  void theyAskForTheSameKeys(String pointer) throws IOException {
    List<String> required = new ArrayList<>();
    mapping(pointer).path("required").forEach(key -> required.add(key.asText()));
    // What only this kind of source must have.
    mapping(pointer)
        .path("allOf")
        .path(0)
        .at("/then/required")
        .forEach(key -> required.add(key.asText()));
    List<String> missed = new ArrayList<>();
    for (String key : (Iterable<String>) () -> names(pointer)) {
      ObjectNode configuration = full();
      ((ObjectNode) configuration.at(pointer)).remove(key);
      if (!faults(configuration).isEmpty()) {
        missed.add(key);
      }
      boolean valid = REGISTRY.getSchema(schema()).validate(configuration).isEmpty();
      assertThat(valid).as(key).isEqualTo(!required.contains(key));
    }
    assertThat(missed).containsExactlyInAnyOrderElementsOf(required);
  }

  private static Iterator<String> names(String pointer) {
    try {
      return full().at(pointer).fieldNames();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void theDefaultsAreThoseOfTheLoader() throws IOException {
    ObjectNode configuration = full();
    ((ObjectNode) configuration.at("/institution")).remove("zone");
    ((ObjectNode) configuration.at("/sources/0")).remove(List.of("mode", "future_skew"));
    configuration.remove(List.of("registers", "gate"));
    Configuration loaded = load(configuration);

    assertThat(loaded.institution().zone().getId())
        .isEqualTo(mapping("/institution/zone").path("default").asText());
    assertThat(loaded.sources().get(0).mode())
        .isEqualTo(mapping("/sources/0/mode").path("default").asText());
    assertThat(loaded.sources().get(0).futureSkew())
        .isEqualTo(Duration.parse(mapping("/sources/0/future_skew").path("default").asText()));
    assertThat(loaded.registers()).endsWith("/" + mapping("/registers").path("default").asText());
    assertThat(loaded.gate().maxRejectedShare())
        .isEqualByComparingTo(mapping("/gate/max_rejected_share").path("default").decimalValue());
  }

  @Test
  void everyKeyIsToldInBothLanguages() throws IOException {
    List<String> wordless = new ArrayList<>();
    check("", schema(), wordless);

    assertThat(wordless).isEmpty();
  }

  private static void check(String path, JsonNode node, List<String> wordless) {
    for (String keyword : List.of("title", "x-title-vi", "description", "x-description-vi")) {
      String text = node.path(keyword).asText();
      if (text.isBlank() || !Normalizer.isNormalized(text, Normalizer.Form.NFC)) {
        wordless.add(path + " " + keyword);
      }
    }
    node.path("properties")
        .properties()
        .forEach(entry -> check(path + "/" + entry.getKey(), entry.getValue(), wordless));
    Stream.of(node.path("items"))
        .filter(JsonNode::isObject)
        .forEach(item -> check(path + "/0", item, wordless));
  }

  @Test
  void theSampleKeepsTheSchema() throws IOException {
    Path sample = Repository.root().resolve("sample-data/chuyencan.yaml");
    JsonNode tree =
        YamlDocument.of("chuyencan.yaml", YamlCodes.CONFIGURATION, Files.readString(sample)).root();

    assertThat(REGISTRY.getSchema(schema()).validate(tree)).isEmpty();
  }
}

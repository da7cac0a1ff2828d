package vn.chuyencan.xapi.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VocabularyTest {
  private static final Path FOLDER = Path.of("../../schemas/vocabulary");
  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @CsvSource({"actions.json, ACTIONS", "activity-kinds.json, KINDS", "origins.json, ORIGINS"})
  void theClosedListsOfCodeAndDataAreTheSame(String file, String list) {
    Set<String> inCode =
        switch (list) {
          case "ACTIONS" -> Action.ALL;
          case "KINDS" -> ActivityKind.ALL;
          default -> Origin.ALL;
        };
    List<String> inData = new ArrayList<>();
    for (JsonNode value : read(FOLDER.resolve(file)).get("values")) {
      inData.add(value.get("value").asText());
      assertThat(value.get("vi").asText()).isNotBlank();
      assertThat(value.get("en").asText()).isNotBlank();
    }
    assertThat(inData).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(inCode);
  }

  @Test
  void theSchemaHasTheSameClosedLists() {
    JsonNode definitions = read(FOLDER.resolve("vocabulary.schema.json")).get("$defs");

    assertThat(strings(definitions.at("/verbs/properties/verbs/additionalProperties/enum")))
        .isEqualTo(new TreeSet<>(Action.ALL));
    assertThat(strings(definitions.at("/types/properties/types/additionalProperties/enum")))
        .isEqualTo(new TreeSet<>(ActivityKind.ALL));
    assertThat(
            strings(
                definitions.at(
                    "/events/properties/events/additionalProperties/properties/origin/enum")))
        .isEqualTo(new TreeSet<>(Origin.ALL));
  }

  @Test
  void theIndexNamesEveryFile() throws IOException {
    JsonNode index = read(FOLDER.resolve("index.json"));
    Set<String> named = new TreeSet<>(strings(index.get("verbs")));
    named.addAll(strings(index.get("types")));
    named.add(index.get("events").asText());

    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .filteredOn(
              name ->
                  name.startsWith("verbs-")
                      || name.startsWith("activity-types-")
                      || name.startsWith("logstore-"))
          .containsExactlyInAnyOrderElementsOf(named);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "http://adlnet.gov/expapi/verbs/completed, completed",
    "https://w3id.org/xapi/video/verbs/seeked, seeked",
    "http://activitystrea.ms/create, created",
    "http://activitystrea.ms/schema/1.0/start, attempted",
    "https://w3id.org/xapi/adl/verbs/satisfied, satisfied",
    "https://w3id.org/xapi/tla/verbs/scored, scored",
    "https://xapi.edlm/profiles/edlm-lms/concepts/verbs/login, logged_in",
    "http://id.tincanapi.com/verb/unregistered, unregistered"
  })
  void verbsHaveTheirAction(String iri, String action) {
    assertThat(Vocabulary.bundled().action(iri)).isEqualTo(action);
  }

  @ParameterizedTest
  @CsvSource({
    "http://adlnet.gov/expapi/activities/assessment, quiz",
    "http://id.tincanapi.com/activitytype/forum-reply, post",
    "http://activitystrea.ms/schema/1.0/review#slot, review",
    "https://w3id.org/xapi/cmi5/activitytype/block, block",
    "https://xapi.edlm/profiles/edlm-lms/concepts/activity-types/feedback, survey",
    "https://w3id.org/xapi/openedx/activity/timed-assessment, quiz"
  })
  void typesHaveTheirKind(String iri, String kind) {
    assertThat(Vocabulary.bundled().kind(iri)).isEqualTo(kind);
  }

  @Test
  void whatNobodyKnowsHasNoMeaning() {
    assertThat(Vocabulary.bundled().action("urn:x")).isNull();
    assertThat(Vocabulary.bundled().kind("urn:x")).isNull();
    assertThat(Vocabulary.bundled().event("\\core\\event\\course_viewed")).isNull();
  }

  private static Set<String> strings(JsonNode list) {
    Set<String> values = new TreeSet<>();
    list.forEach(value -> values.add(value.asText()));
    return values;
  }

  private static JsonNode read(Path file) {
    try {
      return JSON.readTree(Files.readAllBytes(file));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}

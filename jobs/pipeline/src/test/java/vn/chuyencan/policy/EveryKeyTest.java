package vn.chuyencan.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.model.CriterionResult;
import vn.chuyencan.model.Decision;
import vn.chuyencan.model.Fraction;
import vn.chuyencan.model.Status;
import vn.chuyencan.testing.Golden;
import vn.chuyencan.testing.Repository;

/**
 * A policy with every key that there is, read anew in each test: what is read, that no mapping
 * takes another key, what each value may not be, and what its derived measures come to.
 */
class EveryKeyTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path FOLDER =
      Repository.root().resolve("jobs/pipeline/src/test/resources/vn/chuyencan/policy");

  /** Mappings whose keys are names of the author's own. */
  private static final Set<String> OPEN = Set.of("/parameters", "/reasons", "/variants/0/changes");

  private static String text() {
    try {
      return Files.readString(FOLDER.resolve("everything.yaml"));
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  private static Policy policy() {
    return PolicyLoader.fromText("everything.yaml", text());
  }

  /** What a record says of itself, one part a line. */
  private static String shown(Object record) {
    return record.toString().replace("[", "[\n").replace(", ", ",\n").replace("]", "\n]") + "\n";
  }

  @Test
  void everyValueIsRead() throws IOException {
    Policy policy = policy();
    StringBuilder read = new StringBuilder();
    policy.certificates().forEach(one -> read.append(shown(one)));
    policy.variants().forEach(one -> read.append(shown(one)));
    read.append(shown(new TreeMap<>(policy.reasons()))).append(shown(policy.parameters()));
    Golden.assertSame(
        FOLDER.resolve("everything.txt"), read.toString().getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aVariantIsReadWithItsChanges() {
    PolicyReadings readings = PolicyReadings.of("everything.yaml", text());
    Policy shorter = readings.policy(readings.policy().variants().get(0), Map.of());
    assertThat(shorter.parameters()).containsEntry("least", "5").containsEntry("asked", "false");
    assertThat(shorter.certificate("all").orElseThrow().criteria())
        .extracting(criterion -> criterion.header().id())
        .containsExactly("B", "C", "D", "E", "F", "G", "H");
    assertThat(readings.policy().certificate("all").orElseThrow().criteria())
        .extracting(criterion -> criterion.header().id())
        .containsExactly("A", "B", "C", "D", "E", "F", "G", "H", "I");
  }

  @Test
  void noMappingTakesAKeyThatIsNotItsOwn() {
    JsonNode document = YamlDocument.of("e.yaml", YamlCodes.POLICY, text()).root();
    List<String> mappings = new ArrayList<>();
    collect(document, "", mappings);
    assertThat(mappings).hasSizeGreaterThan(70);
    for (String pointer : mappings) {
      JsonNode changed = document.deepCopy();
      ((ObjectNode) changed.at(pointer)).put("zzz", 1);
      assertThat(faults(changed))
          .as(pointer)
          .anySatisfy(
              fault -> {
                assertThat(fault.code()).isEqualTo(ErrorCode.POLICY_KEY_UNKNOWN);
                assertThat(fault.column())
                    .isEqualTo(YamlDocument.path(YamlDocument.child(pointer, "zzz")));
              });
    }
  }

  private static void collect(JsonNode node, String pointer, List<String> mappings) {
    if (node instanceof ObjectNode object) {
      if (!OPEN.contains(pointer)) {
        mappings.add(pointer);
      }
      object
          .properties()
          .forEach(one -> collect(one.getValue(), pointer + "/" + one.getKey(), mappings));
    } else if (node instanceof ArrayNode array) {
      for (int index = 0; index < array.size(); index++) {
        collect(array.get(index), pointer + "/" + index, mappings);
      }
    }
  }

  private static List<Fault> faults(JsonNode document) {
    PipelineException refused =
        catchThrowableOfType(
            PipelineException.class, () -> PolicyLoader.fromText("e.yaml", document.toString()));
    return refused == null ? List.of() : refused.faults();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/certificates/0/hours | 0 | E3204",
        "/certificates/0/hours | 1.5 | E3204",
        "/certificates/0/hours | 1 | ",
        "/certificates/0/criteria/0/applies | \"maybe\" | E3204",
        "/certificates/0/criteria/0/rounded_to | 7 | E3204",
        "/certificates/0/criteria/0/rounded_to | -1 | E3204",
        "/certificates/0/criteria/0/rounded_to | 0.5 | E3204",
        "/certificates/0/criteria/0/rounded_to | 6 | ",
        "/certificates/0/criteria/0/rounded_to | 0 | ",
        "/certificates/0/criteria/0/readings/measures | [\"hours\"] | E3205",
        "/certificates/0/criteria/0/readings/measures | [\"posts_by_forum\"] | E3204",
        "/certificates/0/criteria/0/special_cases/0/when/at_most | 4 | E3204",
        "/certificates/0/criteria/0/special_cases/0/instead_of | [\"passed\"] | E3204",
        "/certificates/0/criteria/0/special_cases | [] | E3204",
        "/certificates/0/criteria/0/special_cases/1/missing | null | E3203",
        "/certificates/0/criteria/2/leniency/weeks_below | -1 | E3204",
        "/certificates/0/criteria/2/leniency/weeks_below | 0.5 | E3204",
        "/certificates/0/criteria/2/leniency/weeks_below | 0 | ",
        "/certificates/0/criteria/2/second_reading/measure | \"minutes\" | E3204",
        "/certificates/0/criteria/5/criteria/0/id | \"A\" | E3206",
        "/certificates/0/criteria/5/criteria | [] | E3204",
        "/certificates/0/criteria/7/criteria/0/kind | \"review_when\" | E3204",
        "/derived | [] | E3204",
        "/derived | {} | E3204",
        "/derived/0/kind | \"median\" | E3204",
        "/derived/0/kind | null | E3203",
        "/derived/2/id | \"mean\" | E3206",
        "/derived/0/id | \"minutes\" | E3204",
        "/derived/0/values | \"minutes\" | E3204",
        "/derived/0/values | \"nothing\" | E3205",
        "/derived/0/without_value | \"guess\" | E3204",
        "/derived/0/round/places | 7 | E3204",
        "/derived/0/round/places | -1 | E3204",
        "/derived/0/round/places | 1.5 | E3204",
        "/derived/0/round/places | 6 | ",
        "/derived/0/round/places | 0 | ",
        "/derived/2/where | {\"measure\": \"component_score\"} | E3203",
        "/derived/2/where | {\"measure\": \"component_score\", \"from\": 1} | ",
        "/derived/2/where | {\"measure\": \"component_score\", \"below\": 1} | ",
        "/derived/4/of | \"minutes\" | E3204",
        "/derived/6/names | \"mean\" | E3206",
        "/derived/6/names | \"posts\" | E3204",
        "/derived/6/bands/1/from | 3 | E3204",
        "/derived/6/bands/1/from | 2.9 | ",
        "/derived/6/bands/1/from | 3.5 | E3204",
        "/derived/6/bands | [{\"name\": \"A\", \"value\": 1, \"from\": 1}] | E3204",
        "/derived/6/bands | [{\"name\": \"A\", \"value\": 1}, {\"name\": \"F\", \"value\": 0}]"
            + " | E3204",
        "/derived/6/bands | [{\"name\": \"A\", \"value\": 1}] | ",
        "/parameters/word | {\"a\": 1} | E3204",
        "/certificates/0/criteria/0/measure | \"$some\" | E3204",
        "/parameters/several | [[1], 2] | E3204",
        "/variants/0/id | \"a b\" | E3204",
        "/variants/0/changes | {} | E3204",
        "/variants | [] | E3204",
      })
  void eachValueIsLookedAt(String pointer, String value, String code) throws IOException {
    JsonNode changed = YamlDocument.of("e.yaml", YamlCodes.POLICY, text()).root().deepCopy();
    int cut = pointer.lastIndexOf('/');
    ((ObjectNode) changed.at(pointer.substring(0, cut)))
        .set(pointer.substring(cut + 1), JSON.readTree(value));
    List<Fault> faults = faults(changed);
    if (code == null) {
      assertThat(faults).isEmpty();
    } else {
      assertThat(faults)
          .extracting(fault -> "E" + fault.code().number() + " " + fault.column())
          .anyMatch(said -> said.startsWith(code + " " + YamlDocument.path(pointer)));
    }
  }

  @Test
  void whatIsUnknownAmongItsOwnMeasuresIsNamed() {
    JsonNode changed = YamlDocument.of("e.yaml", YamlCodes.POLICY, text()).root().deepCopy();
    ((ObjectNode) changed.at("/certificates/0/criteria/1")).put("measure", "nothing");
    assertThat(faults(changed).get(0).arguments().get(1))
        .contains("minutes_15")
        .contains("strict_mean")
        .contains("points")
        .doesNotContain("item_share")
        .doesNotContain("letters")
        .doesNotContain("posts_by_forum");
  }

  private static Map<String, Fraction> items(String... pairs) {
    Map<String, Fraction> items = new TreeMap<>();
    for (String pair : pairs) {
      String[] parts = pair.split("=", -1);
      items.put(parts[0], Fraction.of(new BigDecimal(parts[1])));
    }
    return items;
  }

  /** Scores 8, 2 and none of weights 1, 3 and 4, out of 10, 10 and 5. */
  private static LearnerMeasures.Builder learner() {
    return LearnerMeasures.builder("L", "HV1")
        .byKey("component_score", items("a=8", "b=2"))
        .byKey("component_weight", items("a=1", "b=3", "c=4"))
        .byKey("component_range", items("a=10", "b=10", "c=5"))
        .number("components_pending", 0)
        .number("minutes", 1)
        .number("posts", 1);
  }

  private static Decision decided(LearnerMeasures.Builder measures) {
    return PolicyEvaluator.decide(
            policy(),
            measures.build(),
            new PolicyEvaluator.Context(LocalDate.of(2026, 6, 1), "standard"))
        .get(0);
  }

  private static CriterionResult result(String id, LearnerMeasures.Builder measures) {
    return Learners.result(decided(measures), id);
  }

  /** (1·8 + 3·2) : 4 = 3.5, times 0.5 = 1.75, rounded 1.8; that is 2, B, 2 points, times 3. */
  @Test
  void derivedMeasuresBuildUponEachOther() {
    CriterionResult points = result("B", learner());
    assertThat(points.kind()).isEqualTo("at_most");
    assertThat(points.value()).isEqualByComparingTo("6");
    assertThat(points.status()).isEqualTo(Status.MET);
    assertThat(points.evidence()).startsWith("grade[");
    assertThat(result("A", learner()).detail()).contains("letter=B", "flag=mark", "item=a=P");
    // Of 8 weigh those 3 whose score is from 2 and below 8: 8 itself is not.
    assertThat(result("F1", learner()).value()).isEqualByComparingTo("37.5");
    // One item has no score: the strict mean is not known, and grades are what is missing.
    CriterionResult strict = result("G1", learner());
    assertThat(strict.status()).isEqualTo(Status.INSUFFICIENT_DATA);
    assertThat(strict.missingInputs()).containsExactly("grade");
    CriterionResult items = result("D", learner());
    assertThat(items.detail()).contains("exercise=b").doesNotContain("exercise=a");
  }

  @Test
  void aMeanOfNothingAndAShareOfNothingAreNotKnown() {
    LearnerMeasures.Builder weightless =
        learner().byKey("component_weight", items("a=0", "b=0", "c=0"));
    assertThat(result("B", weightless).status()).isEqualTo(Status.INSUFFICIENT_DATA);
    assertThat(result("B", weightless).missingInputs()).containsExactly("grade");
    assertThat(result("F1", weightless).status()).isEqualTo(Status.INSUFFICIENT_DATA);
  }

  /** A score of something that does not weigh is not left out in silence. */
  @Test
  void aScoreWithoutAWeightLeavesTheStrictMeanUnknown() {
    LearnerMeasures.Builder whole = learner().byKey("component_weight", items("a=1", "b=3"));
    assertThat(result("G1", whole).value()).isEqualByComparingTo("3.5");
    LearnerMeasures.Builder one = learner().byKey("component_weight", items("a=1"));
    assertThat(result("G1", one).status()).isEqualTo(Status.INSUFFICIENT_DATA);
    assertThat(result("B", one).value()).isEqualByComparingTo("12");
  }
}

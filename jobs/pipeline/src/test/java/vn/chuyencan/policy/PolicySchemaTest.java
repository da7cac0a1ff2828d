package vn.chuyencan.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chuyencan.error.PipelineException;

/** The JSON Schema, which editors use, and the loader, which people meet, say the same. */
class PolicySchemaTest {
  private static final Schema SCHEMA = schema();

  private static Schema schema() {
    try (InputStream stream =
        PolicySchemaTest.class.getResourceAsStream(
            "/vn/chuyencan/schemas/policies/policy.schema.json")) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(stream);
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  private static List<Error> errors(String text) {
    return SCHEMA.validate(YamlDocument.of("p.yaml", YamlCodes.POLICY, text).root());
  }

  @Test
  void everyBundledPolicyKeepsTheSchema() {
    assertThat(errors(Texts.bundled())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'bu_mode: auto', 'bu_mode: {a: b}'",
    "'id: FC-TT.1', 'id: a b'",
    "'factor: 0.1', 'factor: tenth'",
    "'unit: access', 'unit: visit'",
    "'kind: any_of', 'kind: some_of'",
    "'percent: 100', 'percent: 170'",
    "'kind: any_of', 'kynd: any_of'",
    "'from: 4.95, flag', 'form: 4.95, flag'",
    "'in_force: {from: 2020-01-01}', 'in_force: {from: soon}'",
    "'then: needs_review', 'then: met'",
    "'instead_of: [not_met]', 'instead_of: [failed]'",
    "'{measure: group_members, at_most: 0}', '{measure: group_members}'",
    "'{measure: group_members, at_most: 0}', '{measure: group_members, at_most: 0, at_least: 1}'",
    "'weeks_below: $weeks_below_considered', 'weeks_below: -1'",
    "'fails: FC-LT.1', 'fail: FC-LT.1'",
    "'            missing: submission_check.link\n', ''",
    "'rounded_to: $mark_rounded_to', 'rounded_to: 7'",
    "'applies: $overall_time_considered', 'applies: perhaps'",
    "'measures: $time_band', 'measures: []'",
    "'changes: {bu_mode: review}', 'changes: {}'",
    "'law: FC-LT.4x\n    changes', 'changes'",
  })
  void bothRefuseTheSame(String from, String to) {
    String text = Texts.bundled().replace(from, to);
    assertThat(text).isNotEqualTo(Texts.bundled());
    assertThat(errors(text)).isNotEmpty();
    assertThatThrownBy(() -> PolicyLoader.fromText("p.yaml", text))
        .isInstanceOf(PipelineException.class)
        .hasMessageStartingWith("E32");
  }

  @Test
  void unitsAndKindsAreTheSameInBoth() {
    JsonNode definitions = SCHEMA.getSchemaNode().path("$defs");
    TreeSet<String> units = new TreeSet<>();
    definitions.path("unit").path("enum").forEach(unit -> units.add(unit.asText()));
    assertThat(units).containsExactlyElementsOf(new TreeSet<>(PolicyWords.UNITS));
  }
}

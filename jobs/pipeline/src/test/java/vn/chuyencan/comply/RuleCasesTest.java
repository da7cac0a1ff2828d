package vn.chuyencan.comply;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import vn.chuyencan.policy.YamlCodes;
import vn.chuyencan.policy.YamlDocument;

/**
 * Rules asked of a few rows written down, with the answer reckoned by hand. A file of cases has the
 * tables that they share ({@code base}) and by rule its cases: the tables that are other ({@code
 * with}), those that are absent ({@code without}), the day ({@code as_of}), the switches ({@code
 * switches}) and what must come of each scope ({@code expect}): a status, or {@code status, value,
 * name, detail, missing, other}.
 */
class RuleCasesTest {
  private static final List<String> FILES =
      List.of(
          "articles-2-4",
          "article-5",
          "articles-6-8",
          "article-9",
          "articles-10-12",
          "articles-13-14",
          "circular-08-2021",
          "cross-cutting");

  private static JsonNode file(String name) {
    String path = name + ".yaml";
    try (InputStream stream = RuleCasesTest.class.getResourceAsStream(path)) {
      return stream == null
          ? YamlDocument.of(path, YamlCodes.POLICY, "").root()
          : YamlDocument.of(
                  path, YamlCodes.POLICY, new String(stream.readAllBytes(), StandardCharsets.UTF_8))
              .root();
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  @TestFactory
  Stream<DynamicTest> everyCaseEndsAsReckoned() {
    List<DynamicTest> tests = new ArrayList<>();
    for (String name : FILES) {
      JsonNode file = file(name);
      file.path("rules")
          .properties()
          .forEach(
              rule -> {
                for (JsonNode one : rule.getValue()) {
                  tests.add(
                      DynamicTest.dynamicTest(
                          rule.getKey() + ": " + one.path("name").asText("?"),
                          () -> check(rule.getKey(), file.path("base"), one)));
                }
              });
    }
    return tests.stream();
  }

  /** A night asks each rule as soon as what it asks stands. */
  @ParameterizedTest
  @FieldSource("FILES")
  void whenARuleIsAskedChangesNoAnswer(String name) {
    Facts facts = Facts.of(2026, "2026-12-15");
    file(name)
        .path("base")
        .properties()
        .forEach(
            table -> facts.with(table.getKey(), table.getValue().asText().strip().split("\n", -1)));
    List<Indicator> atOnce = facts.judgeAll();

    assertThat(facts.judgeInStages("")).isEqualTo(atOnce);
    assertThat(facts.judgeInStages("lake.section_activity")).isEqualTo(atOnce);
    assertThat(atOnce).hasSizeGreaterThan(90);
  }

  private static void check(String rule, JsonNode base, JsonNode one) {
    Map<String, String> tables = new HashMap<>();
    base.properties().forEach(table -> tables.put(table.getKey(), table.getValue().asText()));
    one.path("with")
        .properties()
        .forEach(table -> tables.put(table.getKey(), table.getValue().asText()));
    one.path("without").forEach(table -> tables.remove(table.asText()));
    Facts facts = Facts.of(one.path("year").asInt(2026), one.path("as_of").asText("2026-12-15"));
    tables.forEach((table, csv) -> facts.with(table, csv.strip().split("\n", -1)));
    List<String> switches = new ArrayList<>();
    one.path("switches").forEach(each -> switches.add(each.asText()));
    Map<String, Indicator> found = facts.judge(rule, switches.toArray(String[]::new));
    JsonNode expected = one.path("expect");
    Set<String> scopes =
        expected.properties().stream()
            .map(Map.Entry::getKey)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(found.keySet()).as("scopes").containsExactlyInAnyOrderElementsOf(scopes);
    expected
        .properties()
        .forEach(scope -> compare(found.get(scope.getKey()), scope.getKey(), scope.getValue()));
  }

  private static void compare(Indicator found, String scope, JsonNode expected) {
    String[] words = expected.isTextual() ? expected.asText().split(" ", 2) : new String[0];
    String status = words.length > 0 ? words[0] : expected.path("status").asText("NONE");
    assertThat(found.status() == null ? "NONE" : found.status().name())
        .as("%s: %s", scope, found)
        .isEqualTo(status);
    String value = words.length > 1 ? words[1] : expected.path("value").asText(null);
    if (value != null) {
      assertThat(found.value()).as(scope).isEqualByComparingTo(new BigDecimal(value));
    }
    if (expected.has("name")) {
      assertThat(found.scopeName()).as(scope).isEqualTo(expected.get("name").asText());
    }
    if (expected.has("detail")) {
      assertThat(found.detail()).as(scope).isEqualTo(expected.get("detail").asText());
    }
    if (expected.has("missing")) {
      assertThat(found.missing()).as(scope).isEqualTo(expected.get("missing").asText());
      assertThat(found.supplierVi()).as(scope).isNotBlank();
    }
    if (expected.has("note")) {
      assertThat(found.noteEn()).as(scope).contains(expected.get("note").asText());
    }
    if (expected.has("other")) {
      assertThat(found.otherStatus()).as(scope).hasToString(expected.get("other").asText());
    }
  }

  /** A rule without a case that ends well and one that does not is a rule that nobody has tried. */
  @Test
  void everyRuleHasCases() {
    Set<String> tried = new TreeSet<>();
    for (String name : FILES) {
      file(name)
          .path("rules")
          .properties()
          .forEach(
              rule -> {
                if (rule.getValue().size() > 1) {
                  tried.add(rule.getKey());
                }
              });
    }
    Set<String> wanted =
        Regulations.all().stream()
            .filter(
                one ->
                    Set.of("circular-28-2023", "circular-08-2021", "cross-cutting")
                        .contains(one.id()))
            .flatMap(one -> one.rules().stream())
            .filter(Regulation.Rule::computable)
            .map(Regulation.Rule::id)
            .filter(id -> !id.equals("C28-2.1"))
            .collect(Collectors.toCollection(TreeSet::new));
    wanted.removeAll(tried);
    assertThat(wanted).isEmpty();
  }
}

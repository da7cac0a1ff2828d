package vn.chuyencan.report.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.chuyencan.comply.Regulation;
import vn.chuyencan.comply.Regulations;

/** Whoever reads a page meets words of a language and no codes of the program. */
class SiteWordsTest {
  private final JsonNode words = SiteWords.json(List.of());

  private static Set<String> ofRules(Function<Regulation.Rule, String> what) {
    return Regulations.all().stream()
        .flatMap(regulation -> regulation.rules().stream())
        .map(what)
        .filter(code -> code != null && !code.isEmpty())
        .map(code -> code.replace(' ', '_'))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Set<String> known(String kind) {
    Set<String> codes = new TreeSet<>();
    words.get(kind).fieldNames().forEachRemaining(codes::add);
    return codes;
  }

  @Test
  void everyUnitOfARuleHasWords() {
    Set<String> units = ofRules(Regulation.Rule::unit);
    // A share is shown in percent.
    units.remove("ratio");
    assertThat(known("measured")).isEqualTo(units);
  }

  @Test
  void everyScopeOfARuleHasWords() {
    assertThat(known("scope")).isEqualTo(ofRules(Regulation.Rule::scope));
  }

  @Test
  void inBothLanguages() {
    for (String kind : List.of("measured", "scope", "recipient", "item", "why_not", "correction")) {
      assertThat(words.get(kind)).isNotEmpty();
      words.get(kind).forEach(both -> assertThat(both).hasSize(2).noneMatch(JsonNode::isNull));
    }
  }
}

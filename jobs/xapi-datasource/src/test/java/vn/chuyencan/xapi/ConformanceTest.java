package vn.chuyencan.xapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chuyencan.xapi.rules.XapiVersion;

/** Every case of the ADL conformance suite, under the rules of its own version. */
class ConformanceTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @CsvSource({"1.0.3, V1_0_3, 934", "2.0, V2_0, 956"})
  void everyCaseIsJudgedAsTheSuiteExpects(String suite, XapiVersion version, int cases)
      throws Exception {
    List<String> wrong = new ArrayList<>();
    StringBuilder statements = new StringBuilder();
    List<JsonNode> all = new ArrayList<>();
    for (String line : Scans.lines("conformance-cases-" + suite + ".jsonl.gz")) {
      JsonNode test = JSON.readTree(line);
      all.add(test);
      JsonNode statement = test.get("statement");
      if (statement instanceof ObjectNode object && !object.has("stored")) {
        // As a record store does with what it takes in.
        object.put("stored", "2026-09-07T00:00:00Z");
      }
      statements.append(statement).append('\n');
    }
    assertThat(all).hasSize(cases);
    Scans.Collected scanned =
        Scans.scan(statements.toString(), Scans.strict().withUnversioned(version));
    assertThat(scanned.counts.read()).isEqualTo(cases);
    int accepted = 0;
    int rejected = 0;
    long offset = 0;
    for (JsonNode test : all) {
      boolean isAccepted =
          accepted < scanned.offsets.size() && scanned.offsets.get(accepted) == offset;
      String reason = "accepted";
      if (isAccepted) {
        accepted++;
      } else {
        RejectedStatement statement = scanned.rejected.get(rejected++);
        assertThat(statement.fileOffset()).isEqualTo(offset);
        reason = statement.reason() + " " + statement.message();
      }
      if (isAccepted != (test.get("expect").get(0).asInt() == 200)) {
        wrong.add(test.get("name") + " of " + test.get("group") + ": " + reason);
      }
      offset +=
          test.get("statement").toString().getBytes(java.nio.charset.StandardCharsets.UTF_8).length
              + 1L;
    }
    assertThat(wrong).isEmpty();
  }
}

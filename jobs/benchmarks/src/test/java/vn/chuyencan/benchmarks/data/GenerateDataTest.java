package vn.chuyencan.benchmarks.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GenerateDataTest {
  private static final Shape SHORT = new Shape(28_000, 60, 10, 10);
  private static final Shape BUSY = new Shape(280_000, 600, 10, 10);
  private static final Shape LONG = new Shape(84_000, 60, 30, 10);

  @Test
  void theSameArgumentsGiveTheSameBytes() throws IOException {
    assertThat(day(SHORT, 5)).isEqualTo(day(SHORT, 5));
  }

  @Test
  void aLongerHistoryEndsAsTheShorterOneAndTheNightIsTheSame() throws IOException {
    assertThat(day(LONG, SHORT.night())).isEqualTo(day(SHORT, SHORT.night()));
    assertThat(day(LONG, 69)).isEqualTo(day(SHORT, 69));
    assertThat(LONG.firstDay()).isEqualTo(-140);
  }

  @Test
  void everyLineIsCountedAndOneInAHundredIsARepeat() throws IOException {
    int lines = 0;
    Map<String, String> byId = new HashMap<>();
    for (int day = SHORT.firstDay(); day < SHORT.night(); day++) {
      for (String line : day(SHORT, day).lines().toList()) {
        lines++;
        String known = byId.putIfAbsent(new ObjectMapper().readTree(line).get("id").asText(), line);
        assertThat(known).as("a repeat says the same").isIn(null, line);
      }
    }
    assertThat(lines).isEqualTo(28_000);
    assertThat(lines - byId.size()).isEqualTo(280);
  }

  @Test
  void aDayTellsWhatHappenedFromItsMorningOnUntilThreeInTheNight() throws IOException {
    List<JsonNode> statements = new ArrayList<>();
    for (String line : day(BUSY, 0).lines().toList()) {
      statements.add(new ObjectMapper().readTree(line));
    }
    assertThat(statements)
        .allSatisfy(
            statement ->
                assertThat(Instant.parse(statement.get("timestamp").asText()))
                    .isBetween(
                        Instant.parse("2026-09-07T00:00:00Z"),
                        Instant.parse("2026-09-07T20:00:00Z")))
        .anySatisfy(
            statement ->
                assertThat(statement.at("/timestamp").asText())
                    .as("after midnight in Vietnam")
                    .startsWith("2026-09-07T17:"))
        .anySatisfy(statement -> assertThat(statement.at("/result/score/raw").isNumber()).isTrue());
  }

  @Test
  void aHistoryIsWholeTerms() {
    assertThatThrownBy(() -> new Shape(100, 10, 15, 10))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("whole terms");
  }

  private static String day(Shape shape, int day) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    GenerateData.writeDay(shape, day, new StatementText(), out);
    return out.toString(StandardCharsets.UTF_8);
  }
}

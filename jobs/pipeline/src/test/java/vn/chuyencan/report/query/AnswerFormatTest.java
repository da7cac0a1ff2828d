package vn.chuyencan.report.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnswerFormatTest {

  private static QueryRows rows(Object[]... rows) {
    return new QueryRows(
        List.of("name", "minutes", "day"),
        List.of(false, true, false),
        Arrays.asList(rows).iterator());
  }

  private static String written(AnswerFormat format, long most, Object[]... rows)
      throws IOException {
    StringWriter out = new StringWriter();
    format.write(rows(rows), most, out);
    return out.toString();
  }

  @Test
  void aTableAlignsWhatIsReadAndSaysThatThereIsMore() throws IOException {
    assertThat(
            written(
                AnswerFormat.TABLE,
                2,
                new Object[] {"Trần Bình", new BigDecimal("540.00"), LocalDate.of(2026, 9, 7)},
                new Object[] {"a\nb", null, null},
                new Object[] {"not shown", 1, null}))
        .isEqualTo(
            """
            name       minutes  day
            ─────────  ───────  ──────────
            Trần Bình   540.00  2026-09-07
            a b
            …
            """);
  }

  @Test
  void aLetterOfTwoSignsIsOneAndLongTextsAreCut() throws IOException {
    String table =
        written(
            AnswerFormat.TABLE,
            9,
            new Object[] {"ho\u0323c", 1, "x".repeat(100)},
            new Object[0 + 3]);
    assertThat(table.lines().toList().get(2)).startsWith("h\u1ecdc         1  xxx").endsWith("x…");
  }

  @Test
  void csvQuotesAndLeavesOutWhatIsNotThere() throws IOException {
    assertThat(
            written(
                AnswerFormat.CSV,
                1,
                new Object[] {
                  "a \"b\", c", new BigDecimal("1E+2"), Instant.parse("2026-09-07T01:02:03Z")
                },
                new Object[] {null, null, List.of(1, 2)}))
        .isEqualTo("name,minutes,day\n\"a \"\"b\"\", c\",100,2026-09-07T01:02:03Z\n,,\"[1,2]\"\n");
  }

  @Test
  void jsonIsAnArrayWithOneObjectALine() throws IOException {
    assertThat(
            written(
                AnswerFormat.JSON,
                1,
                new Object[] {"Bình", new BigDecimal("1E+2"), LocalDate.of(2026, 9, 7)},
                new Object[] {null, 7L, Map.of("k", List.of("v"))}))
        .isEqualTo(
            """
            [
            {"name":"Bình","minutes":100,"day":"2026-09-07"},
            {"name":null,"minutes":7,"day":{"k":["v"]}}
            ]
            """);
    assertThat(written(AnswerFormat.JSON, 1)).isEqualTo("[]\n");
  }

  @Test
  void jsonTellsColumnsApartByTheirNames() {
    QueryRows twice =
        new QueryRows(
            List.of("a", "a"),
            List.of(true, true),
            List.<Object[]>of(new Object[] {1, 2}).iterator());
    assertThatThrownBy(() -> AnswerFormat.JSON.write(twice, 1, new StringWriter()))
        .hasMessageStartingWith("E2106: ");
  }
}

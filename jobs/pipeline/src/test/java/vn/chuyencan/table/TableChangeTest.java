package vn.chuyencan.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableChangeTest {
  private static final List<String> BEFORE =
      List.of(
          "publication published",
          "key a",
          "order a b",
          "a string, code, 00000001",
          "b long, events, 00000002",
          "c list<struct<2: x: required long, 3: y: required int>>, none, 00000003");

  /** Each line: what is looked for, what stands in its place, the version after 1-2-3. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "b long, events;                bb long, events;                       2-0-0",
        "b long, events;                b int, events;                         2-0-0",
        "y: required int;               y: required long;                      2-0-0",
        "y: required int;               z: required int;                       2-0-0",
        "b long, events, 00000002;      'b long, events, 00000002, lake';      2-0-0",
        "publication published;         publication lake;                      2-0-0",
        "b long, events;                b long, minutes;                       1-3-0",
        "b long, events;                'b long or empty, events';             1-3-0",
        "00000002;                      0000000f;                              1-3-0",
        "key a;                         key a b;                               1-3-0",
        "order a b;                     order b a;                             1-3-0",
        "publication published;         publication operational;               1-3-0"
      })
  void whatChangedDecidesWhichNumberGrows(String had, String has, String version) {
    List<String> after = BEFORE.stream().map(line -> line.replace(had, has)).toList();
    assertThat(after).isNotEqualTo(BEFORE);
    assertThat(TableChange.between(BEFORE, after).after(TableVersion.of("1-2-3")))
        .hasToString(version);
  }

  @Test
  void aColumnMoreTakesNothingFromAnybody() {
    List<String> more = Stream.concat(BEFORE.stream(), Stream.of("d int, day, 00000004")).toList();
    assertThat(TableChange.between(BEFORE, more)).isEqualTo(TableChange.ADDITION);
    assertThat(TableChange.between(more, BEFORE)).isEqualTo(TableChange.MODEL);
  }

  @Test
  void columnsInAnotherOrderAreARevision() {
    List<String> swapped =
        List.of(
            BEFORE.get(0),
            BEFORE.get(1),
            BEFORE.get(2),
            BEFORE.get(4),
            BEFORE.get(3),
            BEFORE.get(5));
    assertThat(TableChange.between(BEFORE, swapped)).isEqualTo(TableChange.REVISION);
  }

  @Test
  void whatBecomesPublishedIsAnAddition() {
    List<String> hidden =
        BEFORE.stream().map(line -> line.startsWith("b ") ? line + ", lake" : line).toList();
    assertThat(TableChange.between(hidden, BEFORE)).isEqualTo(TableChange.ADDITION);
    List<String> lake = BEFORE.stream().map(line -> line.replace("published", "lake")).toList();
    assertThat(TableChange.between(lake, BEFORE)).isEqualTo(TableChange.ADDITION);
  }

  @Test
  void aLineThatIsNoneOfAShapeIsNotPassedOver() {
    assertThatThrownBy(
            () ->
                TableChange.between(
                    BEFORE, BEFORE.stream().map(line -> line.replace(", 00000002", "")).toList()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

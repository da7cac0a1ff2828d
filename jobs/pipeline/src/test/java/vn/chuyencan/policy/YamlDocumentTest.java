package vn.chuyencan.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.Language;
import vn.chuyencan.error.PipelineException;

class YamlDocumentTest {

  private static YamlDocument parse(String text) {
    return YamlDocument.of("c.yaml", YamlCodes.CONFIGURATION, text);
  }

  @Test
  void scalarsMeanWhatTheyLookLike() {
    JsonNode root =
        parse(
                """
                whole: 540
                exact: 5.10
                negative: -3
                text: "540"
                country: no
                time: 12:30
                day: 2026-09-07
                octal: 010
                yes: true
                no: false
                nothing:
                tilde: ~
                literal: null
                name: Le\u0302 An
                """)
            .root();
    assertThat(root.path("whole").decimalValue()).isEqualTo("540");
    assertThat(root.path("exact").decimalValue()).isEqualTo("5.10");
    assertThat(root.path("negative").decimalValue()).isEqualTo("-3");
    assertThat(root.path("text").textValue()).isEqualTo("540");
    assertThat(root.path("country").textValue()).isEqualTo("no");
    assertThat(root.path("time").textValue()).isEqualTo("12:30");
    assertThat(root.path("day").textValue()).isEqualTo("2026-09-07");
    assertThat(root.path("octal").textValue()).isEqualTo("010");
    assertThat(root.path("yes").booleanValue()).isTrue();
    assertThat(root.path("no").isBoolean()).isTrue();
    assertThat(root.path("no").booleanValue()).isFalse();
    assertThat(root.path("nothing").isNull()).isTrue();
    assertThat(root.path("tilde").isNull()).isTrue();
    assertThat(root.path("literal").isNull()).isTrue();
    assertThat(root.path("name").textValue()).isEqualTo("L\u00ea An");
  }

  @Test
  void everyKeyAndItemKnowsItsLine() {
    YamlDocument document =
        parse(
            """
            a: 1
            b:
              - x: 1

              - y:
                  z/w~v: 2
            """);
    assertThat(document.line("/a")).isEqualTo(1);
    assertThat(document.line("/b")).isEqualTo(2);
    assertThat(document.line("/b/0/x")).isEqualTo(3);
    assertThat(document.line("/b/1")).isEqualTo(5);
    assertThat(document.line("/b/1/y/z~1w~0v")).isEqualTo(6);
    assertThat(document.line("/b/1/missing")).isEqualTo(5);
    assertThat(document.line("/missing")).isEqualTo(1);
    assertThat(document.file()).isEqualTo("c.yaml");
  }

  @Test
  void anEmptyFileIsAnEmptyObject() {
    for (String empty : List.of("", "# only a comment\n", "---\n")) {
      assertThat(parse(empty).root().isContainerNode() || parse(empty).root().isNull()).isTrue();
    }
    assertThat(parse("").root().isObject()).isTrue();
  }

  @Test
  void anAliasIsWhatItStandsFor() {
    JsonNode root = parse("a: &x {n: 1}\nb: *x\n").root();
    assertThat(root.path("b")).isEqualTo(root.path("a"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`a: 1\na: 2`       | 2 | a × 2 (1)",
        "`a: [1\nb: 2`      | 2 | while parsing a flow sequence",
        "`a: 1\n\tb: 2`     | 2 | ",
        "`a: 1\n--- \nb: 2` | 2 | expected a single document",
        "`a: &x [*x]`       | 1 | */a/0",
        "`? [1]\n: 2`       | 1 | {…}",
        "`a: \u0001`        | 0 | special characters are not allowed",
      })
  void refusesWhatIsNotOneDocument(String text, int line, String holds) {
    PipelineException refused = catchThrowableOfType(PipelineException.class, () -> parse(text));
    assertThat(refused.faults()).hasSize(1);
    Fault fault = refused.faults().get(0);
    assertThat(fault.code()).isEqualTo(ErrorCode.CONFIGURATION_NOT_YAML);
    assertThat(fault.line()).isEqualTo(line);
    assertThat(fault.message(Language.EN)).contains(holds == null ? "" : holds);
    assertThat(fault.message(Language.VI)).contains("không phải YAML");
  }

  @Test
  void deepNestingIsRefusedNotFollowed() {
    String deep = "[".repeat(1000) + "]".repeat(1000);
    assertThat(catchThrowableOfType(PipelineException.class, () -> parse(deep))).isNotNull();
  }

  /** Three aliases a line within the number that is allowed: 43 million values of 17 lines. */
  @Test
  void aliasesOfAliasesAreRefusedBeforeTheyFillTheMemory() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x]\n");
    for (int line = 1; line <= 16; line++) {
      String before = "*a" + (line - 1);
      bomb.append("a").append(line).append(": &a").append(line).append(" [");
      bomb.append(before).append(", ").append(before).append(", ").append(before).append("]\n");
    }
    PipelineException refused =
        catchThrowableOfType(PipelineException.class, () -> parse(bomb.toString()));
    assertThat(refused.exitStatus()).isEqualTo(3);
    assertThat(refused.faults().get(0).code()).isEqualTo(ErrorCode.CONFIGURATION_NOT_YAML);
    assertThat(refused.faults().get(0).message(Language.EN)).contains("> 200000 values");
  }

  @Test
  void manyAliasesAreRefused() {
    String bomb = "a: &a [x]\nb: [" + "*a, ".repeat(60) + "x]\n";
    assertThat(catchThrowableOfType(PipelineException.class, () -> parse(bomb)).faults().get(0))
        .extracting(Fault::code)
        .isEqualTo(ErrorCode.CONFIGURATION_NOT_YAML);
  }

  /** A tag names a class, of which other readers make an object. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: !!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[x]]]",
        "a: !!java.io.FileOutputStream [/tmp/written-by-yaml]",
        "a: !<tag:yaml.org,2002:java.lang.Runtime> x"
      })
  void aTagMakesNoObject(String text) {
    assertThat(catchThrowableOfType(PipelineException.class, () -> parse(text)).faults())
        .extracting(Fault::code)
        .containsExactly(ErrorCode.CONFIGURATION_NOT_YAML);
    assertThat(Path.of("/tmp/written-by-yaml")).doesNotExist();
  }

  @Test
  void aCursorNotesEveryFaultAndGoesOn() {
    YamlDocument document =
        parse(
            """
            name: [1]
            count: many
            date: 2026-13-01
            kind: c
            inner: 5
            items: []
            others: [1, {a: 1}]
            words: [a, ""]
            """);
    List<Fault> faults = new ArrayList<>();
    YamlCursor cursor = YamlCursor.root(document, faults);
    cursor.onlyKeys("name", "count", "date", "kind", "inner", "items", "others");
    assertThat(cursor.text("name", "x")).isEmpty();
    assertThat(cursor.number("count", "3").signum()).isZero();
    assertThat(cursor.date("date")).isEqualTo("1970-01-01");
    assertThat(cursor.choice("kind", List.of("a", "b"))).isEqualTo("a");
    assertThat(cursor.mapping("inner", "{}").keys()).isEmpty();
    assertThat(cursor.mappings("items", "[…]")).isEmpty();
    assertThat(cursor.mappings("others", "[…]")).hasSize(1);
    assertThat(cursor.texts("words", "[a, b]")).isEmpty();
    assertThat(cursor.texts("none", "[a, b]")).isEmpty();
    assertThat(cursor.mappings("none2", "[…]")).isEmpty();
    assertThat(cursor.mapping("none3", "{}").has("a")).isFalse();
    assertThat(cursor.date("none4")).isEqualTo("1970-01-01");
    assertThat(cursor.number("none5", "3").signum()).isZero();
    assertThat(cursor.choice("none6", List.of("a", "b"))).isEqualTo("a");
    assertThat(faults)
        .extracting(fault -> fault.message(Language.EN))
        .containsExactly(
            "E3002 c.yaml:8 [words]: the key words is not known here. Known keys: name, count,"
                + " date, kind, inner, items, others.",
            "E3004 c.yaml:1 [name]: [1] is not a valid value: \"…\". Correct it there.",
            "E3004 c.yaml:2 [count]: many is not a valid value: 3. Correct it there.",
            "E3004 c.yaml:3 [date]: 2026-13-01 is not a valid value: 2026-09-07. Correct it there.",
            "E3004 c.yaml:4 [kind]: c is not a valid value: a | b. Correct it there.",
            "E3004 c.yaml:5 [inner]: 5 is not a valid value: {…}. Correct it there.",
            "E3004 c.yaml:6 [items]: [] is not a valid value: […]. Correct it there.",
            "E3004 c.yaml:7 [others[0]]: 1 is not a valid value: {…}. Correct it there.",
            "E3004 c.yaml:8 [words]: [\"a\",\"\"] is not a valid value: [a, b]. Correct it there.",
            "E3003 c.yaml:1 [none]: the key none is missing. none: [a, b]",
            "E3003 c.yaml:1 [none2]: the key none2 is missing. none2: […]",
            "E3003 c.yaml:1 [none3]: the key none3 is missing. none3: {}",
            "E3003 c.yaml:1 [none4]: the key none4 is missing. none4: 2026-09-07",
            "E3003 c.yaml:1 [none5]: the key none5 is missing. none5: 3",
            "E3003 c.yaml:1 [none6]: the key none6 is missing. none6: a | b");
  }

  @Test
  void aCursorReadsWhatIsRight() {
    List<Fault> faults = new ArrayList<>();
    YamlCursor cursor =
        YamlCursor.root(
            parse("name: 1.10\nflag: true\nday: 2026-09-07\nkind: b\nwords: [x, 2]\n"), faults);
    assertThat(cursor.text("name", "")).isEqualTo("1.10");
    assertThat(cursor.number("name", "")).hasToString("1.1");
    assertThat(cursor.text("flag", "")).isEqualTo("true");
    assertThat(cursor.date("day")).isEqualTo("2026-09-07");
    assertThat(cursor.choice("kind", List.of("a", "b"))).isEqualTo("b");
    assertThat(cursor.texts("words", "")).containsExactly("x", "2");
    assertThat(cursor.keys()).containsExactly("name", "flag", "day", "kind", "words");
    assertThat(cursor.line("kind")).isEqualTo(4);
    assertThat(cursor.optionalText("none")).isEmpty();
    assertThat(cursor.optionalNumber("none", "")).isEmpty();
    assertThat(cursor.optionalDate("none")).isEmpty();
    assertThat(cursor.optionalMapping("none")).isEmpty();
    assertThat(cursor.optionalMappings("none", "")).isEmpty();
    assertThat(faults).isEmpty();
  }

  @Test
  void anEmptyTextIsNoneOnlyWhereThatIsSaid() {
    List<Fault> faults = new ArrayList<>();
    YamlCursor cursor = YamlCursor.root(parse("password: \"\"\nother: x\n"), faults);
    assertThat(cursor.filledText("password")).isEmpty();
    assertThat(cursor.filledText("other")).contains("x");
    assertThat(cursor.filledText("none")).isEmpty();
    assertThat(faults).isEmpty();
    assertThat(cursor.optionalText("password")).isEmpty();
    assertThat(faults).hasSize(1);
  }

  @Test
  void aDocumentWithOtherValuesKeepsItsLines() {
    YamlDocument document = parse("a: 1\nb: 2\n");
    YamlDocument other = document.withRoot(parse("b: 3").root());
    assertThat(other.root().path("b").intValue()).isEqualTo(3);
    assertThat(other.line("/b")).isEqualTo(2);
    assertThat(other.codes()).isEqualTo(YamlCodes.CONFIGURATION);
  }
}

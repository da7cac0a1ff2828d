package vn.chuyencan.report.explain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.StringReader;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import vn.chuyencan.error.Language;
import vn.chuyencan.policy.Learners;

/** Every layout: names stay names, Vietnamese stays composed, and both languages have all words. */
class LayoutTest {
  /** A name that would be markup, a table's border, a link, or a terminal's command. */
  private static final String HOSTILE =
      "<b onclick='x'>\"An\"</b> | *Lê* [a](http://b) & \u001b[31m\u202e `c`\nA\u0302n";

  private static String rendered(ExplanationFormat format, Language language) {
    ExplanationSubject subject =
        Subjects.withEvidence(
            Subjects.of(Learners.chi()),
            HOSTILE,
            Subjects.posts(3, HOSTILE),
            ExplanationSubject.Evidence.ALL_ROWS);
    return format.render(List.of(Explainer.explain(subject, language)));
  }

  @ParameterizedTest
  @EnumSource(ExplanationFormat.class)
  void isComposedAndSteersNothing(ExplanationFormat format) {
    for (Language language : Language.values()) {
      String text = rendered(format, language);
      assertThat(Normalizer.isNormalized(text, Normalizer.Form.NFC)).isTrue();
      assertThat(text).endsWith("\n").doesNotContain("\u001b", "\u202e", "\r");
      assertThat(text.lines()).noneMatch(line -> line.endsWith(" "));
    }
  }

  @Test
  void htmlIsWellFormedAndHoldsTheNameAsText() throws Exception {
    String html = rendered(ExplanationFormat.HTML, Language.VI);
    assertThat(html)
        .doesNotContain("<b onclick", "<script")
        .contains("&lt;b onclick=&#39;x&#39;&gt;&quot;An&quot;&lt;/b&gt; | *Lê*");
    Document document = parsed(html);
    assertThat(document.getDocumentElement().getAttribute("lang")).isEqualTo("vi");
    assertThat(document.getElementsByTagName("h1").getLength()).isEqualTo(1);
    NodeList tables = document.getElementsByTagName("table");
    NodeList captions = document.getElementsByTagName("caption");
    assertThat(captions.getLength()).isEqualTo(tables.getLength()).isGreaterThan(3);
    NodeList headers = document.getElementsByTagName("th");
    for (int header = 0; header < headers.getLength(); header++) {
      assertThat(headers.item(header).getAttributes().getNamedItem("scope")).isNotNull();
    }
  }

  @Test
  void htmlNeedsNothingFromElsewhereAndKnowsPaper() {
    assertThat(rendered(ExplanationFormat.HTML, Language.EN))
        .startsWith("<!DOCTYPE html>\n<html lang=\"en\">")
        .contains("@page { size: A4", "break-inside: avoid", "\"Times New Roman\"")
        .doesNotContain(" src=", "@import", "url(", "<link", "href=");
  }

  /** The file is written as XML could be, except for its void elements. */
  private static Document parsed(String html) throws Exception {
    String xml =
        html.replaceFirst("<!DOCTYPE html>\n", "")
            .replaceAll("<(meta[^>]*|br)>", "<$1/>")
            .replaceFirst("(?s)<style>.*</style>", "");
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)));
  }

  @Test
  void markdownEscapesWhatWouldBeMarkup() {
    String markdown = rendered(ExplanationFormat.MARKDOWN, Language.EN);
    assertThat(markdown)
        .contains("\\<b onclick='x'\\>\"An\"\\</b\\> \\| \\*Lê\\* \\[a\\](http://b) \\& ")
        .contains("\\+11.0")
        .doesNotContainPattern("(?<!\\\\)<(?!br>)")
        .doesNotContainPattern("(?<!\\\\)\\[");
    assertThat(markdown.lines().filter(line -> line.startsWith("| ")))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line).endsWith(" |"));
  }

  /** Every row of a table has as many cells as its heading. */
  @Test
  void markdownTablesKeepTheirColumns() {
    int columns = 0;
    for (String line : rendered(ExplanationFormat.MARKDOWN, Language.VI).split("\n", -1)) {
      if (!line.startsWith("|")) {
        columns = 0;
        continue;
      }
      int cells = line.replace("\\|", "").split("\\|", -1).length;
      columns = columns == 0 ? cells : columns;
      assertThat(cells).as(line).isEqualTo(columns);
    }
  }

  @Test
  void jsonKeepsEveryTextAsItIs() throws Exception {
    JsonNode json = new ObjectMapper().readTree(rendered(ExplanationFormat.JSON, Language.EN));
    JsonNode learner = json.at("/explanations/0");
    assertThat(learner.findValuesAsText("value"))
        .contains(Normalizer.normalize(HOSTILE, Normalizer.Form.NFC));
    assertThat(learner.at("/certificates/0/status").asText()).isEqualTo("NOT_MET");
    assertThat(learner.at("/certificates/0/criteria/0/status_word").asText()).isNotBlank();
  }

  @Test
  void severalExplanationsStandInOneFile() {
    Explanation one = Explainer.explain(Subjects.of(Learners.an()), Language.EN);
    assertThat(ExplanationFormat.HTML.render(List.of(one, one)).split("<article>", -1)).hasSize(3);
    assertThat(ExplanationFormat.MARKDOWN.render(List.of(one, one))).contains("\n---\n");
    assertThat(ExplanationFormat.TEXT.render(List.of(one, one))).contains("\n────");
  }

  @Test
  void linesOfTextAreNoLongerThanATerminalIsWide() {
    String text =
        ExplanationFormat.TEXT.render(
            List.of(Explainer.explain(Subjects.of(Learners.an()), Language.VI)));
    assertThat(text.lines().filter(line -> !line.contains("≥") && !line.contains("Chênh lệch")))
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
  }

  @Test
  void bothLanguagesHaveTheSameWords() {
    assertThat(keys("vi")).isEqualTo(keys("en")).isNotEmpty();
  }

  private static Set<String> keys(String language) {
    return new TreeSet<>(
        ResourceBundle.getBundle(
                "vn.chuyencan.report.explain.explanation", Locale.forLanguageTag(language))
            .keySet());
  }
}

package vn.chuyencan.report.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names are anybody's text; within a page they must stay text. */
class SiteJsonTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "</script><img src=x onerror=alert(1)>",
        "<!--<script>",
        "]]>&amp;\"'`",
        "\u2028\u2029 \u202E\u0000",
        "Nguyễn Thị Ánh"
      })
  void textsComeBackAndCannotEndTheElement(String text) throws IOException {
    String json = SiteJson.text(SiteJson.object().put("name", text));

    assertThat(json).doesNotContain("<", ">", "&", "'", "\u2028", "\u2029", "\u0000");
    assertThat(JSON.readTree(json).path("name").asText()).isEqualTo(text);
  }

  @Property
  void anyTextDoes(@ForAll String text) throws IOException {
    String json = SiteJson.text(SiteJson.list().add(text));

    assertThat(json).doesNotContain("<", ">", "&");
    assertThat(JSON.readTree(json).path(0).asText()).isEqualTo(text);
  }

  @Test
  void namesOfKeysAreGuardedToo() {
    assertThat(SiteJson.text(SiteJson.object().put("</script>", 1))).doesNotContain("<");
  }

  @Test
  void numbersHaveNoExponentAndNoZerosBehind() {
    assertThat(SiteJson.text(SiteJson.list().add(SiteJson.number(new BigDecimal("1080.000000")))))
        .isEqualTo("[1080]");
    assertThat(SiteJson.text(SiteJson.number(new BigDecimal("0.000100")))).isEqualTo("0.0001");
    assertThat(SiteJson.text(SiteJson.number(null))).isEqualTo("null");
  }

  @Test
  void aPageHoldsItsDataOnce() {
    String page = SiteAssets.page("night", "{\"a\":\"@kind@ $1 \\\\\"}");

    assertThat(page)
        .contains(
            "<script type=\"application/json\" id=\"data\">{\"a\":\"@kind@ $1 \\\\\"}</script>")
        .contains("<body data-page=\"night\">", "assets/night.js", "assets/echarts.common.min.js")
        .doesNotContain("assets/course.js", "http://", "https://");
    assertThat(SiteAssets.page("dictionary", "{}")).doesNotContain("echarts");
    assertThat(SiteAssets.page("roll", "{}")).contains("assets/learners.js");
  }
}

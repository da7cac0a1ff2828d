package vn.chuyencan.source.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is left of posts without quotations. */
class PostContentTest {
  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(
      strings = {
        " \n\t",
        "<p></p>",
        "<p dir=\"ltr\"><br />&nbsp;&#160; </p>",
        "\u00a0\u200b\ufeff",
        "<blockquote><p>Em nghĩ khác</p></blockquote><p> </p>",
        "<blockquote>Một <blockquote><img src=\"a\"></blockquote> hai</blockquote>",
        "<BLOCKQUOTE class='q'>Một</BlockQuote>",
        "> Em nghĩ khác\n  > và thế"
      })
  void nothing(String message) {
    assertThat(PostContent.isThere(message, "")).isFalse();
    assertThat(PostContent.isThere(message, "0")).isFalse();
    assertThat(PostContent.isThere(message, null)).isFalse();
    assertThat(PostContent.isThere(message, "1")).as("a file").isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Em nghĩ khác",
        "<p>.</p>",
        "👍",
        "a < b",
        "<blockquote>Một</blockquote><p>hai</p>",
        "<p>hai</p><blockquote>Một</blockquote>",
        "</blockquote>hai",
        "> Một\nhai",
        "<p>&gt; 50 %</p>",
        "<blockquote class='q'>không đóng",
        "<p><img src=\"a.png\" alt=\"\"></p>",
        "<IFRAME src=\"https://v.example\"></IFRAME>",
        "<math><mi>x</mi></math>"
      })
  void something(String message) {
    assertThat(PostContent.isThere(message, "")).isTrue();
  }

  @Test
  void longTextsAreRead() {
    assertThat(PostContent.isThere("<blockquote>x</blockquote>".repeat(20_000), "")).isFalse();
    assertThat(PostContent.isThere("<blockquote>x".repeat(20_000), "")).isTrue();
    assertThat(PostContent.isThere("<p>&nbsp;</p>".repeat(50_000) + "x", "")).isTrue();
  }
}

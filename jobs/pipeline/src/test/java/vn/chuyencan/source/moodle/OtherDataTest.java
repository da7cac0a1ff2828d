package vn.chuyencan.source.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class OtherDataTest {

  @Test
  void bothFormsTellTheSame() {
    Map<String, String> facts =
        Map.of("discussionid", "7", "title", "Hỏi; \"đáp\"}", "anonymous", "1");

    assertThat(
            OtherData.of(
                "{\"discussionid\":\"7\",\"title\":\"Hỏi; \\\"đáp\\\"}\",\"anonymous\":1,"
                    + "\"nothing\":null,\"tags\":[\"x\"]}"))
        .isEqualTo(facts);
    // Lengths are of bytes: 15 letters and signs are 19 bytes here.
    String title = "Hỏi; \"đáp\"}";
    int bytes = title.getBytes(StandardCharsets.UTF_8).length;
    assertThat(
            OtherData.of(
                "a:5:{s:12:\"discussionid\";s:1:\"7\";s:5:\"title\";s:"
                    + bytes
                    + ":\""
                    + title
                    + "\";s:9:\"anonymous\";i:1;s:7:\"nothing\";N;s:4:\"tags\";a:1:{i:0;s:1:\"x\";}}"))
        .isEqualTo(facts);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "null",
        "N;",
        "[]",
        "{",
        "a:",
        "a:1:{",
        "a:1:{s:9:\"x\";i:1;}",
        "a:1:{O:8:\"stdClass\":0:{}i:1;}",
        "a:99999999999:{}",
        "s:1:\"x\";",
        "b:0;",
        "\"text\"",
        "a:1:{s:-4:\"x\";i:1;}"
      })
  void whatCannotBeReadIsAsAbsent(String text) {
    assertThat(OtherData.of(text)).isEmpty();
  }

  @Test
  void onlyWholeNumbersAreNumbers() {
    Map<String, String> facts = OtherData.of("{\"a\":\"12\",\"b\":\"x\",\"c\":1.5,\"d\":-1}");

    assertThat(OtherData.number(facts, "a")).isEqualTo(12);
    assertThat(OtherData.number(facts, "b")).isNull();
    assertThat(OtherData.number(facts, "c")).isNull();
    assertThat(OtherData.number(facts, "d")).isEqualTo(-1);
    assertThat(OtherData.number(facts, "e")).isNull();
  }
}

package vn.chuyencan.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TombstonesTest {
  private static final byte[] SECRET = "k".getBytes(StandardCharsets.UTF_8);
  private static final Tombstones NOBODY = Tombstones.of(SECRET, Set.of());

  private static Tombstones ofOne() {
    return NOBODY.and(
        List.of(
            NOBODY.hash(-5L),
            NOBODY.hash(Tombstones.Kind.LEARNER, "HV 1"),
            NOBODY.hash(Tombstones.Kind.IDENTIFIER, "an@mail.vn"),
            NOBODY.hash(Tombstones.Kind.IDENTIFIER, "hv001"),
            NOBODY.hash(Tombstones.Kind.IDENTIFIER, "57"),
            NOBODY.hash(Tombstones.Kind.IDENTIFIER, "an"),
            NOBODY.hash(Tombstones.Kind.NAME, "Lê Văn An")));
  }

  @Test
  void knowsAPersonAgainByNothingButHashesUnderTheSameSecret() {
    assertThat(ofOne().hasActor(-5)).isTrue();
    assertThat(ofOne().hasActor(5)).isFalse();
    assertThat(ofOne().hasSubject("fffffffffffffffb")).isTrue();
    assertThat(ofOne().hasLearner("HV 1")).isTrue();
    assertThat(ofOne().hasLearner("hv 1")).isFalse();
    assertThat(ofOne().hashes()).allMatch(hash -> hash.matches("[0-9a-f]{64}"));
    Tombstones otherSecret = Tombstones.of(new byte[] {1}, ofOne().hashes());
    assertThat(otherSecret.hasActor(-5)).isFalse();
    assertThat(NOBODY.areNamedIn("hv001")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "see hv001|see …",
        "https://lms/user/HV001?x=1|https://lms/user/…?x=1",
        "mailto hv001x|mailto hv001x",
        "to an@mail.vn, please|to …, please",
        "view.php?id=57|view.php?id=57",
        "Bài an toàn|Bài an toàn"
      })
  void blotsOnlyWhatTellsSomebodyApart(String text, String blotted) {
    assertThat(ofOne().blotted(text)).isEqualTo(blotted);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'name':'an'}|true",
        "{'name':'57','x':1|true",
        "{'name':'ann'}|false",
        "gửi bạn lê văn an hôm nay|true",
        "gửi bạn lê văn anh hôm nay|false"
      })
  void findsAnybodyNamedInARefusedRecord(String text, boolean named) {
    assertThat(ofOne().areNamedIn(text.replace('\'', '"'))).isEqualTo(named);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'name':'L\\u00ea V\\u0103n An'}",
        "{'message':'{\\\\'name\\\\':\\\\'L\\\\u00EA V\\\\u0103n An\\\\'}'}",
        "{'name':'Le\u0302 Va\u0306n An'}",
        "{'name':'LÊ VĂN\\nAN'}",
        "https://lms/search?name=L%C3%AA+V%C4%83n+An",
        "<p>L&ecirc; V&#259;n&nbsp;An</p>",
        "{'post':'&lt;b&gt;L&amp;#xEA; V&amp;#x103;n An&lt;/b&gt;'}",
        "{'mail':'an%40mail.vn'}",
        "{'id':'https:\\/\\/lms\\/user\\/hv001'}",
        "{'page':'a%2540b','mail':'an%2540mail.vn'}"
      })
  void findsThemHoweverTheyAreWritten(String text) {
    assertThat(ofOne().areNamedIn(text.replace('\'', '"'))).isTrue();
    assertThat(ofOne().areNamedIn("{\"name\":\"L\\u00ea V\\u0103n Anh\"}")).isFalse();
  }

  /** As an older program hashed them: in small letters and otherwise as they were written. */
  @Test
  void knowsTombstonesOfAnOlderProgram() {
    String composed = "3c76d6d4a1362d5b429e7995c84475d5e5503f543945ee5e68018cd8694c4d6b";
    String apart = "07c83fb1679f9ea9ee8a0e315f7fdf45b574856c19efbe57e0769de93c121a3a";
    String octets = "10aa6a113db50011491dd53cc051b634d328bcef33312068e1d3302a24e2257e";
    String written = Normalizer.normalize("{\"name\":\"Lê Văn An\"}", Normalizer.Form.NFD);
    assertThat(NOBODY.hash(Tombstones.Kind.NAME, "Lê Văn An")).isEqualTo(composed);
    assertThat(NOBODY.and(List.of(composed)).areNamedIn(written)).isTrue();
    assertThat(NOBODY.and(List.of(apart)).areNamedIn(written)).isTrue();
    assertThat(NOBODY.and(List.of(octets)).areNamedIn("to an%40mail.vn")).isTrue();
  }

  @Test
  void anEventsIdIsReplacedByOneThatTellsNothing() {
    UUID event = UUID.fromString("2f1a9c3e-6b1d-5e0f-9a37-0d6c1b2e4f58");
    assertThat(NOBODY.inPlaceOf(event)).isEqualTo(NOBODY.inPlaceOf(event)).isNotEqualTo(event);
    assertThat(Tombstones.of(new byte[] {1}, Set.of()).inPlaceOf(event))
        .isNotEqualTo(NOBODY.inPlaceOf(event));
  }
}

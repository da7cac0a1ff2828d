package vn.chuyencan.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
}

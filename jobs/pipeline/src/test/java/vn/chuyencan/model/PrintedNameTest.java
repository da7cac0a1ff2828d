package vn.chuyencan.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A name is printed on a certificate as it is read: letters in their order, on one line. */
class PrintedNameTest {

  @Test
  void whatTurnsTheLettersOfANameIsLeftOut() {
    assertThat(PrintedName.of("Nguyễn \u202eAn\u202c")).isEqualTo("Nguyễn An");
    assertThat(PrintedName.of("\u2067Trần\u2069 Bình")).isEqualTo("Trần Bình");
    assertThat(PrintedName.of("\u202e")).isEmpty();
  }

  @Test
  void aNameHasOneLine() {
    assertThat(PrintedName.of("Lê\nAn")).isEqualTo("Lê An");
    assertThat(PrintedName.of("Lê\u0007\u2028An")).isEqualTo("Lê An");
  }

  @Test
  void namesInOtherScriptsStayAsTheyAre() {
    assertThat(PrintedName.of("مريم")).isEqualTo("مريم");
    assertThat(PrintedName.of("Trần  Bình")).isEqualTo("Trần  Bình");
  }
}

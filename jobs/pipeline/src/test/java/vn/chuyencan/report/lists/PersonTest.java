package vn.chuyencan.report.lists;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Whom lists for signature name. */
class PersonTest {

  @Test
  void aNameIsPrintedInTheOrderOfItsLetters() {
    assertThat(new Person("HV1", "Nguyễn \u202eAn\u202c").fullName()).isEqualTo("Nguyễn An");
  }
}

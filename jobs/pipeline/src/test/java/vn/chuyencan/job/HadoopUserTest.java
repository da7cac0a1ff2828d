package vn.chuyencan.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HadoopUserTest {

  @Test
  void onlyWhoHasNoNameIsGivenOne() {
    assertThat(HadoopUser.nameFor("an", null)).isNull();
    assertThat(HadoopUser.nameFor("an", "binh")).isNull();
    assertThat(HadoopUser.nameFor("?", null)).isEqualTo("chuyencan");
    assertThat(HadoopUser.nameFor("?", "binh")).isEqualTo("binh");
    assertThat(HadoopUser.nameFor(null, null)).isEqualTo("chuyencan");
  }
}

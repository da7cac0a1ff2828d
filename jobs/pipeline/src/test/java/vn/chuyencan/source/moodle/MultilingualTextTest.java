package vn.chuyencan.source.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Names that a site wrote in several languages, as Moodle's two filters for them read these. */
class MultilingualTextTest {
  private static final String VI = "<span lang=\"vi\" class=\"multilang\">Thống kê</span>";
  private static final String EN = "<span class=\"multilang\" lang=\"en\">Statistics</span>";

  @Test
  void theSpansOfMoodleItself() {
    assertThat(MoodleNames.clean(EN + " " + VI + " 1")).isEqualTo("Thống kê 1");
    assertThat(MoodleNames.clean("1. " + VI + EN)).isEqualTo("1. Thống kê");
    assertThat(MoodleNames.clean(EN + EN.replace("en", "fr"))).isEqualTo("Statistics");
  }

  @Test
  void onePassageAloneIsNoChoice() {
    assertThat(MoodleNames.clean(EN)).isEqualTo(EN);
  }

  @Test
  void theBracketsOfThePlugin() {
    assertThat(MoodleNames.clean("{mlang en}Statistics{mlang}{mlang vi}Thống kê{mlang} 1"))
        .isEqualTo("Thống kê 1");
    assertThat(MoodleNames.clean("{mlang other}Statistics{mlang}{mlang vi, fr}Thống kê{mlang}"))
        .isEqualTo("Thống kê");
    assertThat(MoodleNames.clean("{mlang fr}Statistique{mlang}{mlang other}Statistics{mlang}"))
        .isEqualTo("Statistics");
    assertThat(MoodleNames.clean("{mlang fr}Statistique{mlang}{mlang de}Statistik{mlang}"))
        .isEqualTo("Statistique");
    assertThat(MoodleNames.clean("{mlang}")).isEqualTo("{mlang}");
  }

  @Test
  void everythingElseStaysAsItIs() {
    String other = "a < b {c} <b>Thống kê</b>";
    assertThat(MoodleNames.clean(" " + other)).isEqualTo(other);
    assertThat(MoodleNames.clean("{mlang vi} {mlang}")).isNull();
  }
}

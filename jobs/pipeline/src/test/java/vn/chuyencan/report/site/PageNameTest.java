package vn.chuyencan.report.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PageNameTest {
  @Test
  void identifiersThatAreNamesStayNames() {
    assertThat(PageName.of("LHDN-2026-1")).isEqualTo("LHDN-2026-1");
  }

  @Test
  void noIdentifierLeavesTheFolderOrSharesAPage() {
    assertThat(PageName.of("../../etc/passwd")).matches("[A-Za-z0-9_-]+");
    assertThat(PageName.of("https://a.example/x?id=1"))
        .matches("[A-Za-z0-9_-]+")
        .isNotEqualTo(PageName.of("https://a.example/x?id=2"));
    assertThat(PageName.of("lớp")).isNotEqualTo(PageName.of("lờp"));
    assertThat(PageName.of("abc")).isNotEqualToIgnoringCase(PageName.of("ABC"));
    assertThat(PageName.of("")).isNotEmpty();
    assertThat(PageName.of("x".repeat(500))).hasSizeLessThan(80);
  }
}

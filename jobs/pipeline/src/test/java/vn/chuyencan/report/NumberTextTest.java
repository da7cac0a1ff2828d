package vn.chuyencan.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chuyencan.error.Language;

class NumberTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1126     | 540 | minute  | 1.126   | 1,126   | +586",
        "498      | 540 | minute  | 498     | 498     | −42",
        "539.99   | 540 | minute  | 539,99  | 539.99  | −0,01",
        "539.999999 | 540 | minute | 539,999999 | 539.999999 | −0,000001",
        "540      | 540 | minute  | 540     | 540     | 0",
        "540.04   | 540 | minute  | 540,0   | 540.0   | +0,04",
        "5.321428 | 5.0 | mark10  | 5,32    | 5.32    | +0,32",
        "4.96     | 5.0 | mark10  | 4,96    | 4.96    | −0,04",
        "4.999    | 5.0 | mark10  | 4,999   | 4.999   | −0,001",
        "7.36     | 5   | mark10  | 7,36    | 7.36    | +2,36",
        "6.1      | 5   | mark10  | 6,10    | 6.10    | +1,10",
        "78.571428 | 80 | percent | 78,6    | 78.6    | −1,4",
        "79.96    | 80  | percent | 79,96   | 79.96   | −0,04",
        "20       | 23  | exercise | 20     | 20      | −3",
        "12345678.5 | 0 | minute  | 12.345.678,5 | 12,345,678.5 | +12.345.678,5",
      })
  void asPeopleReadThem(
      BigDecimal value,
      BigDecimal threshold,
      String unit,
      String vietnamese,
      String english,
      String margin) {
    NumberText vi = new NumberText(Language.VI);
    NumberText en = new NumberText(Language.EN);
    assertThat(vi.value(value, threshold, unit)).isEqualTo(vietnamese);
    assertThat(en.value(value, threshold, unit)).isEqualTo(english);
    assertThat(vi.margin(value, threshold, unit)).isEqualTo(margin);
  }

  @ParameterizedTest
  @CsvSource({"540.000000, minute, 540", "5.000000, mark10, '5,0'", "2.5, minute, '2,5'"})
  void thresholds(BigDecimal threshold, String unit, String expected) {
    assertThat(new NumberText(Language.VI).threshold(threshold, unit)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "22, 28, 80, '78,6'",
    "6, 7, 70, '85,7'",
    "7, 10, 70, '70,0'",
    "6999, 10000, 70, '69,99'"
  })
  void shares(BigDecimal part, BigDecimal whole, BigDecimal asked, String expected) {
    assertThat(new NumberText(Language.VI).percent(part, whole, asked)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"42.000000, 42", "0.500000, '0,5'", "1000, 1.000"})
  void exactNumbers(BigDecimal number, String expected) {
    assertThat(new NumberText(Language.VI).exact(number)).isEqualTo(expected);
  }
}

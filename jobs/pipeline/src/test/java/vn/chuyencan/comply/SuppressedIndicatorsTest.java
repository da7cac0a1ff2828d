package vn.chuyencan.comply;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chuyencan.table.TableColumn;
import vn.chuyencan.table.TableContract;

/** What rules find names nobody, and tells of no one to four persons. */
class SuppressedIndicatorsTest {
  private static final List<String> NAMES =
      TableContract.of("compliance_indicator").columns().stream().map(TableColumn::name).toList();

  private static BigDecimal number(String text) {
    return text == null ? null : new BigDecimal(text).setScale(6);
  }

  private static Map<String, Object> shown(Map<String, Object> values) {
    Object[] row = NAMES.stream().map(values::get).toArray();
    Object[] before = row.clone();
    Object[] shown = SuppressedIndicators.rows(List.<Object[]>of(row)).get(0);
    assertThat(row).as("the office's row").isEqualTo(before);
    Map<String, Object> cells = new HashMap<>();
    NAMES.forEach(name -> cells.put(name, shown[NAMES.indexOf(name)]));
    return cells;
  }

  @ParameterizedTest
  @CsvSource({
    "ratio,15,20,0.75,true,as long as nothing tells of how many",
    "ratio,3,4,0.75,false,a share of four",
    "points,12,3,4,false,a mean of three answers",
    "ratio,0,0,,false,of nobody",
    "learners,,,4,false,four learners",
    "learners,,,5,true,five learners",
    "learners,,,0,true,nobody is no small count",
    ",,,3,false,the rule does not say of what",
    "cases,,,1,false,one person with two accounts",
    "documents,,,1,true,no persons"
  })
  void theValueStaysWhereItTellsNobody(
      String unit, String upper, String lower, String value, boolean stays, String why) {
    Map<String, Object> values = new HashMap<>();
    values.put("rule_id", "C28-9.3");
    values.put("unit", unit);
    values.put("numerator", number(upper));
    values.put("denominator", number(lower));
    values.put("value", number(value));
    values.put("status", "NOT_MET");
    values.put("detail", "HV001; HV002");

    Map<String, Object> cells = shown(values);
    assertThat(cells.get("value")).as(why).isEqualTo(stays ? number(value) : null);
    assertThat(cells).containsEntry("numerator", null).containsEntry("denominator", null);
    assertThat(cells).containsEntry("detail", null);
    assertThat(cells).containsEntry("rule_id", "C28-9.3").containsEntry("status", "NOT_MET");
  }

  @Test
  void boundsGoWhereTheyWouldTellTheCounts() {
    Map<String, Object> values = new HashMap<>();
    values.put("unit", "ratio");
    values.put("numerator", number("22"));
    values.put("denominator", number("24"));
    values.put("value", number("0.916667"));
    values.put("lower_bound", number("0.741508"));
    values.put("upper_bound", number("0.976842"));
    assertThat(shown(values))
        .containsEntry("value", number("0.916667"))
        .containsEntry("lower_bound", null)
        .containsEntry("upper_bound", null);

    values.put("numerator", number("12"));
    assertThat(shown(values)).containsEntry("lower_bound", number("0.741508"));
  }

  /** A rule that counts who answered says so, for its count goes by its unit. */
  @Test
  void answersOfATrialAreCountedInPersons() {
    assertThat(
            Regulations.all().stream()
                .flatMap(regulation -> regulation.rules().stream())
                .filter(rule -> rule.id().equals("Q3784-IV.B5"))
                .map(Regulation.Rule::unit))
        .containsExactly("persons");
  }
}

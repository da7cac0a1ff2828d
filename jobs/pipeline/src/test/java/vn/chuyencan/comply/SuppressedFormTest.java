package vn.chuyencan.comply;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.chuyencan.table.TableContract;

/** Small counts, sums over them and what balances with them leave a form; nothing else does. */
class SuppressedFormTest {
  private static final TableContract LEARNERS = TableContract.of("circular28_annex1_learner");
  private static final TableContract HEADCOUNT = TableContract.of("circular28_annex1_headcount");

  private static Object[] row(TableContract contract, Map<String, Object> values) {
    return contract.columns().stream().map(column -> values.get(column.name())).toArray();
  }

  private static FilledForm.Part part(int section, TableContract contract, Object[]... rows) {
    return new FilledForm.Part(
        Forms.named("circular28-annex1").orElseThrow().sections().get(section),
        Optional.of(contract),
        contract.columns().stream().map(column -> column.name()).toList(),
        new ArrayList<>(Arrays.asList(rows)),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static FilledForm form(FilledForm.Part... parts) {
    return new FilledForm(
        Forms.named("circular28-annex1").orElseThrow(),
        new ReportPeriod(2026, LocalDate.of(2026, 11, 2)),
        FilledForm.Scope.institution("Học viện"),
        List.of(parts),
        List.of());
  }

  private static Object value(TableContract contract, Object[] row, String column) {
    for (int place = 0; place < row.length; place++) {
      if (contract.columns().get(place).name().equals(column)) {
        return row[place];
      }
    }
    throw new IllegalArgumentException(column);
  }

  private static Object[] learners(String program, String line, int graduated, int stock) {
    return row(
        LEARNERS,
        Map.of(
            "line",
            line,
            "program_id",
            program,
            "quota",
            3,
            "graduated",
            graduated,
            "dismissed",
            0,
            "stock_31_12",
            stock,
            "stock_before",
            40,
            "moved_in",
            12));
  }

  @Test
  void aSmallCountAndTheSumOverItAreHiddenInItsProgrammeOnly() {
    FilledForm.Part learners =
        part(
            2,
            LEARNERS,
            learners("A", "ITEM", 4, 47),
            learners("A", "ITEM", 9, 27),
            learners("A", "SUM", 13, 74),
            learners("B", "ITEM", 7, 30),
            learners("B", "ITEM", 8, 20),
            learners("B", "SUM", 15, 50),
            learners("B", "NOTE", 2, 0));

    List<Object[]> rows = SuppressedForm.rows(form(learners)).get(0);

    assertThat(rows).as("words that tell a count are left out").hasSize(6);
    assertThat(rows.stream().map(row -> value(LEARNERS, row, "graduated")))
        .containsExactly(null, 9, null, 7, 8, 15);
    assertThat(rows.stream().map(row -> value(LEARNERS, row, "stock_31_12")))
        .containsExactly(47, 27, 74, 30, 20, 50);
    assertThat(rows.stream().map(row -> value(LEARNERS, row, "dismissed"))).containsOnly(0);
    assertThat(rows.stream().map(row -> value(LEARNERS, row, "quota")))
        .as("counts nobody")
        .containsOnly(3);
    assertThat(rows.stream().map(row -> value(LEARNERS, row, "stock_before")))
        .as("flows and stocks balance")
        .containsOnlyNulls();
    assertThat(value(LEARNERS, learners.rows().get(0), "graduated"))
        .as("the form itself stays complete")
        .isEqualTo(4);
  }

  @Test
  void theNumberOfAllLearnersIsHiddenWithAnyPartOfIt() {
    Object[] total = row(HEADCOUNT, Map.of("learners", 138, "lecturers_permanent", 12));
    FilledForm.Part headcount = part(4, HEADCOUNT, total);

    assertThat(SuppressedForm.rows(form(part(2, LEARNERS, learners("A", "ITEM", 0, 3)), headcount)))
        .last()
        .satisfies(
            rows -> {
              assertThat(value(HEADCOUNT, rows.get(0), "learners")).isNull();
              assertThat(value(HEADCOUNT, rows.get(0), "lecturers_permanent")).isEqualTo(12);
            });
    assertThat(SuppressedForm.rows(form(part(2, LEARNERS, learners("A", "ITEM", 0, 9)), headcount)))
        .last()
        .satisfies(rows -> assertThat(value(HEADCOUNT, rows.get(0), "learners")).isEqualTo(138));
  }
}

package vn.chuyencan.comply;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.chuyencan.comply.Form.PrintedColumn;
import vn.chuyencan.comply.Form.Section;
import vn.chuyencan.table.TableColumn;
import vn.chuyencan.table.TableContract;
import vn.chuyencan.table.Tables;

/** What holds of every form, whatever the registers say. */
class FormsTest {
  private static final List<String> REGISTERS =
      List.of(
          "program",
          "program_version",
          "program_course",
          "syllabus_activity",
          "decision",
          "site",
          "partner",
          "partner_contract",
          "quota",
          "cohort",
          "admission",
          "student_status",
          "teaching_assignment",
          "staff_contract",
          "software",
          "material");

  static Stream<Form> forms() {
    return Forms.all().stream();
  }

  @ParameterizedTest
  @MethodSource("forms")
  void everyFormNamesItsLawInBothLanguagesAndWhatItPrints(Form form) {
    assertThat(form.law()).isNotEmpty();
    assertThat(form.title().vi()).isNotBlank();
    assertThat(form.title().en()).isNotBlank();
    assertThat(Forms.named(form.id())).contains(form);
    for (Section section : form.sections()) {
      if (section.table() == null) {
        continue;
      }
      assertThat(Tables.requested()).contains(section.table());
      List<String> columns =
          TableContract.of(section.table()).columns().stream().map(TableColumn::name).toList();
      assertThat(columns)
          .containsAll(section.columns().stream().map(PrintedColumn::column).toList());
      assertThat(
              TableContract.of(section.table()).columns().stream()
                  .filter(TableColumn::nullable)
                  .map(TableColumn::name))
          .as("what nobody knows can be written: " + section.heading())
          .containsAll(section.without().values().stream().flatMap(List::stream).toList());
    }
  }

  @ParameterizedTest
  @MethodSource("forms")
  void noFormAsksTheClock(Form form) {
    Stream.concat(form.queries(), Forms.common().views().stream().map(Regulation.View::sql))
        .forEach(
            sql ->
                assertThat(sql.toUpperCase(Locale.ROOT))
                    .doesNotContainPattern(
                        "CURRENT_(DATE|TIME)|LOCALTIME|\\bNOW\\(|SYSDATE|\\bTODAY\\b|\\bRAND"));
  }

  /** Where nothing is there nothing is printed as a number, and who must supply it is told. */
  @ParameterizedTest
  @MethodSource("forms")
  void whereRegistersAreAbsentNothingIsCounted(Form form) {
    for (FilledForm filled : Facts.of(2026, "2026-12-15").fill(form.id())) {
      assertThat(filled.draft()).isFalse();
      for (FilledForm.Part part : filled.parts()) {
        for (Object[] row : part.rows()) {
          for (PrintedColumn column : part.section().columns()) {
            assertThat(row[part.column(column.column())]).isNull();
          }
        }
      }
      long tables =
          filled.parts().stream()
              .filter(part -> part.rows().isEmpty() && !part.absent().isEmpty())
              .count();
      assertThat(filled.issues()).hasSizeGreaterThanOrEqualTo(form.checks().size() + (int) tables);
      assertThat(filled.issues())
          .allSatisfy(issue -> assertThat(issue.detail()).matches("(?s).* / .*[:…(].*"));
    }
  }

  @ParameterizedTest
  @MethodSource("forms")
  void registersWithoutRowsMakeAReportWithoutRows(Form form) {
    Facts facts = Facts.of(2026, "2026-12-15");
    REGISTERS.forEach(register -> facts.with("reg." + register, ""));
    for (FilledForm filled : facts.fill(form.id())) {
      assertThat(filled.issues()).as(form.id()).isEmpty();
    }
  }

  /** What is not met must not read as if it were (X-NUM-3). */
  @ParameterizedTest
  @CsvSource({
    "30, '30 %', MET",
    "30.004, '30,004 %', NOT_MET",
    "29.996, '29,996 %', MET",
    "33.3333, '33,33 %', NOT_MET",
    "100, '100 %', NOT_MET"
  })
  void noShareIsRoundedOntoWhatIsDemanded(BigDecimal visiting, String printed, String status) {
    BigDecimal own = BigDecimal.valueOf(100).subtract(visiting);
    FilledForm form =
        Facts.of(2026, "2026-12-15")
            .with(
                "reg.program", "program_id,name,form,distance_since", "P,Từ xa,distance,2024-01-01")
            .with(
                "reg.program_version",
                "version_id,program_id,valid_from,total_credits,plan_months",
                "V,P,2024-01-01,120,48")
            .with("reg.program_course", "version_id,course_code,credits,year_plan", "V,A,3,1")
            .with(
                "reg.teaching_assignment",
                "assignment_id,year,term,program_id,course_code,staff_id,role,credits",
                "1,2026,HK1,P,A,G1,lecturer," + own,
                "2,2026,HK1,P,A,V1,lecturer," + visiting)
            .with(
                "reg.staff_contract",
                "staff_id,category,from,partner_id",
                "G1,permanent,2020-01-01,",
                "V1,visiting,2020-01-01,")
            .fillWith("C28-5.7b", "compliance")
            .get(0);
    FilledForm.Part all = form.parts().get(form.parts().size() - 1);
    assertThat(
            all.rows().stream()
                .map(row -> List.of(row[all.column("measured")], row[all.column("status")])))
        .containsExactly(List.of(printed, status));
  }

  /** Handed in before the year is over, the figures are those of 15 December (R5). */
  @ParameterizedTest
  @CsvSource({
    "2026-11-20, 2026-11-20",
    "2026-12-15, 2026-12-15",
    "2026-12-16, 2026-12-15",
    "2026-12-30, 2026-12-15",
    "2026-12-31, 2026-12-31",
    "2027-01-10, 2027-01-10"
  })
  void theLastDayThatCounts(LocalDate today, LocalDate counted) {
    Form form = Forms.named("circular28-annex1").orElseThrow();
    assertThat(form.lastDay(2026, today)).isEqualTo(counted);
    assertThat(new ReportPeriod(2026, form.lastDay(2026, today)).complete())
        .isEqualTo(!today.isBefore(LocalDate.of(2026, 12, 31)));
  }

  @Test
  void aFormWithoutACutOffIsOfTheDayAsked() {
    Form form = Forms.named("circular28-14-5b").orElseThrow();
    LocalDate day = LocalDate.of(2026, 12, 20);
    assertThat(form.lastDay(2026, day)).isEqualTo(day);
  }
}

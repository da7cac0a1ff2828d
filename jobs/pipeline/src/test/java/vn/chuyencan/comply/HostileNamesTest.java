package vn.chuyencan.comply;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names from courses and registers are values to the database, whatever they say. */
class HostileNamesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'); DROP TABLE reg.course_run; --",
        "' OR '1'='1",
        "x\"; SHUTDOWN; --",
        "\\'; CALL FILE_WRITE('a','/tmp/a'); --",
        "?1 {d '2026-01-01'} $$ :name"
      })
  void areOnlyValues(String name) {
    ReportPeriod period = new ReportPeriod(2026, LocalDate.of(2026, 12, 31));
    EvidenceTable table =
        new EvidenceTable(
            EvidenceTable.Origin.REGISTER,
            "course_run",
            List.of(
                new EvidenceTable.Column("course_id", EvidenceTable.ColumnKind.TEXT),
                new EvidenceTable.Column("title", EvidenceTable.ColumnKind.TEXT)),
            List.of(new Object[] {name, name}, new Object[] {"L1", "An"}));
    try (EvidenceBase base = EvidenceBase.of(period)) {
      base.add(table);

      assertThat(base.rows("SELECT title FROM reg.course_run WHERE course_id <> 'L1'"))
          .containsExactly(Map.of("title", name));
      assertThat(base.rows("SELECT count(*) AS n FROM reg.course_run"))
          .containsExactly(Map.of("n", BigDecimal.valueOf(2)));
    }
  }
}

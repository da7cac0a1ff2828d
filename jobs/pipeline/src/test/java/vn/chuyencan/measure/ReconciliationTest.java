package vn.chuyencan.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.chuyencan.model.TraceForm;

class ReconciliationTest {
  private static final String SITE = "https://lms.example";
  private static final Witnesses.Witness DATABASE = new Witnesses.Witness(SITE, TraceForm.DATABASE);
  private static final Witnesses.Witness STATEMENTS =
      new Witnesses.Witness(SITE, TraceForm.STATEMENTS);
  private static final Map<String, List<TraceForm>> FORMS =
      Map.of(SITE, List.of(TraceForm.DATABASE, TraceForm.STATEMENTS));

  @Test
  void anActMatchesAsOftenAsBothTellOfIt() {
    Reconciliation reconciliation = new Reconciliation();
    // Within one second, whatever its fraction.
    reconciliation.add(DATABASE, 20_700, 7, 1, 5_000_000);
    reconciliation.add(DATABASE, 20_700, 7, 1, 5_000_000);
    reconciliation.add(STATEMENTS, 20_700, 7, 1, 5_999_999);
    // Another second, another person, another course: no match.
    reconciliation.add(STATEMENTS, 20_700, 7, 1, 6_000_000);
    reconciliation.add(STATEMENTS, 20_700, 7, 2, 5_000_000);
    reconciliation.add(STATEMENTS, 20_700, 8, 1, 5_000_000);

    assertThat(reconciliation.rows(FORMS, Map.of(7L, "c7", 8L, "c8")))
        .extracting("course_iri", "form", "other_form", "acts", "matched", "only_here")
        .containsExactly(
            tuple("c7", "database", "statements", 2L, 1L, 1L),
            tuple("c7", "statements", "database", 3L, 1L, 2L),
            tuple("c8", "database", "statements", 0L, 0L, 0L),
            tuple("c8", "statements", "database", 1L, 0L, 1L));
  }
}

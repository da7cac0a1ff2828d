package vn.chuyencan.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.chuyencan.model.ChangeCause;
import vn.chuyencan.table.TableContract;
import vn.chuyencan.table.Tables;

/** What makes a night measure everything again. */
class MeasureDependenceTest {
  private static MeasureDependence by(String program) {
    return new MeasureDependence("digest", "Asia/Ho_Chi_Minh|hvsp|", program);
  }

  @Test
  void aTextTellsWhatItWasMadeOf() {
    MeasureDependence now = by(MeasureDependence.program("0.1.0"));
    assertThat(MeasureDependence.of(now.text())).isEqualTo(now);
    assertThat(ComparisonStep.changed(now, MeasureDependence.of(now.text()))).isEmpty();
  }

  @Test
  void columnsThatMeanSomethingElseAreAnotherProgram() {
    String program = MeasureDependence.program("0.1.0");
    String version = TableContract.of(Tables.LEARNER_WEEK).version().toString();
    assertThat(program).startsWith("0.1.0 ").contains(version);
    for (String before : new String[] {"0.1.0", program.replace(version, "1-0-0")}) {
      assertThat(ComparisonStep.changed(by(before), by(program)))
          .as(before)
          .containsExactly(ChangeCause.PROGRAM);
    }
  }
}

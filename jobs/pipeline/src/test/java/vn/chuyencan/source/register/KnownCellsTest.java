package vn.chuyencan.source.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.chuyencan.error.Fault;
import vn.chuyencan.model.RegisterName;

/** Rows are judged as if each stood alone, whatever was judged before it. */
class KnownCellsTest {
  private static final List<String> CELLS =
      List.of("", "A-1", "hai chữ", "learner", "lecturer", "2026-09-07", "2026-13-01", "7", "-1");

  @ParameterizedTest
  @EnumSource(
      value = RegisterName.class,
      names = {"ENROLMENT", "LEARNER", "COURSE_RUN", "GRADE"})
  void aRowIsJudgedAsIfItStoodAlone(RegisterName register) {
    RegisterSchema schema = RegisterSchema.of(register);
    String header = String.join(",", schema.columns()) + "\n";
    Random random = new Random(2026);
    List<String> rows = new ArrayList<>();
    for (int row = 0; row < 400; row++) {
      List<String> cells = new ArrayList<>();
      for (String column : schema.columns()) {
        // Mostly what the schema gives as an example, so that rows without a fault are among them.
        String example = schema.example(column).contains(",") ? "" : schema.example(column);
        cells.add(random.nextInt(12) == 0 ? CELLS.get(random.nextInt(CELLS.size())) : example);
      }
      rows.add(String.join(",", cells) + "\n");
    }

    List<Fault> together = RowCheck.faults(file(register, header + String.join("", rows)));

    List<Fault> alone = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      // On the line on which it stands among the others.
      alone.addAll(RowCheck.faults(file(register, header + "\n".repeat(row) + rows.get(row))));
    }
    assertThat(together).isEqualTo(alone).isNotEmpty();
    assertThat(together.stream().map(Fault::line).distinct().count()).isLessThan(rows.size());
  }

  private static RegisterFile file(RegisterName register, String text) {
    return RegisterFile.of(
        register, register.code() + ".csv", text.getBytes(StandardCharsets.UTF_8));
  }
}

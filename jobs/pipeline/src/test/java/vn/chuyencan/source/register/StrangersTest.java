package vn.chuyencan.source.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.model.CourseRun;
import vn.chuyencan.model.Enrolment;
import vn.chuyencan.model.RegisterName;
import vn.chuyencan.model.Registers;
import vn.chuyencan.model.Role;

/** Rows that name what only a source could know, and none knows. */
class StrangersTest {
  private static final LocalDate DAY = LocalDate.of(2026, 9, 7);
  private static final String HEADER =
      "correction_id,kind,course_id,learner_id,course_week,author,corrected_on,reason\n";
  private static final String REST = ",1,GV01,2026-10-01,Ốm\n";

  private static final Registers KNOWN =
      Registers.builder()
          .add(
              new CourseRun(
                  "L1", "Lớp", "https://l.example/1", DAY, DAY.plusDays(20), null, Set.of(), null),
              new Enrolment("L1", "HV1", Role.LEARNER, null, null))
          .build();

  @TempDir private Path folder;

  private List<Fault> strangers(String rows, Registers known) throws IOException {
    Files.writeString(folder.resolve("correction.csv"), HEADER + rows);
    return RegisterReader.strangers(folder, () -> known);
  }

  @Test
  void anUnknownRunAndAnUnknownLearnerAreTold() throws IOException {
    String rows = "A,excuse,L1,HV1" + REST + "B,excuse,L2,HV1" + REST + "C,excuse,L1,HV9" + REST;

    List<Fault> told = strangers(rows, KNOWN);

    assertThat(told)
        .allMatch(fault -> fault.code() == ErrorCode.REGISTER_REFERENCE_UNKNOWN)
        .extracting(Fault::line, Fault::column)
        .containsExactly(tuple(3, "course_id"), tuple(3, "learner_id"), tuple(4, "learner_id"));
    assertThat(told.get(2).arguments()).contains("L1 · HV9", "enrolment.csv");
  }

  @Test
  void nothingIsAskedOfWhatNobodyTells() throws IOException {
    String row = "B,excuse,L2,HV1" + REST;
    assertThat(strangers(row, Registers.NONE)).isEmpty();
    Registers noRuns = Registers.builder().present(RegisterName.COURSE_RUN).build();
    assertThat(strangers(row, noRuns)).extracting(Fault::column).containsExactly("course_id");
  }

  /** What the institution keeps itself is a fault and is told as one. */
  @Test
  void ownRegistersAreNotComparedTwice() throws IOException {
    Files.writeString(
        folder.resolve("course_run.csv"),
        "course_id,title,iri,opens_on,closes_on\nL1,Lớp,https://l.example/1,2026-09-07,2026-10-01\n");
    assertThat(strangers("A,excuse,L1,HV1" + REST, KNOWN)).isEmpty();
    Files.writeString(folder.resolve("correction.csv"), HEADER);
    assertThat(
            RegisterReader.strangers(
                folder,
                () -> {
                  throw new AssertionError("no row depends on a source");
                }))
        .isEmpty();
  }
}

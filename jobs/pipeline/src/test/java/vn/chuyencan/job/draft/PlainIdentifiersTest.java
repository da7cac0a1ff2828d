package vn.chuyencan.job.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.chuyencan.model.CourseRun;
import vn.chuyencan.model.Enrolment;
import vn.chuyencan.model.GroupMember;
import vn.chuyencan.model.Learner;
import vn.chuyencan.model.OpenPoint;
import vn.chuyencan.model.RegisterDraft;
import vn.chuyencan.model.Registers;
import vn.chuyencan.model.Role;

class PlainIdentifiersTest {
  private static CourseRun run(String courseId, int number) {
    return new CourseRun(
        courseId,
        "Lớp",
        "https://lms.example/course/view.php?id=" + number,
        LocalDate.of(2026, 9, 7),
        LocalDate.of(2026, 10, 11),
        null,
        Set.of(),
        null);
  }

  @Test
  void spacesGoEverywhereAndNamesStayApart() {
    Registers registers =
        Registers.builder()
            .add(run("Lớp 1 A", 1), run("Lớp_1_A", 2), new Learner("hv 1", "An", null))
            .add(new Enrolment("Lớp 1 A", "hv 1", Role.LEARNER, null, null))
            .add(new GroupMember("Lớp 1 A", "Nhóm 1", "hv 1"))
            .build();

    RegisterDraft plain =
        PlainIdentifiers.of(
            new RegisterDraft(registers, Map.of("Lớp 1 A", Set.of("closes_on")), List.of()));

    assertThat(plain.registers())
        .isEqualTo(
            Registers.builder()
                .add(run("Lớp_1_A_2", 1), run("Lớp_1_A", 2), new Learner("hv_1", "An", null))
                .add(new Enrolment("Lớp_1_A_2", "hv_1", Role.LEARNER, null, null))
                .add(new GroupMember("Lớp_1_A_2", "Nhóm_1", "hv_1"))
                .build());
    assertThat(plain.unknownDays()).containsOnlyKeys("Lớp_1_A_2");
    assertThat(plain.points())
        .contains(OpenPoint.of(OpenPoint.Topic.RENAMED, "course_id", "Lớp 1 A", "Lớp_1_A_2"))
        .hasSize(3);
  }

  @Test
  void plainOnesStayAsTheyAre() {
    RegisterDraft draft = RegisterDraft.of(Registers.builder().add(run("L1", 1)).build());

    assertThat(PlainIdentifiers.of(draft)).isSameAs(draft);
  }
}

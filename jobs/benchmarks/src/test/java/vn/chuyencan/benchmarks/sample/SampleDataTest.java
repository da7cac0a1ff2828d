package vn.chuyencan.benchmarks.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chuyencan.model.Learner;
import vn.chuyencan.model.Registers;
import vn.chuyencan.model.Role;
import vn.chuyencan.model.Tombstones;
import vn.chuyencan.source.register.RegisterReader;

class SampleDataTest {
  private static final String ASSESSMENT = "https://hoctap.hvsp.example/course/view.php?id=22";
  private static final String FLIPPED = "https://hoctap.hvsp.example/course/view.php?id=21";

  private static Map<String, byte[]> files;
  private static Reading reading;
  @TempDir private static Path directory;

  @BeforeAll
  static void generate() throws IOException {
    files = SampleData.generate();
    reading = new Reading(files);
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      if (file.getKey().contains("registers/")) {
        Path path = directory.resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.write(path, file.getValue());
      }
    }
  }

  @Test
  void theRepositoryHoldsWhatTheGeneratorMakes() throws IOException {
    assertThat(SampleData.differences(Path.of("..", "..", "sample-data"))).isEmpty();
  }

  @Test
  void twoGenerationsAreTheSame() {
    Map<String, byte[]> again = SampleData.generate();
    assertThat(again.keySet()).isEqualTo(files.keySet());
    again.forEach((path, bytes) -> assertThat(bytes).as(path).isEqualTo(files.get(path)));
  }

  @Test
  void aChangedMissingOrSurplusFileIsTold(@TempDir Path copy) throws IOException {
    SampleData.main(new String[] {copy.toString()});
    assertThat(SampleData.differences(copy)).isEmpty();
    Files.writeString(copy.resolve("registers/learner.csv"), "x");
    Files.delete(copy.resolve("registers/identity.csv"));
    Files.writeString(copy.resolve("statements/other.ndjson"), "");
    assertThat(SampleData.differences(copy))
        .containsExactly(
            "missing registers/identity.csv",
            "differs registers/learner.csv",
            "surplus statements/other.ndjson");
  }

  @Test
  void theRegistersHaveNoFault() {
    Registers registers = RegisterReader.read(directory.resolve("registers"));
    assertThat(registers.present()).hasSize(16);
    // 60 in the course runs, 100 others at a distance, 14 regular ones, two lecturers.
    assertThat(registers.learners()).hasSize(176);
    assertThat(RegisterReader.check(directory.resolve("registers"))).isEmpty();
    assertThat(RegisterReader.institution(directory.resolve("registers"), Tombstones.NONE))
        .hasSize(41);
    assertThat(
            registers.enrolments().stream()
                .filter(enrolment -> enrolment.role() == Role.LEARNER)
                .map(enrolment -> enrolment.learnerId())
                .collect(Collectors.toSet()))
        .hasSize(60);
    assertThat(
            registers.learners().stream()
                .filter(learner -> learner.fullName().equals("Nguyễn Thu Hà"))
                .map(Learner::learnerId))
        .containsExactly("HV004", "HV025");
    assertThat(registers.courseRun("LHDN-2026-1").orElseThrow().weeks().weeks()).hasSize(5);
    assertThat(registers.courseRun("DGHT-2026-1").orElseThrow().weeks().weeks()).hasSize(6);
  }

  @Test
  void theSchoolsRegistersHaveNoFault() {
    Path school = directory.resolve("school/registers");
    assertThat(RegisterReader.check(school)).isEmpty();
    Registers registers = RegisterReader.read(school);
    assertThat(registers.learners()).as("16 pupils, 3 teachers").hasSize(19);
    assertThat(
            RegisterReader.institution(school, Tombstones.NONE).keySet().stream()
                .map(each -> each.code()))
        .doesNotContain("inventory", "staff")
        .contains("lesson_plan", "person_number");
  }

  @Test
  void theStatementsHoldTheirTroubles() {
    assertThat(reading.unreadable()).isEqualTo(4);
    assertThat(reading.duplicates()).isEqualTo(420);
    assertThat(reading.conflicts()).isEqualTo(1);
    assertThat(reading.voided()).isEqualTo(1);
    assertThat(reading.records()).isBetween(3_000, 10_000);
    assertThat(reading.acts())
        .filteredOn(act -> act.learner() == null)
        .allMatch(act -> act.statement().at("/actor/account/name").asText().equals("999"))
        .hasSize(6);
  }

  @Test
  void someLearnerIsActiveOnEveryDay() {
    everyDay(FLIPPED, LocalDate.of(2026, 9, 7), LocalDate.of(2026, 10, 11));
    everyDay(ASSESSMENT, LocalDate.of(2026, 9, 14), LocalDate.of(2026, 11, 1));
  }

  private static void everyDay(String course, LocalDate opens, LocalDate closes) {
    Set<LocalDate> days = new TreeSet<>();
    reading.acts().stream()
        .filter(act -> act.course().equals(course))
        .filter(act -> act.learner() != null && act.learner().startsWith("HV"))
        .forEach(act -> days.add(act.day()));
    assertThat(days).containsAll(opens.datesUntil(closes.plusDays(1)).toList());
  }

  @Test
  void theEdgesAreWhatTheySay() {
    assertThat(reading.acts("HV013", FLIPPED)).isEmpty();
    assertThat(minutes("HV015", 15)).isEqualTo(505);
    assertThat(minutes("HV015", 30)).isEqualTo(545);
    assertThat(minutes("HV019", 30)).isEqualTo(1130);
    LocalDate closing = LocalDate.of(2026, 10, 11);
    assertThat(
            Reading.sessions(
                    reading.acts("HV014", FLIPPED).stream()
                        .filter(act -> !act.day().isAfter(closing))
                        .toList(),
                    Duration.ofMinutes(30))
                .total())
        .isEqualTo(Duration.ofMinutes(410));
    assertThat(reading.acts("HV038", ASSESSMENT))
        .allMatch(act -> act.day().isBefore(LocalDate.of(2026, 9, 28)));
  }

  @Test
  void everythingIsOverBeforeTheDayOfTheDemo() {
    assertThat(reading.acts()).allMatch(act -> act.day().isBefore(LocalDate.of(2026, 11, 2)));
  }

  private static long minutes(String learner, int gap) {
    return Reading.sessions(reading.acts(learner, FLIPPED), Duration.ofMinutes(gap))
        .total()
        .toMinutes();
  }

  @Test
  void noFileIsLarge() throws IOException {
    files.forEach(
        (path, bytes) -> {
          if (!path.endsWith(".gz")) {
            assertThat(bytes.length).as(path).isLessThan(500_000);
          }
        });
  }
}

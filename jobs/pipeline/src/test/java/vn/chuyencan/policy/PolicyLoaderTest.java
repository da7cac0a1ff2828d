package vn.chuyencan.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.Language;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.model.Fraction;

class PolicyLoaderTest {
  /** Line 1 is the id; every test changes one line of it. */
  private static final String SMALL =
      """
      id: small
      version: 1
      title: {vi: Nhỏ, en: Small}
      in_force: {from: 2026-01-01, to: 2026-12-31}
      parameters: {least: 10}
      reasons:
        why: {vi: vì sao, en: why}
      certificates:
        - id: pass
          title: {vi: Đạt, en: Pass}
          criteria:
            - id: A
              kind: at_least
              law: {id: L.1, citation: ít nhất mười}
              label: {vi: Phút, en: Minutes}
              measure: minutes
              threshold: $least
              unit: minute
            - id: B
              kind: share_of
              law: {id: L.2, citation: một nửa}
              label: {vi: Bài, en: Exercises}
              part: exercises_completed
              of: exercises
              percent: 50
              unit: exercise
            - id: C
              kind: review_when
              law: {id: L.3, citation: có thể xem xét}
              label: {vi: Xem xét, en: Review}
              fails: A
              requires: [B]
              reason: why
      """;

  @Test
  void readsTheBundledPolicy() {
    Policy policy = PolicyLoader.load("flipped-classroom");
    assertThat(policy.id()).isEqualTo("flipped-classroom");
    assertThat(policy.version()).isEqualTo("1.3.1");
    assertThat(policy.hash()).matches("[0-9a-f]{64}");
    assertThat(policy.certificates())
        .extracting(Policy.Certificate::id)
        .containsExactly("overall", "theory", "practice");
    assertThat(policy.parameters())
        .containsEntry("bu_mode", "auto")
        .containsEntry("minutes_required", "540")
        .containsEntry("minutes_to_compensate", "1080")
        .containsEntry("accesses_each_week", "2")
        .containsEntry("time_band", "minutes_15 minutes_30 minutes_60")
        .containsEntry("overall_time_considered", "false");
    assertThat(policy.title().in(Language.VI)).contains("lớp học đảo ngược");
    assertThat(policy.title().in(Language.EN)).contains("flipped classroom");
    assertThat(policy.inForceOn(LocalDate.of(2026, 11, 21))).isTrue();
    assertThat(PolicyLoader.bundledNames())
        .containsExactly(
            "flipped-classroom", "university-course", "university-term", "university-graduation");
  }

  @Test
  void readsAParameterWhereItIsNamed() {
    Policy policy = PolicyLoader.fromText("p.yaml", SMALL);
    Criterion.AtLeast first =
        (Criterion.AtLeast) policy.certificate("pass").orElseThrow().criteria().get(0);
    assertThat(first.threshold()).isEqualTo(Fraction.of(10));
    assertThat(first.header().law().citation()).isEqualTo("ít nhất mười");
    assertThat(policy.certificate("fail")).isEmpty();
  }

  @Test
  void theHashIsThatOfTheContent() {
    String hash = PolicyLoader.fromText("p.yaml", SMALL).hash();
    String otherLayout =
        "# a comment\n"
            + SMALL
                .replace("version: 1\n", "version: 1.0\n")
                .replace("{vi: Nhỏ, en: Small}", "{en: \"Small\", vi: Nhỏ}");
    assertThat(PolicyLoader.fromText("q.yaml", otherLayout).hash()).isEqualTo(hash);
    assertThat(PolicyLoader.fromText("p.yaml", SMALL.replace("least: 10", "least: 11")).hash())
        .isNotEqualTo(hash);
    for (String[] change :
        new String[][] {
          {"percent: 50", "percent: 0"},
          {"en: Minutes", "en: Time"},
          {"requires: [B]", "requires: [B, B]"},
          {"why: {vi", "whi: {vi"}
        }) {
      String text =
          SMALL
              .replace(change[0], change[1])
              .replace("reason: why", "reason: " + (change[1].startsWith("whi") ? "whi" : "why"));
      assertThat(PolicyLoader.fromText("p.yaml", text).hash()).as(change[1]).isNotEqualTo(hash);
    }
  }

  @Test
  void isInForceFromItsFirstToItsLastDay() {
    Policy policy = PolicyLoader.fromText("p.yaml", SMALL);
    assertThat(policy.inForceOn(LocalDate.of(2025, 12, 31))).isFalse();
    assertThat(policy.inForceOn(LocalDate.of(2026, 1, 1))).isTrue();
    assertThat(policy.inForceOn(LocalDate.of(2026, 12, 31))).isTrue();
    assertThat(policy.inForceOn(LocalDate.of(2027, 1, 1))).isFalse();
    assertThat(PolicyLoader.faultsOfVersions(List.of(policy), LocalDate.of(2026, 1, 1))).isEmpty();
    assertThat(PolicyLoader.faultsOfVersions(List.of(policy), LocalDate.of(2027, 1, 1))).isEmpty();
    Fault fault = PolicyLoader.faultsOfVersions(List.of(policy), LocalDate.of(2025, 12, 31)).get(0);
    assertThat(fault.code()).isEqualTo(ErrorCode.POLICY_NOT_IN_FORCE);
    assertThat(fault.message(Language.EN))
        .isEqualTo(
            "E3208: the policy small is in force from 2026-01-01 to 2026-12-31, not on"
                + " 2025-12-31. Add a version that is, or correct in_force.");
    assertThat(fault.message(Language.VI))
        .isEqualTo(
            "E3208: bộ quy tắc small có hiệu lực từ 2026-01-01 đến 2026-12-31, không gồm"
                + " 2025-12-31. Hãy thêm một phiên bản có hiệu lực, hoặc sửa in_force.");
  }

  /** One version after the other decides, each in the runs that open under it. */
  @Test
  void versionsOfAPolicyMayFollowEachOtherAndNotMeet() {
    Policy first = PolicyLoader.fromText("p.yaml", SMALL);
    String later = SMALL.replace("version: 1", "version: 2").replace(", to: 2026-12-31", "");
    Policy second =
        PolicyLoader.fromText("q.yaml", later.replace("from: 2026-01-01", "from: 2027-01-01"));
    LocalDate day = LocalDate.of(2027, 6, 1);
    assertThat(PolicyLoader.faultsOfVersions(List.of(second, first), day)).isEmpty();
    assertThat(first.decidesIn(LocalDate.of(2026, 12, 31), List.of())).isTrue();
    assertThat(second.decidesIn(LocalDate.of(2026, 12, 31), List.of())).isFalse();
    assertThat(second.decidesIn(LocalDate.of(2027, 1, 1), List.of("small", "other"))).isTrue();
    assertThat(second.decidesIn(LocalDate.of(2027, 1, 1), List.of("other"))).isFalse();
    Policy overlapping =
        PolicyLoader.fromText("q.yaml", later.replace("from: 2026-01-01", "from: 2026-12-31"));
    Fault fault = PolicyLoader.faultsOfVersions(List.of(first, overlapping), day).get(0);
    assertThat(fault.message(Language.EN))
        .isEqualTo(
            "E3211: the policy small stands in the configuration in the versions 1 and 2, and both"
                + " are in force on 2026-12-31. Give the earlier one its last day (in_force.to), or"
                + " leave one out.");
    assertThat(fault.message(Language.VI)).startsWith("E3211: bộ quy tắc small");
  }

  @Test
  void readsAFile(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("p.yaml"), "\uFEFF" + SMALL);
    assertThat(PolicyLoader.load(file.toString()).id()).isEqualTo("small");
  }

  @Test
  void refusesAFileThatIsNotThere() {
    Fault fault = onlyFault(() -> PolicyLoader.load("none.yaml"));
    assertThat(fault.code()).isEqualTo(ErrorCode.POLICY_NOT_FOUND);
    assertThat(fault.message(Language.EN))
        .isEqualTo(
            "E3200: there is no policy none.yaml. Bundled policies: flipped-classroom,"
                + " university-course, university-term, university-graduation; otherwise give the"
                + " path of a file.");
    assertThat(fault.message(Language.VI))
        .isEqualTo(
            "E3200: không có bộ quy tắc none.yaml. Các bộ kèm sẵn: flipped-classroom,"
                + " university-course, university-term, university-graduation; nếu không, hãy ghi"
                + " đường dẫn tệp.");
  }

  @Test
  void refusesAFileThatIsNotUtf8(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("p.yaml"), "id: lớp".getBytes(StandardCharsets.UTF_16));
    Fault fault = onlyFault(() -> PolicyLoader.load(file.toString()));
    assertThat(fault.message(Language.EN))
        .endsWith("p.yaml: this is not YAML: UTF-8. Correct the file there.");
    assertThat(fault.message(Language.VI))
        .endsWith("p.yaml: không phải YAML: UTF-8. Hãy sửa tệp ở chỗ đó.");
  }

  static List<Arguments> faults() {
    return List.of(
        fault("id: small", "id: a b", 1, "E3204 p.yaml:1 [id]: a b", "A–Z a–z 0–9 . _ -"),
        fault("id: small\n", "", 1, "E3203 p.yaml:1 [id]: ", "id: FC-LT.2"),
        fault("version: 1\n", "version: [1]\n", 2, "E3204 p.yaml:2 [version]: [1] ", "\"…\""),
        fault("version: 1\n", "versio: 1\n", 1, "E3203 p.yaml:1 [version]: ", "version: 1.0.0"),
        fault(
            "version: 1\n",
            "version: 1\nversio: 1\n",
            3,
            "E3202 p.yaml:3 [versio]: ",
            "id, version, title"),
        fault("en: Small", "fr: Petit", 3, "E3203 p.yaml:3 [title.en]: ", "en: …"),
        fault(
            "title: {vi: Nhỏ, en: Small}", "title: Nhỏ", 3, "E3204 p.yaml:3 [title]: Nhỏ ", "{…}"),
        fault(
            "from: 2026-01-01",
            "from: 1/1/2026",
            4,
            "E3204 p.yaml:4 [in_force.from]: 1/1/2026 ",
            "2026-09-07"),
        fault(
            "to: 2026-12-31",
            "to: 2025-12-31",
            4,
            "E3204 p.yaml:4 [in_force.to]: 2025-12-31 ",
            "≥ 2026-01-01"),
        fault("from: 2026-01-01, ", "", 4, "E3203 p.yaml:4 [in_force.from]: ", "from: 2026-09-07"),
        fault(
            "{from: 2026",
            "{form: 1, from: 2026",
            4,
            "E3202 p.yaml:4 [in_force.form]: ",
            "from, to"),
        fault(
            "  - id: pass",
            "  - name: x\n    id: pass",
            9,
            "E3202 p.yaml:9 [certificates[0].name]: ",
            "id, title, hours, criteria"),
        fault(
            "$least",
            "$most",
            17,
            "E3204 p.yaml:17 [certificates[0].criteria[0].threshold]: $most ",
            "$least"),
        fault(
            "$least",
            "ten",
            17,
            "E3204 p.yaml:17 [certificates[0].criteria[0].threshold]: ten ",
            "540"),
        fault(
            "threshold: $least\n        ",
            "",
            12,
            "E3203 p.yaml:12 [certificates[0].criteria[0].threshold]: ",
            "threshold: 540"),
        fault(
            "measure: minutes",
            "measure: hours",
            16,
            "E3205 p.yaml:16 [certificates[0].criteria[0].measure]: ",
            "minutes_15"),
        fault(
            "measure: minutes",
            "measure: posts_by_forum",
            16,
            "E3204 p.yaml:16 [certificates[0].criteria[0].measure]: posts_by_forum ",
            "minutes_15"),
        fault(
            "unit: minute",
            "unit: hour",
            18,
            "E3204 p.yaml:18 [certificates[0].criteria[0].unit]: hour ",
            "access | artefact"),
        fault(
            "kind: share_of",
            "kind: share",
            20,
            "E3204 p.yaml:20 [certificates[0].criteria[1].kind]: share ",
            "at_least | "),
        fault(
            "percent: 50",
            "percent: 101",
            25,
            "E3204 p.yaml:25 [certificates[0].criteria[1].percent]: 101 ",
            "0 … 100"),
        fault(
            "percent: 50",
            "percent: -1",
            25,
            "E3204 p.yaml:25 [certificates[0].criteria[1].percent]: -1 ",
            "0 … 100"),
        fault("id: B", "id: A", 19, "E3206 p.yaml:19 [certificates[0].criteria[1].id]: ", "12"),
        fault(
            "fails: A",
            "fails: Z",
            31,
            "E3207 p.yaml:31 [certificates[0].criteria[2].fails]: ",
            "Z"),
        fault(
            "requires: [B]",
            "requires: [C]",
            32,
            "E3207 p.yaml:32 [certificates[0].criteria[2].requires]: ",
            "C"),
        fault(
            "requires: [B]",
            "requires: []",
            32,
            "E3204 p.yaml:32 [certificates[0].criteria[2].requires]: [] ",
            "[FC-LT.2, FC-LT.3]"),
        fault(
            "reason: why",
            "reason: how",
            33,
            "E3204 p.yaml:33 [certificates[0].criteria[2].reason]: how ",
            "why"),
        fault(
            "      reason: why\n",
            "",
            27,
            "E3203 p.yaml:27 [certificates[0].criteria[2].reason]: ",
            "reason: why"),
        fault(
            "law: {id: L.1, citation: ít nhất mười}",
            "law: {id: L.1}",
            14,
            "E3203 p.yaml:14 [certificates[0].criteria[0].law.citation]: ",
            "citation: …"),
        fault("version: 1\n", "version: 1\nversion: 2\n", 3, "E3201 p.yaml:3: ", "version × 2 (2)"),
        fault(
            "version: 1\n",
            "version: [1\n",
            3,
            "E3201 p.yaml:3: ",
            "while parsing a flow sequence"),
        fault("version: 1\n", "version: &a [*a]\n", 2, "E3201 p.yaml:2: ", "*/version/0"));
  }

  private static Arguments fault(String from, String to, int line, String start, String holds) {
    return Arguments.of(from, to, line, start, holds);
  }

  @ParameterizedTest
  @MethodSource("faults")
  void refusesEachFaultWithItsLine(String from, String to, int line, String start, String holds) {
    assertThat(SMALL).contains(from);
    String text = SMALL.replace(from, to);
    List<Fault> faults = faultsOf(() -> PolicyLoader.fromText("p.yaml", text));
    Fault fault =
        faults.stream()
            .filter(one -> one.message(Language.EN).startsWith(start))
            .findFirst()
            .orElseThrow(() -> new AssertionError(faults.toString()));
    assertThat(fault.line()).isEqualTo(line);
    assertThat(fault.message(Language.EN)).contains(holds);
    assertThat(fault.message(Language.VI)).contains(holds).doesNotContain("{0}");
    assertThat(fault.message(Language.VI)).isNotEqualTo(fault.message(Language.EN));
    assertThat(faults).isSortedAccordingTo(Comparator.comparingInt(Fault::line));
  }

  @Test
  void reportsAllFaultsAtOnce() {
    String text =
        SMALL
            .replace("measure: minutes", "measure: hours")
            .replace("percent: 50", "percent: many")
            .replace("fails: A", "fails: Z")
            .replace("version: 1\n", "versio: 1\n");
    assertThat(faultsOf(() -> PolicyLoader.fromText("p.yaml", text)))
        .extracting(Fault::code, Fault::line)
        .containsExactly(
            tuple(ErrorCode.POLICY_VALUE_MISSING, 1),
            tuple(ErrorCode.POLICY_KEY_UNKNOWN, 2),
            tuple(ErrorCode.POLICY_MEASURE_UNKNOWN, 16),
            tuple(ErrorCode.POLICY_VALUE_INVALID, 25),
            tuple(ErrorCode.POLICY_CRITERION_UNKNOWN, 31));
  }

  @Test
  void anUnknownParameterIsOneFault() {
    Fault fault =
        onlyFault(() -> PolicyLoader.fromText("p.yaml", SMALL.replace("$least", "$most")));
    assertThat(fault.message(Language.EN))
        .isEqualTo(
            "E3204 p.yaml:17 [certificates[0].criteria[0].threshold]: $most is not a valid value:"
                + " $least. Correct it there.");
  }

  @Test
  void anEmptyFileLacksEverything() {
    assertThat(faultsOf(() -> PolicyLoader.fromText("p.yaml", "")))
        .extracting(Fault::column)
        .containsExactly("in_force", "id", "version", "title", "certificates");
    assertThat(faultsOf(() -> PolicyLoader.fromText("p.yaml", "- 1")))
        .extracting(Fault::code)
        .contains(ErrorCode.POLICY_VALUE_INVALID);
  }

  @Test
  void aClauseMayNotBeAPart() {
    String text =
        SMALL
            + """
                  - id: D
                    kind: all_of
                    law: {id: L.4, citation: tất cả}
                    label: {vi: Tất cả, en: All}
                    criteria:
                      - {id: E, kind: review_when}
            """;
    Fault fault = onlyFault(() -> PolicyLoader.fromText("p.yaml", text));
    assertThat(fault.message(Language.EN))
        .isEqualTo(
            "E3204 p.yaml:39 [certificates[0].criteria[3].criteria[0].kind]: review_when is not a"
                + " valid value: at_least | at_most | at_least_in_every_week | at_least_on_each_item |"
                + " share_of | all_of | any_of. Correct it there.");
  }

  @Test
  void twoCertificatesMayNotShareAnId() {
    String text = SMALL + SMALL.substring(SMALL.indexOf("  - id: pass"));
    assertThat(faultsOf(() -> PolicyLoader.fromText("p.yaml", text)))
        .extracting(Fault::code, Fault::line)
        .containsExactly(tuple(ErrorCode.POLICY_CRITERION_TWICE, 34));
  }

  @Test
  void noCertificateIsCalledAsSignalsOfIntegrityAre() {
    Fault fault =
        onlyFault(
            () -> PolicyLoader.fromText("p.yaml", SMALL.replace("id: pass", "id: integrity")));
    assertThat(fault.message(Language.EN)).contains("certificates[0].id").contains("integrity is");
  }

  @Test
  void aMeasureIsBuiltOnlyUnderItsNameAndType() {
    LearnerMeasures.Builder builder = LearnerMeasures.builder("C", "L");
    assertThatThrownBy(() -> builder.number("hours", 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no measure hours");
    assertThatThrownBy(() -> builder.number("posts_by_week", 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the measure posts_by_week is a NUMBER_BY_WEEK");
    assertThatThrownBy(() -> builder.list("minutes", List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the measure minutes is a NUMBER");
    assertThatThrownBy(() -> builder.byKey("minutes", Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the measure minutes is a NUMBER");
  }

  private static Fault onlyFault(ThrowingCallable call) {
    List<Fault> faults = faultsOf(call);
    assertThat(faults).hasSize(1);
    return faults.get(0);
  }

  private static List<Fault> faultsOf(ThrowingCallable call) {
    PipelineException refused = catchThrowableOfType(PipelineException.class, call);
    assertThat(refused).as("refused").isNotNull();
    assertThat(refused.exitStatus()).isEqualTo(3);
    return refused.faults();
  }
}

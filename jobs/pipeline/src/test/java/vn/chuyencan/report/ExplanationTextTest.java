package vn.chuyencan.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.chuyencan.error.Language;
import vn.chuyencan.model.Decision;
import vn.chuyencan.policy.LearnerMeasures;
import vn.chuyencan.policy.Learners;
import vn.chuyencan.policy.Policy;

class ExplanationTextTest {
  private static final ExplanationText.Subject CHI =
      new ExplanationText.Subject("Phạm Chi", "Lớp học đảo ngược, khóa 1");

  @ParameterizedTest
  @EnumSource(Language.class)
  void readsAsTheGoldenText(Language language) throws IOException {
    List<Decision> decisions = new ArrayList<>(Learners.all(Learners.POLICY, Learners.chi()));
    decisions.add(Learners.decide("theory", Learners.binh()));
    decisions.add(Learners.decide("overall", Learners.binh()));
    decisions.add(Learners.decide("practice", unknown()));
    String actual = ExplanationText.of(Learners.POLICY, decisions, CHI, language);
    String name = "explanation_" + language.name().toLowerCase(Locale.ROOT) + ".txt";
    Path written = Path.of("target", name);
    Files.writeString(written, actual);
    try (InputStream golden = ExplanationTextTest.class.getResourceAsStream(name)) {
      assertThat(golden).as("golden text %s; the actual text is in %s", name, written).isNotNull();
      assertThat(actual).isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private static LearnerMeasures unknown() {
    return Learners.course("HV004")
        .phase(LearnerMeasures.Phase.ONGOING)
        .number("minutes", 1126)
        .number("practice_held", 4)
        .number("practice_present", 2)
        .number("practice_unmarked", 1)
        .number("group_posts", 0)
        .number("submissions_correct", 1)
        .number("submissions_unchecked", 1)
        .number("reviews_allocated", (BigDecimal) null)
        .build();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void isNfcAndHasNoTrailingSpace(Language language) {
    String text =
        ExplanationText.of(
            Learners.POLICY, Learners.all(Learners.POLICY, Learners.an()), CHI, language);
    assertThat(Normalizer.isNormalized(text, Normalizer.Form.NFC)).isTrue();
    assertThat(text.lines()).noneMatch(line -> line.endsWith(" "));
  }

  @Test
  void aReaderWithoutNamesSeesTheIds() {
    String text =
        ExplanationText.of(
            Learners.POLICY,
            Learners.all(Learners.POLICY, Learners.an()),
            new ExplanationText.Subject("", ""),
            Language.EN);
    assertThat(text).startsWith("HV001 · course run: FC-2026-1 · as of 2026-10-18 · closed\n");
  }

  @Test
  void aDecisionOfAnotherPolicyStillReads() {
    Policy other =
        new Policy(
            "other",
            "2",
            "ab",
            Learners.POLICY.title(),
            Learners.POLICY.inForceFrom(),
            Learners.POLICY.inForceTo(),
            Learners.POLICY.parameters(),
            Map.of(),
            List.of(),
            List.of());
    String text =
        ExplanationText.of(other, Learners.all(Learners.POLICY, Learners.chi()), CHI, Language.EN);
    assertThat(text).contains("theory: Needs review").contains("thieu_540").contains("FC-LT.1");
  }

  @Test
  void nothingToExplainIsRefused() {
    assertThatThrownBy(() -> ExplanationText.of(Learners.POLICY, List.of(), CHI, Language.VI))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("nothing to explain");
  }
}

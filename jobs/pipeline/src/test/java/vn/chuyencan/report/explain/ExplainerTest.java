package vn.chuyencan.report.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chuyencan.error.Language;
import vn.chuyencan.model.Deadlines;
import vn.chuyencan.model.Decision;
import vn.chuyencan.model.Dossier;
import vn.chuyencan.model.Fraction;
import vn.chuyencan.model.ReviewCase;
import vn.chuyencan.policy.Derivations;
import vn.chuyencan.policy.LearnerMeasures;
import vn.chuyencan.policy.Learners;
import vn.chuyencan.policy.Policy;
import vn.chuyencan.policy.PolicyEvaluator;

/** What an explanation says in situations that the sample does not hold. */
class ExplainerTest {

  private static Explanation explain(LearnerMeasures measures, Language language) {
    return Explainer.explain(Subjects.of(measures), language);
  }

  private static Explanation.Certificate certificate(Explanation explanation, int number) {
    return explanation.certificates().get(number);
  }

  private static Explanation.Criterion criterion(Explanation explanation, String id) {
    return explanation.certificates().stream()
        .flatMap(certificate -> certificate.criteria().stream())
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> point(List<Explanation.Point> points, String label) {
    return points.stream()
        .filter(point -> point.label().equals(label))
        .findFirst()
        .map(Explanation.Point::texts)
        .orElse(List.of());
  }

  private static LearnerMeasures.Builder ongoing() {
    return Learners.chi().toBuilder()
        .phase(LearnerMeasures.Phase.ONGOING)
        .number("weeks_elapsed", 3);
  }

  @Test
  void aWeekThatFailedStandsWithItsDaysAndItsValue() {
    Explanation.Criterion weeks = criterion(explain(Learners.chi(), Language.VI), "FC-TT.1");
    assertThat(point(weeks.points(), "Tuần chưa đủ"))
        .containsExactly("tuần 3 (28/09/2026 – 04/10/2026): 1 lần");
    assertThat(point(weeks.points(), "Cần")).containsExactly("ít nhất 2 lần mỗi tuần; thiếu 1 lần");
  }

  @Test
  void whatStoodOutInTracesIsToldApartAndAsNoVerdict() {
    ExplanationSubject plain =
        Subjects.of(Learners.POLICY, Learners.chi(), Learners.all(Learners.POLICY, Learners.chi()));
    ReviewCase one =
        new ReviewCase(
            "00000000000000aa",
            plain.courseId(),
            plain.learnerId(),
            ReviewCase.INTEGRITY,
            "long_day",
            "integrity_long_day",
            "day=2026-09-12 minutes=1020.5",
            "activity_burst[…]",
            Learners.AS_OF,
            null,
            null,
            null);
    ExplanationSubject told =
        new ExplanationSubject(
            plain.institution(),
            plain.course(),
            plain.policy(),
            plain.decisions(),
            plain.measures(),
            plain.dossier(),
            plain.registers(),
            plain.sources(),
            plain.evidence(),
            List.of(one));
    Explanation without = Explainer.explain(plain, Language.EN);
    Explanation with = Explainer.explain(told, Language.EN);
    assertThat(with.certificates()).isEqualTo(without.certificates());
    assertThat(with.sections()).hasSize(1 + without.sections().size());
    assertThat(with.sections().get(1).title()).isEqualTo("What a person should look at");
    assertThat(with.sections().get(1).points().get(0).texts().get(0)).contains("no verdict");
    assertThat(with.sections().get(1).points().get(1).texts())
        .containsExactly(
            "Too many minutes on one day (case 00000000000000aa): nobody has looked yet.",
            "day=2026-09-12 minutes=1020.5");
  }

  @Test
  void theBandIsOneSentenceWithItsThreeFigures() {
    Explanation.Criterion time = criterion(explain(Learners.chi(), Language.EN), "FC-LT.1");
    assertThat(point(time.points(), "Other readings").get(0))
        .contains("15, 30 or 60 minutes")
        .contains("452, 498 and 561 minutes");
  }

  @Test
  void beforeClosingItSaysUntilWhenSomethingCanBeDone() {
    Explanation.Certificate theory = certificate(explain(ongoing().build(), Language.VI), 1);
    assertThat(point(theory.points(), "Để đạt còn thiếu"))
        .contains(
            "FC-LT.1 Thời lượng truy cập tích luỹ: 42 phút (làm được đến hết ngày 18/10/2026)");
    assertThat(theory.sentence()).startsWith("Chưa kết luận").contains("18/10/2026");
  }

  @Test
  void aWeekThatIsOverCannotBeMadeUp() {
    Deadlines deadlines =
        Deadlines.of(
            Learners.AS_OF.plusDays(7), Map.of("3", Learners.AS_OF.minusDays(1)), Map.of());
    List<Decision> decisions =
        PolicyEvaluator.decide(
            Learners.POLICY,
            ongoing().build(),
            new PolicyEvaluator.Context(Learners.AS_OF, "standard", deadlines, Map.of()));
    Explanation explanation =
        Explainer.explain(Subjects.of(Learners.POLICY, ongoing().build(), decisions), Language.EN);
    assertThat(point(certificate(explanation, 0).points(), "What is lacking"))
        .contains("FC-TT.1 Accesses in every week: 1 access (past, cannot be made up)");
  }

  @Test
  void afterClosingItSaysThatNothingCanBeMadeUp() {
    Explanation.Certificate overall = certificate(explain(Learners.chi(), Language.EN), 0);
    assertThat(point(overall.points(), "What is lacking"))
        .allSatisfy(
            text ->
                assertThat(text)
                    .endsWith("(can no longer be made up, the course run closed on 2026-10-18)"));
  }

  /** X-NUM-3: what is below a threshold never reads as reaching it. */
  @ParameterizedTest
  @CsvSource({"49.6, '4,96 điểm'", "49.99, '4,999 điểm'", "49.9999, '4,99999 điểm'"})
  void aValueBelowNeverReadsAsReachingIt(BigDecimal average, String shown) {
    LearnerMeasures measures =
        Learners.an().toBuilder()
            .number("average_macro", average)
            .number("average_pooled", average)
            .build();
    Explanation.Criterion mark = criterion(explain(measures, Language.VI), "FC-LT.3");
    assertThat(point(mark.points(), "Của Anh/Chị")).containsExactly(shown);
    assertThat(point(mark.points(), "Cần").get(0)).startsWith("ít nhất 5,0 điểm; thiếu 0,");
  }

  /** The same shortage stands in the summary and at its criterion. */
  @ParameterizedTest
  @CsvSource({
    "minutes, 497.983333, 0, FC-TT.2, '42,0 phút'",
    "minutes, 539.983333, 0, FC-TT.2, '0,02 phút'",
    "self_assessment_macro, 48.765432, 0, FC-TT.3, '1,2 điểm phần trăm'",
    "average_macro, 49.6, 1, FC-LT.3, '0,04 điểm'"
  })
  void aShortageIsToldWithOneRounding(
      String measure, BigDecimal number, int place, String id, String shortage) {
    Explanation explanation =
        explain(Learners.chi().toBuilder().number(measure, number).build(), Language.VI);
    Explanation.Certificate certificate = certificate(explanation, place);
    String criterion = point(criterion(explanation, id).points(), "Cần").get(0);
    assertThat(criterion).endsWith("; thiếu " + shortage);
    assertThat(point(certificate.points(), "Để đạt còn thiếu"))
        .anySatisfy(text -> assertThat(text).startsWith(id).contains(": " + shortage + " ("));
  }

  @Test
  void aDifferenceOfPercentsIsOneOfPercentagePoints() {
    Explanation.Criterion average = criterion(explain(Learners.chi(), Language.VI), "FC-TT.3");
    assertThat(point(average.points(), "Cần"))
        .containsExactly("ít nhất 50 %; dư 11,0 điểm phần trăm");
  }

  @Test
  void compensationSaysWhatItMakesGoodAndThatItAwaitsConfirmation() {
    Explanation explanation = explain(Learners.binh(), Language.EN);
    Explanation.Certificate theory = certificate(explanation, 1);
    assertThat(theory.sentence())
        .contains("«Progress exercises completed» (FC-LT.2)", "has yet to confirm");
    assertThat(point(criterion(explanation, "FC-LT.2b").points(), "Clause").get(0))
        .isEqualTo(
            "makes good FC-LT.2 Progress exercises completed: all 4 conditions below are met.");
    assertThat(point(theory.points(), "Decision of a person").get(0))
        .endsWith("nobody has decided yet");
  }

  @Test
  void aPersonsDecisionIsShownBesideTheComputedOne() {
    Decision theory = Learners.decide("theory", Learners.binh());
    ReviewCase open = theory.reviewCases().get(0);
    ReviewCase decided =
        new ReviewCase(
            open.caseId(),
            open.courseId(),
            open.learnerId(),
            open.certificate(),
            open.criterionId(),
            open.reasonCode(),
            open.detail(),
            open.evidence(),
            open.asOf(),
            "xác nhận",
            "Nguyễn Văn Hiệu",
            LocalDate.of(2026, 10, 20));
    Wording wording = new Wording(Subjects.of(Learners.binh()), Language.VI);
    assertThat(new CertificateText(wording, theory, new EvidenceGrids(wording)).decided(decided))
        .endsWith("Nguyễn Văn Hiệu quyết định ngày 20/10/2026: xác nhận");
  }

  @Test
  void aMissingInputNamesWhoMustSupplyIt() {
    LearnerMeasures measures =
        Learners.an().toBuilder().number("reviews_allocated", (BigDecimal) null).build();
    Explanation.Certificate practice = certificate(explain(measures, Language.EN), 2);
    assertThat(practice.sentence()).startsWith("Cannot be decided yet: data are missing");
    assertThat(point(practice.points(), "What is missing, from whom"))
        .containsExactly("register peer_review (allocation of peer reviews): lecturer");
  }

  @Test
  void whatNoRegisterSaysIsToldAsMissing() {
    String text = ExplanationFormat.TEXT.render(List.of(explain(Learners.an(), Language.EN)));
    assertThat(text).contains("The institution has no registers for: learner, identity");
  }

  @Test
  void aDecisionOfAPolicyThatIsGoneStillReads() {
    Policy gone =
        new Policy(
            "flipped-classroom",
            "2",
            "ab",
            Learners.POLICY.title(),
            Learners.POLICY.inForceFrom(),
            Optional.empty(),
            Collections.emptySortedMap(),
            Map.of(),
            Derivations.NONE,
            List.of(),
            List.of());
    Explanation explanation =
        Explainer.explain(
            Subjects.of(gone, Learners.chi(), Learners.all(Learners.POLICY, Learners.chi())),
            Language.EN);
    String text = ExplanationFormat.TEXT.render(List.of(explanation));
    assertThat(text)
        .contains("theory – Needs review", "thieu_540", "FC-LT.1")
        .contains("The rules at hand are not the ones by which it was decided");
  }

  @Test
  void withoutMeasuresTheFiguresOfTheDecisionRemain() {
    ExplanationSubject all = Subjects.of(Learners.chi());
    ExplanationSubject without =
        new ExplanationSubject(
            all.institution(),
            all.course(),
            all.policy(),
            all.decisions(),
            Optional.empty(),
            Subjects.NOTHING,
            all.registers(),
            all.sources(),
            ExplanationSubject.Evidence.FIRST_ROWS);
    String text = ExplanationFormat.TEXT.render(List.of(Explainer.explain(without, Language.EN)));
    assertThat(text)
        .contains("498 minutes", "452", "561", "the published figure is gone")
        .contains("The stored measures of this learner are gone");
  }

  @Test
  void aSumThatIsNotThePublishedFigureIsCalledSo() {
    ExplanationSubject subject =
        Subjects.withEvidence(
            Subjects.of(Learners.an()),
            "Lê An",
            Subjects.posts(5, "p"),
            ExplanationSubject.Evidence.ALL_ROWS);
    String text = ExplanationFormat.TEXT.render(List.of(Explainer.explain(subject, Language.EN)));
    assertThat(text).contains("Counted 5; NOT the published figure (6)");
  }

  @Test
  void longTablesAreCutUnlessAllIsAskedFor() {
    ExplanationSubject subject = Subjects.of(Learners.an());
    String cut = posts(subject, ExplanationSubject.Evidence.FIRST_ROWS);
    assertThat(cut).contains("… and 13 more rows (--all shows them).").doesNotContain("p32");
    String all = posts(subject, ExplanationSubject.Evidence.ALL_ROWS);
    assertThat(all).contains("p32").doesNotContain("more rows");
  }

  private static String posts(ExplanationSubject subject, ExplanationSubject.Evidence how) {
    return ExplanationFormat.TEXT.render(
        List.of(
            Explainer.explain(
                Subjects.withEvidence(subject, "Lê An", Subjects.posts(33, "p"), how),
                Language.EN)));
  }

  @Test
  void anotherTimeEstimateIsToldWithItsCredit() {
    Decision theory =
        PolicyEvaluator.decide(
                Learners.POLICY,
                Learners.an(),
                new PolicyEvaluator.Context(Learners.AS_OF, "attendance_register"))
            .get(1);
    Explanation explanation =
        Explainer.explain(
            Subjects.of(Learners.POLICY, Learners.an(), List.of(theory)), Language.EN);
    assertThat(point(criterion(explanation, "FC-LT.1").points(), "How it is counted").get(0))
        .contains("adds 15 minutes after the last act");
  }

  @Test
  void nothingToExplainIsRefused() {
    assertThatThrownBy(() -> Subjects.of(Learners.POLICY, Learners.an(), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("nothing to explain");
    assertThatThrownBy(() -> ExplanationFormat.HTML.render(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("nothing to explain");
  }

  @Test
  void anExerciseThatWasTriedStandsWithItsBestMark() {
    Tried tried = new Tried();
    assertThat(tried.best("E28")).isEqualTo("E28: best attempt 49.9 %");
    assertThat(tried.best("E27")).isEqualTo("E27: not attempted");
  }

  /** Chi with one exercise tried below the threshold. */
  private static final class Tried {
    private final List<String> lacking;

    Tried() {
      Map<String, Fraction> best = Learners.exercises(28, 26);
      best.put("E28", Fraction.of(new BigDecimal("49.9")));
      LearnerMeasures measures =
          Learners.chi().toBuilder().byKey("self_assessment_best", best).build();
      ExplanationSubject subject =
          Subjects.withEvidence(
              Subjects.of(measures),
              "Phạm Chi",
              new Dossier(
                  List.of(),
                  List.of(),
                  List.of(
                      new Dossier.Attempt(
                          "E28",
                          1,
                          "finished",
                          null,
                          new BigDecimal("4.99"),
                          null,
                          BigDecimal.TEN,
                          new BigDecimal("49.9"),
                          true,
                          Optional.empty())),
                  List.of(),
                  List.of(),
                  List.of(),
                  List.of(),
                  Optional.empty()),
              ExplanationSubject.Evidence.NONE);
      lacking =
          point(
              criterion(Explainer.explain(subject, Language.EN), "FC-TT.4").points(),
              "Exercises lacking");
    }

    String best(String exercise) {
      return lacking.stream().filter(one -> one.startsWith(exercise)).findFirst().orElse("");
    }
  }
}

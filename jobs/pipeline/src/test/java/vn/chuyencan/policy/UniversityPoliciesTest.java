package vn.chuyencan.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chuyencan.model.CriterionResult;
import vn.chuyencan.model.Decision;
import vn.chuyencan.model.Fraction;
import vn.chuyencan.model.Status;

/** REQUIREMENTS 8: marks of a course, average of a term, warnings; every figure worked by hand. */
class UniversityPoliciesTest {
  private static final Policy COURSE = PolicyLoader.load("university-course");
  private static final Policy TERM = PolicyLoader.load("university-term");
  private static final Policy GRADUATION = PolicyLoader.load("university-graduation");
  private static final PolicyEvaluator.Context CONTEXT =
      new PolicyEvaluator.Context(LocalDate.of(2027, 1, 31), "standard");

  private static Map<String, Fraction> items(String... pairs) {
    Map<String, Fraction> items = new TreeMap<>();
    for (String pair : pairs) {
      String[] parts = pair.split("=", -1);
      items.put(parts[0], Fraction.of(new BigDecimal(parts[1])));
    }
    return items;
  }

  /** Two components of 40 % (online) and 60 %, out of 10. */
  private static LearnerMeasures.Builder course(String midterm, String end) {
    return LearnerMeasures.builder("TOAN1-A", "SV1")
        .number("course_credits", 3)
        .number("components", 2)
        .number("components_pending", 0)
        .number("components_mode_unknown", 0)
        .number("component_weight_online", 40)
        .byKey("component_weight", items("mid=40", "end=60"))
        .byKey("component_score", items("mid=" + midterm, "end=" + end))
        .byKey("component_range", items("mid=10", "end=10"));
  }

  private static Decision decide(Policy policy, String certificate, LearnerMeasures measures) {
    return PolicyEvaluator.decide(policy, measures, CONTEXT).stream()
        .filter(decision -> decision.certificate().equals(certificate))
        .findFirst()
        .orElseThrow();
  }

  private static CriterionResult result(Decision decision, String id) {
    return Learners.result(decision, id);
  }

  @ParameterizedTest
  @CsvSource({
    // 0.4·8.0 + 0.6·8.75 = 8.45, which is 8.5 and therefore A (X-NUM-5)
    "8.0,8.75,8.5,A,MET",
    // 0.4·8.0 + 0.6·8.74 = 8.444, which is 8.4 and therefore B
    "8.0,8.74,8.4,B,MET",
    // 0.4·3.5 + 0.6·4.25 = 3.95, which is 4.0 and therefore D
    "3.5,4.25,4.0,D,MET",
    // 0.4·3.5 + 0.6·4.24 = 3.944
    "3.5,4.24,3.9,F,NOT_MET",
    "10,10,10,A,MET",
    "0,0,0,F,NOT_MET",
  })
  void theMarkIsRoundedBeforeItBecomesALetter(
      String midterm, String end, BigDecimal mark, String letter, Status status) {
    Decision decision = decide(COURSE, "course", course(midterm, end).build());
    CriterionResult result = result(decision, "C08-9.3");
    assertThat(result.value()).isEqualByComparingTo(mark);
    assertThat(result.detail()).contains("letter=" + letter);
    assertThat(result.status()).isEqualTo(status);
    assertThat(decision.status()).isEqualTo(status);
  }

  /** 10·(0.3·2/3 + 0.7·64.5/70) = 2 + 6.45 = 8.45: thirds and seventieths lose nothing. */
  @Test
  void scalesThatAreNotTenAreExact() {
    LearnerMeasures measures =
        course("1", "1")
            .byKey("component_weight", items("mid=30", "end=70"))
            .byKey("component_score", items("mid=2", "end=64.5"))
            .byKey("component_range", items("mid=3", "end=70"))
            .build();
    assertThat(result(decide(COURSE, "course", measures), "C08-9.3").value())
        .isEqualByComparingTo("8.5");
  }

  @Test
  void aPendingComponentLeavesTheMarkUnknown() {
    LearnerMeasures measures =
        course("8", "8")
            .number("components_pending", 1)
            .byKey("component_score", items("mid=8"))
            .build();
    Decision decision = decide(COURSE, "course", measures);
    assertThat(decision.status()).isEqualTo(Status.INSUFFICIENT_DATA);
    assertThat(result(decision, "C08-9.3").missingInputs()).containsExactly("grade");
  }

  @ParameterizedTest
  @CsvSource({"50,0,MET", "50.000001,0,NOT_MET", "40,1,INSUFFICIENT_DATA", "60,1,NOT_MET"})
  void onlineAssessmentWeighsAtMostHalf(BigDecimal online, long unknown, Status status) {
    LearnerMeasures measures =
        course("8", "8")
            .number("component_weight_online", online)
            .number("components_mode_unknown", unknown)
            .build();
    assertThat(result(decide(COURSE, "course", measures), "C08-9.1c").status()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({
    "2,3,MET",
    "1,3,NOT_MET",
    "1,2,NOT_MET",
    "1,1.999999,MET",
    "1,1.5,MET",
    "1,1,MET",
    "0,1,NOT_MET"
  })
  void thereAreTwoComponentsUnlessTheCourseIsSmall(
      long components, BigDecimal credits, Status status) {
    LearnerMeasures measures =
        course("8", "8").number("components", components).number("course_credits", credits).build();
    assertThat(result(decide(COURSE, "course", measures), "C08-9.1a").status()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({"mid=40,end=60,MET", "mid=40,end=50,NOT_MET", "mid=50,end=60,NOT_MET"})
  void weightsAddUpToAHundred(String first, String second, Status status) {
    LearnerMeasures measures =
        course("8", "8").byKey("component_weight", items(first, second)).build();
    assertThat(result(decide(COURSE, "course", measures), "C08-9.1b").status()).isEqualTo(status);
  }

  /** Marks of T1 … with their credits, in the term and from the beginning. */
  private static LearnerMeasures.Builder term(long terms, String[] marks, String[] credits) {
    return LearnerMeasures.builder("HK2-2026", "SV1")
        .number("terms", terms)
        .byKey("term_course_mark", items(marks))
        .byKey("term_course_credits", items(credits))
        .byKey("transcript_mark", items(marks))
        .byKey("transcript_credits", items(credits));
  }

  private static String[] of(String... items) {
    return items;
  }

  /** 3·4 + 2·3 + 3·0 = 18 of 8 credits: 2.25; failed 3 of 8 = 37.5 %. */
  @Test
  void aTermsAverageIsWeightedByCredits() {
    Decision decision =
        decide(
            TERM,
            "no_warning",
            term(1, of("A=8.5", "B=7.04", "C=3.94"), of("A=3", "B=2", "C=3")).build());
    assertThat(result(decision, "C08-11.1b1").value()).isEqualByComparingTo("2.25");
    assertThat(result(decision, "C08-11.1a1").value()).isEqualByComparingTo("37.5");
    assertThat(result(decision, "C08-11.1b2").status()).isEqualTo(Status.NOT_APPLICABLE);
    assertThat(decision.status()).isEqualTo(Status.MET);
  }

  /** What is rounded up to a D is passed for the credits too (C08-9.3, X-NUM-5). */
  @ParameterizedTest
  @CsvSource({"3.95,0,0,6", "3.949999,50,3,3"})
  void aMarkIsRoundedBeforeItsCreditsAreFailed(
      String mark, BigDecimal failedShare, BigDecimal outstanding, BigDecimal accumulated) {
    LearnerMeasures measures = term(3, of("A=9", "B=" + mark), of("A=3", "B=3")).build();
    Decision decision = decide(TERM, "no_warning", measures);
    assertThat(result(decision, "C08-11.1a1").value()).isEqualByComparingTo(failedShare);
    assertThat(result(decision, "C08-11.1a2").value()).isEqualByComparingTo(outstanding);
    CriterionResult credits = result(decide(GRADUATION, "graduation", measures), "C08-14.1a");
    assertThat(credits.value()).isEqualByComparingTo(accumulated);
  }

  @Test
  void aCourseWithoutAMarkIsNotAveraged() {
    LearnerMeasures measures = term(2, of("A=7.0"), of("A=3", "B=5")).build();
    Decision decision = decide(TERM, "no_warning", measures);
    assertThat(result(decision, "C08-11.1b2").value()).isEqualByComparingTo("3");
    assertThat(result(decision, "C08-11.1b1").status()).isEqualTo(Status.NOT_APPLICABLE);
  }

  @ParameterizedTest
  @CsvSource({
    // half of the credits is not more than half
    "5,5,MET",
    "4,5,NOT_MET",
  })
  void moreThanHalfFailedIsAWarning(String passed, String failed, Status status) {
    LearnerMeasures measures = term(3, of("A=9", "B=1"), of("A=" + passed, "B=" + failed)).build();
    assertThat(result(decide(TERM, "no_warning", measures), "C08-11.1a1").status())
        .isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({"24,MET", "24.5,NOT_MET"})
  void outstandingCreditsMayReachTwentyFour(String outstanding, Status status) {
    LearnerMeasures measures =
        term(5, of("A=9"), of("A=3"))
            .byKey("transcript_mark", items("A=9", "B=2"))
            .byKey("transcript_credits", items("A=3", "B=" + outstanding))
            .build();
    assertThat(result(decide(TERM, "no_warning", measures), "C08-11.1a2").status())
        .isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({
    // credits passed, level, threshold
    "10,c1,1.2",
    "31,c1,1.2",
    "32,c2,1.4",
    "63,c2,1.4",
    "64,c3,1.6",
    "95,c3,1.6",
    "96,c4,1.8",
    "150,c4,1.8"
  })
  void theAverageAskedGrowsWithTheYear(String credits, String level, BigDecimal threshold) {
    LearnerMeasures measures =
        term(4, of("A=5"), of("A=3"))
            .byKey("transcript_mark", items("A=4.0"))
            .byKey("transcript_credits", items("A=" + credits))
            .build();
    Decision decision = decide(TERM, "no_warning", measures);
    for (String each : of("c1", "c2", "c3", "c4")) {
      CriterionResult result = result(decision, "C08-11.1" + each);
      if (each.equals(level)) {
        // D is one point, below every threshold.
        assertThat(result.status()).isEqualTo(Status.NOT_MET);
        assertThat(result.threshold()).isEqualByComparingTo(threshold);
      } else {
        assertThat(result.status()).as(each).isEqualTo(Status.NOT_APPLICABLE);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "9,9,Xuất sắc",
    "9,7,Giỏi",
    "8.5,5.5,Khá",
    "7,5.5,Trung bình",
    "7,4,Yếu",
    "4,1,Kém",
  })
  void theStandingIsThatOfTheUnroundedAverage(String first, String second, String standing) {
    LearnerMeasures measures = term(2, of("A=" + first, "B=" + second), of("A=3", "B=3.5")).build();
    CriterionResult result = result(decide(TERM, "standing", measures), "C08-10.5");
    assertThat(result.detail()).contains("standing=" + standing);
  }

  /** C08-14: the figures refuse; whom they do not refuse a council judges, and no program. */
  @ParameterizedTest
  @CsvSource({
    "60,60,0,8.5,4.0,NEEDS_REVIEW,Khá",
    "60,60,0,8.5,8.5,NEEDS_REVIEW,Xuất sắc",
    // a failed course gives no credits
    "60,59,10,8.5,8.5,NOT_MET,Xuất sắc",
    // 60 D and 60 D: 1.0
    "60,60,0,5.4,4.0,NOT_MET,Chưa đạt",
  })
  void nobodyGraduatesByComputation(
      String one, String two, String failed, String mark, String other, Status status, String of) {
    LearnerMeasures measures =
        term(8, of("A=9"), of("A=3"))
            .byKey("transcript_mark", items("A=" + mark, "B=" + other, "C=3.9"))
            .byKey("transcript_credits", items("A=" + one, "B=" + two, "C=" + failed))
            .build();
    Decision decision = decide(GRADUATION, "graduation", measures);
    assertThat(decision.status()).isEqualTo(status);
    CriterionResult average = result(decision, "C08-14.1b");
    assertThat(average.status()).isNotEqualTo(Status.MET);
    assertThat(average.detail()).contains("class=" + of);
  }

  /** X-NUM-1: the derived mean equals the mean computed with whole numbers. */
  @Property
  void theMeanIsExact(
      @ForAll @IntRange(min = 0, max = 1000) int first,
      @ForAll @IntRange(min = 0, max = 1000) int second,
      @ForAll @IntRange(min = 1, max = 99) int weight) {
    LearnerMeasures measures =
        course("1", "1")
            .byKey("component_weight", items("mid=" + weight, "end=" + (100 - weight)))
            .byKey("component_score", items("mid=" + first, "end=" + second))
            .byKey("component_range", items("mid=1000", "end=1000"))
            .build();
    long hundredThousandths = (long) weight * first + (long) (100 - weight) * second;
    // mark = that / 10,000; rounded half up to one decimal by whole numbers
    long tenths = Math.floorDiv(hundredThousandths + 500, 1000);
    assertThat(result(decide(COURSE, "course", measures), "C08-9.3").value())
        .isEqualByComparingTo(BigDecimal.valueOf(tenths, 1));
  }
}

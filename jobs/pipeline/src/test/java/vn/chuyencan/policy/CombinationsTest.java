package vn.chuyencan.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.chuyencan.policy.Learners.result;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chuyencan.model.Decision;
import vn.chuyencan.model.Distance;
import vn.chuyencan.model.Status;

/** Kinds in combinations that text 000 does not have: a policy is more than its first user. */
class CombinationsTest {
  private static final Policy POLICY =
      PolicyLoader.fromText(
          "p.yaml",
          """
          id: combinations
          version: 1
          title: {vi: Kết hợp, en: Combinations}
          in_force: {from: 2026-01-01}
          reasons: {ok: {vi: xác nhận, en: confirm}}
          certificates:
            - id: pass
              title: {vi: Đạt, en: Pass}
              criteria:
                - id: W
                  kind: all_of
                  law: {id: L.1, citation: cả hai}
                  label: {vi: Cả hai, en: Both}
                  criteria:
                    - id: W1
                      kind: at_least
                      law: {id: L.1, citation: một}
                      label: {vi: Phút, en: Minutes}
                      measure: minutes
                      threshold: 100
                      unit: minute
                    - id: W2
                      kind: any_of
                      law: {id: L.1, citation: hai}
                      label: {vi: Bài viết hoặc buổi học, en: Posts or sessions}
                      criteria:
                        - id: W2a
                          kind: at_least
                          law: {id: L.1, citation: bài}
                          label: {vi: Bài viết, en: Posts}
                          measure: posts
                          threshold: 10
                          unit: post
                        - id: W2b
                          kind: share_of
                          law: {id: L.1, citation: buổi}
                          label: {vi: Buổi học, en: Sessions}
                          part: plenary_present
                          of: plenary_held
                          except: plenary_excused
                          percent: 66.6
                          unit: session
                - id: C
                  kind: compensated_by
                  law: {id: L.2, citation: bù}
                  label: {vi: Bù, en: Compensation}
                  compensates: W
                  mode: auto
                  reason: ok
                  criteria:
                    - id: C1
                      kind: at_least
                      law: {id: L.2, citation: lượt}
                      label: {vi: Lượt, en: Attempts}
                      measure: attempts
                      threshold: 5
                      unit: attempt
          """);

  private static Decision decide(int minutes, int posts, int present, int excused, int attempts) {
    return Learners.decide(
        POLICY,
        "pass",
        LearnerMeasures.builder("C", "L")
            .number("minutes", minutes)
            .number("posts", posts)
            .number("plenary_held", 10)
            .number("plenary_excused", excused)
            .number("plenary_present", present)
            .number("attempts", attempts)
            .build());
  }

  @ParameterizedTest
  @CsvSource({
    "100, 10, 0, 0, 0, MET",
    "99, 10, 0, 0, 0, NOT_MET",
    "100, 9, 6, 0, 0, NOT_MET",
    "100, 9, 7, 0, 0, MET",
    // Six of nine are 66.67 %, above 66.6 %; six of ten are not.
    "100, 9, 6, 1, 0, MET",
    "99, 9, 0, 0, 5, MET_BY_COMPENSATION",
    "99, 9, 0, 0, 4, NOT_MET",
    "100, 0, 0, 10, 0, INSUFFICIENT_DATA",
  })
  void combine(int minutes, int posts, int present, int excused, int attempts, Status expected) {
    assertThat(decide(minutes, posts, present, excused, attempts).status()).isEqualTo(expected);
  }

  @Test
  void theSmallerWayIsTheNearest() {
    Decision viaCompensation = decide(99, 9, 0, 0, 3);
    assertThat(viaCompensation.unmetCriteria()).containsExactly("W");
    assertThat(viaCompensation.nearest())
        .containsExactly(
            new Distance("C1", new BigDecimal("2.000000"), "attempt", "", false, null));
    Decision direct = decide(100, 9, 3, 0, 3);
    assertThat(direct.nearest())
        .containsExactly(new Distance("W2a", new BigDecimal("1.000000"), "post", "", false, null));
    Decision otherBranch = decide(100, 1, 5, 0, 3);
    assertThat(otherBranch.nearest())
        .containsExactly(
            new Distance("W2b", new BigDecimal("2.000000"), "session", "", false, null));
  }

  @Test
  void partsKnowTheirWhole() {
    Decision decision = decide(100, 10, 0, 0, 0);
    assertThat(result(decision, "W").kind()).isEqualTo("all_of");
    assertThat(result(decision, "W").parentCriterionId()).isNull();
    assertThat(result(decision, "W").unit()).isEmpty();
    assertThat(result(decision, "W").evidence()).startsWith("learner_course_measure[");
    assertThat(result(decision, "W2").parentCriterionId()).isEqualTo("W");
    assertThat(result(decision, "W2b").parentCriterionId()).isEqualTo("W2");
    assertThat(result(decision, "W2b").status()).isEqualTo(Status.NOT_MET);
    assertThat(result(decision, "W2b").detail()).containsExactly("of=10", "percent=66.6");
  }

  @Test
  void nothingAtAllDoesNotApply() {
    assertThat(StatusLogic.allOf(List.of())).isEqualTo(Status.NOT_APPLICABLE);
    assertThat(StatusLogic.anyOf(List.of(Status.NOT_APPLICABLE))).isEqualTo(Status.NOT_APPLICABLE);
  }

  @ParameterizedTest
  @CsvSource({
    "NOT_MET, INSUFFICIENT_DATA, NOT_MET, INSUFFICIENT_DATA",
    "MET, NOT_MET, NOT_MET, MET",
    "MET, INSUFFICIENT_DATA, INSUFFICIENT_DATA, MET",
    "NEEDS_REVIEW, INSUFFICIENT_DATA, INSUFFICIENT_DATA, INSUFFICIENT_DATA",
    "NEEDS_REVIEW, MET, NEEDS_REVIEW, MET",
    "NEEDS_REVIEW, NOT_MET, NOT_MET, NEEDS_REVIEW",
    "MET_BY_COMPENSATION, MET, MET_BY_COMPENSATION, MET",
    "MET_BY_COMPENSATION, NEEDS_REVIEW, NEEDS_REVIEW, MET_BY_COMPENSATION",
    "NOT_APPLICABLE, NOT_MET, NOT_MET, NOT_MET",
    "NOT_APPLICABLE, MET, MET, MET",
  })
  void precedence(Status first, Status second, Status all, Status any) {
    assertThat(StatusLogic.allOf(List.of(first, second))).isEqualTo(all);
    assertThat(StatusLogic.allOf(List.of(second, first))).isEqualTo(all);
    assertThat(StatusLogic.anyOf(List.of(first, second))).isEqualTo(any);
    assertThat(StatusLogic.anyOf(List.of(second, first))).isEqualTo(any);
  }
}

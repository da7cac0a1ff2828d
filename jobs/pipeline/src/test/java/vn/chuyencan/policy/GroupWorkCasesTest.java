package vn.chuyencan.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.chuyencan.policy.Cases.NONE;
import static vn.chuyencan.policy.Cases.an;
import static vn.chuyencan.policy.Cases.overall;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.chuyencan.model.CriterionResult;
import vn.chuyencan.model.Status;

/** FC-TT.8 and FC-TT.9. */
class GroupWorkCasesTest {
  @Test
  void aTopicInAnotherGroupIsForAPerson() {
    CriterionResult row =
        overall("FC-TT.8", an().number("group_topics", 0).number("group_topics_elsewhere", 1));
    assertThat(row.status()).isEqualTo(Status.NEEDS_REVIEW);
    assertThat(row.reviewReason()).isEqualTo("chu_de_o_nhom_khac");
    assertThat(
            overall("FC-TT.8", an().number("group_topics", 1).number("group_topics_elsewhere", 1))
                .status())
        .isEqualTo(Status.MET);
  }

  @Test
  void anUnknownGroupIsNamed() {
    CriterionResult row =
        overall("FC-TT.8", an().number("group_topics", NONE).missingInputs(Set.of("group_member")));
    assertThat(row.status()).isEqualTo(Status.INSUFFICIENT_DATA);
    assertThat(row.missingInputs()).containsExactly("group_member");
    assertThat(overall("FC-TT.8", an().number("group_topics", NONE)).missingInputs())
        .containsExactly("group_member", "activity");
  }

  @Test
  void aGroupOfOneIsForAPerson() {
    CriterionResult row =
        overall(
            "FC-TT.9",
            an().number("group_members", 0)
                .number("group_members_with_draft", 0)
                .number("group_members_commented", 0));
    assertThat(row.status()).isEqualTo(Status.NEEDS_REVIEW);
    assertThat(row.reviewReason()).isEqualTo("nhom_mot_nguoi");
    // There is nobody who could post a draft.
    assertThat(row.missingInputs()).isEmpty();
  }

  @Test
  void membersWithoutADraftAreLeftOutAndFlagged() {
    CriterionResult row =
        overall(
            "FC-TT.9",
            an().number("group_members_with_draft", 2)
                .number("group_members_commented", 2)
                .list("group_members_without_draft", List.of("HV009")));
    assertThat(row.status()).isEqualTo(Status.MET);
    assertThat(row.threshold()).isEqualByComparingTo("2");
    assertThat(row.detail())
        .containsExactly(
            "of=2",
            "percent=100",
            "member_without_draft=HV009",
            "flag=thanh_vien_chua_co_ban_thao");
  }

  @Test
  void membersWithoutAnyDraftLeaveNothingToComment() {
    CriterionResult row =
        overall(
            "FC-TT.9",
            an().number("group_members_with_draft", 0).number("group_members_commented", 0));
    assertThat(row.status()).isEqualTo(Status.INSUFFICIENT_DATA);
    assertThat(row.missingInputs()).containsExactly("group_draft");
  }

  @Test
  void membersNotCommentedAreNamed() {
    CriterionResult row =
        overall(
            "FC-TT.9",
            an().number("group_members_commented", 2)
                .list("group_members_not_commented", List.of("HV007")));
    assertThat(row.status()).isEqualTo(Status.NOT_MET);
    assertThat(row.detail()).containsExactly("of=3", "percent=100", "member=HV007");
  }
}

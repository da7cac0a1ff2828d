package vn.chuyencan.comply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static vn.chuyencan.comply.AnnexFiguresTest.STATUS;
import static vn.chuyencan.comply.AnnexFiguresTest.annex;
import static vn.chuyencan.comply.AnnexFiguresTest.facts;
import static vn.chuyencan.comply.AnnexFiguresTest.issues;
import static vn.chuyencan.comply.AnnexFiguresTest.learners;
import static vn.chuyencan.comply.AnnexFiguresTest.part;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which programmes, places and quotas Annex I and II tell of. */
class AnnexScopeTest {
  private static final String QUOTA = "year,program_id,site_id,seats";

  /** Registers hold the whole institution: what is not at a distance here is none of the report. */
  @Test
  void regularAndForeignProgrammesAreLeftOut() {
    FilledForm form =
        annex(
            facts("2026-12-15", STATUS)
                .with(
                    "reg.program",
                    "program_id,name,major_name,major_code,form,awarding_body_country",
                    "P,Từ xa,Ngành,7140103,distance,",
                    "R,Chính quy,Ngành,7140103,regular,",
                    "F,Liên kết,Ngành,7140103,distance,GB")
                .with(
                    "reg.admission",
                    "student_id,program_id,site_id,admitted_on,enrolled_on,entry_level",
                    "C1,R,S1,2026-08-01,2026-09-01,upper_secondary",
                    "C2,F,S1,2026-08-01,2026-09-01,upper_secondary")
                .with(
                    "reg.teaching_assignment",
                    "assignment_id,year,term,program_id,staff_id,role",
                    "1,2026,T,R,G,lecturer",
                    "2,2026,T,F,G,lecturer"));
    assertThat(issues(form)).noneMatch(issue -> issue.startsWith("C28-PL-R1 "));
    assertThat(part(form, "circular28_annex1_program").rows()).hasSize(1);
  }

  /** REQUIREMENTS 6.2 III (6): a quota that is not divided stands in the sum, whoever came. */
  @Test
  void aProgrammeWithoutLearnersHasTheSumOfItsQuota() {
    Facts facts =
        facts("2026-12-15", STATUS)
            .with(
                "reg.program",
                "program_id,name,major_name,major_code,form",
                "N,Mới,Ngành,7140103,distance",
                "P,Từ xa,Ngành,7140103,distance")
            .with(
                "reg.decision",
                "decision_id,kind,number,signed_on,signer,program_id",
                "D,autonomy,1,2024-01-02,X,P",
                "E,autonomy,2,2026-05-05,X,N")
            .with("reg.quota", QUOTA, "2026,N,,77", "2026,P,S1,10", "2026,P,S2,5");
    assertThat(learners(annex(facts)))
        .startsWith("SUM|Cộng chương trình|77|0|0|0|0|0|0|0", "ITEM|Trụ sở chính|10|1|0|0|1|1|1|4");
    assertThat(learners(annex(facts.without("reg.student_status"))))
        .startsWith("SUM|Cộng chương trình|77|0|0|0|0|null|null|null");
  }

  private static Facts twoPlaces() {
    String[] status = STATUS.clone();
    status[status.length - 1] = "B3,P,studying,2026-09-05,,S3,";
    return facts("2026-12-15", status)
        .with(
            "reg.site",
            "site_id,name,type,partner_id,province",
            "S1,Trụ sở chính,head_seat,,Hà Nội",
            "S2,Trung tâm,partner,DT,Ninh Bình",
            "S3,Trung tâm hai,partner,DT,Ninh Bình");
  }

  /** R7: both annexes add up the quotas that are known; the places without one are told. */
  @Test
  void aPlaceOfAPartnerWithoutAQuotaIsTold() {
    assertThat(issues(annex(twoPlaces()))).noneMatch(issue -> issue.startsWith("C28-PL-R7"));
    FilledForm partner = twoPlaces().fill("circular28-annex2").get(0);
    assertThat(part(partner, "circular28_annex2_enrolment").rows().get(0))
        .as("the quota of the first place")
        .contains(5);
    assertThat(partner.issues())
        .filteredOn(issue -> issue.severity() == Form.Severity.WARNING)
        .filteredOn(issue -> issue.check().equals("C28-PL-R9"))
        .extracting(FilledForm.Issue::scope, FilledForm.Issue::detail)
        .containsExactly(tuple("P", "Trung tâm hai"));
    assertThat(partner.draft()).isFalse();
  }

  @Test
  void whereEveryPlaceHasAQuotaNothingIsTold() {
    Facts facts =
        twoPlaces().with("reg.quota", QUOTA, "2026,P,S1,10", "2026,P,S2,5", "2026,P,S3,2");
    List<FilledForm> forms = facts.fill("circular28-annex2");
    assertThat(part(forms.get(0), "circular28_annex2_enrolment").rows().get(0)).contains(7);
    assertThat(issues(forms.get(0))).noneMatch(issue -> issue.startsWith("C28-PL-R9"));
  }

  /** R7 names the columns that differ: a place of a partner of which nobody says which one. */
  @Test
  void theColumnsThatDifferAreNamed() {
    FilledForm form =
        annex(
            facts("2026-12-15", STATUS)
                .with(
                    "reg.site",
                    "site_id,name,type,partner_id,province",
                    "S1,Trụ sở chính,head_seat,,Hà Nội",
                    "S2,Trung tâm,partner,,Ninh Bình"));
    assertThat(form.issues())
        .filteredOn(issue -> issue.check().equals("C28-PL-R7"))
        .singleElement()
        .satisfies(
            issue ->
                assertThat(issue.detail())
                    .startsWith("cột (6): Phụ lục I: 5, Phụ lục II: …")
                    .endsWith("cột (13): Phụ lục I: 1, Phụ lục II: …"));
  }
}

package vn.chuyencan.comply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.chuyencan.comply.FilledForm.Part;

/** Figures of Annex I and II on registers small enough to count by hand. */
class AnnexFiguresTest {
  static final String[] STATUS = {
    "student_id,program_id,status,from,to,site_id,decision_on",
    // There a year before; one is dismissed by a decision of the year, one graduates, one
    // withdraws.
    "A1,P,studying,2025-09-01,,,",
    "A2,P,studying,2025-09-01,2026-05-31,,",
    "A2,P,dismissed,2026-06-01,,,2026-05-20",
    "A3,P,studying,2025-09-01,2026-06-30,,",
    "A3,P,graduated,2026-07-01,,,2026-07-01",
    "A4,P,studying,2025-09-01,2026-03-31,,",
    "A4,P,withdrawn,2026-04-01,,,2026-03-30",
    // On leave until 20 December.
    "A5,P,studying,2025-09-01,2026-09-30,,",
    "A5,P,leave,2026-10-01,2026-12-20,,2026-09-25",
    // New; one moves to the partner in October.
    "B1,P,studying,2026-09-05,,,",
    "B2,P,studying,2026-09-05,2026-10-04,,",
    "B2,P,studying,2026-10-05,,S2,",
    "B3,P,studying,2026-09-05,,,"
  };

  /** A programme with a place of its own and one of a partner, with these statuses. */
  static Facts facts(String asOf, String... status) {
    return Facts.of(2026, asOf)
        .with(
            "reg.program",
            "program_id,name,major_name,major_code,form",
            "P,Từ xa,Ngành,7140103,distance")
        .with(
            "reg.decision",
            "decision_id,kind,number,signed_on,signer,program_id",
            "D,autonomy,1,2024-01-02,X,P")
        .with(
            "reg.site",
            "site_id,name,type,partner_id,province",
            "S1,Trụ sở chính,head_seat,,Hà Nội",
            "S2,Trung tâm,partner,DT,Ninh Bình")
        .with("reg.partner", "partner_id,name", "DT,Trung tâm")
        .with(
            "reg.partner_contract",
            "contract_id,partner_id,number,signed_on,valid_from,valid_to,program_id",
            "H,DT,1/HĐ,2024-01-02,2024-01-02,2028-01-01,P")
        .with(
            "reg.quota",
            "year,program_id,site_id,seats",
            "2026,P,S1,10",
            "2026,P,S2,5",
            "2025,P,S1,99")
        .with(
            "reg.admission",
            "student_id,program_id,cohort_id,site_id,admitted_on,enrolled_on,entry_level",
            "A1,P,K,S1,2025-08-01,2025-09-01,college",
            "A2,P,K,S1,2025-08-01,2025-09-01,college",
            "A3,P,K,S1,2025-08-01,2025-09-01,college",
            "A4,P,K,S1,2025-08-01,2025-09-01,college",
            "A5,P,K,S1,2025-08-01,2025-09-01,college",
            "B1,P,K,S1,2026-08-01,2026-09-05,upper_secondary",
            "B2,P,K,S1,2026-08-01,2026-09-05,postgraduate",
            "B3,P,K,S1,2026-08-01,2026-09-05,unknown",
            "B4,P,K,S1,2026-08-01,,college")
        .with("reg.student_status", status)
        .with(
            "reg.teaching_assignment",
            "assignment_id,year,term,program_id,staff_id,role",
            "1,2026,T,P,G,lecturer",
            "2,2026,T,P,G,lecturer",
            "3,2026,T,P,Q,manager",
            "4,2025,T,P,Z,lecturer")
        .with(
            "reg.staff_contract",
            "staff_id,category,from,to",
            "G,visiting,2024-01-01,2026-06-30",
            "G,full_time,2026-07-01,",
            "Q,permanent,2020-01-01,",
            "Z,permanent,2020-01-01,")
        .with("reg.program_version", "version_id,program_id,valid_from")
        .with("reg.program_course", "version_id,course_code,year_plan")
        .with("reg.syllabus_activity", "version_id,course_code,mode")
        .with("reg.material", "material_id,course_code,kind")
        .with(
            "reg.software",
            "software_id,name,used_from,used_to",
            "OLD,Cũ,2010-01-01,2025-12-31",
            "NEW,Mới,2026-11-01,");
  }

  static FilledForm annex(Facts facts) {
    return facts.fill("circular28-annex1").get(0);
  }

  static Part part(FilledForm form, String table) {
    return form.parts().stream()
        .filter(part -> table.equals(part.section().table()))
        .findFirst()
        .orElseThrow();
  }

  /** Printed cells of the lines of table III, joined by bars. */
  static List<String> learners(FilledForm form) {
    Part part = part(form, "circular28_annex1_learner");
    return part.rows().stream()
        .map(
            row ->
                part.line(row)
                    + "|"
                    + part.section().columns().stream()
                        .skip(4)
                        .map(column -> String.valueOf(row[part.column(column.column())]))
                        .collect(Collectors.joining("|")))
        .toList();
  }

  static List<String> issues(FilledForm form) {
    return form.issues().stream()
        .map(issue -> issue.check() + " " + issue.severity() + " " + issue.scope())
        .toList();
  }

  @Test
  void learnersByPlaceWithTheProjectionOfWhoComesBack() {
    // S1: A1 studies, B1 and B3 are new, A5 comes back on 21/12; S2: B2 moved there.
    FilledForm form = annex(facts("2026-12-15", STATUS));
    assertThat(learners(form))
        .containsExactly(
            "ITEM|Trụ sở chính|10|1|0|0|1|1|1|4",
            "NOTE|Trụ sở chính: trong số nhập học còn 1 người chưa xác định trình độ đầu vào|null|null|null|null|null|null|null|null",
            "ITEM|Trung tâm|5|0|0|0|0|0|0|1");
    Part part = part(form, "circular28_annex1_learner");
    Object[] seat = part.rows().get(0);
    assertThat(seat[part.column("stock_before")]).isEqualTo(5);
    assertThat(seat[part.column("stock_cut_off")]).isEqualTo(3);
    assertThat(seat[part.column("off_cut_off")]).isEqualTo(1);
    assertThat(seat[part.column("left_other")]).isEqualTo(1);
    assertThat(seat[part.column("moved_out")]).isEqualTo(1);
    assertThat(seat[part.column("enrolled_postgraduate")]).isEqualTo(1);
    // 3 = 5 + 0 + 3 - 1 - 1 - 1 + 0 - 1 - 1
    assertThat(seat[part.column("residual")]).isEqualTo(0);
    assertThat(seat[part.column("stock_difference")]).isNull();
    assertThat(issues(form))
        .containsExactly(
            "C28-PL-R3 WARNING P / S1",
            "C28-PL-R9 WARNING I. Chương trình đào tạo từ xa",
            "C28-PL-R9 WARNING II. Cơ sở phối hợp đào tạo",
            "C28-PL-R9 WARNING V. Phần mềm quản lý và hỗ trợ đào tạo từ xa");
    assertThat(form.draft()).isFalse();
  }

  @Test
  void inJanuaryTheTrueFiguresAndTheDifference() {
    String[] status = Arrays.copyOf(STATUS, STATUS.length + 1);
    // A5 did not come back but withdrew, decided on 18 December.
    status[9] = "A5,P,leave,2026-10-01,2026-12-17,,2026-09-25";
    status[STATUS.length] = "A5,P,withdrawn,2026-12-18,,,2026-12-18";
    FilledForm form = annex(facts("2027-01-10", status));
    Part part = part(form, "circular28_annex1_learner");
    Object[] seat = part.rows().get(0);
    assertThat(seat[part.column("stock_31_12")]).isEqualTo(3);
    assertThat(seat[part.column("stock_projected")]).isEqualTo(4);
    assertThat(seat[part.column("stock_difference")]).isEqualTo(-1);
    assertThat(issues(form)).contains("C28-PL-R5 WARNING P / S1");
    assertThat(form.draft()).isFalse();
  }

  @Test
  void aQuotaThatIsNotDividedStandsInTheSumOnly() {
    FilledForm form =
        annex(
            facts("2026-12-15", STATUS)
                .with("reg.quota", "year,program_id,site_id,seats", "2026,P,,20"));
    assertThat(learners(form))
        .containsExactly(
            "ITEM|Trụ sở chính|null|1|0|0|1|1|1|4",
            "NOTE|Trụ sở chính: trong số nhập học còn 1 người chưa xác định trình độ đầu vào|null|null|null|null|null|null|null|null",
            "ITEM|Trung tâm|null|0|0|0|0|0|0|1",
            "SUM|Cộng chương trình|20|1|0|0|1|1|1|5");
    assertThat(issues(form)).noneMatch(issue -> issue.endsWith("III. Người học"));
  }

  @Test
  void aQuotaThatNobodyToldIsUnknownAndListed() {
    FilledForm form = annex(facts("2026-12-15", STATUS).without("reg.quota"));
    assertThat(form.issues())
        .filteredOn(issue -> issue.scope().equals("III. Người học"))
        .extracting(FilledForm.Issue::detail)
        .containsExactly("dòng / row 1: (6)", "dòng / row 3: (6)");
  }

  @Test
  void withoutStatusesTheCountsAreUnknownAndNotZero() {
    FilledForm form = annex(facts("2026-12-15", STATUS).without("reg.student_status"));
    assertThat(learners(form).get(0)).isEqualTo("ITEM|Trụ sở chính|10|1|0|0|1|null|null|null");
    assertThat(form.draft()).isFalse();
    assertThat(form.issues()).anyMatch(issue -> issue.detail().contains("student_status (Phòng"));
  }

  @Test
  void aPersonCountsOnceByTheLastContractOfTheYear() {
    Part part = part(annex(facts("2026-12-15", STATUS)), "circular28_annex1_staff");
    assertThat(part.rows()).hasSize(1);
    Object[] row = part.rows().get(0);
    assertThat(row[part.column("lecturers_full_time")]).isEqualTo(1);
    assertThat(row[part.column("lecturers_visiting")]).isEqualTo(0);
    assertThat(row[part.column("lecturers_permanent")]).isEqualTo(0);
    assertThat(row[part.column("managers")]).isEqualTo(1);
  }

  @Test
  void onlySoftwareThatIsUsedInTheYear() {
    assertThat(part(annex(facts("2026-12-15", STATUS)), "circular28_annex1_software").rows())
        .hasSize(1);
  }

  /** R1: a contract about a programme that is none of the report. */
  @Test
  void aContractAboutAnotherProgrammeMakesADraft() {
    FilledForm form =
        annex(
            facts("2026-12-15", STATUS)
                .with(
                    "reg.partner_contract",
                    "contract_id,partner_id,number,signed_on,valid_from,program_id",
                    "H,DT,1/HĐ,2024-01-02,2024-01-02,P",
                    "H,DT,1/HĐ,2024-01-02,2024-01-02,Q"));
    assertThat(issues(form)).contains("C28-PL-R1 ERROR Q");
    assertThat(form.draft()).isTrue();
  }

  /** R2: nearest cases of a contract that ends. */
  @Test
  void aContractThatEndsBeforeTheDayOfTheCountMakesADraft() {
    String header = "contract_id,partner_id,number,signed_on,valid_from,valid_to,program_id";
    Facts facts = facts("2026-12-15", STATUS);
    assertThat(
            issues(
                annex(
                    facts.with(
                        "reg.partner_contract",
                        header,
                        "H,DT,1/HĐ,2024-01-02,2024-01-02,2026-12-15,P"))))
        .noneMatch(issue -> issue.startsWith("C28-PL-R2"));
    assertThat(
            issues(
                annex(
                    facts.with(
                        "reg.partner_contract",
                        header,
                        "H,DT,1/HĐ,2024-01-02,2024-01-02,2026-12-14,P"))))
        .contains("C28-PL-R2 ERROR P / S2");
    assertThat(issues(annex(facts.with("reg.partner_contract", header))))
        .contains("C28-PL-R2 ERROR P / S2");
  }

  /** R4: who enrolled in the year, and of whom no status is told. */
  @Test
  void aFlowThatDoesNotAddUpMakesADraft() {
    String[] status = Arrays.copyOf(STATUS, STATUS.length - 1);
    FilledForm form = annex(facts("2026-12-15", status));
    assertThat(form.issues())
        .filteredOn(issue -> issue.check().equals("C28-PL-R4"))
        .singleElement()
        .satisfies(issue -> assertThat(issue.detail()).endsWith("lệch -1"));
    assertThat(form.draft()).isTrue();
  }

  /** R7: Annex II has the same figures. */
  @Test
  void thePartnersReportIsTheSame() {
    List<FilledForm> forms = facts("2026-12-15", STATUS).fill("circular28-annex2");
    assertThat(forms)
        .singleElement()
        .satisfies(form -> assertThat(form.scope().id()).isEqualTo("DT"));
    Part part = part(forms.get(0), "circular28_annex2_enrolment");
    Object[] row = part.rows().get(0);
    assertThat(row[part.column("quota")]).isEqualTo(5);
    assertThat(row[part.column("stock_31_12")]).isEqualTo(1);
    assertThat(part(forms.get(0), "circular28_annex2_institution").rows().get(0)[6])
        .isEqualTo("Học viện");
    assertThat(issues(forms.get(0))).isEmpty();
  }

  /** R8 and R10. */
  @Test
  void staffThatTheFormHasNoColumnForIsListed() {
    FilledForm form =
        annex(
            facts("2026-12-15", STATUS)
                .with("reg.staff_contract", "staff_id,category,from,to", "G,task,2024-01-01,"));
    assertThat(form.issues())
        .filteredOn(issue -> issue.check().equals("C28-PL-R8"))
        .singleElement()
        .satisfies(issue -> assertThat(issue.detail()).isEqualTo("G (task)"));
    // The manager has no contract: no full-time equivalent for four learners.
    assertThat(issues(form)).contains("C28-PL-R10 WARNING *");
  }

  /** X-PD-7: one to four are hidden of what nobody demands, and of nothing else. */
  @Test
  void smallCountsAreHiddenOnlyWhereNoLawAsks() {
    FilledForm profile = facts("2026-12-15", STATUS).fill("learner-profile").get(0);
    Part part = profile.parts().get(0);
    assertThat(part.rows())
        .allSatisfy(row -> assertThat(row[part.column("learners")]).isIn(null, 0));
    assertThat(part.left()).isNotEmpty();
    assertThat(profile.issues()).isEmpty();
    FilledForm disclosed =
        facts("2026-12-15", STATUS)
            .with(
                "reg.cohort",
                "cohort_id,program_id,version_id,name,admission_open_on,starts_on",
                "K,P,V,Khóa,2025-05-01,2025-09-01")
            .fill("circular28-14-5b")
            .get(0);
    Part cohort = disclosed.parts().get(0);
    Object[] row = cohort.rows().get(0);
    assertThat(row[cohort.column("admitted")]).isEqualTo(9);
    assertThat(row[cohort.column("studying")]).isEqualTo(4);
    assertThat(row[cohort.column("departed")]).isEqualTo(2);
    assertThat(row[cohort.column("graduated")]).isEqualTo(1);
    assertThat(row[cohort.column("others")]).isEqualTo(2);
  }
}

package vn.chuyencan.comply;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import vn.chuyencan.model.Status;

/** C28-2.1: half of the load at a distance. */
class Circular28LoadTest {
  private static Facts facts(String... activities) {
    String[] lines = new String[activities.length + 1];
    lines[0] = "version_id,course_code,activity_id,type,mode,hours";
    System.arraycopy(activities, 0, lines, 1, activities.length);
    return Facts.of(2026, "2026-12-15")
        .with("reg.program", "program_id,name,form", "P,Công nghệ thông tin,distance")
        .with("reg.program_version", "version_id,program_id,valid_from", "V,P,2024-03-01")
        .with("reg.program_course", "version_id,course_code,credits", "V,A,3", "V,B,3")
        .with("reg.syllabus_activity", lines);
  }

  @Test
  void halfIsEnough() {
    Facts facts = facts("V,A,a1,attend,network,30", "V,B,b1,attend,face_to_face,30");
    Indicator found = facts.judge("C28-2.1").get("V");
    assertThat(found.status()).isEqualTo(Status.MET);
    assertThat(found.value()).isEqualByComparingTo("0.5");
    assertThat(found.denominator()).isEqualByComparingTo(BigDecimal.valueOf(6));
  }

  @Test
  void selfStudyAndExaminationsDoNotCount() {
    Facts facts =
        facts(
            "V,A,a1,attend,network,15",
            "V,A,a2,attend,face_to_face,15",
            "V,A,a3,self_study,self_study,90",
            "V,A,a4,exam,face_to_face,90",
            "V,B,b1,attend,network,10",
            "V,B,b2,attend,face_to_face,20");
    // 3 · 1/2 + 3 · 1/3 = 2.5 of 6; no course has more than half.
    Indicator found = facts.judge("C28-2.1").get("V");
    assertThat(found.status()).isEqualTo(Status.NOT_MET);
    assertThat(found.value()).isEqualByComparingTo("0.416667");
  }

  @Test
  void aCourseWithoutHoursLeavesItOpenOnlyWhereItMatters() {
    assertThat(facts("V,A,a1,attend,network,30").status("C28-2.1", "V"))
        .as("between 1/2 and 1: met either way")
        .isEqualTo(Status.MET);
    Indicator open =
        facts("V,A,a1,attend,face_to_face,1", "V,A,a2,attend,network,1").judge("C28-2.1").get("V");
    assertThat(open.status()).isEqualTo(Status.INSUFFICIENT_DATA);
    assertThat(open.missing()).isEqualTo("syllabus_activity B");
    assertThat(open.supplierVi()).isNotBlank();
  }

  @Test
  void readingsThatDisagreeAreForAPerson() {
    Facts facts =
        facts(
            "V,A,a1,attend,network,20",
            "V,A,a2,attend,face_to_face,20",
            "V,B,b1,attend,network,20",
            "V,B,b2,attend,face_to_face,20");
    // Exactly half by hours; no course has more than half.
    assertThat(facts.status("C28-2.1", "V")).isEqualTo(Status.NEEDS_REVIEW);
  }

  @Test
  void registersThatHoldNothingAreOwedByWhoKeepsThem() {
    Indicator found =
        Facts.of(2026, "2026-12-15")
            .with("reg.program", "program_id,name,form")
            .with("reg.program_version", "version_id,program_id,valid_from")
            .with("reg.program_course", "version_id,course_code,credits")
            .with("reg.syllabus_activity", "version_id,course_code,activity_id,type,mode,hours")
            .judge("C28-2.1")
            .get("*");
    assertThat(found.status()).isEqualTo(Status.INSUFFICIENT_DATA);
    assertThat(found.supplierEn()).contains("Training Office");
  }
}

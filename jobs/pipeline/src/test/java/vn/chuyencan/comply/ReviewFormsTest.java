package vn.chuyencan.comply;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The review of Circular 09 and the audit of Decision 3784, their figures counted by hand. */
class ReviewFormsTest {

  private static List<String> lines(FilledForm form, String table) {
    return form.parts().stream()
        .filter(part -> table.equals(part.section().table()))
        .flatMap(part -> part.rows().stream())
        .map(
            row ->
                Arrays.stream(row)
                    .skip(3)
                    .map(
                        cell ->
                            cell instanceof BigDecimal number
                                ? number.stripTrailingZeros().toPlainString()
                                : Objects.toString(cell, ""))
                    .collect(Collectors.joining("|")))
        .toList();
  }

  private static Facts school() {
    return Facts.of(2026, "2026-12-15")
        .with(
            "reg.term_calendar",
            "term,academic_year,starts_on,ends_on,main",
            "HK1,2026-2027,2026-09-01,2026-12-15,yes",
            "HK2,2025-2026,2026-01-20,2026-05-31,yes",
            "HK0,2024-2025,2025-01-20,2025-05-31,yes")
        .with(
            "reg.lesson_plan",
            "course_id,lesson_id,subject,planned_on,mode,decision_id,reason,delivered_on",
            "K,T1,Tin học,2026-09-09,support,,,2026-09-09",
            "K,T2,Tin học,2026-09-16,support,,,",
            "K,T3,Tin học,2026-09-16,replace,,,2026-09-16",
            "K,T4,Toán,2026-09-17,in_person,,,2026-09-17",
            "K,T0,Tin học,2026-03-02,support,,,2026-03-02")
        .with("reg.course_run", "course_id,title,opens_on,closes_on", "K,10A,2026-01-01,2026-12-31")
        .with(
            "reg.enrolment",
            "course_id,learner_id,role",
            "K,a,learner",
            "K,b,learner",
            "K,t,lecturer")
        .with(
            "lake.section_activity",
            "course_id,person_id,action,activity_kind,week",
            "K,a,viewed,page,2026-09-07",
            "K,a,viewed,page,2026-03-02",
            "K,t,replied,post,2026-09-14")
        .with("lake.attendance_record", "course_id,learner_id,starts_at,counted_present")
        .with("lake.assessment_attempt", "course_id,learner_id,finished_at")
        .with(
            "lake.submission",
            "course_id,learner_id,submitted_at,checked_by,checked_on,check_status")
        .with("lake.forum_post", "course_id,learner_id,occurred_at")
        .with("reg.live_log", "entry_id,course_id,person_id,person_kind,joined_at,left_at")
        .with(
            "reg.decision",
            "decision_id,kind,signed_on,signer_role",
            "Q,force_majeure,2026-10-01,principal")
        .with(
            "reg.exam_session",
            "exam_id,kind,mode,held_on,candidates,force_majeure_reason,decision_id",
            "1,midterm,in_person,2026-10-20,40,,",
            "2,midterm,online,2026-10-21,5,Bão,Q",
            "3,midterm,online,2026-10-22,2,,",
            "4,final,in_person,2026-05-20,39,,")
        .with(
            "reg.material",
            "material_id,title,team_approved_on,approved_on,first_used_on",
            "M1,Bài 1,2026-08-01,2026-08-02,2026-09-01",
            "M2,Bài 2,,2026-08-02,2026-09-01")
        .with("reg.software", "software_id,name,kind", "L,Phòng học,synchronous")
        .with("reg.software_function", "software_id,function,tested_on", "L,C09-9.1a1,2026-08-18")
        .with(
            "reg.identity",
            "learner_id,kind,home_page,identifier",
            "a,account,h,1",
            "b,account,h,2",
            "t,account,h,3")
        .with("reg.person_number", "person_id,sector_code", "a,M1", "t,M3")
        .with("reg.document", "document_id,code,issued_on", "D,C09-8.2,2026-09-01")
        .with(
            "reg.review_record",
            "review_id,kind,term,held_on,difficulties,causes,proposals",
            "R,semester_review,HK1,2026-12-15,Mất điện,Bão,Mua máy phát");
  }

  @Test
  void everySemesterOfTheYearHasItsReview() {
    List<FilledForm> forms = school().fill("circular09-review");
    assertThat(forms).extracting(form -> form.scope().id()).containsExactly("HK2", "HK1");
    FilledForm first = forms.get(1);
    assertThat(first.scope().name()).isEqualTo("học kỳ HK1 năm học 2026-2027");
    assertThat(lines(first, "circular09_lesson"))
        .containsExactly("Tin học|support|2|1", "Tin học|replace|1|1", "Toán|in_person|1|1");
    // Two weeks with a lesson given online: 4 weeks of pupils, 2 of the teacher.
    assertThat(lines(first, "circular09_activity")).containsExactly("K|10A|4|2|0|0|1|0|0|0|0|1");
    assertThat(lines(first, "circular09_assessment"))
        .containsExactly(
            "midterm|in_person||1|40|0", "midterm|online||1|2|1", "midterm|online|Bão|1|5|0");
    assertThat(lines(first, "circular09_material"))
        .containsExactly(
            "M1|Bài 1|2026-08-01|2026-08-02|2026-09-01|yes", "M2|Bài 2||2026-08-02|2026-09-01|no");
    assertThat(lines(first, "circular09_function"))
        .hasSize(21)
        .contains("C09-9.1a1|Phòng học 2026-08-18");
    assertThat(lines(first, "circular09_account")).containsExactly("learner|2|1", "teacher|1|1");
    assertThat(lines(first, "circular09_record")).hasSize(5).contains("C09-8.2|1|2026-09-01");
    assertThat(first.parts().stream().flatMap(part -> part.narrative().stream()))
        .containsExactly("Mất điện", "Bão", "Mua máy phát");
    assertThat(
            lines(
                school().without("reg.person_number").fill("circular09-review").get(1),
                "circular09_account"))
        .as("nobody knows how many match")
        .containsExactly("learner|2|", "teacher|1|");
    assertThat(lines(forms.get(0), "circular09_lesson")).containsExactly("Tin học|support|1|1");
    assertThat(lines(forms.get(0), "circular09_assessment"))
        .containsExactly("final|in_person||1|39|0");
  }

  @Test
  void aCourseIsAudited() {
    Facts facts =
        Facts.of(2026, "2026-12-15")
            .with(
                "reg.package_item",
                "course_code,item_id,kind,chapter",
                "M,v,lecture_video,1",
                "M,s,syllabus,",
                "N,v,lecture_video,1")
            .with(
                "lake.package_file",
                "course_code,item_id,path,format,state,width,height,duration_seconds,has_audio,audio_codec,audio_kbps",
                "M,v,v.mp4,mp4,measured,1280,720,901,true,mp3,128")
            .with(
                "reg.question_item",
                "course_code,question_id,use,kind,chapter,stem,has_hint",
                "M,1,interactive,true_false,1,x,yes",
                "M,2,chapter_end,open,1,x,no",
                "M,3,chapter_end,multiple_choice,1,,no",
                "M,4,final,multiple_choice,1,,");
    Regulation decision =
        Regulations.all().stream()
            .filter(each -> each.id().equals("decision-3784-2022"))
            .findFirst()
            .orElseThrow();
    try (Compliance compliance =
        new Compliance(
            new ReportPeriod(2026, LocalDate.of(2026, 12, 15)),
            facts,
            Regulations.all(),
            Set.of())) {
      List<FilledForm> forms =
          new FormFiller(compliance, "Học viện", "HEMIS", compliance.judge(decision))
              .fill(Forms.named("decision3784-audit").orElseThrow());
      assertThat(forms).extracting(form -> form.scope().id()).containsExactly("M", "N");
      FilledForm audit = forms.get(0);
      assertThat(lines(audit, "decision3784_file"))
          .containsExactly("v|lecture_video|mp4|measured|1280|720|901|mp3|128|||||");
      assertThat(lines(audit, "decision3784_question")).containsExactly("1|1|2|2|1|3");
      assertThat(lines(audit, "decision3784_check"))
          .contains(
              "Q3784-V.V.2a|Mỗi bài giảng không quá 15 phút|OBLIGATION||0|NOT_MET|v 901 s||",
              "Q3784-V.VI.2a|Mỗi chương có ít nhất 20 câu hỏi|OBLIGATION|1|2|NOT_MET|||")
          .noneMatch(line -> line.contains("N/"));
      assertThat(lines(forms.get(1), "decision3784_check"))
          .as("of a video that was not measured no value is told")
          .anyMatch(
              line ->
                  line.startsWith(
                      "Q3784-V.V.2a|Mỗi bài giảng không quá 15 phút|OBLIGATION|||INSUFFICIENT_DATA|"));
      assertThat(audit.parts().get(3).draft())
          .contains("Q3784-V.V.2a: Mỗi bài giảng không quá 15 phút (v 901 s)");
    }
  }
}

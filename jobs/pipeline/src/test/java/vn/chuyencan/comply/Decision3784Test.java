package vn.chuyencan.comply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Decision 3784/QĐ-BGDĐT: completeness of a package, questions, procedures. */
class Decision3784Test {

  private static Facts facts() {
    return Facts.of(2026, "2026-12-15");
  }

  private static String[] lines(String header, String... rows) {
    return Stream.concat(Stream.of(header), Stream.of(rows)).toArray(String[]::new);
  }

  private static Facts items(String header, String... rows) {
    return facts().with("reg.package_item", lines("course_code,item_id," + header, rows));
  }

  @Test
  void thePackageHasTenItems() {
    Facts facts = items("kind", "M,1,syllabus", "M,2,slides").without("reg.question_item");
    assertThat(facts.judge("Q3784-V.I")).hasSize(10);
    assertThat(Told.of(facts, "Q3784-V.I", "M/syllabus")).isEqualTo("MET 1");
    assertThat(Told.of(facts, "Q3784-V.I", "M/reading")).isEqualTo("NOT_MET 0");
    assertThat(Told.of(facts, "Q3784-V.I", "M/exercise_video")).isEqualTo("NOT_APPLICABLE 0");
    assertThat(Told.of(facts, "Q3784-V.I", "M/tools")).isEqualTo("NOT_APPLICABLE 0");
    facts.with("reg.question_item", "course_code,question_id,use,kind", "M,q,midterm,open");
    assertThat(Told.of(facts, "Q3784-V.I", "M/assessment_questions")).isEqualTo("MET 1");
    assertThat(Told.of(facts, "Q3784-V.I", "M/interactive_questions")).isEqualTo("NOT_MET 0");
  }

  @ParameterizedTest
  @CsvSource({
    "1 2 3 4 5 6 6a 7a 7b 7c 8a 8b 8c 8d, MET 1",
    "1 2 3 4 5 6 7a 7b 7c 8a 8b 8c 8d, NOT_MET 0.928571 [6a]",
    "'', NOT_MET 0 [1; 2; 3; 4; 5; 6; 6a; 7a; 7b; 7c; 8a; 8b; 8c; 8d]"
  })
  void theSyllabusHasItsParts(String contents, String told) {
    Facts facts = items("kind,contents", "M,1,syllabus," + contents);
    assertThat(Told.of(facts, "Q3784-V.II", "M")).isEqualTo(told);
  }

  @Test
  void slidesDeclareNineParts() {
    Facts facts =
        items(
            "kind,contents",
            "M,a,slides,name author unit contents objectives summary details wrap_up next",
            "M,b,slides,name author unit contents objectives summary details wrap_up");
    assertThat(Told.of(facts, "Q3784-V.III.2", "M")).isEqualTo("NOT_MET 0.5 [b 8/9]");
  }

  @ParameterizedTest
  @CsvSource({
    "vi, MET 1",
    "en, MET 1",
    "other, NOT_MET 0 [a]",
    "'', INSUFFICIENT_DATA 0 -package_item a"
  })
  void languagesAreVietnameseOrEnglish(String language, String told) {
    assertThat(Told.of(items("kind,language", "M,a,slides," + language), "Q3784-V.III.3", "M"))
        .isEqualTo(told);
    assertThat(
            Told.of(items("kind,language", "M,a,lecture_video," + language), "Q3784-V.V.3b", "M"))
        .isEqualTo(told);
  }

  @Test
  void whatIsOfTheWholeCourseIsPublished() {
    Facts facts =
        items(
            "kind,published_on",
            "M,1,syllabus,2026-12-15",
            "M,2,references,2026-01-01",
            "M,3,general_information,2026-12-16");
    assertThat(Told.of(facts, "Q3784-IV.B2a", "M"))
        .isEqualTo("NOT_MET 0.666667 [general_information]");
  }

  @Test
  void everyWeekHasNineItemsInTime() {
    String[] kinds = {
      "before_lesson",
      "study_guide",
      "exercise_guide",
      "answers",
      "material_guide",
      "slides",
      "lecture_video",
      "interactive_questions",
      "exercises"
    };
    String[] rows =
        IntStream.range(0, 9)
            .mapToObj(at -> "M," + at + "," + kinds[at] + ",1,2026-09-07,2026-09-07")
            .toArray(String[]::new);
    String header = "kind,week,starts_on,published_on";
    assertThat(Told.of(items(header, rows), "Q3784-IV.B2b", "M/1")).isEqualTo("MET 1");
    rows[8] = "M,8,exercises,1,2026-09-07,2026-09-08";
    assertThat(Told.of(items(header, rows), "Q3784-IV.B2b", "M/1"))
        .isEqualTo("NOT_MET 0.888889 [bài tập và hướng dẫn (trễ)]");
    rows[8] = "M,8,exercises,1,2026-09-07,";
    assertThat(Told.of(items(header, rows), "Q3784-IV.B2b", "M/1"))
        .isEqualTo("INSUFFICIENT_DATA 0.888889 -package_item published_on, starts_on");
    rows[8] = "M,8,exercises,2,2026-09-14,2026-09-14";
    assertThat(Told.of(items(header, rows), "Q3784-IV.B2b", "M/1"))
        .isEqualTo("NOT_MET 0.888889 [bài tập và hướng dẫn]");
  }

  @Test
  void everythingIsReached() {
    assertThat(Told.of(items("kind,reached", "M,a,slides,yes"), "Q3784-IV.B3", "M"))
        .isEqualTo("MET 1");
    assertThat(
            Told.of(items("kind,reached", "M,a,slides,yes", "M,b,slides,no"), "Q3784-IV.B3", "M"))
        .isEqualTo("NOT_MET 0.5 [b]");
    assertThat(Told.of(items("kind,reached", "M,a,slides,yes", "M,b,slides,"), "Q3784-IV.B3", "M"))
        .isEqualTo("INSUFFICIENT_DATA 0.5 -package_item b");
    assertThat(
            Told.of(
                items("kind,url,reached", "M,a,references,http://x,no", "M,b,references,,"),
                "Q3784-V.VIII.2",
                "M"))
        .isEqualTo("NOT_MET 0 [a]");
  }

  private static Facts questions(String... rows) {
    return items("kind,chapter", "M,s,syllabus,", "M,v,lecture_video,2")
        .with(
            "reg.question_item",
            lines("course_code,question_id,use,kind,chapter,stem,has_hint,level,delivered", rows));
  }

  private static String[] many(int from, int count, String rest) {
    return IntStream.range(from, from + count)
        .mapToObj(at -> "M,q" + at + "," + rest)
        .toArray(String[]::new);
  }

  private static String[] both(String[] one, String... other) {
    return Stream.concat(Stream.of(one), Stream.of(other)).toArray(String[]::new);
  }

  @Test
  void everyChapterHasTwentyQuestions() {
    Facts twenty = questions(many(0, 20, "chapter_end,open,1,,yes,,"));
    assertThat(Told.of(twenty, "Q3784-V.VI.2a", "M/1")).isEqualTo("MET 20");
    assertThat(Told.of(twenty, "Q3784-V.VI.2a", "M/2")).as("only a video").isEqualTo("NOT_MET 0");
    Facts nineteen =
        questions(
            both(
                many(0, 19, "interactive,open,1,,yes,,"),
                "M,q0,chapter_end,open,1,,yes,,",
                "M,q90,final,open,1,,yes,,",
                "M,q91,chapter_end,open,,,yes,,"));
    assertThat(Told.of(nineteen, "Q3784-V.VI.2a", "M/1"))
        .as("q0 twice, one of the final, one of no chapter")
        .isEqualTo("NOT_MET 19");
    assertThat(Told.of(nineteen, "Q3784-V.VI.2a-CG", "M")).isEqualTo("- 1 [q91]");
    Facts alike =
        questions(
            both(
                many(0, 19, "chapter_end,open,1,,yes,,"),
                "M,q90,chapter_end,open,1,t,yes,,",
                "M,q91,chapter_end,open,1,t,yes,,"));
    assertThat(Told.of(alike, "Q3784-V.VI.2a", "M/1")).as("one text twice").isEqualTo("MET 20");
  }

  @Test
  void questionsOfChaptersHaveHints() {
    assertThat(Told.of(questions(many(0, 2, "chapter_end,open,1,,yes,,")), "Q3784-V.VI.2b", "M"))
        .isEqualTo("MET 1");
    assertThat(
            Told.of(
                questions(
                    "M,a,chapter_end,open,1,,yes,,",
                    "M,b,interactive,open,1,,,,",
                    "M,c,final,open,1,,no,,"),
                "Q3784-V.VI.2b",
                "M"))
        .isEqualTo("NOT_MET 0.5 [b]");
  }

  @ParameterizedTest
  @CsvSource({
    "midterm, 30, MET 30",
    "midterm, 29, NOT_MET 29",
    "final, 50, MET 50",
    "final, 49, NOT_MET 49"
  })
  void testsDeliverEnoughQuestions(String use, int count, String told) {
    String[] rows =
        both(
            many(0, count, use + ",multiple_choice,1,,,,yes"),
            many(500, 60, use + ",true_false,1,,,,no"));
    assertThat(Told.of(questions(rows), "Q3784-V.VI.3a", "M/" + use)).isEqualTo(told);
  }

  @Test
  void testsOfAnotherFormAreNotCounted() {
    Facts open = questions("M,a,midterm,open,1,,,,yes");
    assertThat(Told.of(open, "Q3784-V.VI.3a", "M/midterm")).isEqualTo("NOT_APPLICABLE");
    Facts undecided = questions(many(0, 30, "midterm,multiple_choice,1,,,,"));
    assertThat(Told.of(undecided, "Q3784-V.VI.3a", "M/midterm"))
        .isEqualTo("INSUFFICIENT_DATA 0 -question_item delivered");
    assertThat(
            Told.of(
                questions(many(0, 29, "midterm,multiple_choice,1,,,,")),
                "Q3784-V.VI.3a",
                "M/midterm"))
        .as("not enough either way")
        .isEqualTo("NOT_MET 0");
  }

  @Test
  void theCourseHasAHundredObjectiveQuestionsOfEveryChapter() {
    String[] rows =
        both(many(0, 98, "chapter_end,multiple_choice,1,,,,"), "M,x,final,true_false,2,,,,");
    assertThat(Told.of(questions(rows), "Q3784-V.VI.3b", "M")).isEqualTo("NOT_MET 99");
    String[] hundred = both(rows, "M,y,final,true_false,2,,,,");
    assertThat(Told.of(questions(hundred), "Q3784-V.VI.3b", "M")).isEqualTo("MET 100");
    String[] bare = many(0, 100, "chapter_end,multiple_choice,1,,,,");
    assertThat(Told.of(questions(bare), "Q3784-V.VI.3b", "M")).isEqualTo("NOT_MET 100 [2]");
    String[] open = both(rows, "M,y,final,open,2,,,,");
    assertThat(Told.of(questions(open), "Q3784-V.VI.3b", "M")).isEqualTo("NOT_MET 99");
  }

  @Test
  void questionsAreToldByLevelAndLesson() {
    Facts facts =
        questions("M,a,interactive,open,1,,,apply,", "M,b,interactive,open,1,,,remember,");
    assertThat(Told.of(facts, "Q3784-V.VI.4", "M/apply")).isEqualTo("- 0.5");
    assertThat(Told.of(questions("M,a,interactive,open,1,,,,"), "Q3784-V.VI.4", "M/apply"))
        .isEqualTo("INSUFFICIENT_DATA 0 -question_item level");
    Facts lesson =
        items(
                "kind,lesson,sequence",
                "M,v1,lecture_video,1.1,1",
                "M,v2,lecture_video,1.2,3",
                "M,v3,lecture_video,1.3,5")
            .with(
                "reg.question_item",
                "course_code,question_id,use,kind,lesson,sequence",
                "M,a,interactive,open,1.1,2",
                "M,b,interactive,true_false,1.1,2",
                "M,c,final,open,1.2,4");
    assertThat(Told.of(lesson, "Q3784-V.VI.1", "M/1.1"))
        .isEqualTo("- 2 [gợi mở, tự luận; đúng sai]");
    assertThat(Told.of(lesson, "Q3784-V.VI.1", "M/1.2")).isEqualTo("- 0");
    assertThat(Told.of(lesson, "Q3784-V.V.2c", "M")).as("between 1 and 3 only").isEqualTo("- 0.5");
  }

  @Test
  void exercisesAndReferencesAndRights() {
    Facts facts =
        items(
            "kind,chapter,has_hint,class_hours,author,title,issued_in,publisher,url,owner,licence,state_funded",
            "M,a,exercises,1,yes,,,,,,,Lê A,tự làm,",
            "M,b,exercises,1,,,,,,,,Lê A,,",
            "M,r,references,,,,Trần B,Giáo trình,2024,,http://x,NXB,có phép,",
            "M,s,references,,,,Trần B,Giáo trình,,NXB,,Trần B,CC BY,",
            "M,v,lecture_video,1,,2,,,,,,Lê A,tự làm,yes",
            "M,w,lecture_video,1,,,,,,,,Bộ GDĐT,tự làm,yes");
    assertThat(Told.of(facts, "Q3784-V.VII.1", "M/1")).isEqualTo("- 2");
    assertThat(Told.of(facts, "Q3784-V.VII.3", "M")).isEqualTo("NOT_MET 0.5 [b]");
    assertThat(Told.of(facts, "Q3784-V.VIII.3", "M")).isEqualTo("NOT_MET 0.5 [s]");
    assertThat(Told.of(facts, "Q3784-V.IX", "M")).isEqualTo("NOT_MET 0.666667 [b; v]");
    assertThat(Told.of(facts, "Q3784-V.V.2b", "M/1")).as("2 videos, 2 hours").isEqualTo("- 1");
  }

  private static Facts steps(String... documents) {
    return items("kind", "M,1,syllabus")
        .with(
            "reg.document",
            lines("document_id,code,subject_id,issued_on,signer,external_members", documents));
  }

  @Test
  void stepsAreRecordedInOrder() {
    Facts facts =
        steps(
            "1,Q3784-I.B1,,2026-01-10,,",
            "2,Q3784-I.B2,M,2026-01-10,,",
            "3,Q3784-I.B3,M,2026-01-09,,",
            "4,Q3784-I.B4,N,2026-01-12,,",
            "5,Q3784-I.B5,M,2026-01-13,,");
    assertThat(Told.of(facts, "Q3784-I.B", "M/Q3784-I.B1")).isEqualTo("MET 1 [1 2026-01-10]");
    assertThat(Told.of(facts, "Q3784-I.B", "M/Q3784-I.B2")).as("on one day").startsWith("MET");
    assertThat(Told.of(facts, "Q3784-I.B", "M/Q3784-I.B3")).as("before 2").startsWith("NOT_MET 1");
    assertThat(Told.of(facts, "Q3784-I.B", "M/Q3784-I.B4")).as("of another").isEqualTo("NOT_MET 0");
    assertThat(Told.of(facts, "Q3784-I.B", "M/Q3784-I.B5")).as("unsigned").startsWith("NOT_MET 1");
  }

  @ParameterizedTest
  @CsvSource({
    "Q3784-II.B, Q3784-II.B5, '',  1, MET",
    "Q3784-II.B, Q3784-II.B5, '',  0, NOT_MET",
    "Q3784-III.B, Q3784-III.B7, '', '', NOT_MET",
    "Q3784-III.B, Q3784-III.B8, Lê A, '', MET"
  })
  void outsideCouncilsAndApprovals(
      String rule, String code, String signer, String members, String status) {
    Facts facts = steps("1," + code + ",M,2026-01-10," + signer + "," + members);
    assertThat(facts.status(rule, "M/" + code).name()).isEqualTo(status);
  }

  private static Facts trials(String... trials) {
    return items("kind", "M,1,syllabus")
        .with(
            "reg.package_trial",
            lines(
                "course_code,trial_id,ended_on,weeks_planned,weeks_taught,load_tested_users,learner_responses,lecturer_responses,expert_responses,results,changes,started_on",
                Stream.of(trials)
                    .map(
                        trial ->
                            trial.chars().filter(c -> c == ',').count() == 11
                                ? trial
                                : trial + ",2026-03-02")
                    .toArray(String[]::new)));
  }

  @Test
  void theWholeCourseIsTried() {
    assertThat(Told.of(trials("M,T,2026-12-15,12,12,500,1,1,0,kq,"), "Q3784-IV.B4", "M"))
        .isEqualTo("MET 1 [T 12/12]");
    assertThat(Told.of(trials("M,T,2026-12-15,12,11,,,,,,"), "Q3784-IV.B4", "M"))
        .isEqualTo("NOT_MET 0 [T 11/12]");
    assertThat(Told.of(trials("M,T,2026-12-16,12,12,,,,,,"), "Q3784-IV.B4", "M"))
        .isEqualTo("NOT_MET 0 [T 12/12]");
    assertThat(Told.of(trials(), "Q3784-IV.B4", "M")).isEqualTo("NOT_MET 0");
    assertThat(Told.of(trials("M,T,,,,1,,,,,"), "Q3784-IV.B4-TAI", "M")).isEqualTo("MET 1");
    assertThat(Told.of(trials("M,T,,,,,,,,,"), "Q3784-IV.B4-TAI", "M")).isEqualTo("NOT_MET");
    Facts answered = trials("M,T,2026-12-15,12,12,500,1,1,0,kq,");
    assertThat(Told.of(answered, "Q3784-IV.B5", "M/learner")).isEqualTo("MET 1");
    assertThat(Told.of(answered, "Q3784-IV.B5", "M/expert")).isEqualTo("NOT_MET 0");
    assertThat(Told.of(answered, "Q3784-IV.B5-HS", "M/results")).isEqualTo("MET 1");
    assertThat(Told.of(answered, "Q3784-IV.B5-HS", "M/changes")).isEqualTo("NOT_MET 0");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-06-01, Lê A, 2026-06-01, MET [2026-06-01]",
    "2026-05-31, Lê A, 2026-06-01, NOT_MET [2026-05-31]",
    "2026-06-01, '', 2026-06-01, NOT_MET",
    "2026-05-20, Lê A, 2026-05-20, NOT_MET [2026-05-20]"
  })
  void acceptanceComesLast(String accepted, String signer, String evaluated, String told) {
    Facts facts =
        trials("M,T,2026-05-30,12,12,,,,,,")
            .with(
                "reg.document",
                "document_id,code,subject_id,issued_on,signer",
                "1,Q3784-IV.B5,M," + evaluated + ",",
                "2,Q3784-IV.B6,M," + accepted + "," + signer);
    assertThat(Told.of(facts, "Q3784-IV.B6", "M")).isEqualTo(told);
  }

  @Test
  void aTrialThatHasNotBegunTellsNothing() {
    Facts later = trials("M,T,2027-06-15,12,12,500,1,1,1,kq,sửa,2026-12-16");
    assertThat(Told.of(later, "Q3784-IV.B4-TAI", "M")).isEqualTo("NOT_MET");
    assertThat(Told.of(later, "Q3784-IV.B5", "M/expert")).isEqualTo("NOT_MET");
    assertThat(Told.of(later, "Q3784-IV.B5-HS", "M/results")).isEqualTo("NOT_MET 0");
  }

  /** Acceptance closes what was tried and evaluated; what comes later does not open it again. */
  @ParameterizedTest
  @CsvSource({
    "'M,T,,12,11,,,,,,', 2026-06-01, 2026-06-05, NOT_MET [2026-06-05]", // the trial still runs
    "'M,T,2026-05-30,12,12,,,,,,', 2026-05-29, 2026-06-05, NOT_MET [2026-06-05]",
    "'M,T,2026-05-30,12,12,,,,,,;M,U,2026-11-30,12,12,,,,,,', 2026-06-01, 2026-06-05, MET [2026-06-05]",
    "'N,T,2026-05-30,12,12,,,,,,', 2026-06-01, 2026-06-05, NOT_MET [2026-06-05]" // never tried
  })
  void acceptanceIsOfATrialThatEnded(
      String trials, String evaluated, String accepted, String told) {
    Facts facts =
        trials(trials.split(";"))
            .with(
                "reg.document",
                "document_id,code,subject_id,issued_on,signer",
                "1,Q3784-IV.B5,M," + evaluated + ",",
                "2,Q3784-IV.B6,," + accepted + ",Lê A",
                "3,Q3784-IV.B5,M,2026-12-01,");
    assertThat(Told.of(facts, "Q3784-IV.B6", "M")).isEqualTo(told);
  }

  @Test
  void anItemOfAWeekThatIsNotPublishedIsNotHidden() {
    String header = "kind,week,starts_on,published_on";
    Facts facts =
        items(
            header,
            "M,a,slides,1,2026-09-07,2026-09-07",
            "M,b,slides,1,2026-09-07,",
            "M,c,answers,1,,2026-09-08",
            "M,d,exercises,1,,2026-09-07");
    Indicator found = facts.judge("Q3784-IV.B2b").get("M/1");
    assertThat(found.numerator()).as("exercises").isEqualByComparingTo("1");
    assertThat(found.missing()).isEqualTo("package_item published_on, starts_on");
    assertThat(found.detail()).contains("trả lời câu hỏi (trễ)").doesNotContain("slide");
  }

  @Test
  void aQuestionInTwoUsesCountsOnce() {
    Facts facts =
        questions(
            "M,a,chapter_end,open,1,,yes,,",
            "M,b,interactive,open,1,,no,,",
            "M,b,chapter_end,open,1,,no,,");
    assertThat(Told.of(facts, "Q3784-V.VI.2b", "M")).isEqualTo("NOT_MET 0.5 [b]");
  }
}

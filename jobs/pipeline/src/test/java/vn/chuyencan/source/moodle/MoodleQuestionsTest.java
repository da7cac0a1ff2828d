package vn.chuyencan.source.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.chuyencan.model.CourseRun;
import vn.chuyencan.testing.DatabaseServer;
import vn.chuyencan.testing.MoodleSite;
import vn.chuyencan.testing.MoodleVersion;
import vn.chuyencan.testing.SmallSite;

/** Which questions of a bank are questions of a course, of which chapter, and for what. */
@Tag("database")
class MoodleQuestionsTest {
  /** The course's context in a small site, and one of a bank in a module of it. */
  private static final long COURSE = 10;

  private static final long MODULE = 11;
  private static final long TOP = 1;

  private final MoodleQuestionsSite told = new MoodleQuestionsSite();

  private List<Map<String, String>> rows(MoodleSite site) {
    return MoodleQuestions.read(SiteSettings.of(site.commit()), List.of(), Set.of("KH-1"));
  }

  private static List<String> said(List<Map<String, String>> rows, String... columns) {
    return rows.stream()
        .map(
            row ->
                List.of(columns).stream()
                    .map(column -> String.valueOf(row.get(column)))
                    .collect(Collectors.joining(" ")))
        .toList();
  }

  private MoodleSite site(DatabaseServer server, MoodleVersion version) {
    MoodleSite site = SmallSite.fill(new MoodleSite(server, version, "mdl_"));
    told.category(site, TOP, 0, COURSE, "top", null);
    told.category(site, 2, TOP, COURSE, "Default for FLIP01", null);
    told.category(site, 3, TOP, COURSE, "Chương 01: Mở đầu", null);
    told.category(site, 4, 3, COURSE, "Bài 1.1", null);
    told.category(site, 5, TOP, COURSE, "Ôn tập chương 9", "2");
    return site;
  }

  @ParameterizedTest
  @CsvSource({"MARIADB,V4_1", "MARIADB,V5_1", "POSTGRESQL,V4_1", "POSTGRESQL,V5_1"})
  void aCategoryIsOfTheNearestChapterThatIsTold(DatabaseServer server, MoodleVersion version) {
    try (MoodleSite site = site(server, version)) {
      told.question(site, 1, 3, "multichoice");
      told.question(site, 2, 4, "truefalse");
      told.question(site, 3, 5, "essay");
      told.question(site, 4, 2, "match");
      assertThat(said(rows(site), "question_id", "use", "kind", "chapter"))
          .containsExactly(
              "question-1 chapter_end multiple_choice 1",
              "question-2 chapter_end true_false 1",
              "question-3 chapter_end open 2",
              "question-4 chapter_end multiple_choice null");
    }
  }

  @ParameterizedTest
  @EnumSource(DatabaseServer.class)
  void theLatestReadyVersionOfWhatAsksSomething(DatabaseServer server) {
    try (MoodleSite site = site(server, MoodleVersion.V4_5)) {
      told.question(site, 1, 3, "essay");
      told.version(site, 101, 1, 2, "multichoice", "ready");
      told.version(site, 102, 1, 3, "truefalse", "draft");
      told.entry(site, 2, 3, null);
      told.version(site, 2, 2, 1, "multichoice", "hidden");
      told.entry(site, 3, 3, null);
      told.version(site, 3, 3, 1, "multichoice", "draft");
      told.question(site, 4, 3, "description");
      told.question(site, 5, 3, "random");
      told.question(site, 6, 3, "shortanswer");
      site.change("UPDATE {question} SET parent = 1 WHERE id = 6");
      assertThat(said(rows(site), "question_id", "kind"))
          .containsExactly("question-1 multiple_choice");
    }
  }

  @ParameterizedTest
  @EnumSource(DatabaseServer.class)
  void examinationsGiveWhatStandsInThemAndDrawTheRest(DatabaseServer server) {
    try (MoodleSite site = site(server, MoodleVersion.V4_5)) {
      for (long id = 1; id <= 4; id++) {
        told.question(site, id, 3, "multichoice");
      }
      told.question(site, 5, 2, "multichoice");
      told.question(site, 6, 2, "multichoice");
      told.category(site, 6, TOP, COURSE, "Thi cuối kỳ", null);
      told.question(site, 7, 6, "multichoice");
      told.quiz(site, 20, 7, "Kiểm tra giữa kỳ");
      told.slot(site, 1, 7, 1L);
      told.slot(site, 2, 7, 5L);
      // Two of the three that are left in the chapter, in the ways of before and since 4.3.
      told.draw(site, 3, 7, "{\"questioncategoryid\":\"3\",\"includingsubcategories\":\"1\"}");
      told.draw(site, 4, 7, drawnSince43("3", true));
      told.draw(site, 5, 7, "no JSON");
      told.quiz(site, 21, 8, "Luyện tập");
      told.slot(site, 6, 8, 6L);
      assertThat(said(rows(site), "question_id", "use", "chapter", "delivered"))
          .containsExactly(
              "question-1 midterm 1 yes",
              "question-1 chapter_end 1 null",
              "question-2 midterm 1 yes",
              "question-2 chapter_end 1 null",
              "question-3 midterm 1 yes",
              "question-3 chapter_end 1 null",
              "question-4 midterm 1 no",
              "question-4 chapter_end 1 null",
              "question-5 midterm null yes",
              "question-6 chapter_end null null",
              "question-7 final null no");
    }
  }

  private static String drawnSince43(String category, boolean deep) {
    return "{\"filter\":{\"category\":{\"jointype\":1,\"values\":[\""
        + category
        + "\"],\"filteroptions\":{\"includesubcategories\":"
        + deep
        + "}}}}";
  }

  /** Moodle 5 keeps banks in modules, of this course or of another. */
  @ParameterizedTest
  @EnumSource(DatabaseServer.class)
  void aBankInAModuleIsOfItsCourseAndASharedOneOfWhoUsesIt(DatabaseServer server) {
    try (MoodleSite site = site(server, MoodleVersion.V5_1)) {
      SmallSite.module(site, 30, "quiz", 70);
      site.add("context", "id", MODULE, "contextlevel", 70, "instanceid", 30);
      site.add("context", "id", 12, "contextlevel", 10, "instanceid", 0);
      told.category(site, 8, 0, MODULE, "top", null);
      told.category(site, 9, 8, MODULE, "Chapter 4", null);
      told.category(site, 10, 0, 12, "top", null);
      told.category(site, 11, 10, 12, "Chương III", null);
      told.question(site, 1, 9, "multichoice");
      told.question(site, 2, 11, "multichoice");
      told.question(site, 3, 11, "multichoice");
      told.quiz(site, 21, 8, "Luyện tập");
      told.slot(site, 1, 8, 3L);
      assertThat(said(rows(site), "question_id", "chapter"))
          .containsExactly("question-1 4", "question-3 III");
      site.change("UPDATE {course_modules} SET deletioninprogress = 1");
      assertThat(rows(site)).as("what is being deleted").isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(DatabaseServer.class)
  void textsHelpAndLevels(DatabaseServer server) {
    try (MoodleSite site = site(server, MoodleVersion.V4_5)) {
      for (long id = 1; id <= 4; id++) {
        told.question(site, id, 3, "multichoice");
      }
      site.change("UPDATE {question} SET questiontext = '<p>Đâu là A?</p>' WHERE id = 1");
      site.change("UPDATE {question} SET questiontext = '<b>đâu</b> LÀ&nbsp;a ?' WHERE id = 2");
      site.change("UPDATE {question} SET questiontext = '<p> </p>' WHERE id = 3");
      site.change("UPDATE {question} SET generalfeedback = '<p>Xem 1.2</p>' WHERE id = 1");
      site.add("question_hints", "id", 1, "questionid", 2, "hint", "Nghĩ lại");
      site.add("question_answers", "id", 1, "question", 3, "feedback", "<p>&nbsp;</p>");
      site.add("question_answers", "id", 2, "question", 4, "feedback", "Đúng");
      site.add("tag", "id", 1, "name", "vận dụng cao");
      site.add("tag", "id", 2, "name", "khó");
      told.tag(site, 1, 2, 4);
      told.tag(site, 2, 1, 4);
      List<Map<String, String>> rows = rows(site);
      assertThat(said(rows, "has_hint", "level"))
          .containsExactly("yes null", "yes null", "no null", "yes apply_high");
      assertThat(rows.get(0).get("stem")).hasSize(16).isEqualTo(rows.get(1).get("stem"));
      assertThat(rows.get(2)).as("nothing stands in it").doesNotContainKey("stem");
    }
  }

  @ParameterizedTest
  @EnumSource(DatabaseServer.class)
  void aCourseIsCalledAsTheInstitutionCallsItAndAQuestionAsItsAuthorsDo(DatabaseServer server) {
    try (MoodleSite site = site(server, MoodleVersion.V4_5)) {
      told.question(site, 1, 3, "multichoice");
      told.question(site, 2, 3, "multichoice");
      told.question(site, 3, 3, "multichoice");
      site.change("UPDATE {question_bank_entries} SET idnumber = 'C1 – 01' WHERE id = 1");
      site.change("UPDATE {question_bank_entries} SET idnumber = 'C1' WHERE id > 1");
      CourseRun run =
          new CourseRun(
              "LOP-1",
              "Lớp",
              SmallSite.ADDRESS + "/course/view.php?id=2",
              LocalDate.of(2026, 9, 7),
              LocalDate.of(2026, 10, 18),
              null,
              Set.of(),
              null,
              null,
              "MOOC101",
              null,
              Set.of());
      MoodleSettings settings = SiteSettings.of(site.commit());
      assertThat(
              said(
                  MoodleQuestions.read(settings, List.of(run), Set.of("MOOC101", "KH-1")),
                  "course_code",
                  "question_id"))
          .containsExactly("MOOC101 C1_–_01", "MOOC101 question-2", "MOOC101 question-3");
      assertThat(MoodleQuestions.read(settings, List.of(run), Set.of("KH-1"))).isEmpty();
    }
  }

  /** By hand: of the first question marks 1, 1, 0, 0 and of the rest 1, 0.5, 0.5, 0. */
  @ParameterizedTest
  @EnumSource(DatabaseServer.class)
  void howFirstFinishedAttemptsWentIsMeasured(DatabaseServer server) {
    try (MoodleSite site = site(server, MoodleVersion.V4_5)) {
      told.question(site, 1, 3, "multichoice");
      told.question(site, 2, 3, "multichoice");
      told.question(site, 3, 3, "essay");
      told.quiz(site, 20, 7, "Luyện tập");
      String[] parts = {"1", "1", "0", null};
      String[] rest = {"1", "0.5", "0.5", "0"};
      for (int learner = 0; learner < 4; learner++) {
        told.attempt(site, learner, 1, "finished", 0);
        told.answer(
            site, learner, 1, 1, parts[learner], parts[learner] == null ? "gaveup" : "gradedright");
        told.answer(site, learner, 2, 2, rest[learner], "gradedpartial");
      }
      // A second attempt, a preview and one that was not finished tell nothing.
      told.attempt(site, 0, 2, "finished", 0);
      told.answer(site, 100, 1, 1, "0", "gradedwrong");
      told.attempt(site, 8, 1, "finished", 1);
      told.answer(site, 8, 1, 1, "0", "gradedwrong");
      told.attempt(site, 9, 1, "inprogress", 0);
      told.answer(site, 9, 1, 1, "0", "gradedwrong");
      List<Map<String, String>> rows = rows(site);
      // r = (4·1.5 − 2·2) / √((4·2 − 4)(4·1.5 − 4)) = 2/√8
      assertThat(said(rows, "question_id", "answers", "difficulty", "discrimination"))
          .containsExactly(
              "question-1 4 0.500000 0.707107",
              "question-2 4 0.500000 0.707107",
              "question-3 null null null");
      // What waits for a mark is not known, nor what the others are compared with.
      told.attempt(site, 5, 1, "finished", 0);
      told.answer(site, 5, 1, 1, "1", "gradedright");
      told.answer(site, 5, 2, 3, null, "needsgrading");
      assertThat(said(rows(site), "answers", "difficulty", "discrimination"))
          .containsExactly("5 0.600000 0.707107", "4 0.500000 0.707107", "null null null");
      assertThat(new BigDecimal(rows.get(0).get("discrimination")))
          .isBetween(BigDecimal.ONE.negate(), BigDecimal.ONE);
    }
  }
}

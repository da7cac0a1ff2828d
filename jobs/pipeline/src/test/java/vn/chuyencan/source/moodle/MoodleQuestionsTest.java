package vn.chuyencan.source.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
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

  /** A tag is of one question, a category's name of many: the tag is believed. */
  @ParameterizedTest
  @EnumSource(DatabaseServer.class)
  void tagsTellUseAndLesson(DatabaseServer server) {
    try (MoodleSite site = site(server, MoodleVersion.V4_5)) {
      told.category(site, 6, TOP, COURSE, "Câu hỏi tương tác", null);
      for (long id = 1; id <= 3; id++) {
        told.question(site, id, 3, "multichoice");
      }
      told.question(site, 4, 4, "truefalse");
      told.question(site, 5, 6, "truefalse");
      told.question(site, 6, 6, "truefalse");
      String[] tags = {
        "tương tác", "bài 2.3", "lesson 4", "kết thúc chương", "bài toán 7", "final"
      };
      for (int tag = 0; tag < tags.length; tag++) {
        site.add("tag", "id", tag + 1, "name", tags[tag]);
      }
      told.tag(site, 1, 1, 1);
      told.tag(site, 2, 2, 1);
      told.tag(site, 3, 3, 2);
      told.tag(site, 4, 5, 3);
      told.tag(site, 5, 6, 3);
      told.tag(site, 6, 1, 4);
      told.tag(site, 7, 4, 6);
      assertThat(said(rows(site), "question_id", "use", "chapter", "lesson"))
          .containsExactly(
              "question-1 interactive 1 2.3",
              "question-2 chapter_end 1 4",
              "question-3 final 1 null",
              "question-4 interactive 1 1.1",
              "question-5 interactive null null",
              "question-6 chapter_end null null");
    }
  }

  /** Pages of a lesson that ask are interactive questions; those that tell or branch are none. */
  @ParameterizedTest
  @CsvSource({"MARIADB,V4_1", "MARIADB,V5_1", "POSTGRESQL,V4_1", "POSTGRESQL,V5_1"})
  void questionsAmongThePagesOfALessonAreInteractive(DatabaseServer server, MoodleVersion version) {
    try (MoodleSite site = site(server, version)) {
      told.lesson(site, 40, 1, "Bài 1.2 (chương 1): Học liệu số", null);
      told.lesson(site, 41, 2, "Bài học tương tác", "B2");
      told.lesson(site, 42, 3, "Ôn tập", null);
      long[] types = {20, 3, 2, 5, 10, 31};
      for (int page = 0; page < types.length; page++) {
        told.page(site, 100 + page, 1, types[page], "<p>Trang " + page + "</p>");
      }
      told.page(site, 200, 2, 1, "Điền từ");
      told.page(site, 300, 3, 8, "Bao nhiêu?");
      told.reply(site, 1, 1, 101, "A", "Đúng rồi");
      told.reply(site, 2, 1, 102, "Đúng", "");
      // A matching page: what it says to right and to wrong, then the pairs.
      told.reply(site, 3, 1, 103, "", null);
      told.reply(site, 4, 1, 103, "", null);
      told.reply(site, 5, 1, 103, "Video", "Hình động");
      String[] columns = {"question_id", "use", "kind", "chapter", "lesson", "has_hint"};
      assertThat(said(rows(site), columns))
          .containsExactly(
              "lesson-page-101 interactive multiple_choice 1 1.2 yes",
              "lesson-page-102 interactive true_false 1 1.2 no",
              "lesson-page-103 interactive multiple_choice 1 1.2 no",
              "lesson-page-104 interactive open 1 1.2 no",
              "lesson-page-200 interactive open null B2 no",
              "lesson-page-300 interactive open null null no");
      site.change("UPDATE {lesson_answers} SET answer = 'Tốt lắm' WHERE id = 4");
      assertThat(said(rows(site), "has_hint").get(2)).isEqualTo("yes");
      site.change("UPDATE {course_modules} SET deletioninprogress = 1 WHERE id = 40");
      assertThat(rows(site)).hasSize(2);
      site.change("DROP TABLE {lesson_pages}");
      site.change("DELETE FROM {modules} WHERE name = 'lesson'");
      assertThat(rows(site)).as("a site without lessons").isEmpty();
    }
  }

  /** What a report reads of questions, beside what is asked of every site. */
  private static final Set<String> TABLES =
      Set.of(
          "question_categories",
          "question_bank_entries",
          "question_versions",
          "question",
          "question_hints",
          "question_answers",
          "question_references",
          "question_set_references",
          "question_attempts",
          "question_attempt_steps",
          "quiz_slots",
          "quiz_attempts",
          "tag",
          "tag_instance",
          "lesson",
          "lesson_pages",
          "lesson_answers");

  @ParameterizedTest
  @EnumSource(DatabaseServer.class)
  void whoTriesTheBankHearsOfEveryTableThatMayNotBeRead(DatabaseServer server) {
    try (MoodleSite site = site(server, MoodleVersion.V4_5)) {
      site.commit();
      String reader = site.readerWithout(TABLES, "Đọc");
      MoodleLog log = new MoodleLog(SiteSettings.of(site.commit(), reader, "Đọc"));
      assertThat(log.connectQuestions().faults())
          .allSatisfy(fault -> assertThat(fault.code()).isEqualTo(ErrorCode.DATABASE_RIGHT_MISSING))
          .extracting(fault -> fault.arguments().get(2).replace("mdl_", ""))
          .containsExactlyInAnyOrderElementsOf(TABLES);
      assertThat(new MoodleLog(SiteSettings.of(site)).connectQuestions().faults()).isEmpty();
      assertThat(rows(site)).as("nothing was read").isEmpty();
    }
  }

  /** What is tried is all that is read: who may read only that, and what each night reads, can. */
  @ParameterizedTest
  @EnumSource(DatabaseServer.class)
  void whoMayReadWhatIsTriedCanReadQuestions(DatabaseServer server) {
    try (MoodleSite site = site(server, MoodleVersion.V4_5)) {
      told.question(site, 1, 3, "multichoice");
      site.add("tag", "id", 1, "name", "nhận biết");
      told.tag(site, 1, 1, 1);
      told.quiz(site, 20, 7, "Luyện tập");
      told.slot(site, 1, 7, 1L);
      told.attempt(site, 5, 1, "finished", 0);
      told.answer(site, 5, 1, 1, "1", "gradedright");
      told.lesson(site, 40, 1, "Bài 1", null);
      told.page(site, 101, 1, 3, "Câu hỏi");
      site.commit();
      Set<String> hidden = new TreeSet<>(MoodleVersion.V4_5.tables().keySet());
      hidden.removeAll(TABLES);
      hidden.removeAll(Set.of("course", "course_modules", "modules", "context", "quiz"));
      String reader = site.readerWithout(hidden, "Đọc");
      assertThat(
              MoodleQuestions.read(
                  SiteSettings.of(site.commit(), reader, "Đọc"), List.of(), Set.of("KH-1")))
          .hasSize(2);
    }
  }

  @ParameterizedTest
  @EnumSource(DatabaseServer.class)
  void whoTriesTheBankHearsOfColumnsThatAreLacking(DatabaseServer server) {
    try (MoodleSite site = site(server, MoodleVersion.V4_5)) {
      site.change("ALTER TABLE {question_versions} DROP COLUMN status");
      site.change("ALTER TABLE {question_attempt_steps} DROP COLUMN fraction");
      site.change("DROP TABLE {tag_instance}");
      assertThat(new MoodleLog(SiteSettings.of(site.commit())).connectQuestions().faults())
          .extracting(Fault::code)
          .containsExactlyInAnyOrder(
              ErrorCode.DATABASE_COLUMN_MISSING,
              ErrorCode.DATABASE_COLUMN_MISSING,
              ErrorCode.DATABASE_TABLE_MISSING);
    }
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

package vn.chuyencan.source.moodle;

import java.math.BigDecimal;
import vn.chuyencan.testing.MoodleSite;
import vn.chuyencan.testing.SmallSite;

/** Adds questions, quizzes and answers to a test's site. */
final class MoodleQuestionsSite {
  private long lastStep;

  void category(MoodleSite site, long id, long parent, long context, String name, String idNumber) {
    site.add(
        "question_categories",
        "id",
        id,
        "parent",
        parent,
        "contextid",
        context,
        "name",
        name,
        "idnumber",
        idNumber);
  }

  void entry(MoodleSite site, long id, long category, String idNumber) {
    site.add(
        "question_bank_entries", "id", id, "questioncategoryid", category, "idnumber", idNumber);
  }

  void version(
      MoodleSite site, long question, long entry, long version, String type, String status) {
    site.add("question", "id", question, "qtype", type, "questiontext", "Câu " + question);
    site.add(
        "question_versions",
        "id",
        question,
        "questionbankentryid",
        entry,
        "version",
        version,
        "questionid",
        question,
        "status",
        status);
  }

  /** A question that is ready, its number that of its entry. */
  void question(MoodleSite site, long id, long category, String type) {
    entry(site, id, category, null);
    version(site, id, id, 1, type, "ready");
  }

  void quiz(MoodleSite site, long module, long id, String name) {
    site.add("quiz", "id", id, "course", SmallSite.COURSE, "name", name, "grade", 10);
    SmallSite.module(site, module, "quiz", id);
  }

  void slot(MoodleSite site, long id, long quiz, long entry) {
    site.add("quiz_slots", "id", id, "quizid", quiz, "slot", id, "page", 1);
    site.add(
        "question_references",
        "id",
        id,
        "component",
        "mod_quiz",
        "questionarea",
        "slot",
        "itemid",
        id,
        "questionbankentryid",
        entry);
  }

  void draw(MoodleSite site, long id, long quiz, String condition) {
    site.add("quiz_slots", "id", id, "quizid", quiz, "slot", id, "page", 1);
    site.add(
        "question_set_references",
        "id",
        id,
        "component",
        "mod_quiz",
        "questionarea",
        "slot",
        "itemid",
        id,
        "filtercondition",
        condition);
  }

  void tag(MoodleSite site, long id, long tag, long question) {
    site.add(
        "tag_instance",
        "id",
        id,
        "tagid",
        tag,
        "component",
        "core_question",
        "itemtype",
        "question",
        "itemid",
        question);
  }

  void lesson(MoodleSite site, long module, long id, String name, String idNumber) {
    site.add("lesson", "id", id, "course", SmallSite.COURSE, "name", name);
    SmallSite.module(site, module, "lesson", id, "idnumber", idNumber == null ? "" : idNumber);
  }

  void page(MoodleSite site, long id, long lesson, long type, String contents) {
    site.add("lesson_pages", "id", id, "lessonid", lesson, "qtype", type, "contents", contents);
  }

  void reply(MoodleSite site, long id, long lesson, long page, String answer, String response) {
    site.add(
        "lesson_answers",
        "id",
        id,
        "lessonid",
        lesson,
        "pageid",
        page,
        "answer",
        answer,
        "response",
        response);
  }

  /** An attempt at quiz 7, called by learner and number. */
  void attempt(MoodleSite site, long learner, long number, String state, long preview) {
    long usage = learner + 100 * (number - 1);
    site.add(
        "quiz_attempts",
        "id",
        usage,
        "quiz",
        7,
        "userid",
        learner,
        "attempt",
        number,
        "uniqueid",
        usage,
        "state",
        state,
        "preview",
        preview);
  }

  /** An answer: first nothing, then what counts. */
  void answer(MoodleSite site, long usage, long slot, long question, String part, String state) {
    long id = 10 * usage + slot;
    site.add(
        "question_attempts",
        "id",
        id,
        "questionusageid",
        usage,
        "slot",
        slot,
        "questionid",
        question,
        "maxmark",
        slot);
    step(site, id, 0, "todo", null);
    step(site, id, 1, state, part == null ? null : new BigDecimal(part));
  }

  private void step(MoodleSite site, long attempt, long number, String state, BigDecimal part) {
    site.add(
        "question_attempt_steps",
        "id",
        ++lastStep,
        "questionattemptid",
        attempt,
        "sequencenumber",
        number,
        "state",
        state,
        "fraction",
        part);
  }
}

package vn.chuyencan.benchmarks.data;

import static vn.chuyencan.benchmarks.data.Bytes.utf8;

/**
 * What has a number of its own: attempts, questions, discussions, posts, chapters; and results.
 * Each continues an activity whose IRI begins with the site.
 */
final class Things {
  private static final byte[] ATTEMPT = utf8("/mod/quiz/attempt.php?attempt=");
  private static final byte[] MODULE = utf8("&cmid=");
  private static final byte[] ATTEMPT_NAME =
      named("http://adlnet.gov/expapi/activities/attempt", "Bài kiểm tra – Attempt ");
  private static final byte[] QUESTION = utf8("/question/question.php?cmid=");
  private static final byte[] NUMBER = utf8("&id=");
  private static final byte[] QUESTION_NAME =
      named("http://adlnet.gov/expapi/activities/cmi.interaction", "Câu ");
  private static final byte[] QUESTION_END =
      utf8(
          "\"},\"description\":{\"vi\":\"Hãy chọn hoặc điền câu trả lời đúng.\"},\"interactionType\":\"numeric\",\"correctResponsesPattern\":[\"3.14\"]}}");
  private static final byte[] DISCUSSION = utf8("/mod/forum/discuss.php?d=");
  private static final byte[] DISCUSSION_NAME =
      named("http://id.tincanapi.com/activitytype/discussion", "Chủ đề: Học liệu nào? Số ");
  private static final byte[] POST = utf8("#p");
  private static final byte[] POST_NAME =
      named("http://id.tincanapi.com/activitytype/forum-reply", "Re: Chủ đề số ");
  private static final byte[] POST_END =
      utf8(
          "\"},\"description\":{\"vi\":\"Theo mình nên chia nhỏ video còn 5–7 phút, có &quot;ngoặc kép&quot; và tab\\t. 👍\"}}}");
  private static final byte[] BOOK = utf8("/mod/book/view.php?id=");
  private static final byte[] CHAPTER = utf8("&chapterid=");
  private static final byte[] CHAPTER_NAME =
      named("http://id.tincanapi.com/activitytype/chapter", "Chương ");
  private static final byte[] CHAPTER_END = utf8("\"},\"description\":{\"vi\":\"…\"}}}");
  private static final byte[] NAME_END = utf8("\"}}}");
  private static final byte[] ANSWER = utf8(",\"result\":{\"response\":\"");
  private static final byte[] RIGHT = utf8("3,14\",\"completion\":true,\"success\":true}");
  private static final byte[] WRONG = utf8("2,71\",\"completion\":true,\"success\":false}");
  private static final byte[] SCORE = utf8(",\"result\":{\"score\":{\"raw\":");
  private static final byte[] SCORE_MAX = utf8(",\"min\":0,\"max\":");
  private static final byte[] SCALED = utf8(",\"scaled\":");
  private static final byte[] PASSED = utf8("},\"completion\":true,\"success\":true}");
  private static final byte[] FAILED = utf8("},\"completion\":true,\"success\":false}");
  private static final byte[] GIVEN_UP = utf8("},\"completion\":false,\"success\":false}");
  private static final byte[] DONE = utf8(",\"result\":{\"completion\":true}");

  Bytes attempt(Event event, Bytes out) {
    int quiz = Campus.module(event.course(), Campus.Module.QUIZ, event.module());
    out.put(ATTEMPT).number(event.thing()).put(MODULE).number(quiz);
    return out.put(ATTEMPT_NAME).number(event.thing()).put(NAME_END);
  }

  void question(Event event, Bytes out) {
    int quiz = Campus.module(event.course(), Campus.Module.QUIZ, event.module());
    out.put(QUESTION).number(quiz).put(NUMBER).number(quiz * 10L + event.part());
    out.put(QUESTION_NAME).number(event.part()).put(QUESTION_END);
  }

  Bytes discussion(Event event, Bytes out) {
    out.put(DISCUSSION).number(event.thing());
    return out.put(DISCUSSION_NAME).number(event.thing()).put(NAME_END);
  }

  void post(Event event, Bytes out) {
    out.put(DISCUSSION).number(event.thing()).put(POST).number(event.part());
    out.put(POST_NAME).number(event.thing());
    // Moodle names no text of a post that is gone.
    out.put(event.act() == Act.POST_DELETED ? NAME_END : POST_END);
  }

  void chapter(Event event, Bytes out) {
    out.put(BOOK).number(Campus.module(event.course(), Campus.Module.BOOK, 0));
    out.put(CHAPTER).number(event.part());
    out.put(CHAPTER_NAME).number(event.part()).put(CHAPTER_END);
  }

  /** The result, for acts that have one. */
  void result(Event event, Bytes out) {
    switch (event.act()) {
      case ANSWERED ->
          out.put(ANSWER).put(event.part() * 211 % 2000 < event.mark() ? RIGHT : WRONG);
      case ATTEMPT_SUBMITTED -> score(event, out);
      case ATTEMPT_ABANDONED -> {
        out.put(SCORE).number(0).put(SCORE_MAX).number(Campus.maxScore(event.module()));
        out.put(SCALED).number(0).put(GIVEN_UP);
      }
      case PAGE_COMPLETED -> out.put(DONE);
      default -> {}
    }
  }

  /** The plugin's {@code scaled} runs from −1 to 1. */
  private static void score(Event event, Bytes out) {
    int max = Campus.maxScore(event.module());
    out.put(SCORE).decimal(event.mark(), 2).put(SCORE_MAX).number(max);
    out.put(SCALED).decimal((2L * event.mark() - 100L * max) * 100 / max, 4);
    out.put(2 * event.mark() >= 100 * max ? PASSED : FAILED);
  }

  private static byte[] named(String type, String name) {
    return utf8("\",\"definition\":{\"type\":\"" + type + "\",\"name\":{\"vi\":\"" + name);
  }
}

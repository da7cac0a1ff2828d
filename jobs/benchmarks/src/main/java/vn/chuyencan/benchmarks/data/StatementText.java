package vn.chuyencan.benchmarks.data;

import static vn.chuyencan.benchmarks.data.Bytes.utf8;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * Statements as an LRS exports what Moodle's logstore_xapi sent: with id, stored, version and
 * authority. Unlike the plugin's, attempts carry no duration, so that time is told by the pauses
 * alone; everything else that the plugin sends is there.
 */
final class StatementText {
  private static final byte[] AUTHORITY =
      utf8(
          "{\"authority\":{\"objectType\":\"Agent\",\"name\":\"Moodle logstore\",\"account\":"
              + "{\"homePage\":\""
              + Campus.SITE
              + "\",\"name\":\"logstore_xapi\"}},\"stored\":\"");
  private static final byte[] CONTEXT =
      utf8("\",\"context\":{\"platform\":\"Moodle\",\"registration\":\"");
  private static final byte[] SITE =
      CourseText.activity(
          Campus.SITE, "http://id.tincanapi.com/activitytype/lms", "Học viện Sư phạm số", null);
  private static final byte[] AROUND =
      utf8(
          "\"contextActivities\":{\"grouping\":[{\"id\":\""
              + Campus.SITE
              + "/course/index.php?categoryid=2\"}"
              + "],\"category\":["
              + new String(SITE, StandardCharsets.UTF_8)
              + "]");
  private static final byte[] PARENT = utf8(",\"parent\":[");
  private static final byte[] COMMA = {','};
  private static final byte[] LIST_END = {']'};
  private static final byte[] ACTOR = utf8("}},\"actor\":{\"objectType\":\"Agent\",\"name\":\"");
  private static final byte[] ACCOUNT =
      utf8("\",\"account\":{\"homePage\":\"" + Campus.SITE + "\",\"name\":\"");
  private static final byte[] TIMESTAMP = utf8("\"}},\"timestamp\":\"");
  private static final byte[] ID = utf8("\",\"version\":\"1.0.0\",\"id\":\"");
  private static final byte[] VERB = utf8("\",\"verb\":");
  private static final byte[] OBJECT = utf8(",\"object\":");
  private static final byte[] END = {'}', '\n'};
  private static final byte[] IRI = utf8("{\"objectType\":\"Activity\",\"id\":\"" + Campus.SITE);

  /** logstore_xapi sends in batches, one registration each. */
  private static final int BATCH_SECONDS = 900;

  private final Map<Integer, CourseText> courses = new HashMap<>();
  private final Map<Integer, byte[]> actors = new HashMap<>();
  private final EnumMap<Act, byte[]> extensions = new EnumMap<>(Act.class);
  private final EnumMap<Act, byte[]> verbs = new EnumMap<>(Act.class);
  private final Things things = new Things();

  StatementText() {
    for (Act act : Act.values()) {
      extensions.put(
          act,
          utf8(
              "\",\"language\":\"vi\",\"extensions\":{\"http://lrs.learninglocker.net/define/extensions/info\":"
                  + "{\"http://moodle.org\":\"4.5.6 (Build: 20250811)\","
                  + "\"https://github.com/xAPI-vle/moodle-logstore_xapi\":\"5.0.1\",\"event_name\":\"\\\\"
                  + act.component
                  + "\\\\event\\\\"
                  + act.event
                  + "\",\"event_function\":\"\\\\src\\\\transformer\\\\events\\\\"
                  + act.component
                  + "\\\\"
                  + act.event
                  + "\"}},"));
      verbs.put(
          act, utf8("{\"id\":\"" + act.verb + "\",\"display\":{\"en\":\"" + act.display + "\"}}"));
    }
  }

  /** Appends the statement as one line. */
  void write(Event event, Bytes out) {
    CourseText course = courses.computeIfAbsent(event.course(), CourseText::new);
    Act act = event.act();
    int late = 1 + (int) ((event.idLow() >>> 8) & 1023);
    out.put(AUTHORITY).instant(event.second() + late / 400, late % 1000);
    long batch = event.second() / BATCH_SECONDS * 0x9e3779b97f4a7c15L;
    out.put(CONTEXT)
        .uuid((batch & ~0xf000L) | 0x5000L, (~batch & 0x3fffffffffffffffL) | Long.MIN_VALUE);
    out.put(extensions.get(act)).put(AROUND);
    parents(event, course, out);
    out.put(ACTOR).put(actors.computeIfAbsent(event.person(), StatementText::actor));
    out.put(TIMESTAMP).instant(event.second(), 0);
    out.put(ID).uuid(event.idHigh(), event.idLow());
    out.put(VERB).put(verbs.get(act)).put(OBJECT);
    object(event, course, out);
    things.result(event, out);
    out.put(END);
  }

  private static byte[] actor(int person) {
    boolean lecturer = person < 0;
    Bytes text = new Bytes(128);
    text.put(utf8(Campus.fullName(lecturer ? 7 - person : person))).put(ACCOUNT);
    text.put(utf8(lecturer ? Campus.lecturerAccount(-1 - person) : Campus.account(person)));
    return text.toArray();
  }

  private void parents(Event event, CourseText course, Bytes out) {
    Campus.Module module = module(event.act());
    if (event.act() == Act.LOGGED_IN || event.act() == Act.COURSE_VIEWED) {
      return;
    }
    out.put(PARENT);
    switch (event.act()) {
      case ANSWERED -> things.attempt(event, out.put(IRI)).put(COMMA);
      case POST_CREATED, POST_DELETED -> things.discussion(event, out.put(IRI)).put(COMMA);
      default -> {}
    }
    boolean itself =
        switch (event.act()) {
          case FORUM_VIEWED, QUIZ_VIEWED, PAGE_VIEWED, LINK_VIEWED, BOOK_VIEWED, PAGE_COMPLETED ->
              true;
          default -> false;
        };
    if (!itself) {
      out.put(course.module(module, event.module())).put(COMMA);
    }
    out.put(course.section(module, event.module())).put(COMMA).put(course.course).put(LIST_END);
  }

  private void object(Event event, CourseText course, Bytes out) {
    switch (event.act()) {
      case LOGGED_IN -> out.put(SITE);
      case COURSE_VIEWED -> out.put(course.course);
      case FORUM_VIEWED, QUIZ_VIEWED, PAGE_VIEWED, LINK_VIEWED, BOOK_VIEWED, PAGE_COMPLETED ->
          out.put(course.module(module(event.act()), event.module()));
      case CHAPTER_VIEWED -> things.chapter(event, out.put(IRI));
      case DISCUSSION_VIEWED, DISCUSSION_CREATED -> things.discussion(event, out.put(IRI));
      case POST_CREATED, POST_DELETED -> things.post(event, out.put(IRI));
      case ATTEMPT_STARTED, ATTEMPT_SUBMITTED, ATTEMPT_ABANDONED ->
          things.attempt(event, out.put(IRI));
      case ANSWERED -> things.question(event, out.put(IRI));
    }
  }

  private static Campus.Module module(Act act) {
    return switch (act) {
      case LOGGED_IN, COURSE_VIEWED, PAGE_VIEWED, PAGE_COMPLETED -> Campus.Module.PAGE;
      case LINK_VIEWED -> Campus.Module.LINK;
      case BOOK_VIEWED, CHAPTER_VIEWED -> Campus.Module.BOOK;
      case FORUM_VIEWED, DISCUSSION_VIEWED, DISCUSSION_CREATED, POST_CREATED, POST_DELETED ->
          Campus.Module.FORUM;
      case QUIZ_VIEWED, ATTEMPT_STARTED, ANSWERED, ATTEMPT_SUBMITTED, ATTEMPT_ABANDONED ->
          Campus.Module.QUIZ;
    };
  }
}

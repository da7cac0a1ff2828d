package vn.chuyencan.source.openedx;

import java.math.BigInteger;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.chuyencan.source.openedx.EventMeaning.Thing;
import vn.chuyencan.xapi.ActivityDescription;
import vn.chuyencan.xapi.EventDraft;
import vn.chuyencan.xapi.vocabulary.ActivityKind;

/**
 * To what things of a platform events are done. What a line does not name is the page from which it
 * came, else the course, else the platform.
 */
final class TrackingThings {
  private static final Pattern THREAD =
      Pattern.compile("/discussion/(?:forum/)?([^/]+)/threads/([0-9a-f]+)(?:/|$)");
  private static final List<String> BLOCK_FACTS =
      List.of("id", "component_usage_id", "block_id", "usage_key", "module_id", "problem_id");
  private static final List<String> PROBLEM_FACTS = List.of("problem_id", "problem", "module_id");

  private final TrackingNames names;
  private final EventDraft draft;

  TrackingThings(TrackingNames names, EventDraft draft) {
    this.names = names;
    this.draft = draft;
  }

  /** A page that was asked for. */
  void requested(String address, String courseId) {
    String block = TrackingNames.usageOf(address);
    Matcher thread = THREAD.matcher(address);
    if (block != null) {
      draft.activity(names.block(block, null));
    } else if (courseId != null && thread.find()) {
      draft
          .parent(names.forum(courseId, thread.group(1), null))
          .activity(names.thread(thread.group(2), null));
    } else {
      draft.activity(names.page(address));
    }
  }

  /** What the facts of an event are about. */
  void concerned(TrackingLine line, Thing thing, String courseId) {
    ActivityDescription told =
        switch (thing) {
          case COURSE -> courseId == null ? null : names.course(courseId);
          case PROBLEM -> problem(line, courseId);
          case SOLUTION -> partOfProblem(line, courseId, "/answer");
          case HINT -> partOfProblem(line, courseId, "/hint/" + line.fact("hint_index"));
          case VIDEO -> block(line, video(line, courseId));
          case THREAD -> thread(line, courseId);
          case COMMENT -> comment(line, courseId);
          case BLOCK -> block(line, usage(line));
          case LINK -> at(line.fact("target_url"), ActivityKind.LINK, null);
          case OUTLINE ->
              at(line.fact("target_url"), ActivityKind.LESSON, line.fact("target_name"));
          case BOOK -> at(line.fact("chapter"), ActivityKind.BOOK, null);
          case CERTIFICATE -> certificate(line, courseId);
          case COHORT ->
              inCourse(courseId, "cohorts", line.fact("cohort_id"), line.fact("cohort_name"));
          case TEAM -> inCourse(courseId, "teams", line.fact("team_id"), null);
          case EXAM -> exam(line);
          case PAGE -> null;
        };
    draft.activity(told == null ? origin(line, courseId) : told);
  }

  /** The attempt with that number at the problem of a line. */
  void attempt(TrackingLine line, BigInteger number) {
    ActivityDescription problem = problem(line, null);
    if (problem != null) {
      draft.attempt(names.partOf(problem, "#attempt=" + number, ActivityKind.ATTEMPT));
    }
  }

  private ActivityDescription origin(TrackingLine line, String courseId) {
    String page = line.property("page");
    if (page != null && page.startsWith("http")) {
      return names.page(page);
    }
    return courseId == null ? names.platform() : names.course(courseId);
  }

  private ActivityDescription problem(TrackingLine line, String courseId) {
    String told =
        PROBLEM_FACTS.stream()
            .map(line::fact)
            .filter(fact -> fact != null)
            .findFirst()
            .orElse(null);
    String usage = TrackingNames.usage(told, "problem", courseId);
    if (usage == null) {
      usage = TrackingNames.answered(line.factsText(), courseId);
    }
    return block(line, usage == null ? line.module("usage_key") : usage);
  }

  private ActivityDescription partOfProblem(TrackingLine line, String courseId, String part) {
    ActivityDescription problem = problem(line, courseId);
    if (problem == null) {
      return null;
    }
    draft.parent(problem);
    return names.partOf(problem, part, ActivityKind.PAGE);
  }

  private static String video(TrackingLine line, String courseId) {
    String module = line.fact("module_id");
    return TrackingNames.usage(module == null ? line.fact("id") : module, "video", courseId);
  }

  /** The first fact that names a block. */
  private static String usage(TrackingLine line) {
    return Stream.concat(
            BLOCK_FACTS.stream().map(line::fact), Stream.of("usage_key").map(line::module))
        .filter(TrackingNames::isUsage)
        .findFirst()
        .orElse(null);
  }

  private ActivityDescription block(TrackingLine line, String usage) {
    if (usage == null) {
      return null;
    }
    boolean named = usage.equals(line.module("usage_key"));
    return names.block(usage, named ? line.module("display_name") : null);
  }

  private ActivityDescription thread(TrackingLine line, String courseId) {
    String id = line.fact("id");
    if (id == null) {
      return null;
    }
    forum(line, courseId);
    draft.postedText(line.fact("body"));
    return names.thread(id, line.fact("title"));
  }

  private ActivityDescription comment(TrackingLine line, String courseId) {
    String id = line.fact("id");
    if (id == null) {
      return null;
    }
    forum(line, courseId);
    draft.postedText(line.fact("body"));
    String thread = line.fact("discussion.id");
    if (thread != null) {
      draft.replyTo(names.thread(thread, null));
    }
    return names.comment(id);
  }

  private void forum(TrackingLine line, String courseId) {
    String topic = line.fact("commentable_id");
    if (topic != null && courseId != null) {
      draft.parent(names.forum(courseId, topic, line.fact("category_name")));
    }
  }

  private ActivityDescription certificate(TrackingLine line, String courseId) {
    ActivityDescription shown = at(line.fact("certificate_url"), ActivityKind.CERTIFICATE, null);
    String id = line.fact("certificate_id");
    return shown != null || id == null || courseId == null
        ? shown
        : names.inCourse(courseId, "certificates", id, ActivityKind.CERTIFICATE, null);
  }

  private ActivityDescription inCourse(String courseId, String folder, String id, String name) {
    return id == null || courseId == null
        ? null
        : names.inCourse(courseId, folder, id, ActivityKind.GROUP, name);
  }

  /** Named without the site, as in xAPI. */
  private ActivityDescription exam(TrackingLine line) {
    String id = line.fact("exam_content_id");
    String attempt = line.fact("attempt_code");
    if (attempt != null) {
      draft.attempt(new ActivityDescription(attempt, null, ActivityKind.ATTEMPT, null));
    }
    return id == null
        ? null
        : new ActivityDescription(id, null, ActivityKind.QUIZ, line.fact("exam_name"));
  }

  private ActivityDescription at(String address, String kind, String name) {
    return address == null ? null : names.at(address, kind, name);
  }
}

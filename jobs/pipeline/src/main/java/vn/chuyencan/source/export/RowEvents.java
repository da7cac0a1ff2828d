package vn.chuyencan.source.export;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import vn.chuyencan.source.moodle.MoodlePlaces;
import vn.chuyencan.xapi.ActivityDescription;
import vn.chuyencan.xapi.ActorIdentity;
import vn.chuyencan.xapi.EventDraft;
import vn.chuyencan.xapi.rules.Reason;
import vn.chuyencan.xapi.vocabulary.ActivityKind;
import vn.chuyencan.xapi.vocabulary.Origin;

/**
 * Tells the rows of one log as records. Acts of Moodle itself, of scripts, under another's name and
 * answers of a survey (which the file does not say to be anonymous or not, and which are by
 * default) are kept and not counted as a learner's activity (FC-X.1).
 */
final class RowEvents {
  private static final long GUEST = 1;
  private static final Set<String> OWN_ORIGINS = Set.of("web", "ws");

  private final LogFile log;
  private final Known known;
  private final ExportSettings settings;
  private final EventDraft draft;
  private final long file;
  private final MoodlePlaces places;
  private final Actors actors;
  private final RowIds rowIds;

  /**
   * @param file id of the file, as in {@code source_file}
   */
  RowEvents(LogFile log, Known known, ExportSettings settings, EventDraft draft, long file) {
    this.log = log;
    this.known = known;
    this.settings = settings;
    this.draft = draft;
    this.file = file;
    this.places = new MoodlePlaces(settings.site());
    this.actors = new Actors(known);
    this.rowIds = new RowIds(settings.site());
  }

  /** Tells a row. */
  void tell(LogRow row) {
    draft.begin(file, log.download().name(), row.number());
    Moment moment = log.moment(row);
    if (moment.local() == null) {
      Reason reason =
          Phrases.missing(row.time()) ? Reason.MISSING_TIMESTAMP : Reason.INVALID_TIMESTAMP;
      draft.reject(reason, moment.refusal(), row.text());
      return;
    }
    Instant instant = log.instant(moment);
    DescriptionIds ids = DescriptionIds.of(row.description());
    Meaning meaning = Meaning.of(row.description(), row.event(), log.locale());
    Actors.Person person = actors.of(row, ids, meaning, log.locale());
    String content = rowIds.content(row, instant, ids, Actors.acting(row, log.locale()));
    boolean hidden = meaning.is("response_submitted");
    draft
        .id(rowIds.name(content))
        .content(content)
        .occurredAt(instant)
        .actor(hidden ? account("anonymous", null) : account(person.account(), person.name()))
        .target(hidden ? null : target(ids, person))
        .verb(verb(row, ids, meaning), row.event(), meaning.action())
        .course(course(row, ids))
        .origin(origin(row, person, hidden))
        .address(row.ip());
    object(row, ids, meaning);
    draft.accept();
  }

  private ActorIdentity account(String name, String display) {
    return new ActorIdentity("account", settings.site(), name, display);
  }

  private ActorIdentity target(DescriptionIds ids, Actors.Person person) {
    return ids.users().stream()
        .filter(number -> number > 0 && !number.equals(person.number()))
        .findFirst()
        .map(number -> account(Long.toString(number), null))
        .orElse(null);
  }

  private String verb(LogRow row, DescriptionIds ids, Meaning meaning) {
    if (meaning.event() == null) {
      return "urn:moodle:event-name:" + URLEncoder.encode(row.event(), StandardCharsets.UTF_8);
    }
    String name = meaning.event().substring(1).replace("*", type(ids) == null ? "" : type(ids));
    return "urn:moodle:event:" + name.replace('\\', ':');
  }

  private String origin(LogRow row, Actors.Person person, boolean hidden) {
    if (Actors.loggedInAs(row, log.locale())) {
      return Origin.LOGIN_AS;
    }
    if (hidden || (person.number() != null && person.number() == GUEST)) {
      return Origin.ANONYMOUS;
    }
    boolean own = row.origin() == null || OWN_ORIGINS.contains(row.origin());
    return own && !person.automatic() ? Origin.STATEMENT : Origin.CRON;
  }

  private String type(DescriptionIds ids) {
    return ids.moduleType() == null ? known.type(ids.module()) : ids.moduleType();
  }

  private ActivityDescription course(LogRow row, DescriptionIds ids) {
    Long number = ids.course();
    if (number == null && !row.course().isEmpty()) {
      number = known.course(row.course());
    } else if (number == null) {
      number = courseOfFile();
    }
    if (number == null && settings.course() != null && !log.ofSite()) {
      return places.namedCourse(settings.course());
    }
    boolean site = number == null || number <= 1;
    return site ? null : places.course(number, row.course().isEmpty() ? null : row.course());
  }

  private Long courseOfFile() {
    if (settings.courseNumber() != null) {
      return settings.courseNumber();
    }
    if (log.ofSite()) {
      return null;
    }
    return log.course() == null ? known.onlyCourse() : log.course();
  }

  private void object(LogRow row, DescriptionIds ids, Meaning meaning) {
    String type = type(ids);
    String object = meaning.object() == null ? "" : meaning.object();
    if (ids.module() == null) {
      atCourse(row, ids, object);
      return;
    }
    ActivityDescription module =
        places.module(ids.module(), type == null ? "unknown" : type, name(row));
    switch (object) {
      case "discussion" -> discussion(ids, module, type);
      case "post" -> post(ids, module, type);
      case "attempt" -> attempt(ids, module);
      case "chapter" -> chapter(ids, module);
      default -> draft.activity(module);
    }
  }

  private static String name(LogRow row) {
    return row.place().isEmpty() ? null : row.place();
  }

  private void atCourse(LogRow row, DescriptionIds ids, String object) {
    ActivityDescription course = course(row, ids);
    if (object.equals("lms") || course == null) {
      draft.activity(places.site());
    } else {
      draft.activity(course);
    }
  }

  private void discussion(DescriptionIds ids, ActivityDescription forum, String type) {
    if (ids.discussion() == null) {
      draft.activity(forum);
    } else {
      draft.parent(forum).activity(places.discussion(type, ids.discussion()));
    }
  }

  private void post(DescriptionIds ids, ActivityDescription forum, String type) {
    if (ids.discussion() == null || ids.post() == null) {
      draft.activity(forum);
    } else {
      draft
          .parent(forum)
          .replyTo(places.discussion(type, ids.discussion()))
          .activity(places.post(type, ids.discussion(), ids.post()));
    }
  }

  private void attempt(DescriptionIds ids, ActivityDescription quiz) {
    if (ids.attempt() == null || !quiz.kind().equals(ActivityKind.QUIZ)) {
      draft.activity(quiz);
    } else {
      ActivityDescription attempt = places.attempt(ids.attempt(), ids.module());
      draft.parent(quiz).activity(attempt).attempt(attempt);
    }
  }

  private void chapter(DescriptionIds ids, ActivityDescription book) {
    if (ids.chapter() == null) {
      draft.activity(book);
    } else {
      draft.parent(book).activity(places.chapter(book, ids.chapter()));
    }
  }
}

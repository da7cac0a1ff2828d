package vn.chuyencan.source.moodle;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import vn.chuyencan.xapi.ActivityDescription;
import vn.chuyencan.xapi.ActorIdentity;
import vn.chuyencan.xapi.EventDraft;
import vn.chuyencan.xapi.rules.Reason;
import vn.chuyencan.xapi.vocabulary.Action;
import vn.chuyencan.xapi.vocabulary.ActivityKind;
import vn.chuyencan.xapi.vocabulary.Origin;

/**
 * What the rows of a Moodle's log mean. The user of a row is who acted; whom the act concerned is
 * the target. Rows of nobody, of scheduled jobs, of restores, under another's name and of anonymous
 * answers are kept and not counted as a learner's activity (FC-X.1).
 */
final class LogEvents {
  private static final long GUEST = 1;
  private static final Set<String> OWN_ORIGINS = Set.of("web", "ws");
  private static final String FORUM = "forum";

  private final MoodleNames names;
  private final EventDraft draft;
  private final long table;
  private final String place;
  private final LogEras eras;

  /**
   * @param table id of the log's table, as in {@code source_file}
   * @param place its name there
   * @param eras when ids were given again
   */
  LogEvents(MoodleNames names, EventDraft draft, long table, String place, LogEras eras) {
    this.names = names;
    this.draft = draft;
    this.table = table;
    this.place = place;
    this.eras = eras;
  }

  /** Tells a row. */
  void tell(LogEntry entry) {
    draft.begin(table, place, entry.id());
    if (entry.event() == null || entry.event().isEmpty() || entry.createdAt() <= 0) {
      draft.reject(
          entry.createdAt() <= 0 ? Reason.MISSING_TIMESTAMP : Reason.MISSING_PROPERTY,
          "The row names no " + (entry.createdAt() <= 0 ? "time." : "event."),
          entry.text());
      return;
    }
    if (entry.createdAt() > MoodleRow.LATEST) {
      draft.reject(
          Reason.INVALID_TIMESTAMP,
          "\"" + entry.createdAt() + "\" is no time in seconds.",
          entry.text());
      return;
    }
    draft
        .id(names.site() + "|logstore_standard_log|" + eras.name(entry.id(), entry.createdAt()))
        .content(entry.text())
        .occurredAt(Instant.ofEpochSecond(entry.createdAt()))
        .actor(actor(entry))
        .target(target(entry))
        .verb(verb(entry), null, action(entry))
        .course(names.course(entry.course()))
        .origin(origin(entry))
        .address(entry.address());
    object(entry);
    draft.accept();
  }

  /** Events are named by their class. */
  private static String verb(LogEntry entry) {
    String name = entry.event().startsWith("\\") ? entry.event().substring(1) : entry.event();
    return "urn:moodle:event:" + name.replace('\\', ':');
  }

  private ActorIdentity actor(LogEntry entry) {
    if (entry.anonymous()) {
      // Who answered is not to be known, and the table does know.
      return new ActorIdentity("account", names.site(), "anonymous", null);
    }
    return names.person(entry.user());
  }

  private ActorIdentity target(LogEntry entry) {
    if (entry.realUser() != null && entry.realUser() > 0) {
      return names.person(entry.realUser());
    }
    boolean somebody = entry.relatedUser() != null && entry.relatedUser() > 0;
    return somebody && !entry.anonymous() ? names.person(entry.relatedUser()) : null;
  }

  private static String origin(LogEntry entry) {
    if (entry.realUser() != null && entry.realUser() > 0) {
      return Origin.LOGIN_AS;
    }
    if (entry.anonymous() || entry.user() == GUEST) {
      return Origin.ANONYMOUS;
    }
    boolean own =
        entry.user() > 0 && entry.origin() != null && OWN_ORIGINS.contains(entry.origin());
    return own ? Origin.STATEMENT : Origin.CRON;
  }

  /** What Moodle's word for an act means; see the closed list. */
  static String action(LogEntry entry) {
    boolean forum = FORUM.equals(entry.component().replace("mod_", "").replace("hsu", ""));
    return switch (entry.action()) {
      case "viewed", "reviewed", "listed", "searched", "previewed", "exported" -> Action.VIEWED;
      case "created" -> forum && "post".equals(entry.target()) ? Action.REPLIED : Action.CREATED;
      case "updated", "moved", "switched", "changed", "reset" -> Action.EDITED;
      case "deleted" -> Action.DELETED;
      // How an attempt ended stands in its own table, with its mark; the log has none.
      case "submitted" -> Action.SUBMITTED;
      case "started" -> Action.ATTEMPTED;
      case "abandoned" -> Action.ABANDONED;
      case "graded", "assessed", "evaluated", "reevaluated" -> Action.GRADED;
      case "loggedin" -> Action.LOGGED_IN;
      case "loggedout" -> Action.LOGGED_OUT;
      case "completed" -> Action.COMPLETED;
      case "assigned" -> Action.REGISTERED;
      case "unassigned", "unenrolled" -> Action.UNREGISTERED;
      case "added", "joined" -> Action.JOINED;
      case "removed", "left" -> Action.LEFT;
      case "downloaded" -> Action.DOWNLOADED;
      case "launched" -> Action.LAUNCHED;
      case "answered" -> Action.ANSWERED;
      case "sent" -> Action.SHARED;
      case "uploaded", "accepted", "called", "taken", "becameoverdue", "failed", "loggedinas" ->
          Action.INTERACTED;
      default -> Action.INTERACTED;
    };
  }

  private void object(LogEntry entry) {
    if (entry.contextLevel() == LogEntry.MODULE && entry.component().startsWith("mod_")) {
      module(entry, entry.component().substring("mod_".length()));
    } else if (entry.contextLevel() == LogEntry.MODULE) {
      MoodleNames.Module module = names.module(entry.contextInstance());
      String type = module == null ? "unknown" : module.type();
      draft.activity(names.module(entry.contextInstance(), type));
    } else if (entry.contextLevel() == LogEntry.COURSE && names.course(entry.course()) != null) {
      draft.activity(names.course(entry.course()));
    } else if (entry.target().startsWith("user") && entry.relatedUser() != null) {
      draft.activity(names.places().person(entry.relatedUser()));
    } else {
      draft.activity(names.places().site());
    }
  }

  private void module(LogEntry entry, String type) {
    ActivityDescription module = names.module(entry.contextInstance(), type);
    Map<String, String> other = entry.other();
    switch (entry.target()) {
      case "discussion" -> discussion(entry, module, type);
      case "post" -> post(entry, module, type, OtherData.number(other, "discussionid"));
      case "attempt", "attempt_summary" -> attempt(entry, module, other);
      case "chapter" -> chapter(entry, module);
      default -> draft.activity(module);
    }
  }

  private void chapter(LogEntry entry, ActivityDescription book) {
    if (entry.object() == null) {
      draft.activity(book);
      return;
    }
    draft.parent(book).activity(names.places().chapter(book, entry.object()));
  }

  private void discussion(LogEntry entry, ActivityDescription forum, String type) {
    if (entry.object() == null) {
      draft.activity(forum);
      return;
    }
    draft.parent(forum).activity(names.places().discussion(type, entry.object()));
  }

  private void post(LogEntry entry, ActivityDescription forum, String type, Long discussion) {
    if (entry.object() == null || discussion == null) {
      draft.activity(forum);
      return;
    }
    draft
        .parent(forum)
        .replyTo(names.places().discussion(type, discussion))
        .activity(names.places().post(type, discussion, entry.object()));
  }

  private void attempt(LogEntry entry, ActivityDescription quiz, Map<String, String> other) {
    Long attempt =
        "quiz_attempts".equals(entry.objectTable())
            ? entry.object()
            : OtherData.number(other, "attemptid");
    if (attempt == null || !quiz.kind().equals(ActivityKind.QUIZ)) {
      draft.activity(quiz);
      return;
    }
    ActivityDescription description = names.places().attempt(attempt, entry.contextInstance());
    draft.parent(quiz).activity(description).attempt(description);
  }
}

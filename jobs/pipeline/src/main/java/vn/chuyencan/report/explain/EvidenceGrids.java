package vn.chuyencan.report.explain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import vn.chuyencan.model.Dossier;
import vn.chuyencan.model.Place;

/**
 * The rows behind figures as numbered tables. A table is shown under the first criterion that rests
 * on it; the others refer to it.
 */
final class EvidenceGrids {
  /** So many rows of a table a reader still looks through. */
  static final int FIRST_ROWS = 20;

  private static final long MICROS_A_SECOND = 1_000_000L;
  private static final long SECONDS_A_MINUTE = 60;

  /** A minute rounded down at the sixth place is a whole number of 60 microseconds. */
  private static final long MICROS_A_STEP = 60;

  private static final int MINUTE_SCALE = 6;

  /** Columns of long names and paths. */
  private static final Set<String> PLACES = Set.of("place", "first", "last", "post");

  private final Wording wording;
  private final Map<EvidenceKind, Integer> numbers = new EnumMap<>(EvidenceKind.class);

  EvidenceGrids(Wording wording) {
    this.wording = wording;
  }

  /** The table behind a measure, or where it stands; empty where no evidence is shown. */
  List<Explanation.Grid> of(String measure) {
    Optional<EvidenceKind> kind =
        wording.subject().evidence() == ExplanationSubject.Evidence.NONE
            ? Optional.empty()
            : EvidenceKind.of(measure);
    if (kind.isEmpty()) {
      return List.of();
    }
    Integer before = numbers.get(kind.get());
    if (before != null) {
      return List.of(
          new Explanation.Grid(
              wording.text("evidence.see", wording.count(before)),
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              List.of()));
    }
    numbers.put(kind.get(), numbers.size() + 1);
    return List.of(
        switch (kind.get()) {
          case ACCESSES -> accesses();
          case COLLECTIVE_POSTS -> posts(EvidenceKind.COLLECTIVE_POSTS);
          case GROUP_POSTS -> posts(EvidenceKind.GROUP_POSTS);
          case ATTEMPTS -> attempts();
          case PLENARY -> sessions(EvidenceKind.PLENARY);
          case PRACTICE -> sessions(EvidenceKind.PRACTICE);
          case SUBMISSIONS -> submissions();
          case REVIEWS -> reviews();
        });
  }

  private Explanation.Grid grid(
      EvidenceKind kind,
      List<String> columns,
      List<Integer> numeric,
      List<List<String>> rows,
      List<String> notes) {
    boolean all = wording.subject().evidence() == ExplanationSubject.Evidence.ALL_ROWS;
    int shown = all ? rows.size() : Math.min(rows.size(), FIRST_ROWS);
    List<String> under = new ArrayList<>();
    if (rows.isEmpty()) {
      under.add(wording.text("evidence.nothing"));
    }
    if (shown < rows.size()) {
      under.add(wording.text("evidence.more", wording.count((long) rows.size() - shown)));
    }
    under.addAll(notes);
    return new Explanation.Grid(
        wording.text(
            "evidence.caption",
            wording.count(numbers.get(kind)),
            wording.text("evidence." + kind.key())),
        columns.stream().map(column -> wording.text("column." + column)).toList(),
        numeric,
        IntStream.range(0, columns.size())
            .filter(column -> PLACES.contains(columns.get(column)))
            .boxed()
            .toList(),
        rows.subList(0, shown),
        under);
  }

  private Explanation.Grid accesses() {
    Dossier.Time time =
        wording
            .subject()
            .dossier()
            .time()
            .orElseGet(() -> new Dossier.Time(List.of(), List.of(), 0));
    List<List<String>> rows = new ArrayList<>();
    for (Dossier.Access access : time.sessions()) {
      rows.add(
          List.of(
              wording.count(rows.size() + 1L),
              wording.dates().second(access.start()),
              wording.dates().end(access.start(), access.end()),
              week(access.week()),
              wording.count(access.records()),
              clock(access.micros()),
              place(access.first()),
              access.records() > 1 ? place(access.last()) : ""));
    }
    List<String> notes = new ArrayList<>();
    for (Dossier.Stretch stretch : time.declared()) {
      notes.add(
          wording.text(
              "evidence.declared",
              wording.dates().second(stretch.start()),
              wording.dates().end(stretch.start(), stretch.end()),
              clock(stretch.end() - stretch.start())));
    }
    notes.addAll(sums(time));
    return grid(
        EvidenceKind.ACCESSES,
        List.of("number", "start", "end", "week", "records", "duration", "first", "last"),
        List.of(0, 3, 4, 5),
        rows,
        notes);
  }

  /** The sums, and whether they are what was published. */
  private List<String> sums(Dossier.Time time) {
    List<String> notes = new ArrayList<>();
    BigDecimal minutes =
        BigDecimal.valueOf(Math.floorDiv(time.micros(), MICROS_A_STEP), MINUTE_SCALE);
    notes.add(
        wording.text(
            "check.minutes",
            clock(time.micros()),
            wording.numbers().exact(minutes),
            same(minutes, "minutes")));
    notes.add(
        wording.text(
            "check.sessions",
            wording.count(time.sessions().size()),
            same(BigDecimal.valueOf(time.sessions().size()), "sessions")));
    notes.add(
        wording.text(
            time.records() == time.recordsInLog() ? "check.records" : "check.records.differ",
            wording.count(time.records()),
            wording.count(time.recordsInLog())));
    return notes;
  }

  /** Whether a sum is exactly the figure that was stored and published. */
  private String same(BigDecimal sum, String measure) {
    Optional<BigDecimal> stored = wording.measure(measure);
    if (stored.isEmpty()) {
      return wording.text("check.unknown");
    }
    String shown = wording.numbers().exact(stored.get());
    return wording.text(stored.get().compareTo(sum) == 0 ? "check.same" : "check.differs", shown);
  }

  private String check(long number, String measure) {
    BigDecimal sum = BigDecimal.valueOf(number);
    return wording.text("check.counted", wording.count(number), same(sum, measure));
  }

  private Explanation.Grid posts(EvidenceKind kind) {
    boolean collective = kind == EvidenceKind.COLLECTIVE_POSTS;
    List<List<String>> rows = new ArrayList<>();
    long counted = 0;
    for (Dossier.Post post : wording.subject().dossier().posts()) {
      if (collective == "group".equals(post.forumKind())) {
        continue;
      }
      counted += post.counted() ? 1 : 0;
      rows.add(
          List.of(
              wording.dates().second(post.at()),
              wording.titles().activity(String.valueOf(post.forumId())),
              wording.words().orCode("post." + post.kind(), post.kind()),
              week(post.week() == null ? 0 : post.week()),
              collective ? yes(post.counted()) : inDiscussion(post),
              post.postId(),
              place(post.place())));
    }
    return grid(
        kind,
        List.of(
            "at", "forum", "kind", "week", collective ? "counts" : "discussion", "post", "place"),
        List.of(3),
        rows,
        collective ? List.of(check(counted, "posts")) : List.of());
  }

  private String inDiscussion(Dossier.Post post) {
    return post.deleted()
        ? wording.text("post.deleted")
        : wording.titles().person(post.discussionLearner());
  }

  private Explanation.Grid attempts() {
    List<List<String>> rows = new ArrayList<>();
    long counted = 0;
    for (Dossier.Attempt attempt : wording.subject().dossier().attempts()) {
      counted += attempt.counted() ? 1 : 0;
      rows.add(
          List.of(
              wording.titles().activity(attempt.exerciseId()),
              wording.count(attempt.number()),
              attempt.finishedAt() == null ? "" : wording.dates().second(attempt.finishedAt()),
              mark(attempt),
              percent(attempt.percent()),
              attempt.counted()
                  ? yes(true)
                  : wording.words().orCode("attempt." + attempt.state(), attempt.state()),
              place(attempt.place())));
    }
    return grid(
        EvidenceKind.ATTEMPTS,
        List.of("exercise", "attempt", "finished", "mark", "percent", "counts", "place"),
        List.of(1, 3, 4),
        rows,
        List.of(check(counted, "attempts")));
  }

  private String mark(Dossier.Attempt attempt) {
    if (attempt.raw() == null) {
      return "";
    }
    String raw = wording.numbers().exact(attempt.raw());
    if (attempt.corrected() != null) {
      raw = wording.text("corrected", raw, wording.numbers().exact(attempt.corrected()));
    }
    return attempt.max() == null ? raw : raw + "/" + wording.numbers().exact(attempt.max());
  }

  /** Rounded down, so that no mark reads as reaching more than it does. */
  private String percent(BigDecimal percent) {
    return percent == null
        ? ""
        : wording.numbers().exact(percent.setScale(2, RoundingMode.FLOOR)) + " %";
  }

  private Explanation.Grid sessions(EvidenceKind kind) {
    boolean plenary = kind == EvidenceKind.PLENARY;
    List<List<String>> rows = new ArrayList<>();
    long present = 0;
    for (Dossier.Session session : wording.subject().dossier().sessions()) {
      if (plenary ? session.plenary() : session.practice()) {
        present += session.present() ? 1 : 0;
        rows.add(
            List.of(
                wording.titles().session(session.sessionId()),
                wording.dates().second(session.startsAt()),
                corrected("attendance.", session.status(), session.corrected()),
                yes(session.present()),
                // Of what nobody has marked there is nothing to look at.
                session.status().equals("unmarked") ? "" : place(session.place())));
      }
    }
    return grid(
        kind,
        List.of("session", "start", "attendance", "counts", "place"),
        List.of(),
        rows,
        List.of(check(present, plenary ? "plenary_present" : "practice_present")));
  }

  private Explanation.Grid submissions() {
    List<List<String>> rows = new ArrayList<>();
    for (Dossier.Submission one : wording.subject().dossier().submissions()) {
      rows.add(
          List.of(
              wording.titles().activity(one.activityId()),
              wording.text("artefact." + one.artefact().toLowerCase(Locale.ROOT)),
              submitted(one),
              wording.words().orCode("link." + one.linkStatus(), one.linkStatus()),
              wording.words().orCode("content." + one.contentStatus(), one.contentStatus()),
              corrected("checked.", one.checkStatus(), one.corrected()),
              wording.titles().person(one.checkedBy()),
              one.checkedOn() == null ? "" : wording.dates().day(one.checkedOn()),
              place(one.place())));
    }
    return grid(
        EvidenceKind.SUBMISSIONS,
        List.of(
            "activity", "artefact", "submitted", "link", "content", "check", "by", "on", "place"),
        List.of(),
        rows,
        List.of());
  }

  private String submitted(Dossier.Submission one) {
    if (one.submittedAt() == null) {
      return "";
    }
    String at = wording.dates().second(one.submittedAt());
    return one.counted() ? at : wording.text("submitted.outside", at);
  }

  private Explanation.Grid reviews() {
    List<List<String>> rows = new ArrayList<>();
    long done = 0;
    for (Dossier.Review review : wording.subject().dossier().reviews()) {
      done += review.counted() && Boolean.TRUE.equals(review.done()) ? 1 : 0;
      rows.add(
          List.of(
              wording.titles().person(review.revieweeId()),
              wording.titles().activity(review.activityId()),
              review.completedAt() == null ? "" : wording.dates().second(review.completedAt()),
              maybe(review.onTime()),
              maybe(review.rubricComplete()),
              review.counted() ? maybe(review.done()) : wording.text("review.not_asked"),
              place(review.place())));
    }
    return grid(
        EvidenceKind.REVIEWS,
        List.of("reviewee", "activity", "finished", "on_time", "rubric", "counts", "place"),
        List.of(),
        rows,
        List.of(check(done, "reviews_completed")));
  }

  /** A word, and the one that counts instead where somebody corrected it. */
  private String corrected(String prefix, String code, String instead) {
    String word = wording.words().orCode(prefix + code, code);
    return instead == null
        ? word
        : wording.text("corrected", word, wording.words().orCode(prefix + instead, instead));
  }

  private String week(int number) {
    return number == 0 ? "" : wording.count(number);
  }

  private String yes(boolean value) {
    return wording.text(value ? "yes" : "no");
  }

  private String maybe(Boolean value) {
    return value == null ? "" : yes(value);
  }

  /** The place and, on a line of its own, the event's id. */
  private String place(Optional<Place> place) {
    return place
        .map(found -> found.id().isEmpty() ? found.text() : found.text() + "\n" + found.id())
        .orElseGet(() -> wording.text("evidence.nowhere"));
  }

  /** Minutes and seconds, such as {@code 31:28}; exact. */
  private String clock(long micros) {
    long seconds = micros / MICROS_A_SECOND;
    String text =
        wording.count(seconds / SECONDS_A_MINUTE)
            + String.format(Locale.ROOT, ":%02d", seconds % SECONDS_A_MINUTE);
    long rest = micros % MICROS_A_SECOND;
    return rest == 0 ? text : text + String.format(Locale.ROOT, ".%06d", rest);
  }
}

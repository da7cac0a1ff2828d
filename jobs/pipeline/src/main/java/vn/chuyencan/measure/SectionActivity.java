package vn.chuyencan.measure;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.iceberg.data.Record;
import vn.chuyencan.model.Activity;
import vn.chuyencan.table.CanonicalText;
import vn.chuyencan.xapi.vocabulary.Action;
import vn.chuyencan.xapi.vocabulary.ActivityKind;
import vn.chuyencan.xapi.vocabulary.Origin;

/**
 * The log of some course runs, summed: who did what to which activity, how often, when first and
 * last, and whom an answer reached. The order of records changes nothing. Acts by way of others and
 * records that were removed do not count; an answer that was deleted does not either, whoever
 * deleted it.
 */
public final class SectionActivity {
  private static final int NOBODY = -1;
  private static final int ENTRY_NO = 9;
  private static final int WEEK = 10;

  private static final Comparator<Object> TEXT =
      Comparator.nullsFirst((one, two) -> CanonicalText.compare((String) one, (String) two));

  private static final String[] COLUMNS = {
    "event_id",
    "origin",
    "source",
    "occurred_at",
    "event_date",
    "actor_key",
    "course_key",
    "activity_key",
    "parent_key",
    "reply_to_key",
    "target_actor_key",
    "action",
    "activity_kind",
    "content_hash"
  };

  private final Scope scope;
  private final Map<Key, Sum> sums = new HashMap<>();
  private final Map<Long, Begun> begun = new HashMap<>();
  private final List<Answer> answers = new ArrayList<>();
  private final Set<Long> deleted = new HashSet<>();

  private record Key(
      int run, int person, String action, String kind, String activityId, int other, int week) {}

  /** Who began a discussion, and when. */
  private record Begun(int person, long at) {}

  /** An answer waits until it is known who began the discussion and what was deleted. */
  private record Answer(Key key, long discussion, Long post, long at) {}

  private record Sum(long events, long first, long last) {
    Sum plus(Sum other) {
      return new Sum(
          events + other.events, Math.min(first, other.first), Math.max(last, other.last));
    }
  }

  /**
   * @param scope the course runs, whom identifiers mean, and what does not count
   */
  public SectionActivity(Scope scope) {
    this.scope = scope;
  }

  /** The columns of {@code learning_event} that {@link #add} reads. */
  public static String[] columns() {
    return COLUMNS.clone();
  }

  /** Takes note of an act, or of what was done on somebody's behalf. */
  public void add(Record row) {
    Long course = (Long) row.getField("course_key");
    int day = CourseRuns.day((LocalDate) row.getField("event_date"));
    if (course == null || !scope.hasCome(day)) {
      return;
    }
    int[] runs = scope.runs().of(course);
    long at = Instants.micros((OffsetDateTime) row.getField("occurred_at"));
    if (runs.length == 0
        || scope
            .removals()
            .contains((UUID) row.getField("event_id"), (Long) row.getField("content_hash"), at)) {
      return;
    }
    Long activity = (Long) row.getField("activity_key");
    String action = (String) row.getField("action");
    String kind = (String) row.getField("activity_kind");
    if (Action.DELETED.equals(action) && activity != null) {
      // Moderators are in no register, and a platform deletes by itself too.
      deleted.add(activity);
    }
    int person = scope.learners().of((Long) row.getField("actor_key"));
    if (person == NOBODY
        || !Origin.STATEMENT.equals(row.getField("origin"))
        || !scope.witnesses().speaks((String) row.getField("source"), day)) {
      return;
    }
    if (Action.CREATED.equals(action) && ActivityKind.DISCUSSION.equals(kind) && activity != null) {
      begun.merge(activity, new Begun(person, at), (one, two) -> two.at() < one.at() ? two : one);
    }
    for (int run : runs) {
      CourseContext context = scope.contexts().get(run);
      if (scope.runs().holdsInstant(run, at) && isIn(context, person)) {
        String activityId = activityId(context, activity, (Long) row.getField("parent_key"));
        Long discussion = (Long) row.getField("reply_to_key");
        Key key =
            new Key(
                run,
                person,
                action,
                kind,
                activityId,
                target(row.getField("target_actor_key")),
                monday(day));
        if (discussion == null) {
          count(key, at);
        } else {
          answers.add(new Answer(key, discussion, activity, at));
        }
      }
    }
  }

  /** The Monday of a day's week; day 0 was a Thursday. */
  private static int monday(int day) {
    return day - Math.floorMod(day + 3, 7);
  }

  private boolean isIn(CourseContext context, int person) {
    return !scope.registeredRoster()
        || context.enrolments().containsKey(scope.learners().id(person));
  }

  private int target(Object key) {
    return key == null ? NOBODY : scope.learners().of((Long) key);
  }

  private static String activityId(CourseContext context, Long activity, Long parent) {
    return context
        .activity(activity)
        .or(() -> context.activity(parent))
        .map(Activity::activityId)
        .orElse(null);
  }

  private void count(Key key, long at) {
    sums.merge(key, new Sum(1, at, at), Sum::plus);
  }

  /** Rows of {@code section_activity}, in its order. */
  public List<Object[]> rows() {
    for (Answer answer : answers) {
      if (answer.post() != null && deleted.contains(answer.post())) {
        continue;
      }
      Key key = answer.key();
      Begun by = begun.get(answer.discussion());
      int other = by == null ? key.other() : by.person();
      count(
          new Key(
              key.run(),
              key.person(),
              key.action(),
              key.kind(),
              key.activityId(),
              other,
              key.week()),
          answer.at());
    }
    answers.clear();
    List<Object[]> rows = new ArrayList<>(sums.size());
    sums.forEach(
        (key, sum) ->
            rows.add(
                new Object[] {
                  scope.contexts().get(key.run()).run().courseId(),
                  scope.learners().id(key.person()),
                  key.action(),
                  key.kind(),
                  key.activityId(),
                  key.other() == NOBODY ? null : scope.learners().id(key.other()),
                  sum.events(),
                  Instants.of(sum.first()),
                  Instants.of(sum.last()),
                  0L,
                  LocalDate.ofEpochDay(key.week())
                }));
    rows.sort(
        (one, two) -> {
          int order = 0;
          for (int column = 0; order == 0 && column <= 5; column++) {
            order = TEXT.compare(one[column], two[column]);
          }
          return order != 0 ? order : ((LocalDate) one[WEEK]).compareTo((LocalDate) two[WEEK]);
        });
    for (int place = 0; place < rows.size(); place++) {
      rows.get(place)[ENTRY_NO] = place + 1L;
    }
    return rows;
  }
}

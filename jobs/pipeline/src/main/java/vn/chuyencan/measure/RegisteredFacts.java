package vn.chuyencan.measure;

import java.io.Serializable;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import vn.chuyencan.model.Activity;
import vn.chuyencan.model.Attempt;
import vn.chuyencan.model.Completion;
import vn.chuyencan.model.CompletionState;
import vn.chuyencan.model.CourseRun;
import vn.chuyencan.model.Interval;
import vn.chuyencan.model.LiveLog;
import vn.chuyencan.model.Login;
import vn.chuyencan.model.Post;
import vn.chuyencan.model.PostKind;
import vn.chuyencan.model.RegisterName;
import vn.chuyencan.model.Registers;
import vn.chuyencan.xapi.Keys;

/**
 * The posts and attempts of one course run that registers tell. Where they tell of an activity, or
 * of the whole run, what events tell of it is not counted. What has come by a night is told by days
 * of the institution, as of events. Travels to the tasks.
 */
final class RegisteredFacts implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final Comparator<Post> FIRST =
      Comparator.comparing(Post::postedAt).thenComparing(Post::postId);

  private final ZoneId zone;
  private final RunTime time;
  private final boolean allPosts;
  private final boolean allAttempts;
  private final HashSet<String> forums = new HashSet<>();
  private final HashSet<String> exercises = new HashSet<>();
  private final HashMap<String, ArrayList<Post>> posts = new HashMap<>();
  private final HashMap<String, ArrayList<Attempt>> attempts = new HashMap<>();
  private final HashMap<List<String>, Post> topics = new HashMap<>();
  private final HashMap<String, ArrayList<Instant>> logins = new HashMap<>();
  private final HashMap<String, ArrayList<Interval>> stays = new HashMap<>();
  private final HashMap<String, HashMap<String, Completion>> completions = new HashMap<>();

  /** Nothing told yet. */
  RegisteredFacts(CourseRun run, RunTime time, ZoneId institutionZone, Registers registers) {
    this.zone = institutionZone;
    this.time = time;
    this.allPosts = registers.covers(RegisterName.POST, run.courseId());
    this.allAttempts = registers.covers(RegisterName.ATTEMPT, run.courseId());
  }

  void add(Post row) {
    forums.add(row.activityId());
    if (row.kind() == PostKind.TOPIC) {
      // Who opened a discussion is known also when that was before the run.
      topics.merge(discussion(row), row, (one, two) -> FIRST.compare(one, two) <= 0 ? one : two);
    }
    if (holds(row.postedAt())) {
      posts.computeIfAbsent(row.learnerId(), id -> new ArrayList<>()).add(row);
    }
  }

  void add(Attempt row) {
    exercises.add(row.activityId());
    if (holds(row.at())) {
      attempts.computeIfAbsent(row.learnerId(), id -> new ArrayList<>()).add(row);
    }
  }

  void add(LiveLog row) {
    if (row.isLearners()) {
      time.held(new Interval(Instants.micros(row.joinedAt()), Instants.micros(row.leftAt())))
          .ifPresent(
              stay -> stays.computeIfAbsent(row.personId(), id -> new ArrayList<>()).add(stay));
    }
  }

  void add(Login row) {
    if (holds(row.at())) {
      logins.computeIfAbsent(row.learnerId(), id -> new ArrayList<>()).add(row.at());
    }
  }

  /** That a course run as a whole is complete says nothing of an exercise. */
  void add(Completion row) {
    if (row.activityId() == null
        || row.state() == CompletionState.INCOMPLETE
        || row.state() == CompletionState.COMPLETE_FAIL) {
      return;
    }
    completions.computeIfAbsent(row.learnerId(), id -> new HashMap<>()).put(row.activityId(), row);
  }

  private static List<String> discussion(Post row) {
    return List.of(row.activityId(), row.discussionId());
  }

  private boolean holds(Instant moment) {
    return time.holds(Instants.micros(moment));
  }

  private int day(Instant moment) {
    return CourseRuns.day(moment.atZone(zone).toLocalDate());
  }

  /**
   * Whether the register tells the posts of a forum.
   *
   * @param forumId its identifier, or its IRI where no register knows it; may be null
   */
  boolean tellsPostsOf(String forumId) {
    return allPosts || (forumId != null && forums.contains(forumId));
  }

  /** Whether the register tells the attempts at an exercise; likewise. */
  boolean tellsAttemptsAt(String exerciseId) {
    return allAttempts || (exerciseId != null && exercises.contains(exerciseId));
  }

  /** Whether something stands on a day for which this holds. */
  boolean anyOn(IntPredicate days) {
    Stream<Instant> moments =
        Stream.of(
                posts.values().stream().flatMap(List::stream).map(Post::postedAt),
                attempts.values().stream().flatMap(List::stream).map(Attempt::at),
                logins.values().stream().flatMap(List::stream),
                stays.values().stream().flatMap(List::stream).map(RegisteredFacts::lastOf))
            .flatMap(some -> some);
    return moments.mapToInt(this::day).anyMatch(days)
        || completions.values().stream()
            .flatMap(some -> some.values().stream())
            .filter(row -> row.completedAt() != null)
            .anyMatch(row -> days.test(day(row.completedAt())));
  }

  /** A stay until midnight is none of the next day. */
  private static Instant lastOf(Interval stay) {
    return Instants.of(stay.end() - 1);
  }

  /** The learner's stays in live rooms that ended on days of the institution that have come. */
  List<Interval> stays(String learnerId, IntPredicate hasCome) {
    return stays.getOrDefault(learnerId, new ArrayList<>()).stream()
        .filter(stay -> hasCome.test(day(lastOf(stay))))
        .toList();
  }

  /** When the learner logged in, on days of the institution that have come; in order. */
  List<Instant> logins(String learnerId, IntPredicate hasCome) {
    return logins.getOrDefault(learnerId, new ArrayList<>()).stream()
        .filter(at -> hasCome.test(day(at)))
        .sorted()
        .toList();
  }

  /** The activities that the platform calls complete for the learner by a day that has come. */
  Set<String> completed(String learnerId, IntPredicate hasCome) {
    Set<String> completed = new TreeSet<>();
    completions
        .getOrDefault(learnerId, new HashMap<>())
        .forEach(
            (activity, row) -> {
              if (row.completedAt() == null || hasCome.test(day(row.completedAt()))) {
                completed.add(activity);
              }
            });
    return completed;
  }

  /** The learner's attempts on days that have come. */
  List<Attempt> attempts(String learnerId, IntPredicate hasCome) {
    return attempts.getOrDefault(learnerId, new ArrayList<>()).stream()
        .filter(attempt -> hasCome.test(day(attempt.at())))
        .toList();
  }

  /** The attempts of all learners on days that have come. */
  Map<String, List<Attempt>> attempts(IntPredicate hasCome) {
    Map<String, List<Attempt>> come = new HashMap<>();
    attempts.keySet().forEach(learner -> come.put(learner, attempts(learner, hasCome)));
    return come;
  }

  /** The posts of each author, learner or not, on days that have come. */
  Map<String, List<Post>> posts(IntPredicate hasCome) {
    Map<String, List<Post>> come = new HashMap<>();
    posts.forEach(
        (author, some) ->
            come.put(
                author, some.stream().filter(post -> hasCome.test(day(post.postedAt()))).toList()));
    return come;
  }

  /**
   * A post as it is measured.
   *
   * @param forum the forum; null when no register knows it
   */
  LearnerFacts.Post measured(Post row, Activity forum) {
    Post topic = topics.get(discussion(row));
    return new LearnerFacts.Post(
        row.postId(),
        forum == null ? null : Keys.of(forum.iri()),
        row.activityId(),
        row.discussionId(),
        row.kind() == PostKind.TOPIC,
        Instants.micros(row.postedAt()),
        topic == null ? null : topic.learnerId(),
        row.deleted(),
        null,
        row.text());
  }
}

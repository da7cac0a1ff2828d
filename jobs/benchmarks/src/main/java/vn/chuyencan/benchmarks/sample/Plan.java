package vn.chuyencan.benchmarks.sample;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * What one learner will do in one course run. It begins as a learner who passes everything; edges
 * change it.
 */
final class Plan {
  /** One post in a collective forum. */
  record Post(int week, Place forum) {}

  /** What the submission register says of one artefact. */
  record Submission(boolean handedIn, String link, String content, String check) {
    static final Submission CORRECT = new Submission(true, "accessible", "displays", "correct");
    static final Submission NONE = new Submission(false, "unchecked", "unchecked", "unchecked");
  }

  /** What the peer review register says of one allocated review. */
  enum Review {
    DONE,
    LATE,
    INCOMPLETE,
    MISSING
  }

  static final int SESSIONS = 7;

  private static final List<String> PRESENT = List.of("present", "present", "present", "late");

  private final Person person;
  private final Course course;
  private final Map<Integer, List<BigDecimal>> marks = new TreeMap<>();
  private final List<Integer> abandoned = new ArrayList<>();
  private final List<Post> posts = new ArrayList<>();
  private final List<Visit> fixedVisits = new ArrayList<>();
  private final int[] visitsByWeek;
  private final String[] attendance = new String[SESSIONS];
  private final Map<String, Submission> submissions = new HashMap<>();
  private final Review[] reviews = {Review.DONE, Review.DONE, Review.DONE};
  private int minutes;
  private int silences;
  private int deletedPosts;
  private String draftGroup;
  private int commentsSpared;

  Plan(Person person, Course course, Random random) {
    this.person = person;
    this.course = course;
    this.visitsByWeek = new int[course.weeks()];
    for (int week = 0; week < course.weeks(); week++) {
      visitsByWeek[week] = 2 + random.nextInt(2);
    }
    minutes = 600 + random.nextInt(320);
    for (int exercise = 0; exercise < course.exercises().size(); exercise++) {
      BigDecimal mark = BigDecimal.valueOf(55 + 5L * random.nextInt(9), 1);
      marks.put(
          exercise, random.nextInt(7) == 0 ? List.of(BigDecimal.valueOf(4), mark) : List.of(mark));
    }
    course.forums().forEach(forum -> posts.add(new Post(forum.week(), forum)));
    if (random.nextInt(3) == 0) {
      posts.add(new Post(2, course.forums().get(1)));
    }
    for (int session = 0; session < SESSIONS; session++) {
      attendance[session] = PRESENT.get(random.nextInt(PRESENT.size()));
    }
    submissions.put("product", Submission.CORRECT);
    submissions.put("situation", Submission.CORRECT);
    draftGroup = course.groupOf(person);
  }

  Person person() {
    return person;
  }

  Course course() {
    return course;
  }

  /** Marks of all attempts by exercise, on the scale 10; a null mark is still to be given. */
  Map<Integer, List<BigDecimal>> marks() {
    return marks;
  }

  /** Exercises of which the learner abandons an attempt. */
  List<Integer> abandoned() {
    return abandoned;
  }

  List<Post> posts() {
    return posts;
  }

  /** Visits at given times; when there are any, no others are drawn. */
  List<Visit> fixedVisits() {
    return fixedVisits;
  }

  int[] visitsByWeek() {
    return visitsByWeek;
  }

  /** Status by class session; null where nobody has marked the learner. */
  String[] attendance() {
    return attendance;
  }

  Map<String, Submission> submissions() {
    return submissions;
  }

  Review[] reviews() {
    return reviews;
  }

  int minutes() {
    return minutes;
  }

  /** How many visits have a silence of 20 minutes. */
  int silences() {
    return silences;
  }

  int deletedPosts() {
    return deletedPosts;
  }

  /** The group in whose forum the learner shows the own draft; null for no draft. */
  String draftGroup() {
    return draftGroup;
  }

  /** How many companions get no comment. */
  int commentsSpared() {
    return commentsSpared;
  }

  Plan minutes(int total, int withSilences) {
    minutes = total;
    silences = withSilences;
    return this;
  }

  Plan visits(int... byWeek) {
    System.arraycopy(byWeek, 0, visitsByWeek, 0, Math.min(byWeek.length, visitsByWeek.length));
    return this;
  }

  /** Nothing at all from this week on. */
  Plan endsBefore(int week) {
    Arrays.fill(visitsByWeek, week - 1, visitsByWeek.length, 0);
    return this;
  }

  /** Only the first exercises are done, each once, with this mark. */
  Plan exercises(int done, String mark) {
    marks.clear();
    for (int exercise = 0; exercise < done; exercise++) {
      marks.put(exercise, List.of(new BigDecimal(mark)));
    }
    return this;
  }

  Plan mark(int exercise, String... attempts) {
    marks.put(exercise, Arrays.stream(attempts).map(BigDecimal::new).toList());
    return this;
  }

  /** An attempt that is handed in and not marked. */
  Plan pending(int exercise) {
    marks.put(exercise, Arrays.asList((BigDecimal) null));
    return this;
  }

  Plan abandons(int exercise) {
    marks.remove(exercise);
    abandoned.add(exercise);
    return this;
  }

  Plan postsByForum(int... counts) {
    posts.clear();
    for (int forum = 0; forum < counts.length; forum++) {
      for (int post = 0; post < counts[forum]; post++) {
        posts.add(new Post(course.forums().get(forum).week(), course.forums().get(forum)));
      }
    }
    return this;
  }

  Plan deletes(int count) {
    deletedPosts = count;
    return this;
  }

  Plan drafts(String group) {
    draftGroup = group;
    return this;
  }

  Plan sparesComments(int count) {
    commentsSpared = count;
    return this;
  }

  Plan attends(String status, int... sessions) {
    for (int session : sessions) {
      attendance[session] = status;
    }
    return this;
  }

  Plan submits(String artefact, Submission submission) {
    submissions.put(artefact, submission);
    return this;
  }

  Plan reviews(Review first) {
    reviews[0] = first;
    return this;
  }

  Plan reviewsNothing() {
    Arrays.fill(reviews, Review.MISSING);
    return this;
  }
}

package vn.chuyencan.benchmarks.data;

import java.util.List;
import java.util.SplittableRandom;

/** One visit of one person: a walk through the modules of a course, with pauses. */
final class Visit {
  private static final int MINUTE = 60;

  private final SplittableRandom random;
  private final List<Event> events;
  private final int week;
  private final int day;
  private int person;
  private int course;
  private long now;
  private long end;
  private int left;

  /**
   * @param events where the visit's events are added
   * @param week the week of the term, from 0
   * @param day makes the numbers of attempts and posts unique
   */
  Visit(SplittableRandom random, List<Event> events, int week, int day) {
    this.random = random;
    this.events = events;
    this.week = Math.min(week, Campus.WEEKS - 1);
    this.day = day;
  }

  /** Adds at most so many events from the start on, none after the end. */
  void make(int who, int[] courses, long start, int most, long lastSecond) {
    person = who;
    now = start;
    end = lastSecond;
    left = most;
    course = courses[random.nextInt(courses.length)];
    if (random.nextInt(4) == 0) {
      add(Act.LOGGED_IN, 0, 0, 0, 0);
    }
    add(Act.COURSE_VIEWED, 0, 0, 0, 0);
    while (left > 0) {
      if (random.nextInt(10) == 0) {
        course = courses[random.nextInt(courses.length)];
        add(Act.COURSE_VIEWED, 0, 0, 0, 0);
      }
      int dice = random.nextInt(100);
      if (dice < 38) {
        forum();
      } else if (dice < 58) {
        quiz();
      } else if (dice < 80) {
        page();
      } else if (dice < 88) {
        add(Act.LINK_VIEWED, random.nextInt(week + 1), 0, 0, 0);
      } else if (dice < 95) {
        book();
      } else {
        add(Act.COURSE_VIEWED, 0, 0, 0, 0);
      }
    }
  }

  private void forum() {
    int forum = random.nextInt(Campus.FORUMS);
    add(Act.FORUM_VIEWED, forum, 0, 0, 0);
    long discussion = 0;
    for (int views = 1 + random.nextInt(4); views > 0; views--) {
      discussion = course * 1000L + forum * 100L + random.nextInt(8 * (week + 1));
      add(Act.DISCUSSION_VIEWED, forum, discussion, 0, 0);
    }
    if (random.nextInt(4) == 0) {
      long post = unique();
      add(Act.POST_CREATED, forum, discussion, post, 0);
      if (random.nextInt(40) == 0) {
        add(Act.POST_DELETED, forum, discussion, post, 0);
      }
    } else if (random.nextInt(12) == 0) {
      add(Act.DISCUSSION_CREATED, forum, unique(), 0, 0);
    }
  }

  private void quiz() {
    int quiz = random.nextInt(3) == 0 ? random.nextInt(week + 1) : week;
    add(Act.QUIZ_VIEWED, quiz, 0, 0, 0);
    if (left < 6) {
      return;
    }
    long attempt = unique();
    add(Act.ATTEMPT_STARTED, quiz, attempt, 0, 0);
    if (random.nextInt(30) == 0) {
      add(Act.ATTEMPT_ABANDONED, quiz, attempt, 0, 0);
      return;
    }
    // Quarters of a point, and thirds as Moodle cuts them.
    int max = Campus.maxScore(quiz) * 100;
    int mark = random.nextInt(8) == 0 ? max / 3 : max - 25 * random.nextInt(max / 25 + 1);
    for (int question = Math.min(left - 1, 3 + random.nextInt(6)); question > 0; question--) {
      add(Act.ANSWERED, quiz, attempt, question, mark);
    }
    add(Act.ATTEMPT_SUBMITTED, quiz, attempt, 0, mark);
  }

  private void page() {
    int page = random.nextInt(week + 1);
    add(Act.PAGE_VIEWED, page, 0, 0, 0);
    if (random.nextInt(7) == 0) {
      add(Act.PAGE_COMPLETED, page, 0, 0, 0);
    }
  }

  private void book() {
    add(Act.BOOK_VIEWED, 0, 0, 0, 0);
    for (int chapters = 1 + random.nextInt(3); chapters > 0; chapters--) {
      add(Act.CHAPTER_VIEWED, 0, 0, 1 + random.nextInt(12), 0);
    }
  }

  /** A number that no other day and no other event of this day has. */
  private long unique() {
    return 10_000_000_000L + day * 1_000_000L + events.size();
  }

  private void add(Act act, int module, long thing, long part, int mark) {
    if (left == 0) {
      return;
    }
    events.add(
        new Event(
            now,
            (random.nextLong() & ~0xf000L) | 0x4000L,
            (random.nextLong() & 0x3fffffffffffffffL) | Long.MIN_VALUE,
            person,
            course,
            act,
            module,
            thing,
            part,
            mark));
    left--;
    now = Math.min(end - 1, now + pause());
  }

  /** Mostly seconds to minutes; now and then about, and exactly, where gaps are judged. */
  private int pause() {
    int dice = random.nextInt(200);
    if (dice < 180) {
      return Math.min(290, 3 + (int) (-60 * Math.log(1 - random.nextDouble())));
    }
    int minutes = dice < 188 ? 5 : dice < 193 ? 15 : dice < 197 ? 30 : dice < 199 ? 60 : 120;
    return minutes * MINUTE - 5 + random.nextInt(11);
  }
}

package vn.chuyencan.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vn.chuyencan.model.Fraction;
import vn.chuyencan.model.Status;

/**
 * The evaluator agrees with a twin that knows no policy, no criterion and no fraction: text 000
 * written down once more, in whole numbers, for a closed course run of five weeks, five forums and
 * 28 exercises.
 */
class TextTwinTest {
  private static final List<Status> WORST_FIRST =
      List.of(
          Status.NOT_MET,
          Status.INSUFFICIENT_DATA,
          Status.NEEDS_REVIEW,
          Status.MET_BY_COMPENSATION,
          Status.MET);

  /** One learner in whole numbers; marks in hundredths of a percent. */
  private record Facts(List<Integer> n) {
    int minutes() {
      return at(0, 480, 1120);
    }

    int low() {
      return minutes() - 15 * at(1, 0, 3);
    }

    int high() {
      return minutes() + 15 * at(2, 0, 3);
    }

    /** Mostly enough, so that every sentence has its say. */
    int at(int place, int from, int to) {
      return from + n.get(place) % (to - from + 1);
    }

    int week(int week) {
      return at(3 + week, 0, 9) == 0 ? 1 : 2 + n.get(3 + week) % 3;
    }

    boolean gap(int week) {
      return at(8 + week, 0, 14) == 0;
    }

    boolean early(int week) {
      return week < at(13, -4, 2);
    }

    int forum(int forum) {
      return at(14 + forum, 0, 11) == 0 ? 0 : 1 + n.get(14 + forum) % 2;
    }

    int posts() {
      int posts = 0;
      for (int forum = 0; forum < 5; forum++) {
        posts += forum(forum);
      }
      return posts;
    }

    int spoken(int week) {
      return at(19 + week, 0, 7) == 0 ? 0 : 1;
    }

    int done() {
      return at(24, 17, 28);
    }

    int passed() {
      return Math.min(done(), at(25, 0, 3) == 0 ? done() - 1 : 28);
    }

    int pending() {
      return at(26, 0, 5) == 0 ? 1 : 0;
    }

    int macro() {
      return at(27, 0, 2) == 0 ? at(28, 4500, 5500) : 7000;
    }

    int pooled() {
      return at(29, 0, 3) == 0 ? at(30, 4500, 5500) : macro();
    }

    int plenary() {
      return at(31, 4, 7);
    }

    int plenaryUnmarked() {
      return Math.min(7 - plenary(), at(32, 0, 4) / 3);
    }

    int practice() {
      return at(33, 2, 4);
    }

    int practiceUnmarked() {
      return Math.min(4 - practice(), at(34, 0, 4) / 3);
    }

    int topics() {
      return at(35, 0, 5) == 0 ? 0 : 1;
    }

    int elsewhere() {
      return at(36, 0, 1);
    }

    int others() {
      return at(37, 0, 8) == 0 ? 0 : 3;
    }

    int drafts() {
      return Math.min(others(), at(38, 0, 5));
    }

    int commented() {
      return at(39, 0, 5) == 0 ? Math.max(0, drafts() - 1) : drafts();
    }

    int correct() {
      return at(40, 0, 3) == 0 ? 1 : 2;
    }

    int unchecked() {
      return Math.min(2 - correct(), at(41, 0, 1));
    }

    int unseen() {
      return Math.min(unchecked(), at(42, 0, 1));
    }

    int dead() {
      return at(43, 0, 9) == 0 ? 1 : 0;
    }

    int reviews() {
      return at(44, 0, 7) == 0 ? 2 : 3;
    }

    int groupPosts() {
      return at(45, 0, 7) == 0 ? 0 : 2;
    }

    boolean hasGroup() {
      return at(46, 0, 11) != 0;
    }

    LearnerMeasures measures() {
      Map<String, Fraction> best = new TreeMap<>(Learners.exercises(28, passed()));
      LearnerMeasures.Builder builder =
          Learners.course("HV")
              .number("minutes", minutes())
              .number("minutes_15", low())
              .number("minutes_30", minutes())
              .number("minutes_60", high())
              .byKey("sessions_by_week", weeks(this::week))
              .byKey("active_days_by_week", weeks(this::week))
              .byKey("posts_by_week", weeks(this::spoken))
              .byKey(
                  "posts_by_forum",
                  Learners.forums(forum(0), forum(1), forum(2), forum(3), forum(4)))
              .byKey("best_percent_by_exercise", best)
              .list("log_gap_weeks", numbers(this::gap))
              .list("weeks_before_enrolment", numbers(this::early))
              .number("posts", posts())
              .number("exercises_completed", done())
              .number("exercises_pending", pending())
              .number("average_macro", BigDecimal.valueOf(macro(), 2))
              .number("average_pooled", BigDecimal.valueOf(pooled(), 2))
              .number("plenary_present", plenary())
              .number("plenary_unmarked", plenaryUnmarked())
              .number("practice_present", practice())
              .number("practice_unmarked", practiceUnmarked())
              .number("submissions_correct", correct())
              .number("submissions_unchecked", unchecked())
              .number("submission_links_unknown", unseen())
              .number("submission_links_dead", dead())
              .number("reviews_completed", reviews())
              .number("group_members", others())
              .number("group_members_with_draft", drafts())
              .number("group_members_commented", commented())
              .number("group_topics", topics())
              .number("group_topics_elsewhere", elsewhere())
              .number("group_posts", groupPosts());
      if (!hasGroup()) {
        for (String name :
            List.of(
                "group_members",
                "group_members_with_draft",
                "group_members_commented",
                "group_topics",
                "group_topics_elsewhere",
                "group_posts")) {
          builder.number(name, (BigDecimal) null);
        }
      }
      return builder.build();
    }

    private static Map<String, Fraction> weeks(IntUnaryOperator value) {
      return Learners.weeks(
          value.applyAsInt(0),
          value.applyAsInt(1),
          value.applyAsInt(2),
          value.applyAsInt(3),
          value.applyAsInt(4));
    }

    private static List<String> numbers(IntPredicate which) {
      List<String> weeks = new ArrayList<>();
      for (int week = 0; week < 5; week++) {
        if (which.test(week)) {
          weeks.add(Integer.toString(week + 1));
        }
      }
      return weeks;
    }
  }

  @Provide
  Arbitrary<Facts> facts() {
    return Arbitraries.integers().between(0, 5040).list().ofSize(47).map(Facts::new);
  }

  @Property(tries = 1500)
  void theEvaluatorReadsTheTextAsItsTwinDoes(@ForAll("facts") Facts facts) {
    LearnerMeasures measures = facts.measures();
    assertThat(Learners.decide("overall", measures).status()).isEqualTo(overall(facts));
    assertThat(Learners.decide("theory", measures).status()).isEqualTo(theory(facts));
    assertThat(Learners.decide("practice", measures).status()).isEqualTo(practice(facts));
  }

  private static Status all(Status... statuses) {
    return WORST_FIRST.stream().filter(Arrays.asList(statuses)::contains).findFirst().orElseThrow();
  }

  private static Status met(boolean is) {
    return is ? Status.MET : Status.NOT_MET;
  }

  private static Status minutes(Facts f, int needed) {
    boolean low = f.low() >= needed;
    boolean high = f.high() >= needed;
    return low == high ? met(low) : Status.NEEDS_REVIEW;
  }

  private static Status everyWeek(Facts f) {
    boolean failed = false;
    boolean early = false;
    boolean unknown = false;
    for (int week = 0; week < 5; week++) {
      if (f.week(week) < 2) {
        if (f.gap(week)) {
          unknown = true;
        } else if (f.early(week)) {
          early = true;
        } else {
          failed = true;
        }
      }
    }
    if (failed) {
      return Status.NOT_MET;
    }
    return unknown ? Status.INSUFFICIENT_DATA : early ? Status.NEEDS_REVIEW : Status.MET;
  }

  /** «Đều đặn»: one week below and a mean of two is for a person. */
  private static Status regular(Facts f) {
    Status strictly = everyWeek(f);
    int below = 0;
    int total = 0;
    boolean unknown = false;
    for (int week = 0; week < 5; week++) {
      total += f.week(week);
      below += f.week(week) < 2 && !f.gap(week) ? 1 : 0;
      unknown |= f.week(week) < 2 && f.gap(week);
    }
    if (strictly != Status.NOT_MET || below > 1) {
      return strictly;
    }
    return unknown ? Status.INSUFFICIENT_DATA : total >= 10 ? Status.NEEDS_REVIEW : Status.NOT_MET;
  }

  private static Status average(Facts f) {
    // A pending exercise of 28 moves the mean by at most 100/28 percent.
    boolean open =
        f.pending() > 0
            && 28 * f.macro() - 10_000 < 28 * 5_000
            && 28 * f.macro() + 10_000 >= 28 * 5_000;
    if (open) {
      return Status.INSUFFICIENT_DATA;
    }
    boolean macro = f.macro() >= 5_000;
    return macro == f.pooled() >= 5_000 ? met(macro) : Status.NEEDS_REVIEW;
  }

  private static Status share(int present, int unmarked, int held, int percent) {
    if (100 * present >= percent * held) {
      return Status.MET;
    }
    return 100 * (present + unmarked) >= percent * held ? Status.INSUFFICIENT_DATA : Status.NOT_MET;
  }

  private static Status eachForum(Facts f) {
    boolean each = true;
    for (int forum = 0; forum < 5; forum++) {
      each &= f.forum(forum) > 0;
    }
    return met(each);
  }

  private static Status overall(Facts f) {
    int without = 28 - f.passed();
    Status exercises =
        without == 0
            ? Status.MET
            : without <= f.pending() ? Status.INSUFFICIENT_DATA : Status.NOT_MET;
    Status topic =
        !f.hasGroup()
            ? Status.INSUFFICIENT_DATA
            : f.topics() > 0
                ? Status.MET
                : f.elsewhere() > 0 ? Status.NEEDS_REVIEW : Status.NOT_MET;
    Status comments =
        !f.hasGroup()
            ? Status.INSUFFICIENT_DATA
            : f.others() == 0
                ? Status.NEEDS_REVIEW
                : f.drafts() == 0 ? Status.INSUFFICIENT_DATA : met(f.commented() == f.drafts());
    return all(
        everyWeek(f),
        minutes(f, 540),
        average(f),
        exercises,
        eachForum(f),
        met(f.posts() >= 5),
        share(f.plenary(), f.plenaryUnmarked(), 7, 70),
        topic,
        comments,
        share(f.correct(), f.unchecked(), 2, 100),
        met(f.reviews() == 3));
  }

  /** «Có thể xem xét thêm … mà đạt các tiêu chí khác»: never a pass. */
  private static Status considered(Facts f, Status time, Status others) {
    if (f.minutes() >= 540) {
      return time;
    }
    if (time == Status.NEEDS_REVIEW || others == Status.NOT_MET) {
      return time;
    }
    return others == Status.INSUFFICIENT_DATA ? Status.INSUFFICIENT_DATA : Status.NEEDS_REVIEW;
  }

  private static Status theory(Facts f) {
    Status time = minutes(f, 540);
    Status average = average(f);
    boolean eachWeek = true;
    boolean unknownWeek = false;
    for (int week = 0; week < 5; week++) {
      if (f.spoken(week) == 0) {
        unknownWeek |= f.gap(week);
        eachWeek &= f.gap(week);
      }
    }
    Status weekly =
        !eachWeek ? Status.NOT_MET : unknownWeek ? Status.INSUFFICIENT_DATA : Status.MET;
    Status discussion = weekly == Status.MET || eachForum(f) == Status.MET ? Status.MET : weekly;
    Status done = 100 * f.done() >= 80 * 28 ? Status.MET : Status.NOT_MET;
    Status compensated = Status.NOT_MET;
    if (done == Status.NOT_MET) {
      Status conditions = all(minutes(f, 1080), regular(f), met(f.posts() >= 4), average);
      compensated = conditions == Status.MET ? Status.MET_BY_COMPENSATION : conditions;
    }
    Status exercises = compensated == Status.NOT_MET ? done : compensated;
    Status talk = discussion;
    if (discussion == Status.NOT_MET && compensated != Status.NOT_MET) {
      Status rest = all(time, compensated, average);
      talk =
          rest == Status.NOT_MET || rest == Status.INSUFFICIENT_DATA ? rest : Status.NEEDS_REVIEW;
    }
    return all(considered(f, time, all(done, average, discussion)), exercises, average, talk);
  }

  private static Status practice(Facts f) {
    Status time = minutes(f, 540);
    Status judged = share(f.correct(), f.unchecked(), 2, 100);
    Status product =
        judged == Status.NOT_MET
            ? Status.NOT_MET
            : f.dead() > 0 || f.unseen() > 0
                ? Status.INSUFFICIENT_DATA
                : judged == Status.MET ? Status.MET : Status.NEEDS_REVIEW;
    Status group = f.hasGroup() ? met(f.groupPosts() >= 1) : Status.INSUFFICIENT_DATA;
    Status attended = share(f.practice(), f.practiceUnmarked(), 4, 75);
    Status reviews = met(f.reviews() == 3);
    Status others = all(attended, group, product, reviews);
    return all(considered(f, time, others), others);
  }
}

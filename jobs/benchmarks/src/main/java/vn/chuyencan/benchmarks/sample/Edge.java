package vn.chuyencan.benchmarks.sample;

import java.util.function.Consumer;
import vn.chuyencan.benchmarks.sample.Plan.Review;
import vn.chuyencan.benchmarks.sample.Plan.Submission;

/** One way in which a learner differs from one who passes everything. */
// The changes are functions without a state of their own.
@SuppressWarnings("ImmutableEnumChecker")
enum Edge {
  NO_ACTIVITY("does nothing at all: a row of zeros", Edge::nothing),
  FEW_MINUTES("410 minutes", plan -> plan.minutes(410, 0)),
  AFTER_CLOSING("150 minutes more after the closing, which do not count", plan -> {}),
  MINUTES_IN_BAND("545 minutes with gaps of 30, 505 with gaps of 15", plan -> plan.minutes(545, 2)),
  SINGLE_ACCESS_IN_WEEK_3("one access in week 3", plan -> plan.visits(3, 2, 1)),
  ENROLLED_LATE(
      "enrolled two weeks after the opening; only the weeks before are without access",
      plan -> plan.visits(0, 0, 3, 3, 4).drafts(null).sparesComments(4)),
  LEFT("left in the third week", plan -> plan.endsBefore(3).minutes(240, 0)),
  EXERCISES_22("22 of 28 exercises, one below the threshold", plan -> plan.exercises(22, "8")),
  EXERCISES_23("23 of 28 exercises, just enough", plan -> plan.exercises(23, "8")),
  COMPENSATES(
      "21 of 28 exercises, compensated by 1,130 minutes and an average of 6.0",
      plan -> plan.exercises(21, "8").minutes(1130, 0)),
  AVERAGE_BELOW(
      "average 4.96: every exercise 5.0 and one 3.88",
      plan -> plan.exercises(plan.course().exercises().size(), "5").mark(9, "3.88")),
  READINGS_DISAGREE(
      "macro average below 5, pooled average above",
      plan -> {
        plan.exercises(23, "4");
        for (int exercise = 0; exercise < 4; exercise++) {
          plan.mark(exercise, "10", "10", "10", "10", "10", "10");
        }
      }),
  ONE_WEAK_EXERCISE(
      "one exercise never reaches 50 %", plan -> plan.mark(12 % size(plan), "3", "4.5")),
  FORUM_MISSED(
      "five posts, but none in the fourth forum", plan -> plan.postsByForum(2, 1, 1, 0, 1)),
  POST_DELETED(
      "five posts, one of them deleted", plan -> plan.postsByForum(1, 1, 1, 1, 1).deletes(1)),
  PLENARY_LOW("4 of 7 plenary sessions", plan -> plan.attends("absent", 0, 2, 5)),
  PRACTICE_LOW("5 of 7 plenary, 2 of 4 practice sessions", plan -> plan.attends("absent", 1, 3)),
  EXCUSED("three excused absences", plan -> plan.attends("excused", 1, 2, 4)),
  UNMARKED(
      "attendance not marked for two practice sessions",
      plan -> plan.attends("absent", 0).attends(null, 3, 4)),
  NO_DRAFT("shows no draft to the group", plan -> plan.drafts(null)),
  DRAFT_ELSEWHERE("shows the draft in another group's forum", plan -> plan.drafts(lastGroup(plan))),
  COMMENT_MISSED("comments on two of three drafts", plan -> plan.sparesComments(1)),
  PRODUCT_WRONG(
      "the product is not as required",
      plan -> plan.submits("product", new Submission(true, "accessible", "displays", "incorrect"))),
  UNCHECKED(
      "nobody has checked the solution of the situation",
      plan ->
          plan.submits("situation", new Submission(true, "accessible", "displays", "unchecked"))),
  LINK_DEAD(
      "the link of the product is dead",
      plan -> plan.submits("product", new Submission(true, "inaccessible", "empty", "unchecked"))),
  NOT_SUBMITTED("hands in no solution", plan -> plan.submits("situation", Submission.NONE)),
  REVIEW_MISSED("two of three reviews", plan -> plan.reviews(Review.MISSING)),
  REVIEW_LATE("one review after the deadline", plan -> plan.reviews(Review.LATE)),
  RUBRIC_INCOMPLETE("one rubric not filled in", plan -> plan.reviews(Review.INCOMPLETE)),
  MARK_PENDING("the last exercise waits for a person's mark", plan -> plan.pending(size(plan) - 1)),
  ATTEMPT_ABANDONED("abandoned the only attempt at one exercise", plan -> plan.abandons(7)),
  ACROSS_MIDNIGHT(
      "one visit from Sunday 23:40 to Monday 00:30 belongs to Sunday's week", plan -> {}),
  IN_WEEK_OFF("a visit in the week off", plan -> {}),
  ALONE("a group of one", plan -> {}),
  NO_GROUP("in no group", plan -> plan.drafts(null));

  private final String description;
  private final Consumer<Plan> change;

  Edge(String description, Consumer<Plan> change) {
    this.description = description;
    this.change = change;
  }

  String description() {
    return description;
  }

  void apply(Plan plan) {
    change.accept(plan);
  }

  private static String lastGroup(Plan plan) {
    return plan.course().groupForums().get(plan.course().groupForums().size() - 1).group();
  }

  private static int size(Plan plan) {
    return plan.course().exercises().size();
  }

  private static void nothing(Plan plan) {
    plan.endsBefore(1)
        .drafts(null)
        .attends("absent", 0, 1, 2, 3, 4, 5, 6)
        .submits("product", Submission.NONE)
        .submits("situation", Submission.NONE)
        .reviewsNothing();
    plan.posts().clear();
  }
}

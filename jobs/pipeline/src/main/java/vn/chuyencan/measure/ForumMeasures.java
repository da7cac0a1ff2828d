package vn.chuyencan.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import vn.chuyencan.model.Activity;
import vn.chuyencan.model.CourseActivityKind;
import vn.chuyencan.model.ForumKind;
import vn.chuyencan.model.RegisterName;
import vn.chuyencan.table.CanonicalText;
import vn.chuyencan.table.RowShape;
import vn.chuyencan.table.Tables;

/**
 * Discussion of one learner in one course run: posts in whole-class forums (FC-X.10, FC-TT.5,
 * FC-TT.6, FC-LT.4) and work in the own group's forum (FC-TT.8, FC-TT.9, FC-TH.3).
 */
final class ForumMeasures {
  private static final Comparator<LearnerFacts.Post> IN_TIME =
      Comparator.comparingLong(LearnerFacts.Post::occurredAt)
          .thenComparing(LearnerFacts.Post::postId, CanonicalText::compare)
          .thenComparing(LearnerFacts.Post::eventId, Comparator.nullsFirst(Instants.BY_TEXT));

  private static final RowShape SHAPE = RowShape.of(Tables.FORUM_POST);
  private static final int COURSE_ID = SHAPE.place("course_id");
  private static final int LEARNER_ID = SHAPE.place("learner_id");
  private static final int POST_ID = SHAPE.place("post_id");
  private static final int FORUM_ID = SHAPE.place("forum_id");
  private static final int FORUM_KIND = SHAPE.place("forum_kind");
  private static final int DISCUSSION_ID = SHAPE.place("discussion_id");
  private static final int KIND = SHAPE.place("kind");
  private static final int OCCURRED_AT = SHAPE.place("occurred_at");
  private static final int ISO_WEEK = SHAPE.place("iso_week");
  private static final int COURSE_WEEK = SHAPE.place("course_week");
  private static final int DISCUSSION_LEARNER = SHAPE.place("discussion_learner_id");
  private static final int DELETED = SHAPE.place("deleted");
  private static final int COUNTED = SHAPE.place("counted");
  private static final int EVENT_ID = SHAPE.place("event_id");

  private final CourseContext context;
  private final String learnerId;
  private final LearnerFacts facts;
  private final List<LearnerFacts.Post> posts;

  ForumMeasures(CourseContext context, String learnerId, LearnerFacts facts) {
    this.context = context;
    this.learnerId = learnerId;
    this.facts = facts;
    // One act can be told twice (two sources, a resend with another id): the earliest tells it.
    Map<String, LearnerFacts.Post> byId = new HashMap<>();
    for (LearnerFacts.Post post : facts.posts()) {
      byId.merge(post.postId(), post, (one, two) -> IN_TIME.compare(one, two) <= 0 ? one : two);
    }
    this.posts = List.copyOf(byId.values());
  }

  /** Days of the posts that count for the weeks. */
  int[] countedDays() {
    return posts.stream()
        .filter(this::counts)
        .mapToInt(post -> context.days().day(post.occurredAt()))
        .toArray();
  }

  /** Rows of {@code forum_post} in the table's order. */
  List<Object[]> rows() {
    List<LearnerFacts.Post> inTime = new ArrayList<>(posts);
    inTime.sort(IN_TIME);
    List<Object[]> rows = new ArrayList<>(inTime.size());
    for (LearnerFacts.Post post : inTime) {
      Optional<Activity> forum = forum(post);
      int day = context.days().day(post.occurredAt());
      int week = context.days().week(day);
      Object[] row = SHAPE.row();
      row[COURSE_ID] = context.run().courseId();
      row[LEARNER_ID] = learnerId;
      row[POST_ID] = post.postId();
      row[FORUM_ID] = forum.map(Activity::activityId).orElse(post.forumIri());
      row[FORUM_KIND] = forum.map(Activity::forumKind).map(ForumKind::code).orElse(null);
      row[DISCUSSION_ID] = post.discussionId();
      row[KIND] = post.topic() ? "topic" : "reply";
      row[OCCURRED_AT] = Instants.of(post.occurredAt());
      row[ISO_WEEK] = context.days().isoName(context.days().isoWeek(day));
      row[COURSE_WEEK] = week == 0 ? null : week;
      row[DISCUSSION_LEARNER] = post.discussionLearner();
      row[DELETED] = post.deleted();
      row[COUNTED] = counts(post);
      row[EVENT_ID] = post.eventId() == null ? null : post.eventId().toString();
      rows.add(row);
    }
    return rows;
  }

  /** The columns of {@code learner_course_measure}; absent registers leave theirs null. */
  void addTo(MeasureRow measures) {
    measures.set("weeks_without_forum", context.weeksWithoutForum());
    measures.set("iso_weeks_without_forum", context.isoWeeks().names(context::isWithoutForum));
    measures.set("group_members_without_draft", List.of());
    measures.set("group_members_not_commented", List.of());
    if (context.has(RegisterName.ACTIVITY)) {
      Map<String, Integer> byForum = new LinkedHashMap<>();
      context.collectiveForums().keySet().forEach(forum -> byForum.put(forum, 0));
      int[] byWeek = new int[context.weekNames().length + 1];
      int total = 0;
      for (LearnerFacts.Post post : posts) {
        if (counts(post)) {
          total++;
          byForum.merge(forum(post).orElseThrow().activityId(), 1, Integer::sum);
          byWeek[context.days().week(context.days().day(post.occurredAt()))]++;
        }
      }
      Map<String, Integer> postsByWeek = new LinkedHashMap<>();
      for (String week : context.weekNames()) {
        postsByWeek.put(week, byWeek[postsByWeek.size() + 1]);
      }
      measures.set(
          "posts_by_iso_week", context.isoWeeks().count(IsoCourseWeeks.boxed(countedDays())));
      measures.set("posts", total);
      measures.set("forums", context.collectiveForums().size());
      measures.set("posts_by_forum", byForum);
      measures.set("posts_by_week", postsByWeek);
    }
    if (context.has(RegisterName.ACTIVITY) && context.group(learnerId).isPresent()) {
      addGroupTo(measures);
    }
  }

  private void addGroupTo(MeasureRow measures) {
    String group = context.group(learnerId).orElseThrow();
    List<String> others = context.otherMembers(learnerId);
    int topics = 0;
    int topicsElsewhere = 0;
    int groupPosts = 0;
    TreeSet<String> commented = new TreeSet<>();
    for (LearnerFacts.Post post : posts) {
      Optional<Activity> forum =
          forum(post).filter(f -> f.forumKind() == ForumKind.GROUP).filter(f -> !post.deleted());
      if (forum.isEmpty()) {
        continue;
      }
      String owner = forum.get().groupId();
      boolean own = owner == null || owner.equals(group);
      if (own) {
        groupPosts++;
        if (post.topic()) {
          topics++;
        } else if (post.discussionLearner() != null) {
          commented.add(post.discussionLearner());
        }
      } else if (post.topic()) {
        topicsElsewhere++;
      }
    }
    List<String> withDraft = others.stream().filter(facts.drafters()::contains).toList();
    measures.set("group_id", group);
    measures.set("group_members", others.size());
    measures.set("group_topics", topics);
    measures.set("group_topics_elsewhere", topicsElsewhere);
    measures.set("group_posts", groupPosts);
    measures.set("group_members_with_draft", withDraft.size());
    measures.set(
        "group_members_commented", (int) withDraft.stream().filter(commented::contains).count());
    measures.set(
        "group_members_not_commented",
        withDraft.stream().filter(member -> !commented.contains(member)).toList());
    measures.set(
        "group_members_without_draft",
        others.stream().filter(member -> !facts.drafters().contains(member)).toList());
  }

  /**
   * Whether a post counts as collective discussion. Without a register of activities the kind of a
   * forum is unknown, and every post that was not deleted is shown in the weeks.
   */
  private boolean counts(LearnerFacts.Post post) {
    return !post.deleted()
        && (!context.has(RegisterName.ACTIVITY)
            || forum(post).filter(f -> f.forumKind() == ForumKind.COLLECTIVE).isPresent());
  }

  private Optional<Activity> forum(LearnerFacts.Post post) {
    return context.activity(post.forumKey()).filter(a -> a.kind() == CourseActivityKind.FORUM);
  }
}

package vn.chuyencan.measure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.chuyencan.model.Activity;
import vn.chuyencan.model.CourseActivityKind;
import vn.chuyencan.model.ForumKind;
import vn.chuyencan.model.RegisterName;
import vn.chuyencan.model.WeekCalendar;

/**
 * Discussion of one learner in one course run: posts in whole-class forums (FC-X.10, FC-TT.5,
 * FC-TT.6, FC-LT.4) and work in the own group's forum (FC-TT.8, FC-TT.9, FC-TH.3).
 */
final class ForumMeasures {
  private final CourseContext context;
  private final String learnerId;
  private final LearnerFacts facts;
  private final List<LearnerFacts.Post> posts;

  ForumMeasures(CourseContext context, String learnerId, LearnerFacts facts) {
    this.context = context;
    this.learnerId = learnerId;
    this.facts = facts;
    // One act can be told twice (two sources, a resend with another id): the earliest tells it.
    Map<String, LearnerFacts.Post> byId = new TreeMap<>();
    for (LearnerFacts.Post post : facts.posts()) {
      byId.merge(
          post.postId(),
          post,
          (one, two) ->
              Comparator.comparingLong(LearnerFacts.Post::occurredAt)
                          .thenComparing(LearnerFacts.Post::eventId)
                          .compare(one, two)
                      <= 0
                  ? one
                  : two);
    }
    this.posts = List.copyOf(byId.values());
  }

  /** Days of the posts that count for the weeks. */
  List<LocalDate> countedDays() {
    return posts.stream().filter(this::counts).map(post -> context.day(post.occurredAt())).toList();
  }

  /** Rows of {@code forum_post}. */
  List<Map<String, Object>> rows() {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (LearnerFacts.Post post : posts) {
      Optional<Activity> forum = forum(post);
      LocalDate day = context.day(post.occurredAt());
      int week = context.calendar().weekOf(day);
      Map<String, Object> row = new TreeMap<>();
      row.put("course_id", context.run().courseId());
      row.put("learner_id", learnerId);
      row.put("post_id", post.postId());
      row.put("forum_id", forum.map(Activity::activityId).orElse(post.forumIri()));
      row.put("forum_kind", forum.map(Activity::forumKind).map(ForumKind::code).orElse(null));
      row.put("discussion_id", post.discussionId());
      row.put("kind", post.topic() ? "topic" : "reply");
      row.put("occurred_at", Instants.of(post.occurredAt()));
      row.put("iso_week", WeekCalendar.isoWeek(day));
      row.put("course_week", week == 0 ? null : week);
      row.put("discussion_learner_id", post.discussionLearner());
      row.put("deleted", post.deleted());
      row.put("counted", counts(post));
      row.put("event_id", post.eventId());
      rows.add(row);
    }
    return rows;
  }

  /** The columns of {@code learner_course_measure}; absent registers leave theirs null. */
  void addTo(Map<String, Object> measures) {
    measures.put("weeks_without_forum", weeksWithoutForum());
    measures.put("group_members_without_draft", List.of());
    measures.put("group_members_not_commented", List.of());
    if (context.has(RegisterName.ACTIVITY)) {
      Map<String, Integer> byForum = new TreeMap<>();
      context.collectiveForums().keySet().forEach(forum -> byForum.put(forum, 0));
      Map<String, Integer> byWeek = new TreeMap<>();
      context.calendar().weeks().forEach(w -> byWeek.put(Integer.toString(w.number()), 0));
      int total = 0;
      for (LearnerFacts.Post post : posts) {
        if (counts(post)) {
          total++;
          byForum.merge(forum(post).orElseThrow().activityId(), 1, Integer::sum);
          int week = context.calendar().weekOf(context.day(post.occurredAt()));
          byWeek.computeIfPresent(Integer.toString(week), (number, count) -> count + 1);
        }
      }
      measures.put("posts", total);
      measures.put("forums", context.collectiveForums().size());
      measures.put("posts_by_forum", byForum);
      measures.put("posts_by_week", byWeek);
    }
    if (context.has(RegisterName.ACTIVITY) && context.group(learnerId).isPresent()) {
      addGroupTo(measures);
    }
  }

  private List<String> weeksWithoutForum() {
    return context.calendar().weeks().stream()
        .filter(
            week ->
                context.collectiveForums().values().stream()
                    .noneMatch(
                        forum ->
                            (forum.opensOn() == null || !forum.opensOn().isAfter(week.lastDay()))
                                && (forum.closesOn() == null
                                    || !forum.closesOn().isBefore(week.firstDay()))))
        .map(week -> Integer.toString(week.number()))
        .toList();
  }

  private void addGroupTo(Map<String, Object> measures) {
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
    measures.put("group_id", group);
    measures.put("group_members", others.size());
    measures.put("group_topics", topics);
    measures.put("group_topics_elsewhere", topicsElsewhere);
    measures.put("group_posts", groupPosts);
    measures.put("group_members_with_draft", withDraft.size());
    measures.put(
        "group_members_commented", (int) withDraft.stream().filter(commented::contains).count());
    measures.put(
        "group_members_not_commented",
        withDraft.stream().filter(member -> !commented.contains(member)).toList());
    measures.put(
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

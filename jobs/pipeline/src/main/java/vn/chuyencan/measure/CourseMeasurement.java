package vn.chuyencan.measure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import vn.chuyencan.measure.integrity.CopiedPosts;
import vn.chuyencan.measure.integrity.FastAnswers;
import vn.chuyencan.model.Activity;
import vn.chuyencan.model.CourseActivityKind;
import vn.chuyencan.model.ForumKind;
import vn.chuyencan.model.IntegrityKind;
import vn.chuyencan.model.IntegrityLimits;
import vn.chuyencan.model.Post;
import vn.chuyencan.model.PostKind;

/**
 * Measures the learners of one course run. What concerns them all – who opened a discussion, what
 * was deleted, who wrote a draft – is settled first; then each learner is a pure function ({@link
 * LearnerCourse}).
 */
final class CourseMeasurement {
  private final CourseContext context;
  private final CourseFacts facts;
  private final Learners learners;
  private final Map<Long, String> openers = new HashMap<>();
  private final Set<String> drafters = new TreeSet<>();
  private final IntPredicate hasCome;
  private final Map<String, List<Post>> registeredPosts;
  private final IntegrityMeasures integrity;

  /**
   * @param hasCome whether a day counts already
   * @param limits what is looked for besides
   */
  CourseMeasurement(
      CourseContext context,
      CourseFacts facts,
      Learners learners,
      IntPredicate hasCome,
      IntegrityLimits limits) {
    this.context = context;
    this.facts = facts;
    this.learners = learners;
    this.hasCome = hasCome;
    this.registeredPosts = context.registered().posts(hasCome);
    findOpeners();
    findDrafters();
    this.integrity = limits.any() ? new IntegrityMeasures(context, limits, all(limits)) : null;
  }

  /** The first to tell of a topic opened it, on the roster or not. */
  private void findOpeners() {
    Map<Long, FactSink.SeenPost> first = new HashMap<>();
    facts
        .posts()
        .forEach(
            (author, posts) -> {
              for (FactSink.SeenPost post : posts) {
                if (post.topic() && isEarlier(post, first.get(post.objectKey()))) {
                  first.put(post.objectKey(), post);
                  openers.put(post.objectKey(), learners.id(author));
                }
              }
            });
  }

  private static boolean isEarlier(FactSink.SeenPost post, FactSink.SeenPost other) {
    if (other == null || post.occurredAt() != other.occurredAt()) {
      return other == null || post.occurredAt() < other.occurredAt();
    }
    return Instants.BY_TEXT.compare(post.eventId(), other.eventId()) < 0;
  }

  private void findDrafters() {
    Map<Long, Activity> groupForums = context.forums(ForumKind.GROUP);
    if (groupForums.isEmpty()) {
      return;
    }
    facts
        .posts()
        .forEach(
            (author, posts) -> {
              String learnerId = learners.id(author);
              for (FactSink.SeenPost post : posts) {
                Activity forum =
                    post.topic() && post.forumKey() != null
                        ? groupForums.get(post.forumKey())
                        : null;
                if (forum != null
                    && !context.registered().tellsPostsOf(forum.activityId())
                    && context.groups().membersAt(forum).contains(learnerId)
                    && !facts.isDeleted(post)
                    && !context.corrections().isIrrelevant(learnerId, post.objectIri())) {
                  drafters.add(learnerId);
                }
              }
            });
    registeredPosts.forEach(
        (author, posts) -> {
          if (posts.stream().anyMatch(post -> isDraft(post, author))) {
            drafters.add(author);
          }
        });
  }

  private boolean isDraft(Post post, String author) {
    return post.kind() == PostKind.TOPIC
        && !post.deleted()
        && !context.corrections().isIrrelevant(author, post.postId())
        && context
            .activityOf(post.activityId())
            .filter(forum -> forum.kind() == CourseActivityKind.FORUM)
            .filter(forum -> forum.forumKind() == ForumKind.GROUP)
            .filter(forum -> context.groups().membersAt(forum).contains(author))
            .isPresent();
  }

  /** The learners without a register of the roster: whoever was active. */
  Collection<String> active() {
    Set<String> active = new TreeSet<>();
    for (Integer learner : facts.active()) {
      if (context.time().of(BurstReading.days(facts.bursts(learner))).stream()
          .anyMatch(day -> !day.bursts().isEmpty())) {
        active.add(learners.id(learner));
      }
    }
    return active;
  }

  /** Measures one learner, of whom nothing may have been seen. */
  LearnerCourse of(String learnerId) {
    int learner = learners.numberOf(learnerId);
    LearnerFacts seen =
        LearnerFacts.of(
            context.time().of(BurstReading.days(facts.bursts(learner))),
            context.days()::day,
            context.registered().stays(learnerId, hasCome),
            posts(learner, learnerId),
            acts(learner),
            context.registered().attempts(learnerId, hasCome),
            context.registered().logins(learnerId, hasCome).stream()
                .map(at -> context.days().day(Instants.micros(at)))
                .toList(),
            context.registered().completed(learnerId, hasCome),
            drafters);
    return integrity == null
        ? LearnerCourse.of(context, learnerId, seen)
        : LearnerCourse.of(
            context,
            learnerId,
            seen,
            integrity.rows(
                learnerId,
                seen,
                new IntegrityMeasures.Besides(facts.events(learner), facts.addresses(learner))));
  }

  /**
   * What somebody posted.
   *
   * @param author the number of who wrote, below 0 when no identity is known
   * @param authorId the id
   */
  private List<LearnerFacts.Post> posts(int author, String authorId) {
    List<LearnerFacts.Post> posts = new ArrayList<>();
    for (FactSink.SeenPost post : facts.posts().getOrDefault(author, List.of())) {
      String forum = context.activityId(post.forumKey(), post.forumIri());
      if (!context.registered().tellsPostsOf(forum)) {
        posts.add(measured(post));
      }
    }
    for (Post post : registeredPosts.getOrDefault(authorId, List.of())) {
      Activity forum = context.activityOf(post.activityId()).orElse(null);
      posts.add(context.registered().measured(post, forum));
    }
    return posts;
  }

  /** The statements about a learner's attempts that no register stands over. */
  private List<LearnerFacts.MarkedAct> acts(int learner) {
    return facts.acts(learner).stream()
        .filter(
            act ->
                !context
                    .registered()
                    .tellsAttemptsAt(context.activityId(act.exerciseKey(), act.exerciseIri())))
        .toList();
  }

  /** What all learners did, where one is to be compared with all. */
  private IntegrityMeasures.Everybody all(IntegrityLimits limits) {
    List<FastAnswers.Answer> answers = new ArrayList<>();
    if (limits.wants(IntegrityKind.FAST_ANSWER)) {
      AnswerTimes times = new AnswerTimes(context);
      facts.marked().forEach(learner -> answers.addAll(times.of(acts(learner), List.of())));
      context
          .registered()
          .attempts(hasCome)
          .values()
          .forEach(some -> answers.addAll(times.of(List.of(), some)));
    }
    List<CopiedPosts.Written> written = new ArrayList<>();
    if (limits.wants(IntegrityKind.COPIED_POST)) {
      Set<String> authors = new TreeSet<>(registeredPosts.keySet());
      facts.posts().keySet().forEach(author -> authors.add(learners.id(author)));
      for (String author : authors) {
        written.addAll(IntegrityMeasures.written(author, posts(learners.numberOf(author), author)));
      }
    }
    return new IntegrityMeasures.Everybody(answers, written);
  }

  private LearnerFacts.Post measured(FactSink.SeenPost post) {
    return new LearnerFacts.Post(
        post.objectIri(),
        post.forumKey(),
        post.forumIri(),
        post.discussionIri(),
        post.topic(),
        post.occurredAt(),
        post.discussionKey() == null ? null : openers.get(post.discussionKey()),
        facts.isDeleted(post),
        post.eventId(),
        post.text());
  }
}

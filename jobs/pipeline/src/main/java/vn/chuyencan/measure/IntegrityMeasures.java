package vn.chuyencan.measure;

import java.util.ArrayList;
import java.util.List;
import vn.chuyencan.measure.integrity.CopiedPosts;
import vn.chuyencan.measure.integrity.FastAnswers;
import vn.chuyencan.measure.integrity.Heartbeats;
import vn.chuyencan.measure.integrity.LongTime;
import vn.chuyencan.measure.integrity.TwoAddresses;
import vn.chuyencan.model.Burst;
import vn.chuyencan.model.IntegrityKind;
import vn.chuyencan.model.IntegrityLimits;
import vn.chuyencan.model.IntegritySign;
import vn.chuyencan.table.RowShape;
import vn.chuyencan.table.Tables;

/**
 * Looks for what the configuration asks for in what was seen of the learners of one course run:
 * rows of {@code integrity_signal}. Where it asks for nothing nobody calls it.
 */
final class IntegrityMeasures {
  private static final RowShape SHAPE = RowShape.of(Tables.INTEGRITY_SIGNAL);
  private static final int COURSE_ID = SHAPE.place("course_id");
  private static final int LEARNER_ID = SHAPE.place("learner_id");
  private static final int SIGNAL = SHAPE.place("signal");
  private static final int LOOKED_AT = SHAPE.place("looked_at");
  private static final int FOUND = SHAPE.place("found");
  private static final int EVIDENCE = SHAPE.place("evidence");

  private final CourseContext context;
  private final IntegrityLimits limits;
  private final FastAnswers fastAnswers;
  private final CopiedPosts copiedPosts;

  /**
   * What all learners of the run did, with which one is compared.
   *
   * @param answers attempts of which is known how long they took
   * @param posts posts of whose text something is known, of everybody, on the roster or not
   */
  record Everybody(List<FastAnswers.Answer> answers, List<CopiedPosts.Written> posts) {}

  /**
   * What was seen of one learner that no measure is made of.
   *
   * @param events in any order; one may be there several times
   * @param addresses likewise
   */
  record Besides(List<Heartbeats.Beat> events, List<TwoAddresses.Stretch> addresses) {}

  IntegrityMeasures(CourseContext context, IntegrityLimits limits, Everybody all) {
    this.context = context;
    this.limits = limits;
    this.fastAnswers = new FastAnswers(limits.answerSeconds(), limits.answerShare(), all.answers());
    this.copiedPosts =
        limits.wants(IntegrityKind.COPIED_POST)
            ? new CopiedPosts(limits.copiedCharacters(), all.posts())
            : null;
  }

  /** The posts of an author that stand and of whose text something is known. */
  static List<CopiedPosts.Written> written(String author, List<LearnerFacts.Post> posts) {
    return posts.stream()
        .filter(post -> !post.deleted() && post.text() != null)
        .map(post -> new CopiedPosts.Written(author, post.postId(), post.occurredAt(), post.text()))
        .toList();
  }

  /** What was looked for in one learner's traces, in the table's order. */
  List<Object[]> rows(String learnerId, LearnerFacts facts, Besides besides) {
    List<Object[]> rows = new ArrayList<>();
    for (IntegrityKind kind : IntegrityKind.values()) {
      if (limits.wants(kind)) {
        rows.add(row(learnerId, sign(kind, learnerId, facts, besides)));
      }
    }
    return rows;
  }

  private IntegritySign sign(
      IntegrityKind kind, String learnerId, LearnerFacts facts, Besides besides) {
    return switch (kind) {
      case LONG_DAY ->
          LongTime.days(
              TimeOnTask.counted(sessions(facts), facts.declared(), context.estimator()),
              context.zone(),
              limits.dayMinutes());
      case LONG_SESSION -> LongTime.sessions(sessions(facts), limits.sessionMinutes());
      case FAST_ANSWER ->
          fastAnswers.of(new AnswerTimes(context).of(facts.acts(), facts.attempts()));
      case HEARTBEAT ->
          Heartbeats.of(
              besides.events(), limits.heartbeatMinutes(), context.estimator().gapMicros());
      case COPIED_POST -> copiedPosts.of(written(learnerId, facts.posts()));
      case TWO_ADDRESSES -> TwoAddresses.of(besides.addresses(), limits.addressMinutes());
    };
  }

  private List<Burst> sessions(LearnerFacts facts) {
    return TimeOnTask.sessions(facts.bursts(), context.estimator());
  }

  private Object[] row(String learnerId, IntegritySign sign) {
    Object[] row = SHAPE.row();
    row[COURSE_ID] = context.run().courseId();
    row[LEARNER_ID] = learnerId;
    row[SIGNAL] = sign.kind().code();
    row[LOOKED_AT] = sign.lookedAt();
    row[FOUND] = sign.found();
    row[EVIDENCE] = evidence(sign.kind());
    return row;
  }

  /** The table whose rows are behind what was found. */
  private static String evidence(IntegrityKind kind) {
    return switch (kind) {
      case LONG_DAY, LONG_SESSION -> Tables.ACTIVITY_BURST;
      case FAST_ANSWER -> Tables.ASSESSMENT_ATTEMPT;
      case HEARTBEAT -> Tables.LEARNING_EVENT;
      case COPIED_POST -> Tables.FORUM_POST;
      case TWO_ADDRESSES -> Tables.ADDRESS_BURST;
    };
  }
}

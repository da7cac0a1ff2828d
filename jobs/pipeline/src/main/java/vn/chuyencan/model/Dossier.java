package vn.chuyencan.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What is kept about one learner in one course run, row by row: what a decision rests on. Rows have
 * a place where evidence was asked for and it is known.
 *
 * @param weeks the weeks of the course run in order
 * @param posts in order of time
 * @param attempts by exercise, in order of time
 * @param sessions the class sessions held for the learner, in order of time
 * @param submissions what was handed in
 * @param reviews the reviews allocated to the learner
 * @param corrections what persons corrected of the learner's data, or of the whole course run's
 * @param time how the minutes come about; empty when evidence was not asked for
 */
public record Dossier(
    List<Week> weeks,
    List<Post> posts,
    List<Attempt> attempts,
    List<Session> sessions,
    List<Submission> submissions,
    List<Review> reviews,
    List<Corrected> corrections,
    Optional<Time> time) {

  public Dossier {
    weeks = List.copyOf(weeks);
    posts = List.copyOf(posts);
    attempts = List.copyOf(attempts);
    sessions = List.copyOf(sessions);
    submissions = List.copyOf(submissions);
    reviews = List.copyOf(reviews);
    corrections = List.copyOf(corrections);
  }

  /**
   * What one correction does: a row of the table of corrections.
   *
   * @param kind what it corrects, as the table says it
   * @param target what is corrected, as the table says it; null where it names nothing
   * @param before the value without it; null when there was none
   * @param after the value that is used; null where it is not applied
   * @param whyNot why it is not applied, as the table says it; null where it is
   */
  public record Corrected(
      String correctionId,
      String kind,
      String target,
      String before,
      String after,
      String whyNot,
      String author,
      LocalDate on,
      String reason) {}

  /** One course week: a row of {@code learner_course_week}. */
  public record Week(int number, LocalDate firstDay, LocalDate lastDay) {}

  /**
   * One topic or reply: a row of {@code forum_post}.
   *
   * @param forumKind {@code collective} or {@code group}; null when no register says
   * @param week course week; null outside of them
   * @param discussionLearner who opened the discussion; null when not a known learner
   * @param counted whether it counts as collective discussion
   */
  public record Post(
      String postId,
      String forumId,
      String forumKind,
      String kind,
      Instant at,
      Integer week,
      String discussionLearner,
      boolean deleted,
      boolean counted,
      Optional<Place> place) {}

  /**
   * One attempt: a row of {@code assessment_attempt}.
   *
   * @param state how far it has come, as the table says it
   * @param finishedAt null when it has not ended or nobody knows when
   * @param raw mark; null without one
   * @param corrected the mark that counts instead; null where nobody corrected it
   * @param max highest mark of the scale; null when not given
   * @param percent mark in percent, rounded down; null without one
   * @param counted whether it enters the average
   */
  public record Attempt(
      String exerciseId,
      int number,
      String state,
      Instant finishedAt,
      BigDecimal raw,
      BigDecimal corrected,
      BigDecimal max,
      BigDecimal percent,
      boolean counted,
      Optional<Place> place) {}

  /**
   * One class session held: a row of {@code attendance_record}.
   *
   * @param status {@code present}, {@code late}, {@code excused}, {@code absent}, {@code unmarked}
   * @param corrected the status that counts instead; null where nobody corrected it
   */
  public record Session(
      String sessionId,
      boolean plenary,
      boolean practice,
      Instant startsAt,
      String status,
      String corrected,
      boolean present,
      Optional<Place> place) {}

  /**
   * One artefact handed in: a row of {@code submission}; null where nobody has looked.
   *
   * @param corrected the judgement that counts instead; null where nobody corrected it
   * @param counted whether it was handed in while the course run was open
   */
  public record Submission(
      String activityId,
      String artefact,
      Instant submittedAt,
      String linkStatus,
      String contentStatus,
      String checkStatus,
      String corrected,
      String checkedBy,
      LocalDate checkedOn,
      boolean counted,
      Optional<Place> place) {

    /** The judgement that counts. */
    public String judgement() {
      return corrected == null ? checkStatus : corrected;
    }
  }

  /**
   * One allocated review: a row of {@code peer_review}; null where the register says nothing.
   *
   * @param counted whether the learner was to do it
   * @param done whether it was done as required, in the time of the course run; null when the
   *     register does not say
   */
  public record Review(
      String activityId,
      String revieweeId,
      Instant completedAt,
      Boolean onTime,
      Boolean rubricComplete,
      boolean counted,
      Boolean done,
      BigDecimal score,
      Optional<Place> place) {}

  /**
   * How the minutes come about, computed anew from the bursts of the log (FC-X.1, FC-X.2).
   *
   * @param sessions the accesses in order of time
   * @param declared stretches that a source declared and that lie outside all sessions
   * @param recordsInLog records of the learner that the log holds and that count
   */
  public record Time(List<Access> sessions, List<Stretch> declared, long recordsInLog) {

    public Time {
      sessions = List.copyOf(sessions);
      declared = List.copyOf(declared);
    }

    /** All that counts, microseconds. */
    public long micros() {
      return sessions.stream().mapToLong(Access::micros).sum()
          + declared.stream().mapToLong(stretch -> stretch.end() - stretch.start()).sum();
    }

    /** Records in all sessions. */
    public long records() {
      return sessions.stream().mapToLong(Access::records).sum();
    }
  }

  /**
   * One access; instants in microseconds since the epoch, UTC.
   *
   * @param start first record
   * @param end last record
   * @param micros the time that counts from its start to the next access
   * @param week course week in which it starts; 0 outside of them
   * @param first where its first record stands
   * @param last where its last record stands
   */
  public record Access(
      long start,
      long end,
      long micros,
      int week,
      long records,
      Optional<Place> first,
      Optional<Place> last) {}

  /** A stretch of time; instants in microseconds since the epoch, UTC. */
  public record Stretch(long start, long end, int week) {}
}

package vn.chuyencan.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows of one register that a source told of several accounts. Those of accounts that are one
 * learner's can speak of one thing; then the one stands by which the learner was there, handed in,
 * reviewed, completed or has a mark, for under the other account nobody did. Rows of which nothing
 * says more than the other: the first.
 */
public final class JoinedRows {
  private static final Comparator<LocalDate> DAYS =
      Comparator.nullsFirst(Comparator.naturalOrder());

  private static final Comparator<Instant> EARLIEST =
      Comparator.nullsLast(Comparator.naturalOrder());

  private static final Comparator<SubmissionCheck> CHECKS =
      Comparator.comparing(SubmissionCheck::checkStatus)
          .thenComparing(SubmissionCheck::submittedAt, EARLIEST);

  private static final Comparator<PeerReview> REVIEWS =
      Comparator.<PeerReview, Boolean>comparing(row -> row.completedAt() == null)
          .thenComparing(row -> !Boolean.TRUE.equals(row.onTime()))
          .thenComparing(PeerReview::completedAt, EARLIEST);

  private static final Comparator<Completion> COMPLETIONS =
      Comparator.<Completion, Integer>comparing(row -> rank(row.state()))
          .thenComparing(Completion::completedAt, EARLIEST);

  /** Of two marks the one that was given later, as when a mark is mended. */
  private static final Comparator<Grade> GRADES =
      Comparator.<Grade, Integer>comparing(row -> rank(row.state()))
          .thenComparing(Grade::gradedOn, DAYS.reversed())
          .thenComparing(
              Grade::score, Comparator.nullsLast(Comparator.<BigDecimal>naturalOrder().reversed()));

  private final Map<List<String>, LocalDate> leftOn = new HashMap<>();
  private final Map<List<String>, Row> rows = new LinkedHashMap<>();

  /** A row as the source told it, with the learner of the account, and with whose account it is. */
  private record Row(RegisterRow before, RegisterRow after) {}

  /**
   * @param enrolments of the source, by the learners of its accounts
   */
  public JoinedRows(Collection<Enrolment> enrolments) {
    for (Enrolment row : enrolments) {
      leftOn.put(
          List.of(row.courseId(), row.learnerId()),
          row.leftOn() == null ? LocalDate.MAX : row.leftOn());
    }
  }

  /**
   * Adds a row.
   *
   * @param before as the source told it
   * @param after the same with the learner whose account it is
   */
  public void add(RegisterRow before, RegisterRow after) {
    rows.merge(RegisterKey.of(after), new Row(before, after), this::joined);
  }

  /** One row of each key. */
  public List<RegisterRow> all() {
    List<RegisterRow> all = new ArrayList<>();
    rows.values().forEach(row -> all.add(row.after()));
    return all;
  }

  private Row joined(Row one, Row other) {
    RegisterRow two = other.after();
    if (one.after() instanceof Enrolment first && two instanceof Enrolment second) {
      return new Row(one.before(), joined(first, second));
    }
    boolean later =
        switch (RegisterName.of(two)) {
          case GROUP_MEMBER -> left(one.before()).isBefore(left(other.before()));
          case ATTENDANCE -> ((Attendance) two).status().compareTo(status(one.after())) < 0;
          case SUBMISSION_CHECK ->
              CHECKS.compare((SubmissionCheck) two, (SubmissionCheck) one.after()) < 0;
          case PEER_REVIEW -> REVIEWS.compare((PeerReview) two, (PeerReview) one.after()) < 0;
          case COMPLETION -> COMPLETIONS.compare((Completion) two, (Completion) one.after()) < 0;
          case GRADE -> GRADES.compare((Grade) two, (Grade) one.after()) < 0;
          default -> false;
        };
    return later ? other : one;
  }

  /** Who teaches under one account teaches; else somebody is there while either account is. */
  private static Enrolment joined(Enrolment one, Enrolment other) {
    if (one.role() != other.role()) {
      return strength(one.role()) > strength(other.role()) ? one : other;
    }
    boolean stays = one.leftOn() == null || other.leftOn() == null;
    return new Enrolment(
        one.courseId(),
        one.learnerId(),
        one.role(),
        DAYS.compare(one.enrolledOn(), other.enrolledOn()) <= 0
            ? one.enrolledOn()
            : other.enrolledOn(),
        stays
            ? null
            : DAYS.compare(one.leftOn(), other.leftOn()) >= 0 ? one.leftOn() : other.leftOn());
  }

  private static int strength(Role role) {
    return switch (role) {
      case LECTURER -> 2;
      case ASSISTANT -> 1;
      case LEARNER -> 0;
    };
  }

  private LocalDate left(RegisterRow row) {
    GroupMember member = (GroupMember) row;
    return leftOn.getOrDefault(List.of(member.courseId(), member.learnerId()), LocalDate.MIN);
  }

  private static AttendanceStatus status(RegisterRow row) {
    return ((Attendance) row).status();
  }

  private static int rank(CompletionState state) {
    return switch (state) {
      case COMPLETE_PASS -> 0;
      case COMPLETE -> 1;
      case COMPLETE_FAIL -> 2;
      case INCOMPLETE -> 3;
    };
  }

  private static int rank(GradeState state) {
    return switch (state) {
      case GRADED -> 0;
      case EXCLUDED -> 1;
      case ABSENT_EXCUSED -> 2;
      case ABSENT_UNEXCUSED -> 3;
      case PENDING -> 4;
    };
  }
}

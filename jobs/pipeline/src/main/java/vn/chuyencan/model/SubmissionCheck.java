package vn.chuyencan.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

/**
 * What a learner handed in and what was found of it (register {@code submission_check}, FC-TT.10,
 * FC-TH.4).
 *
 * @param courseId course run
 * @param learnerId learner
 * @param activityId the assignment or workshop
 * @param artefact what it is
 * @param submittedAt when it was handed in; null when nothing was
 * @param linkStatus whether its link opens
 * @param contentStatus whether it shows something
 * @param checkStatus a person's judgement
 * @param checkedBy who judged; null when nobody did
 * @param checkedOn when it was judged; null when it was not
 */
public record SubmissionCheck(
    String courseId,
    String learnerId,
    String activityId,
    Artefact artefact,
    Instant submittedAt,
    LinkStatus linkStatus,
    ContentStatus contentStatus,
    CheckStatus checkStatus,
    String checkedBy,
    LocalDate checkedOn)
    implements RegisterRow {

  public SubmissionCheck {
    courseId = Text.required(courseId, "courseId");
    learnerId = Text.required(learnerId, "learnerId");
    activityId = Text.required(activityId, "activityId");
    Objects.requireNonNull(artefact, "artefact");
    Objects.requireNonNull(linkStatus, "linkStatus");
    Objects.requireNonNull(contentStatus, "contentStatus");
    Objects.requireNonNull(checkStatus, "checkStatus");
    checkedBy = Text.optional(checkedBy);
  }
}

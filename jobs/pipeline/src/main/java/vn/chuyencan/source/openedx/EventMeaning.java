package vn.chuyencan.source.openedx;

import java.util.Map;
import vn.chuyencan.xapi.vocabulary.Action;

/**
 * What the name of an event means. The lists are those of the platform's reference of tracking log
 * events; a name of which nothing is known is still an act of whoever did it.
 *
 * @param action one of {@link Action#ALL}; null when nothing is known
 * @param thing to what it is done
 * @param doer whose doing it is
 */
record EventMeaning(String action, Thing thing, Doer doer) {

  /** What the facts of an event are about. */
  enum Thing {
    COURSE,
    PROBLEM,
    SOLUTION,
    HINT,
    VIDEO,
    THREAD,
    COMMENT,
    BLOCK,
    LINK,
    OUTLINE,
    BOOK,
    CERTIFICATE,
    COHORT,
    TEAM,
    EXAM,
    PAGE
  }

  /** Whose doing an event is. */
  enum Doer {
    /** The user of the line. */
    USER,
    /** The user of the line, upon whom its facts name, who may be another. */
    USER_UPON,
    /** The platform's, in the course of things. */
    PLATFORM
  }

  private static final Map<String, EventMeaning> NAMES =
      Map.ofEntries(
          upon("edx.course.enrollment.activated", Action.REGISTERED, Thing.COURSE),
          upon("edx.course.enrollment.deactivated", Action.UNREGISTERED, Thing.COURSE),
          upon("edx.course.enrollment.mode_changed", Action.EDITED, Thing.COURSE),
          own("load_video", Action.INITIALIZED, Thing.VIDEO),
          own("edx.video.loaded", Action.INITIALIZED, Thing.VIDEO),
          own("play_video", Action.PLAYED, Thing.VIDEO),
          own("edx.video.played", Action.PLAYED, Thing.VIDEO),
          own("pause_video", Action.PAUSED, Thing.VIDEO),
          own("edx.video.paused", Action.PAUSED, Thing.VIDEO),
          own("seek_video", Action.SEEKED, Thing.VIDEO),
          own("edx.video.position.changed", Action.SEEKED, Thing.VIDEO),
          own("stop_video", Action.TERMINATED, Thing.VIDEO),
          own("edx.video.stopped", Action.TERMINATED, Thing.VIDEO),
          own("complete_video", Action.COMPLETED, Thing.VIDEO),
          own("edx.video.completed", Action.COMPLETED, Thing.VIDEO),
          own("speed_change_video", Action.INTERACTED, Thing.VIDEO),
          own("edx.video.speed.changed", Action.INTERACTED, Thing.VIDEO),
          own("show_transcript", Action.INTERACTED, Thing.VIDEO),
          own("hide_transcript", Action.INTERACTED, Thing.VIDEO),
          own("video_show_cc_menu", Action.INTERACTED, Thing.VIDEO),
          own("video_hide_cc_menu", Action.INTERACTED, Thing.VIDEO),
          own("skip_video", Action.INTERACTED, Thing.VIDEO),
          own("do_not_show_again_video", Action.INTERACTED, Thing.VIDEO),
          own("problem_check", Action.SCORED, Thing.PROBLEM),
          own("problem_check:browser", Action.ATTEMPTED, Thing.PROBLEM),
          own("problem_check_fail", Action.INTERACTED, Thing.PROBLEM),
          own("problem_graded", Action.RECEIVED, Thing.PROBLEM),
          own("problem_show", Action.INTERACTED, Thing.PROBLEM),
          own("problem_save", Action.INTERACTED, Thing.PROBLEM),
          own("save_problem_success", Action.INTERACTED, Thing.PROBLEM),
          own("save_problem_fail", Action.INTERACTED, Thing.PROBLEM),
          own("problem_reset", Action.INTERACTED, Thing.PROBLEM),
          own("reset_problem", Action.INTERACTED, Thing.PROBLEM),
          own("reset_problem_fail", Action.INTERACTED, Thing.PROBLEM),
          own("problem_rescore", Action.GRADED, Thing.PROBLEM),
          own("problem_rescore_fail", Action.INTERACTED, Thing.PROBLEM),
          own("showanswer", Action.INTERACTED, Thing.SOLUTION),
          own("edx.problem.completed", Action.COMPLETED, Thing.PROBLEM),
          own("edx.problem.hint.demandhint_displayed", Action.INTERACTED, Thing.HINT),
          own("edx.problem.hint.feedback_displayed", Action.INTERACTED, Thing.PROBLEM),
          own("edx.grades.problem.submitted", Action.ATTEMPTED, Thing.PROBLEM),
          platform("edx.course.grade.now_passed", Action.PASSED, Thing.COURSE),
          platform("edx.course.grade.passed.first_time", Action.PASSED, Thing.COURSE),
          platform("edx.course.grade.now_failed", Action.FAILED, Thing.COURSE),
          own("edx.forum.thread.created", Action.CREATED, Thing.THREAD),
          own("edx.forum.thread.edited", Action.EDITED, Thing.THREAD),
          own("edx.forum.thread.deleted", Action.DELETED, Thing.THREAD),
          own("edx.forum.thread.viewed", Action.VIEWED, Thing.THREAD),
          own("edx.forum.response.created", Action.REPLIED, Thing.COMMENT),
          own("edx.forum.response.edited", Action.EDITED, Thing.COMMENT),
          own("edx.forum.response.deleted", Action.DELETED, Thing.COMMENT),
          own("edx.forum.comment.created", Action.REPLIED, Thing.COMMENT),
          own("edx.forum.comment.edited", Action.EDITED, Thing.COMMENT),
          own("edx.forum.comment.deleted", Action.DELETED, Thing.COMMENT),
          own("edx.forum.searched", Action.VIEWED, Thing.COURSE),
          own("seq_next", Action.INTERACTED, Thing.BLOCK),
          own("seq_prev", Action.INTERACTED, Thing.BLOCK),
          own("seq_goto", Action.INTERACTED, Thing.BLOCK),
          own("page_close", Action.TERMINATED, Thing.PAGE),
          own("edx.ui.lms.link_clicked", Action.INTERACTED, Thing.LINK),
          own("edx.ui.lms.outline.selected", Action.INTERACTED, Thing.OUTLINE),
          own("edx.ui.lms.sequence.outline.selected", Action.INTERACTED, Thing.OUTLINE),
          own("edx.course.tool.accessed", Action.VIEWED, Thing.COURSE),
          own("edx.course.home.resume_course.clicked", Action.RESUMED, Thing.COURSE),
          own("edx.completion.block_completion.changed", Action.PROGRESSED, Thing.BLOCK),
          own("edx.bookmark.added", Action.INTERACTED, Thing.BLOCK),
          own("edx.bookmark.removed", Action.INTERACTED, Thing.BLOCK),
          own("edx.bookmark.accessed", Action.VIEWED, Thing.BLOCK),
          own("edx.bookmark.listed", Action.VIEWED, Thing.COURSE),
          upon("edx.certificate.created", Action.RECEIVED, Thing.CERTIFICATE),
          own("edx.certificate.shared", Action.SHARED, Thing.CERTIFICATE),
          own("edx.certificate.evidence_visited", Action.VIEWED, Thing.CERTIFICATE),
          own("edx.cohort.created", Action.CREATED, Thing.COHORT),
          own("edx.cohort.creation_requested", Action.CREATED, Thing.COHORT),
          upon("edx.cohort.user_added", Action.JOINED, Thing.COHORT),
          upon("edx.cohort.user_add_requested", Action.JOINED, Thing.COHORT),
          upon("edx.cohort.user_removed", Action.LEFT, Thing.COHORT),
          own("edx.team.created", Action.CREATED, Thing.TEAM),
          own("edx.team.changed", Action.EDITED, Thing.TEAM),
          own("edx.team.deleted", Action.DELETED, Thing.TEAM),
          own("edx.team.page_viewed", Action.VIEWED, Thing.TEAM),
          upon("edx.team.learner_added", Action.JOINED, Thing.TEAM),
          upon("edx.team.learner_removed", Action.LEFT, Thing.TEAM),
          own("openassessmentblock.create_submission", Action.SUBMITTED, Thing.BLOCK),
          own("openassessmentblock.save_submission", Action.INTERACTED, Thing.BLOCK),
          own("openassessmentblock.peer_assess", Action.GRADED, Thing.BLOCK),
          own("openassessmentblock.self_assess", Action.GRADED, Thing.BLOCK),
          own("openassessmentblock.staff_assess", Action.GRADED, Thing.BLOCK),
          own("openassessmentblock.get_peer_submission", Action.VIEWED, Thing.BLOCK),
          own("openassessmentblock.submit_feedback_on_assessments", Action.COMMENTED, Thing.BLOCK),
          own("book", Action.VIEWED, Thing.BOOK),
          own("xblock.poll.submitted", Action.SUBMITTED, Thing.BLOCK),
          own("xblock.survey.submitted", Action.SUBMITTED, Thing.BLOCK),
          own("edx.special_exam.timed.attempt.created", Action.ATTEMPTED, Thing.EXAM),
          own("edx.special_exam.timed.attempt.submitted", Action.TERMINATED, Thing.EXAM),
          own("edx.special_exam.practice.attempt.created", Action.ATTEMPTED, Thing.EXAM),
          own("edx.special_exam.practice.attempt.submitted", Action.TERMINATED, Thing.EXAM),
          own("edx.special_exam.proctored.attempt.created", Action.ATTEMPTED, Thing.EXAM),
          own("edx.special_exam.proctored.attempt.submitted", Action.TERMINATED, Thing.EXAM),
          own("edx.user.login", Action.LOGGED_IN, Thing.PAGE),
          own("edx.user.logout", Action.LOGGED_OUT, Thing.PAGE));

  /** Families of names: that with the longest beginning is meant. */
  private static final Map<String, EventMeaning> FAMILIES =
      Map.ofEntries(
          upon("edx.course.enrollment.", Action.INTERACTED, Thing.COURSE),
          own("edx.video.", Action.INTERACTED, Thing.VIDEO),
          own("edx.problem.", Action.INTERACTED, Thing.PROBLEM),
          own("edx.forum.thread.", Action.INTERACTED, Thing.THREAD),
          own("edx.forum.", Action.INTERACTED, Thing.COMMENT),
          own("edx.ui.lms.sequence.", Action.INTERACTED, Thing.BLOCK),
          own("edx.ui.", Action.INTERACTED, Thing.PAGE),
          own("edx.bookmark.", Action.INTERACTED, Thing.BLOCK),
          upon("edx.certificate.", Action.INTERACTED, Thing.CERTIFICATE),
          own("edx.cohort.", Action.INTERACTED, Thing.COHORT),
          own("edx.team.", Action.INTERACTED, Thing.TEAM),
          own("edx.special_exam.", Action.INTERACTED, Thing.EXAM),
          platform("edx.grades.course.", Action.RECEIVED, Thing.COURSE),
          platform("edx.grades.", Action.RECEIVED, Thing.BLOCK),
          platform("edx.course.grade.", Action.RECEIVED, Thing.COURSE),
          own("openassessmentblock.", Action.INTERACTED, Thing.BLOCK),
          own("openassessment.", Action.INTERACTED, Thing.BLOCK),
          own("textbook.pdf.", Action.VIEWED, Thing.BOOK),
          own("xblock.poll.", Action.INTERACTED, Thing.BLOCK),
          own("xblock.survey.", Action.INTERACTED, Thing.BLOCK),
          own("edx.drag_and_drop_v2.", Action.INTERACTED, Thing.BLOCK),
          own("edx.librarycontentblock.", Action.INTERACTED, Thing.BLOCK),
          own("edx.course.student_notes.", Action.INTERACTED, Thing.BLOCK));

  private static final EventMeaning UNKNOWN = new EventMeaning(null, Thing.PAGE, Doer.USER);

  /** The meaning of a name. */
  static EventMeaning of(String name) {
    EventMeaning meaning = NAMES.get(name);
    if (meaning != null) {
      return meaning;
    }
    int end = name.lastIndexOf('.');
    while (end > 0) {
      EventMeaning family = FAMILIES.get(name.substring(0, end + 1));
      if (family != null) {
        return family;
      }
      end = name.lastIndexOf('.', end - 1);
    }
    return UNKNOWN;
  }

  private static Map.Entry<String, EventMeaning> own(String name, String action, Thing thing) {
    return Map.entry(name, new EventMeaning(action, thing, Doer.USER));
  }

  private static Map.Entry<String, EventMeaning> upon(String name, String action, Thing thing) {
    return Map.entry(name, new EventMeaning(action, thing, Doer.USER_UPON));
  }

  private static Map.Entry<String, EventMeaning> platform(String name, String action, Thing thing) {
    return Map.entry(name, new EventMeaning(action, thing, Doer.PLATFORM));
  }
}

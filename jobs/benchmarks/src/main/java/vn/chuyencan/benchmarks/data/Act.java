package vn.chuyencan.benchmarks.data;

/**
 * What is done: the events of Moodle that logstore_xapi turns into statements, as it sends them.
 */
enum Act {
  LOGGED_IN("core", "user_loggedin", Verbs.EDLM + "login", "Logged In"),
  COURSE_VIEWED("core", "course_viewed", Verbs.VIEWED, "Viewed"),
  FORUM_VIEWED("mod_forum", "course_module_viewed", Verbs.VIEWED, "Viewed"),
  QUIZ_VIEWED("mod_quiz", "course_module_viewed", Verbs.VIEWED, "Viewed"),
  PAGE_VIEWED("mod_page", "course_module_viewed", Verbs.VIEWED, "Viewed"),
  LINK_VIEWED("mod_url", "course_module_viewed", Verbs.VIEWED, "Viewed"),
  BOOK_VIEWED("mod_book", "course_module_viewed", Verbs.VIEWED, "Viewed"),
  CHAPTER_VIEWED("mod_book", "chapter_viewed", Verbs.VIEWED, "Viewed"),
  PAGE_COMPLETED("core", "course_module_completion_updated", Verbs.COMPLETED, "Completed"),
  DISCUSSION_VIEWED("mod_forum", "discussion_viewed", Verbs.VIEWED, "Viewed"),
  DISCUSSION_CREATED(
      "mod_forum", "discussion_created", "http://activitystrea.ms/create", "Created"),
  POST_CREATED("mod_forum", "post_created", "http://id.tincanapi.com/verb/replied", "Replied"),
  POST_DELETED("mod_forum", "post_deleted", "http://activitystrea.ms/delete", "Deleted"),
  ATTEMPT_STARTED(
      "mod_quiz", "attempt_started", "http://activitystrea.ms/schema/1.0/start", "Started"),
  /** Moodle tells the answers when the attempt is handed in. */
  ANSWERED("mod_quiz", "attempt_submitted", "http://adlnet.gov/expapi/verbs/answered", "Answered"),
  ATTEMPT_SUBMITTED("mod_quiz", "attempt_submitted", Verbs.COMPLETED, "Completed"),
  /** Closed by Moodle's cron job, with the learner as its actor all the same. */
  ATTEMPT_ABANDONED("mod_quiz", "attempt_abandoned", Verbs.COMPLETED, "Completed");

  final String component;
  final String event;
  final String verb;
  final String display;

  Act(String component, String event, String verb, String display) {
    this.component = component;
    this.event = event;
    this.verb = verb;
    this.display = display;
  }

  private static final class Verbs {
    static final String EDLM = "https://xapi.edlm/profiles/edlm-lms/concepts/verbs/";
    static final String VIEWED = "http://id.tincanapi.com/verb/viewed";
    static final String COMPLETED = "http://adlnet.gov/expapi/verbs/completed";
  }
}

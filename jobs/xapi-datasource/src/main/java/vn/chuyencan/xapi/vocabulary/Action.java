package vn.chuyencan.xapi.vocabulary;

import java.util.Set;

/** What a person did: the closed list that verbs map to. */
public final class Action {
  /** Opened or looked at something. */
  public static final String VIEWED = "viewed";

  /** Started a unit in a player. */
  public static final String LAUNCHED = "launched";

  /** A unit or video became ready for the learner. */
  public static final String INITIALIZED = "initialized";

  /** Began an attempt. */
  public static final String ATTEMPTED = "attempted";

  /** Made measurable progress. */
  public static final String PROGRESSED = "progressed";

  /** Did something with an activity that no other action names. */
  public static final String INTERACTED = "interacted";

  /** Played a recording. */
  public static final String PLAYED = "played";

  /** Paused a recording. */
  public static final String PAUSED = "paused";

  /** Moved within a recording. */
  public static final String SEEKED = "seeked";

  /** Made something: a topic, an entry, an activity. */
  public static final String CREATED = "created";

  /** Answered a post or message. */
  public static final String REPLIED = "replied";

  /** Changed something that exists. */
  public static final String EDITED = "edited";

  /** Removed something. */
  public static final String DELETED = "deleted";

  /** Handed work in. */
  public static final String SUBMITTED = "submitted";

  /** Answered a question. */
  public static final String ANSWERED = "answered";

  /** Finished an activity or attempt. */
  public static final String COMPLETED = "completed";

  /** Finished with success. */
  public static final String PASSED = "passed";

  /** Finished without success. */
  public static final String FAILED = "failed";

  /** A score was given to the actor's work. */
  public static final String SCORED = "scored";

  /** Gave a score to another person's work. */
  public static final String GRADED = "graded";

  /** Received a result, review or message. */
  public static final String RECEIVED = "received";

  /** Was enrolled or signed up. */
  public static final String REGISTERED = "registered";

  /** Was withdrawn or signed off. */
  public static final String UNREGISTERED = "unregistered";

  /** Entered a group, meeting or room. */
  public static final String JOINED = "joined";

  /** Left a group, meeting, room or course. */
  public static final String LEFT = "left";

  /** Signed in. */
  public static final String LOGGED_IN = "logged_in";

  /** Signed out. */
  public static final String LOGGED_OUT = "logged_out";

  /** Voided an earlier statement. */
  public static final String VOIDED = "voided";

  /** Commented on something. */
  public static final String COMMENTED = "commented";

  /** Passed something on. */
  public static final String SHARED = "shared";

  /** Downloaded a file. */
  public static final String DOWNLOADED = "downloaded";

  /** Closed a unit or video. */
  public static final String TERMINATED = "terminated";

  /** Broke off to go on later. */
  public static final String SUSPENDED = "suspended";

  /** Went on with something broken off. */
  public static final String RESUMED = "resumed";

  /** Gave up or ran out of time. */
  public static final String ABANDONED = "abandoned";

  /** Was excused from a unit. */
  public static final String WAIVED = "waived";

  /** Met the conditions to move on. */
  public static final String SATISFIED = "satisfied";

  /** Was present at an event. */
  public static final String ATTENDED = "attended";

  /** An act that no vocabulary knows. */
  public static final String OTHER = "other";

  /** All of them. */
  public static final Set<String> ALL =
      Set.of(
          VIEWED,
          LAUNCHED,
          INITIALIZED,
          ATTEMPTED,
          PROGRESSED,
          INTERACTED,
          PLAYED,
          PAUSED,
          SEEKED,
          CREATED,
          REPLIED,
          EDITED,
          DELETED,
          SUBMITTED,
          ANSWERED,
          COMPLETED,
          PASSED,
          FAILED,
          SCORED,
          GRADED,
          RECEIVED,
          REGISTERED,
          UNREGISTERED,
          JOINED,
          LEFT,
          LOGGED_IN,
          LOGGED_OUT,
          VOIDED,
          COMMENTED,
          SHARED,
          DOWNLOADED,
          TERMINATED,
          SUSPENDED,
          RESUMED,
          ABANDONED,
          WAIVED,
          SATISFIED,
          ATTENDED,
          OTHER);

  private Action() {}
}

package vn.chuyencan.xapi.vocabulary;

import java.util.Set;

/** What a person did it to: the closed list that activity types map to. */
public final class ActivityKind {
  /** A course or course run. */
  public static final String COURSE = "course";

  /** A section, unit or week of a course. */
  public static final String SECTION = "section";

  /** A page of text. */
  public static final String PAGE = "page";

  /** A file or folder of files. */
  public static final String FILE = "file";

  /** A link to a resource elsewhere. */
  public static final String LINK = "link";

  /** A book. */
  public static final String BOOK = "book";

  /** A chapter of a book. */
  public static final String CHAPTER = "chapter";

  /** A forum. */
  public static final String FORUM = "forum";

  /** A topic in a forum. */
  public static final String DISCUSSION = "discussion";

  /** A reply or comment in a discussion, blog or wiki. */
  public static final String POST = "post";

  /** A quiz, test or examination. */
  public static final String QUIZ = "quiz";

  /** A question or other single interaction. */
  public static final String QUESTION = "question";

  /** One attempt at a quiz. */
  public static final String ATTEMPT = "attempt";

  /** An assignment. */
  public static final String ASSIGNMENT = "assignment";

  /** Work handed in. */
  public static final String SUBMISSION = "submission";

  /** A workshop of peer review. */
  public static final String WORKSHOP = "workshop";

  /** A review of an attempt or of another's work. */
  public static final String REVIEW = "review";

  /** A video. */
  public static final String VIDEO = "video";

  /** A sound recording. */
  public static final String AUDIO = "audio";

  /** A survey, poll or feedback. */
  public static final String SURVEY = "survey";

  /** A live meeting or class. */
  public static final String MEETING = "meeting";

  /** A group of people. */
  public static final String GROUP = "group";

  /** A lesson, module or assignable unit. */
  public static final String LESSON = "lesson";

  /** A SCORM package or its sharable object. */
  public static final String SCORM = "scorm";

  /** A block of a course between course and lesson. */
  public static final String BLOCK = "block";

  /** A message or chat. */
  public static final String MESSAGE = "message";

  /** A person's profile. */
  public static final String PERSON = "person";

  /** The learning platform itself. */
  public static final String LMS = "lms";

  /** An entry of a calendar. */
  public static final String CALENDAR_EVENT = "calendar_event";

  /** A certificate or badge. */
  public static final String CERTIFICATE = "certificate";

  /** Something that takes place: a class, a conference. */
  public static final String EVENT = "event";

  /** A kind that no vocabulary knows. */
  public static final String OTHER = "other";

  /** All of them. */
  public static final Set<String> ALL =
      Set.of(
          COURSE,
          SECTION,
          PAGE,
          FILE,
          LINK,
          BOOK,
          CHAPTER,
          FORUM,
          DISCUSSION,
          POST,
          QUIZ,
          QUESTION,
          ATTEMPT,
          ASSIGNMENT,
          SUBMISSION,
          WORKSHOP,
          REVIEW,
          VIDEO,
          AUDIO,
          SURVEY,
          MEETING,
          GROUP,
          LESSON,
          SCORM,
          BLOCK,
          MESSAGE,
          PERSON,
          LMS,
          CALENDAR_EVENT,
          CERTIFICATE,
          EVENT,
          OTHER);

  private ActivityKind() {}
}

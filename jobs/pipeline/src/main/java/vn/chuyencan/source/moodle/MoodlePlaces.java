package vn.chuyencan.source.moodle;

import java.io.Serializable;
import vn.chuyencan.xapi.ActivityDescription;
import vn.chuyencan.xapi.vocabulary.ActivityKind;

/**
 * The things of a Moodle site under the IRIs that its plugin logstore_xapi gives them, so that a
 * thing has one key whatever told of it. Travels to the tasks.
 */
public final class MoodlePlaces implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String site;

  /**
   * @param site address of the site without a slash at its end
   */
  public MoodlePlaces(String site) {
    this.site = site;
  }

  /** The site itself. */
  public ActivityDescription site() {
    return new ActivityDescription(site, null, ActivityKind.LMS, null);
  }

  /** A course by its number. */
  public ActivityDescription course(long number, String name) {
    return new ActivityDescription(
        site + "/course/view.php?id=" + number, null, ActivityKind.COURSE, name);
  }

  /** A course of which only the name is known. */
  public ActivityDescription namedCourse(String id) {
    return new ActivityDescription(
        site + "/course/view.php?name=" + id.replace(" ", "%20"), null, ActivityKind.COURSE, null);
  }

  /** A module of a course by the number of the course module. */
  public ActivityDescription module(long number, String type, String name) {
    return new ActivityDescription(
        site + "/mod/" + type + "/view.php?id=" + number, null, kind(type), name);
  }

  /** A discussion in a forum of that type. */
  public ActivityDescription discussion(String type, long number) {
    return new ActivityDescription(
        site + "/mod/" + type + "/discuss.php?d=" + number, null, ActivityKind.DISCUSSION, null);
  }

  /** A reply in a discussion. */
  public ActivityDescription post(String type, long discussion, long number) {
    return new ActivityDescription(
        discussion(type, discussion).iri() + "#p" + number, null, ActivityKind.POST, null);
  }

  /** An attempt at a quiz. */
  public ActivityDescription attempt(long number, long module) {
    return new ActivityDescription(
        site + "/mod/quiz/attempt.php?attempt=" + number + "&cmid=" + module,
        null,
        ActivityKind.ATTEMPT,
        null);
  }

  /** A chapter of a book. */
  public ActivityDescription chapter(ActivityDescription book, long number) {
    return new ActivityDescription(
        book.iri() + "&chapterid=" + number, null, ActivityKind.CHAPTER, null);
  }

  /** A person's profile. */
  public ActivityDescription person(long number) {
    return new ActivityDescription(
        site + "/user/view.php?id=" + number, null, ActivityKind.PERSON, null);
  }

  /** What a type of module is. */
  public static String kind(String type) {
    return switch (type) {
      case "forum", "hsuforum" -> ActivityKind.FORUM;
      case "quiz" -> ActivityKind.QUIZ;
      case "assign" -> ActivityKind.ASSIGNMENT;
      case "workshop" -> ActivityKind.WORKSHOP;
      case "page", "glossary", "wiki", "label" -> ActivityKind.PAGE;
      case "book" -> ActivityKind.BOOK;
      case "url" -> ActivityKind.LINK;
      case "resource", "folder", "imscp" -> ActivityKind.FILE;
      case "lesson", "h5pactivity", "hvp" -> ActivityKind.LESSON;
      case "scorm" -> ActivityKind.SCORM;
      case "feedback", "survey", "choice", "questionnaire" -> ActivityKind.SURVEY;
      case "bigbluebuttonbn", "zoom", "googlemeet" -> ActivityKind.MEETING;
      case "chat" -> ActivityKind.MESSAGE;
      case "attendance" -> ActivityKind.EVENT;
      case "customcert", "certificate" -> ActivityKind.CERTIFICATE;
      default -> ActivityKind.OTHER;
    };
  }
}

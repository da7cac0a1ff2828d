package vn.chuyencan.source.export;

import vn.chuyencan.xapi.ActivityDescription;
import vn.chuyencan.xapi.vocabulary.ActivityKind;

/** The IRIs of things of a site, the same as its database and its statements give. */
final class Places {
  private final String site;

  Places(String site) {
    this.site = site;
  }

  ActivityDescription site() {
    return new ActivityDescription(site, null, ActivityKind.LMS, null);
  }

  ActivityDescription course(long number, String name) {
    return new ActivityDescription(
        site + "/course/view.php?id=" + number, null, ActivityKind.COURSE, name);
  }

  /** A course of which only the name is known. */
  ActivityDescription namedCourse(String id) {
    return new ActivityDescription(
        site + "/course/view.php?name=" + id.replace(" ", "%20"), null, ActivityKind.COURSE, null);
  }

  ActivityDescription module(long number, String type, String name) {
    return new ActivityDescription(
        site + "/mod/" + type + "/view.php?id=" + number, null, kind(type), name);
  }

  ActivityDescription discussion(String type, long number) {
    return new ActivityDescription(
        site + "/mod/" + type + "/discuss.php?d=" + number, null, ActivityKind.DISCUSSION, null);
  }

  ActivityDescription post(String type, long discussion, long number) {
    return new ActivityDescription(
        discussion(type, discussion).iri() + "#p" + number, null, ActivityKind.POST, null);
  }

  ActivityDescription attempt(long number, long module) {
    return new ActivityDescription(
        site + "/mod/quiz/attempt.php?attempt=" + number + "&cmid=" + module,
        null,
        ActivityKind.ATTEMPT,
        null);
  }

  ActivityDescription chapter(ActivityDescription book, long number) {
    return new ActivityDescription(
        book.iri() + "&chapterid=" + number, null, ActivityKind.CHAPTER, null);
  }

  ActivityDescription person(long number) {
    return new ActivityDescription(
        site + "/user/view.php?id=" + number, null, ActivityKind.PERSON, null);
  }

  /** What a type of module is. */
  static String kind(String type) {
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

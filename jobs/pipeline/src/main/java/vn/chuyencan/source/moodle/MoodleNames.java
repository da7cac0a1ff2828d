package vn.chuyencan.source.moodle;

import java.io.Serializable;
import java.text.Normalizer;
import java.util.HashMap;
import vn.chuyencan.xapi.ActivityDescription;
import vn.chuyencan.xapi.ActorIdentity;
import vn.chuyencan.xapi.vocabulary.ActivityKind;

/**
 * What the ids in a Moodle's log stand for: courses, modules and people, under the IRIs that
 * Moodle's plugin logstore_xapi gives them, so that a thing has one key whatever told of it.
 * Travels to the tasks.
 */
final class MoodleNames implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Course 1 is the front page of the site. */
  static final long FRONT_PAGE = 1;

  private final String site;
  private final HashMap<Long, String> courses = new HashMap<>();
  private final HashMap<Long, Module> modules = new HashMap<>();
  private final HashMap<Long, Long> forums = new HashMap<>();
  private final HashMap<Long, String> people = new HashMap<>();

  /** A module of a course. */
  record Module(long id, long course, String type, long instance, String idNumber, String name)
      implements Serializable {}

  private MoodleNames(String site) {
    this.site = site;
  }

  /** Reads the names of a site. */
  static MoodleNames read(MoodleDatabase database) {
    MoodleNames names = new MoodleNames(database.settings().site());
    database.each(
        "course",
        "id fullname",
        "",
        row -> names.courses.put(row.number("id"), clean(row.text("fullname"))));
    HashMap<Long, String> types = new HashMap<>();
    database.each("modules", "id name", "", row -> types.put(row.number("id"), row.text("name")));
    HashMap<String, HashMap<Long, String>> titles = new HashMap<>();
    types
        .values()
        .forEach(
            type -> {
              HashMap<Long, String> byInstance = new HashMap<>();
              titles.put(type, byInstance);
              if (database.has(type, "name")) {
                database.each(
                    type,
                    "id name",
                    "",
                    row -> byInstance.put(row.number("id"), clean(row.text("name"))));
              }
            });
    database.each(
        "course_modules",
        "id course module instance idnumber?",
        "",
        row -> {
          String type = types.getOrDefault(row.number("module"), "unknown");
          long instance = row.number("instance");
          Module module =
              new Module(
                  row.number("id"),
                  row.number("course"),
                  type,
                  instance,
                  row.filled("idnumber"),
                  titles.getOrDefault(type, new HashMap<>()).get(instance));
          names.modules.put(module.id(), module);
          if (type.equals("forum")) {
            names.forums.put(instance, module.id());
          }
        });
    database.each(
        "user",
        "id firstname lastname",
        "",
        row ->
            names.people.put(
                row.number("id"), fullName(row.text("firstname"), row.text("lastname"))));
    return names;
  }

  /** A person's name in the order of Vietnam: family name first. */
  static String fullName(String given, String family) {
    return clean((family == null ? "" : family) + " " + (given == null ? "" : given));
  }

  /** One form of equal texts: NFC, without spaces at the ends; null for nothing. */
  static String clean(String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    return Normalizer.normalize(text, Normalizer.Form.NFC).strip();
  }

  /** A text as registers take it for an identifier: without spaces in it. */
  static String identifier(String text) {
    return text == null ? null : text.replaceAll("\\s+", "_");
  }

  String site() {
    return site;
  }

  /** The account of a user. */
  ActorIdentity person(long user) {
    return new ActorIdentity("account", site, Long.toString(user), people.get(user));
  }

  /** A course; null for the site itself and its front page. */
  ActivityDescription course(Long id) {
    if (id == null || id <= FRONT_PAGE) {
      return null;
    }
    return new ActivityDescription(courseIri(id), null, ActivityKind.COURSE, courses.get(id));
  }

  String courseIri(long id) {
    return site + "/course/view.php?id=" + id;
  }

  /** The module behind a course module's id, or null when it is gone. */
  Module module(long id) {
    return modules.get(id);
  }

  /** A module that exists, or one of that type that is gone. */
  ActivityDescription module(long id, String type) {
    Module module = modules.get(id);
    return new ActivityDescription(
        moduleIri(id, type), null, kind(type), module == null ? null : module.name());
  }

  String moduleIri(long id, String type) {
    return site + "/mod/" + type + "/view.php?id=" + id;
  }

  /** The course module of a forum, or null. */
  Long moduleOfForum(long forum) {
    return forums.get(forum);
  }

  /** Something else on the site. */
  ActivityDescription other(String path, String kind) {
    return new ActivityDescription(site + path, null, kind, null);
  }

  String discussionIri(long discussion) {
    return site + "/mod/forum/discuss.php?d=" + discussion;
  }

  String postIri(long discussion, long post) {
    return discussionIri(discussion) + "#p" + post;
  }

  String attemptIri(long attempt, long module) {
    return site + "/mod/quiz/attempt.php?attempt=" + attempt + "&cmid=" + module;
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

package vn.chuyencan.source.moodle;

import java.io.Serializable;
import java.text.Normalizer;
import java.util.HashMap;
import vn.chuyencan.xapi.ActivityDescription;
import vn.chuyencan.xapi.ActorIdentity;

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
  private final MoodlePlaces places;
  private final HashMap<Long, String> courses = new HashMap<>();
  private final HashMap<Long, Module> modules = new HashMap<>();
  private final HashMap<Long, String> people = new HashMap<>();

  /** A module of a course. */
  record Module(long id, long course, String type, long instance, String idNumber, String name)
      implements Serializable {}

  private MoodleNames(String site) {
    this.site = site;
    this.places = new MoodlePlaces(site);
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
              if (database.hasNames(type)) {
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

  /** One form of equal texts: one language, NFC, no spaces at the ends; null for nothing. */
  static String clean(String text) {
    String one = MultilingualText.of(text);
    return one == null || one.isBlank()
        ? null
        : Normalizer.normalize(one, Normalizer.Form.NFC).strip();
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
    return places.course(id, courses.get(id));
  }

  /** The module behind a course module's id, or null when it is gone. */
  Module module(long id) {
    return modules.get(id);
  }

  /** A module that exists, or one of that type that is gone. */
  ActivityDescription module(long id, String type) {
    Module module = modules.get(id);
    return places.module(id, type, module == null ? null : module.name());
  }

  /** Its things by their numbers. */
  MoodlePlaces places() {
    return places;
  }
}

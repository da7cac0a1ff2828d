package vn.chuyencan.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What every site has, and one course from 7 September to 18 October 2026 in Viet Nam; a test adds
 * who and what it is about.
 */
public final class SmallSite {
  /** The address that the tests give the site. */
  public static final String ADDRESS = "https://lms.example";

  /** The course. */
  public static final long COURSE = 2;

  /** When the course opens, in epoch seconds. */
  public static final long OPENS = Instant.parse("2026-09-06T17:00:00Z").getEpochSecond();

  /** The midnight with which it ends. */
  public static final long ENDS = Instant.parse("2026-10-18T17:00:00Z").getEpochSecond();

  /** The types of modules; the place in the list is the id. */
  private static final List<String> TYPES =
      List.of(
          "",
          "forum",
          "quiz",
          "assign",
          "workshop",
          "attendance",
          "feedback",
          "lesson",
          "hsuforum");

  private static final long CONTEXT = 10;
  private static final long ENROLMENT = 1;

  private SmallSite() {}

  /** Fills an empty site. */
  public static MoodleSite fill(MoodleSite site) {
    for (int type = 1; type < TYPES.size(); type++) {
      site.add("modules", "id", type, "name", TYPES.get(type));
    }
    role(site, 3, "editingteacher");
    role(site, 4, "teacher");
    role(site, 5, "student");
    role(site, 7, "user");
    site.add("course", "id", 1, "fullname", "Học viện", "shortname", "HV", "format", "site");
    site.add(
        "course",
        "id",
        COURSE,
        "fullname",
        "Lớp học đảo ngược",
        "shortname",
        "FLIP01",
        "idnumber",
        "KH-1",
        "startdate",
        OPENS,
        "enddate",
        ENDS);
    site.add("context", "id", 3, "contextlevel", 40, "instanceid", 1, "path", "/1/3");
    site.add("context", "id", CONTEXT, "contextlevel", 50, "instanceid", COURSE, "path", "/1/3/10");
    site.add("enrol", "id", ENROLMENT, "enrol", "manual", "courseid", COURSE);
    user(site, 1, "", "guest", "", "Khách");
    user(site, 2, "", "admin", "Trị", "Quản");
    return site.commit();
  }

  private static void role(MoodleSite site, long id, String archetype) {
    site.add(
        "role",
        "id",
        id,
        "shortname",
        archetype + "-" + id,
        "archetype",
        archetype,
        "sortorder",
        id);
  }

  /** Adds a user who is in no course. */
  public static MoodleSite user(
      MoodleSite site, long id, String number, String username, String given, String family) {
    return site.add(
        "user",
        "id",
        id,
        "idnumber",
        number,
        "username",
        username,
        "firstname",
        given,
        "lastname",
        family,
        "email",
        username + "@hv.example");
  }

  /** Adds a learner of the course. */
  public static MoodleSite learner(
      MoodleSite site, long id, String number, String given, String family) {
    user(site, id, number, "nguoi" + id, given, family);
    enrol(site, id);
    return give(site, id, 5, CONTEXT);
  }

  /** Enrols a user from the day on which the course opens. */
  public static MoodleSite enrol(MoodleSite site, long user) {
    return site.add(
        "user_enrolments",
        "id",
        user,
        "enrolid",
        ENROLMENT,
        "userid",
        user,
        "timestart",
        OPENS,
        "timeend",
        0,
        "timecreated",
        OPENS);
  }

  /** Gives a user a role in a context: 10 is the course, 3 the category above it. */
  public static MoodleSite give(MoodleSite site, long user, long role, long context) {
    return site.add(
        "role_assignments",
        "id",
        1000 * role + user,
        "roleid",
        role,
        "contextid",
        context,
        "userid",
        user);
  }

  /** Adds a module of the course to the list of modules; its own table is the test's. */
  public static MoodleSite module(
      MoodleSite site, long id, String type, long instance, Object... more) {
    List<Object> row =
        new ArrayList<>(
            List.of(
                "id", id, "course", COURSE, "module", TYPES.indexOf(type), "instance", instance));
    row.addAll(List.of(more));
    return site.add("course_modules", row.toArray());
  }

  /** Adds a row of the log: somebody viewed the course, unless more is told. */
  public static MoodleSite log(MoodleSite site, long id, long seconds, long user, Object... more) {
    List<Object> row = new ArrayList<>();
    Object[] usual = {
      "id",
      id,
      "timecreated",
      seconds,
      "userid",
      user,
      "eventname",
      "\\core\\event\\course_viewed",
      "component",
      "core",
      "action",
      "viewed",
      "target",
      "course",
      "contextlevel",
      50,
      "contextinstanceid",
      COURSE,
      "courseid",
      COURSE,
      "origin",
      "web",
      "crud",
      "r"
    };
    for (Object part : usual) {
      row.add(part);
    }
    for (Object part : more) {
      row.add(part);
    }
    return site.add("logstore_standard_log", row.toArray());
  }
}

package vn.chuyencan.benchmarks.data;

import static vn.chuyencan.benchmarks.data.Bytes.utf8;

import java.util.EnumMap;

/** The JSON of one course run and its modules, made once and copied into every statement. */
final class CourseText {
  private static final String EXTERNAL =
      "https://w3id.org/learning-analytics/learning-management-system/external-id";
  private static final String EDLM = "https://xapi.edlm/profiles/edlm-lms/concepts/activity-types/";
  private static final String ADL = "http://adlnet.gov/expapi/activities/";
  private static final String TINCAN = "http://id.tincanapi.com/activitytype/";

  /** The course run as an activity. */
  final byte[] course;

  private final byte[][] sections = new byte[Campus.WEEKS + 1][];
  private final EnumMap<Campus.Module, byte[][]> modules = new EnumMap<>(Campus.Module.class);

  CourseText(int number) {
    course =
        activity(
            Campus.courseIri(number),
            "https://w3id.org/xapi/cmi5/activitytype/course",
            Campus.courseTitle(number),
            Campus.courseId(number));
    for (int week = 0; week < sections.length; week++) {
      sections[week] =
          activity(
              Campus.SITE + "/course/section.php?id=" + (number * 16L + week),
              TINCAN + "section",
              Campus.courseTitle(number) + " Section " + week,
              null);
    }
    for (Campus.Module module : Campus.Module.values()) {
      byte[][] texts = new byte[module.count][];
      for (int nth = 0; nth < module.count; nth++) {
        texts[nth] =
            activity(
                Campus.moduleIri(number, module, nth),
                type(module),
                Campus.moduleTitle(module, nth),
                Campus.courseId(number) + "-" + module.name().charAt(0) + (nth + 1));
      }
      modules.put(module, texts);
    }
  }

  /** A module as an activity. */
  byte[] module(Campus.Module module, int nth) {
    return modules.get(module)[nth];
  }

  /** The section in which a module stands: forums and books in the general one. */
  byte[] section(Campus.Module module, int nth) {
    boolean general = module == Campus.Module.FORUM || module == Campus.Module.BOOK;
    return sections[general ? 0 : nth + 1];
  }

  private static String type(Campus.Module module) {
    return switch (module) {
      case FORUM -> EDLM + "forum";
      case QUIZ -> ADL + "assessment";
      case PAGE -> "https://w3id.org/xapi/acrossx/activities/page";
      case LINK -> ADL + "link";
      case BOOK -> TINCAN + "book";
    };
  }

  /** An activity; without an external id when that is null. */
  static byte[] activity(String iri, String type, String name, String externalId) {
    String extensions =
        externalId == null ? "" : ",\"extensions\":{\"" + EXTERNAL + "\":\"" + externalId + "\"}";
    return utf8(
        "{\"objectType\":\"Activity\",\"id\":\""
            + iri
            + "\",\"definition\":{\"type\":\""
            + type
            + "\",\"name\":{\"vi\":\""
            + name
            + "\"}"
            + extensions
            + "}}");
  }
}

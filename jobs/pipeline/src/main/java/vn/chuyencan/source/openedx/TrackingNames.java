package vn.chuyencan.source.openedx;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.chuyencan.xapi.ActivityDescription;
import vn.chuyencan.xapi.ActorIdentity;
import vn.chuyencan.xapi.vocabulary.ActivityKind;

/**
 * What things and people of a platform are called, so that each has one key whatever told of it;
 * see {@link TrackingLogs}.
 */
final class TrackingNames {
  /** Parts of a course's id hold no other signs: what an address adds to one is not of it. */
  private static final Pattern COURSE_IN_PATH =
      Pattern.compile(
          "/courses/([\\w.~:@-]+(?:/|\\+)[\\w.~-]+(?:/|\\+)[\\w.~-]+(?:\\+ccx@[0-9]+)?)",
          Pattern.UNICODE_CHARACTER_CLASS);

  private static final Pattern USAGE_IN_PATH =
      Pattern.compile("((?:ccx-)?block-v1:[^/?#]+@[^/?#]+|i4x:/+[^/]+/[^/]+/[^/]+/[^/?#]+)");
  private static final Pattern TYPE_IN_USAGE =
      Pattern.compile("(?:\\+type@([^+]+)\\+block@)|(?:^i4x://[^/]+/[^/]+/([^/]+)/)");

  /** How a browser names the first answer field of a problem; older ones send JSON within JSON. */
  private static final Pattern ANSWER_FIELD =
      Pattern.compile("\\[?\"?input_([^=&]+?)_[0-9]+_[0-9]+(?:_[^=&]*)?(?:%5B%5D|\\[\\])?(?:=|$)");

  private final String site;

  TrackingNames(String site) {
    this.site = site;
  }

  /** Somebody whose username is told. */
  ActorIdentity person(String username) {
    return new ActorIdentity("account", site, username, null);
  }

  /** Somebody of whom only the user id is told, which is not to be mistaken for a username. */
  ActorIdentity numbered(String userId) {
    return new ActorIdentity("account", site + "/user_id", userId, null);
  }

  /** All of whom nothing is told. */
  ActorIdentity nobody() {
    return new ActorIdentity("group", null, site, null);
  }

  ActivityDescription platform() {
    return new ActivityDescription(site, null, ActivityKind.LMS, null);
  }

  ActivityDescription course(String courseId) {
    return new ActivityDescription(site + "/course/" + courseId, null, ActivityKind.COURSE, null);
  }

  /** The course in whose pages an address lies, or null. */
  static String courseOf(String address) {
    if (address == null) {
      return null;
    }
    Matcher matcher = COURSE_IN_PATH.matcher(decoded(address));
    return matcher.find() ? matcher.group(1) : null;
  }

  /** The block that an address names, or null. */
  static String usageOf(String address) {
    // Handlers write a slash within a key as two other signs, and servers join slashes.
    Matcher matcher = USAGE_IN_PATH.matcher(decoded(address).replace(";_", "/"));
    return matcher.find() ? matcher.group(1).replaceFirst("^i4x:/+", "i4x://") : null;
  }

  /** Whether a text is the usage key of a block. */
  static boolean isUsage(String text) {
    return text != null && (text.contains("block-v1:") || text.startsWith("i4x://"));
  }

  /** An address without escapes, whose plus signs are plus signs; as it is if it has wrong ones. */
  static String decoded(String address) {
    try {
      return URLDecoder.decode(address.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException wrong) {
      return address;
    }
  }

  /** The problem whose answers a browser sent, or null. */
  static String answered(String form, String courseId) {
    Matcher matcher = form == null ? null : ANSWER_FIELD.matcher(form);
    return matcher != null && matcher.lookingAt()
        ? usage(matcher.group(1), "problem", courseId)
        : null;
  }

  /**
   * The usage key of a block.
   *
   * @param id a usage key, or what stands for it in a page of the course; or null
   * @param type the block's type
   * @param courseId its course, or null
   * @return null when it cannot be told
   */
  static String usage(String id, String type, String courseId) {
    if (id == null || isUsage(id)) {
      return id;
    }
    if (courseId == null) {
      return null;
    }
    int colon = courseId.indexOf(':');
    if (colon >= 0) {
      // course-v1, or ccx-v1 of a course that coaches give.
      String prefix = courseId.substring(0, colon);
      return (prefix.contains("ccx") ? "ccx-" : "")
          + "block-"
          + prefix.substring(prefix.lastIndexOf('-') + 1)
          + courseId.substring(colon)
          + "+type@"
          + type
          + "+block@"
          + id;
    }
    String[] parts = courseId.split("/", -1);
    if (parts.length != 3) {
      return null;
    }
    String page = "i4x-" + paged(parts[0]) + "-" + paged(parts[1]) + "-" + type + "-";
    String block = id.startsWith(page) ? id.substring(page.length()) : id;
    return "i4x://" + parts[0] + "/" + parts[1] + "/" + type + "/" + block;
  }

  /** Pages write a dot as an underscore. */
  private static String paged(String part) {
    return part.replace('.', '_');
  }

  ActivityDescription block(String usageKey, String name) {
    return new ActivityDescription(site + "/xblock/" + usageKey, null, kindOfBlock(usageKey), name);
  }

  /** Something about a block: its solution, a hint, an attempt at it. */
  ActivityDescription partOf(ActivityDescription block, String part, String kind) {
    return new ActivityDescription(block.iri() + part, null, kind, null);
  }

  private static String kindOfBlock(String usageKey) {
    Matcher matcher = TYPE_IN_USAGE.matcher(usageKey);
    if (!matcher.find()) {
      return ActivityKind.PAGE;
    }
    String type = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
    return switch (type) {
      case "problem", "drag-and-drop-v2" -> ActivityKind.QUESTION;
      case "video", "videoalpha" -> ActivityKind.VIDEO;
      case "discussion" -> ActivityKind.FORUM;
      case "openassessment" -> ActivityKind.ASSIGNMENT;
      case "poll", "survey", "poll_question" -> ActivityKind.SURVEY;
      case "course" -> ActivityKind.COURSE;
      default -> ActivityKind.PAGE;
    };
  }

  ActivityDescription thread(String id, String title) {
    return new ActivityDescription(
        site + "/api/discussion/v1/threads/" + id, null, ActivityKind.DISCUSSION, title);
  }

  ActivityDescription comment(String id) {
    return new ActivityDescription(
        site + "/api/discussion/v1/comments/" + id, null, ActivityKind.POST, null);
  }

  ActivityDescription forum(String courseId, String topicId, String name) {
    return new ActivityDescription(
        site + "/courses/" + courseId + "/discussion/forum/" + topicId,
        null,
        ActivityKind.FORUM,
        name);
  }

  /** Something in a course that has an id of its own. */
  ActivityDescription inCourse(
      String courseId, String folder, String id, String kind, String name) {
    return new ActivityDescription(
        site + "/courses/" + courseId + "/" + folder + "/" + id, null, kind, name);
  }

  /** What lies at an address: as it is, or of the platform when it names no host. */
  ActivityDescription at(String address, String kind, String name) {
    boolean whole = address.contains(":") && !address.startsWith("/");
    String path = address.startsWith("/") ? address : "/" + address;
    return new ActivityDescription(whole ? address : site + path, null, kind, name);
  }

  /** A page of the platform, without what is asked of it. */
  ActivityDescription page(String address) {
    int end = address.length();
    for (int i = 0; i < end; i++) {
      if (address.charAt(i) == '?' || address.charAt(i) == '#') {
        end = i;
      }
    }
    while (end > 1 && address.charAt(end - 1) == '/') {
      end--;
    }
    return at(address.substring(0, end), ActivityKind.PAGE, null);
  }
}

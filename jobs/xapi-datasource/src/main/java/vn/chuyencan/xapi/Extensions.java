package vn.chuyencan.xapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What the extensions of a context say.
 *
 * @param event name of the Moodle event, or null when logstore_xapi did not send it
 * @param eventContent that name as part of the canonical content
 * @param concerned whom the act concerns by logstore_xapi, or null
 * @param content all of them as part of the canonical content
 */
@SuppressWarnings("ArrayRecordComponent") // never changed, and equality is never asked
record Extensions(String event, byte[] eventContent, ActorMention concerned, byte[] content) {
  /** There are none. */
  static final Extensions NONE = new Extensions(null, null, null, new byte[0]);

  private static final String LOGSTORE = "http://lrs.learninglocker.net/define/extensions/info";

  /** Extensions in which logstore_xapi names whom an act concerns: to whom, or as whom. */
  private static final List<String> CONCERNED =
      List.of(
          "https://yetanalytics.com/profiles/prepositions/concepts/context-extensions/to",
          "https://yetanalytics.com/profiles/prepositions/concepts/context-extensions/as");

  /** Those of a valid context; an absent node is none. */
  static Extensions of(JsonNode extensions) {
    if (extensions == null) {
      return NONE;
    }
    String event = extensions.path(LOGSTORE).path("event_name").asText(null);
    return new Extensions(
        event,
        event == null ? null : CanonicalContent.textBytes(event),
        concerned(extensions),
        CanonicalContent.jsonBytes(extensions));
  }

  /** Whether something is read from an extension with this key. */
  static boolean isMeant(String key) {
    return key.equals(LOGSTORE) || CONCERNED.contains(key);
  }

  private static ActorMention concerned(JsonNode extensions) {
    for (String extension : CONCERNED) {
      JsonNode person = extensions.path(extension);
      // Nothing has checked what stands in an extension.
      if (person.path("account").path("homePage").isTextual()
          && person.path("account").path("name").isTextual()) {
        return ActorMention.of(person);
      }
    }
    return null;
  }
}

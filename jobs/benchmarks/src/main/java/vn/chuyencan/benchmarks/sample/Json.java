package vn.chuyencan.benchmarks.sample;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Small pieces of JSON in the order in which they are put. */
public final class Json {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private Json() {}

  /** An empty object. */
  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** These objects, in their order. */
  public static ArrayNode array(List<ObjectNode> nodes) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    array.addAll(nodes);
    return array;
  }

  static ObjectNode text(String language, String text) {
    return object().put(language, text);
  }

  /** A number as a person would write it: without an exponent and without zeros at its end. */
  static BigDecimal plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  /** An activity with its type and its name in Vietnamese. */
  public static ObjectNode activity(String iri, String type, String name) {
    ObjectNode activity = object().put("objectType", "Activity").put("id", iri);
    ObjectNode definition = activity.putObject("definition").put("type", type);
    definition.set("name", text("vi", name));
    return activity;
  }

  /** A verb with its name in English. */
  public static ObjectNode verb(String iri, String display) {
    ObjectNode verb = object().put("id", iri);
    verb.set("display", text("en", display));
    return verb;
  }

  /** The instant in UTC, to the millisecond. */
  public static String instant(Instant instant) {
    return MILLIS.format(instant);
  }

  /** The same name always gives the same identifier. */
  public static String uuid(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** The node as one line of text. */
  public static String line(JsonNode node) {
    try {
      return MAPPER.writeValueAsString(node);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}

package vn.chuyencan.report.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import vn.chuyencan.policy.Labels;
import vn.chuyencan.table.Bilingual;

/**
 * JSON that may stand within a page: whatever a name holds, it cannot end the element that it
 * stands in, and no line of it is one for a script that is not one for JSON.
 */
final class SiteJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

  static {
    JSON.getFactory().setCharacterEscapes(new WithinMarkup());
  }

  private SiteJson() {}

  /** An empty object. */
  static ObjectNode object() {
    return NODES.objectNode();
  }

  /** An empty list. */
  static ArrayNode list() {
    return NODES.arrayNode();
  }

  /** A list of texts. */
  static ArrayNode texts(Iterable<String> texts) {
    ArrayNode list = list();
    texts.forEach(list::add);
    return list;
  }

  /** A list of counts; hidden ones are -1. */
  static ArrayNode counts(Iterable<Long> counts) {
    ArrayNode list = list();
    counts.forEach(list::add);
    return list;
  }

  /** A number, or null. */
  static JsonNode number(BigDecimal number) {
    return number == null ? NODES.nullNode() : NODES.numberNode(number.stripTrailingZeros());
  }

  /** A text in both languages. */
  static ArrayNode both(String vietnamese, String english) {
    return list().add(vietnamese).add(english);
  }

  /** A text in both languages. */
  static ArrayNode both(Labels labels) {
    return both(labels.vietnamese(), labels.english());
  }

  /** A text in both languages. */
  static ArrayNode both(Bilingual text) {
    return both(text.vietnamese(), text.english());
  }

  /** The text of it. */
  static String text(JsonNode node) {
    try {
      return JSON.writeValueAsString(node);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Texts that come again and again, each once and then by its number. */
  static final class Dictionary {
    private final Map<String, Integer> numbers = new LinkedHashMap<>();

    /** The number of a text. */
    int number(String text) {
      return numbers.computeIfAbsent(text, absent -> numbers.size());
    }

    /** The texts by their numbers. */
    ArrayNode texts() {
      return SiteJson.texts(numbers.keySet());
    }
  }

  private static final class WithinMarkup extends CharacterEscapes {
    private static final long serialVersionUID = 1L;
    private static final int LINE_SEPARATOR = 0x2028;
    private static final int PARAGRAPH_SEPARATOR = 0x2029;

    private final int[] ascii;

    private WithinMarkup() {
      ascii = standardAsciiEscapesForJSON();
      for (char character : new char[] {'<', '>', '&', '\''}) {
        ascii[character] = ESCAPE_CUSTOM;
      }
    }

    @Override
    public int[] getEscapeCodesForAscii() {
      return Arrays.copyOf(ascii, ascii.length);
    }

    @Override
    public SerializableString getEscapeSequence(int character) {
      boolean escaped =
          character == LINE_SEPARATOR
              || character == PARAGRAPH_SEPARATOR
              || (character < ascii.length && ascii[character] == ESCAPE_CUSTOM);
      return escaped
          ? new SerializedString(String.format(Locale.ROOT, "\\u%04x", character))
          : null;
    }
  }
}

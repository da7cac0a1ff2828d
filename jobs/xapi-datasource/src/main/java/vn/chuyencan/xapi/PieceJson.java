package vn.chuyencan.xapi;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import vn.chuyencan.xapi.source.Utf8;

/**
 * Reads single values of a record with the parser that reads whole records elsewhere, and with the
 * same settings, so that a piece means here what it means there. The cursor goes to its end.
 */
final class PieceJson {
  /** Far below the depth at which a whole record would be refused, however deep the piece lies. */
  private static final int DEPTH = 100;

  private final ObjectReader json =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEPTH).build())
                  .build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .build()
          .readerFor(JsonNode.class);

  /** The object that begins at the cursor. */
  JsonNode object(JsonCursor cursor) {
    try (JsonParser parser = parser(cursor)) {
      JsonNode tree = parser.readValueAsTree();
      end(cursor, parser, '}');
      return tree;
    } catch (IOException | ArithmeticException | NumberFormatException broken) {
      throw Declined.here();
    }
  }

  /** The string that begins at the cursor. */
  String string(JsonCursor cursor) {
    try (JsonParser parser = parser(cursor)) {
      if (parser.nextToken() != JsonToken.VALUE_STRING) {
        throw Declined.here();
      }
      String text = parser.getText();
      end(cursor, parser, '"');
      return text;
    } catch (IOException broken) {
      throw Declined.here();
    }
  }

  private JsonParser parser(JsonCursor cursor) throws IOException {
    int at = cursor.at;
    // A zero among the first bytes would be taken for a sign of UTF-16 or UTF-32.
    if (at + 4 > cursor.end
        || cursor.bytes[at + 1] == 0
        || cursor.bytes[at + 2] == 0
        || cursor.bytes[at + 3] == 0) {
      throw Declined.here();
    }
    return json.createParser(cursor.bytes, at, cursor.end - at);
  }

  private static void end(JsonCursor cursor, JsonParser parser, int last) {
    long end = cursor.at + parser.currentLocation().getByteOffset();
    if (end <= cursor.at
        || end > cursor.end
        || cursor.bytes[(int) end - 1] != last
        || !Utf8.isValid(cursor.bytes, cursor.at, (int) end)) {
      throw Declined.here();
    }
    cursor.at = (int) end;
  }
}

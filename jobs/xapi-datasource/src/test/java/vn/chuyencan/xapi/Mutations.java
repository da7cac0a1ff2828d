package vn.chuyencan.xapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Changes statements as carelessness, damage and malice do. */
final class Mutations {
  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "false",
          "0",
          "-0",
          "1",
          "-1",
          "1.50",
          "-0.0",
          "100",
          "1e5",
          "1E-7",
          "12345678901234567890",
          "0.1234567890123456789",
          "1e999999999",
          "01",
          "1.",
          ".5",
          "+1",
          "-",
          "{}",
          "[]",
          "\"\"",
          "\"x\"",
          "\"\\u00e9\"",
          "\"\\\\ \\/ \\n\"",
          "\"\\ud83d\\ude00\"",
          "\"\\ud800\"",
          "\"\\udc00x\"",
          "\"Đỗ 😀\"",
          "\"\u007f\"",
          "[[1,[2]],{}]",
          "{\"urn:a\":{\"b\":1,\"b\":2}}",
          "{\"a\":1,\"a\":1}",
          "{\"urn:x\":null}",
          "\"2026-02-29T00:00:00Z\"",
          "\"2024-02-29T24:00:00Z\"",
          "\"2024-02-29t00:00:00z\"",
          "\"2026-01-01T00:00:00\"",
          "\"2026-01-01T00:00:00-00:00\"",
          "\"2026-01-01T00:00Z\"",
          "\"2026-01-01T00:00:00.1234567890123+07\"",
          "\"2026-01-01T00:00:00,5+0700\"",
          "\"2026-01-01T00:00:60Z\"",
          "\"2026-01-01T00:00:00.Z\"",
          "\"2026-01-01T00:00:00+15:00\"",
          "\"9DC99B37-E920-4A68-A066-917FACA28949\"",
          "\"9dc99b37-e920-4a68-a066-917faca2894g\"",
          "\"1.0\"",
          "\"1.0.9\"",
          "\"2.0.0\"",
          "\"1.1\"",
          "\"10.0\"",
          "\"PT5M\"",
          "\"P1Y\"",
          "\"vi\"",
          "\"no_tag\"",
          "\"Activity\"",
          "\"Agent\"",
          "\"Group\"",
          "\"GroupActivity\"",
          "\"StatementRef\"",
          "\"SubStatement\"",
          "\"http://adlnet.gov/expapi/verbs/voided\"",
          "\"urn:ok\"",
          "\"no scheme\"",
          "\"http://x/ a\"",
          "\"mailto:a@b.vn\"",
          "\"a@b.vn\"");

  private static final List<String> KEYS =
      List.of(
          "id",
          "ID",
          "Actor",
          "actor",
          "verb",
          "object",
          "objectType",
          "definition",
          "name",
          "type",
          "description",
          "moreInfo",
          "extensions",
          "timestamp",
          "stored",
          "version",
          "authority",
          "attachments",
          "team",
          "instructor",
          "statement",
          "contextAgents",
          "revision",
          "platform",
          "language",
          "registration",
          "contextActivities",
          "parent",
          "grouping",
          "other",
          "score",
          "response",
          "success",
          "completion",
          "duration",
          "_id",
          "member",
          "mbox",
          "account",
          "interactionType",
          "vi",
          "en-US",
          "not a tag",
          "\\u0069d",
          "urn:ext",
          "noscheme",
          "đ",
          "http://lrs.learninglocker.net/define/extensions/info",
          "https://yetanalytics.com/profiles/prepositions/concepts/context-extensions/to");

  private final Random random;
  private final List<String> statements;

  Mutations(Random random, List<String> statements) {
    this.random = random;
    this.statements = statements;
  }

  /** One of the statements, changed in some way. */
  byte[] next() {
    String statement = any(statements);
    int changes = 1 + random.nextInt(2);
    byte[] bytes = statement.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < changes; i++) {
      bytes = change(bytes);
    }
    // A line end would make two records of it, which is no concern here.
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        bytes[i] = ' ';
      }
    }
    return bytes;
  }

  private byte[] change(byte[] bytes) {
    if (bytes.length == 0) {
      return bytes;
    }
    int at = random.nextInt(bytes.length);
    return switch (random.nextInt(16)) {
      case 0 -> flipped(bytes, at);
      case 1 -> spliced(bytes, at, at, new byte[] {(byte) random.nextInt(256)});
      case 2 -> spliced(bytes, at, Math.min(bytes.length, at + 1 + random.nextInt(3)), new byte[0]);
      case 3 -> Arrays.copyOf(bytes, at);
      case 4 -> spaced(bytes);
      case 5, 6, 7 -> valueReplaced(bytes);
      case 8, 9 -> propertyAdded(bytes);
      case 10 -> keyReplaced(bytes);
      case 11 -> escaped(bytes);
      case 12 -> swapped(bytes);
      case 13 -> shuffled(bytes);
      case 14 -> nested(bytes);
      default ->
          spliced(
              bytes, bytes.length, bytes.length, utf8(any(List.of("}", " x", "{}", "\r", ","))));
    };
  }

  private byte[] flipped(byte[] bytes, int at) {
    byte[] copy = bytes.clone();
    copy[at] ^= (byte) (1 << random.nextInt(8));
    return copy;
  }

  private static byte[] spliced(byte[] bytes, int from, int to, byte[] instead) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(bytes, 0, from);
    out.writeBytes(instead);
    out.write(bytes, to, bytes.length - to);
    return out.toByteArray();
  }

  /** White space between many tokens. */
  private byte[] spaced(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    boolean string = false;
    for (int i = 0; i < bytes.length; i++) {
      byte sign = bytes[i];
      boolean structural = !string && "{}[]:,".indexOf(sign) >= 0;
      if (structural && random.nextInt(4) == 0) {
        out.writeBytes(utf8(any(List.of(" ", "\t", "\r", "  "))));
      }
      out.write(sign);
      if (structural && random.nextInt(4) == 0) {
        out.writeBytes(utf8(any(List.of(" ", "\t", "\r", "  "))));
      }
      if (sign == '\\' && string && i + 1 < bytes.length) {
        out.write(bytes[++i]);
      } else if (sign == '"') {
        string = !string;
      }
    }
    return out.toByteArray();
  }

  /** Index of a random occurrence of the sign, or -1. */
  private int find(byte[] bytes, char sign) {
    int start = random.nextInt(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      int at = (start + i) % bytes.length;
      if (bytes[at] == sign) {
        return at;
      }
    }
    return -1;
  }

  private byte[] valueReplaced(byte[] bytes) {
    int colon = find(bytes, ':');
    if (colon < 0) {
      return bytes;
    }
    return spliced(bytes, colon + 1, valueEnd(bytes, colon + 1), utf8(any(VALUES)));
  }

  private byte[] propertyAdded(byte[] bytes) {
    int open = random.nextInt(3) == 0 ? 0 : find(bytes, '{');
    String key = any(KEYS);
    // Often a key that is there already.
    int quote = find(bytes, '"');
    if (quote >= 0 && random.nextBoolean()) {
      int end = valueEnd(bytes, quote);
      key = new String(bytes, quote, end - quote, StandardCharsets.ISO_8859_1).replace("\"", "");
    }
    return open < 0
        ? bytes
        : spliced(bytes, open + 1, open + 1, utf8("\"" + key + "\":" + any(VALUES) + ","));
  }

  private byte[] keyReplaced(byte[] bytes) {
    int quote = find(bytes, '"');
    if (quote < 0) {
      return bytes;
    }
    int end = valueEnd(bytes, quote);
    String text = new String(bytes, quote, end - quote, StandardCharsets.ISO_8859_1);
    String other =
        random.nextBoolean() ? "\"" + any(KEYS) + "\"" : text.toUpperCase(java.util.Locale.ROOT);
    return spliced(bytes, quote, end, other.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** One letter of a string written as an escape. */
  private byte[] escaped(byte[] bytes) {
    int quote = find(bytes, '"');
    if (quote < 0 || quote + 1 >= bytes.length) {
      return bytes;
    }
    int letter = bytes[quote + 1];
    String escape =
        letter > ' ' && letter != '"' && letter != '\\'
            ? String.format("\\u%04x", letter)
            : any(List.of("\\n", "\\/", "\\\"", "\\x", "\\u12", "\\ud83d\\ude00", "\\ud800"));
    return spliced(bytes, quote + 1, Math.min(bytes.length, quote + 2), utf8(escape));
  }

  /** A value of one statement where another one has its own. */
  private byte[] swapped(byte[] bytes) {
    byte[] other = utf8(any(statements));
    int colon = find(bytes, ':');
    int source = find(other, ':');
    if (colon < 0 || source < 0) {
      return bytes;
    }
    byte[] value = Arrays.copyOfRange(other, source + 1, valueEnd(other, source + 1));
    return spliced(bytes, colon + 1, valueEnd(bytes, colon + 1), value);
  }

  private byte[] shuffled(byte[] bytes) {
    try {
      return utf8(shuffled(Samples.JSON.readTree(bytes)).toString());
    } catch (java.io.IOException broken) {
      return bytes;
    }
  }

  private JsonNode shuffled(JsonNode node) {
    if (node instanceof ObjectNode object) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      Collections.shuffle(names, random);
      ObjectNode result = Samples.JSON.createObjectNode();
      names.forEach(name -> result.set(name, shuffled(object.get(name))));
      return result;
    }
    if (node instanceof ArrayNode array) {
      ArrayNode result = Samples.JSON.createArrayNode();
      array.forEach(entry -> result.add(shuffled(entry)));
      return result;
    }
    return node;
  }

  /** Something deep: within and beyond what a parser bears. */
  private byte[] nested(byte[] bytes) {
    int depth = any(List.of(3, 50, 95, 101, 400, 994, 1005));
    String value =
        random.nextBoolean()
            ? "[".repeat(depth) + "]".repeat(depth)
            : "{\"urn:a\":".repeat(depth) + "1" + "}".repeat(depth);
    int colon = find(bytes, ':');
    return colon < 0 ? bytes : spliced(bytes, colon + 1, valueEnd(bytes, colon + 1), utf8(value));
  }

  /** The byte after the value that begins here, as far as one can tell. */
  private static int valueEnd(byte[] bytes, int from) {
    int depth = 0;
    boolean string = false;
    for (int i = from; i < bytes.length; i++) {
      byte sign = bytes[i];
      if (string) {
        if (sign == '\\') {
          i++;
        } else if (sign == '"') {
          string = false;
          if (depth == 0) {
            return i + 1;
          }
        }
      } else if (sign == '"') {
        string = true;
      } else if (sign == '{' || sign == '[') {
        depth++;
      } else if (sign == '}' || sign == ']') {
        if (depth <= 1) {
          return depth == 1 ? i + 1 : i;
        }
        depth--;
      } else if (sign == ',' && depth == 0) {
        return i;
      }
    }
    return bytes.length;
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

package vn.chuyencan.source.lrs;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import vn.chuyencan.xapi.rules.FaultLog;
import vn.chuyencan.xapi.rules.RuleViolation;
import vn.chuyencan.xapi.rules.Timestamps;

/**
 * Where in an answer its statements stand. The answer stays in its file: a server decides how long
 * it is, not the memory of this process.
 *
 * @param answer the file that holds it
 * @param statements its statements, in their order
 * @param more where the next ones are; empty: nowhere
 */
record StatementPage(Path answer, List<Slice> statements, String more) {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .build())
          .build();

  StatementPage {
    statements = List.copyOf(statements);
  }

  /**
   * One statement's text.
   *
   * @param start its first byte
   * @param end the byte after its last one
   * @param stored when the LRS stored it; null: it does not say so
   * @param timestamp when it happened; null: it does not say so
   */
  record Slice(long start, long end, Instant stored, Instant timestamp) {}

  /**
   * Reads an answer through, to its last bracket.
   *
   * @throws BrokenAnswer if it is no StatementResult, or not a whole one
   * @throws IOException if the file cannot be read
   */
  static StatementPage of(Path answer) throws IOException, BrokenAnswer {
    try (InputStream in = ByteOrderMark.skipped(answer);
        JsonParser parser = JSON.createParser(in)) {
      return new Reading(parser, ByteOrderMark.length(answer)).page(answer);
    } catch (JacksonException broken) {
      throw new BrokenAnswer("JSON: " + broken.getOriginalMessage());
    }
  }

  /** One way through an answer. */
  private static final class Reading {
    private final JsonParser parser;
    private final long before;
    private final FaultLog faults = FaultLog.lenient();
    private final List<Slice> statements = new ArrayList<>();
    private boolean found;
    private String more = "";

    Reading(JsonParser parser, long before) {
      this.parser = parser;
      this.before = before;
    }

    StatementPage page(Path answer) throws IOException, BrokenAnswer {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new BrokenAnswer("no StatementResult");
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        if (name.equals("statements") && value == JsonToken.START_ARRAY) {
          found = true;
          statements();
        } else if (name.equals("more") && value == JsonToken.VALUE_STRING) {
          more = parser.getText().strip();
        } else if (name.equals("more") && value != JsonToken.VALUE_NULL) {
          throw new BrokenAnswer("no StatementResult: more");
        } else {
          parser.skipChildren();
        }
      }
      if (!found) {
        throw new BrokenAnswer("no StatementResult: statements");
      }
      if (parser.nextToken() != null) {
        throw new BrokenAnswer("no StatementResult: … }");
      }
      return new StatementPage(answer, statements, more);
    }

    private void statements() throws IOException, BrokenAnswer {
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        long start = parser.currentTokenLocation().getByteOffset();
        Instant stored = null;
        Instant timestamp = null;
        if (parser.currentToken() == JsonToken.START_OBJECT) {
          while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            boolean text = parser.nextToken() == JsonToken.VALUE_STRING;
            if (text && name.equals("stored")) {
              stored = instant(parser.getText());
            } else if (text && name.equals("timestamp")) {
              timestamp = instant(parser.getText());
            } else {
              parser.skipChildren();
            }
          }
        } else {
          // No statement at all; ingest tells it as a rejected record.
          parser.skipChildren();
        }
        parser.finishToken();
        long end = parser.currentLocation().getByteOffset();
        if (start < 0 || end < 0) {
          throw new BrokenAnswer("UTF-8");
        }
        statements.add(new Slice(before + start, before + end, stored, timestamp));
      }
    }

    /** Without its zone an instant is none: taken for another's, the cursor would run ahead. */
    private Instant instant(String text) {
      try {
        return Instant.EPOCH.plus(
            Timestamps.micros(text, "stored", null, faults), ChronoUnit.MICROS);
      } catch (RuleViolation noTimestamp) {
        return null;
      }
    }
  }
}

package vn.chuyencan.source.openedx;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DatabindException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import vn.chuyencan.xapi.BrokenRecord;
import vn.chuyencan.xapi.EventDraft;
import vn.chuyencan.xapi.InputSplit;
import vn.chuyencan.xapi.RecordText;
import vn.chuyencan.xapi.ScanOptions;
import vn.chuyencan.xapi.rules.FaultLog;
import vn.chuyencan.xapi.rules.Reason;
import vn.chuyencan.xapi.rules.RuleViolation;
import vn.chuyencan.xapi.rules.Timestamps;
import vn.chuyencan.xapi.source.RecordReader;

/**
 * Turns lines into events. What is no tracking line is rejected with its reason, and none is
 * dropped. The event begins at the line's first brace: what stands before it is the system log's.
 */
final class TrackingLines {
  private static final long MICROS = 1_000_000L;

  private final JsonMapper json =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .build();
  private final FaultLog faults = FaultLog.lenient();
  private final EventDraft draft;
  private final TrackingEvents events;
  private final String site;
  private final ZoneId zone;
  private final int lineLimit;

  TrackingLines(String site, ScanOptions options, EventDraft draft) {
    this.site = site;
    this.draft = draft;
    this.events = new TrackingEvents(new TrackingNames(site), draft);
    this.zone = options.zoneOfUnzonedTimestamps();
    this.lineLimit = options.lineLimit();
  }

  /** Tells the line on which the reader stands. */
  void tell(RecordReader reader, InputSplit split) {
    draft.begin(split.fileId(), split.path(), reader.offset());
    BrokenRecord broken = BrokenRecord.of(reader.ending(), lineLimit);
    if (broken != null) {
      draft.reject(broken.reason(), broken.message(), RecordText.of(reader));
      return;
    }
    try {
      tell(line(reader));
    } catch (RuleViolation violation) {
      draft.reject(violation.reason(), violation.getMessage(), RecordText.of(reader));
    }
  }

  private void tell(TrackingLine line) {
    String content = line.canonical();
    draft.id(site + "|tracking|" + content).content(content).occurredAt(occurredAt(line));
    events.tell(line);
  }

  private TrackingLine line(RecordReader reader) {
    if (!RecordText.isUtf8(reader)) {
      throw new RuleViolation(Reason.INVALID_ENCODING, "The line is not UTF-8.");
    }
    int end = reader.from() + reader.length();
    int start = reader.from();
    while (start < end && reader.buffer()[start] != '{') {
      start++;
    }
    if (start == end) {
      throw new RuleViolation(Reason.MALFORMED_JSON, "The line holds no JSON object.");
    }
    try {
      return new TrackingLine(
          json, json.readValue(reader.buffer(), start, end - start, JsonNode.class));
    } catch (DatabindException wrong) {
      boolean twice = String.valueOf(wrong.getMessage()).startsWith("Duplicate field");
      throw new RuleViolation(
          twice ? Reason.DUPLICATE_KEY : Reason.MALFORMED_JSON, wrong.getOriginalMessage());
    } catch (JsonProcessingException wrong) {
      throw new RuleViolation(Reason.MALFORMED_JSON, wrong.getOriginalMessage());
    } catch (IOException impossible) {
      throw new IllegalStateException("The bytes are in memory.", impossible);
    }
  }

  private Instant occurredAt(TrackingLine line) {
    JsonNode time = line.time();
    if (time.isMissingNode() || time.isNull()) {
      throw new RuleViolation(Reason.MISSING_TIMESTAMP, "The line tells no time.");
    }
    if (!time.isTextual()) {
      throw new RuleViolation(Reason.INVALID_TIMESTAMP, "time", "a string", time);
    }
    long micros = Timestamps.micros(time.textValue(), "time", zone, faults);
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1000L);
  }
}

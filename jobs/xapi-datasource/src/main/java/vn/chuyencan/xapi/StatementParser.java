package vn.chuyencan.xapi;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DatabindException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Set;
import vn.chuyencan.xapi.rules.Durations;
import vn.chuyencan.xapi.rules.FaultLog;
import vn.chuyencan.xapi.rules.HarmlessFault;
import vn.chuyencan.xapi.rules.Reason;
import vn.chuyencan.xapi.rules.RuleViolation;
import vn.chuyencan.xapi.rules.StatementRules;
import vn.chuyencan.xapi.rules.Timestamps;
import vn.chuyencan.xapi.source.RecordReader;
import vn.chuyencan.xapi.vocabulary.Vocabulary;

/** Turns the bytes of one record into a {@link StatementRecord}. */
final class StatementParser {
  private static final long MICROS = 1_000_000L;

  private final ScanOptions options;
  private final FaultLog faults;
  private final StatementRules rules;
  private final TreeParts trees;
  private final Directory directory;
  private final StatementReader reader;
  private final StatementParts parts = new StatementParts();
  private final FastPath fast;

  /** An earlier instant is implausible. */
  static final long EARLIEST = micros(ScanOptions.EARLIEST_PLAUSIBLE);

  private final long latest;
  private final long from;
  private final long until;
  private final ObjectReader json =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .build()
          .readerFor(JsonNode.class);

  /**
   * @param fastToo whether statements may take the fast path, which changes no result
   */
  StatementParser(ScanOptions options, boolean fastToo) {
    this.options = options;
    this.faults =
        switch (options.mode()) {
          case STRICT -> FaultLog.strict();
          case LENIENT -> FaultLog.lenient();
        };
    this.rules = new StatementRules(faults, options.unversioned());
    Vocabulary vocabulary = Vocabulary.bundled();
    this.trees = new TreeParts(vocabulary);
    this.directory = new Directory(new ActorKeys(options.actorSecret()), vocabulary);
    this.reader =
        new StatementReader(
            vocabulary, directory, options.dialect(), new Fingerprinter(options.fingerprints()));
    this.latest = micros(options.latestPlausible());
    this.fast = fastToo ? new FastPath(vocabulary, latest) : null;
    this.from = options.from() == null ? Long.MIN_VALUE : micros(options.from());
    this.until = options.until() == null ? Long.MAX_VALUE : micros(options.until());
  }

  /** What became of a record. */
  enum Outcome {
    /** The record is filled and wanted. */
    ACCEPTED,
    /** It happened outside the wanted range of time; only its identity is filled. */
    OUT_OF_SCOPE,
    /** It is no statement but a list or a StatementResult. */
    LIST
  }

  /** The harmless faults of the record parsed last. */
  Set<HarmlessFault> faults() {
    return faults.faults();
  }

  /**
   * Parses a record whose bytes are all there.
   *
   * @throws RuleViolation if it is not acceptable
   */
  Outcome parse(RecordReader source, InputSplit split, StatementRecord record, StatementSink sink) {
    faults.clear();
    if ((fast == null || !fast.read(source, parts)) && !readTree(source)) {
      return Outcome.LIST;
    }
    record.clear();
    record.occurredAt = parts.occurredAt;
    record.stored = parts.stored;
    record.storedAt = parts.storedAt;
    record.fileId = split.fileId();
    record.fileOffset = source.offset();
    reader.identify(parts, record);
    if (record.occurredAt < from || record.occurredAt >= until) {
      return Outcome.OUT_OF_SCOPE;
    }
    reader.read(parts, record, sink);
    return Outcome.ACCEPTED;
  }

  /** Whoever listens now has not heard yet of whom the keys are. */
  void tellAgain() {
    directory.tellAgain();
  }

  /** How many records took the fast path. */
  long fastRecords() {
    return fast == null ? 0 : fast.records();
  }

  /**
   * Takes the record apart by the way that knows everything.
   *
   * @return false if it is a list
   */
  private boolean readTree(RecordReader source) {
    if (!RecordText.isUtf8(source)) {
      throw new RuleViolation(Reason.INVALID_ENCODING, "The record is not UTF-8.");
    }
    JsonNode statement = tree(source);
    if (statement.isArray() || isResult(statement)) {
      return false;
    }
    rules.check(statement);
    parts.clear();
    times((ObjectNode) statement);
    durations(statement);
    trees.read(statement, parts);
    return true;
  }

  private JsonNode tree(RecordReader source) {
    try (JsonParser parser = json.createParser(source.buffer(), source.from(), source.length())) {
      JsonNode tree = parser.readValueAsTree();
      if (parser.nextToken() != null) {
        throw new RuleViolation(
            Reason.MALFORMED_JSON, "The record goes on after its first JSON value.");
      }
      return tree;
    } catch (DatabindException twice) {
      throw new RuleViolation(Reason.DUPLICATE_KEY, twice.getOriginalMessage());
    } catch (JsonProcessingException broken) {
      throw new RuleViolation(Reason.MALFORMED_JSON, broken.getOriginalMessage());
    } catch (ArithmeticException | NumberFormatException number) {
      throw new RuleViolation(Reason.MALFORMED_JSON, "A number is out of all bounds.");
    } catch (IOException impossible) {
      throw new UncheckedIOException("Bytes in memory cannot be read.", impossible);
    }
  }

  private static boolean isResult(JsonNode value) {
    return value.path("statements").isArray()
        && !value.has("actor")
        && !value.has("verb")
        && !value.has("object");
  }

  private void times(ObjectNode statement) {
    stored(statement);
    String timestamp = text(statement, "timestamp");
    if (timestamp != null) {
      parts.occurredAt =
          Timestamps.micros(timestamp, "timestamp", options.zoneOfUnzonedTimestamps(), faults);
    } else if (parts.stored) {
      parts.occurredAt = parts.storedAt;
    } else {
      throw new RuleViolation(
          Reason.MISSING_TIMESTAMP, "The statement has neither timestamp nor stored.");
    }
    if (parts.occurredAt > latest) {
      throw new RuleViolation(
          Reason.FUTURE_TIMESTAMP,
          "The statement happened at " + timestamp + ", after " + options.latestPlausible() + ".");
    }
    if (parts.occurredAt < EARLIEST) {
      throw new RuleViolation(
          Reason.PAST_TIMESTAMP,
          "The statement happened at "
              + timestamp
              + ", before "
              + ScanOptions.EARLIEST_PLAUSIBLE
              + ".");
    }
  }

  private void stored(ObjectNode statement) {
    try {
      String stored = text(statement, "stored");
      if (stored != null) {
        parts.storedAt =
            Timestamps.micros(stored, "stored", options.zoneOfUnzonedTimestamps(), faults);
        parts.stored = true;
      }
    } catch (RuleViolation violation) {
      if (!statement.has("timestamp") || !faults.tolerates(HarmlessFault.STORED_INVALID)) {
        throw violation;
      }
    }
  }

  private static String text(ObjectNode statement, String name) {
    JsonNode value = statement.get(name);
    if (value == null) {
      return null;
    }
    if (!value.isTextual()) {
      throw new RuleViolation(Reason.INVALID_TIMESTAMP, name, "a string", value);
    }
    return value.textValue();
  }

  private void durations(JsonNode statement) {
    JsonNode duration = statement.path("result").path("duration");
    if (duration.isTextual() && Durations.seconds(duration.textValue()) == null) {
      faults.note(HarmlessFault.DURATION_NOT_CONVERTIBLE);
    }
  }

  /** Bounds that no timestamp reaches are as good as none. */
  private static long micros(Instant instant) {
    try {
      return Math.addExact(
          Math.multiplyExact(instant.getEpochSecond(), MICROS), instant.getNano() / 1_000);
    } catch (ArithmeticException beyond) {
      return instant.getEpochSecond() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
  }
}

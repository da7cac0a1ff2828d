package vn.chuyencan.xapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import vn.chuyencan.xapi.rules.Reason;
import vn.chuyencan.xapi.source.Layouts;
import vn.chuyencan.xapi.source.RecordReader;
import vn.chuyencan.xapi.vocabulary.Action;
import vn.chuyencan.xapi.vocabulary.ActivityKind;
import vn.chuyencan.xapi.vocabulary.Origin;

/** Reads statements from bytes. Not safe for use by two threads; good for many splits. */
public final class StatementScanner {
  private final ScanOptions options;
  private final ActorKeys actorKeys;
  private final ObjectMapper json = new ObjectMapper();
  private final StatementRecord record = new StatementRecord();

  /** A scanner with these options. */
  public StatementScanner(ScanOptions options) {
    this.options = options;
    this.actorKeys = new ActorKeys(options.actorSecret());
  }

  /**
   * Scans a split and tells the sink what it finds, in the order of the file.
   *
   * @return what was counted in this split
   * @throws IOException if the source cannot be read; never because of its content
   */
  public ScanCounts scan(InputSplit split, Configuration configuration, StatementSink sink)
      throws IOException {
    Path path = new Path(split.path());
    long accepted = 0;
    long rejected = 0;
    try (RecordReader reader =
        split.isWholeFile()
            ? Layouts.open(path.getFileSystem(configuration), path, options.lineLimit())
            : Layouts.openRange(
                path.getFileSystem(configuration),
                path,
                split.start(),
                split.end(),
                options.lineLimit())) {
      while (reader.next()) {
        String text =
            new String(reader.buffer(), reader.from(), reader.length(), StandardCharsets.UTF_8);
        try {
          fill(json.readTree(text), sink);
          record.fileId = split.fileId();
          record.fileOffset = reader.offset();
          sink.accepted(record);
          accepted++;
        } catch (JsonProcessingException | DateTimeException broken) {
          sink.rejected(
              new RejectedStatement(
                  Reason.MALFORMED_JSON,
                  broken.getMessage(),
                  split.path(),
                  split.fileId(),
                  reader.offset(),
                  text));
          rejected++;
        }
      }
    }
    return new ScanCounts(accepted + rejected, accepted, rejected, 0, Map.of());
  }

  private void fill(JsonNode statement, StatementSink sink) {
    record.clear();
    UUID id =
        statement.has("id")
            ? UUID.fromString(statement.path("id").asText())
            : UUID.nameUUIDFromBytes(statement.toString().getBytes(StandardCharsets.UTF_8));
    record.eventIdHigh = id.getMostSignificantBits();
    record.eventIdLow = id.getLeastSignificantBits();
    record.contentHash = Keys.of(statement.toString());
    record.occurredAt =
        ChronoUnit.MICROS.between(
            Instant.EPOCH, OffsetDateTime.parse(statement.path("timestamp").asText()).toInstant());
    JsonNode account = statement.path("actor").path("account");
    ActorIdentity identity =
        new ActorIdentity(
            "account",
            account.path("homePage").asText(),
            account.path("name").asText(),
            statement.path("actor").path("name").asText(null));
    record.actorKey = actorKeys.of(identity.canonical());
    sink.actor(record.actorKey, identity);
    String verb = statement.path("verb").path("id").asText();
    record.verbKey = Keys.of(verb);
    record.action = Action.OTHER;
    record.activityKind = ActivityKind.OTHER;
    record.origin = Origin.STATEMENT;
    sink.verb(record.verbKey, new VerbDescription(verb, Action.OTHER, false, null));
    String object = statement.path("object").path("id").asText();
    record.activity.set(Keys.of(object));
    sink.activity(
        record.activity.value(), new ActivityDescription(object, null, ActivityKind.OTHER, null));
  }
}

package vn.chuyencan.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import vn.chuyencan.xapi.ActivityDescription;
import vn.chuyencan.xapi.ActorIdentity;
import vn.chuyencan.xapi.InputSplit;
import vn.chuyencan.xapi.InputSplits;
import vn.chuyencan.xapi.RejectedStatement;
import vn.chuyencan.xapi.ScanMode;
import vn.chuyencan.xapi.ScanOptions;
import vn.chuyencan.xapi.StatementRecord;
import vn.chuyencan.xapi.StatementScanner;
import vn.chuyencan.xapi.StatementSink;
import vn.chuyencan.xapi.VerbDescription;

/** The event ids of single statements, each read for itself. */
public final class StatementIds implements StatementSink {
  private static final byte[] SECRET = {1, 2, 3};

  private final List<String> ids = new ArrayList<>();

  private StatementIds() {}

  /** The ids in the order of the statements; a statement that is refused fails. */
  public static List<String> of(List<byte[]> statements) {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    for (byte[] statement : statements) {
      lines.writeBytes(statement);
      lines.write('\n');
    }
    StatementIds sink = new StatementIds();
    try {
      Path file = Files.createTempFile("statements", ".ndjson");
      try {
        Files.write(file, lines.toByteArray());
        Configuration hadoop = new Configuration();
        StatementScanner scanner =
            new StatementScanner(
                ScanOptions.of(ScanMode.LENIENT, SECRET, Instant.parse("2100-01-01T00:00:00Z")));
        for (InputSplit split : InputSplits.plan(hadoop, file.toString(), Long.MAX_VALUE)) {
          scanner.scan(split, hadoop, sink);
        }
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sink.ids;
  }

  @Override
  public void accepted(StatementRecord record) {
    ids.add(new UUID(record.eventIdHigh(), record.eventIdLow()).toString());
  }

  @Override
  public void rejected(RejectedStatement rejected) {
    throw new AssertionError(rejected.message());
  }

  @Override
  public void outOfScope(StatementRecord record) {
    throw new AssertionError("no statement is out of scope");
  }

  @Override
  public void actor(long key, ActorIdentity identity) {
    // Only ids are asked for.
  }

  @Override
  public void activity(long key, ActivityDescription description) {
    // Only ids are asked for.
  }

  @Override
  public void verb(long key, VerbDescription description) {
    // Only ids are asked for.
  }
}

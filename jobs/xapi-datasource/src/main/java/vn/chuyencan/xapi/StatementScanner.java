package vn.chuyencan.xapi;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import vn.chuyencan.xapi.rules.HarmlessFault;
import vn.chuyencan.xapi.rules.Reason;
import vn.chuyencan.xapi.rules.RuleViolation;
import vn.chuyencan.xapi.source.DocumentReader;
import vn.chuyencan.xapi.source.Layouts;
import vn.chuyencan.xapi.source.RecordReader;

/**
 * Reads statements from bytes: NDJSON, JSON lists and StatementResult objects, plain or gzip. One
 * scanner may scan any number of splits one after another and then knows the keys it has met; it is
 * not safe for use by two threads.
 */
public final class StatementScanner {
  private final ScanOptions options;
  private final StatementParser parser;
  private final StatementRecord record = new StatementRecord();
  private final Map<HarmlessFault, Long> faults = new EnumMap<>(HarmlessFault.class);
  private long accepted;
  private long rejected;
  private long outOfScope;

  /** A scanner with these options. */
  public StatementScanner(ScanOptions options) {
    this.options = options;
    this.parser = new StatementParser(options);
  }

  /**
   * Scans a split and tells the sink what it finds, in the order of the file.
   *
   * @return what was counted in this split
   * @throws IOException if the source cannot be read; never because of its content
   */
  public ScanCounts scan(InputSplit split, Configuration configuration, StatementSink sink)
      throws IOException {
    faults.clear();
    accepted = 0;
    rejected = 0;
    outOfScope = 0;
    Path path = new Path(split.path());
    FileSystem files = path.getFileSystem(configuration);
    try (RecordReader reader = open(split, files, path)) {
      while (reader.next()) {
        record(reader, split, sink);
      }
    }
    Map<String, Long> counted = new TreeMap<>();
    faults.forEach((fault, records) -> counted.put(fault.name(), records));
    return new ScanCounts(
        accepted + rejected + outOfScope, accepted, rejected, outOfScope, counted);
  }

  private RecordReader open(InputSplit split, FileSystem files, Path path) throws IOException {
    return split.isWholeFile()
        ? Layouts.open(files, path, options.lineLimit())
        : Layouts.openRange(files, path, split.start(), split.end(), options.lineLimit());
  }

  private void record(RecordReader reader, InputSplit split, StatementSink sink)
      throws IOException {
    switch (reader.ending()) {
      case WHOLE -> whole(reader, split, sink);
      case TOO_LONG ->
          reject(
              reader,
              split,
              sink,
              Reason.LINE_TOO_LONG,
              "The record is longer than " + options.lineLimit() + " bytes.");
      case TRUNCATED ->
          reject(
              reader,
              split,
              sink,
              Reason.SOURCE_TRUNCATED,
              "The source ends here, before the record or its list is complete.");
      case CORRUPT ->
          reject(
              reader,
              split,
              sink,
              Reason.SOURCE_CORRUPT,
              "The compressed data are damaged from here on.");
      case UNBALANCED ->
          reject(
              reader,
              split,
              sink,
              Reason.MALFORMED_JSON,
              "The brackets do not match; the rest of the source cannot be told apart.");
    }
  }

  private void whole(RecordReader reader, InputSplit split, StatementSink sink) throws IOException {
    StatementParser.Outcome outcome;
    try {
      outcome = parser.parse(reader, split, record, sink);
    } catch (RuleViolation violation) {
      reject(reader, split, sink, violation.reason(), violation.getMessage());
      return;
    }
    switch (outcome) {
      case ACCEPTED -> {
        accepted++;
        countFaults();
        sink.accepted(record);
      }
      case OUT_OF_SCOPE -> {
        outOfScope++;
        countFaults();
        sink.outOfScope(record);
      }
      case LIST -> list(reader, split, sink);
    }
  }

  /** A line that holds a list or a StatementResult. */
  private void list(RecordReader line, InputSplit split, StatementSink sink) throws IOException {
    ByteArrayInputStream bytes =
        new ByteArrayInputStream(line.buffer(), line.from(), line.length());
    try (RecordReader entries = new DocumentReader(bytes, line.offset(), options.lineLimit())) {
      while (entries.next()) {
        record(entries, split, sink);
      }
    }
  }

  private void countFaults() {
    for (HarmlessFault fault : parser.faults()) {
      faults.merge(fault, 1L, Long::sum);
    }
  }

  private void reject(
      RecordReader reader, InputSplit split, StatementSink sink, Reason reason, String message) {
    rejected++;
    sink.rejected(
        new RejectedStatement(
            reason, message, split.path(), split.fileId(), reader.offset(), RecordText.of(reader)));
  }
}

package vn.chuyencan.xapi;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import vn.chuyencan.xapi.rules.HarmlessFault;
import vn.chuyencan.xapi.rules.Reason;
import vn.chuyencan.xapi.rules.RuleViolation;
import vn.chuyencan.xapi.source.DocumentReader;
import vn.chuyencan.xapi.source.RecordReader;

/** A scan of one split that goes on step by step. Not safe for use by two threads. */
public final class ScanCursor implements Closeable {
  private final RecordReader reader;
  private final InputSplit split;
  private final int lineLimit;
  private final StatementParser parser;
  private final StatementRecord record;
  private final Map<HarmlessFault, Long> faults = new EnumMap<>(HarmlessFault.class);
  private long accepted;
  private long rejected;
  private long outOfScope;

  ScanCursor(
      RecordReader reader,
      InputSplit split,
      int lineLimit,
      StatementParser parser,
      StatementRecord record) {
    this.reader = reader;
    this.split = split;
    this.lineLimit = lineLimit;
    this.parser = parser;
    this.record = record;
  }

  /**
   * Goes on by one line, or one entry of a document, and tells the sink what it holds: usually one
   * record, more when a line holds a list, none when that list is empty.
   *
   * @return false when there is nothing left, and nothing was told
   * @throws IOException if the source cannot be read; never because of its content
   */
  public boolean advance(StatementSink sink) throws IOException {
    if (!reader.next()) {
      return false;
    }
    record(reader, sink);
    return true;
  }

  /** What was counted so far. */
  public ScanCounts counts() {
    Map<String, Long> counted = new TreeMap<>();
    faults.forEach((fault, records) -> counted.put(fault.name(), records));
    return new ScanCounts(
        accepted + rejected + outOfScope, accepted, rejected, outOfScope, counted);
  }

  private void record(RecordReader source, StatementSink sink) throws IOException {
    BrokenRecord broken = BrokenRecord.of(source.ending(), lineLimit);
    if (broken == null) {
      whole(source, sink);
    } else {
      reject(source, sink, broken.reason(), broken.message());
    }
  }

  private void whole(RecordReader source, StatementSink sink) throws IOException {
    StatementParser.Outcome outcome;
    try {
      outcome = parser.parse(source, split, record, sink);
    } catch (RuleViolation violation) {
      reject(source, sink, violation.reason(), violation.getMessage());
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
      case LIST -> list(source, sink);
    }
  }

  /** A line that holds a list or a StatementResult. */
  private void list(RecordReader line, StatementSink sink) throws IOException {
    ByteArrayInputStream bytes =
        new ByteArrayInputStream(line.buffer(), line.from(), line.length());
    try (RecordReader entries = new DocumentReader(bytes, line.offset(), lineLimit)) {
      while (entries.next()) {
        record(entries, sink);
      }
    }
  }

  private void countFaults() {
    for (HarmlessFault fault : parser.faults()) {
      faults.merge(fault, 1L, Long::sum);
    }
  }

  private void reject(RecordReader source, StatementSink sink, Reason reason, String message) {
    rejected++;
    sink.rejected(
        new RejectedStatement(
            reason, message, split.path(), split.fileId(), source.offset(), RecordText.of(source)));
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}

package vn.chuyencan.xapi;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
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

  /** A scanner with these options. */
  public StatementScanner(ScanOptions options) {
    this(options, true);
  }

  /**
   * A scanner that can do without the fast path, so that tests may compare.
   *
   * @param fastToo whether statements may take the fast path, which changes no result
   */
  StatementScanner(ScanOptions options, boolean fastToo) {
    this.options = options;
    this.parser = new StatementParser(options, fastToo);
  }

  /** How many records took the fast path. */
  long fastRecords() {
    return parser.fastRecords();
  }

  /** From now on another sink listens: it is told anew who the actors are, and what the rest is. */
  public void tellAgain() {
    parser.tellAgain();
  }

  /**
   * Scans a split and tells the sink what it finds, in the order of the file.
   *
   * @return what was counted in this split
   * @throws IOException if the source cannot be read; never because of its content
   */
  public ScanCounts scan(InputSplit split, Configuration configuration, StatementSink sink)
      throws IOException {
    try (ScanCursor cursor = open(split, configuration)) {
      boolean more = true;
      while (more) {
        more = cursor.advance(sink);
      }
      return cursor.counts();
    }
  }

  /**
   * Opens a split to be scanned step by step. Only one cursor of a scanner may be in use.
   *
   * @throws IOException if the source cannot be read
   */
  public ScanCursor open(InputSplit split, Configuration configuration) throws IOException {
    Path path = new Path(split.path());
    FileSystem files = path.getFileSystem(configuration);
    RecordReader reader =
        split.isWholeFile()
            ? Layouts.open(files, path, options.lineLimit())
            : Layouts.openRange(files, path, split.start(), split.end(), options.lineLimit());
    return new ScanCursor(reader, split, options.lineLimit(), parser, record);
  }
}

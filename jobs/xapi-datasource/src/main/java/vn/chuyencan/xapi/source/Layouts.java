package vn.chuyencan.xapi.source;

import java.io.IOException;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Recognises by its content how a file holds its statements, and opens it. */
public final class Layouts {
  private Layouts() {}

  /**
   * Whether a file is uncompressed NDJSON, which may be cut at line ends.
   *
   * @throws IOException if it cannot be read
   */
  public static boolean isPlainLines(FileSystem files, Path path) throws IOException {
    try (SourceStream source = SourceStream.of(files.open(path))) {
      return !source.isCompressed() && !LayoutProbe.isDocument(source.head());
    }
  }

  /**
   * The records of a whole file.
   *
   * @param limit longest record in bytes
   * @throws IOException if it cannot be read
   */
  public static RecordReader open(FileSystem files, Path path, int limit) throws IOException {
    SourceStream source = SourceStream.of(files.open(path));
    return LayoutProbe.isDocument(source.head())
        ? new DocumentReader(source, 0, limit)
        : new LineReader(source, 0, Long.MAX_VALUE, limit);
  }

  /**
   * The lines of a whole file, plain or gzip, whatever they hold.
   *
   * @param limit longest line in bytes
   * @throws IOException if it cannot be read
   */
  public static RecordReader openLines(FileSystem files, Path path, int limit) throws IOException {
    return new LineReader(SourceStream.of(files.open(path)), 0, Long.MAX_VALUE, limit);
  }

  /**
   * The records of plain NDJSON that start in a range of its bytes.
   *
   * @param start first byte of the range
   * @param end the first byte after it
   * @param limit longest record in bytes
   * @throws IOException if it cannot be read
   */
  public static RecordReader openRange(FileSystem files, Path path, long start, long end, int limit)
      throws IOException {
    FSDataInputStream in = files.open(path);
    if (start > 0) {
      in.seek(start - 1);
    }
    return new LineReader(in, start, end, limit);
  }
}

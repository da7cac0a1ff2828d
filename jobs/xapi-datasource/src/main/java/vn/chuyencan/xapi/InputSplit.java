package vn.chuyencan.xapi;

import java.io.Serializable;
import java.util.Comparator;
import java.util.Objects;

/**
 * A range of bytes of one file that one task scans. A range that is not the whole file belongs to
 * plain NDJSON and owns the lines that start in it.
 *
 * @param path the file, fully qualified
 * @param fileId first 64 bits of SHA-256 of the path
 * @param fileLength length of the file in bytes, as stored (compressed or not)
 * @param modifiedAtMillis when the file was last modified, milliseconds since the epoch, UTC
 * @param start first byte of the range
 * @param length bytes in the range
 */
public record InputSplit(
    String path, long fileId, long fileLength, long modifiedAtMillis, long start, long length)
    implements Serializable, Comparable<InputSplit> {

  private static final Comparator<InputSplit> BY_PATH_AND_OFFSET =
      Comparator.comparing(InputSplit::path)
          .thenComparingLong(InputSplit::start)
          .thenComparingLong(InputSplit::length)
          .thenComparingLong(InputSplit::fileLength)
          .thenComparingLong(InputSplit::modifiedAtMillis)
          .thenComparingLong(InputSplit::fileId);

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if the range does not lie in the file
   */
  public InputSplit {
    Objects.requireNonNull(path, "path");
    if (start < 0 || length < 0 || start + length > fileLength) {
      throw new IllegalArgumentException(
          "The range " + start + "+" + length + " does not lie in " + path + ": " + fileLength);
    }
  }

  /** The id of a file, or of whatever else is named by a text that nothing else has. */
  public static long idOf(String path) {
    return Keys.of(path);
  }

  /** The byte after the last one of the range. */
  public long end() {
    return start + length;
  }

  /** Whether the range is the whole file. */
  public boolean isWholeFile() {
    return start == 0 && length == fileLength;
  }

  /** By path, then by offset. */
  @Override
  public int compareTo(InputSplit other) {
    return BY_PATH_AND_OFFSET.compare(this, other);
  }
}

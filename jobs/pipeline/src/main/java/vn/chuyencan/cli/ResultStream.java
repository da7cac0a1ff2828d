package vn.chuyencan.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/**
 * Standard output, of which it is remembered that something could not be written: a print stream
 * tells nobody, and a result that is cut off must not look like one that is whole.
 */
final class ResultStream extends OutputStream {
  /** How the system says that whoever reads has read enough, as {@code head} does. */
  private static final String NOBODY_READS = "Broken pipe";

  private final OutputStream out;
  private IOException failure;

  ResultStream(OutputStream out) {
    this.out = out;
  }

  /** What kept results from being written; empty where nothing did, or nobody wanted the rest. */
  Optional<IOException> failure() {
    return Optional.ofNullable(failure).filter(one -> !NOBODY_READS.equals(one.getMessage()));
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] some, int from, int length) throws IOException {
    try {
      out.write(some, from, length);
    } catch (IOException unwritten) {
      failure = failure == null ? unwritten : failure;
      throw unwritten;
    }
  }
}

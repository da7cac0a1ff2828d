package vn.chuyencan.xapi.source;

import java.io.Closeable;
import java.io.IOException;

/**
 * Cuts a source into the bytes of its records, in order. The accessors speak of the record on which
 * the last call of {@link #next} stopped and are valid until the next one.
 */
public interface RecordReader extends Closeable {

  /** How a record ends. */
  enum Ending {
    /** All its bytes are there. */
    WHOLE,
    /** It is longer than the limit; only its beginning is there. */
    TOO_LONG,
    /** The source ends before it does. */
    TRUNCATED,
    /** The compressed data break off damaged before it does. */
    CORRUPT,
    /** Its brackets do not match, so neither it nor what follows can be told apart. */
    UNBALANCED
  }

  /**
   * Goes to the next record.
   *
   * @return false when there is none
   * @throws IOException if the source cannot be read; never because of its content
   */
  boolean next() throws IOException;

  /** A buffer that holds the record's bytes among others. */
  byte[] buffer();

  /** Where the record begins in the buffer. */
  int from();

  /** Bytes of the record in the buffer. */
  int length();

  /** Offset of the record's first byte in the uncompressed source. */
  long offset();

  /** How the record ends. */
  Ending ending();
}

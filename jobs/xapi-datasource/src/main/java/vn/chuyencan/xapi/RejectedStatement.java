package vn.chuyencan.xapi;

import java.io.Serializable;
import vn.chuyencan.xapi.rules.Reason;

/**
 * A record that was not accepted.
 *
 * @param reason why, from the closed list
 * @param message what exactly, in English, with the place in the statement and the value
 * @param path the file
 * @param fileId the file's id, as in its {@link InputSplit}
 * @param fileOffset offset of the record's first byte in the uncompressed content
 * @param text the record's text, cut after {@value #TEXT_LIMIT} characters; broken bytes are
 *     replaced by U+FFFD
 */
public record RejectedStatement(
    Reason reason, String message, String path, long fileId, long fileOffset, String text)
    implements Serializable {

  /** Characters of a rejected record's text that are kept: 65,536. */
  public static final int TEXT_LIMIT = 65_536;
}

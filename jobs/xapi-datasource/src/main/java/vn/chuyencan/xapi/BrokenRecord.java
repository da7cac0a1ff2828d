package vn.chuyencan.xapi;

import vn.chuyencan.xapi.rules.Reason;
import vn.chuyencan.xapi.source.RecordReader;

/**
 * Why a record whose end is missing or not found cannot be taken.
 *
 * @param reason from the closed list
 * @param message what exactly, in English
 */
public record BrokenRecord(Reason reason, String message) {

  /**
   * What the ending of a record says against it.
   *
   * @param ending how the record ends
   * @param limit longest record in bytes
   * @return null when it is whole
   */
  public static BrokenRecord of(RecordReader.Ending ending, int limit) {
    return switch (ending) {
      case WHOLE -> null;
      case TOO_LONG ->
          new BrokenRecord(Reason.LINE_TOO_LONG, "The record is longer than " + limit + " bytes.");
      case TRUNCATED ->
          new BrokenRecord(
              Reason.SOURCE_TRUNCATED,
              "The source ends here, before the record or its list is complete.");
      case CORRUPT ->
          new BrokenRecord(Reason.SOURCE_CORRUPT, "The compressed data are damaged from here on.");
      case UNBALANCED ->
          new BrokenRecord(
              Reason.MALFORMED_JSON,
              "The brackets do not match; the rest of the source cannot be told apart.");
    };
  }
}

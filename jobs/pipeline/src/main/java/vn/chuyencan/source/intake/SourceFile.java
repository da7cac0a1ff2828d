package vn.chuyencan.source.intake;

import java.time.Instant;
import vn.chuyencan.model.Tombstones;
import vn.chuyencan.xapi.InputSplit;

/**
 * A file, table or page that a batch was read from: a row of {@code source_file}.
 *
 * @param fileId first 64 bits of SHA-256 of the path
 * @param path the file, fully qualified, or the source and its table
 * @param sizeBytes its length as stored; of a table, its last row's id
 * @param modifiedAt when it was last modified; of a table, when it was read
 */
public record SourceFile(long fileId, String path, long sizeBytes, Instant modifiedAt) {

  /** The file of a split. */
  public static SourceFile of(InputSplit split) {
    return new SourceFile(
        split.fileId(),
        split.path(),
        split.fileLength(),
        Instant.ofEpochMilli(split.modifiedAtMillis()));
  }

  /** The same, its path without the identifiers of erased persons: folders are called by them. */
  SourceFile without(Tombstones erased) {
    return new SourceFile(fileId, erased.blotted(path), sizeBytes, modifiedAt);
  }
}

package vn.chuyencan.report;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the files of a publication are made of, so that the next can copy what did not change. It
 * lies beside the manifest in a hidden file, is no part of any digest, and may be missing: then
 * everything is made anew.
 *
 * @param format {@link #FORMAT}
 * @param codeVersion the version that published
 * @param mark whether the CSV files begin with a byte order mark
 * @param parts {@link TableParts#digest}
 * @param tables by the name of the file
 */
record SegmentIndex(
    int format, String codeVersion, CsvMark mark, String parts, Map<String, Table> tables) {
  /**
   * To be raised with every change of what the bytes of a CSV or a row group look like for the same
   * rows, so that no publication mixes two forms.
   */
  static final int FORMAT = 3;

  /** Its name within a publication. */
  static final String FILE = ".segments.json";

  /**
   * A published table, or a part of one.
   *
   * @param contract digest of everything in the contract that the files depend on
   * @param revision {@link TableSource#revision}
   * @param cutColumn the column of {@link TableSource#cut}; empty if nothing was left out
   * @param rows how many
   * @param digest SHA-256 of the CSV without a byte order mark
   * @param csv its CSV file
   * @param parquet its Parquet file
   * @param segments in the files' order
   * @param groups what the Parquet file's row groups hold, in its order
   */
  record Table(
      String contract,
      String revision,
      String cutColumn,
      long rows,
      String digest,
      FileBytes csv,
      FileBytes parquet,
      List<Entry> segments,
      List<Group> groups) {}

  /**
   * A segment. Its records and rows follow those of the segment before it.
   *
   * @param key of the segment
   * @param fingerprint of the segment
   * @param validity the last days for which the cut leaves out the same rows
   * @param rows how many it has
   * @param csvBytes length of its records
   */
  @JsonFormat(shape = JsonFormat.Shape.ARRAY)
  @JsonPropertyOrder({"key", "fingerprint", "validity", "rows", "csvBytes"})
  record Entry(String key, String fingerprint, Validity validity, long rows, long csvBytes) {}

  /**
   * Segments that share row groups.
   *
   * @param segments how many, the next of the table's
   * @param rowGroups how many, the next of the file's
   */
  @JsonFormat(shape = JsonFormat.Shape.ARRAY)
  @JsonPropertyOrder({"segments", "rowGroups"})
  record Group(int segments, int rowGroups) {}

  void write(Path publication) throws IOException {
    SealedJson.write(publication.resolve(FILE), this);
  }

  /** The index of a publication; empty if there is none, or none that this code understands. */
  static Optional<SegmentIndex> read(Path publication) {
    return SealedJson.read(publication.resolve(FILE), SegmentIndex.class)
        .filter(index -> index.format == FORMAT);
  }

  SegmentIndex {
    tables = new TreeMap<>(tables);
  }
}

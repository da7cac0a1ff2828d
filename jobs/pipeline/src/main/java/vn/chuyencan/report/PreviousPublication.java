package vn.chuyencan.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.chuyencan.table.TableContract;

/**
 * The latest publication as a place to copy from. It may be anything: made by another version, in
 * another form, damaged, gone; then there is nothing to copy, and that is never an error.
 */
final class PreviousPublication {
  /** Nothing to copy from. */
  static final PreviousPublication NONE = new PreviousPublication(null, null);

  private final Path folder;
  private final SegmentIndex index;

  private PreviousPublication(Path folder, SegmentIndex index) {
    this.folder = folder;
    this.index = index;
  }

  /**
   * The latest publication of the directory, if that code with that mark made it.
   *
   * @param codeVersion rows of one state of the lake may look different in another version
   */
  static PreviousPublication find(Path published, String codeVersion, CsvMark mark) {
    try {
      Optional<Path> latest = LatestPublication.find(published);
      if (latest.isEmpty()) {
        return NONE;
      }
      return SegmentIndex.read(latest.get())
          .filter(index -> index.codeVersion().equals(codeVersion) && index.mark() == mark)
          .map(index -> new PreviousPublication(latest.get(), index))
          .orElse(NONE);
    } catch (IOException unreadable) {
      return NONE;
    }
  }

  /**
   * What it holds of a table, by part, if the table's contract and cut are those of then and no
   * part is gone. To be changed by the caller.
   */
  SortedMap<String, PreviousTable> parts(TableContract contract, Optional<Cut> cut) {
    SortedMap<String, PreviousTable> parts = new TreeMap<>();
    if (index == null) {
      return parts;
    }
    for (Map.Entry<String, SegmentIndex.Table> entry : index.tables().entrySet()) {
      SegmentIndex.Table table = entry.getValue();
      if (TableFile.table(entry.getKey()).equals(contract.name())
          && table.contract().equals(ContractDigest.of(contract))
          && table.cutColumn().equals(cut.map(Cut::column).orElse(""))) {
        TableFile file = TableFile.named(contract, entry.getKey());
        Optional<PreviousTable> part = PreviousTable.open(folder, file, index.mark(), table);
        if (part.isEmpty()) {
          return new TreeMap<>();
        }
        parts.put(file.part(), part.get());
      }
    }
    return parts;
  }

  /** Whether its tables were divided so. */
  boolean isDividedBy(TableParts parts) {
    return index != null && index.parts().equals(parts.digest());
  }
}

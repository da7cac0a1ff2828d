package vn.chuyencan.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
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

  /** What it holds of a table, if the table's contract and cut are those of then. */
  Optional<PreviousTable> table(TableContract contract, Optional<Cut> cut) {
    if (index == null) {
      return Optional.empty();
    }
    SegmentIndex.Table table = index.tables().get(contract.name());
    if (table == null
        || !table.contract().equals(ContractDigest.of(contract))
        || !table.cutColumn().equals(cut.map(Cut::column).orElse(""))) {
      return Optional.empty();
    }
    return PreviousTable.open(folder, contract, index.mark(), table);
  }
}

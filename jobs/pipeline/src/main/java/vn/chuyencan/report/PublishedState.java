package vn.chuyencan.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import vn.chuyencan.table.Lake;

/** Whether the latest publication shows a table as the lake holds it. */
public final class PublishedState {

  private PublishedState() {}

  /**
   * The run that published a table as the last commit left it.
   *
   * @param published the publication directory
   * @return empty if there is no publication, it shows another state, or it does not tell
   */
  public static Optional<String> run(Path published, Lake lake, String table) {
    Long snapshot = lake.state().snapshots().get(table);
    if (snapshot == null) {
      return Optional.empty();
    }
    String revision = lake.table(table).uuid() + " " + snapshot;
    try {
      Optional<Path> latest = LatestPublication.find(published);
      boolean same =
          latest
              .flatMap(SegmentIndex::read)
              .map(index -> index.tables().get(table))
              .filter(shown -> shown.revision().equals(revision))
              .isPresent();
      return same ? Optional.of(ManifestFile.read(latest.get()).runId()) : Optional.empty();
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }
}

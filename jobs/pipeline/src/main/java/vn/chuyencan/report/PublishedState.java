package vn.chuyencan.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
              .filter(index -> shows(index, table, revision))
              .isPresent();
      return same ? Optional.of(ManifestFile.read(latest.get()).runId()) : Optional.empty();
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  private static boolean shows(SegmentIndex index, String table, String revision) {
    List<SegmentIndex.Table> shown =
        index.tables().entrySet().stream()
            .filter(file -> TableFile.table(file.getKey()).equals(table))
            .map(Map.Entry::getValue)
            .toList();
    return !shown.isEmpty() && shown.stream().allMatch(file -> file.revision().equals(revision));
  }
}

package vn.chuyencan.table;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.iceberg.ContentFile;
import org.apache.iceberg.ManifestFile;
import org.apache.iceberg.ManifestFiles;
import org.apache.iceberg.ManifestReader;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;

/**
 * What lies in a table's folder and is no part of its current snapshot: earlier snapshots, and
 * files of runs that died.
 */
final class TablePast {
  private final Table table;
  private final Configuration hadoop;

  TablePast(Table table, Configuration hadoop) {
    this.table = table;
    this.hadoop = hadoop;
  }

  /**
   * Deletes it.
   *
   * @param now snapshots from before go, all but the current one
   */
  void forget(long now) throws IOException {
    Snapshot current = table.currentSnapshot();
    if (current == null) {
      sweep(Set.of());
      return;
    }
    Set<Long> others = new HashSet<>();
    table.snapshots().forEach(snapshot -> others.add(snapshot.snapshotId()));
    others.remove(current.snapshotId());
    if (!others.isEmpty()) {
      table.expireSnapshots().expireOlderThan(now).retainLast(1).commit();
      table.refresh();
    }
    sweep(reachable(table.currentSnapshot()));
  }

  private Set<String> reachable(Snapshot snapshot) throws IOException {
    Set<String> files = new HashSet<>();
    files.add(TablePlace.within(table, snapshot.manifestListLocation()));
    for (ManifestFile manifest : snapshot.allManifests(table.io())) {
      files.add(TablePlace.within(table, manifest.path()));
    }
    for (ManifestFile manifest : snapshot.dataManifests(table.io())) {
      add(files, ManifestFiles.read(manifest, table.io(), table.specs()));
    }
    for (ManifestFile manifest : snapshot.deleteManifests(table.io())) {
      add(files, ManifestFiles.readDeleteManifest(manifest, table.io(), table.specs()));
    }
    return files;
  }

  private <F extends ContentFile<F>> void add(Set<String> files, ManifestReader<F> manifest)
      throws IOException {
    try (manifest) {
      manifest.forEach(file -> files.add(TablePlace.within(table, file.location())));
    }
  }

  private void sweep(Set<String> reachable) throws IOException {
    Path root = new Path(table.location());
    FileSystem files = root.getFileSystem(hadoop);
    for (String folder : List.of("data", "metadata")) {
      // A table that never had a row has no folder for data.
      for (FileStatus one : FilesBeneath.of(files, new Path(root, folder))) {
        Path file = one.getPath();
        if (!isOfTheCatalog(file.getName())
            && !reachable.contains(TablePlace.within(table, file.toString()))) {
          files.delete(file, false);
        }
      }
    }
  }

  /** The catalog's own files tell no row. */
  private static boolean isOfTheCatalog(String name) {
    return name.endsWith(".metadata.json") || name.startsWith("version-hint");
  }
}

package vn.chuyencan.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.iceberg.ContentFile;
import org.apache.iceberg.ExpireSnapshots;
import org.apache.iceberg.ManifestContent;
import org.apache.iceberg.ManifestFile;
import org.apache.iceberg.ManifestFiles;
import org.apache.iceberg.ManifestReader;
import org.apache.iceberg.ReachableFileUtil;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.CloseableIterator;
import org.apache.iceberg.util.SnapshotUtil;

/**
 * Removes what a run that died wrote into tables and no table names: data files that were never
 * committed, those of snapshots that were taken back, half-made metadata. Only files that are not
 * older than the dead run are looked at, so that the work grows with that run and not with the
 * history, and nobody else's old files are touched.
 */
final class LakeSweep {
  private final Configuration hadoop;
  private final long since;

  /**
   * @param since when the dead run began, in milliseconds, as the file system of the tables tells
   *     the time of a file that was made then
   */
  LakeSweep(Configuration hadoop, long since) {
    this.hadoop = hadoop;
    this.since = since;
  }

  /** Sweeps a table that was taken back already. */
  void sweep(Table table) throws IOException {
    forgetStrays(table);
    Map<String, Path> candidates = new HashMap<>();
    for (Path file : candidates(new Path(table.location()))) {
      candidates.put(TablePlace.within(table, file.toString()), file);
    }
    if (!candidates.isEmpty()) {
      candidates.keySet().removeAll(named(table, candidates.keySet()));
      delete(candidates.values());
    }
  }

  /** Removes all that was made of a table that died before it was one. */
  void sweepHalfMade(Path location) throws IOException {
    delete(candidates(location));
  }

  private void delete(Collection<Path> files) throws IOException {
    for (Path file : files) {
      file.getFileSystem(hadoop).delete(file, false);
    }
  }

  /** Snapshots that do not lead to the current one belong to no night. */
  private static void forgetStrays(Table table) {
    forgetAllBut(table, new HashSet<>(SnapshotUtil.currentAncestorIds(table)));
  }

  /** Of a table that had to be emptied: what it held before was never committed. */
  static void forgetBeforeCurrent(Table table) {
    forgetAllBut(table, Set.of(table.currentSnapshot().snapshotId()));
  }

  private static void forgetAllBut(Table table, Set<Long> line) {
    Set<Long> strays = new TreeSet<>();
    for (Snapshot snapshot : table.snapshots()) {
      if (!line.contains(snapshot.snapshotId())) {
        strays.add(snapshot.snapshotId());
      }
    }
    if (!strays.isEmpty()) {
      ExpireSnapshots expiry =
          table.expireSnapshots().cleanupLevel(ExpireSnapshots.CleanupLevel.NONE);
      strays.forEach(expiry::expireSnapshotId);
      expiry.commit();
    }
  }

  /** Files beneath a place that the dead run may have made. */
  private List<Path> candidates(Path location) throws IOException {
    List<Path> candidates = new ArrayList<>();
    for (FileStatus file : FilesBeneath.of(location.getFileSystem(hadoop), location)) {
      if (file.getModificationTime() >= since) {
        candidates.add(file.getPath());
      }
    }
    return candidates;
  }

  /** Which of the candidates the table names. What is older can only be named by older files. */
  private static Set<String> named(Table table, Set<String> candidates) throws IOException {
    Set<String> named = new HashSet<>();
    ReachableFileUtil.metadataFileLocations(table, false)
        .forEach(file -> named.add(TablePlace.within(table, file)));
    named.add(TablePlace.within(table, ReachableFileUtil.versionHintLocation(table)));
    ReachableFileUtil.statisticsFilesLocations(table)
        .forEach(file -> named.add(TablePlace.within(table, file)));
    Set<String> read = new HashSet<>();
    for (Snapshot snapshot : table.snapshots()) {
      String list = TablePlace.within(table, snapshot.manifestListLocation());
      if (!candidates.contains(list)) {
        continue;
      }
      named.add(list);
      for (ManifestFile manifest : snapshot.allManifests(table.io())) {
        String path = TablePlace.within(table, manifest.path());
        if (candidates.contains(path) && read.add(path)) {
          named.add(path);
          addFiles(table, manifest, named);
        }
      }
    }
    return named;
  }

  private static void addFiles(Table table, ManifestFile manifest, Set<String> named)
      throws IOException {
    try (ManifestReader<? extends ContentFile<?>> entries =
            manifest.content() == ManifestContent.DATA
                ? ManifestFiles.read(manifest, table.io(), table.specs())
                : ManifestFiles.readDeleteManifest(manifest, table.io(), table.specs());
        CloseableIterator<? extends ContentFile<?>> files =
            entries.select(List.of("file_path")).iterator()) {
      while (files.hasNext()) {
        named.add(TablePlace.within(table, files.next().location()));
      }
    }
  }
}

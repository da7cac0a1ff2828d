package vn.chuyencan.table;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.iceberg.AppendFiles;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.CloseableIterable;

/**
 * Brings a table that an older program kept among the others into the vault: copied there, named by
 * the lake's state, and only then deleted where it was. Whatever breaks off is done again.
 */
final class VaultMove {
  private final Catalog from;
  private final LakeCatalog vault;
  private final Catalog to;

  /**
   * @param from the catalog of what an older program left, whose files are plain
   */
  VaultMove(Catalog from, LakeCatalog vault) {
    this.from = from;
    this.vault = vault;
    this.to = vault.names();
  }

  /**
   * Copies what is not yet there.
   *
   * @param state what the lake holds
   * @return the state that names the copies; the same when there is nothing to bring
   */
  LakeState copied(LakeState state, Iterable<String> tables) throws IOException {
    Map<String, Long> snapshots = new HashMap<>(state.snapshots());
    for (String name : tables) {
      TableIdentifier table = LakeCatalog.identifier(name);
      Long pinned = snapshots.get(name);
      if (!from.tableExists(table) || pinned == null || isThere(table, pinned)) {
        continue;
      }
      if (to.tableExists(table)) {
        to.dropTable(table, true);
      }
      snapshots.put(name, copy(from.loadTable(table), table, pinned));
    }
    return snapshots.equals(state.snapshots()) ? state : state.withSnapshots(snapshots);
  }

  private boolean isThere(TableIdentifier table, long pinned) {
    return to.tableExists(table) && to.loadTable(table).snapshot(pinned) != null;
  }

  private long copy(Table old, TableIdentifier name, long pinned) throws IOException {
    to.buildTable(name, old.schema())
        .withPartitionSpec(old.spec())
        .withProperties(TableSettings.of(name.name()))
        .create();
    Table fresh = vault.load(name.name());
    AppendFiles append = fresh.newAppend();
    try (LakeWriter writer = new LakeWriter(fresh, 0, 0);
        CloseableIterable<Record> rows = IcebergGenerics.read(old).useSnapshot(pinned).build()) {
      rows.forEach(writer::write);
      for (DataFile file : writer.finish()) {
        append.appendFile(file);
      }
    }
    append.commit();
    Snapshot snapshot = fresh.currentSnapshot();
    return snapshot.snapshotId();
  }

  /** Deletes what the state no longer names where it was. */
  void deleteOld(Iterable<String> tables) {
    for (String name : tables) {
      TableIdentifier table = LakeCatalog.identifier(name);
      if (from.tableExists(table)) {
        from.dropTable(table, true);
      }
    }
  }
}

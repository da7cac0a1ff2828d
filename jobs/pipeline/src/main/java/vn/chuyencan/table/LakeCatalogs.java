package vn.chuyencan.table;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.iceberg.Table;
import org.apache.iceberg.exceptions.NoSuchTableException;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.PipelineException;

/** The tables of a lake by their names: those of the vault there, all others in the warehouse. */
final class LakeCatalogs implements Closeable {
  private final LakeCatalog warehouse;
  private final LakeCatalog vault;
  private final boolean apart;

  private LakeCatalogs(LakeCatalog warehouse, LakeCatalog vault, boolean apart) {
    this.warehouse = warehouse;
    this.vault = vault;
    this.apart = apart;
  }

  /**
   * Opens both.
   *
   * @param readOnly whether nothing may be created
   * @throws RuntimeException of Iceberg, which {@link CatalogFaults} understands
   */
  static LakeCatalogs open(LakePlace place, Vault vault, Configuration hadoop, boolean readOnly)
      throws IOException {
    LakeCatalog tables = LakeCatalog.open(place.catalog(), hadoop, place.warehouse(), readOnly);
    if (!readOnly) {
      vault.make();
    }
    LakeCatalog apart = LakeCatalog.open(place.catalog(), hadoop, place.vault(), readOnly);
    return new LakeCatalogs(
        tables, apart, !new Path(place.vault()).equals(new Path(place.warehouse())));
  }

  private LakeCatalog of(String table) {
    if (!Tables.isInVault(table)) {
      return warehouse;
    }
    // Until the first writer of this program brings it into the vault.
    return apart && !vault.has(table) && warehouse.has(table) ? warehouse : vault;
  }

  /** Whether there is a table. */
  boolean has(String table) {
    return of(table).has(table);
  }

  /** All tables; of one that was made half, the folder may be listed too. */
  List<String> tables() {
    return Stream.concat(
            warehouse.tables().stream().filter(table -> !Tables.isInVault(table)),
            vault.tables().stream().filter(Tables::isInVault))
        .sorted()
        .toList();
  }

  /**
   * A table.
   *
   * @throws NoSuchTableException if there is none, or only half of one
   * @throws PipelineException {@link ErrorCode#CATALOG_OF_OTHER_WAREHOUSE}
   */
  Table load(String table) {
    return of(table).load(table);
  }

  /** Makes a table from its contract. */
  Table create(String table) {
    return of(table).create(table);
  }

  /** Where the files of a table lie that is made here. */
  Path home(String table) {
    return of(table).home(table);
  }

  /** What an older program kept among the other tables; empty where it cannot have. */
  List<String> toBeBrought() {
    return apart && warehouse.isOfFolders()
        ? warehouse.tables().stream().filter(Tables::isInVault).toList()
        : List.of();
  }

  /** Whether a table of the vault still lies among the others, to be brought there. */
  boolean isToBeBrought(String table) {
    return apart && Tables.isInVault(table) && warehouse.has(table);
  }

  /** How it is brought into the vault. */
  VaultMove move() {
    return new VaultMove(warehouse.names(), vault.names());
  }

  @Override
  public void close() throws IOException {
    warehouse.close();
    vault.close();
  }
}

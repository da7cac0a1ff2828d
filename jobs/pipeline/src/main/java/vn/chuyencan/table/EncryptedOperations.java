package vn.chuyencan.table;

import org.apache.iceberg.BaseTable;
import org.apache.iceberg.HasTableOperations;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.TableOperations;
import org.apache.iceberg.encryption.EncryptingFileIO;
import org.apache.iceberg.encryption.EncryptionManager;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.io.LocationProvider;

/** What a catalog does with a table, whichever catalog it is, with the lake's encryption. */
final class EncryptedOperations implements TableOperations {
  private final TableOperations operations;
  private final EncryptionManager encryption;
  private final FileIO io;

  private EncryptedOperations(TableOperations operations, EncryptionManager encryption) {
    this.operations = operations;
    this.encryption = encryption;
    this.io = EncryptingFileIO.combine(operations.io(), encryption);
  }

  /** The table as a catalog gives it, with an encryption. */
  static Table of(Table table, EncryptionManager encryption) {
    TableOperations operations = ((HasTableOperations) table).operations();
    return new BaseTable(new EncryptedOperations(operations, encryption), table.name());
  }

  @Override
  public TableMetadata current() {
    return operations.current();
  }

  @Override
  public TableMetadata refresh() {
    return operations.refresh();
  }

  @Override
  public void commit(TableMetadata base, TableMetadata metadata) {
    operations.commit(base, metadata);
  }

  @Override
  public FileIO io() {
    return io;
  }

  @Override
  public EncryptionManager encryption() {
    return encryption;
  }

  @Override
  public String metadataFileLocation(String fileName) {
    return operations.metadataFileLocation(fileName);
  }

  @Override
  public LocationProvider locationProvider() {
    return operations.locationProvider();
  }

  @Override
  public TableOperations temp(TableMetadata uncommitted) {
    return new EncryptedOperations(operations.temp(uncommitted), encryption);
  }

  @Override
  public long newSnapshotId() {
    return operations.newSnapshotId();
  }

  @Override
  public boolean requireStrictCleanup() {
    return operations.requireStrictCleanup();
  }
}

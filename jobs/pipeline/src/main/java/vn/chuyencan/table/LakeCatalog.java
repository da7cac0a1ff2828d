package vn.chuyencan.table;

import java.io.Closeable;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.iceberg.CatalogProperties;
import org.apache.iceberg.CatalogUtil;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.SupportsNamespaces;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.NoSuchTableException;
import org.apache.iceberg.hadoop.HadoopFileIO;
import org.apache.iceberg.shaded.org.apache.parquet.hadoop.ParquetInputFormat;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;

/**
 * The catalog of one warehouse: names of tables and where the present state of each stands. It
 * hands out no table whose files lie anywhere else, for a catalog on a server may be that of
 * another warehouse.
 */
final class LakeCatalog implements Closeable {
  private static final String FOLDER = "chuyencan";
  private static final Namespace NAMESPACE = Namespace.of(FOLDER);

  private final CatalogSettings settings;
  private final Configuration hadoop;
  private final String warehouse;
  private final Catalog catalog;
  private final LakePlace place;

  private LakeCatalog(LakePlace place, Configuration hadoop, String warehouse, Catalog catalog) {
    this.place = place;
    this.settings = place.catalog();
    this.hadoop = hadoop;
    this.warehouse = warehouse;
    this.catalog = catalog;
  }

  /**
   * Opens it.
   *
   * @param place the lake's settings
   * @param warehouse where its tables lie: the lake's warehouse, or its vault
   * @param readOnly whether nothing may be created
   * @throws RuntimeException of Iceberg, which {@link CatalogFaults} understands
   */
  static LakeCatalog open(
      LakePlace place, Configuration hadoop, String warehouse, boolean readOnly) {
    TableCommit.scanAlike(warehouse);
    CatalogSettings settings = place.catalog();
    Map<String, String> properties = new HashMap<>();
    // The tables' files go by the file systems of the warehouse, with their settings.
    properties.put(CatalogProperties.FILE_IO_IMPL, HadoopFileIO.class.getName());
    if (settings.kind() != CatalogSettings.Kind.REST) {
      properties.put(CatalogProperties.WAREHOUSE_LOCATION, warehouse);
    }
    if (settings.kind() == CatalogSettings.Kind.JDBC) {
      properties.put("jdbc.init-catalog-tables", Boolean.toString(!readOnly));
    }
    properties.putAll(settings.properties());
    // Nothing else notices that a disk gives other bytes than it was given: Zstandard's frames are
    // written without a checksum, and what comes out of them is often readable.
    Configuration checking = new Configuration(hadoop);
    checking.setBoolean(ParquetInputFormat.PAGE_VERIFY_CHECKSUM_ENABLED, true);
    Catalog catalog = CatalogUtil.buildIcebergCatalog(settings.name(), properties, checking);
    LakeCatalog opened = new LakeCatalog(place, hadoop, warehouse, catalog);
    if (!readOnly) {
      opened.makeNamespace();
    }
    return opened;
  }

  private void makeNamespace() {
    SupportsNamespaces namespaces = (SupportsNamespaces) catalog;
    if (!namespaces.namespaceExists(NAMESPACE)) {
      namespaces.createNamespace(NAMESPACE);
    }
  }

  /** Whether there is a table. */
  boolean has(String table) {
    return catalog.tableExists(identifier(table));
  }

  /** All tables; of one that was made half, the folder may be listed too. */
  List<String> tables() {
    return catalog.listTables(NAMESPACE).stream().map(TableIdentifier::name).sorted().toList();
  }

  /**
   * A table.
   *
   * @throws NoSuchTableException if there is none, or only half of one
   * @throws PipelineException {@link ErrorCode#CATALOG_OF_OTHER_WAREHOUSE}, {@link
   *     ErrorCode#WAREHOUSE_MOVED}
   */
  Table load(String table) {
    Table loaded = catalog.loadTable(identifier(table));
    if (isOfFolders()) {
      requireUnmoved(table, loaded.location());
    } else if (!isHere(loaded.location())) {
      throw new PipelineException(
          Fault.of(
              ErrorCode.CATALOG_OF_OTHER_WAREHOUSE,
              settings.toString(),
              table,
              loaded.location(),
              warehouse));
    }
    return encrypted(loaded, table);
  }

  /** Tables about persons can have encrypted files, whether or not such are written now. */
  private Table encrypted(Table loaded, String table) {
    return Tables.isPersonal(table)
        ? EncryptedOperations.of(loaded, LakeEncryption.of(place.secret(), place.encrypts()))
        : loaded;
  }

  /** Makes a table from its contract. */
  Table create(String table) {
    TableContract contract = TableContract.of(table);
    Catalog.TableBuilder builder =
        catalog
            .buildTable(identifier(table), contract.icebergSchema())
            .withPartitionSpec(contract.partitionSpec())
            .withProperties(TableUpgrade.properties(contract));
    if (settings.kind() != CatalogSettings.Kind.HADOOP) {
      builder.withLocation(home(table).toString());
    }
    return encrypted(builder.create(), table);
  }

  /** Whether the folders are the catalog. */
  boolean isOfFolders() {
    return settings.kind() == CatalogSettings.Kind.HADOOP;
  }

  /** Iceberg's own. */
  Catalog names() {
    return catalog;
  }

  /** Where the files of a table lie that is made here. */
  Path home(String table) {
    return new Path(new Path(warehouse, FOLDER), table);
  }

  /**
   * Tables name their files by whole paths, so in a copy they are those of the original, which a
   * night would read, write and delete.
   */
  private void requireUnmoved(String table, String location) {
    if (!TablePlace.isOne(new Path(location), home(table), hadoop)) {
      throw new PipelineException(Fault.of(ErrorCode.WAREHOUSE_MOVED, warehouse, table, location));
    }
  }

  private boolean isHere(String location) {
    String home = qualified(warehouse);
    return qualified(location).startsWith(home.endsWith("/") ? home : home + "/");
  }

  private String qualified(String place) {
    Path path = new Path(place);
    try {
      return path.getFileSystem(hadoop).makeQualified(path).toString();
    } catch (IOException otherFileSystem) {
      return place;
    }
  }

  static TableIdentifier identifier(String table) {
    return TableIdentifier.of(NAMESPACE, table);
  }

  /** Closes connections. */
  @Override
  public void close() throws IOException {
    if (catalog instanceof Closeable closeable) {
      closeable.close();
    }
  }
}

package vn.chuyencan.table;

import static vn.chuyencan.error.ErrorCode.TABLE_CONTRACT_BROKEN;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;

/**
 * What a table promises its readers: the one place from which Iceberg, the publication and the data
 * dictionary take names, types and order of its columns. Immutable; read once a process from {@code
 * schemas/tables/<name>.json}, which the jar carries. Not serializable: a task asks for it by name.
 */
public final class TableContract {
  private static final Map<String, TableContract> LOADED = new ConcurrentHashMap<>();

  private final String name;
  private final Bilingual label;
  private final Bilingual grain;
  private final TableVersion version;
  private final TableVersion oldestRead;
  private final Visibility visibility;
  private final List<String> key;
  private final List<String> order;
  private final List<Partition> partitions;
  private final Map<String, TableColumn> columns;
  private final Schema icebergSchema;

  /** By what an Iceberg table is divided. */
  public record Partition(String column, Transform transform) {}

  /** How a partition is made of a column's value. */
  public enum Transform {
    /** The value itself. */
    IDENTITY,
    /** The calendar month of a date. */
    MONTH
  }

  TableContract(
      String name,
      Bilingual label,
      Bilingual grain,
      TableVersion version,
      TableVersion oldestRead,
      Visibility visibility,
      List<String> key,
      List<String> order,
      List<Partition> partitions,
      List<TableColumn> columns) {
    this.name = name;
    this.label = label;
    this.grain = grain;
    this.version = version;
    this.oldestRead = oldestRead;
    this.visibility = visibility;
    this.key = List.copyOf(key);
    this.order = List.copyOf(order);
    this.partitions = List.copyOf(partitions);
    this.columns = new LinkedHashMap<>();
    columns.forEach(column -> this.columns.put(column.name(), column));
    this.icebergSchema = new Schema(columns.stream().map(TableColumn::icebergField).toList());
  }

  /**
   * The contract of a table.
   *
   * @param name one of {@link Tables#names}
   * @throws PipelineException SCHEMA_INVALID when there is no such table or its schema is broken
   */
  public static TableContract of(String name) {
    return LOADED.computeIfAbsent(name, TableSchemas::load);
  }

  /** The table's name in every format. */
  public String name() {
    return name;
  }

  /** The table's heading for people. */
  public Bilingual label() {
    return label;
  }

  /** What one row is, in one sentence. */
  public Bilingual grain() {
    return grain;
  }

  /** The version of its columns. */
  public TableVersion version() {
    return version;
  }

  /** The oldest version whose stored rows are rows of this one. */
  TableVersion oldestRead() {
    return oldestRead;
  }

  /** Whether the table leaves the lake. */
  public Visibility visibility() {
    return visibility;
  }

  /** The columns whose values together occur once; never null. */
  public List<String> key() {
    return key;
  }

  /** The columns by which a publication sorts; they contain the key, so the order is total. */
  public List<String> order() {
    return order;
  }

  /** By what the Iceberg table is divided; may be empty. */
  public List<Partition> partitions() {
    return partitions;
  }

  /** The columns in order. */
  public List<TableColumn> columns() {
    return List.copyOf(columns.values());
  }

  /** The columns that tell of persons, in order. */
  public List<TableColumn> personal() {
    return columns.values().stream()
        .filter(column -> column.personal() != Personal.NOTHING)
        .toList();
  }

  /**
   * One column.
   *
   * @throws PipelineException TABLE_CONTRACT_BROKEN when the table has no such column
   */
  public TableColumn column(String columnName) {
    TableColumn column = columns.get(columnName);
    if (column == null) {
      throw new PipelineException(broken("it has no column " + columnName));
    }
    return column;
  }

  /**
   * The table in Iceberg, with the field ids of the contract. A catalog that creates a table gives
   * ids of its own to nested fields: write lake files with the schema of the created table.
   */
  public Schema icebergSchema() {
    return icebergSchema;
  }

  /** The division of the table in Iceberg. */
  public PartitionSpec partitionSpec() {
    PartitionSpec.Builder builder = PartitionSpec.builderFor(icebergSchema);
    for (Partition partition : partitions) {
      switch (partition.transform()) {
        case IDENTITY -> builder.identity(partition.column());
        case MONTH -> builder.month(partition.column());
      }
    }
    return builder.build();
  }

  /** The same contract without the columns that stay in the lake. */
  public TableContract published() {
    List<TableColumn> rest =
        columns.values().stream().filter(column -> column.visibility() != Visibility.LAKE).toList();
    return new TableContract(
        name, label, grain, version, oldestRead, visibility, key, order, partitions, rest);
  }

  /** A fault of this table's rows. */
  Fault broken(String reason) {
    return Fault.of(TABLE_CONTRACT_BROKEN, name, reason);
  }
}

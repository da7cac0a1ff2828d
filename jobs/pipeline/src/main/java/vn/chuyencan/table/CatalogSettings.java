package vn.chuyencan.table;

import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Which catalog names the tables of a warehouse. Whatever the kind, the tables' files lie in the
 * warehouse.
 *
 * @param kind how the catalog keeps its names
 * @param name of the catalog, where a server may have several
 * @param address of the server; empty where there is none
 * @param properties further properties of Iceberg's catalog, secrets among them
 */
public record CatalogSettings(
    Kind kind, String name, String address, Map<String, String> properties) {

  /** A catalog's name unless another is given. */
  public static final String NAME = "chuyencan";

  /** The folders of the warehouse are the catalog. */
  public static final CatalogSettings FOLDERS =
      new CatalogSettings(Kind.HADOOP, NAME, "", Map.of("type", "hadoop"));

  /** File systems of stores of objects, which copy where a rename is asked for. */
  private static final Set<String> WITHOUT_RENAME =
      Set.of("s3", "s3a", "s3n", "gs", "oss", "cosn", "obs", "swift", "wasb", "wasbs");

  /** The kinds of catalogs. */
  public enum Kind {
    /** Folders; a commit is a rename. */
    HADOOP,
    /** A table in a database. */
    JDBC,
    /** A server that speaks Iceberg's REST protocol. */
    REST
  }

  public CatalogSettings {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(address, "address");
    properties = Map.copyOf(properties);
  }

  /** Whether two writers of that warehouse could both believe that they made a commit. */
  public boolean isUnsafeIn(String warehouse) {
    int colon = warehouse.indexOf(':');
    return kind == Kind.HADOOP
        && colon > 0
        && WITHOUT_RENAME.contains(warehouse.substring(0, colon));
  }

  /** The address without what follows it, which may be secret. */
  @Override
  public String toString() {
    return address.isEmpty() ? "hadoop" : address.split("[?;]", 2)[0].replaceAll("//[^/@]*@", "//");
  }
}

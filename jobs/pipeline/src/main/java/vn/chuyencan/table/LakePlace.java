package vn.chuyencan.table;

import java.util.Objects;

/**
 * Where a lake is.
 *
 * @param warehouse an absolute path of any Hadoop file system
 * @param catalog what names its tables
 * @param vault the folder of the tables that tell who somebody is, likewise an absolute path
 * @param secret what its persons are keyed with, and what it must have been made with; null for who
 *     needs no keys
 * @param encrypts whether files about persons that are written from now on are encrypted under it
 */
public record LakePlace(
    String warehouse, CatalogSettings catalog, String vault, LakeSecret secret, boolean encrypts) {

  public LakePlace {
    Objects.requireNonNull(warehouse, "warehouse");
    Objects.requireNonNull(catalog, "catalog");
    Objects.requireNonNull(vault, "vault");
  }

  /** A place for who needs no keys. */
  public LakePlace(String warehouse, CatalogSettings catalog, String vault) {
    this(warehouse, catalog, vault, null, false);
  }

  /** A lake whose catalog are its folders, with its vault among them. */
  public static LakePlace in(String warehouse) {
    return in(warehouse, CatalogSettings.FOLDERS);
  }

  /** The same with another catalog. */
  public static LakePlace in(String warehouse, CatalogSettings catalog) {
    return new LakePlace(warehouse, catalog, Vault.within(warehouse));
  }
}

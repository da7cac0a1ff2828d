package vn.chuyencan.table;

import java.util.List;
import org.apache.iceberg.exceptions.NoSuchTableException;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;

/**
 * Whether what the configuration names belongs together: the warehouse, the catalog of its tables,
 * the vault, and the secret of its persons.
 */
final class LakeIdentity {
  private final LakePlace place;
  private final Vault vault;
  private final LakeCatalogs catalog;
  private final LakeState state;

  LakeIdentity(LakePlace place, Vault vault, LakeCatalogs catalog, LakeState state) {
    this.place = place;
    this.vault = vault;
    this.catalog = catalog;
    this.state = state;
  }

  /** Under another secret everybody would be a stranger, and erased persons would come back. */
  void requireItsSecret() {
    LakeSecret secret = place.secret();
    if (secret == null || state.secret().isEmpty() || state.secret().equals(secret.name())) {
      return;
    }
    throw new PipelineException(
        state.isOfWrappedSecret() && !secret.isWrapped()
            ? Fault.of(ErrorCode.VAULT_SECRET_MISSING, VaultSecret.file(vault), place.warehouse())
            : Fault.of(
                ErrorCode.KEY_OF_OTHER_WAREHOUSE,
                place.warehouse(),
                state.secret(),
                secret.name()));
  }

  /**
   * A catalog without the tables of this warehouse would have them made anew in the same folders,
   * and another vault those that tell who somebody is.
   */
  void requireItsCatalog() {
    List<String> named = state.snapshots().keySet().stream().sorted().toList();
    // One tells: all were made with one catalog, and those of the vault in one place.
    named.stream().filter(table -> !Tables.isInVault(table)).findFirst().ifPresent(this::require);
    named.stream().filter(Tables::isInVault).findFirst().ifPresent(this::require);
  }

  private void require(String table) {
    if (knows(table, state.snapshots().get(table)) || catalog.isToBeBrought(table)) {
      return;
    }
    throw new PipelineException(
        Tables.isInVault(table) && place.catalog().kind() == CatalogSettings.Kind.HADOOP
            ? Fault.of(ErrorCode.VAULT_OF_OTHER_WAREHOUSE, vault.location(), table)
            : Fault.of(
                ErrorCode.WAREHOUSE_OF_OTHER_CATALOG,
                place.warehouse(),
                place.catalog().toString(),
                table));
  }

  private boolean knows(String name, long snapshot) {
    try {
      return catalog.load(name).snapshot(snapshot) != null;
    } catch (NoSuchTableException absent) {
      return false;
    } catch (RuntimeException failure) {
      if (CatalogFaults.isEmptyDatabase(failure)) {
        return false;
      }
      throw failure;
    }
  }
}

package vn.chuyencan.table;

import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;

/** What a failure of a warehouse or of its catalog comes to for whoever runs this. */
final class LakeFailure {
  private LakeFailure() {}

  /**
   * The refusal.
   *
   * @param settings of the catalog that names the warehouse's tables
   * @param warehouse its path
   * @return of the catalog's server, of damaged files, else {@link ErrorCode#WAREHOUSE_UNREACHABLE}
   */
  static PipelineException of(CatalogSettings settings, String warehouse, Exception cause) {
    return CatalogFaults.of(settings, cause)
        .or(() -> LakeDamage.of(cause))
        .orElseGet(
            () ->
                new PipelineException(
                    Fault.of(
                        ErrorCode.WAREHOUSE_UNREACHABLE,
                        warehouse,
                        String.valueOf(cause.getMessage())),
                    cause));
  }
}

package vn.chuyencan.table;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLInvalidAuthorizationSpecException;
import java.util.Optional;
import java.util.Set;
import org.apache.iceberg.exceptions.CommitStateUnknownException;
import org.apache.iceberg.exceptions.ForbiddenException;
import org.apache.iceberg.exceptions.NotAuthorizedException;
import org.apache.iceberg.exceptions.RESTException;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;

/**
 * What a failure of a catalog's server means to whoever runs this, told by the kinds of exceptions
 * and the states of SQL, never by words.
 */
final class CatalogFaults {
  private static final Set<String> LOGIN_CLASSES = Set.of("28");

  /** Connections; PostgreSQL: resources, intervention of an operator. */
  private static final Set<String> CONNECTION_CLASSES = Set.of("08", "53", "57");

  /** No such table or view, which only a reader meets: PostgreSQL; MariaDB and H2; H2. */
  private static final Set<String> NO_SUCH_TABLE = Set.of("42P01", "42S02", "42S04");

  private static final String RIGHT_MISSING = "42501";
  private static final int H2_LOGIN = 28000;
  private static final int MARIADB_NO_RIGHT = 1044;

  private CatalogFaults() {}

  /** The refusal that a failure comes to; empty when it is none of a catalog's server. */
  static Optional<PipelineException> of(CatalogSettings settings, Throwable failure) {
    if (settings.kind() == CatalogSettings.Kind.HADOOP) {
      return Optional.empty();
    }
    boolean unknown = false;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof PipelineException known) {
        return Optional.of(known);
      }
      unknown |= cause instanceof CommitStateUnknownException;
      Optional<ErrorCode> code = code(cause);
      if (code.isPresent()) {
        return Optional.of(
            new PipelineException(
                Fault.of(code.get(), settings.toString(), reason(cause)), failure));
      }
    }
    return unknown
        ? Optional.of(
            new PipelineException(
                Fault.of(ErrorCode.CATALOG_FAILED, settings.toString(), reason(failure)), failure))
        : Optional.empty();
  }

  private static Optional<ErrorCode> code(Throwable cause) {
    if (cause instanceof SQLException sql) {
      return Optional.of(code(sql));
    }
    if (cause instanceof NotAuthorizedException || cause instanceof ForbiddenException) {
      return Optional.of(ErrorCode.CATALOG_LOGIN_REFUSED);
    }
    if (cause instanceof RESTException rest) {
      return Optional.of(
          rest.getCause() instanceof IOException
              ? ErrorCode.CATALOG_UNREACHABLE
              : ErrorCode.CATALOG_FAILED);
    }
    return Optional.empty();
  }

  private static ErrorCode code(SQLException failure) {
    String state = String.valueOf(failure.getSQLState());
    String first = state.length() < 2 ? "" : state.substring(0, 2);
    if (failure instanceof SQLInvalidAuthorizationSpecException
        || LOGIN_CLASSES.contains(first)
        || RIGHT_MISSING.equals(state)
        || failure.getErrorCode() == H2_LOGIN
        || failure.getErrorCode() == MARIADB_NO_RIGHT) {
      return ErrorCode.CATALOG_LOGIN_REFUSED;
    }
    return CONNECTION_CLASSES.contains(first)
        ? ErrorCode.CATALOG_UNREACHABLE
        : ErrorCode.CATALOG_FAILED;
  }

  /** Whether a catalog has no tables because nothing was ever written with it. */
  static boolean isEmptyDatabase(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql
          && NO_SUCH_TABLE.contains(String.valueOf(sql.getSQLState()))) {
        return true;
      }
    }
    return false;
  }

  private static String reason(Throwable failure) {
    // Iceberg's client for REST says only that it asked.
    boolean asked = failure instanceof RESTException && failure.getCause() instanceof IOException;
    return String.valueOf((asked ? failure.getCause() : failure).getMessage())
        .strip()
        .replaceAll("\\s+", " ")
        .replaceAll("\\.+$", "");
  }
}

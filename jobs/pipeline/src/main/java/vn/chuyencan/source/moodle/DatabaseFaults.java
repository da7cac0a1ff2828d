package vn.chuyencan.source.moodle;

import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.sql.SQLInvalidAuthorizationSpecException;
import java.sql.SQLTimeoutException;
import java.util.Set;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;

/**
 * What a failure of a database means to whoever runs this, told by the states of SQL and by the
 * numbers of MariaDB and MySQL, never by words, which follow the server's language.
 */
final class DatabaseFaults {
  private static final String LOGIN_REFUSED_CLASS = "28";
  private static final String CONNECTION_CLASS = "08";
  private static final String DATABASE_UNKNOWN = "3D000";
  private static final String RIGHT_MISSING = "42501";

  /** Of PostgreSQL: the server stops, crashed, or does not start yet. */
  private static final Set<String> STOPPED = Set.of("57P01", "57P02", "57P03", "57P05");

  private static final int NO_RIGHT_TO_DATABASE = 1044;
  private static final int DATABASE_UNKNOWN_HERE = 1049;
  private static final Set<Integer> NO_RIGHT_TO_TABLE = Set.of(1142, 1143);

  /** The server shuts down, connection or query killed, lost while asking. */
  private static final Set<Integer> STOPPED_HERE = Set.of(1053, 1152, 1184, 1317, 1927, 2006, 2013);

  /** MariaDB and MySQL end queries that take longer than they were told to let them. */
  private static final Set<Integer> ENDED_HERE = Set.of(1969, 3024);

  private final MoodleSettings settings;

  DatabaseFaults(MoodleSettings settings) {
    this.settings = settings;
  }

  /** A database that could not be opened. */
  PipelineException opening(SQLException failure) {
    ErrorCode code =
        isOf(failure, UnknownHostException.class)
            ? ErrorCode.DATABASE_HOST_UNKNOWN
            : isRefusal(failure)
                ? ErrorCode.DATABASE_LOGIN_REFUSED
                : isUnknown(failure)
                    ? ErrorCode.DATABASE_UNKNOWN
                    : isSilence(failure)
                        ? ErrorCode.DATABASE_SILENT
                        : ErrorCode.DATABASE_UNREACHABLE;
    return because(code, settings.patience().connectTimeout().toString(), failure);
  }

  /** A database that failed while it was read. */
  PipelineException reading(SQLException failure, String table) {
    if (isRightMissing(failure)) {
      return rightMissing(table, failure);
    }
    ErrorCode code =
        isSilence(failure)
            ? ErrorCode.DATABASE_SILENT
            : isStop(failure) ? ErrorCode.DATABASE_STOPPED : ErrorCode.DATABASE_FAILED;
    return because(code, settings.patience().timeout().toString(), failure);
  }

  /** A table that the user may not read. */
  PipelineException rightMissing(String table, SQLException failure) {
    return new PipelineException(
        Fault.of(
            ErrorCode.DATABASE_RIGHT_MISSING,
            settings.source(),
            settings.place(),
            settings.prefix() + table,
            String.valueOf(settings.user())),
        failure);
  }

  private PipelineException because(ErrorCode code, String waited, SQLException failure) {
    Fault fault =
        switch (code) {
          case DATABASE_SILENT -> Fault.of(code, settings.source(), settings.place(), waited);
          case DATABASE_HOST_UNKNOWN -> Fault.of(code, settings.source(), settings.place());
          default -> Fault.of(code, settings.source(), settings.place(), reason(failure));
        };
    return new PipelineException(fault, failure);
  }

  /**
   * Whether the user may not read a table; of a table that is not there a server may say so too.
   */
  static boolean isRightMissing(SQLException failure) {
    return NO_RIGHT_TO_TABLE.contains(failure.getErrorCode())
        || RIGHT_MISSING.equals(failure.getSQLState());
  }

  private static boolean isRefusal(SQLException failure) {
    return failure instanceof SQLInvalidAuthorizationSpecException
        || failure.getErrorCode() == NO_RIGHT_TO_DATABASE
        || RIGHT_MISSING.equals(failure.getSQLState())
        || isOfClass(failure, LOGIN_REFUSED_CLASS);
  }

  private static boolean isUnknown(SQLException failure) {
    return failure.getErrorCode() == DATABASE_UNKNOWN_HERE
        || DATABASE_UNKNOWN.equals(failure.getSQLState());
  }

  private static boolean isSilence(SQLException failure) {
    // Their driver calls it a timeout of ours where the server ends a query.
    return isOf(failure, SocketTimeoutException.class)
        || (failure instanceof SQLTimeoutException && !ENDED_HERE.contains(failure.getErrorCode()));
  }

  private static boolean isStop(SQLException failure) {
    return STOPPED_HERE.contains(failure.getErrorCode())
        || isOfClass(failure, CONNECTION_CLASS)
        || STOPPED.contains(String.valueOf(failure.getSQLState()));
  }

  private static boolean isOfClass(SQLException failure, String first) {
    return failure.getSQLState() != null && failure.getSQLState().startsWith(first);
  }

  private static boolean isOf(Throwable failure, Class<? extends Exception> kind) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (kind.isInstance(cause)) {
        return true;
      }
    }
    return false;
  }

  /** What the database said, on one line and without its full stop. */
  private static String reason(SQLException failure) {
    return String.valueOf(failure.getMessage())
        .strip()
        .replaceAll("\\s+", " ")
        .replaceAll("\\.+$", "");
  }
}

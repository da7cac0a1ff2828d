package vn.chuyencan.job;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.function.UnaryOperator;
import org.apache.spark.util.Utils;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;

/**
 * Under which name Spark's driver is reached. Spark asks for the address of this machine's name
 * before it does anything else, and where a name server does not answer it waits, or dies with a
 * stack trace.
 */
final class SparkHost {
  private SparkHost() {}

  /**
   * Sees to it before Spark starts.
   *
   * @param here whether nobody else must reach the driver
   * @param master Spark's, for the reader
   * @throws PipelineException {@link ErrorCode#SPARK_HOST_UNKNOWN}
   */
  static void name(boolean here, String master) {
    name(here, master, System::getenv);
  }

  /** The same with another environment. */
  static void name(boolean here, String master, UnaryOperator<String> environment) {
    if (environment.apply("SPARK_LOCAL_HOSTNAME") != null
        || environment.apply("SPARK_LOCAL_IP") != null) {
      return;
    }
    if (here) {
      // Nothing else may set it from within the process: the variables are its caller's.
      Utils.setCustomHostname("localhost");
      return;
    }
    try {
      InetAddress.getLocalHost();
    } catch (UnknownHostException unresolved) {
      throw new PipelineException(
          Fault.of(ErrorCode.SPARK_HOST_UNKNOWN, master, String.valueOf(unresolved.getMessage())),
          unresolved);
    }
  }
}

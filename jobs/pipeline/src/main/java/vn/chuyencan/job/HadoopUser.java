package vn.chuyencan.job;

import java.util.Objects;
import org.apache.hadoop.security.UserGroupInformation;

/**
 * In whose name Hadoop opens files. It asks the operating system and gives up where that does not
 * know the number under which the process runs, as in a container that is given any number.
 */
final class HadoopUser {
  /** What Java says of a user whom the system does not know. */
  private static final String UNKNOWN = "?";

  private static final String NOBODY = "chuyencan";

  private HadoopUser() {}

  /** Gives a name to a user who has none; to be called before a file system is opened. */
  static void name() {
    String given = nameFor(System.getProperty("user.name"), System.getenv("HADOOP_USER_NAME"));
    if (given != null && !UserGroupInformation.isSecurityEnabled()) {
      UserGroupInformation.setLoginUser(UserGroupInformation.createRemoteUser(given));
    }
  }

  /**
   * The name to be given.
   *
   * @param known the user as the system knows them
   * @param wished the name that the environment wants Hadoop to use, which clusters heed; or null
   * @return null where the system knows the user
   */
  static String nameFor(String known, String wished) {
    if (known != null && !known.isEmpty() && !known.equals(UNKNOWN)) {
      return null;
    }
    return Objects.requireNonNullElse(wished, NOBODY);
  }
}

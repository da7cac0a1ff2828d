package vn.chuyencan.source.xapi;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.DataFile;
import vn.chuyencan.xapi.ActivityDescription;
import vn.chuyencan.xapi.ActorIdentity;
import vn.chuyencan.xapi.ScanCounts;
import vn.chuyencan.xapi.VerbDescription;

/**
 * What leaves a task: descriptions of the files it wrote and small maps, never events.
 *
 * @param fileId the file that it scanned
 * @param counts what it counted
 * @param events files of {@code learning_event}
 * @param rejects files of {@code rejected_record}
 * @param voidings which statements are to be voided, by which
 * @param actors identities by key
 * @param activities activities by key
 * @param verbs verbs by key
 */
record TaskResult(
    long fileId,
    ScanCounts counts,
    List<DataFile> events,
    List<DataFile> rejects,
    List<Voiding> voidings,
    Map<Long, ActorIdentity> actors,
    Map<Long, ActivityDescription> activities,
    Map<Long, VerbDescription> verbs)
    implements Serializable {

  /**
   * A voiding statement (xAPI 1.0.3 Data 2.3.2).
   *
   * @param target id of the statement to be voided
   * @param by id of the voiding statement
   */
  record Voiding(String target, String by) implements Serializable, Comparable<Voiding> {
    @Override
    public int compareTo(Voiding other) {
      int byTarget = target.compareTo(other.target);
      return byTarget != 0 ? byTarget : by.compareTo(other.by);
    }
  }
}

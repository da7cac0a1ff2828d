package vn.chuyencan.source.intake;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.DataFile;
import vn.chuyencan.xapi.ActorIdentity;
import vn.chuyencan.xapi.VerbDescription;

/**
 * What leaves a task: descriptions of the files it wrote, counts and small maps, never events.
 *
 * @param scanned what it counted in each of its splits
 * @param events files of {@code learning_event}, in the order of their numbers
 * @param files files of the other tables
 * @param notes what it noted of its events
 * @param verbDays its events by day and verb
 * @param clock when its events happened and were stored, by day
 * @param voidings which statements are to be voided, by which
 * @param actors identities by key
 * @param verbs verbs by key
 */
record TaskResult(
    List<ReadCount> scanned,
    List<DataFile> events,
    List<Files> files,
    List<NoteFile> notes,
    List<VerbDays.Count> verbDays,
    List<EventClock.Day> clock,
    List<Voiding> voidings,
    Map<Long, ActorIdentity> actors,
    Map<Long, VerbDescription> verbs)
    implements Serializable {

  /** Files of one table. */
  record Files(String table, List<DataFile> files) implements Serializable {}

  /**
   * A voiding statement (xAPI 1.0.3 Data 2.3.2).
   *
   * @param target id of the statement to be voided
   * @param by id of the voiding statement
   * @param contentHash its content, which tells it from another one with the same id
   */
  record Voiding(String target, String by, long contentHash)
      implements Serializable, Comparable<Voiding> {
    private static final Comparator<Voiding> ORDER =
        Comparator.comparing(Voiding::target)
            .thenComparing(Voiding::by)
            .thenComparingLong(Voiding::contentHash);

    @Override
    public int compareTo(Voiding other) {
      return ORDER.compare(this, other);
    }
  }
}

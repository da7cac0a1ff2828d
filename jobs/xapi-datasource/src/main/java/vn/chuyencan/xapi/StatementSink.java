package vn.chuyencan.xapi;

/**
 * Where a scan puts what it finds, in the order of the file. A sink may throw an unchecked
 * exception to end the scan.
 *
 * <p>Actors, activities and verbs are told before the record that first needs them, at least once
 * for every key, and again whenever what is known of the key differs from what was told last. So
 * the set of distinct descriptions told does not depend on how the files were split.
 */
public interface StatementSink {

  /**
   * A statement that is a fact.
   *
   * @param record valid until this method returns; copy what must stay
   */
  void accepted(StatementRecord record);

  /** A record that is not accepted, and why. */
  void rejected(RejectedStatement rejected);

  /**
   * A valid statement that did not happen in the wanted range of time. Nobody in it is told to the
   * sink, for who is out of scope has no place in the vault.
   *
   * @param record only its id, hash, instants, file and offset are filled; valid until this method
   *     returns
   */
  void outOfScope(StatementRecord record);

  /** The identity behind an actor key. Personal data: it belongs into the vault only. */
  void actor(long key, ActorIdentity identity);

  /** The activity behind an activity, course, parent, discussion or attempt key. */
  void activity(long key, ActivityDescription description);

  /** The verb behind a verb key. */
  void verb(long key, VerbDescription description);
}

package vn.chuyencan.source.intake;

import java.io.Serializable;

/**
 * One event of a batch that does not stay.
 *
 * @param task the task that wrote it
 * @param file number of its data file among those of the task
 * @param position its row there
 * @param verdict why
 * @param exact whether it repeats in every respect, its time too, an event that stays; then it is
 *     enough to count one event less at its instant
 * @param idHigh upper half of its id
 * @param idLow lower half
 * @param contentHash its content
 * @param occurredAt when it happened, microseconds since the epoch, UTC
 * @param actorKey its actor
 * @param courseKey its course; 0 for none
 * @param verbKey its verb
 * @param counted whether it counts as an act of the actor
 */
record RemovedEvent(
    int task,
    int file,
    int position,
    Verdict verdict,
    boolean exact,
    long idHigh,
    long idLow,
    long contentHash,
    long occurredAt,
    long actorKey,
    long courseKey,
    long verbKey,
    boolean counted)
    implements Serializable {}

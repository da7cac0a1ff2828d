package vn.chuyencan.benchmarks.data;

/**
 * One statement before it is written.
 *
 * @param second when it happened, seconds since the epoch, UTC
 * @param idHigh upper half of its id
 * @param idLow lower half of its id
 * @param person who did it; a negative one is the lecturer {@code -1 - person}
 * @param course the number of the course run
 * @param act what was done
 * @param module which module of its kind in the course run
 * @param thing the attempt or discussion
 * @param part the post of a discussion, the question of an attempt or the chapter of a book
 * @param mark the mark of an attempt in hundredths
 */
record Event(
    long second,
    long idHigh,
    long idLow,
    int person,
    int course,
    Act act,
    int module,
    long thing,
    long part,
    int mark) {}

package vn.chuyencan.work;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How much of a piece of work is done, for whoever looks now and then. Threads add to it without
 * waiting for each other, and nobody is called. A look and the beginning of a piece wait for each
 * other, or what was done of one piece were taken for the next one's.
 */
public final class Meter {
  private final AtomicLong done = new AtomicLong();
  private final AtomicLong pieces = new AtomicLong();
  private long total;

  /**
   * What a look showed.
   *
   * @param piece which piece of work it is, counted from the beginning; 0: none began yet
   * @param done how much of it is done, in whatever its parts are
   * @param total of how much; 0 where nobody knows
   */
  public record Reading(long piece, long done, long total) {}

  /**
   * A piece of work begins.
   *
   * @param parts how many parts it has; 0 where nobody knows
   */
  public synchronized void begin(long parts) {
    total = parts;
    done.set(0);
    pieces.incrementAndGet();
  }

  /** A part is done. */
  public void add() {
    add(1);
  }

  /** So many parts are done. */
  public void add(long parts) {
    done.addAndGet(parts);
  }

  /** A look; never more done than there is, though an attempt was made twice. */
  public synchronized Reading read() {
    long all = total;
    long some = done.get();
    return new Reading(pieces.get(), all > 0 ? Math.min(some, all) : some, all);
  }
}

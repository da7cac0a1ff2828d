package vn.chuyencan.source.lrs;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** In what order a server's statements came, which tells how it sorts and where to go on. */
final class StatementOrder {
  private final Instant since;
  private final Run stored = new Run();
  private final Run timestamp = new Run();
  private boolean early;
  private long statements;
  private long withoutStored;

  /**
   * @param since what was asked for; null: everything
   */
  StatementOrder(Instant since) {
    this.since = since;
  }

  void add(List<StatementPage.Slice> page) {
    for (StatementPage.Slice statement : page) {
      statements++;
      if (statement.stored() == null) {
        withoutStored++;
      } else {
        stored.add(statement.stored());
        early |= since != null && statement.stored().isBefore(since.minus(Run.JITTER));
      }
      if (statement.timestamp() != null) {
        timestamp.add(statement.timestamp());
      }
    }
  }

  /** Another query begins, which may go back. */
  void newQuery() {
    stored.last = null;
    timestamp.last = null;
  }

  long statements() {
    return statements;
  }

  long withoutStored() {
    return withoutStored;
  }

  /** The greatest {@code stored}; null: none was told. */
  Instant greatestStored() {
    return stored.greatest;
  }

  /**
   * Whether the server does not filter and sort on {@code stored}: it gave what was stored before
   * {@code since}, or goes up and down in it. All the way down is only the wrong direction.
   */
  boolean isNotByStored() {
    boolean onlyDown = stored.falls && !stored.rises && timestamp.falls;
    return early || (stored.falls && !onlyDown);
  }

  /** Until where nothing is missing of what a server gave that filters so; empty: unknown. */
  Optional<Instant> passed(FiltersOn filter) {
    boolean byStored = stored.onlyRises() && withoutStored == 0;
    if (filter != FiltersOn.TIMESTAMP && byStored) {
      return Optional.ofNullable(stored.greatest);
    }
    return filter == FiltersOn.STORED || !timestamp.onlyRises()
        ? Optional.empty()
        : Optional.ofNullable(timestamp.greatest);
  }

  /** One property's values. */
  private static final class Run {
    /** Servers that sort by a number of their own differ so much in time. */
    private static final Duration JITTER = Duration.ofSeconds(1);

    private Instant greatest;
    private Instant last;
    private boolean rises;
    private boolean falls;

    /** One value alone, or many of one moment, tell no direction. */
    boolean onlyRises() {
      return rises && !falls;
    }

    void add(Instant value) {
      if (last != null) {
        rises |= value.isAfter(last.plus(JITTER));
        falls |= value.isBefore(last.minus(JITTER));
      }
      last = value;
      if (greatest == null || value.isAfter(greatest)) {
        greatest = value;
      }
    }
  }
}

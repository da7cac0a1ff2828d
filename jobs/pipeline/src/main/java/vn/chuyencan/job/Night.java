package vn.chuyencan.job;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import vn.chuyencan.measure.Population;
import vn.chuyencan.model.Registers;
import vn.chuyencan.model.Tombstones;
import vn.chuyencan.table.Lake;
import vn.chuyencan.work.Workers;

/**
 * What the jobs of one run share. Whoever starts a run reads the clock and decides the date; below
 * this nobody does.
 *
 * @param configuration the institution's configuration
 * @param registers what the institution's registers say
 * @param lake the lake, opened and recovered
 * @param workers who does the tasks
 * @param asOf the last day that counts, inclusive, in the institution's zone
 * @param startedAt when the run started; only what may be taken in depends on it, never a measure
 * @param codeVersion this program's version
 * @param accepted which anomalies whoever started the run accepts
 */
public record Night(
    Configuration configuration,
    Registers registers,
    Lake lake,
    Workers workers,
    LocalDate asOf,
    Instant startedAt,
    String codeVersion,
    Acceptance accepted) {

  public Night {
    Objects.requireNonNull(configuration, "configuration");
    Objects.requireNonNull(registers, "registers");
    Objects.requireNonNull(lake, "lake");
    Objects.requireNonNull(workers, "workers");
    Objects.requireNonNull(asOf, "asOf");
    Objects.requireNonNull(startedAt, "startedAt");
    Objects.requireNonNull(codeVersion, "codeVersion");
    Objects.requireNonNull(accepted, "accepted");
  }

  /** A night of which nobody accepts anything unusual. */
  public Night(
      Configuration configuration,
      Registers registers,
      Lake lake,
      Workers workers,
      LocalDate asOf,
      Instant startedAt,
      String codeVersion) {
    this(configuration, registers, lake, workers, asOf, startedAt, codeVersion, Acceptance.NOTHING);
  }

  /** The institution's zone. */
  ZoneId zone() {
    return configuration.institution().zone();
  }

  /**
   * Whose data was erased from the lake, known by the accounts too that registers gave them since.
   */
  public Tombstones tombstones() {
    byte[] secret = configuration.institution().secret();
    Tombstones erased = new ErasureTable(lake).tombstones(secret);
    return erased.and(
        Population.keysOf(registers.leftOut(), registers.identities(), secret).stream()
            .map(erased::hash)
            .toList());
  }

  /**
   * The day from which it is reckoned what is kept no longer: the night's, or the one on which it
   * is computed where the night's is still to come. A year that somebody mistyped deletes nothing.
   */
  LocalDate keptOn() {
    LocalDate today = LocalDate.ofInstant(startedAt, zone());
    return today.isBefore(asOf) ? today : asOf;
  }

  /** The same up to another day. */
  public Night asOf(LocalDate day) {
    return new Night(
        configuration, registers, lake, workers, day, startedAt, codeVersion, accepted);
  }

  /** The same with other registers. */
  public Night with(Registers others) {
    return new Night(configuration, others, lake, workers, asOf, startedAt, codeVersion, accepted);
  }

  /** The same with what whoever started the run accepts. */
  public Night accepting(Acceptance acceptance) {
    return new Night(
        configuration, registers, lake, workers, asOf, startedAt, codeVersion, acceptance);
  }
}

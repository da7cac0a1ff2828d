package vn.chuyencan.measure;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.chuyencan.model.IntegrityLimits;
import vn.chuyencan.model.ScoreScale;

/**
 * What a measurement is about: the course runs to measure, whom identifiers mean, who is on which
 * roster, what was removed, and the last day that counts. Travels to the tasks.
 */
public final class Scope implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Nothing to measure. */
  public static final Scope NONE =
      new Scope(
          List.of(),
          new Learners(Map.of()),
          new Removals(),
          LocalDate.EPOCH,
          true,
          false,
          Witnesses.STRANGERS);

  private final ArrayList<CourseContext> contexts;
  private final Learners learners;
  private final CourseRuns runs;
  private final Removals removals;
  private final int asOf;
  private final boolean registeredRoster;
  private final boolean wantsUnresolved;
  private final Witnesses witnesses;
  private final long lastBatch;
  private final IntegrityLimits integrity;
  private final TreeMap<String, ScoreScale> scales;
  private final LongIndex roster = new LongIndex();

  /** A measurement of all that was taken in. */
  public Scope(
      List<CourseContext> contexts,
      Learners learners,
      Removals removals,
      LocalDate asOf,
      boolean registeredRoster,
      boolean wantsUnresolved,
      Witnesses witnesses) {
    this(
        contexts,
        learners,
        removals,
        asOf,
        registeredRoster,
        wantsUnresolved,
        witnesses,
        Long.MAX_VALUE,
        IntegrityLimits.NONE,
        Map.of());
  }

  /**
   * @param contexts the course runs to measure; one run may be there several times, each time with
   *     another calendar or estimator
   * @param registeredRoster whether a register says who is in them; else whoever was active is
   * @param wantsUnresolved whether activity of identifiers that nobody has is gathered too
   * @param witnesses which sources tell of the same acts
   * @param lastBatch what later batches tell does not count
   * @param integrity what is looked for besides
   * @param scales between what the scaled scores of sources lie, by source
   */
  public Scope(
      List<CourseContext> contexts,
      Learners learners,
      Removals removals,
      LocalDate asOf,
      boolean registeredRoster,
      boolean wantsUnresolved,
      Witnesses witnesses,
      long lastBatch,
      IntegrityLimits integrity,
      Map<String, ScoreScale> scales) {
    this.contexts = new ArrayList<>(contexts);
    this.learners = learners;
    this.runs = new CourseRuns(contexts);
    this.removals = removals;
    this.asOf = CourseRuns.day(asOf);
    this.registeredRoster = registeredRoster;
    this.wantsUnresolved = wantsUnresolved;
    this.witnesses = witnesses;
    this.lastBatch = lastBatch;
    this.integrity = integrity;
    this.scales = new TreeMap<>(scales);
    for (int run = 0; run < contexts.size(); run++) {
      for (String learnerId : contexts.get(run).roster()) {
        int learner = learners.numberOf(learnerId);
        if (learner >= 0) {
          roster.put(pair(run, learner), 0);
        }
      }
    }
  }

  private static long pair(int run, int learner) {
    return ((long) run << 32) | learner;
  }

  /** The course runs to measure; a run's number is its place here. */
  public List<CourseContext> contexts() {
    return contexts;
  }

  /** Whom identifiers mean. */
  public Learners learners() {
    return learners;
  }

  /** Where courses and days belong. */
  public CourseRuns runs() {
    return runs;
  }

  Removals removals() {
    return removals;
  }

  Witnesses witnesses() {
    return witnesses;
  }

  /** Between what the scaled scores of a source lie; null where nobody declared it. */
  ScoreScale scale(String source) {
    return scales.get(source);
  }

  /** Whether a day has come. */
  public boolean hasCome(int day) {
    return day <= asOf;
  }

  /** Whether what a batch told counts. */
  boolean counts(long batchId) {
    return batchId <= lastBatch;
  }

  /** Whether rows about this learner lead to measures of this run. */
  public boolean measures(int run, int learner) {
    return !registeredRoster || roster.get(pair(run, learner)) >= 0;
  }

  /** What is looked for in traces besides measuring. */
  public IntegrityLimits integrity() {
    return integrity;
  }

  boolean registeredRoster() {
    return registeredRoster;
  }

  /** Whether activity of identifiers that nobody has is gathered too. */
  public boolean wantsUnresolved() {
    return wantsUnresolved;
  }
}

package vn.chuyencan.job.operation;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is known of one run, as the journal keeps it. Times are ISO instants in UTC. Nothing in it
 * is personal data.
 *
 * @param runId when it started, and its process; sorts by time
 * @param command the command
 * @param asOf the last day that counts, ISO; null while it is not known
 * @param startedAt when it started
 * @param endedAt when it ended; null while it runs, and of one that was killed
 * @param status {@link #RUNNING}, {@link #DONE}, {@link #GATE_CLOSED}, {@link #FAILED}, {@link
 *     #KILLED}
 * @param exit the exit status; null while it runs, and of one that was killed
 * @param errors numbers of the errors that were told, each once
 * @param host name of the machine
 * @param process process id
 * @param version the program's version
 * @param steps its steps in order
 * @param publications what was published, as-of day and id
 * @param digest digest of the last publication; null where there is none
 * @param reasons ids of the anomalies that closed the data gate
 * @param accepted ids of the anomalies that were accepted
 * @param sources how the sources did, by id; empty where the run did not look
 * @param recomputed what was computed again and why
 * @param totals how many runs ended how, this one included, since the journal began
 * @param inHistory whether the table {@code run_history} has it
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RunRecord(
    String runId,
    String command,
    String asOf,
    String startedAt,
    String endedAt,
    String status,
    Integer exit,
    List<Integer> errors,
    String host,
    long process,
    String version,
    List<Step> steps,
    List<String> publications,
    String digest,
    List<String> reasons,
    List<String> accepted,
    Map<String, Source> sources,
    List<Recomputed> recomputed,
    Map<String, Long> totals,
    boolean inHistory) {
  public static final String RUNNING = "running";
  public static final String DONE = "done";
  public static final String GATE_CLOSED = "gate_closed";
  public static final String FAILED = "failed";
  public static final String KILLED = "killed";

  public RunRecord {
    errors = errors == null ? List.of() : List.copyOf(errors);
    steps = steps == null ? List.of() : List.copyOf(steps);
    publications = publications == null ? List.of() : List.copyOf(publications);
    reasons = reasons == null ? List.of() : List.copyOf(reasons);
    accepted = accepted == null ? List.of() : List.copyOf(accepted);
    sources = sources == null ? Map.of() : new TreeMap<>(sources);
    recomputed = recomputed == null ? List.of() : List.copyOf(recomputed);
    totals = totals == null ? Map.of() : new TreeMap<>(totals);
  }

  /**
   * A step of a run.
   *
   * @param name its name
   * @param status {@link #DONE} or {@link #FAILED}
   * @param microseconds how long it took
   * @param counts what came of it, in numbers
   */
  public record Step(String name, String status, long microseconds, Map<String, Long> counts) {

    public Step {
      counts = counts == null ? Map.of() : new TreeMap<>(counts);
    }
  }

  /**
   * How a source did.
   *
   * @param events its events up to the last day that counts
   * @param lastEventDay the last day on which it said something, ISO; null: never
   * @param silentDays days with an open course run since then
   * @param rejectedShare of all records read, as a decimal; null where none was
   * @param unresolvedShare of its events, as a decimal; null where there are none
   */
  public record Source(
      long events,
      String lastEventDay,
      int silentDays,
      String rejectedShare,
      String unresolvedShare) {}

  /**
   * What was computed again for one cause.
   *
   * @param asOf the night's last day
   * @param step {@code measure} or {@code decide}
   * @param cause why
   * @param courseRuns how many course runs
   * @param learners learners in them
   */
  public record Recomputed(String asOf, String step, String cause, int courseRuns, int learners) {}

  /** Whether it came as far as the data gate, or was stopped by it while records came in. */
  public boolean sawGate() {
    return !sources.isEmpty() || GATE_CLOSED.equals(status);
  }

  /** Whether the data gate, as far as it was seen, was open. */
  public boolean foundGateOpen() {
    return reasons.isEmpty() && !GATE_CLOSED.equals(status);
  }

  /** Whether it ended well. */
  public boolean isDone() {
    return DONE.equals(status);
  }

  /** Counts of all steps, summed. */
  public Map<String, Long> counts() {
    Map<String, Long> counts = new TreeMap<>();
    for (Step step : steps) {
      // A batch's number is no count.
      step.counts()
          .forEach(
              (name, count) -> {
                if (!name.equals("batch")) {
                  counts.merge(name, count, Long::sum);
                }
              });
    }
    return counts;
  }

  /** Microseconds by step, summed; steps of several sources and nights under one name each. */
  public Map<String, Long> times() {
    Map<String, Long> times = new TreeMap<>();
    steps.forEach(step -> times.merge(step.name(), step.microseconds(), Long::sum));
    return times;
  }

  /** The same as a run that was found dead. */
  public RunRecord killed() {
    return with(KILLED, inHistory);
  }

  /** The same, and the table has it. */
  RunRecord written() {
    return with(status, true);
  }

  /** The same with how many runs ended how so far. */
  public RunRecord counting(Map<String, Long> sums) {
    return new RunRecord(
        runId,
        command,
        asOf,
        startedAt,
        endedAt,
        status,
        exit,
        errors,
        host,
        process,
        version,
        steps,
        publications,
        digest,
        reasons,
        accepted,
        sources,
        recomputed,
        sums,
        inHistory);
  }

  private RunRecord with(String other, boolean known) {
    return new RunRecord(
        runId,
        command,
        asOf,
        startedAt,
        endedAt,
        other,
        exit,
        errors,
        host,
        process,
        version,
        steps,
        publications,
        digest,
        reasons,
        accepted,
        sources,
        recomputed,
        totals,
        known);
  }
}

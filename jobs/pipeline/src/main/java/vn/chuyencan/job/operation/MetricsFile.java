package vn.chuyencan.job.operation;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is measured of runs, in Prometheus' text format, for its textfile collector: seconds, UTC
 * seconds since 1970, shares from 0 to 1.
 */
public final class MetricsFile {
  private static final String GAUGE = "gauge";
  private static final String COUNTER = "counter";
  private static final List<String> RECORDS =
      List.of("read", "accepted", "duplicate", "voided", "conflicting", "rejected", "out_of_scope");

  private final String institution;
  private final Map<String, Family> families = new LinkedHashMap<>();

  private record Family(String help, String type, List<String> samples) {}

  private MetricsFile(String institution) {
    this.institution = institution;
  }

  /**
   * Writes the file, in the place of the one before.
   *
   * @param institution the institution's id
   * @param run the run that has just ended
   * @param lastDone the newest run that ended well, this one or an earlier
   * @param lastLook the newest run that looked at the sources, this one or an earlier
   * @param lastGate the newest run that came as far as the data gate, this one or an earlier
   */
  public static void write(
      Path file,
      String institution,
      RunRecord run,
      Optional<RunRecord> lastDone,
      Optional<RunRecord> lastLook,
      Optional<RunRecord> lastGate)
      throws IOException {
    byte[] text =
        text(institution, run, lastDone, lastLook, lastGate).getBytes(StandardCharsets.UTF_8);
    if (file.getParent() != null) {
      Files.createDirectories(file.getParent());
    }
    // The collector reads what ends in .prom only, so never this one.
    Path next = file.resolveSibling(file.getFileName() + "." + run.process() + ".tmp");
    try {
      Files.write(next, text);
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(next);
    }
  }

  /** The text. */
  static String text(
      String institution,
      RunRecord run,
      Optional<RunRecord> lastDone,
      Optional<RunRecord> lastLook,
      Optional<RunRecord> lastGate) {
    MetricsFile metrics = new MetricsFile(institution);
    metrics.ofRun(run);
    lastDone.ifPresent(metrics::ofSuccess);
    lastGate.ifPresent(metrics::ofGate);
    lastLook.ifPresent(metrics::ofSources);
    return metrics.text();
  }

  private void ofRun(RunRecord run) {
    add("info", GAUGE, "The program's version.", "1", "version", run.version());
    add("last_run_timestamp_seconds", GAUGE, "When the last run ended.", seconds(run.endedAt()));
    add("last_run_duration_seconds", GAUGE, "How long the last run took.", decimal(micros(run), 6));
    add(
        "last_run_exit_status",
        GAUGE,
        "Exit status of the last run: 0 done, 1 bug, 2 usage, 3 invalid, 4 data gate,"
            + " 5 unreachable, 6 lock.",
        String.valueOf(run.exit()));
    run.times()
        .forEach(
            (step, took) ->
                add(
                    "step_duration_seconds",
                    GAUGE,
                    "How long each step of the last run took.",
                    decimal(took, 6),
                    "step",
                    step));
    Map<String, Long> counts = run.counts();
    for (String outcome : RECORDS) {
      add(
          "records",
          GAUGE,
          "Records that the last run met, by what became of them; read is the sum.",
          Long.toString(counts.getOrDefault(outcome, 0L)),
          "outcome",
          outcome);
    }
    for (RunRecord.Recomputed one : run.recomputed()) {
      add(
          "recomputed_course_runs",
          GAUGE,
          "Course runs that the last run computed again, by cause.",
          Integer.toString(one.courseRuns()),
          "as_of",
          one.asOf(),
          "step",
          one.step(),
          "cause",
          one.cause());
    }
    run.totals()
        .forEach(
            (status, number) ->
                add(
                    "runs_total",
                    COUNTER,
                    "Runs by how they ended.",
                    "" + number,
                    "status",
                    status));
  }

  private static long micros(RunRecord run) {
    return Duration.between(Instant.parse(run.startedAt()), Instant.parse(run.endedAt())).toNanos()
        / 1000;
  }

  private void ofSuccess(RunRecord run) {
    add(
        "last_success_timestamp_seconds",
        GAUGE,
        "When the last run ended that was done.",
        seconds(run.endedAt()));
  }

  private void ofGate(RunRecord run) {
    add(
        "gate_open",
        GAUGE,
        "Whether the data gate was open when it was last looked at: 1 open, 0 closed.",
        run.foundGateOpen() ? "1" : "0");
    add(
        "gate_closing_anomalies",
        GAUGE,
        "Anomalies that closed the data gate when it was last looked at.",
        Integer.toString(run.reasons().size()));
    add(
        "gate_accepted_anomalies",
        GAUGE,
        "Anomalies that a person accepted, when the data gate was last looked at.",
        Integer.toString(run.accepted().size()));
  }

  private void ofSources(RunRecord run) {
    run.sources()
        .forEach(
            (id, source) -> {
              add(
                  "source_silent_days",
                  GAUGE,
                  "Days with an open course run since the source last said something.",
                  Integer.toString(source.silentDays()),
                  "source",
                  id);
              add(
                  "source_events",
                  GAUGE,
                  "Events of the source up to the last day that counted.",
                  Long.toString(source.events()),
                  "source",
                  id);
              share(
                  "source_rejected_share",
                  "Share of its records that were rejected.",
                  id,
                  source.rejectedShare());
              share(
                  "source_unresolved_share",
                  "Share of its events that are of identifiers that nobody has.",
                  id,
                  source.unresolvedShare());
              if (source.lastEventDay() != null) {
                add(
                    "source_last_event_day_timestamp_seconds",
                    GAUGE,
                    "The last day on which the source said something, its beginning in UTC.",
                    Long.toString(
                        LocalDate.parse(source.lastEventDay())
                            .atStartOfDay()
                            .toEpochSecond(ZoneOffset.UTC)),
                    "source",
                    id);
              }
            });
  }

  private void share(String name, String help, String source, String share) {
    if (share != null) {
      add(name, GAUGE, help, share, "source", source);
    }
  }

  private static String seconds(String instant) {
    Instant at = Instant.parse(instant);
    return decimal(at.getEpochSecond() * 1_000_000 + at.getNano() / 1000, 6);
  }

  private static String decimal(long unscaled, int scale) {
    return BigDecimal.valueOf(unscaled, scale).stripTrailingZeros().toPlainString();
  }

  /**
   * @param labels names and values in turn
   */
  private void add(String name, String type, String help, String value, String... labels) {
    Family family =
        families.computeIfAbsent(
            "chuyencan_" + name, any -> new Family(help, type, new ArrayList<>()));
    StringBuilder sample = new StringBuilder();
    sample.append("{institution=\"").append(escaped(institution)).append('"');
    for (int index = 0; index < labels.length; index += 2) {
      sample
          .append(',')
          .append(labels[index])
          .append("=\"")
          .append(escaped(labels[index + 1]))
          .append('"');
    }
    family.samples().add(sample.append("} ").append(value).toString());
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    families.forEach(
        (name, family) -> {
          text.append("# HELP ").append(name).append(' ').append(family.help()).append('\n');
          text.append("# TYPE ").append(name).append(' ').append(family.type()).append('\n');
          family.samples().forEach(sample -> text.append(name).append(sample).append('\n'));
        });
    return text.toString();
  }
}

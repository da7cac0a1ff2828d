package vn.chuyencan.job;

import static org.apache.iceberg.expressions.Expressions.alwaysTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.measure.CourseContext;
import vn.chuyencan.measure.SourceAnomalies;
import vn.chuyencan.measure.SourceHealth;
import vn.chuyencan.model.Anomaly;
import vn.chuyencan.table.LakeChange;
import vn.chuyencan.table.Tables;

/**
 * Stands between what was measured and what is published: where a source did something that the
 * configuration does not allow and nobody accepted, nothing is published. What a person accepts is
 * written down and stays accepted.
 */
public final class DataGate {

  private DataGate() {}

  /**
   * Looks at what the measures tell of the sources.
   *
   * @throws PipelineException all reasons for which the gate is closed, {@link
   *     ErrorCode#SILENT_TOO_LONG}, {@link ErrorCode#TOO_MUCH_UNRESOLVED}, {@link
   *     ErrorCode#VOLUME_DROPPED}; what was accepted is written down all the same
   */
  public static GateReport pass(Night night, Progress progress) {
    progress.step("gate");
    AcceptanceTable acceptances = new AcceptanceTable(night);
    GateReport report = look(night, acceptances);
    LakeChange change = night.lake().change();
    if (acceptances.add(report.accepted(), change)) {
      change.apply();
      night.lake().commit(night.lake().state());
    }
    progress.counts(
        Map.of(
            "closing",
            (long) report.closing().size(),
            "accepted",
            (long) report.accepted().size()));
    progress.gate(report);
    if (!report.closing().isEmpty()) {
      throw new PipelineException(report.closing().stream().map(DataGate::fault).toList());
    }
    return report;
  }

  private static GateReport look(Night night, AcceptanceTable acceptances) {
    CourseInputs inputs = new CourseInputs(night);
    Map<String, NavigableMap<LocalDate, Long>> events = new TreeMap<>();
    NavigableMap<LocalDate, Integer> courseRuns =
        new TreeMap<>(
            SourceHealth.courseDays(
                inputs.contexts().stream().map(CourseContext::run).toList(), night.asOf()));
    inputs.each(
        Tables.SOURCE_DAY,
        alwaysTrue(),
        row ->
            events
                .computeIfAbsent((String) row.getField("source"), source -> new TreeMap<>())
                .put((LocalDate) row.getField("event_date"), (Long) row.getField("events")),
        "source",
        "event_date",
        "events");
    Map<String, Health> health = new HashMap<>();
    inputs.each(
        Tables.SOURCE_HEALTH,
        alwaysTrue(),
        row ->
            health.put(
                (String) row.getField("source"),
                new Health(
                    (Long) row.getField("unresolved_events"),
                    (BigDecimal) row.getField("unresolved_share"),
                    (BigDecimal) row.getField("rejected_share"))),
        "source",
        "unresolved_events",
        "unresolved_share",
        "rejected_share");
    Map<String, GateReport.SourceFigures> figures = new TreeMap<>();
    List<Anomaly> accepted = new ArrayList<>();
    List<Anomaly> closing = new ArrayList<>();
    for (Configuration.Source source : night.configuration().sources()) {
      NavigableMap<LocalDate, Long> days = events.getOrDefault(source.id(), new TreeMap<>());
      Health found = health.getOrDefault(source.id(), Health.NONE);
      SourceAnomalies anomalies =
          new SourceAnomalies(
              source.id(),
              night.asOf(),
              courseRuns,
              days,
              night.configuration().gate().of(source.id()));
      for (Anomaly anomaly : anomalies.all(found.unresolvedEvents())) {
        (acceptances.covers(anomaly) ? accepted : closing).add(anomaly);
      }
      figures.put(
          source.id(),
          new GateReport.SourceFigures(
              days.values().stream().mapToLong(Long::longValue).sum(),
              lastDay(days).orElse(null),
              anomalies.silentDaysNow(),
              found.rejectedShare(),
              found.unresolvedShare()));
    }
    return new GateReport(figures, accepted, closing);
  }

  private record Health(
      long unresolvedEvents, BigDecimal unresolvedShare, BigDecimal rejectedShare) {
    static final Health NONE = new Health(0, null, null);
  }

  private static Optional<LocalDate> lastDay(NavigableMap<LocalDate, Long> days) {
    return days.descendingMap().entrySet().stream()
        .filter(day -> day.getValue() > 0)
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** Whether a batch's anomaly was accepted; if so that is written with the batch's commit. */
  static boolean accepts(Night night, Anomaly anomaly) {
    AcceptanceTable table = new AcceptanceTable(night);
    if (!table.covers(anomaly)) {
      return false;
    }
    LakeChange change = night.lake().change();
    if (table.add(List.of(anomaly), change)) {
      change.apply();
    }
    return true;
  }

  /** What is wrong, and how it is accepted. */
  static Fault fault(Anomaly anomaly) {
    String figure = anomaly.figure().stripTrailingZeros().toPlainString();
    String threshold = anomaly.threshold().stripTrailingZeros().toPlainString();
    List<String> details = anomaly.details();
    return switch (anomaly.kind()) {
      case REJECTED_SHARE ->
          Fault.of(
              ErrorCode.TOO_MUCH_REJECTED,
              details.get(0),
              details.get(1),
              details.get(2),
              threshold,
              anomaly.id());
      case SILENT_DAYS ->
          Fault.of(
              ErrorCode.SILENT_TOO_LONG,
              anomaly.source(),
              figure,
              details.get(0),
              details.get(1),
              threshold,
              anomaly.id());
      case UNRESOLVED_SHARE ->
          Fault.of(
              ErrorCode.TOO_MUCH_UNRESOLVED,
              anomaly.source(),
              details.get(0),
              details.get(1),
              figure,
              threshold,
              anomaly.id());
      case VOLUME_DROP ->
          Fault.of(
              ErrorCode.VOLUME_DROPPED,
              anomaly.source(),
              details.get(0),
              details.get(1),
              details.get(2),
              figure,
              threshold,
              anomaly.id());
    };
  }
}

package vn.chuyencan.job;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.chuyencan.model.Anomaly;

/**
 * What was found at the data gate.
 *
 * @param sources how each source of the configuration does, by its id
 * @param accepted anomalies that do not close the gate because a person accepted them
 * @param closing anomalies that close it; empty: it is open
 */
public record GateReport(
    Map<String, SourceFigures> sources, List<Anomaly> accepted, List<Anomaly> closing) {

  public GateReport {
    sources = new TreeMap<>(sources);
    accepted = List.copyOf(accepted);
    closing = List.copyOf(closing);
  }

  /**
   * How a source does.
   *
   * @param events its events up to the last day that counts
   * @param lastEventDay the last day on which it said something; null: never
   * @param silentDays days with an open course run since then
   * @param rejectedShare of all records that were read; null where none was
   * @param unresolvedShare of its events; null where there are none
   */
  public record SourceFigures(
      long events,
      LocalDate lastEventDay,
      int silentDays,
      BigDecimal rejectedShare,
      BigDecimal unresolvedShare) {}
}

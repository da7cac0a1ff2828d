package vn.chuyencan.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.chuyencan.error.Language;
import vn.chuyencan.job.Night;
import vn.chuyencan.job.NightlyRun;
import vn.chuyencan.report.Manifest;

/** What nights brought, as values by name for programs. Names do not depend on the language. */
final class RunJson {
  private RunJson() {}

  /**
   * The values, in order.
   *
   * @param outcomes one or more nights, the last one last; details are of that one
   */
  static Map<String, Object> of(Night night, List<NightlyRun.Outcome> outcomes, Language language) {
    NightlyRun.Outcome last = outcomes.get(outcomes.size() - 1);
    Manifest manifest = last.manifest();
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("institution", night.configuration().institution().id());
    values.put("run", manifest.runId());
    values.put("as_of", manifest.asOf().toString());
    values.put("digest", manifest.digest());
    values.put("latest", Path.of(night.configuration().publish()).resolve("latest").toString());
    values.put("records", manifest.counts());
    values.put(
        "recomputed",
        last.recomputed().stream()
            .map(
                one ->
                    ordered(
                        "step", one.step(),
                        "cause", one.cause().name(),
                        "course_runs", one.courseIds(),
                        "learners", one.learners()))
            .toList());
    List<Object> decisions = new ArrayList<>();
    CourseRunSummary.of(night.lake(), night.asOf())
        .decisions()
        .forEach(
            (decided, statuses) ->
                decisions.add(
                    ordered(
                        "course", decided.courseId(),
                        "certificate", decided.certificate(),
                        "counts", statuses)));
    values.put("decisions", decisions);
    values.put(
        "tables",
        manifest.tables().stream()
            .map(table -> ordered("name", table.name(), "rows", table.rows(), "csv", table.csv()))
            .toList());
    values.put("withheld", FailureJson.faults(last.withheld(), language));
    List<Object> nights = new ArrayList<>();
    outcomes.forEach(
        outcome ->
            nights.add(
                ordered(
                    "as_of", outcome.manifest().asOf().toString(),
                    "run", outcome.manifest().runId(),
                    "digest", outcome.manifest().digest())));
    values.put("nights", nights);
    return values;
  }

  /** Names and values, one after the other, in this order. */
  static Map<String, Object> ordered(Object... namesAndValues) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return values;
  }
}

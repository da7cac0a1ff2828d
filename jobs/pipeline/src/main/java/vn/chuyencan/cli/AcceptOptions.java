package vn.chuyencan.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Option;
import vn.chuyencan.error.Language;
import vn.chuyencan.job.Acceptance;
import vn.chuyencan.job.Night;
import vn.chuyencan.job.NightlyRun;

/** Which anomalies whoever starts a run accepts, and who answers for it. */
final class AcceptOptions {
  @Option(
      names = "--accept-anomaly",
      paramLabel = "ID",
      description =
          "Publish in spite of what closed the data gate under this id; may be given several"
              + " times. It is written down and stays accepted.")
  private final List<String> ids = new ArrayList<>();

  @Option(
      names = "--by",
      paramLabel = "NAME",
      description = "Who answers for what is accepted (default: the user of this machine).")
  private String by;

  /** The night with what is accepted. */
  Night of(Night night) {
    return night.accepting(
        new Acceptance(new TreeSet<>(ids), by == null ? System.getProperty("user.name") : by));
  }

  /** Tells which ids meant nothing that was found: who mistypes should know. */
  void tellUnused(List<NightlyRun.Outcome> outcomes, PrintStream notes, Language language) {
    Set<String> unused = new TreeSet<>(ids);
    unused.removeIf(
        id ->
            outcomes.stream()
                .flatMap(outcome -> outcome.gate().accepted().stream())
                .anyMatch(anomaly -> anomaly.coveredBy(id)));
    // What closes the gate while a batch is taken in leaves no report of the gate.
    unused.removeIf(id -> id.startsWith("rejected-share:"));
    for (String id : unused) {
      notes.println(
          (language == Language.VI
                  ? "không thấy bất thường nào có mã này: "
                  : "nothing unusual has this id: ")
              + id);
    }
  }
}

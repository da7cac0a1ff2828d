package vn.chuyencan.job.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import vn.chuyencan.job.Configuration;
import vn.chuyencan.job.record.RunRecord;
import vn.chuyencan.model.TraceForm;
import vn.chuyencan.source.intake.Intake;
import vn.chuyencan.source.intake.RecordIntake;
import vn.chuyencan.source.intake.RecordSource;
import vn.chuyencan.xapi.ScanOptions;

/** The configuration under which a run was computed. */
final class RecordedNight {

  private RecordedNight() {}

  /**
   * Today's configuration with everything in it that results depend on as it was then.
   *
   * @param scratch where policies are written and what is computed is published
   */
  static Configuration configuration(Configuration today, RunRecord record, Path scratch)
      throws IOException {
    List<String> policies = new ArrayList<>();
    Path folder = Files.createDirectories(scratch.resolve("policies"));
    for (RunRecord.PolicyPart policy : record.policies()) {
      Path file = folder.resolve(policies.size() + ".yaml");
      Files.writeString(file, policy.text(), StandardCharsets.UTF_8);
      policies.add(file.toString());
    }
    Configuration.Institution institution = today.institution();
    return new Configuration(
        new Configuration.Institution(
            record.institution(),
            institution.name(),
            ZoneId.of(record.zone()),
            institution.key(),
            institution.lakeSecret(),
            institution.letterhead()),
        scratch.resolve("warehouse").toString(),
        scratch.resolve("published").toString(),
        today.registers(),
        record.sources().stream().map(RecordedNight::source).toList(),
        policies,
        new Configuration.Gate(record.maxRejectedShare(), today.gate().minRejected()),
        record.integrity(),
        today.reports());
  }

  private static Configuration.Source source(RunRecord.SourcePart part) {
    return new Configuration.Source(
        part.id(),
        part.kind(),
        "",
        part.mode(),
        part.zone() == null ? null : ZoneId.of(part.zone()),
        Duration.parse(part.futureSkew()),
        part.from() == null ? null : LocalDate.parse(part.from()),
        part.until() == null ? null : LocalDate.parse(part.until()),
        new Read(part.site(), part.form()));
  }

  /** A source whose records are in the lake already. */
  private record Read(String site, TraceForm form) implements RecordSource {
    @Override
    public Intake ingest(RecordIntake intake, ScanOptions options) {
      throw new IllegalStateException("a past night takes in nothing");
    }
  }
}

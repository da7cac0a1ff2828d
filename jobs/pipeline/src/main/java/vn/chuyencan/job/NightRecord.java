package vn.chuyencan.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.chuyencan.job.record.RunRecord;
import vn.chuyencan.policy.PolicyText;
import vn.chuyencan.report.ManifestSeal;

/** What a night was made of, as the record of its run tells it. */
final class NightRecord {

  private NightRecord() {}

  /** The record, without the registers; called when all that is published is committed. */
  static RunRecord of(Night night, String runId) {
    Configuration configuration = night.configuration();
    List<RunRecord.PolicyPart> policies = new ArrayList<>();
    for (PolicyText text : DecideJob.policies(night)) {
      policies.add(new RunRecord.PolicyPart(text.file(), text.policy().hash(), text.text()));
    }
    return new RunRecord(
        RunRecord.FORMAT,
        runId,
        night.asOf(),
        night.codeVersion(),
        ManifestSeal.of(configuration.institution().secret()).keyName(),
        configuration.institution().id(),
        configuration.institution().zone().getId(),
        configuration.sources().stream().map(NightRecord::source).toList(),
        configuration.gate().maxRejectedShare(),
        configuration.integrity(),
        policies,
        Map.of(),
        Map.of(),
        night.lake().state());
  }

  private static RunRecord.SourcePart source(Configuration.Source source) {
    return new RunRecord.SourcePart(
        source.id(),
        source.kind(),
        source.mode(),
        source.zone() == null ? null : source.zone().getId(),
        source.futureSkew().toString(),
        source.from() == null ? null : source.from().toString(),
        source.until() == null ? null : source.until().toString(),
        source.reader().site(),
        source.reader().form());
  }
}

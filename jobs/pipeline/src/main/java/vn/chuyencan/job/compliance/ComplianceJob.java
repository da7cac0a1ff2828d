package vn.chuyencan.job.compliance;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vn.chuyencan.comply.Compliance;
import vn.chuyencan.comply.Indicator;
import vn.chuyencan.comply.Regulation;
import vn.chuyencan.comply.Regulations;
import vn.chuyencan.comply.ReportPeriod;
import vn.chuyencan.job.Night;
import vn.chuyencan.job.SectionEvidence;
import vn.chuyencan.source.coursepackage.PackageFiles;
import vn.chuyencan.source.register.RegisterReader;

/** Judges the rules of regulations over what a night left and what the registers say. */
public final class ComplianceJob {

  private ComplianceJob() {}

  /**
   * Opens all evidence of a night, without what registers still tell of persons who were erased.
   *
   * @return to be closed
   * @throws vn.chuyencan.error.PipelineException with all faults of the registers
   */
  public static Compliance open(Night night, ReportPeriod period) {
    Path registers = Path.of(night.configuration().registers());
    return new Compliance(
        period.with(night.configuration().reports().limits()),
        new NightEvidence(
            night.registers(),
            RegisterReader.institution(registers, night.tombstones()),
            night.lake(),
            night.configuration().institution().zone(),
            () -> SectionEvidence.rows(night, period.firstDay(), period.cutOff()),
            new PackageFiles(registers),
            new CourseQuestions(night)),
        Regulations.all(),
        night.configuration().reports().switches(),
        night.configuration().reports().thresholds());
  }

  /** All rules of all regulations, in their order. */
  public static List<Indicator> judge(Compliance compliance) {
    List<Indicator> indicators = new ArrayList<>();
    for (Regulation regulation : Regulations.all()) {
      indicators.addAll(compliance.judge(regulation));
    }
    return indicators;
  }
}

package vn.chuyencan.job.compliance;

import java.util.List;
import java.util.Map;
import vn.chuyencan.comply.Compliance;
import vn.chuyencan.comply.IndicatorRows;
import vn.chuyencan.comply.ReportPeriod;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.job.Night;
import vn.chuyencan.job.NightReports;
import vn.chuyencan.table.Tables;

/** What all rules find on the day of a night, where the configuration asks for it every night. */
public final class NightIndicators implements NightReports {

  @Override
  public Made of(Night night) {
    if (!night.configuration().reports().nightly()) {
      return NONE.of(night);
    }
    ReportPeriod period = new ReportPeriod(night.asOf().getYear(), night.asOf());
    try (Compliance compliance = ComplianceJob.open(night, period)) {
      return new Made(
          Map.of(
              Tables.COMPLIANCE_INDICATOR,
              IndicatorRows.of(period, ComplianceJob.judge(compliance))),
          List.of());
    } catch (PipelineException refused) {
      return new Made(Map.of(), refused.faults());
    }
  }
}

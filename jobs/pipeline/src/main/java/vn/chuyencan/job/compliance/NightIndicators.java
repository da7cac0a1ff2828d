package vn.chuyencan.job.compliance;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.chuyencan.comply.Compliance;
import vn.chuyencan.comply.Indicator;
import vn.chuyencan.comply.IndicatorRows;
import vn.chuyencan.comply.ReportPeriod;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.job.Night;
import vn.chuyencan.job.NightReports;
import vn.chuyencan.table.Tables;

/**
 * What all rules find on the day of a night and the tables of the yearly reports as they stand, where
 * the configuration asks for them every night.
 */
public final class NightIndicators implements NightReports {

  @Override
  public Made of(Night night) {
    if (!night.configuration().reports().nightly()) {
      return NONE.of(night);
    }
    ReportPeriod period = new ReportPeriod(night.asOf().getYear(), night.asOf());
    try (Compliance compliance = ComplianceJob.open(night, period)) {
      List<Indicator> indicators = ComplianceJob.judge(compliance);
      NightForms forms = NightForms.of(night, compliance, indicators);
      Map<String, List<Object[]>> rows = new TreeMap<>(forms.suppressed());
      rows.put(Tables.COMPLIANCE_INDICATOR, IndicatorRows.of(period, indicators));
      return new Made(rows, forms.complete(), List.of());
    } catch (PipelineException refused) {
      return new Made(Map.of(), Map.of(), refused.faults());
    }
  }
}

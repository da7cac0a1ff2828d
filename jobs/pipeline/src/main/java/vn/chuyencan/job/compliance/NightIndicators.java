package vn.chuyencan.job.compliance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Future;
import vn.chuyencan.comply.Compliance;
import vn.chuyencan.comply.Forms;
import vn.chuyencan.comply.Indicator;
import vn.chuyencan.comply.IndicatorRows;
import vn.chuyencan.comply.Regulations;
import vn.chuyencan.comply.ReportPeriod;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.job.Night;
import vn.chuyencan.job.NightReports;
import vn.chuyencan.table.Tables;
import vn.chuyencan.work.SideBySide;

/**
 * What all rules find on the day of a night and the tables of the yearly reports as they stand,
 * where the configuration asks for them every night. Registers and files of packages are read
 * beside the night's own work.
 */
public final class NightIndicators implements NightReports {

  @Override
  public Begun begin(Night night) {
    return night.configuration().reports().nightly() ? new Beside(night) : NONE.begin(night);
  }

  /** One thread reads; the rules are asked by the thread that runs the night. */
  private static final class Beside implements Begun {
    private final Night night;
    private final ReportPeriod period;
    private final SideBySide reading = new SideBySide(1, "reports");
    private final Future<Compliance> read;

    Beside(Night night) {
      this.night = night;
      this.period = new ReportPeriod(night.asOf().getYear(), night.asOf());
      this.read = reading.submit(() -> read(night, period));
    }

    private static Compliance read(Night night, ReportPeriod period) {
      Compliance compliance = ComplianceJob.open(night, period);
      try {
        compliance.prepare(Regulations.all());
        // Read here, so that nobody waits for their files later.
        Forms.yearly();
        return compliance;
      } catch (PipelineException | IllegalStateException failed) {
        compliance.close();
        throw failed;
      }
    }

    @Override
    public Made made() {
      try {
        Compliance compliance = SideBySide.result(read);
        List<Indicator> indicators = ComplianceJob.judge(compliance);
        NightForms forms = NightForms.of(night, compliance, indicators);
        Map<String, List<Object[]>> rows = new TreeMap<>(forms.suppressed());
        rows.put(Tables.COMPLIANCE_INDICATOR, IndicatorRows.of(period, indicators));
        return new Made(rows, forms.complete(), List.of());
      } catch (PipelineException refused) {
        return new Made(Map.of(), Map.of(), refused.faults());
      } catch (IOException interrupted) {
        throw new UncheckedIOException(interrupted);
      }
    }

    /** The registers are let go; what made them unreadable has been told, or is of no account. */
    @Override
    public void close() {
      reading.close();
      if (!read.isDone() || read.isCancelled()) {
        return;
      }
      try {
        SideBySide.result(read).close();
      } catch (IOException | RuntimeException unread) {
        // Nothing is open then.
        return;
      }
    }
  }
}

package vn.chuyencan.job.compliance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Future;
import vn.chuyencan.comply.Compliance;
import vn.chuyencan.comply.Evidence;
import vn.chuyencan.comply.Forms;
import vn.chuyencan.comply.Indicator;
import vn.chuyencan.comply.IndicatorRows;
import vn.chuyencan.comply.Regulations;
import vn.chuyencan.comply.ReportPeriod;
import vn.chuyencan.comply.SuppressedIndicators;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.job.Night;
import vn.chuyencan.job.NightReports;
import vn.chuyencan.table.Tables;
import vn.chuyencan.work.SideBySide;

/**
 * What all rules find on the day of a night and the tables of the yearly reports as they stand,
 * where the configuration asks for them every night. All of it is done beside the night's own work,
 * each part as soon as what it reads stands.
 */
public final class NightIndicators implements NightReports {

  @Override
  public Begun begin(Night night) {
    return night.configuration().reports().nightly() ? new Beside(night) : NONE.begin(night);
  }

  /** One thread does all of it, step by step. */
  private static final class Beside implements Begun {
    private final Night night;
    private final ReportPeriod period;
    private final SideBySide reading = new SideBySide(1, "reports");
    private Future<Compliance> read;
    private Future<Made> making;

    Beside(Night night) {
      this.night = night;
      this.period = new ReportPeriod(night.asOf().getYear(), night.asOf());
      this.read = reading.submit(() -> read(night, period));
    }

    private static Compliance read(Night night, ReportPeriod period) {
      Compliance compliance = ComplianceJob.open(night, period);
      // Read here, so that nobody waits for their files later.
      Forms.yearly();
      return prepared(compliance, Evidence.Stands.BEFORE);
    }

    private static Compliance prepared(Compliance compliance, Evidence.Stands now) {
      try {
        compliance.prepare(Regulations.all(), now);
        return compliance;
      } catch (PipelineException | IllegalStateException failed) {
        compliance.close();
        throw failed;
      }
    }

    @Override
    public void takenIn() {
      Future<Compliance> before = read;
      read = reading.submit(() -> prepared(SideBySide.result(before), Evidence.Stands.TAKEN_IN));
    }

    @Override
    public void measured() {
      if (making == null) {
        making = reading.submit(() -> make(SideBySide.result(read)));
      }
    }

    private Made make(Compliance compliance) {
      List<Indicator> indicators = ComplianceJob.judge(compliance);
      NightForms forms = NightForms.of(night, compliance, indicators);
      List<Object[]> found = IndicatorRows.of(period, indicators);
      Map<String, List<Object[]>> rows = new TreeMap<>(forms.suppressed());
      rows.put(Tables.COMPLIANCE_INDICATOR, SuppressedIndicators.rows(found));
      Map<String, List<Object[]>> complete = new TreeMap<>(forms.complete());
      complete.put(Tables.COMPLIANCE_INDICATOR, found);
      return new Made(rows, complete, List.of());
    }

    @Override
    public Made made() {
      measured();
      try {
        return SideBySide.result(making);
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

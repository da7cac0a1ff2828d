package vn.chuyencan.job.compliance;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.chuyencan.comply.Compliance;
import vn.chuyencan.comply.FilledForm;
import vn.chuyencan.comply.Form;
import vn.chuyencan.comply.FormFiller;
import vn.chuyencan.comply.Indicator;
import vn.chuyencan.comply.IndicatorRows;
import vn.chuyencan.comply.Regulation;
import vn.chuyencan.comply.Regulations;
import vn.chuyencan.comply.ReportPeriod;
import vn.chuyencan.job.Configuration;
import vn.chuyencan.job.Night;
import vn.chuyencan.report.forms.FormFiles;
import vn.chuyencan.report.forms.FormReport;
import vn.chuyencan.report.forms.FormTable;
import vn.chuyencan.report.lists.SafeName;
import vn.chuyencan.table.Tables;

/** Makes the reports that an institution hands in. */
public final class FormJob {
  private final Night night;

  public FormJob(Night night) {
    this.night = night;
  }

  /**
   * What was written.
   *
   * @param folder where
   * @param files their names
   */
  public record Written(Path folder, FormReport.Subject subject, List<String> files) {}

  /**
   * Writes a form: a folder for the last day that counts, and within it one for each scope where
   * others than the institution issue it.
   *
   * @param root the folder of all reports
   * @throws vn.chuyencan.error.PipelineException with all faults of the registers, or where a file
   *     cannot be written
   */
  public List<Written> write(Form form, int year, Path root) {
    ReportPeriod period = period(form, year, night.asOf());
    List<Written> written = new ArrayList<>();
    for (FormReport report : reports(form, period)) {
      Path folder =
          root.resolve(Integer.toString(year))
              .resolve(form.id())
              .resolve(period.cutOff().toString());
      if (!report.subject().scope().equals(Compliance.EVERYTHING)) {
        folder = folder.resolve(SafeName.of(report.subject().scope()));
      }
      written.add(
          new Written(
              folder,
              report.subject(),
              List.copyOf(FormFiles.write(report, folder).keySet())));
    }
    return written;
  }

  private static ReportPeriod period(Form form, int year, LocalDate asOf) {
    return new ReportPeriod(year, form.lastDay(year, asOf));
  }

  private List<FormReport> reports(Form form, ReportPeriod period) {
    Configuration configuration = night.configuration();
    FormModel model =
        new FormModel(
            configuration.institution().letterhead(), configuration.reports(), night.codeVersion());
    try (Compliance compliance =
        ComplianceJob.open(night, period, configuration.reports().switches())) {
      List<Indicator> indicators = judge(form, compliance);
      List<FormTable> tables =
          form.regulations().isEmpty()
              ? List.of()
              : List.of(
                  new FormTable(
                      Tables.COMPLIANCE_INDICATOR, IndicatorRows.of(period, indicators)));
      List<FilledForm> filled =
          new FormFiller(
                  compliance,
                  configuration.institution().name(),
                  configuration.reports().database(),
                  indicators)
              .fill(form);
      return filled.stream().map(one -> model.of(one, tables)).toList();
    }
  }

  private static List<Indicator> judge(Form form, Compliance compliance) {
    List<Indicator> indicators = new ArrayList<>();
    for (Regulation regulation : Regulations.all()) {
      if (form.regulations().contains("*") || form.regulations().contains(regulation.id())) {
        indicators.addAll(compliance.judge(regulation));
      }
    }
    return indicators;
  }
}

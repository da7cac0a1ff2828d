package vn.chuyencan.job.compliance;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import vn.chuyencan.comply.Compliance;
import vn.chuyencan.comply.FilledForm;
import vn.chuyencan.comply.Form;
import vn.chuyencan.comply.FormFiller;
import vn.chuyencan.comply.Indicator;
import vn.chuyencan.comply.IndicatorRows;
import vn.chuyencan.comply.Regulation;
import vn.chuyencan.comply.Regulations;
import vn.chuyencan.comply.ReportPeriod;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;
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
              folder, report.subject(), List.copyOf(FormFiles.write(report, folder).keySet())));
    }
    return written;
  }

  /** Of what time a form tells on a day. */
  static ReportPeriod period(Form form, int year, LocalDate asOf) {
    return new ReportPeriod(year, form.lastDay(year, asOf));
  }

  private List<FormReport> reports(Form form, ReportPeriod period) {
    Configuration configuration = night.configuration();
    try (Compliance compliance = ComplianceJob.open(night, period)) {
      List<Indicator> indicators = judge(form, compliance);
      List<FilledForm> filled =
          new FormFiller(
                  compliance,
                  configuration.institution().name(),
                  configuration.reports().database(),
                  indicators)
              .fill(form);
      if (filled.isEmpty()) {
        throw nobody(form, compliance);
      }
      return reports(filled, indicators);
    }
  }

  private static PipelineException nobody(Form form, Compliance compliance) {
    Set<String> absent = compliance.absent(form.each(), List.of());
    return new PipelineException(
        Fault.of(
            ErrorCode.FORM_OF_NOBODY,
            form.id(),
            absent.isEmpty() ? "–" : String.join(", ", absent).replace("reg.", "")));
  }

  /** Filled forms as reports. */
  List<FormReport> reports(List<FilledForm> filled, List<Indicator> indicators) {
    Configuration configuration = night.configuration();
    FormModel model =
        new FormModel(
            configuration.institution().letterhead(), configuration.reports(), night.codeVersion());
    return filled.stream()
        .map(
            one ->
                model.of(
                    one,
                    one.form().regulations().isEmpty()
                        ? List.of()
                        : List.of(
                            new FormTable(
                                Tables.COMPLIANCE_INDICATOR,
                                IndicatorRows.of(one.period(), indicators)))))
        .toList();
  }

  /**
   * Which registers a form lacks, by who supplies them.
   *
   * @param registers names by who supplies them
   */
  public record Lacking(Form form, Map<Regulation.Words, Set<String>> registers) {}

  /** What each form lacks. */
  public List<Lacking> lacking(List<Form> forms) {
    ReportPeriod period = new ReportPeriod(night.asOf().getYear(), night.asOf());
    Set<String> switches = night.configuration().reports().switches();
    List<Lacking> lacking = new ArrayList<>();
    try (Compliance compliance = ComplianceJob.open(night, period)) {
      for (Form form : forms) {
        Map<Regulation.Words, Set<String>> registers = new LinkedHashMap<>();
        Stream.concat(
                form.queries().flatMap(query -> compliance.absent(query, List.of()).stream()),
                rules(form)
                    .filter(rule -> rule.computable())
                    .filter(rule -> rule.onlyWith() == null || switches.contains(rule.onlyWith()))
                    .flatMap(rule -> compliance.absent(rule.sql(), rule.optional()).stream()))
            .distinct()
            .sorted()
            .forEach(
                need ->
                    registers
                        .computeIfAbsent(
                            compliance.supplier(Set.of(need)), fresh -> new TreeSet<>())
                        .add(need.substring(need.indexOf('.') + 1)));
        lacking.add(new Lacking(form, registers));
      }
    }
    return lacking;
  }

  private static Stream<Regulation.Rule> rules(Form form) {
    return regulations(form).flatMap(regulation -> regulation.rules().stream());
  }

  private static Stream<Regulation> regulations(Form form) {
    return Regulations.all().stream()
        .filter(
            regulation ->
                form.regulations().contains("*") || form.regulations().contains(regulation.id()));
  }

  /** What the rules of a form's regulations find. */
  static List<Indicator> judge(Form form, Compliance compliance) {
    List<Indicator> indicators = new ArrayList<>();
    regulations(form).forEach(regulation -> indicators.addAll(compliance.judge(regulation)));
    return indicators;
  }
}

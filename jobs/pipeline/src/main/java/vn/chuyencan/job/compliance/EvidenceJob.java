package vn.chuyencan.job.compliance;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.chuyencan.comply.CheckScript;
import vn.chuyencan.comply.Compliance;
import vn.chuyencan.comply.FilledForm;
import vn.chuyencan.comply.FilledForm.Scope;
import vn.chuyencan.comply.Form;
import vn.chuyencan.comply.FormFiller;
import vn.chuyencan.comply.Forms;
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
import vn.chuyencan.report.RequestedTable;
import vn.chuyencan.report.forms.EvidenceZip;
import vn.chuyencan.report.forms.FormFiles;
import vn.chuyencan.report.forms.FormReport;
import vn.chuyencan.report.lists.SafeName;
import vn.chuyencan.table.Tables;

/** Packs what a rule or a report rests on, for an inspector who has not this program. */
public final class EvidenceJob {
  private final Night night;
  private final Configuration configuration;

  public EvidenceJob(Night night) {
    this.night = night;
    this.configuration = night.configuration();
  }

  /**
   * Writes an evidence file.
   *
   * @param subject a rule such as {@code C28-2.1}, or a form
   * @throws PipelineException EVIDENCE_UNKNOWN
   */
  public void write(String subject, int year, Path zip) {
    Optional<Form> form = Forms.named(subject);
    Map<String, byte[]> files = new LinkedHashMap<>();
    if (form.isPresent()) {
      ReportPeriod period = new ReportPeriod(year, form.get().lastDay(year, night.asOf()));
      try (Compliance compliance = open(period)) {
        ofForm(form.get(), compliance, files);
      }
    } else {
      ReportPeriod period = new ReportPeriod(year, night.asOf());
      Cited cited = named(subject);
      try (Compliance compliance = open(period)) {
        List<Indicator> found = compliance.judge(cited.regulation(), cited.rule());
        files.put(
            "compliance_indicator.csv",
            new RequestedTable(Tables.COMPLIANCE_INDICATOR, IndicatorRows.of(period, found)).csv());
        pack(
            ask(new CheckScript(compliance), List.of(cited), compliance),
            own(),
            compliance.period(),
            "",
            files);
        put(files, "", List.of(cited), period, subject);
      }
    }
    EvidenceZip.write(zip, files);
  }

  private record Cited(Regulation regulation, Regulation.Rule rule) {}

  private Compliance open(ReportPeriod period) {
    return ComplianceJob.open(night, period);
  }

  private static Cited named(String id) {
    return cited().stream()
        .filter(cited -> cited.rule().id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new PipelineException(
                    Fault.of(
                        ErrorCode.EVIDENCE_UNKNOWN,
                        id,
                        String.join(", ", Forms.all().stream().map(Form::id).toList()))));
  }

  private static List<Cited> cited() {
    return Regulations.all().stream()
        .flatMap(regulation -> regulation.rules().stream().map(rule -> new Cited(regulation, rule)))
        .toList();
  }

  /** Each report of the form in a folder of its own, where there are several. */
  private void ofForm(Form form, Compliance compliance, Map<String, byte[]> files) {
    FormJob job = new FormJob(night);
    ReportPeriod period = compliance.period();
    List<Indicator> indicators = FormJob.judge(form, compliance);
    FormFiller filler =
        new FormFiller(
            compliance,
            configuration.institution().name(),
            configuration.reports().database(),
            indicators);
    List<Cited> law =
        cited().stream()
            .filter(
                cited -> form.law().contains(cited.rule().id()) || form.regulations().contains("*"))
            .toList();
    List<FilledForm> filled = filler.fill(form);
    List<FormReport> reports = job.reports(filled, indicators);
    for (int index = 0; index < filled.size(); index++) {
      FilledForm one = filled.get(index);
      String folder = filled.size() == 1 ? "" : SafeName.of(one.scope().id()) + "/";
      filler.show(one.scope());
      CheckScript script = new CheckScript(compliance);
      one.parts().stream()
          .filter(part -> part.contract().isPresent())
          .forEach(part -> script.ask(filler.question(part)));
      askChecks(form, compliance, script);
      FormFiles.of(reports.get(index))
          .forEach((name, content) -> files.put(folder + "report/" + name, content));
      pack(ask(script, law, compliance), one.scope(), period, folder, files);
      put(files, folder, law, period, form.id() + " (" + String.join(", ", form.law()) + ")");
    }
  }

  private static void askChecks(Form form, Compliance compliance, CheckScript script) {
    for (int index = 0; index < form.checks().size(); index++) {
      Form.Check check = form.checks().get(index);
      if (compliance.absent(check.sql(), List.of()).isEmpty()) {
        script.ask(check.id() + "-" + (index + 1), check.title().vi(), check.sql());
      }
    }
  }

  private static CheckScript ask(CheckScript script, List<Cited> rules, Compliance compliance) {
    for (Cited cited : rules) {
      Regulation.Rule rule = cited.rule();
      if (rule.computable() && compliance.absent(rule.sql(), rule.optional()).isEmpty()) {
        script.ask(rule.id(), rule.title().vi(), rule.sql());
        if (rule.rows() != null) {
          script.ask(rule.id() + "-rows", rule.title().vi(), rule.rows());
        }
      }
    }
    return script;
  }

  private Scope own() {
    return Scope.institution(configuration.institution().name());
  }

  private void pack(
      CheckScript script,
      Scope scope,
      ReportPeriod period,
      String folder,
      Map<String, byte[]> files) {
    new EvidencePack(
            script,
            period,
            configuration.institution().name(),
            configuration.reports().database(),
            scope)
        .files()
        .forEach((name, content) -> files.put(folder + name, content));
    files.put(folder + "H2-VERSION", (script.version() + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private void put(
      Map<String, byte[]> files,
      String folder,
      List<Cited> law,
      ReportPeriod period,
      String subject) {
    List<String> lines = new ArrayList<>();
    for (Cited cited : law) {
      lines.add(EvidenceWords.law(cited.regulation(), cited.rule()));
    }
    EvidenceWords words =
        new EvidenceWords(
            subject, configuration.institution().name(), period, night.codeVersion(), lines);
    files.put(folder + "README.md", words.vietnamese());
    files.put(folder + "README.en.md", words.english());
  }
}

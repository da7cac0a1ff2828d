package vn.chuyencan.job.compliance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.chuyencan.comply.Compliance;
import vn.chuyencan.comply.FilledForm;
import vn.chuyencan.comply.FilledForm.Part;
import vn.chuyencan.comply.Form;
import vn.chuyencan.comply.FormFiller;
import vn.chuyencan.comply.Forms;
import vn.chuyencan.comply.Indicator;
import vn.chuyencan.comply.ReportPeriod;
import vn.chuyencan.comply.SuppressedForm;
import vn.chuyencan.job.Configuration;
import vn.chuyencan.job.Night;
import vn.chuyencan.table.CanonicalText;
import vn.chuyencan.table.Tables;

/**
 * The tables of the yearly reports as they stand on the day of a night: complete for whoever hands
 * them in, and without small counts for whoever else reads a publication.
 */
final class NightForms {
  private final Map<String, List<Object[]>> complete = new TreeMap<>();
  private final Map<String, List<Object[]>> suppressed = new TreeMap<>();

  private NightForms() {}

  /**
   * Fills the forms of which the registers tell anything.
   *
   * @param compliance open for the night's day
   * @param indicators what all rules find on that day
   */
  static NightForms of(Night night, Compliance compliance, List<Indicator> indicators) {
    NightForms tables = new NightForms();
    for (Form form : Forms.yearly()) {
      ReportPeriod period = FormJob.period(form, night.asOf().getYear(), night.asOf());
      if (period.equals(compliance.period())) {
        tables.add(filled(night, form, compliance, of(form, indicators)));
      } else {
        // From the day on which figures are taken until the year is over the form tells of that
        // day.
        try (Compliance then = ComplianceJob.open(night, period)) {
          tables.add(filled(night, form, then, FormJob.judge(form, then)));
        }
      }
    }
    tables.complete.values().forEach(rows -> rows.sort(NightForms::compare));
    tables.suppressed.values().forEach(rows -> rows.sort(NightForms::compare));
    return tables;
  }

  private static List<Indicator> of(Form form, List<Indicator> indicators) {
    return indicators.stream()
        .filter(one -> form.regulations().contains(one.regulation().id()))
        .toList();
  }

  private static List<FilledForm> filled(
      Night night, Form form, Compliance compliance, List<Indicator> indicators) {
    Configuration configuration = night.configuration();
    return new FormFiller(
            compliance,
            configuration.institution().name(),
            configuration.reports().database(),
            indicators)
        .fill(form);
  }

  /** The tables with all figures. */
  Map<String, List<Object[]>> complete() {
    return complete;
  }

  /** The tables without small counts. */
  Map<String, List<Object[]>> suppressed() {
    return suppressed;
  }

  private void add(List<FilledForm> forms) {
    Map<String, Integer> sequences = new LinkedHashMap<>();
    for (FilledForm form : forms) {
      List<Part> parts = form.parts().stream().filter(part -> part.contract().isPresent()).toList();
      // Where the registers name no programme and no contract there is nothing to report.
      if (parts.get(0).rows().isEmpty()) {
        continue;
      }
      List<List<Object[]>> shown = SuppressedForm.rows(form);
      for (int part = 0; part < parts.size(); part++) {
        String table = parts.get(part).contract().orElseThrow().name();
        rows(complete, table).addAll(parts.get(part).rows());
        rows(suppressed, table).addAll(shown.get(part));
      }
      for (FilledForm.Issue issue : form.issues()) {
        int sequence = sequences.merge(issue.check() + "\n" + issue.scope(), 1, Integer::sum);
        Object[] row = FormModel.issue(form, issue, sequence);
        rows(complete, Tables.REPORT_ISSUE).add(row);
        // What is at fault may be counts and persons.
        Object[] plain = row.clone();
        plain[plain.length - 1] = null;
        rows(suppressed, Tables.REPORT_ISSUE).add(plain);
      }
      rows(complete, Tables.REPORT_ISSUE);
      rows(suppressed, Tables.REPORT_ISSUE);
    }
  }

  private static List<Object[]> rows(Map<String, List<Object[]>> tables, String table) {
    return tables.computeIfAbsent(table, absent -> new ArrayList<>());
  }

  /** By the leading columns, among which are the keys. */
  private static int compare(Object[] one, Object[] other) {
    for (int column = 0; column < one.length; column++) {
      int order = compare(one[column], other[column]);
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static int compare(Object one, Object other) {
    if (one instanceof Integer number && other instanceof Integer second) {
      return number.compareTo(second);
    }
    return Comparator.nullsFirst(CanonicalText::compare)
        .compare(
            one == null ? null : String.valueOf(one), other == null ? null : String.valueOf(other));
  }
}

package vn.chuyencan.job.compliance;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.chuyencan.comply.Compliance;
import vn.chuyencan.comply.FilledForm;
import vn.chuyencan.comply.FilledForm.Cell;
import vn.chuyencan.comply.FilledForm.Part;
import vn.chuyencan.comply.FilledForm.Scope;
import vn.chuyencan.comply.Form;
import vn.chuyencan.comply.Form.PrintedColumn;
import vn.chuyencan.comply.Form.Severity;
import vn.chuyencan.job.ReportSettings;
import vn.chuyencan.report.document.Letterhead;
import vn.chuyencan.report.document.OfficialHeading;
import vn.chuyencan.report.document.TableLine;
import vn.chuyencan.report.forms.FormCell;
import vn.chuyencan.report.forms.FormPart;
import vn.chuyencan.report.forms.FormReport;
import vn.chuyencan.report.forms.FormTable;
import vn.chuyencan.table.Tables;

/** A filled form as a report that can be written. */
final class FormModel {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);
  private static final String PARENT = "{parent}";

  /** The column in which forms print what rules lack. */
  private static final String MISSING = "missing";

  /** A day within a text that is no part of an identifier. */
  private static final Pattern ISO_DAY =
      Pattern.compile("(?<![\\w-])(\\d{4})-(\\d{2})-(\\d{2})(?![\\w-])");

  /** Fills of statuses: what is met, what is not, what a person decides, what nobody can tell. */
  private static final Map<String, String> COLOURS =
      Map.of(
          "MET", "C6EFCE",
          "MET_BY_COMPENSATION", "C6EFCE",
          "NOT_MET", "FFC7CE",
          "NEEDS_REVIEW", "FFEB9C",
          "INSUFFICIENT_DATA", "D9D9D9",
          "ERROR", "FFC7CE",
          "WARNING", "FFEB9C");

  private final Letterhead institution;
  private final ReportSettings settings;
  private final String codeVersion;

  FormModel(Letterhead institution, ReportSettings settings, String codeVersion) {
    this.institution = institution;
    this.settings = settings;
    this.codeVersion = codeVersion;
  }

  /**
   * The report.
   *
   * @param tables further tables as files
   */
  FormReport of(FilledForm filled, List<FormTable> tables) {
    Form form = filled.form();
    long errors = filled.issues().stream().filter(one -> one.severity() == Severity.ERROR).count();
    Letterhead letterhead = letterhead(form, filled.scope());
    List<FormTable> all = new ArrayList<>(tables);
    all.add(new FormTable(Tables.REPORT_ISSUE, issues(filled)));
    return new FormReport(
        new FormReport.Subject(
            form.id(),
            form.law(),
            filled.scope().id(),
            filled.period().year(),
            filled.period().cutOff(),
            filled.period().complete(),
            (int) errors,
            filled.issues().size() - (int) errors,
            codeVersion),
        letterhead,
        new OfficialHeading(
            null, form.document().code(), null, form.document().type(), subject(filled)),
        settings.addressed() ? addressees(letterhead) : List.of(),
        remark(filled),
        errors == 0
            ? ""
            : "DỰ THẢO – còn " + errors + " chỗ chưa khớp, xem report_issue; chưa được nộp",
        filled.parts().stream().map(part -> part(part)).toList(),
        all);
  }

  private static String subject(FilledForm filled) {
    return filled
        .form()
        .document()
        .subject()
        .replace("{year}", Integer.toString(filled.period().year()))
        .replace("{scope}", filled.scope().name());
  }

  /** Of what time the figures are (R5). */
  private static String remark(FilledForm filled) {
    LocalDate day = filled.period().cutOff();
    if (filled.form().cutOff() == null) {
      return "(Số liệu đến ngày " + DAY.format(day) + ")";
    }
    return filled.period().complete()
        ? "(Số liệu chính thức, tính đến hết ngày " + DAY.format(day) + ")"
        : "(Số liệu đến ngày "
            + DAY.format(day)
            + "; quy mô tại thời điểm 31 tháng 12 là số dự kiến)";
  }

  private Letterhead letterhead(Form form, Scope scope) {
    boolean own = scope.id().equals(Compliance.EVERYTHING) || form.document().byInstitution();
    String parent = own ? institution.parent() : scope.parent();
    return new Letterhead(
        parent,
        own ? institution.name() : scope.name(),
        own ? institution.abbreviation() : Optional.ofNullable(scope.abbreviation()).orElse("……"),
        own ? institution.place() : scope.place(),
        recipients(form, parent),
        own ? institution.unit() : null,
        signer(form, scope, own));
  }

  private List<String> recipients(Form form, String parent) {
    return settings.recipients().getOrDefault(form.id(), form.document().recipients()).stream()
        .filter(recipient -> parent != null || !recipient.contains(PARENT))
        .map(recipient -> parent == null ? recipient : recipient.replace(PARENT, parent))
        .toList();
  }

  private Letterhead.Signer signer(Form form, Scope scope, boolean own) {
    String note = form.document().signature();
    if (own && settings.signer().isPresent()) {
      Letterhead.Signer signer = settings.signer().get();
      return new Letterhead.Signer(signer.authority(), signer.title(), signer.name(), note);
    }
    String title =
        own || scope.signerTitle() == null ? form.document().signer() : scope.signerTitle();
    return new Letterhead.Signer(null, title, own ? null : scope.signer(), note);
  }

  private static List<String> addressees(Letterhead letterhead) {
    return letterhead.recipients().stream()
        .map(one -> one.replaceAll(" \\(để .*\\)$", ""))
        .toList();
  }

  private static FormPart part(Part part) {
    Form.Section section = part.section();
    List<FormPart.Column> columns =
        section.columns().stream()
            .map(
                column ->
                    new FormPart.Column(
                        column.group(),
                        column.header(),
                        column.number(),
                        column.weight(),
                        column.left()))
            .toList();
    List<FormPart.Line> lines = new ArrayList<>();
    for (int row = 0; row < part.rows().size(); row++) {
      int index = row;
      lines.add(
          new FormPart.Line(
              look(part.line(part.rows().get(row))),
              section.columns().stream().map(column -> cell(part, index, column)).toList()));
    }
    return new FormPart(
        section.heading(),
        section.note(),
        columns,
        columns.isEmpty() ? List.of() : lines,
        !part.absent().isEmpty(),
        section.landscape(),
        Stream.concat(section.footnotes().stream(), part.remarks().stream()).toList(),
        part.narrative(),
        part.draft(),
        section.people(),
        section.filesOnly(),
        part.contract().map(contract -> new FormTable(contract.name(), part.rows())).orElse(null));
  }

  private static TableLine.Look look(String line) {
    return switch (line) {
      case "SUM" -> TableLine.Look.BOLD;
      case "NOTE" -> TableLine.Look.ITALIC;
      default -> TableLine.Look.PLAIN;
    };
  }

  private static FormCell cell(Part part, int row, PrintedColumn column) {
    int place = part.column(column.column());
    Object value = part.rows().get(row)[place];
    if (value == null) {
      return FormCell.of(
          null,
          part.left().contains(new Cell(row, place))
              ? FormCell.State.HIDDEN
              : part.unknown(row, column) ? FormCell.State.UNKNOWN : FormCell.State.BLANK);
    }
    if (value instanceof String told) {
      String code = column.column().equals(MISSING) ? MissingWords.vietnamese(told) : told;
      return new FormCell(
          column.words().getOrDefault(code, ISO_DAY.matcher(code).replaceAll("$3/$2/$1")),
          FormCell.State.KNOWN,
          column.words().containsKey(code) ? COLOURS.get(code) : null);
    }
    return FormCell.of(value, FormCell.State.KNOWN);
  }

  private static List<Object[]> issues(FilledForm filled) {
    List<Object[]> rows = new ArrayList<>();
    for (FilledForm.Issue issue : filled.issues()) {
      rows.add(issue(filled, issue, issue.sequence()));
    }
    return rows;
  }

  /** A row of {@code report_issue}. */
  static Object[] issue(FilledForm filled, FilledForm.Issue issue, int sequence) {
    return new Object[] {
      filled.form().id(),
      filled.period().year(),
      issue.check(),
      issue.scope(),
      sequence,
      issue.severity().name(),
      issue.title().vi(),
      issue.title().en(),
      issue.detail()
    };
  }
}

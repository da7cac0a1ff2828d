package vn.chuyencan.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.chuyencan.comply.Form;
import vn.chuyencan.comply.Forms;
import vn.chuyencan.comply.Regulation;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.Language;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.job.Night;
import vn.chuyencan.job.compliance.EvidenceJob;
import vn.chuyencan.job.compliance.FormJob;

/** Writes reports in official forms, and tells what was written. */
final class FormOutput {
  private static final String FOLDER = "reports";

  private final Chuyencan top;
  private final CommonOptions options;
  private final FormOptions forms;
  private final AccessOptions access;

  FormOutput(Chuyencan top, CommonOptions options, FormOptions forms, AccessOptions access) {
    this.access = access;
    this.top = top;
    this.options = options;
    this.forms = forms;
  }

  int call() {
    long asked =
        Stream.of(forms.form() != null, forms.list(), forms.evidence() != null)
            .filter(one -> one)
            .count();
    if (asked > 1) {
      throw new PipelineException(
          Fault.of(
              ErrorCode.OPTION_VALUE_INVALID,
              "--form",
              "--list, --evidence",
              "--form | --list | --evidence"));
    }
    if (forms.evidence() != null && forms.out() == null) {
      throw new PipelineException(Fault.of(ErrorCode.OPTION_NEEDS_OPTION, "--evidence", "--out"));
    }
    Form form = forms.form() == null ? null : named(forms.form());
    Nights nights = top.nights(options);
    return nights.reading(
        nights.configuration(),
        night -> {
          if (!forms.list()) {
            access.note(
                night,
                "report",
                Map.of("form", forms.form() != null ? forms.form() : forms.evidence()));
          }
          return form != null ? write(night, form) : forms.list() ? list(night) : pack(night);
        });
  }

  private int list(Night night) {
    boolean vi = options.language() == Language.VI;
    for (FormJob.Lacking one : new FormJob(night).lacking(Forms.all())) {
      Form form = one.form();
      top.out().println(form.id() + "  " + in(form.title()));
      top.out().println((vi ? "  căn cứ: " : "  law: ") + String.join(", ", form.law()));
      if (one.registers().isEmpty()) {
        top.out().println(vi ? "  đủ sổ" : "  all registers are there");
      }
      one.registers()
          .forEach(
              (supplier, registers) ->
                  top.out()
                      .println(
                          (vi ? "  còn thiếu: " : "  lacking: ")
                              + String.join(", ", registers)
                              + "  ("
                              + in(supplier)
                              + ")"));
    }
    return 0;
  }

  private String in(Regulation.Words words) {
    return options.language() == Language.VI ? words.vi() : words.en();
  }

  private int pack(Night night) {
    new EvidenceJob(night).write(forms.evidence(), year(night.asOf()), forms.out());
    top.out().println(forms.out());
    return 0;
  }

  private static Form named(String name) {
    return Forms.named(name)
        .orElseThrow(
            () ->
                new PipelineException(
                    Fault.of(
                        ErrorCode.FORM_UNKNOWN,
                        name,
                        Forms.all().stream().map(Form::id).collect(Collectors.joining(", ")))));
  }

  private int write(Night night, Form form) {
    int year = year(night.asOf());
    Path root =
        forms.out() != null
            ? forms.out()
            : options.config().toAbsolutePath().resolveSibling(FOLDER);
    List<FormJob.Written> written = new FormJob(night).write(form, year, root);
    for (FormJob.Written one : written) {
      top.out().println(one.folder() + summary(one));
      one.files().forEach(file -> top.out().println("  " + file));
    }
    return 0;
  }

  private int year(LocalDate asOf) {
    int year = forms.year(asOf.getYear());
    if (asOf.getYear() < year) {
      throw new PipelineException(
          Fault.of(
              ErrorCode.OPTION_VALUE_INVALID,
              "--year",
              Integer.toString(year),
              "… " + asOf.getYear()));
    }
    return year;
  }

  private String summary(FormJob.Written one) {
    int errors = one.subject().errors();
    int warnings = one.subject().warnings();
    return options.language() == Language.VI
        ? "  ("
            + (errors > 0 ? "DỰ THẢO: " + errors + " lỗi đối chiếu, " : "")
            + warnings
            + " điều cần lưu ý)"
        : "  ("
            + (errors > 0 ? "DRAFT: " + errors + " errors of reconciliation, " : "")
            + warnings
            + " warnings)";
  }
}

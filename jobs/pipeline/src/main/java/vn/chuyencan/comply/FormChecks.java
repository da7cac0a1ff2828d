package vn.chuyencan.comply;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.chuyencan.comply.FilledForm.Issue;
import vn.chuyencan.comply.FilledForm.Part;
import vn.chuyencan.comply.Form.Check;
import vn.chuyencan.comply.Form.PrintedColumn;
import vn.chuyencan.comply.Form.Severity;
import vn.chuyencan.comply.Regulation.Words;

/** Whether a report agrees with itself and with the registers (REQUIREMENTS 6.4). */
final class FormChecks {
  private static final String UNKNOWN_CHECK = "C28-PL-R9";
  private static final Words UNKNOWN =
      new Words(
          "Ô chưa có số liệu in là «…»", "Cells of which nothing is known are printed as «…»");

  private final Compliance compliance;
  private final Map<String, Integer> sequences = new HashMap<>();

  FormChecks(Compliance compliance) {
    this.compliance = compliance;
  }

  /** What the checks of a form find, in their order. */
  List<Issue> run(Form form) {
    List<Issue> issues = new ArrayList<>();
    for (Check check : form.checks()) {
      Set<String> absent = compliance.absent(check.sql(), List.of());
      if (absent.isEmpty()) {
        issues.addAll(found(check));
      } else {
        issues.add(
            new Issue(
                check.id(),
                Compliance.EVERYTHING,
                sequence(check.id(), Compliance.EVERYTHING),
                Severity.WARNING,
                check.title(),
                "chưa đối chiếu được / not checked: " + told(absent)));
      }
    }
    return issues;
  }

  private String told(Set<String> absent) {
    return absent.stream()
            .sorted()
            .map(need -> need.substring(need.indexOf('.') + 1))
            .collect(Collectors.joining(", "))
        + " ("
        + compliance.supplier(new TreeSet<>(absent)).vi()
        + ")";
  }

  /** Two checks may have one number. */
  private int sequence(String check, String scope) {
    return sequences.merge(check + "\n" + scope, 1, Integer::sum);
  }

  private List<Issue> found(Check check) {
    List<Issue> issues = new ArrayList<>();
    for (Map<String, Object> row : compliance.rows(check.sql())) {
      String scope = Objects.toString(row.get("scope_id"), Compliance.EVERYTHING);
      issues.add(
          new Issue(
              check.id(),
              scope,
              sequence(check.id(), scope),
              check.severity(),
              check.title(),
              (String) row.get("detail")));
    }
    return issues;
  }

  /** Which printed cells of a section are not known (R9), a row each. */
  List<Issue> unknown(Part part) {
    List<Issue> issues = new ArrayList<>();
    if (part.rows().isEmpty() && !part.absent().isEmpty()) {
      issues.add(
          new Issue(
              UNKNOWN_CHECK,
              part.section().heading(),
              1,
              Severity.WARNING,
              UNKNOWN,
              "chưa có số liệu / no data: " + told(Set.copyOf(part.absent()))));
    }
    for (int row = 0; row < part.rows().size(); row++) {
      int index = row;
      String columns =
          part.section().columns().stream()
              .filter(column -> part.unknown(index, column))
              .map(FormChecks::called)
              .collect(Collectors.joining(", "));
      if (!columns.isEmpty()) {
        issues.add(
            new Issue(
                UNKNOWN_CHECK,
                part.section().heading(),
                row + 1,
                Severity.WARNING,
                UNKNOWN,
                "dòng / row " + (row + 1) + ": " + columns));
      }
    }
    return issues;
  }

  private static String called(PrintedColumn column) {
    return column.number() == null ? column.header() : column.number();
  }
}

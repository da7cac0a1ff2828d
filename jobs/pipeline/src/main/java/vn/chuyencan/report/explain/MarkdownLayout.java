package vn.chuyencan.report.explain;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Explanations as GitHub's Markdown; every text is escaped, so that a name is only a name. */
final class MarkdownLayout {
  private static final String SPECIAL = "\\`*_[]<>|~&";

  /** What would begin a heading or a list. */
  private static final String AT_THE_START = "#+-=";

  private final StringBuilder text = new StringBuilder();

  private MarkdownLayout() {}

  static String of(List<Explanation> explanations) {
    MarkdownLayout layout = new MarkdownLayout();
    for (Explanation explanation : explanations) {
      if (layout.text.length() > 0) {
        layout.block("---");
      }
      layout.explanation(explanation);
    }
    return layout.text.toString();
  }

  private void explanation(Explanation explanation) {
    block("# " + escaped(explanation.title()));
    list(
        explanation.facts().stream()
            .map(fact -> "- **" + escaped(fact.label()) + ":** " + escaped(fact.value()))
            .toList());
    block("## " + escaped(explanation.overviewTitle()));
    list(
        explanation.certificates().stream()
            .map(
                certificate ->
                    "- **"
                        + escaped(certificate.title() + " – " + certificate.statusWord())
                        + ".** "
                        + escaped(certificate.sentence()))
            .toList());
    explanation.certificates().forEach(this::certificate);
    for (Explanation.Section section : explanation.sections()) {
      block("## " + escaped(section.title()));
      points(section.points());
    }
  }

  private void certificate(Explanation.Certificate certificate) {
    block("## " + escaped(certificate.title() + " – " + certificate.statusWord()));
    block(escaped(certificate.sentence()));
    points(certificate.points());
    grid(certificate.overview());
    for (Explanation.Criterion criterion : certificate.criteria()) {
      block(
          "#".repeat(3 + criterion.depth())
              + " "
              + escaped(criterion.id() + " " + criterion.title() + " – " + criterion.statusWord()));
      points(criterion.points());
      criterion.evidence().forEach(this::grid);
    }
  }

  private void points(List<Explanation.Point> points) {
    StringBuilder list = new StringBuilder();
    for (Explanation.Point point : points) {
      if (point.label().isEmpty()) {
        point.texts().forEach(one -> block(escaped(one)));
        continue;
      }
      list.append("- **").append(escaped(point.label())).append(":**");
      if (point.texts().size() == 1) {
        list.append(' ').append(escaped(point.texts().get(0))).append('\n');
      } else {
        list.append('\n');
        point.texts().forEach(one -> list.append("  - ").append(escaped(one)).append('\n'));
      }
    }
    if (list.length() > 0) {
      block(list.toString().stripTrailing());
    }
  }

  private void list(List<String> items) {
    block(String.join("\n", items));
  }

  private void grid(Explanation.Grid grid) {
    block("**" + escaped(grid.caption()) + "**");
    if (!grid.rows().isEmpty()) {
      StringBuilder table = new StringBuilder();
      table.append(row(grid.columns())).append("\n|");
      for (int column = 0; column < grid.columns().size(); column++) {
        table.append(grid.numeric().contains(column) ? "---:|" : "---|");
      }
      grid.rows().forEach(cells -> table.append('\n').append(row(cells)));
      block(table.toString());
    }
    if (!grid.notes().isEmpty()) {
      list(grid.notes().stream().map(note -> "- " + escaped(note)).toList());
    }
  }

  private static String row(List<String> cells) {
    return cells.stream()
        .map(
            cell ->
                Arrays.stream(cell.split("\n", -1))
                    .map(MarkdownLayout::escaped)
                    .collect(Collectors.joining("<br>")))
        .collect(Collectors.joining(" | ", "| ", " |"));
  }

  private static String escaped(String plain) {
    StringBuilder result = new StringBuilder(plain.length());
    for (char one : ExplanationFormat.printable(plain).toCharArray()) {
      boolean starts = result.length() == 0 && AT_THE_START.indexOf(one) >= 0;
      if (starts || SPECIAL.indexOf(one) >= 0) {
        result.append('\\');
      }
      result.append(one);
    }
    return result.toString();
  }

  private void block(String content) {
    text.append(text.length() == 0 ? "" : "\n").append(content).append('\n');
  }
}

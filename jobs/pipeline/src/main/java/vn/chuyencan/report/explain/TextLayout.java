package vn.chuyencan.report.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Explanations for a terminal. */
final class TextLayout {
  private static final int WIDTH = 100;
  private static final String RULE = "─";

  private final StringBuilder text = new StringBuilder();

  private TextLayout() {}

  static String of(List<Explanation> explanations) {
    TextLayout layout = new TextLayout();
    for (Explanation explanation : explanations) {
      if (layout.text.length() > 0) {
        layout.line("");
        layout.line(RULE.repeat(WIDTH));
        layout.line("");
      }
      layout.explanation(explanation);
    }
    return layout.text.toString();
  }

  private void explanation(Explanation explanation) {
    heading(explanation.title());
    int width = width(explanation.facts().stream().map(Explanation.Fact::label).toList());
    for (Explanation.Fact fact : explanation.facts()) {
      wrapped(padded(fact.label(), width) + "  ", fact.value());
    }
    line("");
    heading(explanation.overviewTitle());
    for (Explanation.Certificate certificate : explanation.certificates()) {
      wrapped("  ", certificate.title() + " – " + certificate.statusWord());
      wrapped("    ", certificate.sentence());
    }
    explanation.certificates().forEach(this::certificate);
    for (Explanation.Section section : explanation.sections()) {
      line("");
      heading(section.title());
      points("  ", section.points());
    }
  }

  private void heading(String title) {
    line(title.toUpperCase(Locale.ROOT));
  }

  private void certificate(Explanation.Certificate certificate) {
    line("");
    heading(certificate.title() + " – " + certificate.statusWord());
    wrapped("  ", certificate.sentence());
    points("  ", certificate.points());
    line("");
    grid("  ", certificate.overview());
    certificate.criteria().forEach(this::criterion);
  }

  private void criterion(Explanation.Criterion criterion) {
    String indent = "  ".repeat(criterion.depth() + 1);
    line("");
    wrapped(indent, criterion.id() + "  " + criterion.title() + " – " + criterion.statusWord());
    points(indent + "  ", criterion.points());
    for (Explanation.Grid grid : criterion.evidence()) {
      grid(indent + "  ", grid);
    }
  }

  /** Labels in a column of their own; further texts under the first. */
  private void points(String indent, List<Explanation.Point> points) {
    int width = width(points.stream().map(Explanation.Point::label).toList());
    for (Explanation.Point point : points) {
      String label = point.label();
      for (String one : point.texts()) {
        wrapped(indent + (width == 0 ? "" : padded(label, width) + "  "), one);
        label = "";
      }
    }
  }

  private void grid(String indent, Explanation.Grid grid) {
    line(indent + grid.caption());
    if (!grid.rows().isEmpty()) {
      List<Integer> widths = new ArrayList<>();
      for (int column = 0; column < grid.columns().size(); column++) {
        widths.add(columnWidth(grid, column));
      }
      row(indent, grid.columns(), widths, grid.numeric());
      for (List<String> cells : grid.rows()) {
        row(indent, cells, widths, grid.numeric());
      }
    }
    grid.notes().forEach(note -> wrapped(indent, note));
  }

  private static int columnWidth(Explanation.Grid grid, int column) {
    List<String> cells = new ArrayList<>();
    cells.add(grid.columns().get(column));
    grid.rows().forEach(row -> cells.addAll(lines(row.get(column))));
    return width(cells);
  }

  private static List<String> lines(String cell) {
    return Arrays.stream(cell.split("\n", -1)).map(ExplanationFormat::printable).toList();
  }

  private void row(String indent, List<String> cells, List<Integer> widths, List<Integer> numeric) {
    List<List<String>> parts = cells.stream().map(TextLayout::lines).toList();
    int height = parts.stream().mapToInt(List::size).max().orElse(1);
    for (int at = 0; at < height; at++) {
      StringBuilder line = new StringBuilder(indent);
      for (int column = 0; column < widths.size(); column++) {
        List<String> part = parts.get(column);
        String shown = at < part.size() ? part.get(at) : "";
        String space = " ".repeat(Math.max(0, widths.get(column) - length(shown)));
        line.append(numeric.contains(column) ? space + shown : shown + space).append("  ");
      }
      line(line.toString());
    }
  }

  /** A text broken between words; further lines begin where the first began. */
  private void wrapped(String prefix, String content) {
    StringBuilder line = new StringBuilder(prefix);
    String indent = " ".repeat(length(prefix));
    boolean empty = true;
    for (String word : ExplanationFormat.printable(content).split(" ", -1)) {
      if (!empty && length(line.toString()) + 1 + length(word) > WIDTH) {
        line(line.toString());
        line = new StringBuilder(indent);
        empty = true;
      }
      line.append(empty ? "" : " ").append(word);
      empty = false;
    }
    line(line.toString());
  }

  private static int width(List<String> texts) {
    return texts.stream().mapToInt(TextLayout::length).max().orElse(0);
  }

  private static int length(String shown) {
    return shown.codePointCount(0, shown.length());
  }

  private static String padded(String shown, int width) {
    return shown + " ".repeat(Math.max(0, width - length(shown)));
  }

  private void line(String line) {
    text.append(line.stripTrailing()).append('\n');
  }
}

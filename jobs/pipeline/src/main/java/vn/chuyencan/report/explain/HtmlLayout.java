package vn.chuyencan.report.explain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import vn.chuyencan.error.Language;
import vn.chuyencan.model.Status;

/** Explanations as one HTML file without scripts and without anything from elsewhere. */
final class HtmlLayout {
  private final StringBuilder html = new StringBuilder();

  private HtmlLayout() {}

  static String of(List<Explanation> explanations) {
    HtmlLayout layout = new HtmlLayout();
    Explanation first = explanations.get(0);
    layout.head(first.language(), title(first));
    explanations.forEach(layout::explanation);
    layout.html.append("</main>\n</body>\n</html>\n");
    return layout.html.toString();
  }

  private static String title(Explanation explanation) {
    return explanation.title()
        + explanation.facts().stream()
            .limit(1)
            .map(fact -> " – " + fact.value())
            .collect(Collectors.joining());
  }

  private void head(Language language, String title) {
    html.append("<!DOCTYPE html>\n<html lang=\"").append(language.code()).append("\">\n<head>\n");
    html.append("<meta charset=\"utf-8\">\n");
    html.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    element("title", "", title);
    html.append("<style>\n").append(style()).append("</style>\n</head>\n<body>\n<main>\n");
  }

  private static String style() {
    try (InputStream css = HtmlLayout.class.getResourceAsStream("explanation.css")) {
      return new String(css.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void explanation(Explanation explanation) {
    html.append("<article>\n");
    element("h1", "", explanation.title());
    html.append("<dl class=\"facts\">\n");
    for (Explanation.Fact fact : explanation.facts()) {
      element("dt", "", fact.label());
      element("dd", "", fact.value());
    }
    html.append("</dl>\n<section class=\"overview\">\n");
    element("h2", "", explanation.overviewTitle());
    html.append("<ul>\n");
    for (Explanation.Certificate certificate : explanation.certificates()) {
      html.append("<li><strong>").append(escaped(certificate.title())).append("</strong> ");
      status(certificate.status(), certificate.statusWord());
      html.append("<br>").append(escaped(certificate.sentence())).append("</li>\n");
    }
    html.append("</ul>\n</section>\n");
    explanation.certificates().forEach(this::certificate);
    for (Explanation.Section section : explanation.sections()) {
      html.append("<section class=\"note\">\n");
      element("h2", "", section.title());
      points(section.points());
      html.append("</section>\n");
    }
    html.append("</article>\n");
  }

  private void certificate(Explanation.Certificate certificate) {
    html.append("<section class=\"certificate\">\n");
    heading("h2", certificate.title(), certificate.status(), certificate.statusWord());
    element("p", "", certificate.sentence());
    points(certificate.points());
    grid(certificate.overview(), "overview");
    for (Explanation.Criterion criterion : certificate.criteria()) {
      html.append("<section class=\"criterion depth").append(criterion.depth()).append("\">\n");
      heading(
          criterion.depth() == 0 ? "h3" : "h4",
          criterion.id() + " " + criterion.title(),
          criterion.status(),
          criterion.statusWord());
      points(criterion.points());
      criterion.evidence().forEach(one -> grid(one, "evidence"));
      html.append("</section>\n");
    }
    html.append("</section>\n");
  }

  private void heading(String level, String title, Status status, String word) {
    html.append('<').append(level).append('>').append(escaped(title)).append(' ');
    status(status, word);
    html.append("</").append(level).append(">\n");
  }

  /** The word says it; the colour only helps. */
  private void status(Status status, String word) {
    html.append("<span class=\"status ")
        .append(status.name().toLowerCase(Locale.ROOT))
        .append("\">")
        .append(escaped(word))
        .append("</span>");
  }

  private void points(List<Explanation.Point> points) {
    boolean open = false;
    for (Explanation.Point point : points) {
      boolean labelled = !point.label().isEmpty();
      if (labelled != open) {
        html.append(labelled ? "<dl>\n" : "</dl>\n");
        open = labelled;
      }
      if (labelled) {
        element("dt", "", point.label());
      }
      point.texts().forEach(one -> element(labelled ? "dd" : "p", "", one));
    }
    html.append(open ? "</dl>\n" : "");
  }

  private void grid(Explanation.Grid grid, String kind) {
    if (grid.rows().isEmpty()) {
      element("p", "caption", grid.caption());
    } else {
      html.append("<table class=\"").append(kind).append("\">\n");
      element("caption", "", grid.caption());
      html.append("<thead>\n<tr>");
      for (int column = 0; column < grid.columns().size(); column++) {
        cell("th scope=\"col\"", grid, column, grid.columns().get(column));
      }
      html.append("</tr>\n</thead>\n<tbody>\n");
      for (List<String> row : grid.rows()) {
        html.append("<tr>");
        for (int column = 0; column < row.size(); column++) {
          cell(column == 0 ? "th scope=\"row\"" : "td", grid, column, row.get(column));
        }
        html.append("</tr>\n");
      }
      html.append("</tbody>\n</table>\n");
    }
    grid.notes().forEach(note -> element("p", "note", note));
  }

  private void cell(String tag, Explanation.Grid grid, int column, String content) {
    html.append('<').append(tag);
    if (grid.numeric().contains(column)) {
      html.append(" class=\"number\"");
    } else if (grid.places().contains(column)) {
      html.append(" class=\"place\"");
    }
    html.append('>');
    html.append(
        Arrays.stream(content.split("\n", -1))
            .map(HtmlLayout::escaped)
            .collect(Collectors.joining("<br>")));
    html.append("</").append(tag, 0, 2).append('>');
  }

  private void element(String tag, String kind, String content) {
    html.append('<').append(tag);
    html.append(kind.isEmpty() ? "" : " class=\"" + kind + "\"");
    html.append('>').append(escaped(content)).append("</").append(tag).append(">\n");
  }

  private static String escaped(String plain) {
    return ExplanationFormat.printable(plain)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}

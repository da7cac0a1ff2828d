package vn.chuyencan.report.explain;

import java.util.List;
import java.util.Objects;
import vn.chuyencan.error.Language;
import vn.chuyencan.model.Status;

/**
 * What is said of one learner in one course run under one policy, in one language, ready to be laid
 * out as text, Markdown or HTML. It holds plain text; whoever lays it out escapes it.
 *
 * @param facts who, which course run, as of when
 * @param overviewTitle heading over the outcomes in short
 * @param certificates in the policy's order
 * @param sections what concerns all certificates: who decides, sources, what is not known,
 *     objection
 */
public record Explanation(
    Language language,
    String title,
    List<Fact> facts,
    String overviewTitle,
    List<Certificate> certificates,
    List<Section> sections) {

  public Explanation {
    Objects.requireNonNull(language, "language");
    facts = List.copyOf(facts);
    certificates = List.copyOf(certificates);
    sections = List.copyOf(sections);
  }

  /** A name and its value. */
  public record Fact(String label, String value) {}

  /** One or several sentences on one thing; without a label they stand for themselves. */
  public record Point(String label, List<String> texts) {

    public Point {
      texts = List.copyOf(texts);
    }
  }

  /** A heading and what stands under it. */
  public record Section(String title, List<Point> points) {

    public Section {
      points = List.copyOf(points);
    }
  }

  /**
   * A table. A line break in a cell is kept.
   *
   * @param columns headings
   * @param numeric the columns, by place, that are set flush right
   * @param places the columns, by place, whose long words may be broken anywhere
   * @param rows cells by column
   * @param notes lines under it
   */
  public record Grid(
      String caption,
      List<String> columns,
      List<Integer> numeric,
      List<Integer> places,
      List<List<String>> rows,
      List<String> notes) {

    public Grid {
      columns = List.copyOf(columns);
      numeric = List.copyOf(numeric);
      places = List.copyOf(places);
      rows = rows.stream().map(List::copyOf).toList();
      notes = List.copyOf(notes);
    }
  }

  /**
   * One certificate.
   *
   * @param sentence the outcome in a sentence
   * @param points what is not met, who must look, what is missing, what would change it
   * @param overview all criteria at a glance
   */
  public record Certificate(
      String title,
      Status status,
      String statusWord,
      String sentence,
      List<Point> points,
      Grid overview,
      List<Criterion> criteria) {

    public Certificate {
      points = List.copyOf(points);
      criteria = List.copyOf(criteria);
    }
  }

  /**
   * One criterion.
   *
   * @param depth 0 at the top, 1 for a part of another …
   * @param points the rule, the value, what is asked, what is lacking, how it is counted
   * @param evidence the rows behind the value; empty when evidence was not asked for
   */
  public record Criterion(
      String id,
      String title,
      int depth,
      Status status,
      String statusWord,
      List<Point> points,
      List<Grid> evidence) {

    public Criterion {
      points = List.copyOf(points);
      evidence = List.copyOf(evidence);
    }
  }
}

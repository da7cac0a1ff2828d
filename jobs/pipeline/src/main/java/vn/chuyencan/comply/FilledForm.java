package vn.chuyencan.comply;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import vn.chuyencan.comply.Form.PrintedColumn;
import vn.chuyencan.comply.Form.Section;
import vn.chuyencan.comply.Form.Severity;
import vn.chuyencan.table.TableContract;

/**
 * A form with its figures.
 *
 * @param form which form
 * @param period of what time it tells
 * @param scope who issues it
 * @param parts its sections in order
 * @param issues what does not agree or is not known, in the order of the checks
 */
public record FilledForm(
    Form form, ReportPeriod period, Scope scope, List<Part> parts, List<Issue> issues) {

  public FilledForm {
    parts = List.copyOf(parts);
    issues = List.copyOf(issues);
  }

  /** Whether something does not agree that must: then nobody may hand it in. */
  public boolean draft() {
    return issues.stream().anyMatch(issue -> issue.severity() == Severity.ERROR);
  }

  /**
   * Who issues a report. What is null is as the institution's.
   *
   * @param id its id; {@link Compliance#EVERYTHING} of the institution
   */
  public record Scope(
      String id,
      String name,
      String parent,
      String abbreviation,
      String place,
      String signerTitle,
      String signer) {

    /** The institution itself. */
    public static Scope institution(String name) {
      return new Scope(Compliance.EVERYTHING, name, null, null, null, null, null);
    }
  }

  /**
   * A section with its figures.
   *
   * @param section which section
   * @param contract of its rows; empty where the table has none
   * @param names of the columns of the rows
   * @param rows its rows, a value a column, as the contract says where there is one
   * @param left the cells that were emptied because their counts are small
   * @param absent the registers and tables that its question asks and that are not there
   * @param remarks lines under the table
   * @param narrative paragraphs
   * @param draft what is listed for the people who write the section
   */
  public record Part(
      Section section,
      Optional<TableContract> contract,
      List<String> names,
      List<Object[]> rows,
      List<Cell> left,
      List<String> absent,
      List<String> remarks,
      List<String> narrative,
      List<String> draft) {

    public Part {
      names = List.copyOf(names);
      rows = Collections.unmodifiableList(new ArrayList<>(rows));
      left = List.copyOf(left);
      absent = List.copyOf(absent);
      remarks = List.copyOf(remarks);
      narrative = List.copyOf(narrative);
      draft = List.copyOf(draft);
    }

    /** Where the column of that name stands. */
    public int column(String name) {
      int column = names.indexOf(name);
      if (column < 0) {
        throw new IllegalStateException(section.heading() + ": there is no column " + name);
      }
      return column;
    }

    /** What a row is: {@code ITEM} where it does not say. */
    public String line(Object[] row) {
      int column = names.indexOf("line");
      return column < 0 ? "ITEM" : String.valueOf(row[column]);
    }

    /** Whether a cell is empty because nobody knows its value. */
    public boolean unknown(int row, PrintedColumn column) {
      Object[] values = rows.get(row);
      int place = column(column.column());
      return values[place] == null
          && !column.may()
          && !line(values).equals("NOTE")
          && !left.contains(new Cell(row, place))
          && (column.blankUnless() == null
              || !Boolean.FALSE.equals(values[column(column.blankUnless())]));
    }
  }

  /** A cell, by the index of its row and of its column. */
  public record Cell(int row, int column) {}

  /**
   * Something that does not agree or is not known.
   *
   * @param scope of what it speaks
   * @param sequence its place among those of one check and scope, from 1
   */
  public record Issue(
      String check,
      String scope,
      int sequence,
      Severity severity,
      Regulation.Words title,
      String detail) {}
}

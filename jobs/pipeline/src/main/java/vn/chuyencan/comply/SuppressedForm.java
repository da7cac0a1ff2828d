package vn.chuyencan.comply;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vn.chuyencan.comply.FilledForm.Part;
import vn.chuyencan.table.TableColumn;

/**
 * A form of the authorities as an institution may show it of its own will: without counts of one to
 * four persons (X-PD-7) and without what tells them. Sums over hidden counts are hidden, and so are
 * the columns that the form does not print, for flows and stocks balance.
 */
public final class SuppressedForm {
  private static final String NOTE = "NOTE";
  private static final String SUM = "SUM";
  private static final String PROGRAM = "program_id";

  /** A number of places is allotted and counts nobody. */
  private static final String QUOTA = "quota";

  private static final String LEARNERS = "learners";
  private static final Set<String> TELL_LEARNERS = Set.of(LEARNERS, "learners_per_support");

  private SuppressedForm() {}

  /** The rows of each part that has a contract, in the form's order; what is hidden is null. */
  public static List<List<Object[]>> rows(FilledForm form) {
    List<List<Object[]>> all = new ArrayList<>();
    boolean learnersHidden = false;
    for (Part part : form.parts()) {
      if (part.contract().isPresent()) {
        Hidden hidden = new Hidden(part);
        all.add(hidden.rows());
        learnersHidden |= hidden.ofLearners;
      }
    }
    if (learnersHidden) {
      hideTotals(form, all);
    }
    return all;
  }

  /** The number of all learners less those that are shown would tell those that are not. */
  private static void hideTotals(FilledForm form, List<List<Object[]>> all) {
    int index = 0;
    for (Part part : form.parts()) {
      if (part.contract().isEmpty()) {
        continue;
      }
      if (part.names().contains(LEARNERS)) {
        for (Object[] row : all.get(index)) {
          TELL_LEARNERS.forEach(name -> row[part.column(name)] = null);
        }
      }
      index++;
    }
  }

  private static boolean isSmall(Object value) {
    return value instanceof Number number
        && new BigDecimal(number.toString()).signum() != 0
        && new BigDecimal(number.toString())
                .abs()
                .compareTo(BigDecimal.valueOf(SmallCells.LEAST_SHOWN))
            < 0;
  }

  /** One part. */
  private static final class Hidden {
    private final Part part;
    private final Set<Integer> counts = new TreeSet<>();
    private final Set<Integer> unprinted = new TreeSet<>();
    private boolean ofLearners;

    private Hidden(Part part) {
      this.part = part;
      Set<String> printed = new HashSet<>();
      part.section().columns().forEach(column -> printed.add(column.column()));
      List<TableColumn> columns = part.contract().orElseThrow().columns();
      for (int column = 0; column < columns.size(); column++) {
        String name = columns.get(column).name();
        if (SmallCells.counts(columns.get(column)) && !name.equals(QUOTA)) {
          counts.add(column);
          if (!part.section().filesOnly() && !printed.contains(name)) {
            unprinted.add(column);
          }
        }
      }
    }

    private List<Object[]> rows() {
      List<Object[]> rows = new ArrayList<>();
      Map<String, Set<Integer>> hidden = new HashMap<>();
      for (Object[] filled : part.rows()) {
        if (part.line(filled).equals(NOTE)) {
          // Its words tell a count that has no column of the form.
          continue;
        }
        Object[] row = filled.clone();
        for (int column : counts) {
          if (isSmall(row[column])) {
            row[column] = null;
            ofLearners |= part.names().contains("line");
            if (!part.line(row).equals(SUM)) {
              hidden.computeIfAbsent(program(row), absent -> new HashSet<>()).add(column);
            }
          }
        }
        unprinted.forEach(column -> row[column] = null);
        rows.add(row);
      }
      for (Object[] row : rows) {
        if (part.line(row).equals(SUM)) {
          hidden.getOrDefault(program(row), Set.of()).forEach(column -> row[column] = null);
        }
      }
      return rows;
    }

    private String program(Object[] row) {
      int column = part.names().indexOf(PROGRAM);
      return column < 0 ? "" : String.valueOf(row[column]);
    }
  }
}

package vn.chuyencan.report.query;

import java.util.Iterator;
import java.util.List;

/**
 * What a question brought.
 *
 * @param columns names, in order
 * @param numbers which of them hold numbers
 * @param rows values, one array a row: texts, numbers, truth values, {@code java.time}, lists, maps
 *     and null; read once
 */
public record QueryRows(List<String> columns, List<Boolean> numbers, Iterator<Object[]> rows) {

  public QueryRows {
    columns = List.copyOf(columns);
    numbers = List.copyOf(numbers);
  }
}

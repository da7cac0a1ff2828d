package vn.chuyencan.source.moodle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Numbers as conditions of queries. */
final class IdLists {
  /** Servers limit how long a query may be. */
  private static final int MOST = 2_000;

  private IdLists() {}

  /** A condition that a column is one of a few numbers. */
  static String in(Collection<Long> numbers) {
    return numbers.stream()
        .map(number -> Long.toString(number))
        .collect(Collectors.joining(", ", "IN (", ")"));
  }

  /** The same for any number of them, as several conditions. */
  static List<String> several(Collection<Long> numbers) {
    List<Long> all = List.copyOf(numbers);
    List<String> conditions = new ArrayList<>();
    for (int from = 0; from < all.size(); from += MOST) {
      conditions.add(in(all.subList(from, Math.min(all.size(), from + MOST))));
    }
    return conditions;
  }
}

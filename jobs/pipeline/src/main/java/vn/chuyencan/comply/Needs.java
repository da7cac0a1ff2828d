package vn.chuyencan.comply;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which tables queries ask, read off their text: {@code reg.…} and {@code lake.…}, and what the
 * views ask that they name.
 */
final class Needs {
  private static final Pattern TABLE = Pattern.compile("\\b(reg|lake)\\.\"?([a-z_0-9]+)");
  private static final Pattern WORD = Pattern.compile("(?<![.\\w])[a-z_][a-z_0-9]*");

  private final Map<String, Set<String>> ofViews = new LinkedHashMap<>();

  /** Words of queries that were asked: a rule's is asked several times, a view's for every rule. */
  private final Map<String, Set<String>> words = new HashMap<>();

  /**
   * @param views in an order in which each comes after those that it names
   */
  Needs(List<Regulation.View> views) {
    for (Regulation.View view : views) {
      ofViews.put(view.name(), of(view.sql()));
    }
  }

  /** Whether a query names a view. */
  boolean names(String sql, String view) {
    return words(sql).contains(view);
  }

  private Set<String> words(String sql) {
    return words.computeIfAbsent(
        sql,
        query -> WORD.matcher(query).results().map(MatchResult::group).collect(Collectors.toSet()));
  }

  /** The views that a query names and those that these name, in their order. */
  List<Regulation.View> views(String sql, List<Regulation.View> all) {
    Set<String> named = new TreeSet<>();
    List<Regulation.View> found = new ArrayList<>();
    for (int index = all.size() - 1; index >= 0; index--) {
      Regulation.View view = all.get(index);
      if (names(sql, view.name()) || named.contains(view.name())) {
        all.subList(0, index).stream()
            .filter(other -> names(view.sql(), other.name()))
            .forEach(other -> named.add(other.name()));
        found.add(0, view);
      }
    }
    return found;
  }

  /** What a query asks, such as {@code reg.program}, sorted. */
  Set<String> of(String sql) {
    Set<String> needs = new TreeSet<>();
    Matcher tables = TABLE.matcher(sql);
    while (tables.find()) {
      needs.add(tables.group(1) + "." + tables.group(2));
    }
    for (String word : words(sql)) {
      needs.addAll(ofViews.getOrDefault(word, Set.of()));
    }
    return needs;
  }
}

package vn.chuyencan.source.export;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reports in order of their names, the latest first. Moodle ends the names of many downloads with
 * day and time, and a browser numbers a second file of one name: {@code q01.csv}, {@code q01
 * (1).csv}. The time of change of a file would tell more of some, and nothing of a copy: figures
 * must not hang on how files were moved.
 */
final class LatestFirst {
  /** Of paths. */
  static final Comparator<String> ORDER =
      Comparator.comparing(LatestFirst::unnumbered)
          .thenComparing(LatestFirst::number)
          .thenComparing(Comparator.naturalOrder())
          .reversed();

  private static final Pattern NUMBERED = Pattern.compile("(.*?) ?\\(([0-9]{1,9})\\)(\\.[^/]*)");

  private LatestFirst() {}

  private static String unnumbered(String path) {
    Matcher numbered = NUMBERED.matcher(path);
    return numbered.matches() ? numbered.group(1) + numbered.group(3) : path;
  }

  private static int number(String path) {
    Matcher numbered = NUMBERED.matcher(path);
    return numbered.matches() ? Integer.parseInt(numbered.group(2)) : 0;
  }
}

package vn.chuyencan.source.export;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads an export of the gradebook. */
final class Gradebook {
  private static final Pattern HEADING = Pattern.compile("(.+?)\\s*\\(([^()]+)\\)");

  /** How older sites write points and their maximum. */
  private static final Pattern OUT_OF =
      Pattern.compile("(?i)(.+?)\\s*\\(\\s*out of\\s+(\\d+(?:[.,]\\d+)?)\\s*\\)");

  private static final Set<String> REAL = words("real");
  private static final Set<String> PERCENTAGE = words("percentage");

  private Gradebook() {}

  private static Set<String> words(String word) {
    return Languages.ALL.stream()
        .map(locale -> Phrases.key(locale.grade().get(word)))
        .collect(Collectors.toSet());
  }

  /** Whether a heading is that of a grade. */
  static boolean isGrade(String heading) {
    Matcher matcher = HEADING.matcher(heading);
    if (!matcher.matches()) {
      return false;
    }
    if (OUT_OF.matcher(heading).matches()) {
      return true;
    }
    String kind = Phrases.key(matcher.group(2));
    return REAL.contains(kind) || PERCENTAGE.contains(kind);
  }

  /** All grades, those that are missing too. */
  static List<BookGrade> read(Download download, ExportSettings settings) throws IOException {
    ReportTable table = ReportTable.read(download, settings);
    PersonColumns people = PersonColumns.of(table.header());
    List<BookGrade> grades = new ArrayList<>();
    for (int place = 0; place < table.header().size(); place++) {
      Matcher matcher = HEADING.matcher(table.header().get(place));
      if (!matcher.matches() || !isGrade(table.header().get(place))) {
        continue;
      }
      Matcher outOf = OUT_OF.matcher(table.header().get(place));
      BigDecimal maximum =
          outOf.matches() ? new BigDecimal(outOf.group(2).replace(',', '.')) : null;
      boolean percentage = PERCENTAGE.contains(Phrases.key(matcher.group(2)));
      Decimals decimals = table.decimals(place);
      for (List<String> cells : table.people()) {
        grades.add(
            new BookGrade(
                people.person(cells),
                matcher.group(1),
                item(matcher.group(1)),
                percentage,
                maximum,
                decimals.read(ReportTable.cell(cells, place))));
      }
    }
    return grades;
  }

  private static String item(String heading) {
    int colon = heading.indexOf(':');
    return colon < 0 ? heading : heading.substring(colon + 1).strip();
  }
}

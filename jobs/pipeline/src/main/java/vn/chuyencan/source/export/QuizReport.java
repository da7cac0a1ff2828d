package vn.chuyencan.source.export;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.chuyencan.model.AttemptState;

/** Reads a quiz's report of attempts; columns of single questions are left aside. */
final class QuizReport {
  private static final Pattern OUT_OF =
      Pattern.compile("(.+?)\\s*(?:/\\s*|\\(out of\\s*)(\\d+(?:[.,]\\d+)?)\\)?");
  private static final Set<String> GRADES =
      Languages.ALL.stream()
          .map(locale -> Phrases.key(locale.grade().get("grade")))
          .collect(Collectors.toSet());
  private static final Set<String> ABANDONED =
      Set.of("never submitted", "abandoned", "chưa từng nộp", "không bao giờ nộp", "bỏ dở");

  private QuizReport() {}

  /** Where the mark of the whole attempt stands; -1 where there is none. */
  static int scoreColumn(List<String> header) {
    for (int place = 0; place < header.size(); place++) {
      Matcher matcher = OUT_OF.matcher(header.get(place));
      if (matcher.matches() && GRADES.contains(Phrases.key(matcher.group(1)))) {
        return place;
      }
    }
    return -1;
  }

  /** The attempts, those of one person in the order of their start. */
  static List<QuizAttempt> read(Download download, ExportSettings settings) throws IOException {
    ReportTable table = ReportTable.read(download, settings);
    int score = scoreColumn(table.header());
    if (score < 0) {
      throw new IOException("No column is the grade.");
    }
    int started = firstDate(table, score);
    if (started < 0) {
      return List.of();
    }
    String maximum = highest(table.header().get(score));
    List<String> evidence = new ArrayList<>(table.column(score));
    evidence.add(maximum);
    Decimals decimals = Decimals.of(evidence, table.locale(), settings);
    DateReader dates = table.dates(started, started + 1);
    PersonColumns people = PersonColumns.of(table.header());
    List<QuizAttempt> attempts = new ArrayList<>();
    for (List<String> cells : table.people()) {
      Instant from = table.instant(dates, ReportTable.cell(cells, started));
      if (from == null) {
        // Somebody who has not begun.
        continue;
      }
      Instant until = table.instant(dates, ReportTable.cell(cells, started + 1));
      BigDecimal mark = decimals.read(ReportTable.cell(cells, score));
      attempts.add(
          new QuizAttempt(
              people.person(cells),
              0,
              state(ReportTable.cell(cells, started - 1), until, mark),
              from,
              until,
              mark,
              decimals.read(maximum)));
    }
    return numbered(attempts);
  }

  private static int firstDate(ReportTable table, int score) {
    int found = -1;
    for (int place = score - 1; place > 0; place--) {
      DateReader dates = table.dates(place);
      if (table.column(place).stream().anyMatch(cell -> table.instant(dates, cell) != null)) {
        found = place;
      } else if (found >= 0) {
        return found;
      }
    }
    return found;
  }

  private static String highest(String heading) {
    Matcher matcher = OUT_OF.matcher(heading);
    return matcher.matches() ? matcher.group(2) : "";
  }

  private static AttemptState state(String word, Instant until, BigDecimal mark) {
    if (ABANDONED.contains(Phrases.key(word))) {
      return AttemptState.ABANDONED;
    } else if (until == null) {
      return AttemptState.IN_PROGRESS;
    }
    return mark == null ? AttemptState.SUBMITTED : AttemptState.FINISHED;
  }

  private static List<QuizAttempt> numbered(List<QuizAttempt> attempts) {
    Map<ReportPerson, Integer> counts = new HashMap<>();
    return attempts.stream()
        .sorted(Comparator.comparing(QuizAttempt::startedAt))
        .map(attempt -> attempt.numbered(counts.merge(attempt.person(), 1, Integer::sum)))
        .toList();
  }
}

package vn.chuyencan.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.chuyencan.decide.StoredSignals;
import vn.chuyencan.error.Language;
import vn.chuyencan.model.IntegrityKind;
import vn.chuyencan.table.Lake;

/** What a night tells of signals of integrity: how many cases, and what could not be looked for. */
final class IntegritySummary {

  private IntegritySummary() {}

  /** The lines; none where nothing was looked for. */
  static List<String> lines(Lake lake, Language language) {
    boolean vietnamese = language == Language.VI;
    List<String> lines = new ArrayList<>();
    StoredSignals.lookedAt(lake)
        .forEach(
            (kind, number) -> {
              String label = vietnamese ? kind.vietnamese() : kind.english();
              if (number == 0) {
                lines.add(
                    String.format(
                        Locale.ROOT,
                        vietnamese
                            ? "%s: không tìm được, các nguồn không có %s"
                            : "%s: could not be looked for, the sources tell no %s",
                        label,
                        things(kind, vietnamese)));
              }
            });
    long open = StoredSignals.open(lake);
    if (open > 0) {
      lines.add(
          String.format(
              Locale.ROOT,
              vietnamese
                  ? "%d trường hợp chờ người xem (không phải kết luận), xem csv/review_case.csv"
                  : "%d cases wait for a person to look (no verdict), see csv/review_case.csv",
              open));
    }
    return lines;
  }

  private static String things(IntegrityKind kind, boolean vietnamese) {
    return vietnamese ? kind.thingsInVietnamese() : kind.thingsInEnglish();
  }
}

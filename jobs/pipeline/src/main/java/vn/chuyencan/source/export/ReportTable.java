package vn.chuyencan.source.export;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A report in memory, for it is as long as a class is large. */
final class ReportTable {
  private final List<List<String>> rows;
  private final ExportSettings settings;
  private final MoodleLocale locale;
  private final int header;

  private ReportTable(List<List<String>> rows, int header, ExportSettings settings) {
    this.rows = rows;
    this.header = header;
    this.settings = settings;
    this.locale =
        settings.locale() == null ? spoken(rows.get(header)) : Languages.of(settings.locale());
  }

  static ReportTable read(Download download, ExportSettings settings) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    CellRows.whole(
        download,
        settings.charset(),
        (number, cells) -> {
          rows.add(cells);
          return true;
        });
    if (rows.isEmpty()) {
      throw new IOException("The file is empty.");
    }
    return new ReportTable(rows, Math.max(0, AttendanceList.header(rows)), settings);
  }

  private static MoodleLocale spoken(List<String> header) {
    Set<String> keys = new HashSet<>();
    header.forEach(cell -> keys.add(Phrases.key(cell)));
    MoodleLocale best = Languages.of("en");
    long most = score(best, keys);
    for (MoodleLocale each : Languages.ALL) {
      long score = score(each, keys);
      if (score > most) {
        best = each;
        most = score;
      }
    }
    return best;
  }

  private static long score(MoodleLocale locale, Set<String> keys) {
    return locale.person().values().stream().filter(w -> keys.contains(Phrases.key(w))).count();
  }

  List<String> header() {
    return rows.get(header);
  }

  /** What stands before the header. */
  List<List<String>> above() {
    return rows.subList(0, header);
  }

  /** The rows of people; the line of averages is none. */
  List<List<String>> people() {
    PersonColumns columns = PersonColumns.of(header());
    return rows.subList(header + 1, rows.size()).stream()
        .filter(cells -> columns.person(cells).known())
        .toList();
  }

  List<List<String>> rows() {
    return rows.subList(header + 1, rows.size());
  }

  List<String> column(int place) {
    return people().stream().map(cells -> cell(cells, place)).toList();
  }

  static String cell(List<String> cells, int place) {
    return place < 0 || place >= cells.size() ? "" : cells.get(place);
  }

  /** Reader of the dates of some columns, decided over all their cells. */
  DateReader dates(int... places) {
    DateReader dates = new DateReader(locale, settings);
    for (int place : places) {
      column(place).forEach(dates::observe);
    }
    return dates;
  }

  /** The instant of a cell; null when there is none. */
  Instant instant(DateReader dates, String cell) {
    Moment moment = Phrases.missing(cell) ? null : dates.read(cell);
    return moment == null || moment.local() == null ? null : moment.at(settings.zone());
  }

  Decimals decimals(int place) {
    List<String> evidence = new ArrayList<>(column(place));
    return Decimals.of(evidence, locale, settings);
  }

  MoodleLocale locale() {
    return locale;
  }

  ExportSettings settings() {
    return settings;
  }
}

package vn.chuyencan.source.export;

import static vn.chuyencan.error.ErrorCode.DOWNLOAD_DATES_AMBIGUOUS;
import static vn.chuyencan.error.ErrorCode.DOWNLOAD_YEAR_MISSING;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import vn.chuyencan.error.Fault;
import vn.chuyencan.xapi.BrokenRecord;
import vn.chuyencan.xapi.source.RecordReader.Ending;

/**
 * One download of a log: what it says as a whole, found by one reading, and its rows, told by the
 * next.
 */
final class LogFile {
  private static final int PROBE = 2_000;

  /** Titles, and the line by which spreadsheets tell each other the separator, stand above it. */
  private static final int HEADER_WITHIN = 10;

  private final Download download;
  private final ExportSettings settings;
  private final MoodleLocale locale;
  private final Map<LogColumn, Integer> columns;
  private final long header;
  private final DateReader dates;
  private final Set<Long> courses = new HashSet<>();
  private long rows;
  private LocalDateTime first;
  private LocalDateTime last;
  private boolean seconds;
  private boolean unplaced;
  private Ending ending = Ending.WHOLE;

  private LogFile(
      Download download,
      ExportSettings settings,
      MoodleLocale locale,
      Map<LogColumn, Integer> columns,
      long header) {
    this.header = header;
    this.download = download;
    this.settings = settings;
    this.locale = locale;
    this.columns = columns;
    this.dates = new DateReader(locale, settings);
  }

  /**
   * Reads the file for what it says as a whole; null when it is no log.
   *
   * @param known is told what the rows say of persons, modules and courses
   */
  static LogFile survey(Download download, ExportSettings settings, Known known)
      throws IOException {
    List<List<String>> probe = new ArrayList<>();
    CellRows.read(
        download,
        settings.charset(),
        (number, cells) -> {
          probe.add(cells);
          return probe.size() < PROBE;
        });
    for (int header = 0; header < Math.min(HEADER_WITHIN, probe.size()); header++) {
      List<MoodleLocale> likely =
          settings.locale() == null
              ? Languages.ofLog(probe.get(header))
              : List.of(Languages.of(settings.locale()));
      if (!likely.isEmpty()) {
        MoodleLocale locale = spoken(likely, probe);
        Map<LogColumn, Integer> columns = Languages.logColumns(probe.get(header), locale);
        if (LogColumn.areOfLog(columns.keySet())) {
          return surveyed(new LogFile(download, settings, locale, columns, header + 1), known);
        }
      }
    }
    return null;
  }

  private static LogFile surveyed(LogFile file, Known known) throws IOException {
    file.ending = file.each(row -> file.observe(row, known));
    file.each(file::date);
    if (file.unplaced && !file.ofSite() && file.settings.courseNumber() == null) {
      known.log(file.download.name(), file.course());
    }
    return file;
  }

  /** Which of several languages the cells speak: JSON has the same keys in all. */
  private static MoodleLocale spoken(List<MoodleLocale> likely, List<List<String>> probe) {
    Set<String> words = new HashSet<>();
    probe.forEach(cells -> cells.forEach(cell -> words.add(Phrases.key(cell))));
    MoodleLocale best = null;
    long most = -1;
    for (MoodleLocale locale : likely) {
      long score =
          2 * locale.events().values().stream().filter(w -> words.contains(Phrases.key(w))).count()
              + locale.components().values().stream()
                  .filter(w -> words.contains(Phrases.key(w)))
                  .count();
      if (score > most || (score == most && locale.code().equals("en"))) {
        best = locale;
        most = score;
      }
    }
    return best;
  }

  private void observe(LogRow row, Known known) {
    rows++;
    dates.observe(row.time());
    DescriptionIds ids = DescriptionIds.of(row.description());
    observeModule(ids, known);
    observeCourse(row, ids, known);
    Meaning meaning = Meaning.of(row.description(), row.event(), locale);
    Long actor = Actors.actor(ids, meaning);
    String name = Actors.acting(row, locale);
    if (Phrases.missing(name)) {
      return;
    }
    if (actor == null) {
      known.asksPerson(name);
    } else if (actor > 0) {
      known.person(name, actor);
    }
  }

  private static void observeModule(DescriptionIds ids, Known known) {
    if (ids.module() != null && ids.moduleType() == null) {
      known.asksType(ids.module());
    } else if (ids.module() != null) {
      known.module(ids.module(), ids.moduleType());
    }
  }

  private void observeCourse(LogRow row, DescriptionIds ids, Known known) {
    if (ids.course() != null) {
      courses.add(ids.course());
      String name = ids.module() == null && row.course().isEmpty() ? row.place() : row.course();
      known.course(name, ids.course());
    } else if (row.course().isEmpty()) {
      unplaced = true;
    } else {
      known.asksCourse(row.course());
    }
  }

  private void date(LogRow row) {
    Moment moment = dates.read(row.time());
    if (moment.local() != null) {
      seconds |= moment.seconds();
      first = first == null || moment.local().isBefore(first) ? moment.local() : first;
      last = last == null || moment.local().isAfter(last) ? moment.local() : last;
    }
  }

  /**
   * Tells every row in the order of the file, but for one in which it breaks off.
   *
   * @return how the file ends
   */
  Ending each(Consumer<LogRow> visitor) throws IOException {
    Held held = new Held();
    Ending end =
        CellRows.read(
            download,
            settings.charset(),
            (number, cells) -> {
              if (number > header) {
                held.tell(visitor);
                held.row = LogRow.of(number, cells, columns);
                held.cells = cells.size();
              }
              return true;
            });
    if (end == Ending.WHOLE && held.isCut()) {
      return Ending.TRUNCATED;
    }
    held.tell(visitor);
    return end;
  }

  /** The row read last: one that lacks cells that every row before it has was cut. */
  private static final class Held {
    private LogRow row;
    private int cells;
    private int fewest = Integer.MAX_VALUE;

    void tell(Consumer<LogRow> visitor) {
      if (row != null) {
        visitor.accept(row);
        fewest = Math.min(fewest, cells);
        row = null;
      }
    }

    boolean isCut() {
      return row != null && fewest < Integer.MAX_VALUE && cells < fewest;
    }
  }

  /** What is wrong with its end; null when it is whole. */
  BrokenRecord broken() {
    return BrokenRecord.of(ending, 0);
  }

  /** What keeps the file from being read; empty when nothing does. */
  List<Fault> faults() {
    if (dates.lacksYear()) {
      return List.of(Fault.at(DOWNLOAD_YEAR_MISSING, download.name(), 0, "", settings.site()));
    }
    return settings.dateFormat() == null && dates.ambiguous()
        ? List.of(Fault.at(DOWNLOAD_DATES_AMBIGUOUS, download.name(), 0, "", settings.site()))
        : List.of();
  }

  Moment moment(LogRow row) {
    Moment moment = dates.read(row.time());
    return moment.local() == null || moment.clock()
        ? moment
        : Moment.refused("\"" + row.time() + "\" names no time of day.");
  }

  Instant instant(Moment moment) {
    return moment.at(settings.zone());
  }

  Download download() {
    return download;
  }

  MoodleLocale locale() {
    return locale;
  }

  long rows() {
    return rows;
  }

  /** Whether its times are exact to the second. */
  boolean seconds() {
    return seconds;
  }

  /** The number of the course whose log it is, or null when it names none or several. */
  Long course() {
    return courses.size() == 1 ? courses.iterator().next() : null;
  }

  /** Whether it is the log of a whole site. */
  boolean ofSite() {
    return columns.containsKey(LogColumn.COURSE);
  }

  /** Whether both tell of one stretch of time. */
  boolean overlaps(LogFile other) {
    return first != null
        && other.first != null
        && !first.isAfter(other.last)
        && !other.first.isAfter(last);
  }
}

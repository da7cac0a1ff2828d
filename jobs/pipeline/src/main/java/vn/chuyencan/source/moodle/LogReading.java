package vn.chuyencan.source.moodle;

import java.util.List;
import vn.chuyencan.source.intake.ReadCount;
import vn.chuyencan.source.intake.ShareReader;
import vn.chuyencan.work.TaskPlace;
import vn.chuyencan.xapi.EventDraft;
import vn.chuyencan.xapi.Fingerprints;
import vn.chuyencan.xapi.ScanOptions;
import vn.chuyencan.xapi.StatementSink;

/** Reads ranges of the log; travels to the tasks. */
final class LogReading implements ShareReader<LogPart> {
  private static final long serialVersionUID = 1L;

  private final MoodleSettings settings;
  private final MoodleNames names;
  private final ScanOptions options;
  private final long table;
  private final String place;
  private final LogEras eras;

  /**
   * @param table id of the log's table, as in {@code source_file}
   * @param place its name there
   * @param eras when ids were given again
   */
  LogReading(
      MoodleSettings settings,
      MoodleNames names,
      ScanOptions options,
      long table,
      String place,
      LogEras eras) {
    this.settings = settings;
    this.names = names;
    this.options = options;
    this.table = table;
    this.place = place;
    this.eras = eras;
  }

  @Override
  public List<ReadCount> read(LogPart part, TaskPlace where, StatementSink sink) {
    EventDraft draft = new EventDraft(options, sink);
    LogEvents events = new LogEvents(names, draft, table, place, eras);
    boolean addresses = options.fingerprints().wants(Fingerprints.Thing.ADDRESS);
    try (MoodleDatabase database = MoodleDatabase.open(settings)) {
      for (LogShare share : part.ranges()) {
        database.each(
            MoodleLog.TABLE,
            addresses ? LogEntry.COLUMNS_WITH_ADDRESS : LogEntry.COLUMNS,
            "WHERE id BETWEEN " + share.first() + " AND " + share.last() + " ORDER BY id",
            row -> events.tell(addresses ? LogEntry.withAddress(row) : LogEntry.of(row)));
      }
    }
    return List.of(new ReadCount(table, draft.counts()));
  }
}

package vn.chuyencan.source.moodle;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import vn.chuyencan.model.CourseRun;
import vn.chuyencan.model.RegisterDraft;
import vn.chuyencan.model.Registers;
import vn.chuyencan.source.intake.Intake;
import vn.chuyencan.source.intake.RecordIntake;
import vn.chuyencan.source.intake.RecordSource;
import vn.chuyencan.source.intake.SourceFile;
import vn.chuyencan.xapi.InputSplit;
import vn.chuyencan.xapi.ScanOptions;

/**
 * Source kind {@code moodle-db}: the rows of a Moodle's {@code logstore_standard_log}.
 *
 * <p>Ids are not in the order of time: restores bring rows of long ago, and buffered writers come
 * late with earlier ids. So a night reads all ids above the highest that it knows, and again those
 * from the first that was written shortly before the last reading; what is known already is found
 * by its id and counted as a duplicate.
 *
 * @param settings where it is
 */
public record MoodleLog(MoodleSettings settings) implements RecordSource {
  /** The log's table. */
  static final String TABLE = "logstore_standard_log";

  @Override
  public Intake ingest(RecordIntake intake, ScanOptions options) {
    LogMark mark = LogMark.of(intake.cursor());
    LogMark reached;
    long first;
    MoodleNames names;
    try (MoodleDatabase database = MoodleDatabase.open(settings)) {
      reached = new LogMark(database.number("MAX(id)", TABLE, ""), database.now());
      first = first(database, mark);
      if (reached.id() < first) {
        return intake.nothing();
      }
      names = MoodleNames.read(database);
    }
    String place = settings.place() + "#" + settings.prefix() + TABLE;
    long table = InputSplit.idOf(place);
    return intake
        .take(
            LogShare.of(first, reached.id(), intake.workers().threads()),
            new LogReading(settings, names, options, table, place),
            List.of(
                new SourceFile(
                    table, place, reached.id(), Instant.ofEpochSecond(reached.readAt()))))
        .withCursor(reached.toString());
  }

  @Override
  public Registers registers(ZoneId zone) {
    return MoodleRegisters.read(settings, zone);
  }

  @Override
  public Registers registers(ZoneId zone, Collection<CourseRun> told) {
    return MoodleRegisters.read(settings, zone, told);
  }

  @Override
  public RegisterDraft draft(ZoneId zone) {
    return MoodleRegisters.draft(settings, zone);
  }

  private long first(MoodleDatabase database, LogMark mark) {
    if (mark.equals(LogMark.NONE)) {
      return database.number("MIN(id)", TABLE, "");
    }
    long since = mark.readAt() - settings.overlap().toSeconds();
    long late =
        database.number(
            "MIN(id)", TABLE, "WHERE timecreated >= " + since + " AND id <= " + mark.id());
    return late == 0 ? mark.id() + 1 : late;
  }
}

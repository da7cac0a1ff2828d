package vn.chuyencan.source.moodle;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import vn.chuyencan.model.RegisterDraft;
import vn.chuyencan.model.RegisterName;
import vn.chuyencan.model.Registers;
import vn.chuyencan.model.TraceForm;
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
 * from the first that was written shortly before the last reading, or before the newest row where
 * that is older; what is known already is found by its id and counted as a duplicate.
 *
 * @param settings where it is
 */
public record MoodleLog(MoodleSettings settings) implements RecordSource {
  /** The log's table. */
  static final String TABLE = "logstore_standard_log";

  @Override
  public String site() {
    return settings.site();
  }

  @Override
  public TraceForm form() {
    return TraceForm.DATABASE;
  }

  @Override
  public Intake ingest(RecordIntake intake, ScanOptions options) {
    LogMark mark = LogMark.of(intake.cursor());
    LogMark reached;
    long first;
    MoodleNames names;
    try (MoodleDatabase database = MoodleDatabase.open(settings)) {
      reached = reached(database);
      first = mark.equals(LogMark.NONE) ? lowest(database) : again(database, mark.id(), mark.at());
      if (reached.equals(mark) || reached.id() < first) {
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
                new SourceFile(table, place, reached.id(), Instant.ofEpochSecond(reached.at()))))
        .withCursor(reached.toString());
  }

  @Override
  public Registers registers(ZoneId zone) {
    return MoodleRegisters.read(settings, zone);
  }

  @Override
  public Registers registers(ZoneId zone, Registers told) {
    return MoodleRegisters.read(settings, zone, told.courseRuns());
  }

  @Override
  public Optional<String> evidenceOf(RegisterName register) {
    String table =
        switch (register) {
          case POST -> "forum_posts";
          case ATTEMPT -> "quiz_attempts";
          case ATTENDANCE -> "attendance_log";
          case SUBMISSION_CHECK -> "assign_submission";
          case PEER_REVIEW -> "workshop_assessments";
          case LEARNER, IDENTITY, COURSE_RUN, ENROLMENT, ACTIVITY, GROUP_MEMBER, CLASS_SESSION ->
              null;
        };
    return Optional.ofNullable(table).map(name -> settings.prefix() + name);
  }

  @Override
  public RegisterDraft draft(ZoneId zone) {
    return MoodleRegisters.draft(settings, zone);
  }

  private LogMark reached(MoodleDatabase database) {
    long id = database.number("MAX(id)", TABLE, "");
    if (id == 0) {
      return LogMark.NONE;
    }
    long at = Math.min(database.now(), database.number("MAX(timecreated)", TABLE, ""));
    long first = again(database, id, at);
    return new LogMark(id, at, database.number("COUNT(*)", TABLE, "WHERE id >= " + first));
  }

  private static long lowest(MoodleDatabase database) {
    return database.number("MIN(id)", TABLE, "");
  }

  /** The first row that is read again after a reading up to that id and time. */
  private long again(MoodleDatabase database, long id, long at) {
    long since = at - settings.overlap().toSeconds();
    long late =
        database.number("MIN(id)", TABLE, "WHERE timecreated >= " + since + " AND id <= " + id);
    return late == 0 ? id + 1 : late;
  }
}

package vn.chuyencan.source.moodle;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.model.CourseRun;
import vn.chuyencan.model.RegisterDraft;
import vn.chuyencan.model.RegisterRow;
import vn.chuyencan.model.Registers;
import vn.chuyencan.model.TraceForm;
import vn.chuyencan.source.intake.Intake;
import vn.chuyencan.source.intake.RecordIntake;
import vn.chuyencan.source.intake.RecordSource;
import vn.chuyencan.source.intake.SourceCheck;
import vn.chuyencan.source.intake.SourceFile;
import vn.chuyencan.xapi.Fingerprints;
import vn.chuyencan.xapi.InputSplit;
import vn.chuyencan.xapi.ScanOptions;

/**
 * Source kind {@code moodle-db}: the rows of a Moodle's {@code logstore_standard_log}.
 *
 * <p>Ids are not in the order of time, and rows do not appear in the order of ids: restores bring
 * rows of long ago, and what ends late comes late under an earlier id. So a night reads all ids
 * above the highest that it knows, and looks again for those below under which there was no row.
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
    LogNews news;
    MoodleNames names;
    try (MoodleDatabase database = MoodleDatabase.open(settings)) {
      news =
          LogNews.since(
              mark, new OpenLog(database), settings.overlap().toSeconds(), PassedIds.MOST);
      if (news.isNothing()) {
        return intake.nothing();
      }
      names = MoodleNames.read(database);
    }
    String place = settings.place() + "#" + settings.prefix() + TABLE;
    long table = InputSplit.idOf(place);
    LogMark reached = news.reached();
    return intake
        .take(
            news.parts(intake.workers().threads()),
            new LogReading(settings, names, options, table, place, reached.eras()),
            List.of(
                new SourceFile(table, place, reached.id(), Instant.ofEpochSecond(reached.at()))))
        .withCursor(reached.toString());
  }

  @Override
  public boolean isElsewhere() {
    return true;
  }

  /** Opens the database and asks for every table and column that a night reads, and for no row. */
  @Override
  public SourceCheck connect() {
    return tried(
        database -> {
          database.each(TABLE, LogEntry.COLUMNS, "", row -> {});
          MoodleNames.read(database);
          MoodleRegisters.look(database, ZoneOffset.UTC);
        });
  }

  private SourceCheck tried(Consumer<MoodleDatabase> reading) {
    Set<Fault> found = new LinkedHashSet<>();
    try (MoodleDatabase database = MoodleDatabase.tried(settings, found)) {
      reading.accept(database);
    } catch (PipelineException refused) {
      found.addAll(refused.faults());
    }
    return new SourceCheck(new ArrayList<>(found), List.of());
  }

  @Override
  public Registers registers(ZoneId zone) {
    return MoodleRegisters.read(settings, zone);
  }

  @Override
  public Registers registers(ZoneId zone, Registers told) {
    return registers(zone, told, Fingerprints.NONE);
  }

  @Override
  public Registers registers(ZoneId zone, Registers told, Fingerprints wanted) {
    return MoodleRegisters.read(settings, zone, told.courseRuns(), wanted);
  }

  @Override
  public Optional<TableRow> evidenceOf(RegisterRow row) {
    return MoodleEvidence.of(row)
        .map(found -> new TableRow(settings.prefix() + found.table(), found.position()));
  }

  @Override
  public boolean knowsQuestions() {
    return true;
  }

  /** Asks for every table and column that a report on questions reads, and for no row. */
  @Override
  public SourceCheck connectQuestions() {
    return tried(MoodleQuestions::look);
  }

  @Override
  public List<Map<String, String>> questions(Collection<CourseRun> told, Set<String> courses) {
    return MoodleQuestions.read(settings, told, courses);
  }

  @Override
  public RegisterDraft draft(ZoneId zone) {
    return MoodleRegisters.draft(settings, zone);
  }
}

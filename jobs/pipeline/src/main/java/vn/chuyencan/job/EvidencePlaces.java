package vn.chuyencan.job;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import vn.chuyencan.measure.LearnerTime;
import vn.chuyencan.model.Place;
import vn.chuyencan.model.RegisterName;
import vn.chuyencan.model.RegisterRow;
import vn.chuyencan.model.Registers;
import vn.chuyencan.source.intake.RecordSource;
import vn.chuyencan.source.register.RegisterLines;

/** Where the records behind a learner's rows stand: in the log, in a database, in a register. */
final class EvidencePlaces {
  private static final String DATABASE = "moodle-db";
  private static final String DOWNLOADS = "moodle-export";

  private final Configuration configuration;
  private final LearnerTime records;
  private final Registers registers;
  private final Map<Long, String> paths = new HashMap<>();
  private final Map<RegisterName, RegisterLines> files = new EnumMap<>(RegisterName.class);
  private final Map<RegisterName, Map<List<String>, RegisterRow>> told =
      new EnumMap<>(RegisterName.class);

  /**
   * @param registers those of the night, with what sources tell
   * @param records the learner's records of the log; null where evidence is not asked for
   */
  EvidencePlaces(Configuration configuration, Registers registers, LearnerTime records) {
    this.configuration = configuration;
    this.registers = registers;
    this.records = records;
  }

  /** Takes note of a file or table that was read. */
  void addFile(long fileId, String path) {
    paths.put(fileId, path);
  }

  /** Where a record of the log stands. */
  Place of(LearnerTime.Told told) {
    Configuration.Source source =
        configuration.sources().stream()
            .filter(one -> one.id().equals(told.source()))
            .findFirst()
            .orElse(null);
    String path = paths.getOrDefault(told.fileId(), "?");
    Place.Kind kind =
        switch (source == null ? "" : source.kind()) {
          case DATABASE -> Place.Kind.TABLE;
          case DOWNLOADS -> Place.Kind.ROWS;
          default -> Place.Kind.FILE;
        };
    return new Place(
        kind,
        told.source(),
        kind == Place.Kind.TABLE
            ? path.substring(path.lastIndexOf('#') + 1)
            : beneath(source, path),
        Long.toString(told.offset()),
        told.eventId().toString());
  }

  /** The path from where the source's own path ends; whole where it lies elsewhere. */
  private static String beneath(Configuration.Source source, String path) {
    String plain = path.startsWith("file:") ? Path.of(path.substring(5)).toString() : path;
    String root =
        source == null
            ? ""
            : source.reader().keptIn().orElse(source.path() == null ? "" : source.path());
    return !root.isEmpty() && plain.startsWith(root + "/")
        ? plain.substring(root.length() + 1)
        : plain;
  }

  /**
   * Where a row's evidence stands.
   *
   * @param eventId the event that tells it; null when a register does
   * @param cells what names the row in the register's file
   * @param key the values of the register's key
   */
  Optional<Place> of(
      String eventId, RegisterName register, Map<String, String> cells, List<String> key) {
    if (records == null) {
      return Optional.empty();
    }
    if (eventId != null) {
      return records.record(UUID.fromString(eventId)).map(this::of);
    }
    RegisterLines lines =
        files.computeIfAbsent(
            register, name -> RegisterLines.of(Path.of(configuration.registers()), name));
    OptionalInt line = lines.lineOf(cells);
    if (line.isPresent()) {
      return Optional.of(
          new Place(Place.Kind.REGISTER, "", lines.file(), Integer.toString(line.getAsInt()), ""));
    }
    RegisterRow row = told.computeIfAbsent(register, registers::byKey).get(key);
    return row == null
        ? Optional.empty()
        : configuration.sources().stream()
            .map(source -> source.reader().evidenceOf(row).map(found -> place(source, found)))
            .flatMap(Optional::stream)
            .findFirst();
  }

  private static Place place(Configuration.Source source, RecordSource.TableRow found) {
    return new Place(Place.Kind.TABLE, source.id(), found.table(), found.position(), "");
  }
}

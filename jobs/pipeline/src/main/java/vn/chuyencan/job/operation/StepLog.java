package vn.chuyencan.job.operation;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.chuyencan.job.OperationSettings;

/**
 * The log for programs: one JSON object a line, in a file for each UTC day; a file that has grown
 * too large is followed by another of that day. Old files are deleted.
 */
public final class StepLog {
  private static final String PREFIX = "chuyencan-";
  private static final String ENDING = ".jsonl";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;
  private final OperationSettings.Log settings;

  /**
   * @param folder where; made when it is not there
   */
  public StepLog(Path folder, OperationSettings.Log settings) {
    this.folder = folder;
    this.settings = settings;
  }

  /**
   * Adds a line.
   *
   * @param line its values by name, in order
   * @param now on which day it is written
   */
  public void add(Map<String, Object> line, Instant now) throws IOException {
    Files.createDirectories(folder);
    byte[] bytes = (JSON.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8);
    // In one write, so that lines of two processes do not mix.
    Files.write(
        file(day(now), bytes.length), bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private static LocalDate day(Instant now) {
    return now.atOffset(ZoneOffset.UTC).toLocalDate();
  }

  private Path file(LocalDate day, int more) throws IOException {
    for (int number = 0; ; number++) {
      Path file = folder.resolve(PREFIX + day + (number == 0 ? "" : "." + number) + ENDING);
      if (!Files.exists(file) || Files.size(file) + more <= settings.maxBytes()) {
        return file;
      }
    }
  }

  /** Deletes the files of days that are kept no longer. */
  public void sweep(Instant now) throws IOException {
    LocalDate first = day(now).minusDays(settings.keepDays() - 1L);
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.filter(file -> dayOf(file) != null && dayOf(file).isBefore(first)).toList();
    } catch (NoSuchFileException nothingLogged) {
      return;
    }
    for (Path file : files) {
      Files.deleteIfExists(file);
    }
  }

  /** The day of a file of ours; null of another. */
  private static LocalDate dayOf(Path file) {
    String name = file.getFileName().toString();
    if (!name.startsWith(PREFIX) || !name.endsWith(ENDING)) {
      return null;
    }
    try {
      return LocalDate.parse(name.substring(PREFIX.length()).split("\\.", 2)[0]);
    } catch (DateTimeException foreign) {
      return null;
    }
  }
}

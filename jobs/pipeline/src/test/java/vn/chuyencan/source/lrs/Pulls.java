package vn.chuyencan.source.lrs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.Language;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.work.Meter;

/** The nights of one source, without the lake: what is ingested is a set of lines. */
final class Pulls {
  final List<Duration> waits = new ArrayList<>();
  final TreeSet<String> taken = new TreeSet<>();
  LrsCursor cursor;

  private final Path spool;

  Pulls(Path spool) {
    this.spool = spool;
  }

  /** A night that takes everything in and commits. */
  LrsPulled night(LrsSettings settings) {
    LrsPulled pulled = pull(settings);
    taken.addAll(lines(pulled.folder()));
    cursor = pulled.next();
    return pulled;
  }

  /** A pull without commit. */
  LrsPulled pull(LrsSettings settings) {
    return new LrsPull(settings, spool, waits::add, 2000, new Meter()).pull(cursor);
  }

  /** The fault of a pull that must fail; both languages can tell it. */
  Fault fault(LrsSettings settings, ErrorCode code) {
    PipelineException failure =
        catchThrowableOfType(PipelineException.class, () -> night(settings));
    assertThat(failure).as(code.name()).isNotNull();
    Fault fault = failure.faults().get(0);
    assertThat(fault.code()).as(failure.getMessage()).isEqualTo(code);
    assertThat(failure.exitStatus()).isEqualTo(code.kind().exitStatus());
    assertThat(fault.message(Language.VI)).isNotBlank();
    return fault;
  }

  /** The lines of a folder's files, in their order; every file there is whole. */
  static List<String> lines(Path folder) {
    List<String> lines = new ArrayList<>();
    for (Path file : files(folder)) {
      assertThat(file.getFileName().toString()).matches("statements-[0-9]{5}\\.ndjson\\.gz");
      try (BufferedReader reader =
          new BufferedReader(
              new InputStreamReader(
                  new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
        reader.lines().forEach(lines::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return lines;
  }

  static List<Path> files(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

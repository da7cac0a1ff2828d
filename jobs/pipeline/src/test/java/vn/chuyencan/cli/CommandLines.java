package vn.chuyencan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import vn.chuyencan.error.Language;
import vn.chuyencan.testing.SparkSessions;
import vn.chuyencan.work.Meter;

/** Runs commands as {@code main} does, in this process, under a clock that stands still. */
final class CommandLines {
  static final Instant NOW = Instant.parse("2026-12-01T03:04:05Z");

  /** One act of one learner in one course run, a line of a file. */
  static final String STATEMENT =
      "{\"id\":\"7ccd3322-e1a5-411a-a67d-6a735c76f101\",\"timestamp\":\"2026-09-07T03:00:00Z\","
          + "\"actor\":{\"account\":{\"homePage\":\"https://lms.example.org\",\"name\":\"an\"}},"
          + "\"verb\":{\"id\":\"http://adlnet.gov/expapi/verbs/experienced\"},"
          + "\"object\":{\"id\":\"https://lms.example.org/page/1\"},"
          + "\"context\":{\"contextActivities\":{\"grouping\":[{\"id\":\"https://lms.example.org/c\","
          + "\"definition\":{\"type\":\"http://adlnet.gov/expapi/activities/course\"}}]}}}\n";

  private CommandLines() {}

  /** What a command left behind. */
  record Result(int status, String out, String notes) {

    /** A refusal that blames the user: status, words, and never a stack trace. */
    Result refused(int expected) {
      assertThat(status).as(notes).isEqualTo(expected);
      assertThat(out).isEmpty();
      assertThat(notes).isNotBlank().doesNotContain("\tat ", "Exception", "vn.chuyencan.");
      return this;
    }

    Result done() {
      assertThat(status).as(notes).isZero();
      return this;
    }
  }

  /** A command that does not come as far as Spark. */
  static Result run(String... arguments) {
    return runAt(NOW, arguments);
  }

  /** The same at another time, as who runs one command after another does. */
  static Result runAt(Instant now, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream notes = new ByteArrayOutputStream();
    Chuyencan program =
        new Chuyencan(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(notes, true, StandardCharsets.UTF_8),
            Clock.fixed(now, ZoneOffset.UTC),
            false);
    int status = program.execute(arguments);
    return new Result(
        status, out.toString(StandardCharsets.UTF_8), notes.toString(StandardCharsets.UTF_8));
  }

  /** The same in English, with the configuration that lies in a folder. */
  static Result runAt(Instant now, Path folder, String command, String... more) {
    return runAt(
        now,
        Stream.concat(
                Stream.of(
                    command,
                    "--config",
                    folder.resolve("chuyencan.yaml").toString(),
                    "--lang",
                    "en"),
                Stream.of(more))
            .toArray(String[]::new));
  }

  /** A command that works in the tests' one Spark context. */
  static Result runWithSpark(String... arguments) {
    SparkSessions.shared();
    return run(arguments);
  }

  /** What commands that write work with, at a time. */
  static Nights nights(Instant now, LocalDate asOf) {
    PrintStream notes = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    return new Nights(
        CommonOptions.demo(asOf, Language.EN),
        Clock.fixed(now, ZoneOffset.UTC),
        notes,
        new Interruption(notes, () -> {}),
        () -> "test",
        recorder -> {},
        new Meter(),
        lost -> {});
  }

  /** Writes a file below the folder and gives its path. */
  static Path write(Path folder, String name, String text) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A configuration without registers whose statements lie in {@code statements}. */
  static Path configuration(Path folder, String more) {
    return write(
        folder,
        "chuyencan.yaml",
        """
        institution: {id: hvsp, name: Học viện}
        warehouse: ./warehouse
        publish: ./published
        sources: [{id: lms, kind: xapi, path: ./statements}]
        """
            + more);
  }
}

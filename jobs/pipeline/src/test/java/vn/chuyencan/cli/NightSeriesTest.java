package vn.chuyencan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nights that were missed, and past nights run again. */
class NightSeriesTest {
  private static final String COURSE = "https://lms.example.org/course/1";

  @TempDir private Path folder;

  private static String statement(int number, String day) {
    return "{\"id\":\"7ccd3322-e1a5-411a-a67d-6a735c76f10"
        + number
        + "\",\"timestamp\":\""
        + day
        + "T03:00:00Z\",\"actor\":{\"account\":{\"homePage\":\"https://lms.example.org\",\"name\":\"an\"}},"
        + "\"verb\":{\"id\":\"http://adlnet.gov/expapi/verbs/experienced\"},"
        + "\"object\":{\"id\":\"https://lms.example.org/page/1\"},"
        + "\"context\":{\"contextActivities\":{\"grouping\":[{\"id\":\""
        + COURSE
        + "\",\"definition\":{\"type\":\"http://adlnet.gov/expapi/activities/course\"}}]}}}\n";
  }

  private static CommandLines.Result run(Path place, String command, String... more) {
    String[] arguments = new String[more.length + 5];
    arguments[0] = command;
    arguments[1] = "--config";
    arguments[2] = place.resolve("chuyencan.yaml").toString();
    arguments[3] = "--lang";
    arguments[4] = "en";
    System.arraycopy(more, 0, arguments, 5, more.length);
    return CommandLines.run(arguments);
  }

  private static List<String> nights(Path place) throws IOException {
    try (Stream<Path> days = Files.list(place.resolve("published"))) {
      return days.map(day -> day.getFileName().toString())
          .filter(day -> day.startsWith("2"))
          .sorted()
          .toList();
    }
  }

  private static String latest(Path place) throws IOException {
    return Files.readString(place.resolve("published/latest/manifest.json"))
        .replaceAll("\"run_?[iI]d\"\\s*:\\s*\"[^\"]*\",?", "");
  }

  @Test
  void missedNightsAreCaughtUpAndPastOnesRunAgain() throws IOException {
    Path place = Files.createDirectory(folder.resolve("a"));
    CommandLines.configuration(place, "policies: [flipped-classroom]\n");
    CommandLines.write(place, "statements/one.ndjson", statement(1, "2026-09-07"));
    run(place, "run", "--catch-up", "--as-of", "2026-09-08").done();
    assertThat(nights(place)).as("nothing to catch up with").containsExactly("2026-09-08");

    CommandLines.write(
        place, "statements/two.ndjson", statement(2, "2026-09-09") + statement(3, "2026-09-11"));
    CommandLines.Result caught = run(place, "run", "--catch-up", "--as-of", "2026-09-11").done();
    assertThat(nights(place))
        .containsExactly("2026-09-08", "2026-09-09", "2026-09-10", "2026-09-11");
    assertThat(caught.out()).contains("2026-09-09  ", "2026-09-10  ", "including 2026-09-11");
    String stands = latest(place);

    Path other = Files.createDirectory(folder.resolve("b"));
    CommandLines.configuration(other, "policies: [flipped-classroom]\n");
    CommandLines.write(other, "statements/one.ndjson", statement(1, "2026-09-07"));
    CommandLines.write(
        other, "statements/two.ndjson", statement(2, "2026-09-09") + statement(3, "2026-09-11"));
    CommandLines.Result atOnce = run(other, "run", "--as-of", "2026-09-11").done();
    assertThat(atOnce.out()).isNotEmpty();
    assertThat(digest(latest(other))).isEqualTo(digest(stands));

    CommandLines.Result again =
        run(place, "backfill", "--from", "2026-09-09", "--to", "2026-09-10").done();
    assertThat(again.out().lines().map(line -> line.substring(0, 10)))
        .containsExactly("2026-09-09", "2026-09-10", "2026-09-11");
    assertThat(digest(latest(place))).isEqualTo(digest(stands));

    assertThat(
            run(place, "backfill", "--from=2026-09-09", "--to=2026-09-10", "--as-of=2026-09-10")
                .refused(2)
                .notes())
        .startsWith("E2018: --as-of, --from do not go together.");
    assertThat(
            run(place, "backfill", "--from", "2026-09-10", "--to", "2026-09-09").refused(2).notes())
        .startsWith("E2007: --to");
    assertThat(
            run(place, "backfill", "--from", "2020-01-01", "--to", "2026-09-09").refused(2).notes())
        .startsWith("E2020");
  }

  /** The office gets the tables of the day that was run again, and its latest stays the latest. */
  @Test
  void theOfficesPastNightsHoldTheirOwnTables() throws IOException {
    CommandLines.configuration(
        folder, "policies: [flipped-classroom]\naudiences:\n  office: ./office\n");
    CommandLines.write(
        folder, "statements/one.ndjson", statement(1, "2026-09-07") + statement(2, "2026-09-09"));
    run(folder, "run", "--as-of", "2026-09-10").done();
    run(folder, "backfill", "--from", "2026-09-08", "--to", "2026-09-08").done();

    Path table = Path.of("csv/source_day.csv");
    Path day = onlyRun(folder.resolve("office/2026-09-08"));
    assertThat(day.resolve(table))
        .hasSameTextualContentAs(onlyRun(folder.resolve("published/2026-09-08")).resolve(table));
    assertThat(Files.readString(day.resolve(table))).doesNotContain("2026-09-09");
    assertThat(Files.readString(folder.resolve("office/latest").resolve(table)))
        .contains("2026-09-09");
  }

  private static Path onlyRun(Path day) throws IOException {
    try (Stream<Path> runs = Files.list(day)) {
      List<Path> all = runs.toList();
      assertThat(all).hasSize(1);
      return all.get(0);
    }
  }

  private static String digest(String manifest) {
    return manifest.replaceAll("(?s).*?\"digest\"\\s*:\\s*\"([0-9a-f]+)\".*", "$1");
  }
}

package vn.chuyencan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chuyencan.error.Language;
import vn.chuyencan.model.Status;

/** Colour where somebody sees it, silence where it is asked for, one JSON object for programs. */
class MannersTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path place;

  private CommandLines.Result command(String... words) {
    List<String> arguments = new ArrayList<>(List.of(words));
    arguments.addAll(List.of("--config", place.resolve("chuyencan.yaml").toString(), "--lang=en"));
    return CommandLines.run(arguments.toArray(String[]::new));
  }

  @Test
  void onlyATerminalThatMayHasColour() {
    assertThat(Colour.of(true, name -> null)).isEqualTo(Colour.ANSI);
    assertThat(Colour.of(false, name -> null)).isEqualTo(Colour.NONE);
    assertThat(Colour.of(true, Map.of("NO_COLOR", "1")::get)).isEqualTo(Colour.NONE);
    // Set and empty is not set, as no-color.org has it.
    assertThat(Colour.of(true, Map.of("NO_COLOR", "")::get)).isEqualTo(Colour.ANSI);
    assertThat(Colour.of(true, Map.of("TERM", "dumb")::get)).isEqualTo(Colour.NONE);
  }

  @Test
  void everyStatusKeepsItsWordsInColour() {
    for (Status status : Status.values()) {
      assertThat(Colour.NONE.of(status, Language.VI)).isEqualTo(status.vietnamese());
      assertThat(Colour.ANSI.of(status, Language.EN).replaceAll("\u001b\\[[0-9;]*m", ""))
          .isEqualTo(status.english());
    }
    assertThat(Colour.ANSI.of(Status.NOT_MET, Language.EN))
        .isNotEqualTo(Colour.ANSI.of(Status.MET, Language.EN).replace("Met", "Not met"));
  }

  @Test
  void theNumberOfAnErrorStandsOut() {
    assertThat(coloured("rum", "--lang=en"))
        .startsWith("\u001b[1;31mE2005\u001b[0m: there is no rum here.");
    assertThat(coloured("run", "--lang=en", "--config", place.resolve("none").toString()))
        .startsWith("\u001b[1;31mE3000\u001b[0m");
    assertThat(CommandLines.run("rum", "--lang=en").refused(2).notes()).startsWith("E2005: ");
  }

  private static String coloured(String... arguments) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    Clock clock = Clock.fixed(CommandLines.NOW, ZoneOffset.UTC);
    new Chuyencan(stream, stream, null, clock, false, Colour.ANSI, Colour.ANSI).execute(arguments);
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void helpHasColourOnATerminalOnly() {
    assertThat(coloured("verify", "--help")).contains("\u001b[");
    assertThat(CommandLines.run("verify", "--help").done().out()).doesNotContain("\u001b");
  }

  @Test
  void aQuietNightGivesItsSummaryAndAProgramItsObject() throws IOException {
    CommandLines.configuration(place, "policies: [flipped-classroom]\n");
    CommandLines.write(place, "statements/one.ndjson", CommandLines.STATEMENT);

    CommandLines.Result told = command("run", "--as-of", "2026-09-08");
    assertThat(told.done().notes()).contains(" ingest lms\n");
    assertThat(told.out()).contains("Next\n", "explain --config " + place);

    CommandLines.Result quiet =
        command("run", "--as-of", "2026-09-10", "-q", "--json", "--catch-up");
    assertThat(quiet.done().notes()).isEmpty();
    JsonNode night = JSON.readTree(quiet.out());
    assertThat(night.at("/as_of").asText()).isEqualTo("2026-09-10");
    assertThat(night.at("/records/read").asLong()).isEqualTo(1);
    assertThat(night.at("/nights").findValuesAsText("as_of"))
        .containsExactly("2026-09-09", "2026-09-10");
    assertThat(night.at("/decisions").isArray()).isTrue();
    assertThat(night.at("/tables").findValuesAsText("name")).contains("eligibility_decision");
    assertThat(Path.of(night.at("/latest").asText())).isDirectory();
    assertThat(night.at("/digest").asText()).isEqualTo(night.at("/nights/1/digest").asText());

    JsonNode chain = JSON.readTree(command("verify", "--json").done().out());
    assertThat(chain.at("/holds").asBoolean()).isTrue();
    assertThat(chain.at("/publications").asLong()).isEqualTo(3);

    JsonNode again =
        JSON.readTree(command("verify", "--run=latest", "--json", "--quiet").done().out());
    assertThat(again.at("/holds").asBoolean()).isTrue();
    assertThat(again.at("/computed")).isEqualTo(again.at("/published"));
    assertThat(again.at("/run").asText()).isEqualTo(night.at("/run").asText());
    assertThat(again.at("/tables").findValuesAsText("name")).contains("learner_week");
    assertThat(again.at("/tables").findValuesAsText("file"))
        .as("each file once")
        .doesNotHaveDuplicates()
        .hasSameSizeAs(again.at("/tables"));

    CommandLines.Result past =
        command("backfill", "--from=2026-09-08", "--to=2026-09-09", "--json", "-q");
    assertThat(past.done().notes()).isEmpty();
    JsonNode nights = JSON.readTree(past.out());
    assertThat(nights.at("/nights").findValuesAsText("as_of"))
        .containsExactly("2026-09-08", "2026-09-09", "2026-09-10");
    assertThat(nights.at("/as_of").asText()).isEqualTo("2026-09-10");
    assertThat(nights.at("/digest")).isEqualTo(night.at("/digest"));
    assertThat(nights.fieldNames())
        .toIterable()
        .as("the same names")
        .containsExactlyElementsOf(night::fieldNames);

    spoil();
    CommandLines.Result broken = command("verify", "--json");
    assertThat(broken.status()).isEqualTo(4);
    assertThat(JSON.readTree(broken.out()).at("/faults/0/code").asText()).startsWith("E");
    assertThat(JSON.readTree(broken.out()).at("/holds").asBoolean()).isFalse();
  }

  @Test
  void whoWorksStepByStepIsToldTheNextOne() {
    CommandLines.configuration(place, "policies: [flipped-classroom]\n");
    CommandLines.write(place, "statements/one.ndjson", CommandLines.STATEMENT);
    String config = " --config " + place.resolve("chuyencan.yaml");

    String day = "--as-of=2026-09-08";
    assertThat(command("ingest", day).done().notes())
        .contains("\nNext\n", " measure" + config, " run" + config, " status" + config);
    assertThat(command("measure", day).done().notes()).contains(" decide" + config);
    CommandLines.Result decided = command("decide", day).done();
    assertThat(decided.notes()).contains(" report" + config);
    assertThat(decided.out()).as("results only").isEmpty();
    assertThat(command("report", day).done().notes())
        .contains(" explain" + config + " --learner ID ");
    assertThat(command("backfill", "--from=2026-09-07", "--to=2026-09-07").done().notes())
        .contains(" explain" + config, " status" + config);
    assertThat(command("lists").done().notes()).contains(" freeze" + config + " --course ID");

    String[] vietnamese = {"decide", day, "-c", place.resolve("chuyencan.yaml").toString()};
    assertThat(CommandLines.run(vietnamese).done().notes())
        .contains("\nXem tiếp\n")
        .contains("công bố những gì đã xét");
    assertThat(command("decide", day, "--quiet").done().notes()).isEmpty();
  }

  private JsonNode failure(int status, String... words) throws IOException {
    CommandLines.Result result = CommandLines.run(words);
    JsonNode failure = JSON.readTree(result.out());
    assertThat(result.status()).as(result.notes()).isEqualTo(status);
    assertThat(failure.at("/failed").asBoolean()).isTrue();
    assertThat(failure.at("/exit_status").asInt()).isEqualTo(status);
    JsonNode first = failure.at("/faults/0");
    // People read the same where they always do.
    assertThat(result.notes()).startsWith(first.at("/message").asText() + "\n");
    assertThat(first.at("/message").asText())
        .startsWith(first.at("/code").asText())
        .endsWith(first.at("/what").asText() + " " + first.at("/what_to_do").asText());
    return failure;
  }

  @Test
  void aProgramIsToldOfAFailureAsItIsToldOfAResult() throws IOException {
    String absent = place.resolve("none.yaml").toString();
    for (String[] words :
        new String[][] {
          {"run", "--json"},
          {"backfill", "--from=2026-09-08", "--to=2026-09-09", "--json"},
          {"status", "--json"},
          {"verify", "--json"},
          {"verify", "--run=latest", "--json"},
          {"explain", "--learner=an", "--format=json"},
          {"explain", "--learner=an", "--format", "json"},
          {"simulate", "--set=minutes_required=600", "--format=json"},
          {"query", "SELECT 1", "--format=json"}
        }) {
      List<String> line = new ArrayList<>(List.of(words));
      line.addAll(List.of("--config", absent, "--lang=en"));
      JsonNode fault = failure(3, line.toArray(String[]::new)).at("/faults/0");
      assertThat(fault.at("/code").asText()).isEqualTo("E3000");
      assertThat(fault.at("/name").asText()).isEqualTo("CONFIGURATION_NOT_FOUND");
      assertThat(fault.at("/what_to_do").asText()).isEqualTo("Give its path with --config.");
      assertThat(fault.at("/where").isNull()).isTrue();
    }
  }

  @Test
  void aProgramIsToldOfEveryFaultAndWhereItIs() throws IOException {
    Path file = CommandLines.configuration(place, "policies: [none]\nrum: 1\n");
    CommandLines.write(place, "registers/learner.csv", "learner_id\n");
    JsonNode faults =
        failure(3, "run", "--json", "--quiet", "--config", file.toString()).at("/faults");
    assertThat(faults.size()).isPositive();
    assertThat(faults.get(0).at("/where/file").asText()).endsWith("chuyencan.yaml");
    assertThat(faults.get(0).at("/where/line").asInt()).isPositive();
    assertThat(faults.get(0).at("/what").asText()).startsWith("khóa rum");

    JsonNode invalid = failure(3, "validate", "--json", "--config", file.toString());
    assertThat(invalid.at("/faults")).isEqualTo(faults);

    JsonNode misused = failure(2, "status", "--json", "--rum", "--lang=en");
    assertThat(misused.at("/faults/0/what").asText()).isEqualTo("there is no --rum here.");
    assertThat(misused.at("/faults").size()).isEqualTo(1);

    ProcessHandle self = ProcessHandle.current();
    CommandLines.write(
        place,
        "warehouse/_chuyencan/lock",
        self.pid() + "\n" + Nights.host() + "\n" + self.info().startInstant().orElseThrow() + "\n");
    Files.delete(place.resolve("registers/learner.csv"));
    CommandLines.configuration(place, "");
    assertThat(
            failure(6, "run", "--json", "--config", file.toString()).at("/faults/0/name").asText())
        .isEqualTo("LOCK_HELD");

    CommandLines.write(place, "statements/one.ndjson", CommandLines.STATEMENT);
    CommandLines.write(place, "registers/learner.csv", "learner_id\n");
    JsonNode register = failure(3, "validate", "--json", "--config", file.toString());
    assertThat(register.at("/faults/0/where/column").asText()).isEqualTo("full_name");
    Files.delete(place.resolve("registers/learner.csv"));
    JsonNode valid =
        JSON.readTree(
            CommandLines.run("validate", "--json", "--config", file.toString()).done().out());
    assertThat(valid.at("/valid").asBoolean()).isTrue();
    assertThat(valid.at("/warnings").isArray()).isTrue();
  }

  @Test
  void onlyWhoAsksForItGetsAnObject() {
    assertThat(FailureJson.isAskedFor("run", "--json")).isTrue();
    assertThat(FailureJson.isAskedFor("explain", "--format", "json")).isTrue();
    assertThat(FailureJson.isAskedFor("explain", "--format", "html", "json")).isFalse();
    CommandLines.run("run", "--config", place.resolve("none").toString()).refused(3);
  }

  private void spoil() throws IOException {
    try (Stream<Path> files = Files.walk(place.resolve("published"))) {
      Path table =
          files.filter(file -> file.endsWith("csv/learner_week.csv")).findFirst().orElseThrow();
      Files.writeString(table, "x", StandardOpenOption.APPEND);
    }
  }
}

package vn.chuyencan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import vn.chuyencan.testing.Golden;
import vn.chuyencan.testing.Repository;

class HelpTest {
  private static final String GOLDEN = "jobs/pipeline/src/test/resources/vn/chuyencan/cli/help/";

  static Stream<String> commands() {
    return Chuyencan.described().getSubcommands().keySet().stream();
  }

  @Test
  void theProgramTellsWhatItIs() throws IOException {
    String help = CommandLines.run("--help").done().out();

    Golden.assertSame(
        Repository.root().resolve(GOLDEN + "chuyencan.txt"), help.getBytes(StandardCharsets.UTF_8));
    assertThat(CommandLines.run().done().out()).isEqualTo(help);
    assertThat(commands()).allSatisfy(command -> assertThat(help).contains("\n  " + command + " "));
  }

  /** They are listed by name, so that a call need not read all of them to find its own. */
  @Test
  void everyCommandIsListedByItsOwnName() {
    assertThat(Chuyencan.described().getSubcommands())
        .hasSize(21)
        .allSatisfy(
            (name, command) ->
                assertThat(
                        command
                            .getCommand()
                            .getClass()
                            .getAnnotation(CommandLine.Command.class)
                            .name())
                    .isEqualTo(name));
  }

  /** The list of commands shows the first part of what each tells of itself, and no more. */
  @Test
  void theListOfCommandsBreaksOffNoSentence() {
    assertThat(Chuyencan.described().getSubcommands())
        .allSatisfy(
            (name, command) ->
                assertThat(command.getCommandSpec().usageMessage().description()[0])
                    .matches(".*[.?]"));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandTellsWhatItDoes(String command) throws IOException {
    String help = CommandLines.run(command, "--help").done().out();

    Golden.assertSame(
        Repository.root().resolve(GOLDEN + command + ".txt"),
        help.getBytes(StandardCharsets.UTF_8));
    assertThat(help.lines().toList()).allSatisfy(line -> assertThat(line.length()).isLessThan(101));
    assertThat(List.of("--lang", "--help")).allSatisfy(option -> assertThat(help).contains(option));
  }

  @Test
  void theVersionIsThatOfTheBuild() {
    assertThat(CommandLines.run("--version").done().out())
        .matches("chuyencan [0-9]+\\.[0-9]+\\.[0-9]+\n");
  }
}

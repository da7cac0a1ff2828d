package vn.chuyencan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import vn.chuyencan.error.Language;
import vn.chuyencan.testing.Golden;
import vn.chuyencan.testing.Repository;

class HelpTest {
  private static final String GOLDEN = "jobs/pipeline/src/test/resources/vn/chuyencan/cli/help/";

  static Stream<String> commands() {
    return Chuyencan.described().getSubcommands().keySet().stream();
  }

  static Stream<Arguments> commandsInBothLanguages() {
    return commands()
        .flatMap(
            command ->
                Arrays.stream(Language.values()).map(language -> Arguments.of(command, language)));
  }

  @ParameterizedTest
  @EnumSource
  void theProgramTellsWhatItIs(Language language) throws IOException {
    String help = CommandLines.run("--help", "--lang", language.code()).done().out();

    assertGolden("chuyencan", language, help);
    assertThat(CommandLines.run("--lang=" + language.code()).done().out()).isEqualTo(help);
    assertThat(commands()).allSatisfy(command -> assertThat(help).contains("\n  " + command + " "));
  }

  @Test
  void vietnameseIsTheDefault() {
    assertThat(CommandLines.run().done().out())
        .isEqualTo(CommandLines.run("--lang", "vi").done().out())
        .startsWith("Cách dùng: chuyencan ");
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
  @ParameterizedTest
  @EnumSource
  void theListOfCommandsBreaksOffNoSentence(Language language) {
    CommandLine line = Chuyencan.described();
    assertThat(line.getSubcommands())
        .allSatisfy(
            (name, command) ->
                assertThat(in(language, command).usageMessage().description()[0])
                    .matches(".*[.?]"));
  }

  @ParameterizedTest
  @MethodSource("commandsInBothLanguages")
  void everyCommandTellsWhatItDoes(String command, Language language) throws IOException {
    String help = CommandLines.run(command, "--help", "--lang", language.code()).done().out();

    assertGolden(command, language, help);
    assertThat(help.lines().toList()).allSatisfy(line -> assertThat(line.length()).isLessThan(101));
    assertThat(List.of("--lang", "--help")).allSatisfy(option -> assertThat(help).contains(option));
    assertThat(CommandLines.run("--lang", language.code(), command, "--help").done().out())
        .isEqualTo(help);
  }

  /** What is said of every command and option, and of nothing else. */
  @Test
  void vietnameseSaysAll() {
    Set<String> said = new TreeSet<>();
    CommandLine english = Chuyencan.described();
    CommandLine vietnamese = Chuyencan.described();
    compare(english.getCommandSpec(), in(Language.VI, vietnamese), said);
    english
        .getSubcommands()
        .forEach(
            (name, command) ->
                compare(
                    command.getCommandSpec(),
                    in(Language.VI, vietnamese.getSubcommands().get(name)),
                    said));

    for (String key : HelpText.vietnamese().keySet()) {
      String text = HelpText.vietnamese().getString(key);
      assertThat(text).as(key).isEqualTo(Normalizer.normalize(text, Normalizer.Form.NFC));
      if (!key.matches("usage\\..*Heading")) {
        String beginning = text.replaceFirst("\\$\\{.*", "");
        assertThat(said).as(key).anyMatch(one -> one.startsWith(beginning));
      }
    }
  }

  private static void compare(CommandSpec english, CommandSpec vietnamese, Set<String> said) {
    assertThat(vietnamese.usageMessage().description())
        .as(english.name())
        .doesNotContain(english.usageMessage().description());
    said.addAll(List.of(vietnamese.usageMessage().description()));
    said.addAll(List.of(vietnamese.usageMessage().footer()));
    said.add(vietnamese.usageMessage().footerHeading());
    assertThat(vietnamese.args()).hasSameSizeAs(english.args());
    for (int i = 0; i < english.args().size(); i++) {
      ArgSpec argument = english.args().get(i);
      assertThat(vietnamese.args().get(i).description())
          .as("%s %s", english.name(), argument.paramLabel())
          .isNotEqualTo(argument.description());
      String text = String.join("", vietnamese.args().get(i).description());
      assertThat(text).isNotBlank();
      said.addAll(List.of(vietnamese.args().get(i).description()));
    }
  }

  private static CommandSpec in(Language language, CommandLine command) {
    CommandSpec spec = command.getCommandSpec();
    HelpText.in(language)
        .create(spec, CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    return spec;
  }

  private static void assertGolden(String command, Language language, String help)
      throws IOException {
    Golden.assertSame(
        Repository.root().resolve(GOLDEN + language.code() + "/" + command + ".txt"),
        help.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void theVersionIsThatOfTheBuild() {
    assertThat(CommandLines.run("--version").done().out())
        .matches("chuyencan [0-9]+\\.[0-9]+\\.[0-9]+\n");
  }
}

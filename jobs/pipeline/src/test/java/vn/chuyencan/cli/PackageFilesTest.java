package vn.chuyencan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Manual page and completion know what the commands know. */
class PackageFilesTest {
  @TempDir private Path folder;

  @BeforeEach
  void write() throws IOException {
    PackageFiles.main(new String[] {folder.toString(), "2026-09-01"});
  }

  private String text(String name) throws IOException {
    return Files.readString(folder.resolve(name));
  }

  private static List<CommandLine> commands() {
    return List.copyOf(Chuyencan.described().getSubcommands().values());
  }

  @Test
  void theManualPageTellsOfEveryCommandAndOption() throws IOException {
    String page = text("chuyencan.1");
    assertThat(page)
        .contains(".TH CHUYENCAN 1 2026-09-01 \"chuyencan " + Version.number() + "\"\n");
    assertThat(commands()).hasSizeGreaterThan(15);
    for (CommandLine command : commands()) {
      String of = section(page, command.getCommandName());
      for (OptionSpec option : command.getCommandSpec().options()) {
        String name = option.longestName().replace("-", "\\-");
        assertThat(
                List.of("--help", "--lang", "--quiet", "--version").contains(option.longestName())
                    ? page
                    : of)
            .as(command.getCommandName())
            .contains("\\fB" + name + "\\fR");
      }
    }
  }

  private static String section(String page, String command) {
    String head = "\n.SS " + command + "\n";
    assertThat(page).contains(head);
    String rest = page.substring(page.indexOf(head) + head.length());
    return rest.substring(0, rest.indexOf("\n.S"));
  }

  @Test
  void noLineOfTextIsTakenForARequest() throws IOException {
    assertThat(text("chuyencan.1").lines().filter(line -> line.startsWith(".")))
        .allMatch(line -> line.matches("\\.(TH|SH|SS|TP|B|I|br)( .*)?"));
  }

  @Test
  void shellsCompleteEveryCommandAndOption() throws IOException {
    String bash = text("chuyencan.bash");
    String zsh = text("_chuyencan");
    assertThat(zsh).startsWith("#compdef chuyencan\n");
    for (CommandLine command : commands()) {
      String of = zsh.substring(zsh.indexOf("\n    " + command.getCommandName() + ")\n"));
      of = of.substring(0, of.indexOf(";;"));
      for (OptionSpec option : command.getCommandSpec().options()) {
        for (String name : option.names()) {
          assertThat(of).as(command.getCommandName()).containsPattern(name + "[=+\\[]");
          assertThat(bash).contains("'" + name + "'");
        }
      }
    }
    assertThat(bash)
        .contains("=(\"vi\" \"en\") # --lang values")
        .contains("=(\"table\" \"csv\" \"json\" \"parquet\") # --format values")
        .doesNotContain("\"VI\"", "\"HTML\"");
    assertThat(zsh)
        .contains("'--lang=[Language of messages and explanations (default: vi)]:vi|en:(vi en)'")
        .contains(
            "'--config=[The institution'\\''s configuration file (default: chuyencan.yaml)]:FILE:_files'");
  }
}

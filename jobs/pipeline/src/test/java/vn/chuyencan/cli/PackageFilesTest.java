package vn.chuyencan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

  @ParameterizedTest
  @ValueSource(strings = {"chuyencan.1", "chuyencan.vi.1"})
  void theManualPageTellsOfEveryCommandAndOption(String file) throws IOException {
    String page = text(file);
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

  @Test
  void oneIsEnglishAndOneVietnamese() throws IOException {
    assertThat(text("chuyencan.1"))
        .contains(
            "\n.SH \"NAME\"\nchuyencan \\- Learning analytics",
            "every learner again",
            ".SH ENVIRONMENT")
        .doesNotContain("học viên");
    assertThat(text("chuyencan.vi.1"))
        .contains(
            "\n.SH \"TÊN\"\nchuyencan \\- Phân tích", "Tính lại mọi học viên", "BIẾN MÔI TRƯỜNG")
        .doesNotContain("learner,", "Every command");
  }

  private static String section(String page, String command) {
    String head = "\n.SS " + command + "\n";
    assertThat(page).contains(head);
    String rest = page.substring(page.indexOf(head) + head.length());
    return rest.substring(0, rest.indexOf("\n.S"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"chuyencan.1", "chuyencan.vi.1"})
  void noLineOfTextIsTakenForARequest(String file) throws IOException {
    assertThat(text(file).lines().filter(line -> line.startsWith(".")))
        .allMatch(line -> line.matches("\\.(TH|SH|SS|TP|B|I|br)( .*)?"));
  }

  @Test
  void shellsCompleteEveryCommandAndOption() throws IOException {
    String bash = text("chuyencan.bash");
    String zsh = text("_chuyencan");
    assertThat(zsh).startsWith("#compdef chuyencan\n");
    String english = zsh.substring(zsh.indexOf("\n_chuyencan_en() {\n"));
    for (CommandLine command : commands()) {
      String of = english.substring(english.indexOf("\n    " + command.getCommandName() + ")\n"));
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
    assertThat(zsh.substring(0, zsh.length() - english.length()))
        .contains(
            "\n_chuyencan_vi() {\n",
            "'--lang=[Ngôn ngữ của thông báo và lời giải thích (mặc định: vi)]:vi|en:(vi en)'",
            "(mặc định: chuyencan.yaml)]")
        .doesNotContain("${DEFAULT-VALUE}", "institution", "learner,");
    assertThat(english).endsWith("\n_chuyencan \"$@\"\n").contains("_chuyencan_vi ;;");
    assertThat(english)
        .contains("'--lang=[Language of messages and explanations (default: vi)]:vi|en:(vi en)'")
        .contains(
            "'--config=[The institution'\\''s configuration file (default: chuyencan.yaml)]:FILE:_files'");
  }
}

package vn.chuyencan.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import picocli.AutoComplete;
import picocli.CommandLine;
import vn.chuyencan.error.Language;

/**
 * Writes what a package holds besides the program, from the commands themselves: the manual page
 * and what shells complete. No command: {@code scripts/package} starts it.
 */
final class PackageFiles {
  private PackageFiles() {}

  /**
   * Writes {@code chuyencan.1}, {@code chuyencan.vi.1}, {@code chuyencan.bash} and {@code
   * _chuyencan} (for zsh).
   *
   * @param arguments a folder that exists, and the day that the manual pages bear, as 2026-09-01
   */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    LocalDate day = LocalDate.parse(arguments[1]);
    for (Language language : Language.values()) {
      String name = language == Language.EN ? "chuyencan.1" : "chuyencan." + language.code() + ".1";
      write(folder.resolve(name), ManualPage.of(HelpText.described(language), day, language));
    }
    write(
        folder.resolve("_chuyencan"),
        ZshCompletion.of(HelpText.described(Language.VI), HelpText.described(Language.EN)));
    // Bash shows words only, and these are the same in all languages.
    CommandLine line = Chuyencan.described();
    OptionWords.offer(line);
    write(folder.resolve("chuyencan.bash"), AutoComplete.bash("chuyencan", line));
  }

  private static void write(Path file, String text) throws IOException {
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }
}

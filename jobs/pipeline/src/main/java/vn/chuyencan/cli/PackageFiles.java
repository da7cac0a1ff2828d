package vn.chuyencan.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import picocli.AutoComplete;
import picocli.CommandLine;

/**
 * Writes what a package holds besides the program, from the commands themselves: the manual page
 * and what shells complete. No command: {@code scripts/package} starts it.
 */
final class PackageFiles {
  private PackageFiles() {}

  /**
   * Writes {@code chuyencan.1}, {@code chuyencan.bash} and {@code _chuyencan} (for zsh).
   *
   * @param arguments a folder that exists, and the day that the manual page bears, as 2026-09-01
   */
  public static void main(String[] arguments) throws IOException {
    CommandLine line = Chuyencan.described();
    Path folder = Path.of(arguments[0]);
    write(folder.resolve("chuyencan.1"), ManualPage.of(line, LocalDate.parse(arguments[1])));
    write(folder.resolve("_chuyencan"), ZshCompletion.of(line));
    OptionWords.offer(line);
    write(folder.resolve("chuyencan.bash"), AutoComplete.bash("chuyencan", line));
  }

  private static void write(Path file, String text) throws IOException {
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }
}

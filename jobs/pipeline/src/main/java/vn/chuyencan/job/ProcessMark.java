package vn.chuyencan.job;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Tells a process from all others that ever had its number, whatever the clock was set to: when it
 * began, counted in ticks since the kernel did. The time of day that Java tells of it is reckoned
 * back from the clock, and moves when the clock is set.
 *
 * @param kernel tells one start of the machine from all others
 * @param ticks when the process began
 */
record ProcessMark(String kernel, String ticks) {
  private static final Path KERNEL = Path.of("/proc/sys/kernel/random/boot_id");

  /** By the count of proc(5), of which the first two stand before. */
  private static final int START = 22 - 3;

  /** That of a process that runs; empty where there is none, or the kernel does not tell it. */
  static Optional<ProcessMark> of(long process) {
    Path told = Path.of("/proc", Long.toString(process), "stat");
    if (!Files.isReadable(told) || !Files.isReadable(KERNEL)) {
      return Optional.empty();
    }
    try {
      String line = Files.readString(told, StandardCharsets.ISO_8859_1);
      // The program's name stands in brackets and may hold whatever a name may.
      List<String> fields = List.of(line.substring(line.lastIndexOf(')') + 1).strip().split(" "));
      return fields.size() <= START
          ? Optional.empty()
          : Optional.of(
              new ProcessMark(
                  Files.readString(KERNEL, StandardCharsets.ISO_8859_1).strip(),
                  fields.get(START)));
    } catch (IOException ended) {
      return Optional.empty();
    }
  }

  /** What a line says; empty when it says none. */
  static Optional<ProcessMark> read(String line) {
    List<String> parts = List.of(line.strip().split(" "));
    return parts.size() == 2
        ? Optional.of(new ProcessMark(parts.get(0), parts.get(1)))
        : Optional.empty();
  }

  /** As a line. */
  String text() {
    return kernel + " " + ticks;
  }
}

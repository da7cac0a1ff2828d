package vn.chuyencan.job.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Lines that one CSV file has and another has not. */
final class CsvDifference {
  private static final int MOST = 5;

  private CsvDifference() {}

  /** Some of them, in their order; none where a file cannot be read. */
  static List<String> onlyIn(Path one, Path other) throws IOException {
    if (!Files.isRegularFile(one) || !Files.isRegularFile(other)) {
      return List.of();
    }
    // Only the hashes: a table may be larger than memory, and lines that differ are few.
    Set<Long> known = new HashSet<>();
    try (BufferedReader lines = Files.newBufferedReader(other, StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        known.add(hash(line));
      }
    }
    List<String> only = new ArrayList<>();
    try (BufferedReader lines = Files.newBufferedReader(one, StandardCharsets.UTF_8)) {
      for (String line = lines.readLine();
          line != null && only.size() < MOST;
          line = lines.readLine()) {
        if (!known.contains(hash(line))) {
          only.add(line);
        }
      }
    }
    return only;
  }

  private static long hash(String line) {
    long hash = 1125899906842597L;
    for (int index = 0; index < line.length(); index++) {
      hash = 31 * hash + line.charAt(index);
    }
    return hash;
  }
}

package vn.chuyencan.job.draft;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Which kind of source lies in files, found by what stands in them and not by their names. */
final class SourceContent {
  static final String STATEMENTS = "xapi";
  static final String DOWNLOADS = "moodle-export";
  static final String TRACKING = "openedx";

  private static final int MOST_FILES = 50;
  private static final int HEAD_BYTES = 1 << 18;
  private static final Pattern STATEMENT =
      Pattern.compile("\"(actor|verb)\"\\s*:\\s*\\{", Pattern.DOTALL);
  private static final Pattern TRACKED = Pattern.compile("\"event_source\"\\s*:\\s*\"");
  private static final Pattern NESTED_ROWS = Pattern.compile("^\\[\\s*\\[", Pattern.DOTALL);
  private static final Pattern TABLE_LINE = Pattern.compile("^[^\\r\\n{}<]+[,;\\t][^\\r\\n]*");
  private static final String WORKBOOK = "PK";

  private SourceContent() {}

  /**
   * The kind of what lies at a path.
   *
   * @return empty when none of its first files tells
   */
  static Optional<String> kind(Path path) throws IOException {
    try (Stream<Path> tree = Files.walk(path)) {
      for (Path file :
          tree.filter(Files::isRegularFile)
              .filter(one -> !one.getFileName().toString().startsWith("."))
              .sorted()
              .limit(MOST_FILES)
              .toList()) {
        Optional<String> kind = kindOf(head(file));
        if (kind.isPresent()) {
          return kind;
        }
      }
      return Optional.empty();
    }
  }

  /** What the first characters of a file are the beginning of. */
  static Optional<String> kindOf(String head) {
    String text = (head.startsWith("\ufeff") ? head.substring(1) : head).stripLeading();
    if (TRACKED.matcher(text).find() && text.contains("\"event_type\"")) {
      return Optional.of(TRACKING);
    } else if (NESTED_ROWS.matcher(text).find() || text.startsWith(WORKBOOK)) {
      return Optional.of(DOWNLOADS);
    } else if (STATEMENT.matcher(text).find() || text.contains("\"statements\"")) {
      return Optional.of(STATEMENTS);
    }
    return TABLE_LINE.matcher(text).find() ? Optional.of(DOWNLOADS) : Optional.empty();
  }

  private static String head(Path file) throws IOException {
    try (InputStream raw = new BufferedInputStream(Files.newInputStream(file))) {
      raw.mark(2);
      boolean zipped = raw.read() == 0x1f && raw.read() == 0x8b;
      raw.reset();
      try (InputStream bytes = zipped ? new GZIPInputStream(raw) : raw) {
        return new String(bytes.readNBytes(HEAD_BYTES), StandardCharsets.UTF_8);
      }
    }
  }
}

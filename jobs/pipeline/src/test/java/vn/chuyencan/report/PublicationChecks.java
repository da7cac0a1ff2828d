package vn.chuyencan.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeSet;
import java.util.stream.Stream;
import vn.chuyencan.table.TableContract;

/** What every publication must be. */
final class PublicationChecks {
  private PublicationChecks() {}

  /** It holds what its manifest says, with those digests, and nothing else but its index. */
  static void assertComplete(Path publication) throws IOException {
    Manifest manifest = ManifestFile.read(publication);
    TreeSet<String> files = new TreeSet<>();
    for (Manifest.Table table : manifest.tables()) {
      files.add(table.csv());
      files.add(table.parquet());
      assertThat(table.digest())
          .isEqualTo(sha256(Files.readAllBytes(publication.resolve(table.csv()))));
    }
    files.add("manifest.json");
    files.add(".segments.json");
    try (Stream<Path> found = Files.walk(publication)) {
      assertThat(
              found
                  .filter(Files::isRegularFile)
                  .map(file -> publication.relativize(file).toString()))
          .containsExactlyInAnyOrderElementsOf(files);
    }
  }

  /** Publishes one table alone, sorting so many rows in memory. */
  static void publishTable(TableContract table, TableSource source, Path folder, int runRows)
      throws IOException {
    Files.createDirectories(folder.resolve("csv"));
    Files.createDirectories(folder.resolve("parquet"));
    new TablePublisher(
            table, CsvMark.ABSENT, TableParts.NONE, (name, segment, origin) -> {}, runRows)
        .publish(source, PreviousPublication.NONE, folder);
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException cause) {
      throw new IllegalStateException(cause);
    }
  }
}

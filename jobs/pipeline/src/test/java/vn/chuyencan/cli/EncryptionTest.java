package vn.chuyencan.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.table.Lake;
import vn.chuyencan.table.Tables;
import vn.chuyencan.testing.StoredBytes;
import vn.chuyencan.testing.TestWorkers;
import vn.chuyencan.xapi.ActorKeys;

/**
 * {@code vault: {encrypt: true}}: nobody is named in the lake's files, and all else is the same.
 */
class EncryptionTest {
  private static final String EARLY = "2026-09-19";
  private static final String LATE = "2026-09-20";
  private static final List<String> WORDS =
      List.of(SecretClass.SECRET, SecretClass.SECRET_NAME, SecretClass.SECRET_MAIL, "mat.account");

  private static String plain;

  @TempDir private Path folder;

  private Instant now = CommandLines.NOW;

  private static String digest(Path where) throws IOException {
    return new ObjectMapper()
        .readTree(where.resolve("published/latest/manifest.json").toFile())
        .get("digest")
        .asText();
  }

  /** What the nights publish from a plain lake. */
  @BeforeAll
  static void plainNights(@TempDir Path where) throws IOException {
    SecretClass.write(where, true);
    String file = where.resolve("chuyencan.yaml").toString();
    CommandLines.run("run", "--config", file, "--as-of", EARLY).done();
    CommandLines.run("run", "--config", file, "--as-of", LATE).done();
    plain = digest(where);
    assertThat(named(where)).as("the search finds what is there").isNotEmpty();
  }

  @BeforeEach
  void writeInstitution() throws IOException {
    SecretClass.write(folder, true);
    configure("vault: {encrypt: true}\n");
  }

  private void configure(String more) throws IOException {
    Path file = folder.resolve("chuyencan.yaml");
    Files.writeString(file, Files.readString(file).replaceAll("vault: .*\n", "") + more);
  }

  /** Who is named in the lake, by words or by keys, within compressed columns too. */
  private static Set<String> named(Path where) throws IOException {
    ActorKeys keys = new ActorKeys("khoa-rieng".getBytes(StandardCharsets.UTF_8));
    List<Long> actors =
        List.of(
            keys.of("account|https://lop.example|mat.account"),
            keys.of("mbox|mailto:" + SecretClass.SECRET_MAIL));
    return new TreeSet<>(StoredBytes.find(where.resolve("warehouse"), WORDS, actors));
  }

  private CommandLines.Result run(String command, String... more) {
    now = now.plusSeconds(60);
    return CommandLines.runAt(now, folder, command, more);
  }

  private List<Path> dataFiles(String table) throws IOException {
    try (Stream<Path> all = Files.walk(folder.resolve("warehouse"))) {
      return all.filter(file -> file.toString().contains("/" + table + "/data/"))
          .filter(file -> file.toString().endsWith(".parquet"))
          .toList();
    }
  }

  @Test
  void theLakeNamesNobodyAndTheNightsAreTheSame() throws IOException {
    run("run", "--as-of", EARLY).done();
    assertThat(named(folder)).isEmpty();
    run("run", "--as-of", LATE).done();
    assertThat(named(folder)).isEmpty();
    assertThat(digest(folder)).isEqualTo(plain);

    List<Path> actors = dataFiles(Tables.ACTOR);
    assertThat(actors).isNotEmpty();
    for (Path file : actors) {
      byte[] bytes = Files.readAllBytes(file);
      assertThat(new String(bytes, bytes.length - 4, 4, StandardCharsets.US_ASCII))
          .as("Parquet's mark of an encrypted footer")
          .isEqualTo("PARE");
      assertThatThrownBy(
              () ->
                  ParquetFileReader.open(
                          HadoopInputFile.fromPath(
                              new org.apache.hadoop.fs.Path(file.toUri()),
                              TestWorkers.shared().hadoop()))
                      .close())
          .hasMessageContaining("encrypt");
    }

    assertThat(run("explain", "--learner", "HV02", "--evidence").done().out()).contains("Trần Mở");
    assertThat(run("identities").done().status()).isZero();
    String first =
        Files.readAllLines(folder.resolve("published/ledger.csv")).get(1).split(",", -1)[1];
    assertThat(run("verify", "--run", first).done().out()).contains("\nEqual: ");
    run("forget", "--learner", SecretClass.SECRET, "--yes").done();
    run("retain").done();
    assertThat(run("verify", "--run", "latest").done().out()).contains("\nEqual: ");
  }

  @Test
  void analystsAskAsEver() {
    run("run", "--as-of", LATE).done();
    String question =
        "SELECT identifier FROM actor WHERE identifier LIKE '%mat%' ORDER BY identifier";
    CommandLines.Result answer =
        CommandLines.runWithSpark(
            "query",
            "--config",
            folder.resolve("chuyencan.yaml").toString(),
            "--names",
            "--format",
            "csv",
            question);
    assertThat(answer.done().out()).contains("mat.account").contains(SecretClass.SECRET_MAIL);
    // Rows were taken out of these files.
    assertThat(
            CommandLines.runWithSpark(
                    "query",
                    "--config",
                    folder.resolve("chuyencan.yaml").toString(),
                    "--format",
                    "csv",
                    "SELECT count(*) AS n FROM learning_event")
                .done()
                .out())
        .isEqualTo("n\n188\n");
  }

  @Test
  void theKeyIsRotatedAndOldFilesAreReadOn() throws IOException {
    configure("");
    run("run", "--as-of", EARLY).done();
    assertThat(named(folder)).as("plain as long as nobody asks").isNotEmpty();
    configure("vault: {encrypt: true}\n");
    Path next = Files.writeString(folder.resolve("next"), "khoa-thu-hai-dai-hon");
    Files.setPosixFilePermissions(
        next, java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
    run("rotate-key", "--new-key-file", next.toString()).done();
    Path file = folder.resolve("chuyencan.yaml");
    Files.writeString(file, Files.readString(file).replace("khoa-rieng", "khoa-thu-hai-dai-hon"));
    run("run", "--as-of", LATE).done();
    assertThat(digest(folder)).isEqualTo(plain);
    configure("");
    assertThat(run("verify", "--run", "latest").done().out()).contains("\nEqual: ");
  }

  @Test
  void whoHasNoKeyIsTold() throws IOException {
    run("run", "--as-of", LATE).done();
    try (Lake lake =
        Lake.reading(TestWorkers.shared().hadoop(), folder.resolve("warehouse").toString())) {
      assertThatThrownBy(
              () -> {
                try (CloseableIterable<Record> rows =
                    lake.rows(Tables.ACTOR, Expressions.alwaysTrue())) {
                  rows.forEach(row -> {});
                }
              })
          .isInstanceOfSatisfying(
              PipelineException.class,
              refused ->
                  assertThat(refused.faults().get(0).code()).isEqualTo(ErrorCode.FILE_KEY_REFUSED));
    }
  }
}

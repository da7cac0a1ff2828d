package vn.chuyencan.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chuyencan.report.CsvMark;
import vn.chuyencan.report.Manifest;
import vn.chuyencan.source.register.RegisterReader;
import vn.chuyencan.table.Lake;
import vn.chuyencan.table.TableContract;
import vn.chuyencan.table.Tables;
import vn.chuyencan.testing.KeptFileSystem;
import vn.chuyencan.work.ThreadWorkers;

/**
 * A lake that the first version with versions of tables left on 2026-09-20 ({@code
 * first-version/lake.zip}; made by {@code run} of commit 9b89910 over {@code 2026-W37.ndjson}) goes
 * on under this program, and what it then publishes is what a new lake publishes.
 */
class FirstVersionLakeTest {
  private static final LocalDate NEXT = LocalDate.of(2026, 9, 27);

  @TempDir private Path folder;

  private static Path kept(String name) {
    try {
      return Path.of(FirstVersionLakeTest.class.getResource("first-version/" + name).toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void unpack(Path archive, Path target) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path file = target.resolve(entry.getName());
        if (entry.isDirectory()) {
          Files.createDirectories(file);
        } else {
          Files.createDirectories(file.getParent());
          Files.copy(zip, file);
        }
      }
    }
  }

  private static void unpackStatements(Path statements, String... names) throws IOException {
    Files.createDirectories(statements);
    for (String name : names) {
      try (InputStream in = new GZIPInputStream(Files.newInputStream(kept(name + ".gz")));
          OutputStream out = Files.newOutputStream(statements.resolve(name))) {
        in.transferTo(out);
      }
    }
  }

  private Manifest run(Path place, Configuration files, String... statements) throws IOException {
    unpackStatements(place.resolve("statements"), statements);
    String text =
        """
        institution: {id: hvsp, name: Học viện Sư phạm số, zone: Asia/Ho_Chi_Minh}
        warehouse: "kept:///warehouse"
        publish: ./published
        registers: %s
        sources:
          - {id: lms-xapi, kind: xapi, path: ./statements}
        policies: [flipped-classroom]
        """
            .formatted(kept("registers"));
    Path file = Files.writeString(place.resolve("chuyencan.yaml"), text, StandardCharsets.UTF_8);
    vn.chuyencan.job.Configuration configuration = ConfigurationLoader.load(file, name -> null);
    try (ThreadWorkers workers = new ThreadWorkers(1, files)) {
      Lake lake = Lake.open(files, configuration.warehouse());
      lake.recover();
      Night night =
          new Night(
              configuration,
              RegisterReader.read(Path.of(configuration.registers())),
              lake,
              workers,
              NEXT,
              Instant.parse("2026-09-28T01:00:00Z"),
              "test");
      Manifest manifest = NightlyRun.run(night, "night", CsvMark.ABSENT, Progress.NONE).manifest();
      for (String table : Tables.names()) {
        if (lake.exists(table)) {
          // The first program did not write it down.
          assertThat(
                  lake.table(table).properties().getOrDefault("chuyencan.table-version", "1-0-0"))
              .as(table)
              .isEqualTo(TableContract.of(table).version().toString());
        }
      }
      return manifest;
    }
  }

  @Test
  void itGoesOnAndPublishesWhatANewLakeDoes() throws IOException {
    Path old = Files.createDirectories(folder.resolve("old"));
    unpack(kept("lake.zip"), old.resolve("root"));
    Manifest after = run(old, KeptFileSystem.at(old.resolve("root")), "later.ndjson");
    Path fresh = Files.createDirectories(folder.resolve("fresh/root")).getParent();
    Manifest anew =
        run(fresh, KeptFileSystem.at(fresh.resolve("root")), "2026-W37.ndjson", "later.ndjson");
    assertThat(after.counts()).isEqualTo(anew.counts()).containsEntry("accepted", 400L);
    assertThat(after.digest()).isEqualTo(anew.digest());
  }
}

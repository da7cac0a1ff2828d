package vn.chuyencan.source.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.xapi.Fingerprints;
import vn.chuyencan.xapi.RejectedStatement;
import vn.chuyencan.xapi.rules.Reason;

/**
 * Files that break off: a log gives what it holds and one rejected record, as statements do; the
 * others are taken in; half a report is refused.
 */
class DamagedDownloadsTest {
  private static final String HEADER =
      "Time,User full name,Affected user,Event context,Component,Event name,Description,Origin,IP"
          + " address\n";
  private static final int ROWS = 3_000;

  @TempDir private Path folder;

  private static String log(int rows) {
    StringBuilder text = new StringBuilder(HEADER);
    for (int row = 0; row < rows; row++) {
      text.append("\"22/10/26, ")
          .append(String.format(Locale.ROOT, "%02d:%02d:31", row / 60 % 24, row % 60))
          .append("\",An,-,\"Course: A\",System,\"Course viewed\",\"The user with id '")
          .append(row * 7919 % 10_007)
          .append("' viewed the course with id '2'.\",web,10.0.0.1\n");
    }
    return text.toString();
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return packed.toByteArray();
  }

  private Download file(String name, byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve(name), bytes);
    return new HadoopDownload(file.toUri().toString(), new Configuration());
  }

  private static void assertOneIsRejected(Collected read, Reason... reasons) {
    assertThat(read.rejected).hasSize(1);
    assertThat(read.rejected)
        .extracting(RejectedStatement::reason)
        .first()
        .isIn((Object[]) reasons);
    assertThat(read.folder.faults()).isEmpty();
    assertThat(read.folder.warnings()).extracting(Fault::code).contains(ErrorCode.DOWNLOAD_BROKEN);
  }

  @Test
  void aLogOfWhichTheEndIsMissingGivesTheRowsBefore() throws IOException {
    byte[] whole = gzip(log(ROWS));
    Download other =
        file("other.csv", log(3).replace("10.0.0.1", "10.9.9.9").getBytes(StandardCharsets.UTF_8));
    Collected cut =
        Collected.of(
            Collected.SITE, file("cut.csv.gz", Arrays.copyOf(whole, whole.length / 2)), other);

    assertOneIsRejected(cut, Reason.SOURCE_TRUNCATED);
    assertThat(cut.events.size()).isBetween(500, ROWS - 1);

    // Once the file is whole, what was taken in is known again.
    Collected later = Collected.of(Collected.SITE, file("cut.csv.gz", whole), other);
    assertThat(later.events).hasSize(ROWS + 3);
    assertThat(later.ids()).containsAll(cut.ids());
    assertThat(later.folder.warnings()).isEmpty();
  }

  /** Bytes that changed give rows that nobody wrote, and nothing tells them from the others. */
  @Test
  void ofALogThatIsDamagedNoRowCounts() throws IOException {
    byte[] bytes = gzip(log(ROWS));
    Arrays.fill(bytes, bytes.length / 2, bytes.length / 2 + 200, (byte) 0xff);
    Collected read =
        Collected.of(
            Collected.SITE,
            file("damaged.csv.gz", bytes),
            file("other.csv", log(3).getBytes(StandardCharsets.UTF_8)));

    assertThat(read.folder.unusable().values())
        .extracting(broken -> broken.reason())
        .containsExactly(Reason.SOURCE_CORRUPT);
    assertThat(read.folder.faults()).isEmpty();
    assertThat(read.folder.warnings())
        .extracting(Fault::code)
        .containsExactly(ErrorCode.DOWNLOAD_BROKEN);
    assertThat(read.events).hasSize(3);
  }

  @Test
  void aPlainLogThatWasCutInARowGivesTheRowsBefore() throws IOException {
    String text = log(5);
    Collected read =
        Collected.of(
            Collected.SITE,
            file(
                "plain.csv",
                text.substring(0, text.length() - 40).getBytes(StandardCharsets.UTF_8)));

    assertOneIsRejected(read, Reason.SOURCE_TRUNCATED);
    assertThat(read.events).hasSize(4);
  }

  /** Seventeen kilobytes that would be one cell of seventeen million letters. */
  @Test
  void aQuoteThatIsNeverClosedEndsTheLogAndNotTheMemory() throws IOException {
    String text = log(5) + "\"" + "a".repeat(RowGuard.LONGEST + (1 << 20));
    Collected read = Collected.of(Collected.SITE, file("bomb.csv.gz", gzip(text)));

    assertOneIsRejected(read, Reason.MALFORMED_JSON);
    assertThat(read.events).hasSizeBetween(4, 5);
  }

  @Test
  void aJsonLogThatWasCutGivesTheRowsBefore() throws IOException {
    String row =
        "[\"22/10/26, 09:0%d:31\",\"An\",\"-\",\"Course: A\",\"System\",\"Course viewed\","
            + "\"The user with id '5' viewed the course with id '2'.\",\"web\",\"10.0.0.1\"]";
    String keys =
        "time,fullnameuser,relatedfullnameuser,context,component,eventname,description,origin,ip";
    StringBuilder text = new StringBuilder("[[");
    for (int number = 1; number <= 3; number++) {
      String[] names = keys.split(",", -1);
      String[] cells = row.formatted(number).replaceAll("^\\[\"|\"]$", "").split("\",\"", -1);
      text.append(number == 1 ? "{" : ",{");
      for (int cell = 0; cell < names.length; cell++) {
        text.append(cell == 0 ? "" : ",")
            .append('"')
            .append(names[cell])
            .append("\":\"")
            .append(cells[cell])
            .append('"');
      }
      text.append('}');
    }
    String cut = text.substring(0, text.length() - 30);
    Collected read =
        Collected.of(Collected.SITE, file("log.json", cut.getBytes(StandardCharsets.UTF_8)));

    assertOneIsRejected(read, Reason.SOURCE_TRUNCATED);
    assertThat(read.events).hasSize(2);
  }

  @Test
  void aFileOfWhichNothingCanBeReadIsTold() throws IOException {
    byte[] whole = gzip(log(3));
    Collected read =
        Collected.of(
            Collected.SITE,
            file("nothing.csv.gz", Arrays.copyOf(whole, 7)),
            file("whole.csv.gz", whole));

    assertThat(read.events).hasSize(3);
    assertThat(read.folder.unusable()).hasSize(1);
    assertThat(read.folder.faults()).isEmpty();
    assertThat(read.folder.warnings())
        .extracting(Fault::code)
        .containsExactly(ErrorCode.DOWNLOAD_BROKEN);
  }

  @Test
  void halfAReportIsRefused() throws IOException {
    StringBuilder text =
        new StringBuilder("id,discussion,parent,userid,userfullname,created,modified,deleted\n");
    for (int post = 1; post <= ROWS; post++) {
      text.append(post).append(",3,0,").append(post * 7919 % 10_007).append(",A,1788752845,1,0\n");
    }
    byte[] whole = gzip(text.toString());
    DownloadFolder surveyed =
        DownloadFolder.survey(
            List.of(file("forum.csv.gz", Arrays.copyOf(whole, whole.length / 2))), Collected.SITE);

    assertThat(DownloadReports.read(surveyed, Collected.SITE, Fingerprints.NONE).faults())
        .extracting(Fault::code)
        .containsExactly(ErrorCode.DOWNLOAD_BROKEN);
  }
}

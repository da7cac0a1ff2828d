package vn.chuyencan.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import org.apache.iceberg.shaded.org.apache.parquet.format.FileMetaData;
import org.apache.iceberg.shaded.org.apache.parquet.format.Util;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chuyencan.table.ParquetFooter;

class ParquetFooterTest {
  private static final int TAIL = 2 * Integer.BYTES;

  @TempDir Path folder;

  @Test
  void theOrderOfEncodingsIsNotThatOfAddressesInMemory() throws IOException {
    new Publication(
            folder,
            PublicationRows.SEAL,
            PublicationRows.contracts(),
            (step, table) -> {},
            (table, segment, origin) -> {})
        .publish(
            PublicationRows.header("run-1"),
            MemorySource.of(PublicationRows.frames()),
            CsvMark.ABSENT);
    byte[] file =
        Files.readAllBytes(
            LatestPublication.find(folder).orElseThrow().resolve("parquet/learner_week.parquet"));
    int length =
        ByteBuffer.wrap(file, file.length - TAIL, TAIL).order(ByteOrder.LITTLE_ENDIAN).getInt();
    byte[] published = Arrays.copyOfRange(file, file.length - TAIL - length, file.length);

    byte[] otherwise = reversed(published);

    assertThat(otherwise).isNotEqualTo(published);
    assertThat(ParquetFooter.ordered(otherwise)).isEqualTo(published);
    assertThat(ParquetFooter.ordered(published)).isEqualTo(published);
  }

  /** As another run of Parquet's writer may have written it; length and mark are not read. */
  private static byte[] reversed(byte[] end) throws IOException {
    FileMetaData footer = Util.readFileMetaData(new ByteArrayInputStream(end));
    footer.getRow_groups().stream()
        .flatMap(group -> group.getColumns().stream())
        .forEach(column -> Collections.reverse(column.getMeta_data().getEncodings()));
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    Util.writeFileMetaData(footer, written);
    return written.toByteArray();
  }
}

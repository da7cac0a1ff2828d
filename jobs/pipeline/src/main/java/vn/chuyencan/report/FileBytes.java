package vn.chuyencan.report;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/**
 * The bytes of a published file, by which one that was damaged is told from what it was.
 *
 * @param length how many
 * @param check their CRC32C
 */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
@JsonPropertyOrder({"length", "check"})
public record FileBytes(long length, long check) {
  private static final int BUFFER = 1 << 18;

  /** The bytes that will be all of a file. */
  public static FileBytes of(byte[] content) {
    CRC32C check = new CRC32C();
    check.update(content);
    return new FileBytes(content.length, check.getValue());
  }

  /** All bytes of a file. */
  public static FileBytes of(Path file) throws IOException {
    CRC32C check = new CRC32C();
    long length = 0;
    try (FileChannel channel = FileChannel.open(file)) {
      // Small for a small file, for pages come by the thousand; never empty, or nothing would be
      // read.
      ByteBuffer buffer = ByteBuffer.allocate((int) Math.max(1, Math.min(channel.size(), BUFFER)));
      for (int read = channel.read(buffer); read >= 0; read = channel.read(buffer)) {
        length += read;
        check.update(buffer.flip());
        buffer.clear();
      }
    }
    return new FileBytes(length, check.getValue());
  }
}

package vn.chuyencan.table;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.iceberg.shaded.org.apache.parquet.bytes.BytesInput;

/** The bytes of a page of a Parquet file, gathered to be compressed with zstd as a whole. */
public final class ZstdPage extends ByteArrayOutputStream {
  private static final int SMALL = 1 << 10;

  /** An empty page. */
  public ZstdPage() {
    super(SMALL);
  }

  /** What was written since the last {@link #reset}, as one frame. */
  public BytesInput compressed(int level) {
    byte[] frame = frame();
    return BytesInput.from(frame, 0, ZstdContexts.compress(buf, count, frame, level));
  }

  /** The same into a stream. */
  void compressTo(OutputStream out, int level) throws IOException {
    byte[] frame = frame();
    out.write(frame, 0, ZstdContexts.compress(buf, count, frame, level));
  }

  private byte[] frame() {
    return new byte[(int) Zstd.compressBound(count)];
  }
}

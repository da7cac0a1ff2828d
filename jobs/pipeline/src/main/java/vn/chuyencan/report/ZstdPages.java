package vn.chuyencan.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.iceberg.shaded.org.apache.parquet.bytes.BytesInput;
import org.apache.iceberg.shaded.org.apache.parquet.compression.CompressionCodecFactory.BytesInputCompressor;
import org.apache.iceberg.shaded.org.apache.parquet.hadoop.metadata.CompressionCodecName;
import vn.chuyencan.table.ZstdContexts;

/** Compresses the pages of published Parquet files with zstd. */
final class ZstdPages implements BytesInputCompressor {
  private static final int LEVEL = 3;

  private final Plain plain = new Plain();

  @Override
  public BytesInput compress(BytesInput page) throws IOException {
    plain.reset();
    page.writeAllTo(plain);
    return BytesInput.from(ZstdContexts.compress(plain.bytes(), plain.size(), LEVEL));
  }

  /** Bytes that can be looked at where they are. */
  private static final class Plain extends ByteArrayOutputStream {
    byte[] bytes() {
      return buf;
    }
  }

  @Override
  public CompressionCodecName getCodecName() {
    return CompressionCodecName.ZSTD;
  }

  @Override
  public void release() {
    // Contexts are everybody's.
  }
}

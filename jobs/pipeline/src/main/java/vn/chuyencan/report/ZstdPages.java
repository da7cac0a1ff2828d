package vn.chuyencan.report;

import java.io.IOException;
import org.apache.iceberg.shaded.org.apache.parquet.bytes.BytesInput;
import org.apache.iceberg.shaded.org.apache.parquet.compression.CompressionCodecFactory.BytesInputCompressor;
import org.apache.iceberg.shaded.org.apache.parquet.hadoop.metadata.CompressionCodecName;
import vn.chuyencan.table.ZstdPage;

/** Compresses the pages of published Parquet files with zstd. */
final class ZstdPages implements BytesInputCompressor {
  private static final int LEVEL = 3;

  private final ZstdPage plain = new ZstdPage();

  @Override
  public BytesInput compress(BytesInput page) throws IOException {
    plain.reset();
    page.writeAllTo(plain);
    return plain.compressed(LEVEL);
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

package vn.chuyencan.table;

import com.github.luben.zstd.ZstdException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.compress.CompressionInputStream;
import org.apache.hadoop.io.compress.CompressionOutputStream;
import org.apache.iceberg.shaded.org.apache.parquet.hadoop.CodecFactory;
import org.apache.iceberg.shaded.org.apache.parquet.hadoop.codec.ZstandardCodec;

/**
 * Parquet's zstd with {@link ZstdContexts}. A course run's files are small and one table has more
 * than a hundred columns: in a night with news for all learners of a term, making contexts page by
 * page was a sixteenth of all work. Each reads what the other wrote.
 */
final class ZstdCodec extends ZstandardCodec {
  /** The level at which files of the lake are compressed. */
  static final int LEVEL = 1;

  private final boolean writes;

  /**
   * @param writes whether it writes too, at {@link #LEVEL}; else Parquet's own codec does
   */
  private ZstdCodec(boolean writes) {
    this.writes = writes;
    setConf(new Configuration(false));
  }

  /**
   * Lets every Parquet file of this process that is written at {@link #LEVEL} be written with this
   * codec, and be read with it whatever wrote it. Parquet keeps codecs by class and level and has
   * no other way to name one.
   */
  static void install() {
    Installation.run();
  }

  private static final class Installation extends CodecFactory {
    private Installation() {
      super(new Configuration(false), 0);
    }

    private static void run() {
      String known = ZstandardCodec.class.getName();
      CODEC_BY_NAME.put(known + ":" + LEVEL, new ZstdCodec(true));
      // Readers name no level, and neither do writers who want Parquet's own.
      CODEC_BY_NAME.put(known, new ZstdCodec(false));
    }
  }

  @Override
  public CompressionOutputStream createOutputStream(OutputStream out) throws IOException {
    return writes ? new PageOutput(out) : super.createOutputStream(out);
  }

  @Override
  public CompressionInputStream createInputStream(InputStream in) throws IOException {
    byte[] compressed = in.readAllBytes();
    try {
      Optional<byte[]> page = ZstdContexts.decompress(compressed);
      if (page.isPresent()) {
        return new PageInput(page.get());
      }
    } catch (ZstdException damaged) {
      // Told below as it always was, or read where it is several frames.
    }
    return super.createInputStream(new ByteArrayInputStream(compressed));
  }

  /** Gathers a page and compresses it at its end. */
  private static final class PageOutput extends CompressionOutputStream {
    private final ZstdPage plain = new ZstdPage();
    private boolean finished;

    PageOutput(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int one) {
      plain.write(one);
    }

    @Override
    public void write(byte[] some, int from, int length) {
      plain.write(some, from, length);
    }

    @Override
    public void finish() throws IOException {
      if (!finished) {
        finished = true;
        plain.compressTo(out, LEVEL);
      }
    }

    @Override
    public void resetState() {
      plain.reset();
      finished = false;
    }
  }

  /** A page that is decompressed already. */
  private static final class PageInput extends CompressionInputStream {
    PageInput(byte[] plain) throws IOException {
      super(new ByteArrayInputStream(plain));
    }

    @Override
    public int read() throws IOException {
      return in.read();
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      return in.read(into, from, length);
    }

    @Override
    public void resetState() throws IOException {
      in.reset();
    }
  }
}

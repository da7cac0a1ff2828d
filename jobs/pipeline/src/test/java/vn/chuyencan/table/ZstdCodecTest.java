package vn.chuyencan.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.github.luben.zstd.ZstdCompressCtx;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.CompressionOutputStream;
import org.apache.iceberg.parquet.ParquetCodecFactory;
import org.apache.iceberg.shaded.org.apache.parquet.hadoop.CodecFactory;
import org.apache.iceberg.shaded.org.apache.parquet.hadoop.codec.ZstandardCodec;
import org.apache.iceberg.shaded.org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The codec with contexts that are used again, against Parquet's own. */
class ZstdCodecTest {
  private static final CompressionCodec PARQUETS = parquets();

  private static CompressionCodec own;

  @BeforeAll
  static void install() {
    ZstdCodec.install();
    own = new Factory().codec();
  }

  /** Shows the codec that readers get. */
  private static final class Reading extends CodecFactory {
    Reading() {
      super(new Configuration(false), 0);
    }

    CompressionCodec codec() {
      return getCodec(CompressionCodecName.ZSTD);
    }
  }

  /** Shows the codec that Iceberg's writers get. */
  private static final class Factory extends ParquetCodecFactory {
    Factory() {
      super(level(), 1 << 20);
    }

    private static Configuration level() {
      Configuration level = new Configuration(false);
      level.setInt(ZstandardCodec.PARQUET_COMPRESS_ZSTD_LEVEL, ZstdCodec.LEVEL);
      return level;
    }

    CompressionCodec codec() {
      return getCodec(CompressionCodecName.ZSTD);
    }
  }

  private static CompressionCodec parquets() {
    ZstandardCodec codec = new ZstandardCodec();
    codec.setConf(new Configuration(false));
    return codec;
  }

  private static byte[] compressed(CompressionCodec codec, byte[] plain) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (CompressionOutputStream out = codec.createOutputStream(bytes)) {
      // In pieces, as pages come.
      for (int from = 0; from < plain.length; from += 1000) {
        out.write(plain, from, Math.min(1000, plain.length - from));
      }
      out.finish();
    }
    return bytes.toByteArray();
  }

  private static byte[] plain(CompressionCodec codec, byte[] compressed) throws IOException {
    try (InputStream in = codec.createInputStream(new ByteArrayInputStream(compressed))) {
      return in.readAllBytes();
    }
  }

  private static List<byte[]> pages() {
    Random random = new Random(2026);
    byte[] noise = new byte[200_000];
    random.nextBytes(noise);
    byte[] words = "chuyên cần ".repeat(90_000).getBytes(StandardCharsets.UTF_8);
    return List.of(
        new byte[0],
        new byte[] {7},
        "một trang nhỏ".getBytes(StandardCharsets.UTF_8),
        noise,
        words);
  }

  @Test
  void icebergWritesAndReadsWithIt() throws IOException {
    assertThat(own).isInstanceOf(ZstdCodec.class);
    CompressionCodec reading = new Reading().codec();
    assertThat(reading).isInstanceOf(ZstdCodec.class);

    byte[] page = pages().get(4);

    assertThat(plain(reading, compressed(own, page))).isEqualTo(page);
    // Who names no level gets Parquet's own.
    assertThat(compressed(reading, page)).isEqualTo(compressed(PARQUETS, page));
  }

  /** Only frames that tell their length are read at once; ours do. */
  @Test
  void pagesOfItsOwnAreReadAtOnce() throws IOException {
    for (byte[] page : pages().subList(1, 5)) {
      assertThat(ZstdContexts.decompress(compressed(own, page))).hasValue(page);
    }
    assertThat(ZstdContexts.decompress(compressed(PARQUETS, pages().get(4)))).isEmpty();
  }

  /** Files that come out the same are found by their bytes. */
  @Test
  void bytesDoNotDependOnWhatAContextDidBefore() throws Exception {
    for (byte[] page : pages()) {
      try (ZstdCompressCtx fresh = new ZstdCompressCtx()) {
        byte[] wanted = fresh.setLevel(ZstdCodec.LEVEL).compress(page);
        for (byte[] before : pages()) {
          ZstdPage other = new ZstdPage();
          other.write(before);
          other.compressed(3);
          assertThat(compressed(own, page)).isEqualTo(wanted);
        }
      }
    }
  }

  @Test
  void eachReadsWhatTheOtherWrote() throws IOException {
    for (byte[] page : pages()) {
      assertThat(plain(PARQUETS, compressed(own, page))).isEqualTo(page);
      assertThat(plain(own, compressed(PARQUETS, page))).isEqualTo(page);
      assertThat(plain(own, compressed(own, page))).isEqualTo(page);
    }
  }

  /** Two frames one after the other are one page for Parquet's own codec. */
  @Test
  void severalFramesAreOnePage() throws IOException {
    ByteArrayOutputStream frames = new ByteArrayOutputStream();
    frames.write(compressed(own, pages().get(2)));
    frames.write(compressed(own, pages().get(3)));

    byte[] both = plain(own, frames.toByteArray());

    assertThat(both)
        .isEqualTo(plain(PARQUETS, frames.toByteArray()))
        .hasSize(pages().get(2).length + pages().get(3).length);
  }

  @Test
  void damageIsToldAsItAlwaysWas() throws IOException {
    byte[] whole = compressed(own, pages().get(4));
    byte[] turned = whole.clone();
    turned[turned.length / 2] ^= 0x55;
    byte[] claims = whole.clone();
    claims[0] ^= 1;
    for (byte[] damaged : List.of(turned, claims, Arrays.copyOf(whole, whole.length - 5))) {
      Throwable theirs = catchThrowable(() -> plain(PARQUETS, damaged));
      assertThat(theirs).isInstanceOf(IOException.class);
      assertThatThrownBy(() -> plain(own, damaged))
          .isInstanceOf(theirs.getClass())
          .hasMessage(theirs.getMessage());
    }
  }

  /** Contexts go from thread to thread and hold nothing of the page before. */
  @Test
  void manyThreadsShareTheContexts() {
    List<byte[]> pages = pages();

    boolean all =
        IntStream.range(0, 1000)
            .parallel()
            .mapToObj(number -> pages.get(number % pages.size()))
            .allMatch(page -> returns(page));

    assertThat(all).isTrue();
  }

  private static boolean returns(byte[] page) {
    try {
      return Arrays.equals(page, plain(own, compressed(own, page)));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}

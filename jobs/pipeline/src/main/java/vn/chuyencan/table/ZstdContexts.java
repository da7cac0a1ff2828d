package vn.chuyencan.table;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Contexts of zstd that are used again: to make one takes longer than to compress a small page.
 * There are never more of them than threads that compress at one time; for any number of threads.
 */
final class ZstdContexts {
  /** What claims to be longer is left to whoever reads it bit by bit. */
  private static final long LONGEST_AT_ONCE = 64L << 20;

  private static final Queue<ZstdCompressCtx> COMPRESSING = new ConcurrentLinkedQueue<>();
  private static final Queue<ZstdDecompressCtx> DECOMPRESSING = new ConcurrentLinkedQueue<>();

  private ZstdContexts() {}

  /**
   * Compresses the first bytes of an array into one frame that tells its content's length.
   *
   * @param into takes the frame; as long as {@link Zstd#compressBound} says
   * @return the frame's length
   */
  static int compress(byte[] plain, int length, byte[] into, int level) {
    ZstdCompressCtx context = COMPRESSING.poll();
    if (context == null) {
      context = new ZstdCompressCtx();
    }
    try {
      context.setLevel(level);
      return context.compressByteArray(into, 0, into.length, plain, 0, length);
    } finally {
      COMPRESSING.add(context);
    }
  }

  /**
   * Decompresses one frame.
   *
   * @return nothing where the frame does not tell how long its content is
   * @throws com.github.luben.zstd.ZstdException if it is damaged, or more than one frame
   */
  static Optional<byte[]> decompress(byte[] compressed) {
    long length = Zstd.getFrameContentSize(compressed);
    if (length <= 0 || length > LONGEST_AT_ONCE) {
      return Optional.empty();
    }
    byte[] plain = new byte[(int) length];
    ZstdDecompressCtx context = DECOMPRESSING.poll();
    if (context == null) {
      context = new ZstdDecompressCtx();
    }
    try {
      context.decompressByteArray(plain, 0, plain.length, compressed, 0, compressed.length);
      return Optional.of(plain);
    } finally {
      DECOMPRESSING.add(context);
    }
  }
}

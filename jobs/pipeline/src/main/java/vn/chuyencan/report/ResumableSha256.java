package vn.chuyencan.report;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * SHA-256 (FIPS 180-4, 6.2) whose state can be kept and taken up again. The JDK's cannot be stored,
 * and without it every publication would hash again what it copies from the one before: the whole
 * history.
 */
final class ResumableSha256 {
  /** Bytes that are taken in at once; a state is that after whole blocks. */
  static final int BLOCK = 64;

  private static final int WORDS = 16;
  private static final int ROUNDS = 64;
  private static final int LENGTH_BYTES = Long.BYTES;

  /** FIPS 180-4, 5.3.3. */
  private static final int[] START = {
    0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19
  };

  /** FIPS 180-4, 4.2.2. */
  private static final int[] ROUND = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2
  };

  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private final int[] state = START.clone();
  private final int[] words = new int[ROUNDS];
  private final byte[] block = new byte[BLOCK];
  private long length;

  /** Takes bytes in. */
  void update(byte[] bytes, int offset, int count) {
    int at = offset;
    int end = offset + count;
    int held = held();
    length += count;
    if (held > 0) {
      int some = Math.min(count, BLOCK - held);
      System.arraycopy(bytes, at, block, held, some);
      at += some;
      if (held + some < BLOCK) {
        return;
      }
      compress(block, 0);
    }
    for (; at + BLOCK <= end; at += BLOCK) {
      compress(bytes, at);
    }
    System.arraycopy(bytes, at, block, 0, end - at);
  }

  private int held() {
    return (int) (length % BLOCK);
  }

  /** The state after the last whole block, in hexadecimal. */
  String state() {
    return text();
  }

  /**
   * Goes on where another one stood.
   *
   * @param kept what its {@link #state} was
   * @param taken how many bytes it had taken in
   * @param rest those of them after its last whole block
   */
  void resume(String kept, long taken, byte[] rest) {
    if (rest.length != taken % BLOCK) {
      throw new IllegalArgumentException(rest.length + " bytes after whole blocks of " + taken);
    }
    byte[] bytes = HexFormat.of().parseHex(kept);
    for (int word = 0; word < state.length; word++) {
      state[word] = (int) INTS.get(bytes, word * Integer.BYTES);
    }
    System.arraycopy(rest, 0, block, 0, rest.length);
    length = taken;
  }

  /** The digest in lower-case hexadecimal; ends the run. */
  String hex() {
    long bits = length * Byte.SIZE;
    int held = held();
    block[held] = (byte) 0x80;
    Arrays.fill(block, held + 1, BLOCK, (byte) 0);
    if (held + 1 > BLOCK - LENGTH_BYTES) {
      compress(block, 0);
      Arrays.fill(block, (byte) 0);
    }
    LONGS.set(block, BLOCK - LENGTH_BYTES, bits);
    compress(block, 0);
    return text();
  }

  private String text() {
    byte[] bytes = new byte[state.length * Integer.BYTES];
    for (int word = 0; word < state.length; word++) {
      INTS.set(bytes, word * Integer.BYTES, state[word]);
    }
    return HexFormat.of().formatHex(bytes);
  }

  private void compress(byte[] bytes, int from) {
    int[] w = words;
    for (int t = 0; t < WORDS; t++) {
      w[t] = (int) INTS.get(bytes, from + t * Integer.BYTES);
    }
    for (int t = WORDS; t < ROUNDS; t++) {
      int before2 = w[t - 2];
      int before15 = w[t - 15];
      w[t] =
          (Integer.rotateRight(before2, 17) ^ Integer.rotateRight(before2, 19) ^ (before2 >>> 10))
              + w[t - 7]
              + (Integer.rotateRight(before15, 7)
                  ^ Integer.rotateRight(before15, 18)
                  ^ (before15 >>> 3))
              + w[t - 16];
    }
    int a = state[0];
    int b = state[1];
    int c = state[2];
    int d = state[3];
    int e = state[4];
    int f = state[5];
    int g = state[6];
    int h = state[7];
    for (int t = 0; t < ROUNDS; t++) {
      int one =
          h
              + (Integer.rotateRight(e, 6)
                  ^ Integer.rotateRight(e, 11)
                  ^ Integer.rotateRight(e, 25))
              + ((e & f) ^ (~e & g))
              + ROUND[t]
              + w[t];
      int two =
          (Integer.rotateRight(a, 2) ^ Integer.rotateRight(a, 13) ^ Integer.rotateRight(a, 22))
              + ((a & b) ^ (a & c) ^ (b & c));
      h = g;
      g = f;
      f = e;
      e = d + one;
      d = c;
      c = b;
      b = a;
      a = one + two;
    }
    state[0] += a;
    state[1] += b;
    state[2] += c;
    state[3] += d;
    state[4] += e;
    state[5] += f;
    state[6] += g;
    state[7] += h;
  }
}

package vn.chuyencan.benchmarks.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damages bytes: some at random, some where a text has its structure. The same seed, the same. */
final class Mutator {
  private static final List<String> PIECES =
      List.of(
          "\"",
          "'",
          "{",
          "}",
          "[",
          "]",
          ":",
          ",",
          ";",
          "\n",
          "\r\n",
          "\t",
          "\0",
          "\\",
          "\\u0000",
          "\\ud800",
          "-",
          "=1+1",
          "null",
          "true",
          "NaN",
          "1e999",
          "-0",
          "9".repeat(400),
          "&a",
          "*a",
          "<<: *a",
          "!!java.net.URL [x]",
          "---",
          "? x",
          "%",
          "\uFEFF",
          "\u202E",
          "e\u0323\u0302",
          "a".repeat(70_000),
          "[".repeat(2_000),
          "{\"a\":".repeat(2_000),
          "2026-02-30",
          "+999999999-01-01T00:00:00Z",
          "2026-09-07T24:61:61Z",
          "PT999999999999999999H",
          "../../x");

  private final Random random;

  Mutator(Random random) {
    this.random = random;
  }

  byte[] mutated(byte[] content) {
    byte[] bytes = content.clone();
    for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
      bytes = once(bytes);
    }
    return bytes;
  }

  private byte[] once(byte[] bytes) {
    if (bytes.length < 2) {
      return PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8);
    }
    int at = random.nextInt(bytes.length);
    int end = Math.min(bytes.length, at + 1 + random.nextInt(200));
    return switch (random.nextInt(8)) {
      case 0 -> {
        byte[] flipped = bytes.clone();
        flipped[at] ^= (byte) (1 << random.nextInt(8));
        yield flipped;
      }
      case 1 -> Arrays.copyOf(bytes, at);
      case 2 -> joined(bytes, 0, at, bytes, end, bytes.length);
      case 3 -> joined(bytes, 0, end, bytes, at, bytes.length);
      case 4 -> {
        byte[] random = new byte[1 + this.random.nextInt(8)];
        this.random.nextBytes(random);
        yield inserted(bytes, at, random);
      }
      case 5 -> swappedLines(bytes);
      default ->
          inserted(
              bytes,
              structural(bytes, at),
              PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8));
    };
  }

  /** The next place where a value or a line begins or ends. */
  private static int structural(byte[] bytes, int from) {
    for (int at = from; at < bytes.length; at++) {
      if ("\",:{}[]\n".indexOf(bytes[at]) >= 0) {
        return at;
      }
    }
    return from;
  }

  private byte[] swappedLines(byte[] bytes) {
    String[] lines = new String(bytes, StandardCharsets.ISO_8859_1).split("\n", -1);
    int one = random.nextInt(lines.length);
    int other = random.nextInt(lines.length);
    String kept = lines[one];
    lines[one] = lines[other];
    lines[other] = random.nextBoolean() ? kept : "";
    return String.join("\n", lines).getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] inserted(byte[] bytes, int at, byte[] piece) {
    byte[] head = joined(bytes, 0, at, piece, 0, piece.length);
    return joined(head, 0, head.length, bytes, at, bytes.length);
  }

  private static byte[] joined(byte[] one, int a, int b, byte[] two, int c, int d) {
    byte[] joined = new byte[b - a + d - c];
    System.arraycopy(one, a, joined, 0, b - a);
    System.arraycopy(two, c, joined, b - a, d - c);
    return joined;
  }
}

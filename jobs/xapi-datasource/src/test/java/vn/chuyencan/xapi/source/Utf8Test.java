package vn.chuyencan.xapi.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The scanner's own judgements of bytes agree with the JDK's. */
class Utf8Test {

  @Test
  void shortSequencesAreJudgedAsTheJdkDoes() {
    int[] borders = {0, 0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xff};
    for (int first = 0; first < 256; first++) {
      for (int second : borders) {
        judge(new byte[] {(byte) first, (byte) second});
        for (int third : borders) {
          judge(new byte[] {(byte) first, (byte) second, (byte) third});
          if (first >= 0xe0) {
            for (int fourth : borders) {
              judge(new byte[] {(byte) first, (byte) second, (byte) third, (byte) fourth});
            }
          }
        }
      }
    }
  }

  @Test
  void longTextsWithAFaultAnywhereAreJudgedAsTheJdkDoes() {
    Random random = new Random(1);
    byte[] text =
        "Nguyễn Thị Đào – a long stretch of plain letters, then 😀 and ữ again. "
            .repeat(3)
            .getBytes(StandardCharsets.UTF_8);
    judge(text);
    for (int i = 0; i < 20_000; i++) {
      byte[] damaged = Arrays.copyOf(text, random.nextInt(text.length));
      if (damaged.length > 0 && random.nextBoolean()) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      judge(damaged);
    }
  }

  @Test
  void aByteIsFoundWhereverItStands() {
    for (int length = 0; length < 80; length++) {
      for (int at = -1; at < length; at++) {
        byte[] bytes = new byte[length + 3];
        Arrays.fill(bytes, (byte) '\u000b');
        bytes[length] = '\n';
        if (at >= 0) {
          bytes[at] = '\n';
        }
        assertThat(Words.indexOf(bytes, '\n', 0, length)).isEqualTo(at);
      }
    }
  }

  private static void judge(byte[] bytes) {
    boolean expected;
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      expected = true;
    } catch (CharacterCodingException broken) {
      expected = false;
    }
    if (Utf8.isValid(bytes, 0, bytes.length) != expected) {
      throw new AssertionError(Arrays.toString(bytes) + " should be " + expected);
    }
  }
}

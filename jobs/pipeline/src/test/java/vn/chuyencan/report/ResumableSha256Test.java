package vn.chuyencan.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The same digests as the JDK's, however the bytes come, and wherever it is taken up again. */
class ResumableSha256Test {

  @Test
  void saysWhatTheJdkSaysOfEveryLength() {
    Random random = new Random(2026);
    for (int length = 0; length < 300; length++) {
      byte[] bytes = new byte[length];
      random.nextBytes(bytes);
      ResumableSha256 digest = new ResumableSha256();
      int at = 0;
      while (at < length) {
        int some = Math.min(length - at, random.nextInt(90));
        digest.update(bytes, at, some);
        at += some;
      }
      assertThat(digest.hex()).as("%d bytes", length).isEqualTo(Sha256.of(bytes));
    }
  }

  @Test
  void goesOnWhereAnotherStood() {
    Random random = new Random(7);
    byte[] bytes = new byte[1000];
    random.nextBytes(bytes);
    String whole = Sha256.of(bytes);
    for (int cut = 0; cut <= bytes.length; cut++) {
      ResumableSha256 first = new ResumableSha256();
      first.update(bytes, 0, cut);
      ResumableSha256 second = new ResumableSha256();
      second.update(bytes, 500, 77);
      int blocks = cut - cut % ResumableSha256.BLOCK;
      second.resume(first.state(), cut, Arrays.copyOfRange(bytes, blocks, cut));
      second.update(bytes, cut, bytes.length - cut);
      assertThat(second.hex()).as("cut at %d", cut).isEqualTo(whole);
    }
  }

  /**
   * FIPS 180-4 has no message of more than 2^32 bits among its examples; the length must not wrap.
   */
  @Test
  void countsBeyondAnInt() {
    byte[] million = new byte[1 << 20];
    ResumableSha256 digest = new ResumableSha256();
    Sha256 jdk = new Sha256();
    for (int i = 0; i < 260; i++) {
      digest.update(million, 0, million.length);
      jdk.update(million, 0, million.length);
    }
    assertThat(digest.hex()).isEqualTo(jdk.hex());
  }
}

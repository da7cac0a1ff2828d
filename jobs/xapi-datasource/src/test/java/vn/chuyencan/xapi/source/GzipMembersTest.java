package vn.chuyencan.xapi.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What follows the last member of a gzip file, wherever the reader's buffer ends. */
class GzipMembersTest {
  private static final String TEXT = "Bản ghi học tập thứ nhất, rồi thứ hai.\n";

  private static byte[] member() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(TEXT.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private static int follower(byte[] rest, int buffer, String text) throws IOException {
    byte[] first = member();
    byte[] file = Arrays.copyOf(first, first.length + rest.length);
    System.arraycopy(rest, 0, file, first.length, rest.length);
    GzipMembers.Source source = new GzipMembers.Source(new ByteArrayInputStream(file), buffer);
    try (GzipMembers members = new GzipMembers(source, buffer)) {
      assertThat(new String(members.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(text);
      return members.follower();
    }
  }

  @Test
  void nothingFollowsWholeMembers() throws IOException {
    for (int buffer = 1; buffer <= 200; buffer++) {
      assertThat(follower(new byte[0], buffer, TEXT)).as("buffer %d", buffer).isEqualTo(-1);
      assertThat(follower(member(), buffer, TEXT + TEXT)).as("buffer %d", buffer).isEqualTo(-1);
    }
  }

  /** Bytes that follow: how many of a second member, or of others. */
  @ParameterizedTest
  @CsvSource({"1, 31", "2, 31", "6, 31", "9, 31"})
  void aHeaderThatBreaksOffIsTold(int bytes, int first) throws IOException {
    for (int buffer = 1; buffer <= 200; buffer++) {
      assertThat(follower(Arrays.copyOf(member(), bytes), buffer, TEXT))
          .as("buffer %d", buffer)
          .isEqualTo(first);
    }
  }

  @Test
  void whatIsNoHeaderIsTold() throws IOException {
    byte[] damaged = member();
    damaged[0] = 'x';
    for (int buffer = 1; buffer <= 200; buffer++) {
      assertThat(follower(damaged, buffer, TEXT)).as("buffer %d", buffer).isEqualTo('x');
      assertThat(follower(new byte[512], buffer, TEXT)).as("buffer %d", buffer).isZero();
    }
  }
}

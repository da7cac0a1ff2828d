package vn.chuyencan.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Around the length of what is read at once. */
class FileBytesTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 262_143, 262_144, 262_145, 600_000})
  void aFileIsKnownByItsBytes(int length) throws IOException {
    byte[] content = new byte[length];
    new Random(length).nextBytes(content);
    Path file = Files.write(folder.resolve("file"), content);
    FileBytes bytes = FileBytes.of(file);
    assertThat(bytes).isEqualTo(FileBytes.of(content));
    assertThat(bytes.length()).isEqualTo(length);
    if (length > 0) {
      content[length - 1] ^= 1;
      assertThat(FileBytes.of(content)).isNotEqualTo(bytes);
    }
  }
}

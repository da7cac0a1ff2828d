package vn.chuyencan.testing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldenTest {
  @TempDir Path folder;

  @Test
  void aMissingExpectationFails() {
    assertThatThrownBy(() -> Golden.assertIdentical(folder.resolve("none.csv"), new byte[0]))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("none.csv is not what the code makes")
        .hasMessageContaining("mvn test -Dchuyencan.update=true");
  }

  @Test
  void aDifferenceFails() throws IOException {
    Path expected = Files.write(folder.resolve("some.csv"), new byte[] {'a', '\n'});

    assertThatCode(() -> Golden.assertIdentical(expected, new byte[] {'a', '\n'}))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> Golden.assertIdentical(expected, new byte[] {'a', '\r', '\n'}))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("some.csv is not what the code makes");
  }
}

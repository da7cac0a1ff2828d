package vn.chuyencan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostNameTest {
  @TempDir private Path place;

  @Test
  void theKernelTellsIt() throws IOException {
    assertThat(HostName.of(Files.writeString(place.resolve("name"), "a-name-of-no-address\n")))
        .isEqualTo("a-name-of-no-address");
    assertThat(HostName.of(Files.writeString(place.resolve("blank"), "\n"))).isEqualTo("localhost");
    assertThat(HostName.of(place.resolve("none"))).isNotBlank();
  }
}

package vn.chuyencan.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Texts of policy files for tests. */
final class Texts {
  private Texts() {}

  static String bundled() {
    try (InputStream stream =
        Texts.class.getResourceAsStream("/vn/chuyencan/schemas/policies/flipped-classroom.yaml")) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}

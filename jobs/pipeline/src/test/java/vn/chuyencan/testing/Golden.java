package vn.chuyencan.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares what was made with what a person has looked at and committed. */
public final class Golden {
  private static final String EXPECTED = "sample-data/expected";

  private Golden() {}

  /**
   * The file is, byte for byte, the expected one of that name. A missing expectation fails. With
   * {@code mvn test -Dchuyencan.update=true} the expectation is written instead; look at the
   * difference before committing it.
   *
   * @param name path below {@code sample-data/expected}
   */
  public static void assertMatches(Path actual, String name) throws IOException {
    assertSame(Repository.root().resolve(EXPECTED).resolve(name), Files.readAllBytes(actual));
  }

  /** The same for any committed file of the repository that is generated. */
  public static void assertSame(Path expected, byte[] actual) throws IOException {
    if (Repository.updating()) {
      Files.createDirectories(expected.getParent());
      Files.write(expected, actual);
      return;
    }
    assertIdentical(expected, actual);
  }

  /** The comparison alone: fails when the expectation is missing or differs in a byte. */
  static void assertIdentical(Path expected, byte[] actual) throws IOException {
    String hint =
        Repository.root().relativize(expected)
            + " is not what the code makes; run `mvn test -Dchuyencan.update=true`, look at the"
            + " difference and commit it";
    assertThat(expected).as(hint).exists();
    byte[] committed = Files.readAllBytes(expected);
    assertThat(new String(actual, StandardCharsets.UTF_8))
        .as(hint)
        .isEqualTo(new String(committed, StandardCharsets.UTF_8));
    assertThat(actual).as(hint).isEqualTo(committed);
  }
}

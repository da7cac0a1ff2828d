package vn.chuyencan.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chuyencan.error.Language;

/** A result that standard output did not take must not look like one that it did. */
class ResultStreamTest {
  /** A disk on which there is room for so many bytes. */
  private static OutputStream room(int bytes, String complaint) {
    return new OutputStream() {
      private int left = bytes;

      @Override
      public void write(int one) throws IOException {
        if (left-- <= 0) {
          throw new IOException(complaint);
        }
      }
    };
  }

  @ParameterizedTest
  @CsvSource({
    "100, No space left on device, 0",
    "99,  No space left on device, 5",
    "0,   Input/output error,      5",
    // Whoever reads has read enough.
    "0,   Broken pipe,             0",
  })
  void whatIsNotWrittenIsToldByTheStatus(int bytes, String complaint, int status) {
    ResultStream results = new ResultStream(room(bytes, complaint));
    try (PrintStream out = new PrintStream(results, true, UTF_8)) {
      out.print("x".repeat(90));
      out.print("y".repeat(10));
    }
    ByteArrayOutputStream notes = new ByteArrayOutputStream();
    PrintStream printed = new PrintStream(notes, true, UTF_8);
    Chuyencan program = new Chuyencan(printed, printed, Clock.systemUTC(), false);
    assertThat(program.requireWhole(results, Language.VI)).isEqualTo(status);
    assertThat(notes.toString(UTF_8))
        .matches(status == 0 ? "" : "(?s)E5077: .*" + complaint + ".*");
  }

  @Test
  void singleBytesAreWritten() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ResultStream results = new ResultStream(bytes)) {
      results.write('a');
      results.write("bc".getBytes(UTF_8));
      assertThat(results.failure()).isEmpty();
    }
    assertThat(bytes.toString(UTF_8)).isEqualTo("abc");
  }
}

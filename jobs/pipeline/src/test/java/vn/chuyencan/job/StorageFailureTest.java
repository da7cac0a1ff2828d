package vn.chuyencan.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Language;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.work.Workers;

/** A disk that is full is the user's to empty, and no error of this program. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "/dev/full is Linux's")
class StorageFailureTest {
  private static final byte[] MUCH = new byte[1 << 16];

  private static void refused(Function<Workers, Object> work) {
    Execution execution = new Execution(1, Optional.empty(), Map.of());

    assertThatThrownBy(() -> execution.during(work))
        .isInstanceOfSatisfying(
            PipelineException.class,
            full -> {
              assertThat(full.exitStatus()).isEqualTo(5);
              assertThat(full.faults())
                  .singleElement()
                  .satisfies(
                      fault -> {
                        assertThat(fault.code()).isEqualTo(ErrorCode.STORAGE_FULL);
                        assertThat(fault.message(Language.EN))
                            .startsWith("E5007: nothing more can be written: ")
                            .contains("No space left on device");
                        assertThat(fault.message(Language.VI)).contains("giải phóng chỗ");
                      });
            });
  }

  @Test
  void aTaskThatWritesThroughHadoopMeetsIt() {
    refused(
        workers ->
            workers.each(
                List.of(1),
                (input, place) -> {
                  Path full = new Path("file:///dev/full");
                  try (FSDataOutputStream out =
                      FileSystem.getLocal(place.hadoop()).getRaw().append(full)) {
                    out.write(MUCH);
                  }
                  return input;
                }));
  }

  @Test
  void aPlainFileMeetsIt() {
    refused(
        workers -> {
          try (OutputStream out = new BufferedOutputStream(new FileOutputStream("/dev/full"))) {
            out.write(MUCH);
            return null;
          } catch (IOException full) {
            throw new UncheckedIOException(full);
          }
        });
  }

  @Test
  void otherFailuresStayWhatTheyAre() {
    Execution execution = new Execution(1, Optional.empty(), Map.of());

    assertThatThrownBy(
            () ->
                execution.during(
                    workers -> {
                      throw new IllegalStateException("a bug");
                    }))
        .isExactlyInstanceOf(IllegalStateException.class)
        .hasMessage("a bug");
  }
}

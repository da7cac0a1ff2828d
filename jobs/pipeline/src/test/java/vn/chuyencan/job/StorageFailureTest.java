package vn.chuyencan.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.iceberg.exceptions.RuntimeIOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
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

  private static PipelineException unwritable(ErrorCode code, String reason) {
    return new PipelineException(Fault.of(code, "/place", reason), new IOException(reason));
  }

  /** A table's folder can have no room for one file more, where inodes are used up. */
  @ParameterizedTest
  @EnumSource(names = {"PUBLICATION_UNWRITABLE", "WAREHOUSE_UNREACHABLE"})
  void aPublicationOrTheWarehouseMeetsIt(ErrorCode code) {
    refused(
        workers -> {
          throw unwritable(code, "No space left on device");
        });
  }

  @ParameterizedTest
  @EnumSource(names = {"PUBLICATION_UNWRITABLE", "WAREHOUSE_UNREACHABLE"})
  void whatMayNotBeWrittenNamesItsFolder(ErrorCode code) {
    Execution execution = new Execution(1, Optional.empty(), Map.of());
    PipelineException denied = unwritable(code, "Permission denied");

    assertThatThrownBy(
            () ->
                execution.during(
                    workers -> {
                      throw denied;
                    }))
        .isSameAs(denied);
  }

  private static List<Throwable> failures() {
    return List.of(
        new UncheckedIOException(new IOException("a.parquet (Read-only file system)")),
        new UncheckedIOException(new AccessDeniedException("/warehouse/a")),
        new RuntimeIOException(new IOException("Input/output error"), "cannot write"),
        new ExceptionInInitializerError("Cannot unpack libzstd-jni-1.5.7-6: Permission denied"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void aDiskThatFailsIsNoErrorOfThisProgram(Throwable failure) {
    Execution execution = new Execution(1, Optional.empty(), Map.of());

    assertThatThrownBy(
            () ->
                execution.during(
                    workers -> {
                      if (failure instanceof Error error) {
                        throw error;
                      }
                      throw (RuntimeException) failure;
                    }))
        .isInstanceOfSatisfying(
            PipelineException.class,
            refused -> {
              assertThat(refused.exitStatus()).isEqualTo(5);
              assertThat(refused.faults().get(0).code()).isEqualTo(ErrorCode.STORAGE_FAILS);
              assertThat(refused.faults().get(0).message(Language.EN))
                  .startsWith("E5008: files cannot be written or read: ");
              assertThat(refused.faults().get(0).message(Language.VI)).contains("quyền");
            });
  }

  @Test
  void aLibraryForWhichThereIsNoRoomIsAFullDisk() {
    Execution execution = new Execution(1, Optional.empty(), Map.of());
    Error full = new ExceptionInInitializerError("Cannot unpack lib: No space left on device");

    assertThatThrownBy(
            () ->
                execution.during(
                    workers -> {
                      throw full;
                    }))
        .hasMessageStartingWith("E5007: ");
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

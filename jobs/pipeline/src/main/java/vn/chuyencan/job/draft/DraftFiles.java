package vn.chuyencan.job.draft;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.error.Reason;
import vn.chuyencan.model.CourseRun;
import vn.chuyencan.model.RegisterDraft;
import vn.chuyencan.model.RegisterName;
import vn.chuyencan.source.register.RegisterWriter;

/**
 * The files of a draft.
 *
 * @param registers directory of the registers
 * @param configuration the configuration file to be written, or null when there is one
 */
public record DraftFiles(Path registers, Path configuration) {
  private static final String NOTES = "README.md";

  /**
   * Refuses when one of the files is there, before anything is read.
   *
   * @throws PipelineException {@link ErrorCode#DRAFT_WOULD_OVERWRITE}
   */
  public void requireAbsent() {
    List<Path> files = new ArrayList<>();
    if (configuration != null) {
      files.add(configuration);
    }
    for (RegisterName name : DraftJob.DRAFTED) {
      files.add(registers.resolve(RegisterWriter.fileName(name)));
    }
    files.add(registers.resolve(NOTES));
    String there =
        files.stream()
            .filter(file -> Files.exists(file))
            .map(Path::toString)
            .collect(Collectors.joining(", "));
    if (!there.isEmpty()) {
      throw new PipelineException(Fault.of(ErrorCode.DRAFT_WOULD_OVERWRITE, there));
    }
  }

  /**
   * Writes them.
   *
   * @param text of the configuration; unused where none is written
   * @param notes what a person must complete
   * @param marked whether CSV files begin with a byte order mark
   * @throws PipelineException {@link ErrorCode#DRAFT_UNWRITABLE}
   */
  public void write(RegisterDraft draft, String text, String notes, ZoneId zone, boolean marked) {
    RegisterWriter writer = new RegisterWriter(zone, marked);
    for (RegisterName name : DraftJob.DRAFTED) {
      if (draft.registers().has(name)) {
        writer.write(
            registers,
            name,
            draft.registers().rows(name),
            (row, column) ->
                row instanceof CourseRun run
                    && draft.unknownDays().getOrDefault(run.courseId(), Set.of()).contains(column));
      }
    }
    write(registers.resolve(NOTES), notes);
    if (configuration != null) {
      // Last: whoever finds it finds the registers.
      write(configuration, text);
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
    } catch (IOException failure) {
      throw new PipelineException(
          Fault.of(ErrorCode.DRAFT_UNWRITABLE, file.toString(), Reason.ofNamed(file, failure)),
          failure);
    }
  }
}

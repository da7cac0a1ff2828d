package vn.chuyencan.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.Language;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.error.Reason;
import vn.chuyencan.table.Vault;

/** What a reader is told of what was found, and put right, when a command opened what it needs. */
final class OpeningNotes {
  private final PrintStream notes;
  private final Language language;

  OpeningNotes(PrintStream notes, Language language) {
    this.notes = notes;
    this.language = language;
  }

  /** A folder that tells who somebody is. */
  enum Private {
    /** Who is behind the keys of the lake. */
    VAULT("kho định danh", "the vault"),

    /** What a source keeps of what it was told, in plain words. */
    SPOOL("nơi giữ câu trả lời của LRS", "the spool");

    private final String vietnamese;
    private final String english;

    Private(String vietnamese, String english) {
      this.vietnamese = vietnamese;
      this.english = english;
    }
  }

  /**
   * Closes a folder that others may enter, and tells that it stood open.
   *
   * @throws PipelineException WAREHOUSE_UNREACHABLE
   */
  void close(Private what, Vault folder) {
    try {
      boolean open = folder.isOpen();
      folder.close();
      if (open) {
        tell(
            what.vietnamese + " đã để ngỏ cho người khác, nay đã đóng (0700): " + folder.location(),
            what.english + " stood open to others and is closed now (0700): " + folder.location());
      }
    } catch (IOException failure) {
      throw new PipelineException(
          Fault.of(ErrorCode.WAREHOUSE_UNREACHABLE, folder.location(), Reason.of(failure)),
          failure);
    }
  }

  /** A table was taken back to its last commit. */
  void recovered(String table) {
    tell(
        "đã khôi phục bảng " + table + ": lần chạy trước chưa kết thúc",
        "recovered " + table + ": a run before this one had not ended");
  }

  /** The lock of a silent run was broken. */
  void broke(Path lock) {
    tell(
        "đã phá khóa "
            + lock
            + "; nếu lần chạy kia vẫn còn, hãy dừng nó: hai lần chạy cùng lúc làm hỏng kho",
        "broke the lock "
            + lock
            + "; should that run still be there, stop it: two at once spoil the warehouse");
  }

  /** An erasure that broke off. */
  void unfinished(String erasure) {
    tell(
        "lần xóa " + erasure + " chưa xong: chạy lại lệnh forget ấy",
        "the erasure " + erasure + " is not finished: run the same forget again");
  }

  /** Registers that tell of persons who were erased. */
  void stillTold(Map<String, List<Integer>> linesByFile) {
    linesByFile.forEach(
        (file, lines) -> {
          String where =
              file + " " + lines.stream().map(String::valueOf).collect(Collectors.joining(", "));
          tell(
              "sổ còn kể về người đã xóa, hãy xóa các dòng: " + where,
              "a register still tells of erased persons, delete the lines: " + where);
        });
  }

  private void tell(String vietnamese, String english) {
    notes.println(language == Language.VI ? vietnamese : english);
  }
}

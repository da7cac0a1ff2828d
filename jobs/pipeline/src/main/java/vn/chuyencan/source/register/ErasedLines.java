package vn.chuyencan.source.register;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.chuyencan.model.Tombstones;

/**
 * Where the registers of an institution still tell of erased persons. The files are the
 * institution's own: they are not changed, it is said which lines to delete.
 */
public final class ErasedLines {
  private static final String IDENTIFIER = "identifier";

  private ErasedLines() {}

  /**
   * Looks through all registers, those of the institution as a whole too.
   *
   * @return lines from 1 by file name; nothing where nobody was erased
   */
  public static Map<String, List<Integer>> in(Path directory, Tombstones tombstones) {
    Map<String, List<Integer>> found = new TreeMap<>();
    if (tombstones.isEmpty()) {
      return found;
    }
    RegisterFolder.files(directory, register -> true, new ArrayList<>())
        .forEach(
            (register, file) -> {
              for (RegisterLine line : file.lines()) {
                if (isNamed(line, tombstones)) {
                  found
                      .computeIfAbsent(register.code() + ".csv", name -> new ArrayList<>())
                      .add(line.line());
                }
              }
            });
    return found;
  }

  private static boolean isNamed(RegisterLine line, Tombstones tombstones) {
    return line.cells().entrySet().stream()
        .anyMatch(
            cell ->
                tombstones.hasLearner(cell.getValue())
                    || tombstones.has(Tombstones.Kind.CASE, cell.getValue())
                    || ((cell.getKey().equals(IDENTIFIER) || Tombstones.isTelling(cell.getValue()))
                        && tombstones.has(Tombstones.Kind.IDENTIFIER, cell.getValue())));
  }
}

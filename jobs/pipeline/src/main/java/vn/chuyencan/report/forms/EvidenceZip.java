package vn.chuyencan.report.forms;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.error.Reason;
import vn.chuyencan.report.ArchiveTime;
import vn.chuyencan.report.Sha256;

/**
 * An evidence file: a ZIP of files in the order of their names, with the digests of all in {@code
 * SHA256SUMS}, which {@code sha256sum -c} checks. A folder with a {@code README.md} is evidence by
 * itself and has its own too. The same files give the same bytes.
 */
public final class EvidenceZip {
  private static final String SUMS = "SHA256SUMS";
  private static final String README = "README.md";

  private EvidenceZip() {}

  /**
   * Writes the ZIP in one piece.
   *
   * @param files contents by names
   * @throws PipelineException {@link ErrorCode#LIST_UNWRITABLE}
   */
  public static void write(Path zip, Map<String, byte[]> files) {
    TreeMap<String, byte[]> whole = new TreeMap<>(files);
    for (String name : files.keySet()) {
      if (name.endsWith("/" + README)) {
        String folder = name.substring(0, name.length() - README.length());
        whole.put(folder + SUMS, sums(files, folder));
      }
    }
    Map<String, byte[]> all = new LinkedHashMap<>(whole);
    all.put(SUMS, sums(whole, ""));
    Path target = zip.toAbsolutePath();
    Path prepared = target.resolveSibling("." + target.getFileName() + ".part");
    try {
      Files.createDirectories(target.getParent());
      try (OutputStream out = Files.newOutputStream(prepared);
          ZipOutputStream written = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
        for (Map.Entry<String, byte[]> file : all.entrySet()) {
          ZipEntry entry = new ZipEntry(file.getKey());
          entry.setTimeLocal(ArchiveTime.NONE);
          written.putNextEntry(entry);
          written.write(file.getValue());
          written.closeEntry();
        }
      }
      Files.move(
          prepared, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException unwritable) {
      throw new PipelineException(
          Fault.of(
              ErrorCode.LIST_UNWRITABLE, target.toString(), Reason.ofNamed(target, unwritable)),
          unwritable);
    }
  }

  /** The digests of a folder's files, by their names beneath it. */
  private static byte[] sums(Map<String, byte[]> files, String folder) {
    StringBuilder sums = new StringBuilder();
    new TreeMap<>(files)
        .forEach(
            (name, content) -> {
              if (name.startsWith(folder)) {
                sums.append(Sha256.of(content))
                    .append("  ")
                    .append(name.substring(folder.length()))
                    .append('\n');
              }
            });
    return sums.toString().getBytes(StandardCharsets.UTF_8);
  }
}

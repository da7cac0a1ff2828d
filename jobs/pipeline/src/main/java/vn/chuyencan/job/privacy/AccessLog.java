package vn.chuyencan.job.privacy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.error.Reason;
import vn.chuyencan.model.Tombstones;
import vn.chuyencan.report.Sha256;
import vn.chuyencan.table.Vault;

/**
 * Who looked at names (X-PD-1): one JSON line for each time, in the vault. Each line tells the
 * SHA-256 of the line before it, so that a line that was changed or taken out is noticed. Who
 * cannot be noted is not shown anything: access that leaves no trace is worse than none.
 */
public final class AccessLog {
  /** Its name in the vault. */
  public static final String FILE = "access.jsonl";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PREVIOUS = "previous";
  private static final byte LINE_END = '\n';
  private static final int MOST_LINES_END_WITHIN = 1 << 16;

  private final Vault vault;
  private final Configuration hadoop;

  /**
   * @param hadoop the settings of file systems
   */
  public AccessLog(Vault vault, Configuration hadoop) {
    this.vault = vault;
    this.hadoop = hadoop;
  }

  /**
   * Notes an access before anything is shown.
   *
   * @param user the user of this machine
   * @param command what was asked
   * @param what of whom, as a keyed hash, and of what, by option; values that are null are left out
   * @throws PipelineException {@link ErrorCode#ACCESS_LOG_UNWRITABLE}
   */
  public void note(Instant at, String user, String command, Map<String, String> what) {
    ObjectNode line = JSON.createObjectNode();
    line.put("at", at.toString());
    line.put("user", user);
    line.put("command", command);
    new TreeMap<>(what)
        .forEach(
            (key, value) -> {
              if (value != null) {
                line.put(key, value);
              }
            });
    try {
      if (vault.local().isPresent()) {
        append(vault.local().get(), line);
      } else {
        // Not every file system can append: a file a line, and so without a chain.
        FileSystem files = new org.apache.hadoop.fs.Path(vault.location()).getFileSystem(hadoop);
        org.apache.hadoop.fs.Path file =
            new org.apache.hadoop.fs.Path(
                vault.location(),
                "access/" + at.toString().replace(":", "") + "-" + UUID.randomUUID() + ".json");
        try (OutputStream out = files.create(file, false)) {
          out.write((text(line) + "\n").getBytes(StandardCharsets.UTF_8));
        }
      }
    } catch (IOException failure) {
      throw unusable(failure);
    }
  }

  private PipelineException unusable(IOException failure) {
    return new PipelineException(
        Fault.of(ErrorCode.ACCESS_LOG_UNWRITABLE, vault.location(), Reason.of(failure)), failure);
  }

  private void append(Path folder, ObjectNode line) throws IOException {
    if (folder.getParent() != null && Files.notExists(folder.getParent())) {
      // Where there is no warehouse nothing can be shown.
      return;
    }
    vault.make();
    Path file = folder.resolve(FILE);
    try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw");
        FileLock alone = out.getChannel().lock()) {
      vault.closeFile(file);
      line.put(PREVIOUS, lastDigest(out));
      String lineEnd = endsWithin(out) ? "\n" : "";
      out.seek(out.length());
      out.write((lineEnd + text(line) + "\n").getBytes(StandardCharsets.UTF_8));
      out.getChannel().force(true);
      if (!alone.isValid()) {
        throw new IOException("the lock on " + file + " was lost");
      }
    }
  }

  /** Whether a machine broke down in the middle of a line: the next must not go on with it. */
  private static boolean endsWithin(RandomAccessFile file) throws IOException {
    if (file.length() == 0) {
      return false;
    }
    file.seek(file.length() - 1);
    return file.read() != LINE_END;
  }

  /** Of the last line, be it whole or not, however long it is. */
  private static String lastDigest(RandomAccessFile file) throws IOException {
    long reach = MOST_LINES_END_WITHIN;
    while (true) {
      byte[] tail = new byte[Math.toIntExact(Math.min(reach, file.length()))];
      file.seek(file.length() - tail.length);
      file.readFully(tail);
      int end = tail.length;
      if (end > 0 && tail[end - 1] == LINE_END) {
        end--;
      }
      int start = end;
      while (start > 0 && tail[start - 1] != LINE_END) {
        start--;
      }
      if (start > 0 || tail.length == file.length()) {
        return end == 0 ? "" : Sha256.of(Arrays.copyOfRange(tail, start, end));
      }
      reach *= 2;
    }
  }

  private static String text(ObjectNode line) throws JsonProcessingException {
    return JSON.writeValueAsString(line);
  }

  /**
   * What somebody who checks the log sees.
   *
   * @param file the log
   * @param broken the lines, from 1, that do not follow the line before them
   * @param unreadable the lines, from 1, that cannot be read, as one that a machine left half when
   *     it broke down; what somebody spoils is told by the line after it
   */
  public record Look(Path file, List<Integer> broken, List<Integer> unreadable) {

    public Look {
      broken = List.copyOf(broken);
      unreadable = List.copyOf(unreadable);
    }

    /** Each broken line as {@link ErrorCode#ACCESS_LOG_BROKEN}. */
    public List<Fault> faults() {
      return broken.stream()
          .map(line -> Fault.at(ErrorCode.ACCESS_LOG_BROKEN, file.toString(), line, ""))
          .toList();
    }
  }

  /**
   * Looks whether all lines are there as they were written; empty where there is no log, or none
   * that hangs together, as on a file system without permissions.
   *
   * @throws PipelineException {@link ErrorCode#WAREHOUSE_UNREACHABLE} where it may not be read
   */
  public Optional<Look> look() {
    try {
      Optional<Path> file = vault.local().map(folder -> folder.resolve(FILE)).filter(Files::exists);
      return file.isPresent() ? Optional.of(look(file.get())) : Optional.empty();
    } catch (IOException failure) {
      throw new PipelineException(
          Fault.of(ErrorCode.WAREHOUSE_UNREACHABLE, vault.location(), Reason.of(failure)), failure);
    }
  }

  /**
   * The same of a file.
   *
   * @throws IOException if it cannot be read
   */
  public static Look look(Path file) throws IOException {
    List<Integer> broken = new ArrayList<>();
    List<Integer> unreadable = new ArrayList<>();
    String before = "";
    int number = 0;
    for (byte[] line : lines(file)) {
      number++;
      Optional<String> previous = previous(line);
      if (previous.isEmpty()) {
        unreadable.add(number);
      } else if (!previous.get().equals(before)) {
        broken.add(number);
      }
      before = Sha256.of(line);
    }
    return new Look(file, broken, unreadable);
  }

  /** What a line tells of the line before it; empty where the line cannot be read. */
  private static Optional<String> previous(byte[] line) {
    try {
      return Optional.of(JSON.readTree(line).path(PREVIOUS).asText());
    } catch (IOException half) {
      return Optional.empty();
    }
  }

  /**
   * The lines, from 1, whose words – a purpose, a query – name an erased person. They stay, or the
   * log would prove nothing. Of a vault on a file system without permissions nothing is told.
   *
   * @throws PipelineException {@link ErrorCode#ACCESS_LOG_UNWRITABLE}
   */
  public List<Integer> naming(Tombstones erased) {
    List<Integer> naming = new ArrayList<>();
    try {
      Optional<Path> file = vault.local().map(folder -> folder.resolve(FILE)).filter(Files::exists);
      int number = 0;
      for (byte[] line : file.isPresent() ? lines(file.get()) : List.<byte[]>of()) {
        number++;
        if (words(line).stream().anyMatch(erased::areNamedIn)) {
          naming.add(number);
        }
      }
      return naming;
    } catch (IOException failure) {
      throw unusable(failure);
    }
  }

  private static List<String> words(byte[] line) {
    try {
      List<String> words = new ArrayList<>();
      JSON.readTree(line).forEach(value -> words.add(value.asText()));
      return words;
    } catch (IOException half) {
      return List.of(new String(line, StandardCharsets.UTF_8));
    }
  }

  /** As bytes: of a line that is left half no text need come. */
  private static List<byte[]> lines(Path file) throws IOException {
    byte[] all = Files.readAllBytes(file);
    List<byte[]> lines = new ArrayList<>();
    int start = 0;
    for (int at = 0; at <= all.length; at++) {
      boolean ends = at == all.length ? start < at : all[at] == LINE_END;
      if (ends) {
        lines.add(Arrays.copyOfRange(all, start, at));
        start = at + 1;
      }
    }
    return lines;
  }
}

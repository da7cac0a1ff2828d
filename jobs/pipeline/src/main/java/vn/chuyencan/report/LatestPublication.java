package vn.chuyencan.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Which publication is the latest: {@code published/latest}, a relative link. Only a file system
 * without links gets the file {@code published/latest.json} in its place, {@code {"path":
 * "2026-10-18/run-7"}}; there are never both. Either is replaced by one atomic rename.
 */
public final class LatestPublication {
  private static final String LINK = "latest";
  private static final String POINTER = "latest.json";
  static final String PREPARED = ".latest-";
  private static final ObjectMapper JSON = new ObjectMapper();

  private LatestPublication() {}

  /** When a publication becomes the latest. */
  public enum Move {
    /** Always: it is the newest. */
    ALWAYS,
    /** Unless it is of an earlier day than the latest: a past night was run again. */
    UNLESS_EARLIER
  }

  /**
   * The folder of the latest publication.
   *
   * @param published the publication directory
   * @throws IOException when it cannot be read
   */
  public static Optional<Path> find(Path published) throws IOException {
    Path link = published.resolve(LINK);
    if (Files.exists(link)) {
      return Optional.of(link.toRealPath());
    }
    Path pointer = published.resolve(POINTER);
    if (!Files.exists(pointer)) {
      return Optional.empty();
    }
    String text = Files.readString(pointer, StandardCharsets.UTF_8);
    return Optional.of(published.resolve(JSON.readTree(text).path("path").asText()));
  }

  /**
   * The last day that counts in the latest publication; empty when nothing was published.
   *
   * @throws IOException when it cannot be read
   */
  public static Optional<LocalDate> asOf(Path published) throws IOException {
    Optional<Path> latest = find(published);
    return latest.isEmpty()
        ? Optional.empty()
        : Optional.of(ManifestFile.read(latest.get()).asOf());
  }

  /** Whether a publication of that day becomes the latest. */
  static boolean moves(Path published, LocalDate asOf, Move move) throws IOException {
    return move == Move.ALWAYS || asOf(published).filter(latest -> latest.isAfter(asOf)).isEmpty();
  }

  /** Makes the publication, a path relative to {@code published}, the latest. */
  static void move(Path published, Path publication) throws IOException {
    Path prepared = published.resolve(PREPARED + publication.getFileName());
    Files.deleteIfExists(prepared);
    if (linked(prepared, publication)) {
      replace(prepared, published.resolve(LINK));
      Files.deleteIfExists(published.resolve(POINTER));
    } else {
      ObjectNode pointer = JSON.createObjectNode();
      pointer.put("path", publication.toString().replace('\\', '/'));
      Files.writeString(prepared, JSON.writeValueAsString(pointer) + "\n", StandardCharsets.UTF_8);
      DurableFiles.syncFile(prepared);
      replace(prepared, published.resolve(POINTER));
    }
    DurableFiles.syncFolder(published);
  }

  private static boolean linked(Path prepared, Path target) throws IOException {
    try {
      Files.createSymbolicLink(prepared, target);
      return true;
    } catch (UnsupportedOperationException | FileSystemException noLinksHere) {
      return false;
    }
  }

  private static void replace(Path prepared, Path target) throws IOException {
    if (Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
      throw new FileSystemException(
          target.toString(), null, "is a folder where a link must stand; move it away");
    }
    Files.move(
        prepared, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}

package vn.chuyencan.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files of a publication's site and their digests.
 *
 * @param files SHA-256 by the path within the publication
 */
public record SiteTree(Map<String, String> files) {
  /** The site's folder within a publication. */
  public static final String FOLDER = "html";

  private static final int BUFFER = 1 << 16;

  public SiteTree {
    files = new TreeMap<>(files);
  }

  /** The site as it lies there; without files where there is none. */
  public static SiteTree of(Path publication) throws IOException {
    Map<String, String> files = new TreeMap<>();
    Path folder = publication.resolve(FOLDER);
    if (Files.isDirectory(folder)) {
      List<Path> found;
      try (Stream<Path> tree = Files.walk(folder)) {
        found = tree.filter(Files::isRegularFile).toList();
      }
      for (Path file : found) {
        files.put(publication.relativize(file).toString().replace('\\', '/'), digest(file));
      }
    }
    return new SiteTree(files);
  }

  /** SHA-256 over {@code sha256sum}'s lines, sorted by path. */
  public String digest() {
    Sha256 digest = new Sha256();
    files.forEach((path, sum) -> digest.line(sum + "  " + path));
    return digest.hex();
  }

  /** SHA-256 of a file. */
  public static String digest(Path file) throws IOException {
    Sha256 digest = new Sha256();
    try (InputStream in = Files.newInputStream(file)) {
      byte[] buffer = new byte[BUFFER];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    }
    return digest.hex();
  }
}

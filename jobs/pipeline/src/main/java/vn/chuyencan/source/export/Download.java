package vn.chuyencan.source.export;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** One downloaded file, which can be read more than once. */
public interface Download {
  /** Its path, for messages. */
  String name();

  /** Its bytes from the first. */
  InputStream open() throws IOException;

  /** A file of this machine. */
  static Download of(Path path) {
    return new Download() {
      @Override
      public String name() {
        return path.toString();
      }

      @Override
      public InputStream open() throws IOException {
        return Files.newInputStream(path);
      }
    };
  }
}

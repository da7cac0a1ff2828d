package vn.chuyencan.table;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.CreateFlag;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;

/**
 * A small file that is replaced as a whole. Whoever dies at whatever moment leaves the old content
 * or the new; neither a mixture nor nothing.
 */
final class StateFile {
  private final Path file;
  private final Path next;
  private final Configuration configuration;

  /**
   * @param file of any Hadoop file system
   */
  StateFile(Path file, Configuration configuration) {
    this.file = file;
    this.next = new Path(file.getParent(), file.getName() + ".next");
    this.configuration = configuration;
  }

  /** The content; empty when there never was any. */
  Optional<byte[]> read() throws IOException {
    FileSystem system = file.getFileSystem(configuration);
    if (system instanceof LocalFileSystem local) {
      try {
        return Optional.of(Files.readAllBytes(local.pathToFile(file).toPath()));
      } catch (NoSuchFileException never) {
        return Optional.empty();
      }
    }
    FileContext files = FileContext.getFileContext(file.toUri(), configuration);
    try (InputStream in = files.open(file)) {
      return Optional.of(in.readAllBytes());
    } catch (FileNotFoundException goneOrNever) {
      return readNext(files);
    }
  }

  /** When it was written last, as the file system tells the time; empty when it never was. */
  OptionalLong writtenAt() throws IOException {
    try {
      return OptionalLong.of(
          file.getFileSystem(configuration).getFileStatus(file).getModificationTime());
    } catch (FileNotFoundException never) {
      return OptionalLong.empty();
    }
  }

  /** Replaces the content, and has it on the disk where the file system tells so. */
  void replace(byte[] content) throws IOException {
    replace(content, new FileAttribute<?>[0]);
  }

  /** The same of a file of a vault, closed to others from the beginning. */
  void replace(byte[] content, Vault vault) throws IOException {
    replace(content, vault.fileAttributes());
  }

  private void replace(byte[] content, FileAttribute<?>[] attributes) throws IOException {
    FileSystem system = file.getFileSystem(configuration);
    if (system instanceof LocalFileSystem local) {
      // Hadoop's own rename over a local file deletes it first, and its checksum file moves later.
      replaceLocal(
          local.pathToFile(file).toPath(),
          local.pathToFile(next).toPath(),
          ByteBuffer.wrap(content),
          attributes);
      return;
    }
    FileContext files = FileContext.getFileContext(file.toUri(), configuration);
    try (OutputStream out =
        files.create(
            next,
            EnumSet.of(CreateFlag.CREATE, CreateFlag.OVERWRITE),
            Options.CreateOpts.createParent())) {
      out.write(content);
    }
    files.rename(next, file, Options.Rename.OVERWRITE);
  }

  /** Its path, for messages. */
  @Override
  public String toString() {
    return file.toString();
  }

  /**
   * Where a rename cannot replace, the file is deleted between: then the next content, which was
   * whole before, is the content.
   */
  private Optional<byte[]> readNext(FileContext files) throws IOException {
    try (InputStream in = files.open(next)) {
      byte[] content = in.readAllBytes();
      return content.length > 0 && content[content.length - 1] == '}'
          ? Optional.of(content)
          : Optional.empty();
    } catch (FileNotFoundException never) {
      return Optional.empty();
    }
  }

  private static void replaceLocal(
      java.nio.file.Path file,
      java.nio.file.Path next,
      ByteBuffer content,
      FileAttribute<?>[] attributes)
      throws IOException {
    Files.createDirectories(file.getParent());
    if (attributes.length > 0) {
      // What a dead process left may have other permissions.
      Files.deleteIfExists(next);
    }
    try (FileChannel out =
        FileChannel.open(
            next,
            Set.of(
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE),
            attributes)) {
      while (content.hasRemaining()) {
        out.write(content);
      }
      out.force(true);
    }
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}

package vn.chuyencan.source.lrs;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import vn.chuyencan.model.Digests;

/**
 * The files of one pull: statements one a line, many pages in a file so that years of nights do not
 * fill a folder. A file has its name only when it is whole and on the disk.
 */
final class Spool implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  /** SHA-256 in words of 64 bits. */
  private static final int DIGEST_WORDS = 4;

  private final Path folder;
  private final long fileBytes;
  private int files;
  private Path part;
  private FileChannel channel;
  private OutputStream out;
  private long written;

  /**
   * @param folder exists and is empty
   * @param fileBytes uncompressed length from which on a file is ended
   */
  Spool(Path folder, long fileBytes) {
    this.folder = folder;
    this.fileBytes = fileBytes;
  }

  /**
   * Adds the statements of a page, byte by byte as they stand there. Only line ends between their
   * parts become spaces, which no value can hold.
   *
   * @return digest of what was added, in whichever order it stood there
   */
  String add(StatementPage page) throws IOException {
    MessageDigest digest = Digests.sha256();
    long[] sums = new long[DIGEST_WORDS];
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = new BufferedInputStream(Files.newInputStream(page.answer()), BUFFER)) {
      long at = 0;
      for (StatementPage.Slice statement : page.statements()) {
        in.skipNBytes(statement.start() - at);
        copy(in, statement.end() - statement.start(), buffer, digest);
        add(sums, digest.digest());
        at = statement.end();
        if (written >= fileBytes) {
          endFile();
        }
      }
    }
    return Arrays.toString(sums);
  }

  /** Sums do not know in which order they were made. */
  private static void add(long[] sums, byte[] digest) {
    LongBuffer words = ByteBuffer.wrap(digest).asLongBuffer();
    for (int word = 0; word < DIGEST_WORDS; word++) {
      sums[word] += words.get();
    }
  }

  private void copy(InputStream in, long length, byte[] buffer, MessageDigest digest)
      throws IOException {
    OutputStream target = file();
    long left = length;
    while (left > 0) {
      int read = in.readNBytes(buffer, 0, (int) Math.min(left, buffer.length));
      if (read == 0) {
        throw new EOFException(folder.toString());
      }
      for (int i = 0; i < read; i++) {
        if (buffer[i] == '\n' || buffer[i] == '\r') {
          buffer[i] = ' ';
        }
      }
      digest.update(buffer, 0, read);
      target.write(buffer, 0, read);
      left -= read;
    }
    target.write('\n');
    written += length + 1;
  }

  private OutputStream file() throws IOException {
    if (out == null) {
      part = folder.resolve(String.format(Locale.ROOT, ".statements-%05d.part", ++files));
      channel =
          FileChannel.open(
              part,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE);
      out = new BufferedOutputStream(new FastGzip(Channels.newOutputStream(channel)), BUFFER);
      written = 0;
    }
    return out;
  }

  /** Ends the last file. */
  void finish() throws IOException {
    if (out != null) {
      endFile();
    }
  }

  private void endFile() throws IOException {
    out.flush();
    out.close();
    out = null;
    try (FileChannel whole = FileChannel.open(part, StandardOpenOption.WRITE)) {
      whole.force(true);
    }
    Path name = folder.resolve(String.format(Locale.ROOT, "statements-%05d.ndjson.gz", files));
    Files.move(part, name, StandardCopyOption.ATOMIC_MOVE);
    SpoolFolders.sync(folder);
  }

  /** Lets go of a file that was not ended; the next pull deletes it. */
  @Override
  public void close() throws IOException {
    if (out != null) {
      channel.close();
      out = null;
    }
  }

  private static final class FastGzip extends GZIPOutputStream {
    FastGzip(OutputStream out) throws IOException {
      super(out, BUFFER);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}

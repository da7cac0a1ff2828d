package vn.chuyencan.work;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;

/**
 * Pieces between two stages of one process. What exceeds a bound goes to a file of its partition in
 * the folder for temporary files, so that memory does not grow with the history.
 */
final class Exchange implements Closeable {
  /** What all partitions together may hold in memory. */
  static final long MEMORY = 32L << 20;

  private final long capacity;
  private final List<Queue<byte[]>> held = new ArrayList<>();
  private final List<DataOutputStream> overflows = new ArrayList<>();
  private final List<Path> files = new ArrayList<>();
  private long inMemory;

  Exchange(int partitions) {
    this(partitions, MEMORY);
  }

  Exchange(int partitions, long capacity) {
    this.capacity = capacity;
    for (int partition = 0; partition < partitions; partition++) {
      held.add(new ArrayDeque<>());
      overflows.add(null);
      files.add(null);
    }
  }

  synchronized void add(Piece piece) throws IOException {
    if (inMemory + piece.bytes().length <= capacity) {
      inMemory += piece.bytes().length;
      held.get(piece.partition()).add(piece.bytes());
      return;
    }
    DataOutputStream overflow = overflow(piece.partition());
    overflow.writeInt(piece.bytes().length);
    overflow.write(piece.bytes());
  }

  private DataOutputStream overflow(int partition) throws IOException {
    DataOutputStream open = overflows.get(partition);
    if (open == null) {
      Path file = Files.createTempFile("chuyencan-", ".pieces");
      file.toFile().deleteOnExit();
      files.set(partition, file);
      open = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
      overflows.set(partition, open);
    }
    return open;
  }

  /** All pieces of a partition; nothing may be added to it any more. */
  synchronized Pieces take(int partition) throws IOException {
    DataOutputStream overflow = overflows.get(partition);
    if (overflow == null) {
      return new Pieces(held.get(partition), null);
    }
    overflow.close();
    return new Pieces(
        held.get(partition),
        new DataInputStream(
            new BufferedInputStream(Files.newInputStream(files.get(partition)), 1 << 16)));
  }

  @Override
  public synchronized void close() throws IOException {
    for (DataOutputStream overflow : overflows) {
      if (overflow != null) {
        overflow.close();
      }
    }
    for (Path file : files) {
      if (file != null) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** The pieces of one partition, each once. */
  static final class Pieces implements Iterator<byte[]>, Closeable {
    private final Queue<byte[]> held;
    private final DataInputStream overflow;

    private Pieces(Queue<byte[]> held, DataInputStream overflow) {
      this.held = held;
      this.overflow = overflow;
    }

    @Override
    public boolean hasNext() {
      try {
        return !held.isEmpty() || (overflow != null && overflow.available() > 0);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public byte[] next() {
      if (!held.isEmpty()) {
        return held.remove();
      }
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      try {
        byte[] piece = new byte[overflow.readInt()];
        overflow.readFully(piece);
        return piece;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() throws IOException {
      if (overflow != null) {
        overflow.close();
      }
    }
  }
}

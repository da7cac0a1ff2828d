package vn.chuyencan.work;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;

/**
 * Pieces between two stages of one process. What exceeds a bound goes to a file of its partition in
 * the folder for temporary files, so that memory does not grow with the history. The files have no
 * name while they are open, and a process that is killed leaves nothing.
 */
final class Exchange implements Closeable {
  /** What all partitions together may hold in memory. */
  private static final long MEMORY = 32L << 20;

  private static final int BUFFER = 1 << 16;

  private final long capacity;
  private final List<Partition> partitions = new ArrayList<>();
  private long inMemory;

  /** The pieces of one partition. */
  private static final class Partition {
    private final Queue<byte[]> held = new ArrayDeque<>();
    private FileChannel file;
    private DataOutputStream overflow;
    private int overflowed;
  }

  /** An exchange with so many partitions. */
  Exchange(int partitions) {
    this(partitions, MEMORY);
  }

  /**
   * @param capacity how many bytes stay in memory
   */
  Exchange(int partitions, long capacity) {
    this.capacity = capacity;
    for (int number = 0; number < partitions; number++) {
      this.partitions.add(new Partition());
    }
  }

  /** Adds a piece to its partition. */
  synchronized void add(Piece piece) throws IOException {
    Partition partition = partitions.get(piece.partition());
    if (inMemory + piece.bytes().length <= capacity) {
      inMemory += piece.bytes().length;
      partition.held.add(piece.bytes());
      return;
    }
    if (partition.file == null) {
      partition.file =
          FileChannel.open(
              Files.createTempFile("chuyencan-", ".pieces"),
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE);
      partition.overflow =
          new DataOutputStream(
              new BufferedOutputStream(Channels.newOutputStream(partition.file), BUFFER));
    }
    partition.overflow.writeInt(piece.bytes().length);
    partition.overflow.write(piece.bytes());
    partition.overflowed++;
  }

  /** All pieces of a partition, each once; nothing may be added to it any more. */
  synchronized Iterator<byte[]> take(int number) throws IOException {
    Partition partition = partitions.get(number);
    DataInputStream overflow = null;
    if (partition.file != null) {
      partition.overflow.flush();
      partition.file.position(0);
      overflow =
          new DataInputStream(
              new BufferedInputStream(Channels.newInputStream(partition.file), BUFFER));
    }
    return new Pieces(partition.held, overflow, partition.overflowed);
  }

  @Override
  public synchronized void close() throws IOException {
    for (Partition partition : partitions) {
      if (partition.file != null) {
        partition.file.close();
      }
    }
  }

  private static final class Pieces implements Iterator<byte[]> {
    private final Queue<byte[]> held;
    private final DataInputStream overflow;
    private int left;

    private Pieces(Queue<byte[]> held, DataInputStream overflow, int left) {
      this.held = held;
      this.overflow = overflow;
      this.left = left;
    }

    @Override
    public boolean hasNext() {
      return !held.isEmpty() || left > 0;
    }

    @Override
    public byte[] next() {
      if (!held.isEmpty()) {
        return held.remove();
      }
      if (left == 0) {
        throw new NoSuchElementException();
      }
      left--;
      try {
        byte[] piece = new byte[overflow.readInt()];
        overflow.readFully(piece);
        return piece;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}

package vn.chuyencan.report;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Sorts more rows than memory should hold: each run is sorted and written to a file, then all are
 * read side by side. Few segments are ever that large, so the files are written the simplest way.
 */
final class SortedRuns implements Closeable {
  /** Java's streams remember every object written; they are made to forget after so many rows. */
  private static final int FORGET_ROWS = 1_000;

  private final Comparator<Object[]> order;
  private final Path folder;
  private final List<Path> files = new ArrayList<>();
  private final List<Run> open = new ArrayList<>();

  SortedRuns(Comparator<Object[]> order, Path folder) {
    this.order = order;
    this.folder = folder;
  }

  /** Writes these rows as a run; the list may be used again. */
  void add(List<Object[]> rows) throws IOException {
    rows.sort(order);
    Path file = Files.createTempFile(folder, ".run-", ".tmp");
    files.add(file);
    try (ObjectOutputStream out =
        new ObjectOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
      out.writeInt(rows.size());
      for (int index = 0; index < rows.size(); index++) {
        if (index % FORGET_ROWS == 0) {
          out.reset();
        }
        out.writeUnshared(rows.get(index));
      }
    }
  }

  /** All runs and these rows besides, in one order. */
  Iterator<Object[]> merged(List<Object[]> rest) throws IOException {
    rest.sort(order);
    if (files.isEmpty()) {
      return rest.iterator();
    }
    PriorityQueue<Head> heads = new PriorityQueue<>((a, b) -> order.compare(a.row, b.row));
    Head.add(heads, rest.iterator());
    for (Path file : files) {
      Run run = new Run(file);
      open.add(run);
      Head.add(heads, run);
    }
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return !heads.isEmpty();
      }

      @Override
      public Object[] next() {
        Head head = heads.remove();
        Head.add(heads, head.rest);
        return head.row;
      }
    };
  }

  @Override
  public void close() throws IOException {
    for (Run run : open) {
      run.in.close();
    }
    for (Path file : files) {
      Files.deleteIfExists(file);
    }
  }

  /** The next row of a run. */
  private static final class Head {
    private final Object[] row;
    private final Iterator<Object[]> rest;

    Head(Object[] row, Iterator<Object[]> rest) {
      this.row = row;
      this.rest = rest;
    }

    static void add(PriorityQueue<Head> heads, Iterator<Object[]> rows) {
      if (rows.hasNext()) {
        heads.add(new Head(rows.next(), rows));
      }
    }
  }

  private static final class Run implements Iterator<Object[]> {
    private final ObjectInputStream in;
    private int left;

    Run(Path file) throws IOException {
      in = new ObjectInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
      left = in.readInt();
    }

    @Override
    public boolean hasNext() {
      return left > 0;
    }

    @Override
    public Object[] next() {
      left--;
      try {
        return (Object[]) in.readUnshared();
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      } catch (ClassNotFoundException impossible) {
        throw new IllegalStateException(impossible);
      }
    }
  }
}

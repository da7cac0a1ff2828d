package vn.chuyencan.testing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import vn.chuyencan.work.Piece;
import vn.chuyencan.work.Task;
import vn.chuyencan.work.Workers;

/**
 * Sends tasks, inputs and results through Java's serialization, as a cluster does, and lets others
 * work: Spark's local master keeps what it broadcasts as the very same object.
 */
public final class TravellingWorkers implements Workers {
  private final Workers others;

  public TravellingWorkers(Workers others) {
    this.others = others;
  }

  @Override
  public int threads() {
    return others.threads();
  }

  @Override
  public Configuration hadoop() {
    return others.hadoop();
  }

  @Override
  public <I, R> List<R> each(List<I> inputs, Task<I, R> task) {
    Task<I, R> arrived = travelled(task);
    return others.each(inputs, (input, place) -> travelled(arrived.call(travelled(input), place)));
  }

  @Override
  public <I, R> List<R> inTwoStages(
      List<I> inputs,
      Task<I, Iterator<Piece>> first,
      int partitions,
      Task<Iterator<byte[]>, R> second) {
    Task<I, Iterator<Piece>> packing = travelled(first);
    Task<Iterator<byte[]>, R> gathering = travelled(second);
    return others.inTwoStages(
        inputs,
        (input, place) -> packing.call(travelled(input), place),
        partitions,
        (pieces, place) -> travelled(gathering.call(pieces, place)));
  }

  @Override
  public void close() {
    others.close();
  }

  @SuppressWarnings({"unchecked", "BanSerializableRead"}) // what was just written
  private static <T> T travelled(T value) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
        out.writeObject(value);
      }
      try (ObjectInputStream in =
          new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
        return (T) in.readObject();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}

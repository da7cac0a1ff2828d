package vn.chuyencan.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericFixed;
import org.apache.avro.generic.IndexedRecord;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;

/**
 * Everything that lies in a folder, as somebody reads it who has the disk: every file's own bytes,
 * and what Parquet and Avro files hold when they are unpacked, where they are not encrypted.
 */
public final class StoredBytes {

  private StoredBytes() {}

  /**
   * Where one of the texts or 64-bit keys can be read.
   *
   * @return file and what was found in it, such as {@code data/a.parquet: hv001}
   */
  public static List<String> find(Path folder, List<String> texts, List<Long> keys) {
    List<byte[]> needles = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (String text : texts) {
      needles.add(text.getBytes(StandardCharsets.UTF_8));
      names.add(text);
    }
    for (long key : keys) {
      for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
        needles.add(ByteBuffer.allocate(8).order(order).putLong(0, key).array());
        names.add("key " + key + " " + order);
      }
      for (String text : List.of(Long.toString(key), String.format("%016x", key))) {
        needles.add(text.getBytes(StandardCharsets.UTF_8));
        names.add(text);
      }
    }
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        byte[] content = content(file);
        for (int i = 0; i < names.size(); i++) {
          if (contains(content, needles.get(i))) {
            found.add(folder.relativize(file) + ": " + names.get(i));
          }
        }
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return found;
  }

  private static byte[] content(Path file) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] raw = Files.readAllBytes(file);
    all.write(raw);
    String name = file.getFileName().toString();
    if (name.startsWith(".") || isEncrypted(raw)) {
      return all.toByteArray();
    }
    if (name.endsWith(".parquet")) {
      try (ParquetReader<Group> rows =
          ParquetReader.builder(new GroupReadSupport(), new org.apache.hadoop.fs.Path(file.toUri()))
              .build()) {
        for (Group row = rows.read(); row != null; row = rows.read()) {
          all.write(row.toString().getBytes(StandardCharsets.UTF_8));
        }
      }
    } else if (name.endsWith(".avro")) {
      try (DataFileReader<IndexedRecord> rows =
          new DataFileReader<>(file.toFile(), new GenericDatumReader<>())) {
        for (IndexedRecord row : rows) {
          unpack(row, all);
        }
      }
    } else if (name.endsWith(".gz") || name.endsWith(".gz.next")) {
      try (InputStream in = new java.util.zip.GZIPInputStream(Files.newInputStream(file))) {
        in.transferTo(all);
      }
    }
    return all.toByteArray();
  }

  /**
   * Of Parquet, of Iceberg's streams, of what our vault keeps: only whoever has a key unpacks it.
   */
  private static boolean isEncrypted(byte[] raw) {
    String begin = new String(raw, 0, Math.min(raw.length, 12), StandardCharsets.ISO_8859_1);
    return Stream.of("PARE", "AGS1", "chuyencan-1\n").anyMatch(begin::startsWith);
  }

  private static void unpack(Object value, ByteArrayOutputStream all) throws IOException {
    if (value instanceof IndexedRecord row) {
      for (int field = 0; field < row.getSchema().getFields().size(); field++) {
        unpack(row.get(field), all);
      }
    } else if (value instanceof Iterable<?> list) {
      for (Object element : list) {
        unpack(element, all);
      }
    } else if (value instanceof ByteBuffer bytes) {
      byte[] copy = new byte[bytes.remaining()];
      bytes.duplicate().get(copy);
      all.write(copy);
      all.write('\n');
    } else if (value instanceof GenericFixed fixed) {
      all.write(fixed.bytes());
    } else {
      all.write((value + "\n").getBytes(StandardCharsets.UTF_8));
    }
  }

  private static boolean contains(byte[] content, byte[] needle) {
    outer:
    for (int at = 0; at + needle.length <= content.length; at++) {
      for (int i = 0; i < needle.length; i++) {
        if (content[at + i] != needle[i]) {
          continue outer;
        }
      }
      return true;
    }
    return false;
  }
}

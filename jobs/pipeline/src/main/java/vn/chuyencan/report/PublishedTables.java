package vn.chuyencan.report;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import vn.chuyencan.table.TableColumn;
import vn.chuyencan.table.TableContract;

/**
 * The tables of a publication that is about to be put in place, for who writes more into it. The
 * rows of one course run are found without reading those of others.
 */
public final class PublishedTables {
  private static final String COURSE = "course_id";

  private final Path folder;
  private final CsvMark mark;
  private final SortedMap<TableFile, SegmentIndex.Table> files;
  private final Map<String, TableContract> contracts = new TreeMap<>();
  private final Map<String, RequestedTable> instead = new TreeMap<>();

  /** By table; pages of several course runs are made at once. */
  private final Map<String, CourseSegments> segments = new ConcurrentHashMap<>();

  PublishedTables(Path folder, CsvMark mark, SortedMap<TableFile, SegmentIndex.Table> files) {
    this.folder = folder;
    this.mark = mark;
    this.files = new TreeMap<>(files);
    files.keySet().forEach(file -> contracts.put(file.table().name(), file.table()));
  }

  /** The same but for tables that are read as they are given here. */
  PublishedTables with(Map<String, RequestedTable> others) {
    PublishedTables same = new PublishedTables(folder, mark, files);
    same.instead.putAll(others);
    return same;
  }

  /** The contracts of the tables that are there, by name. */
  public List<TableContract> contracts() {
    return List.copyOf(contracts.values());
  }

  /** Whether a table is published. */
  public boolean has(String table) {
    return contracts.containsKey(table);
  }

  /** The tables that are published in several files, as there are many rows. */
  public List<String> divided() {
    return contracts.keySet().stream().filter(table -> files(table).size() > 1).toList();
  }

  /** All files of tables. */
  List<TableFile> files() {
    return List.copyOf(files.keySet());
  }

  /** The files in which a table is published, in order; none where it is not. */
  List<TableFile> files(String table) {
    return files.keySet().stream().filter(file -> file.table().name().equals(table)).toList();
  }

  /** How many rows a table has. */
  public long rows(String table) {
    if (instead.containsKey(table)) {
      return instead.get(table).rows();
    }
    return files(table).stream().mapToLong(file -> files.get(file).rows()).sum();
  }

  /** What the CSV of a file depends on: equal fingerprints, equal bytes. */
  String fingerprint(TableFile file) {
    SegmentIndex.Table published = files.get(file);
    return published.digest() + " " + published.csv().length();
  }

  /** What all rows of a table depend on. */
  public String fingerprint(String table) {
    if (instead.containsKey(table)) {
      return Sha256.of(instead.get(table).csv());
    }
    return files(table).stream()
        .map(file -> files.get(file).digest())
        .collect(Collectors.joining(" "));
  }

  /** What the rows of a course run in a table depend on: equal fingerprints, equal rows. */
  public String fingerprint(String table, String courseId) {
    if (!has(table)) {
      return "";
    }
    if (!isByCourse(table)) {
      return fingerprint(table);
    }
    return segments(table).of(courseId).stream()
        .map(CourseSegments.Place::entry)
        .map(entry -> entry.fingerprint() + entry.validity() + entry.rows() + entry.csvBytes())
        .collect(Collectors.joining(" "));
  }

  /**
   * The rows of a table, in its order but for one that is divided, whose parts follow each other;
   * none where it is not published.
   */
  public void each(String table, Consumer<PublishedRow> consumer) throws IOException {
    if (instead.containsKey(table)) {
      RequestedTable rows = instead.get(table);
      int start = (int) CsvFile.start(contracts.get(table), CsvMark.ABSENT);
      read(table, new ByteArrayInputStream(rows.csv(), start, rows.csv().length - start), consumer);
      return;
    }
    for (TableFile file : files(table)) {
      long start = CsvFile.start(file.table(), mark);
      read(file, start, files.get(file).csv().length() - start, consumer);
    }
  }

  /** The rows of a course run in a table, in its order. */
  public void each(String table, String courseId, Consumer<PublishedRow> consumer)
      throws IOException {
    if (!has(table)) {
      return;
    }
    if (!isByCourse(table)) {
      each(
          table,
          row -> {
            if (row.text(COURSE).equals(courseId)) {
              consumer.accept(row);
            }
          });
      return;
    }
    for (CourseSegments.Place place : segments(table).of(courseId)) {
      read(place.file(), place.offset(), place.entry().csvBytes(), consumer);
    }
  }

  /** A table that is divided by course run has a segment of that name for each. */
  private boolean isByCourse(String table) {
    return contracts.get(table).partitions().stream()
            .anyMatch(partition -> partition.column().equals(COURSE))
        && segments(table).areCourses();
  }

  private CourseSegments segments(String table) {
    return segments.computeIfAbsent(
        table,
        name -> {
          SortedMap<TableFile, SegmentIndex.Table> own = new TreeMap<>(files);
          own.keySet().removeIf(file -> !file.table().name().equals(name));
          return new CourseSegments(own, mark);
        });
  }

  private void read(TableFile file, long offset, long bytes, Consumer<PublishedRow> consumer)
      throws IOException {
    try (FileChannel channel = FileChannel.open(folder.resolve(file.csv()))) {
      read(file.table().name(), part(channel, offset, bytes), consumer);
    }
  }

  private void read(String table, InputStream csv, Consumer<PublishedRow> consumer)
      throws IOException {
    TableContract contract = contracts.get(table);
    Map<String, Integer> places = new HashMap<>();
    for (TableColumn column : contract.columns()) {
      places.put(column.name(), places.size());
    }
    try (Reader text = new InputStreamReader(csv, StandardCharsets.UTF_8);
        CsvReader<CsvRecord> rows = PublishedCsv.read(text)) {
      for (CsvRecord record : rows) {
        consumer.accept(new PublishedRow(places, record));
      }
    }
  }

  private static InputStream part(FileChannel file, long offset, long bytes) throws IOException {
    if (bytes > Integer.MAX_VALUE - 8) {
      file.position(offset);
      return Channels.newInputStream(file);
    }
    ByteBuffer content = ByteBuffer.allocate((int) bytes);
    while (content.hasRemaining() && file.read(content, offset + content.position()) >= 0) {
      // A read may bring fewer bytes than there are.
    }
    return new ByteArrayInputStream(content.array(), 0, content.position());
  }
}

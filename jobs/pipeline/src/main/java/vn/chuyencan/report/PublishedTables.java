package vn.chuyencan.report;

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
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import vn.chuyencan.table.CanonicalText;
import vn.chuyencan.table.TableColumn;
import vn.chuyencan.table.TableContract;

/**
 * The tables of a publication that is about to be put in place, for who writes more into it. The
 * rows of one course run are found without reading those of others.
 */
public final class PublishedTables {
  private static final CSVFormat FORMAT = CSVFormat.RFC4180;
  private static final String COURSE = "course_id";

  private final Path folder;
  private final CsvMark mark;
  private final Map<String, TableContract> contracts = new TreeMap<>();
  private final Map<String, SegmentIndex.Table> tables;
  private final Map<String, RequestedTable> instead = new TreeMap<>();

  PublishedTables(
      Path folder,
      CsvMark mark,
      List<TableContract> contracts,
      Map<String, SegmentIndex.Table> tables) {
    this.folder = folder;
    this.mark = mark;
    this.tables = Map.copyOf(tables);
    contracts.forEach(contract -> this.contracts.put(contract.name(), contract));
  }

  /** The same but for tables that are read as they are given here. */
  PublishedTables with(Map<String, RequestedTable> others) {
    PublishedTables same =
        new PublishedTables(folder, mark, List.copyOf(contracts.values()), tables);
    same.instead.putAll(others);
    return same;
  }

  /** The contracts of the tables that are there, by name. */
  public List<TableContract> contracts() {
    return List.copyOf(contracts.values());
  }

  /** Whether a table is published. */
  public boolean has(String table) {
    return tables.containsKey(table);
  }

  /** How many rows a table has. */
  public long rows(String table) {
    if (instead.containsKey(table)) {
      return instead.get(table).rows();
    }
    return has(table) ? tables.get(table).rows() : 0;
  }

  /** What all rows of a table depend on. */
  public String fingerprint(String table) {
    if (instead.containsKey(table)) {
      return Sha256.of(instead.get(table).csv());
    }
    return has(table) ? tables.get(table).digest() : "";
  }

  /** What the rows of a course run in a table depend on: equal fingerprints, equal rows. */
  public String fingerprint(String table, String courseId) {
    if (!has(table)) {
      return "";
    }
    if (!isByCourse(table)) {
      return fingerprint(table);
    }
    return tables.get(table).segments().stream()
        .filter(entry -> entry.key().equals(CanonicalText.of(courseId)))
        .map(entry -> entry.fingerprint() + entry.validity() + entry.rows() + entry.csvBytes())
        .findFirst()
        .orElse("");
  }

  /** The rows of a table, in its order; none where it is not published. */
  public void each(String table, Consumer<PublishedRow> consumer) throws IOException {
    if (instead.containsKey(table)) {
      RequestedTable rows = instead.get(table);
      int start = (int) CsvFile.start(contracts.get(table), CsvMark.ABSENT);
      read(table, new ByteArrayInputStream(rows.csv(), start, rows.csv().length - start), consumer);
    } else if (has(table)) {
      long start = CsvFile.start(contracts.get(table), mark);
      read(table, start, tables.get(table).csv().length() - start, consumer);
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
    long offset = CsvFile.start(contracts.get(table), mark);
    for (SegmentIndex.Entry entry : tables.get(table).segments()) {
      if (entry.key().equals(CanonicalText.of(courseId))) {
        read(table, offset, entry.csvBytes(), consumer);
      }
      offset += entry.csvBytes();
    }
  }

  /** A table that is divided by course run has a segment of that name for each. */
  private boolean isByCourse(String table) {
    return contracts.get(table).partitions().stream()
            .anyMatch(partition -> partition.column().equals(COURSE))
        && tables.get(table).segments().stream().noneMatch(entry -> entry.key().isEmpty());
  }

  private void read(String table, long offset, long bytes, Consumer<PublishedRow> consumer)
      throws IOException {
    try (FileChannel file =
        FileChannel.open(folder.resolve(TablePublisher.csv(contracts.get(table))))) {
      read(table, part(file, offset, bytes), consumer);
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
        CSVParser rows = CSVParser.builder().setReader(text).setFormat(FORMAT).get()) {
      for (CSVRecord record : rows) {
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

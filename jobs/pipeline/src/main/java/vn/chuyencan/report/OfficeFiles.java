package vn.chuyencan.report;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.chuyencan.table.ColumnType;
import vn.chuyencan.table.Personal;
import vn.chuyencan.table.TableColumn;
import vn.chuyencan.table.TableContract;

/**
 * The tables of an office's publication: the analysts', with the full name beside every id. A file
 * that would become what it is in the office's latest publication is that file under one more name,
 * so that a night does not pay for the years before it.
 */
final class OfficeFiles {
  private static final String ID = "_id";

  private final Map<String, String> names;
  private final PublishedTables tables;
  private final Path from;
  private final Path to;
  private final Path latest;
  private final OfficeIndex before;
  private final Map<String, Map<String, String>> named = new TreeMap<>();
  private final Map<String, OfficeIndex.File> files = new TreeMap<>();

  /**
   * @param names full name by learner
   * @param tables the analysts' tables
   * @param from the folder in which they are
   * @param to where the office's publication is made
   * @param latest the office's latest publication
   */
  OfficeFiles(
      Map<String, String> names,
      PublishedTables tables,
      Path from,
      Path to,
      Optional<Path> latest,
      String codeVersion) {
    this.names = names;
    this.tables = tables;
    this.from = from;
    this.to = to;
    this.latest = latest.orElse(null);
    this.before =
        latest
            .map(publication -> OfficeIndex.read(publication, codeVersion))
            .orElseGet(() -> OfficeIndex.none(codeVersion));
  }

  /** Whether a table names persons. */
  static boolean namesPersons(TableContract table) {
    return !persons(table).isEmpty();
  }

  /** The columns that hold the id of a person. */
  private static List<String> persons(TableContract table) {
    return table.personal().stream()
        .filter(column -> column.personal() != Personal.TEXT)
        .map(TableColumn::name)
        .filter(name -> name.endsWith(ID))
        .toList();
  }

  /**
   * Puts a file of a table there.
   *
   * @return its SHA-256
   */
  String put(TableFile file) throws IOException {
    String analysts = tables.fingerprint(file);
    Path path = to.resolve(file.csv());
    Optional<OfficeIndex.File> known =
        before.same(file, analysts, names).filter(some -> isIntact(file, some));
    if (known.isPresent()) {
      FileLinks.link(latest.resolve(file.csv()), path);
      named(file).putAll(before.names().getOrDefault(file.part(), Map.of()));
    } else {
      write(file, path);
    }
    OfficeIndex.File told =
        known.isPresent()
            ? known.get()
            : new OfficeIndex.File(analysts, SiteTree.digest(path), FileBytes.of(path));
    files.put(file.csv(), told);
    return told.digest();
  }

  /** What was put there, for the next publication. */
  OfficeIndex index() {
    return new OfficeIndex(OfficeIndex.FORMAT, before.codeVersion(), named, files);
  }

  private boolean isIntact(TableFile file, OfficeIndex.File known) {
    try {
      return FileBytes.of(latest.resolve(file.csv())).equals(known.bytes());
    } catch (IOException gone) {
      return false;
    }
  }

  private Map<String, String> named(TableFile file) {
    return named.computeIfAbsent(file.part(), part -> new TreeMap<>());
  }

  private void write(TableFile file, Path path) throws IOException {
    List<String> persons = persons(file.table());
    if (persons.isEmpty()) {
      Files.copy(from.resolve(file.csv()), path);
      return;
    }
    Map<String, String> here = named(file);
    try (Reader text = Files.newBufferedReader(from.resolve(file.csv()), StandardCharsets.UTF_8);
        CsvReader<CsvRecord> csv = PublishedCsv.read(text);
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(path))) {
      Iterator<CsvRecord> rows = csv.iterator();
      List<String> columns = rows.next().getFields();
      List<String> header = new ArrayList<>();
      for (String column : columns) {
        header.add(column);
        if (persons.contains(plain(column))) {
          header.add(plain(column).replaceAll(ID + "$", "_name"));
        }
      }
      CsvBuffer buffer = new CsvBuffer();
      buffer.header(header);
      out.write(buffer.bytes(), 0, buffer.size());
      ColumnType[] types = new ColumnType[header.size()];
      Arrays.fill(types, ColumnType.Scalar.STRING);
      while (rows.hasNext()) {
        CsvRecord row = rows.next();
        List<Object> values = new ArrayList<>();
        for (int place = 0; place < columns.size(); place++) {
          String value = original(row.getField(place));
          values.add(value);
          if (persons.contains(plain(columns.get(place)))) {
            String name = value == null ? null : names.get(value);
            values.add(name);
            if (value != null) {
              here.put(value, name);
            }
          }
        }
        buffer.clear();
        buffer.record(types, values.toArray());
        out.write(buffer.bytes(), 0, buffer.size());
      }
    }
  }

  private static String plain(String column) {
    return column.replace("\uFEFF", "");
  }

  /** The value without the apostrophe that guards formulas; it is guarded again when written. */
  private static String original(String cell) {
    if (cell.isEmpty()) {
      return null;
    }
    return cell.startsWith("'") && CsvText.isFormula(cell) ? cell.substring(1) : cell;
  }
}

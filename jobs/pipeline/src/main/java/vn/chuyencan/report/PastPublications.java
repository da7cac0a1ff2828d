package vn.chuyencan.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.error.Reason;
import vn.chuyencan.model.Tombstones;
import vn.chuyencan.table.FileTrees;
import vn.chuyencan.table.Personal;
import vn.chuyencan.table.TableColumn;
import vn.chuyencan.table.TableContract;
import vn.chuyencan.table.Tables;

/**
 * The publications before the latest one, where they tell of erased persons. To write them anew
 * would make their digests lie; so their tables go and their manifest stays, which tells what they
 * were and of nobody.
 */
public final class PastPublications {
  /** Stands in a publication whose tables went because of an erasure. */
  public static final String ERASED = "erased.json";

  /** Where a refused record lies: of its words it quotes none. */
  private static final String PATH = "path";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

  private final Path published;
  private final Tombstones tombstones;
  private final Map<String, Map<String, Personal>> columns = new HashMap<>();

  /**
   * @param published the publication directory; it may be absent
   * @param tombstones who was erased
   */
  public PastPublications(Path published, Tombstones tombstones) {
    this.published = published;
    this.tombstones = tombstones;
    for (TableContract table : Tables.published()) {
      Map<String, Personal> personal = new HashMap<>();
      // Of columns that are published no more too: an older program published them.
      for (TableColumn column : TableContract.of(table.name()).personal()) {
        personal.put(column.name(), column.personal());
      }
      columns.put(table.name(), personal);
    }
  }

  /**
   * The publications that tell of an erased person, as {@code day/run}, the latest among them.
   *
   * @throws PipelineException {@link ErrorCode#PUBLICATION_UNWRITABLE}
   */
  public List<String> telling() {
    try {
      List<String> found = new ArrayList<>();
      for (Path publication : publications()) {
        if (Files.exists(publication.resolve(ERASED))
            ? hasRemains(publication)
            : tells(publication)) {
          found.add(published.relativize(publication).toString().replace('\\', '/'));
        }
      }
      return found;
    } catch (IOException failure) {
      throw unwritable(failure);
    }
  }

  /**
   * The same without the latest: those that {@link #empty} would take the tables out of.
   *
   * @throws PipelineException {@link ErrorCode#PUBLICATION_UNWRITABLE}
   */
  public List<String> earlierTelling() {
    try {
      Optional<Path> latest = LatestPublication.find(published);
      List<String> earlier = new ArrayList<>();
      for (String name : telling()) {
        if (latest.isEmpty() || !Files.isSameFile(latest.get(), published.resolve(name))) {
          earlier.add(name);
        }
      }
      return earlier;
    } catch (IOException failure) {
      throw unwritable(failure);
    }
  }

  /**
   * Takes the tables out of all publications but the latest that tell of an erased person. Done
   * again it goes on where it broke off.
   *
   * @param erasureId on account of which erasure
   * @return the publications, as {@code day/run}
   * @throws PipelineException {@link ErrorCode#PUBLICATION_UNWRITABLE}
   */
  public List<String> empty(String erasureId) {
    List<String> emptied = new ArrayList<>();
    try {
      for (String name : earlierTelling()) {
        Path publication = published.resolve(name);
        Path mark = publication.resolve(ERASED);
        Files.writeString(
            mark,
            JSON.createObjectNode().put("erasure_id", erasureId) + "\n",
            StandardCharsets.UTF_8);
        DurableFiles.syncFile(mark);
        try (Stream<Path> entries = Files.list(publication)) {
          for (Path entry : entries.toList()) {
            if (goes(entry)) {
              FileTrees.delete(entry);
            }
          }
        }
        emptied.add(name);
      }
    } catch (IOException failure) {
      throw unwritable(failure);
    }
    return emptied;
  }

  private List<Path> publications() throws IOException {
    if (!Files.isDirectory(published)) {
      return List.of();
    }
    try (Stream<Path> found = Files.find(published, 2, (path, is) -> is.isDirectory())) {
      return found
          .filter(path -> Files.exists(path.resolve(Manifest.FILE)))
          .filter(path -> !path.getParent().equals(published))
          .sorted()
          .toList();
    }
  }

  /** Whatever it is: what the office's files were made of stands in a hidden one, with names. */
  private static boolean hasRemains(Path publication) throws IOException {
    try (Stream<Path> entries = Files.list(publication)) {
      return entries.anyMatch(PastPublications::goes);
    }
  }

  private static boolean goes(Path entry) {
    String file = entry.getFileName().toString();
    return !file.equals(Manifest.FILE) && !file.equals(ERASED);
  }

  private boolean tells(Path publication) throws IOException {
    Path folder = publication.resolve("csv");
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        if (tellsIn(file)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean tellsIn(Path file) throws IOException {
    String table = TableFile.table(file.getFileName().toString().replaceFirst("\\.csv$", ""));
    Map<String, Personal> personal = columns.get(table);
    if (personal != null && personal.isEmpty()) {
      return false;
    }
    try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8);
        CSVParser rows = FORMAT.parse(text)) {
      List<String> names = rows.getHeaderNames();
      for (CSVRecord row : rows) {
        for (int place = 0; place < Math.min(row.size(), names.size()); place++) {
          // A table that this program does not know may tell of persons anywhere.
          Personal kind =
              personal == null
                  ? Personal.TEXT
                  : personal.getOrDefault(names.get(place).replace("\uFEFF", ""), Personal.NOTHING);
          if (kind != Personal.NOTHING && isNamed(row.get(place), kind)) {
            return true;
          }
          // As in the lake: what quotes a refused record may hold any word of it.
          if (kind == Personal.TEXT
              && table.equals(Tables.REJECTED_RECORD)
              && !names.get(place).equals(PATH)
              && tombstones.areNamedIn(row.get(place))) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private boolean isNamed(String cell, Personal kind) {
    // The apostrophe keeps a spreadsheet from taking text for a formula.
    String value = cell.startsWith("'") ? cell.substring(1) : cell;
    return tombstones.hasSubject(value)
        || (kind == Personal.TEXT && !tombstones.blotted(value).equals(value));
  }

  private PipelineException unwritable(IOException failure) {
    return new PipelineException(
        Fault.of(ErrorCode.PUBLICATION_UNWRITABLE, published.toString(), Reason.of(failure)),
        failure);
  }
}

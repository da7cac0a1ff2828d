package vn.chuyencan.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.chuyencan.table.TableContract;
import vn.chuyencan.table.Visibility;

/**
 * Publishes one table as CSV and Parquet, a long one in parts: a part in which nothing changed is
 * the latest publication's, whole; of any other only the segments that changed are read and
 * encoded.
 */
final class TablePublisher {
  /** Rows that are sorted in memory; of wide rows some hundred megabytes. */
  static final int RUN_ROWS = 250_000;

  private final TableContract table;
  private final CsvMark mark;
  private final TableParts parts;
  private final SegmentListener listener;
  private final int runRows;

  TablePublisher(
      TableContract table, CsvMark mark, TableParts parts, SegmentListener listener, int runRows) {
    this.table = table;
    this.mark = mark;
    this.parts = parts;
    this.listener = listener;
    this.runRows = runRows;
  }

  /** What the manifest tells of a file that the index describes. */
  static Manifest.Table manifest(TableFile file, SegmentIndex.Table published) {
    TableContract table = file.table();
    return new Manifest.Table(
        table.name(),
        table.version().toString(),
        published.rows(),
        published.digest(),
        // What depends on the institution's own registers is no part of the digest either.
        table.visibility() != Visibility.PUBLISHED,
        file.csv(),
        file.parquet());
  }

  /**
   * Writes {@code csv/<file>.csv} and {@code parquet/<file>.parquet} below the folder, whose
   * folders are there, for each part of the table.
   *
   * @param previous what may be copied
   * @return what was written, by file
   * @throws vn.chuyencan.error.PipelineException TABLE_CONTRACT_BROKEN when a row breaks the
   *     contract or two rows cannot be told apart by its order
   */
  Map<TableFile, SegmentIndex.Table> publish(
      TableSource source, PreviousPublication previous, Path folder) throws IOException {
    Optional<Cut> cut = source.cut();
    Map<String, PreviousTable> latest = previous.parts(table, cut);
    boolean damaged = latest.values().removeIf(part -> !intact(part));
    String revision = source.revision();
    Map<TableFile, SegmentIndex.Table> files = new LinkedHashMap<>();
    if (!damaged
        && !latest.isEmpty()
        && previous.isDividedBy(parts)
        && isAll(latest.values(), revision, cut)) {
      for (Map.Entry<String, PreviousTable> part : latest.entrySet()) {
        TableFile file = new TableFile(table, part.getKey());
        link(part.getValue(), file, folder);
        files.put(file, part.getValue().table());
      }
      return files;
    }
    for (Map.Entry<String, List<Segment>> part : parts.of(source.segments()).entrySet()) {
      TableFile file = new TableFile(table, part.getKey());
      files.put(
          file,
          publish(
              file,
              part.getValue(),
              Optional.ofNullable(latest.get(part.getKey())),
              cut,
              revision,
              folder));
    }
    return files;
  }

  /** Whether these are the table as it stands. */
  private static boolean isAll(
      Collection<PreviousTable> latest, String revision, Optional<Cut> cut) {
    return latest.stream()
        .allMatch(part -> part.table().revision().equals(revision) && part.valid(cut));
  }

  private SegmentIndex.Table publish(
      TableFile file,
      List<Segment> segments,
      Optional<PreviousTable> latest,
      Optional<Cut> cut,
      String revision,
      Path folder)
      throws IOException {
    if (latest.isPresent() && latest.get().hasAll(segments, cut)) {
      link(latest.get(), file, folder);
      return renewed(latest.get().table(), revision);
    }
    SegmentReader reader = new SegmentReader(table, cut, runRows);
    if (latest.isPresent()) {
      try {
        return write(file, segments, reader, latest, cut, folder, revision);
      } catch (DamagedPublication damaged) {
        listener.made(table.name(), "", SegmentListener.Origin.DAMAGED);
      }
    }
    return write(file, segments, reader, Optional.empty(), cut, folder, revision);
  }

  private SegmentIndex.Table write(
      TableFile file,
      List<Segment> segments,
      SegmentReader reader,
      Optional<PreviousTable> latest,
      Optional<Cut> cut,
      Path folder,
      String revision)
      throws IOException {
    Path csv = folder.resolve(file.csv());
    Path parquet = folder.resolve(file.parquet());
    Files.deleteIfExists(csv);
    Files.deleteIfExists(parquet);
    try (TableFiles files = new TableFiles(table, mark, csv, parquet, latest)) {
      for (List<Segment> group : SegmentGroups.of(segments)) {
        List<PreviousTable.Place> places = new ArrayList<>();
        for (Segment segment : group) {
          Optional<PreviousTable.Place> place = latest.flatMap(some -> some.find(segment, cut));
          places.add(place.orElse(null));
          listener.made(
              table.name(),
              segment.key(),
              place.isPresent() ? SegmentListener.Origin.COPIED : SegmentListener.Origin.BUILT);
        }
        files.add(group, places, reader);
      }
      return files.end(revision, cut.map(Cut::column).orElse(""));
    }
  }

  /**
   * The files are read once before anything is taken from them: a statistic in a Parquet footer
   * that lost a bit would be copied without a trace.
   */
  private boolean intact(PreviousTable latest) {
    boolean intact = latest.intact();
    if (!intact) {
      listener.made(table.name(), "", SegmentListener.Origin.DAMAGED);
    }
    return intact;
  }

  /** Gives the latest publication's files a name here too, or a copy. */
  private void link(PreviousTable latest, TableFile file, Path folder) throws IOException {
    FileLinks.link(latest.csv(), folder.resolve(file.csv()));
    FileLinks.link(latest.parquet(), folder.resolve(file.parquet()));
    listener.made(table.name(), "", SegmentListener.Origin.LINKED);
  }

  private static SegmentIndex.Table renewed(SegmentIndex.Table table, String revision) {
    return new SegmentIndex.Table(
        table.contract(),
        revision,
        table.cutColumn(),
        table.rows(),
        table.digest(),
        table.csv(),
        table.parquet(),
        table.segments(),
        table.groups());
  }
}

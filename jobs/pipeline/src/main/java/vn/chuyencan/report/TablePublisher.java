package vn.chuyencan.report;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.chuyencan.table.TableContract;
import vn.chuyencan.table.Visibility;

/**
 * Publishes one table as CSV and Parquet: a table in which nothing changed is the latest
 * publication's, whole; of any other only the segments that changed are read and encoded.
 */
final class TablePublisher {
  /** Rows that are sorted in memory; of wide rows some hundred megabytes. */
  static final int RUN_ROWS = 250_000;

  private final TableContract table;
  private final CsvMark mark;
  private final SegmentListener listener;
  private final int runRows;

  TablePublisher(TableContract table, CsvMark mark, SegmentListener listener, int runRows) {
    this.table = table;
    this.mark = mark;
    this.listener = listener;
    this.runRows = runRows;
  }

  /** Where a table's CSV lies in a publication. */
  static String csv(TableContract table) {
    return "csv/" + table.name() + ".csv";
  }

  /** Where a table's Parquet lies in a publication. */
  static String parquet(TableContract table) {
    return "parquet/" + table.name() + ".parquet";
  }

  /** What the manifest tells of a table that the index describes. */
  static Manifest.Table manifest(TableContract table, SegmentIndex.Table published) {
    return new Manifest.Table(
        table.name(),
        table.version().toString(),
        published.rows(),
        published.digest(),
        // What depends on the institution's own registers is no part of the digest either.
        table.visibility() != Visibility.PUBLISHED,
        csv(table),
        parquet(table));
  }

  /**
   * Writes {@code csv/<table>.csv} and {@code parquet/<table>.parquet} below the folder, whose
   * folders are there.
   *
   * @param previous what may be copied
   * @throws vn.chuyencan.error.PipelineException TABLE_CONTRACT_BROKEN when a row breaks the
   *     contract or two rows cannot be told apart by its order
   */
  SegmentIndex.Table publish(TableSource source, PreviousPublication previous, Path folder)
      throws IOException {
    Optional<Cut> cut = source.cut();
    Optional<PreviousTable> latest = intact(previous.table(table, cut));
    String revision = source.revision();
    if (latest.isPresent()
        && latest.get().table().revision().equals(revision)
        && latest.get().valid(cut)) {
      link(latest.get(), folder);
      return latest.get().table();
    }
    List<Segment> segments = source.segments();
    if (latest.isPresent() && latest.get().hasAll(segments, cut)) {
      link(latest.get(), folder);
      return renewed(latest.get().table(), revision);
    }
    SegmentReader reader = new SegmentReader(table, cut, runRows);
    if (latest.isPresent()) {
      try {
        return write(segments, reader, latest, cut, folder, revision);
      } catch (DamagedPublication damaged) {
        listener.made(table.name(), "", SegmentListener.Origin.DAMAGED);
      }
    }
    return write(segments, reader, Optional.empty(), cut, folder, revision);
  }

  private SegmentIndex.Table write(
      List<Segment> segments,
      SegmentReader reader,
      Optional<PreviousTable> latest,
      Optional<Cut> cut,
      Path folder,
      String revision)
      throws IOException {
    Path csv = folder.resolve(csv(table));
    Path parquet = folder.resolve(parquet(table));
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
  private Optional<PreviousTable> intact(Optional<PreviousTable> latest) {
    if (latest.isPresent() && !latest.get().intact()) {
      listener.made(table.name(), "", SegmentListener.Origin.DAMAGED);
      return Optional.empty();
    }
    return latest;
  }

  /** Gives the latest publication's files a name here too, or a copy. */
  private void link(PreviousTable latest, Path folder) throws IOException {
    link(latest.csv(), folder.resolve(csv(table)));
    link(latest.parquet(), folder.resolve(parquet(table)));
    listener.made(table.name(), "", SegmentListener.Origin.LINKED);
  }

  private static void link(Path existing, Path name) throws IOException {
    try {
      Files.createLink(name, existing);
    } catch (UnsupportedOperationException | FileSystemException noMoreNamesHere) {
      Files.copy(existing, name);
    }
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

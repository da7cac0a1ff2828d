package vn.chuyencan.report;

import static vn.chuyencan.error.ErrorCode.PUBLICATION_UNWRITABLE;
import static vn.chuyencan.error.ErrorCode.TABLE_CONTRACT_BROKEN;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.error.Reason;
import vn.chuyencan.table.FileTrees;
import vn.chuyencan.table.TableContract;
import vn.chuyencan.table.Tables;
import vn.chuyencan.work.SideBySide;

/**
 * The publication directory: {@code <as-of>/<run>/} holds a publication ({@code csv/}, {@code
 * parquet/}, {@code manifest.json}), {@code latest} names the newest, {@code ledger.csv} lists all.
 *
 * <p>A publication is made in a hidden folder, brought to the disk, renamed, and only then becomes
 * the latest; whoever reads {@code latest} sees all of one publication at any moment, and a run
 * that breaks off leaves nothing but a hidden folder that the next run removes. One run at a time:
 * the caller holds the lock.
 */
public final class Publication {
  private static final String STAGING = ".staging-";
  private static final int TABLES_SIDE_BY_SIDE = 2;

  private final Path published;
  private final ManifestSeal seal;
  private final Ledger ledger;
  private final List<TableContract> tables;
  private final PublicationListener listener;
  private final SegmentListener segments;
  private LatestPublication.Move move = LatestPublication.Move.ALWAYS;
  private Supplier<? extends Map<String, ? extends TableSource>> besides = Map::of;
  private TableParts parts = TableParts.NONE;

  Publication(
      Path published,
      ManifestSeal seal,
      List<TableContract> tables,
      PublicationListener listener,
      SegmentListener segments) {
    this.segments = segments;
    this.published = published;
    this.seal = seal;
    this.ledger = new Ledger(published);
    this.tables = tables.stream().sorted(Comparator.comparing(TableContract::name)).toList();
    this.listener = listener;
  }

  /**
   * The publication of all published tables.
   *
   * @param published a directory of a local file system; made when it is not there
   * @param seal the institution's, on the manifest
   */
  public static Publication into(Path published, ManifestSeal seal, PublicationListener listener) {
    return new Publication(
        published, seal, Tables.published(), listener, (table, segment, origin) -> {});
  }

  /**
   * From now on tables are published besides that are made for it.
   *
   * @param made makes some of {@link Tables#requested}; asked once, by the publishing thread, while
   *     other threads write the tables that are there already
   */
  public Publication with(Supplier<? extends Map<String, ? extends TableSource>> made) {
    this.besides = made;
    return this;
  }

  /**
   * Refuses a directory whose list of publications could not be gone on with, for who has hours of
   * work before publishing.
   *
   * @throws PipelineException LEDGER_BROKEN, PUBLICATION_UNWRITABLE
   */
  public static void requireList(Path published) {
    try {
      Ledger.read(published);
    } catch (IOException failure) {
      throw unwritable(published, failure);
    }
  }

  /** From now on long tables are published in these parts. */
  public Publication dividedBy(TableParts division) {
    this.parts = division;
    return this;
  }

  /** From now on what is published becomes the latest then and only then. */
  public Publication moving(LatestPublication.Move when) {
    this.move = when;
    return this;
  }

  /**
   * Publishes. The files depend on nothing but the rows: neither on their order and division in the
   * lake nor on what was copied, nor on the machine, its zone or its language. To publish the same
   * run again with the same content changes nothing.
   *
   * @param header what the run tells about itself
   * @param rows the rows of every published table by its name
   * @return the manifest as it was written
   * @throws PipelineException TABLE_CONTRACT_BROKEN when a table is missing or breaks its contract;
   *     PUBLICATION_UNWRITABLE when the directory cannot be written, or the run has already
   *     published something else; in both cases the latest publication stays what it was
   */
  public Manifest publish(
      PublicationHeader header, Map<String, ? extends TableSource> rows, CsvMark mark) {
    return publish(header, rows, mark, PublicationSupplement.NONE);
  }

  /**
   * The same with what else is written of the tables.
   *
   * @throws PipelineException as the other does
   */
  public Manifest publish(
      PublicationHeader header,
      Map<String, ? extends TableSource> rows,
      CsvMark mark,
      PublicationSupplement supplement) {
    requireTables(rows);
    try {
      return stage(header, rows, mark, supplement);
    } catch (IOException failure) {
      throw unwritable(published, failure);
    }
  }

  private Manifest stage(
      PublicationHeader header,
      Map<String, ? extends TableSource> rows,
      CsvMark mark,
      PublicationSupplement supplement)
      throws IOException {
    Files.createDirectories(published);
    removeRemains();
    Path staging = Files.createDirectory(published.resolve(STAGING + header.runId()));
    listener.reached(PublicationStep.STAGING_READY, header.runId());
    SortedMap<TableFile, SegmentIndex.Table> written = write(header, rows, mark, staging);
    Manifest.Site site =
        supplement
            .write(
                header,
                new PublishedTables(staging, mark, written),
                staging,
                LatestPublication.find(published))
            .orElse(null);
    Path publication = Path.of(header.asOf().toString(), header.runId());
    Manifest manifest =
        seal.seal(
            manifest(
                header,
                written.entrySet().stream()
                    .map(file -> TablePublisher.manifest(file.getKey(), file.getValue()))
                    .toList(),
                chain(published.resolve(publication)),
                site));
    byte[] bytes = ManifestFile.bytes(manifest);
    Files.write(staging.resolve(Manifest.FILE), bytes);
    Map<String, SegmentIndex.Table> index = new TreeMap<>();
    written.forEach((file, table) -> index.put(file.name(), table));
    new SegmentIndex(SegmentIndex.FORMAT, header.codeVersion(), mark, parts.digest(), index)
        .write(staging);
    listener.reached(PublicationStep.MANIFEST_WRITTEN, header.runId());
    DurableFiles.syncTree(staging);
    listener.reached(PublicationStep.SYNCED, header.runId());

    putInPlace(staging, published.resolve(publication), bytes);
    listener.reached(PublicationStep.IN_PLACE, header.runId());
    ledger.add(manifest, bytes);
    if (LatestPublication.moves(published, header.asOf(), move)) {
      LatestPublication.move(published, publication);
    }
    listener.reached(PublicationStep.LATEST_MOVED, header.runId());
    return manifest;
  }

  /** Its link of the chain; who publishes the same again has the link that it has. */
  private Manifest.Chain chain(Path publication) throws IOException {
    if (Files.exists(publication.resolve(Manifest.FILE))) {
      Manifest.Chain had = ManifestFile.read(publication).chain();
      if (had != null) {
        return had;
      }
    }
    return ledger.next(seal);
  }

  /** Writes the tables, two at a time; the listener hears of them here and in their order. */
  private SortedMap<TableFile, SegmentIndex.Table> write(
      PublicationHeader header, Map<String, ? extends TableSource> rows, CsvMark mark, Path staging)
      throws IOException {
    PreviousPublication previous = PreviousPublication.find(published, header.codeVersion(), mark);
    Files.createDirectory(staging.resolve("csv"));
    Files.createDirectory(staging.resolve("parquet"));
    SortedMap<TableFile, SegmentIndex.Table> written = new TreeMap<>();
    try (SideBySide work = new SideBySide(TABLES_SIDE_BY_SIDE, "publication")) {
      Map<String, Future<Map<TableFile, SegmentIndex.Table>>> running = new TreeMap<>();
      BiConsumer<String, TableSource> begin =
          (name, source) -> {
            TablePublisher publisher =
                new TablePublisher(contract(name), mark, parts, segments, TablePublisher.RUN_ROWS);
            running.put(name, work.submit(() -> publisher.publish(source, previous, staging)));
          };
      rows.forEach(begin);
      besides.get().forEach(begin);
      for (Map.Entry<String, Future<Map<TableFile, SegmentIndex.Table>>> table :
          running.entrySet()) {
        written.putAll(SideBySide.result(table.getValue()));
        listener.reached(PublicationStep.TABLE_WRITTEN, table.getKey());
      }
    }
    return written;
  }

  /** Of a table of every publication, or of one that was made for this. */
  private TableContract contract(String name) {
    return tables.stream()
        .filter(table -> table.name().equals(name))
        .findFirst()
        .orElseGet(() -> TableContract.of(name));
  }

  private void removeRemains() throws IOException {
    for (String prefix : List.of(STAGING, LatestPublication.PREPARED, Ledger.PREPARED)) {
      for (Path remains : DurableFiles.entries(published, prefix)) {
        FileTrees.delete(remains);
      }
    }
  }

  private void putInPlace(Path staging, Path publication, byte[] manifest) throws IOException {
    Files.createDirectories(publication.getParent());
    if (Files.exists(publication)) {
      byte[] existing = Files.readAllBytes(publication.resolve(Manifest.FILE));
      if (!Arrays.equals(existing, manifest)) {
        throw new FileSystemException(
            publication.toString(), null, Reason.PUBLISHED_OTHERWISE.mark());
      }
      FileTrees.delete(staging);
      return;
    }
    Files.move(staging, publication, StandardCopyOption.ATOMIC_MOVE);
    DurableFiles.syncFolder(publication.getParent());
    DurableFiles.syncFolder(published);
  }

  private static Manifest manifest(
      PublicationHeader header,
      List<Manifest.Table> written,
      Manifest.Chain chain,
      Manifest.Site site) {
    Sha256 digest = new Sha256();
    for (Manifest.Table table : written) {
      if (!table.operational()) {
        digest.line(table.digest() + "  " + table.csv());
      }
    }
    return new Manifest(
        Manifest.FORMAT,
        header.runId(),
        header.asOf(),
        header.codeVersion(),
        digest.hex(),
        header.configuration(),
        header.registers(),
        new TreeMap<>(header.policies()),
        new TreeMap<>(header.inputs()),
        new TreeMap<>(header.counts()),
        written,
        header.record(),
        chain,
        site);
  }

  private void requireTables(Map<String, ? extends TableSource> rows) {
    List<Fault> faults = new ArrayList<>();
    for (TableContract table : tables) {
      if (!rows.containsKey(table.name())) {
        faults.add(
            Fault.of(TABLE_CONTRACT_BROKEN, table.name(), "it is missing from the publication"));
      }
    }
    List<String> names = tables.stream().map(TableContract::name).toList();
    for (String name : new TreeMap<>(rows).keySet()) {
      if (!names.contains(name)) {
        faults.add(Fault.of(TABLE_CONTRACT_BROKEN, name, "it is not a published table"));
      }
    }
    if (!faults.isEmpty()) {
      throw new PipelineException(faults);
    }
  }

  private static PipelineException unwritable(Path published, IOException failure) {
    return new PipelineException(
        Fault.of(PUBLICATION_UNWRITABLE, published.toString(), Reason.of(failure)), failure);
  }
}

package vn.chuyencan.report;

import static vn.chuyencan.error.ErrorCode.PUBLICATION_UNWRITABLE;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Future;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.error.Reason;
import vn.chuyencan.table.FileTrees;
import vn.chuyencan.table.TableContract;
import vn.chuyencan.table.Tables;
import vn.chuyencan.work.SideBySide;

/**
 * What an office gets that knows its learners by name: of a publication the tables that name
 * persons, with the full name beside every id, in a folder of its own that only its owner and group
 * may enter. The analysts' publication stays as it is and names nobody.
 */
public final class OfficePublication {
  private static final String STAGING = ".staging-";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path office;
  private final Map<String, String> names;
  private Map<String, List<Object[]>> complete = Map.of();

  /**
   * @param office the folder of this audience
   * @param names full name by learner
   */
  public OfficePublication(Path office, Map<String, String> names) {
    this.office = office;
    this.names = Map.copyOf(names);
  }

  /**
   * Tables of which analysts got a part: the office gets all of them.
   *
   * @param tables rows by table, some of {@link Tables#requested}
   */
  public OfficePublication complete(Map<String, List<Object[]>> tables) {
    this.complete = Map.copyOf(tables);
    return this;
  }

  /**
   * What lies ready for the office.
   *
   * @param digests SHA-256 by file, but for pages
   */
  public record Prepared(Path staging, Map<String, String> digests, Optional<Manifest.Site> site) {

    public Prepared {
      digests = Map.copyOf(digests);
    }
  }

  /**
   * Makes in a hidden folder what the office will get, of the tables that analysts will; so it can
   * be done beside what else is made of these.
   *
   * @param header what the run tells about itself
   * @param tables the analysts' tables
   * @param from the folder in which they are
   * @param supplement what else is written of the tables
   */
  public Prepared prepare(
      PublicationHeader header, PublishedTables tables, Path from, PublicationSupplement supplement)
      throws IOException {
    Files.createDirectories(office);
    close(office, "rwxr-x---");
    for (String prefix : List.of(STAGING, LatestPublication.PREPARED)) {
      for (Path remains : DurableFiles.entries(office, prefix)) {
        FileTrees.delete(remains);
      }
    }
    Path staging = Files.createDirectory(office.resolve(STAGING + header.runId()));
    Files.createDirectory(staging.resolve("csv"));
    Map<String, String> digests = new TreeMap<>();
    Optional<Path> latest = LatestPublication.find(office);
    OfficeFiles files = new OfficeFiles(names, tables, from, staging, latest, header.codeVersion());
    for (TableContract table : Tables.published()) {
      if (OfficeFiles.namesPersons(table)) {
        for (TableFile file : tables.files(table.name())) {
          digests.put(file.csv(), files.put(file));
        }
      }
    }
    Map<String, RequestedTable> whole = new TreeMap<>();
    complete.forEach((name, rows) -> whole.put(name, new RequestedTable(name, rows)));
    for (Map.Entry<String, RequestedTable> table : whole.entrySet()) {
      String name = "csv/" + table.getKey() + ".csv";
      // Never into a file that is there: it may be an earlier publication's too.
      Files.write(staging.resolve(name), table.getValue().csv(), StandardOpenOption.CREATE_NEW);
      digests.put(name, SiteTree.digest(staging.resolve(name)));
    }
    Optional<Manifest.Site> site = supplement.write(header, tables.with(whole), staging, latest);
    if (site.isPresent()) {
      // Pages tell of tables without persons too, and lead to their files.
      for (TableFile file : tables.files()) {
        if (!digests.containsKey(file.csv())) {
          digests.put(file.csv(), files.put(file));
        }
      }
    }
    files.index().write(staging);
    return new Prepared(staging, digests, site);
  }

  /**
   * Publishes for the office what lies ready. It becomes the office's latest where that is the
   * analysts' latest; a past night that was run again does not.
   *
   * @param published the analysts' publication directory
   * @param manifest the manifest of what was published there
   * @throws PipelineException PUBLICATION_UNWRITABLE
   */
  public void publish(Path published, Manifest manifest, Future<Prepared> ready) {
    try {
      Prepared prepared = SideBySide.result(ready);
      Path staging = prepared.staging();
      Path publication = Path.of(manifest.asOf().toString(), manifest.runId());
      Files.write(staging.resolve(Manifest.FILE), manifest(manifest, prepared));
      closeAll(staging);
      DurableFiles.syncTree(staging);
      Path place = office.resolve(publication);
      Files.createDirectories(place.getParent());
      if (Files.exists(place)) {
        FileTrees.delete(place);
      }
      Files.move(staging, place, StandardCopyOption.ATOMIC_MOVE);
      if (isLatest(published, published.resolve(publication))) {
        LatestPublication.move(office, publication);
      }
    } catch (IOException failure) {
      throw new PipelineException(
          Fault.of(PUBLICATION_UNWRITABLE, office.toString(), Reason.of(failure)), failure);
    }
  }

  private static boolean isLatest(Path published, Path publication) throws IOException {
    Optional<Path> latest = LatestPublication.find(published);
    return latest.isPresent() && Files.isSameFile(latest.get(), publication);
  }

  private static byte[] manifest(Manifest of, Prepared prepared) throws IOException {
    ObjectNode root = JSON.createObjectNode();
    root.put("format", 1);
    root.put("audience", "office");
    root.put("run_id", of.runId());
    root.put("as_of", of.asOf().toString());
    root.put("code_version", of.codeVersion());
    root.put("analyst_digest", of.digest());
    ArrayNode files = root.putArray("files");
    new TreeMap<>(prepared.digests())
        .forEach((name, digest) -> files.addObject().put("name", name).put("sha256", digest));
    prepared.site().ifPresent(pages -> root.set("site", JSON.valueToTree(pages)));
    return (JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static void closeAll(Path folder) throws IOException {
    try (var all = Files.walk(folder)) {
      for (Path path : all.toList()) {
        close(path, Files.isDirectory(path) ? "rwxr-x---" : "rw-r-----");
      }
    }
  }

  private static void close(Path path, String permissions) throws IOException {
    if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }
  }
}

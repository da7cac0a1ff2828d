package vn.chuyencan.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.work.Meter;

/**
 * Whether publications are what they were when they were published: every CSV file against its
 * digest, the manifest against its seal, and the chain from one to the next.
 */
public final class PublicationCheck {
  private static final int BUFFER = 1 << 16;
  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final Path published;
  private final ManifestSeal seal;

  /**
   * @param published the publication directory
   */
  public PublicationCheck(Path published, ManifestSeal seal) {
    this.published = published;
    this.seal = seal;
  }

  /**
   * What the check of the chain tells.
   *
   * @param publications how many lines the ledger has
   * @param gone how many of them are no longer there
   * @param emptied how many told of a person who was erased since: only their manifest is left
   * @param otherKey how many are sealed under another key, so that their seals were not tried
   * @param unlisted publications from before there was a ledger, or of a run that died at its end
   * @param faults whatever is not as it was
   */
  public record Chain(
      long publications,
      long gone,
      long emptied,
      long otherKey,
      List<String> unlisted,
      List<Fault> faults) {

    public Chain {
      unlisted = List.copyOf(unlisted);
      faults = List.copyOf(faults);
    }
  }

  /** The folder of a run's publication; empty where it is not there. */
  public Optional<Path> find(String runId) throws IOException {
    return publications().stream()
        .filter(folder -> folder.getFileName().toString().equals(runId))
        .findFirst();
  }

  /** The folders of all publications, by as-of date and run. */
  public List<Path> publications() throws IOException {
    return publications(published);
  }

  /**
   * The folders of all publications of a directory, by as-of date and run; none where it is not
   * there.
   */
  public static List<Path> publications(Path published) throws IOException {
    List<Path> folders = new ArrayList<>();
    if (!Files.isDirectory(published)) {
      return folders;
    }
    try (Stream<Path> days = Files.list(published)) {
      for (Path day :
          days.filter(path -> path.getFileName().toString().matches("\\d{4}-\\d{2}-\\d{2}"))
              .sorted()
              .toList()) {
        try (Stream<Path> runs = Files.list(day)) {
          runs.filter(run -> Files.isRegularFile(run.resolve(Manifest.FILE)))
              .sorted(Comparator.comparing(Path::getFileName))
              .forEach(folders::add);
        }
      }
    }
    return folders;
  }

  /**
   * One publication by itself.
   *
   * @return what is not as it was published
   */
  public List<Fault> check(Path publication) throws IOException {
    List<Fault> faults = new ArrayList<>();
    Manifest manifest = ManifestFile.read(publication);
    String name = published.relativize(publication).toString();
    if (manifest.chain() != null
        && manifest.chain().key().equals(seal.keyName())
        && !seal.holds(manifest)) {
      faults.add(changed(name + "/" + Manifest.FILE));
    }
    Sha256 whole = new Sha256();
    boolean emptied = isEmptied(publication);
    for (Manifest.Table table : manifest.tables()) {
      try {
        if (!emptied && !digest(publication.resolve(table.csv())).equals(table.digest())) {
          faults.add(changed(name + "/" + table.csv()));
        }
      } catch (NoSuchFileException gone) {
        faults.add(changed(name + "/" + table.csv()));
      }
      if (!table.operational()) {
        whole.line(table.digest() + "  " + table.csv());
      }
    }
    if (manifest.site() != null
        && !emptied
        && !SiteTree.of(publication).digest().equals(manifest.site().digest())) {
      faults.add(changed(name + "/" + SiteTree.FOLDER));
    }
    if (!whole.hex().equals(manifest.digest())) {
      faults.add(changed(name + "/" + Manifest.FILE));
    }
    for (String file : unnamed(publication, manifest)) {
      faults.add(Fault.of(ErrorCode.FILE_NOT_PUBLISHED, name + "/" + file));
    }
    return faults;
  }

  /**
   * Files that somebody put beside those of the publication, by name: a reader would take them for
   * published ones. The pages have a digest of their own, which such a file changes.
   */
  private static List<String> unnamed(Path publication, Manifest manifest) throws IOException {
    Set<String> named =
        new HashSet<>(Set.of(Manifest.FILE, SegmentIndex.FILE, PastPublications.ERASED));
    for (Manifest.Table table : manifest.tables()) {
      named.add(table.csv());
      named.add(table.parquet());
    }
    try (Stream<Path> files = Files.walk(publication)) {
      return files
          .filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
          .map(file -> publication.relativize(file).toString().replace('\\', '/'))
          .filter(file -> !named.contains(file))
          .filter(file -> manifest.site() == null || !file.startsWith(SiteTree.FOLDER + "/"))
          .sorted()
          .toList();
    }
  }

  /** Whether somebody was erased from it, which leaves nothing but the manifest. */
  private static boolean isEmptied(Path publication) {
    return Files.isRegularFile(publication.resolve(PastPublications.ERASED));
  }

  private static Fault changed(String file) {
    return Fault.of(ErrorCode.PUBLICATION_CHANGED, file);
  }

  private static String digest(Path csv) throws IOException {
    Sha256 digest = new Sha256();
    try (InputStream in = Files.newInputStream(csv)) {
      byte[] first = in.readNBytes(MARK.length);
      // The mark is for Excel and no part of what is vouched for.
      if (!Arrays.equals(first, MARK)) {
        digest.update(first, 0, first.length);
      }
      byte[] buffer = new byte[BUFFER];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    }
    return digest.hex();
  }

  /**
   * A publication that the list does not name. A run that died at its end left it behind the last
   * one of then; whatever else is not listed was taken out of the list.
   */
  private List<Fault> unlisted(Path folder, Set<String> listed) throws IOException {
    String name = published.relativize(folder).toString();
    if (!isReadable(folder)) {
      return List.of(changed(name + "/" + Manifest.FILE));
    }
    List<Fault> faults = new ArrayList<>(check(folder));
    Manifest manifest = ManifestFile.read(folder);
    if (manifest.chain() != null
        && !manifest.chain().previous().isEmpty()
        && !listed.contains(manifest.chain().previous())) {
      faults.add(
          Fault.of(
              ErrorCode.CHAIN_BROKEN,
              name,
              manifest.runId(),
              Long.toString(manifest.chain().sequence())));
    }
    return faults;
  }

  private static boolean isReadable(Path folder) throws IOException {
    try {
      ManifestFile.read(folder);
      return true;
    } catch (JsonProcessingException | CharacterCodingException broken) {
      return false;
    }
  }

  /** All publications and how they hang together. */
  public Chain chain(Meter meter) throws IOException {
    List<Ledger.Line> lines = Ledger.read(published);
    meter.begin(lines.size());
    Map<String, Path> there = new TreeMap<>();
    for (Path folder : publications()) {
      there.put(folder.getFileName().toString(), folder);
    }
    List<Fault> faults = new ArrayList<>();
    long gone = 0;
    long otherKey = 0;
    long emptied = 0;
    Ledger.Line before = null;
    for (Ledger.Line line : lines) {
      if (before != null
          && (!line.previous().equals(before.manifest())
              || line.sequence() != before.sequence() + 1)) {
        faults.add(
            Fault.of(
                ErrorCode.CHAIN_BROKEN, Ledger.FILE, line.runId(), Long.toString(line.sequence())));
      }
      before = line;
      Path folder = there.remove(line.runId());
      if (folder == null) {
        Path left = published.resolve(line.asOf()).resolve(line.runId());
        if (Files.isDirectory(left)) {
          faults.add(changed(published.relativize(left) + "/" + Manifest.FILE));
        } else {
          gone++;
        }
        continue;
      }
      if (!Sha256.of(Files.readAllBytes(folder.resolve(Manifest.FILE))).equals(line.manifest())) {
        faults.add(changed(published.relativize(folder) + "/" + Manifest.FILE));
      }
      if (!isReadable(folder)) {
        continue;
      }
      Manifest manifest = ManifestFile.read(folder);
      if (manifest.chain() == null || !manifest.chain().previous().equals(line.previous())) {
        faults.add(
            Fault.of(
                ErrorCode.CHAIN_BROKEN,
                published.relativize(folder).toString(),
                line.runId(),
                Long.toString(line.sequence())));
      } else if (!manifest.chain().key().equals(seal.keyName())) {
        otherKey++;
      }
      emptied += isEmptied(folder) ? 1 : 0;
      faults.addAll(check(folder));
      meter.add();
    }
    Set<String> known = lines.stream().map(Ledger.Line::manifest).collect(Collectors.toSet());
    for (Path folder : there.values()) {
      faults.addAll(unlisted(folder, known));
    }
    return new Chain(lines.size(), gone, emptied, otherKey, List.copyOf(there.keySet()), faults);
  }
}

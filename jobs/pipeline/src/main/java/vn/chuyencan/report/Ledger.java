package vn.chuyencan.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;

/**
 * The list of all publications that ever were, in order: {@code published/ledger.csv}. A
 * publication may be taken away one day; its line stays, so that the chain can still be followed.
 */
public final class Ledger {
  /** Its name within the publication directory. */
  public static final String FILE = "ledger.csv";

  static final String PREPARED = ".ledger-";
  private static final String HEADER = "sequence,run_id,as_of,manifest_sha256,previous_sha256";

  private final Path published;

  Ledger(Path published) {
    this.published = published;
  }

  /**
   * One publication.
   *
   * @param sequence the how manieth it is, from 1
   * @param runId its run
   * @param asOf its as-of date, ISO
   * @param manifest SHA-256 of its manifest file
   * @param previous SHA-256 of the manifest file of the publication before; empty of the first
   */
  public record Line(long sequence, String runId, String asOf, String manifest, String previous) {

    private String text() {
      return String.join(",", Long.toString(sequence), runId, asOf, manifest, previous);
    }

    /** Empty where it is no line of this list. */
    private static Optional<Line> of(String text) {
      String[] cells = text.split(",", -1);
      return cells.length == 5 && cells[0].matches("[0-9]{1,18}")
          ? Optional.of(new Line(Long.parseLong(cells[0]), cells[1], cells[2], cells[3], cells[4]))
          : Optional.empty();
    }
  }

  /**
   * All lines of a publication directory.
   *
   * @throws IOException when the file cannot be read
   * @throws PipelineException {@link ErrorCode#LEDGER_BROKEN} when it is not such a list
   */
  public static List<Line> read(Path published) throws IOException {
    Path file = published.resolve(FILE);
    if (!Files.exists(file)) {
      return List.of();
    }
    List<Line> lines = new ArrayList<>();
    int number = 0;
    // Bytes that are no text are told like any other line that is none.
    String whole = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    for (String text : whole.lines().toList()) {
      number++;
      if (!text.equals(HEADER)) {
        int line = number;
        lines.add(
            Line.of(text)
                .orElseThrow(
                    () ->
                        new PipelineException(
                            Fault.at(ErrorCode.LEDGER_BROKEN, file.toString(), line, ""))));
      }
    }
    return lines;
  }

  /** The next link: after the last line or, where there is no list yet, after the latest. */
  Manifest.Chain next(ManifestSeal seal) throws IOException {
    List<Line> lines = read(published);
    if (!lines.isEmpty()) {
      Line last = lines.get(lines.size() - 1);
      return new Manifest.Chain(last.sequence() + 1, last.manifest(), seal.keyName(), "");
    }
    Optional<Path> latest = LatestPublication.find(published);
    Path manifest = latest.map(path -> path.resolve(Manifest.FILE)).orElse(null);
    String previous =
        manifest == null || !Files.isRegularFile(manifest)
            ? ""
            : Sha256.of(Files.readAllBytes(manifest));
    return new Manifest.Chain(1, previous, seal.keyName(), "");
  }

  /** Adds a publication, unless it is there. */
  void add(Manifest manifest, byte[] file) throws IOException {
    Manifest.Chain chain = manifest.chain();
    Line line =
        new Line(
            chain.sequence(),
            manifest.runId(),
            manifest.asOf().toString(),
            Sha256.of(file),
            chain.previous());
    List<Line> lines = new ArrayList<>(read(published));
    if (lines.contains(line)) {
      return;
    }
    lines.add(line);
    StringBuilder text = new StringBuilder(HEADER).append('\n');
    lines.forEach(each -> text.append(each.text()).append('\n'));
    Path prepared = published.resolve(PREPARED + manifest.runId());
    Files.writeString(prepared, text, StandardCharsets.UTF_8);
    DurableFiles.syncFile(prepared);
    Files.move(
        prepared,
        published.resolve(FILE),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }
}

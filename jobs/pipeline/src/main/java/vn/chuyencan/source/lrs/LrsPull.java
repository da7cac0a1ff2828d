package vn.chuyencan.source.lrs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.error.Reason;
import vn.chuyencan.table.FileTrees;
import vn.chuyencan.work.Meter;

/**
 * Brings what an LRS stored since the last committed pull into files of statements.
 *
 * <p>A pull that dies leaves no trace in the cursor: the next one asks for the same again. So the
 * caller ingests the folder and then commits the cursor together with what was ingested.
 */
public final class LrsPull {
  /** Uncompressed; files of it are read side by side. */
  private static final long FILE_BYTES = 32L << 20;

  private final LrsSettings settings;
  private final Path spool;
  private final Sleeper sleeper;
  private final long fileBytes;
  private final Meter meter;

  /**
   * @param settings whom to ask, and how
   * @param spool a local folder that belongs to this source alone, and to one lake
   * @param meter counts the statements that came
   */
  public LrsPull(LrsSettings settings, Path spool, Meter meter) {
    this(settings, spool, Sleeper.THREAD, FILE_BYTES, meter);
  }

  LrsPull(LrsSettings settings, Path spool, Sleeper sleeper, long fileBytes, Meter meter) {
    this.meter = meter;
    this.settings = settings;
    this.spool = spool;
    this.sleeper = sleeper;
    this.fileBytes = fileBytes;
  }

  /**
   * Pulls to the end.
   *
   * @param committed the cursor that the lake holds; null: none yet
   * @throws PipelineException {@link ErrorCode#LRS_UNREACHABLE}, {@link
   *     ErrorCode#LRS_ACCESS_DENIED}, {@link ErrorCode#LRS_REFUSES}, {@link
   *     ErrorCode#LRS_LEAVES_ITS_HOST}, {@link ErrorCode#LRS_REPEATS_PAGES}, {@link
   *     ErrorCode#LRS_MORE_EXPIRES}, {@link ErrorCode#LRS_NOT_TRUSTED}, {@link
   *     ErrorCode#SPOOL_UNWRITABLE}, {@link ErrorCode#SECRET_FILE_UNUSABLE}, {@link
   *     ErrorCode#TRUST_STORE_UNUSABLE}; nothing is to be committed then
   */
  public LrsPulled pull(LrsCursor committed) {
    long number = committed == null ? 1 : committed.pulls() + 1;
    boolean goesOn = committed != null && committed.isOf(settings.url(), settings.since());
    LrsCursor from = goesOn ? committed : null;
    try {
      return pull(number, from);
    } catch (IOException e) {
      throw unwritable(settings, spool.toString(), e);
    } catch (InterruptedException e) {
      throw interrupted(settings, e);
    }
  }

  /**
   * Asks for one statement and throws it away. What may pass is asked for twice, not all night.
   *
   * @throws PipelineException as {@link #pull} does
   */
  static void ask(LrsSettings settings) {
    LrsPatience usual = settings.patience();
    LrsSettings once =
        new LrsSettings(
            settings.source(),
            settings.url(),
            settings.access(),
            settings.limit(),
            settings.filtersOn(),
            settings.overlap(),
            settings.since(),
            settings.version(),
            new LrsPatience(
                usual.connectTimeout(),
                usual.timeout(),
                Math.min(1, usual.maxRetries()),
                usual.pause()),
            settings.route());
    Endpoint endpoint = new Endpoint(settings.url());
    try {
      Path folder = Files.createTempDirectory("chuyencan-lrs-");
      try {
        new LrsClient(once, endpoint, Sleeper.THREAD)
            .page(endpoint.query(settings.since(), 1), false, folder);
      } finally {
        FileTrees.delete(folder);
      }
    } catch (IOException e) {
      throw unwritable(settings, System.getProperty("java.io.tmpdir"), e);
    } catch (LrsClient.PageForgotten impossible) {
      throw new IllegalStateException("a first page is nobody's continuation", impossible);
    } catch (InterruptedException e) {
      throw interrupted(settings, e);
    }
  }

  private static PipelineException unwritable(LrsSettings settings, String where, IOException e) {
    return new PipelineException(
        Fault.of(ErrorCode.SPOOL_UNWRITABLE, settings.source(), where, Reason.of(e)), e);
  }

  private static IllegalStateException interrupted(LrsSettings settings, InterruptedException e) {
    Thread.currentThread().interrupt();
    return new IllegalStateException("The pull of " + settings.source() + " was stopped.", e);
  }

  private LrsPulled pull(long number, LrsCursor from) throws IOException, InterruptedException {
    SpoolFolders folders = new SpoolFolders(spool);
    Endpoint endpoint = new Endpoint(settings.url());
    LrsClient client = new LrsClient(settings, endpoint, sleeper);
    FiltersOn filter = settings.filtersOn();
    if (filter == FiltersOn.AUTO && from != null && from.filtersOn() == FiltersOn.TIMESTAMP) {
      filter = FiltersOn.TIMESTAMP;
    }
    Instant since = since(from, filter);
    Path folder = folders.begin(number);
    PullRun run = new PullRun(settings, endpoint, client, filter, since, meter);
    run.toTheEnd(folder, fileBytes);
    if (filter == FiltersOn.AUTO && run.order().isNotByStored()) {
      filter = FiltersOn.TIMESTAMP;
      Instant wider = since(from, filter);
      // Without any since all was asked for already.
      if (since != null && wider.isBefore(since)) {
        folder = folders.begin(number);
        run = new PullRun(settings, endpoint, client, filter, wider, meter);
        run.toTheEnd(folder, fileBytes);
      }
    }
    SpoolFolders.close(folder);
    LrsCursor next =
        new LrsCursor(
            number, run.stored(from), settings.since(), filter, settings.url().toString());
    return run.pulled(folder, next);
  }

  private Instant since(LrsCursor from, FiltersOn filter) {
    if (from == null) {
      return settings.since();
    }
    Instant since = from.stored().minus(settings.overlapOf(filter));
    Instant start = settings.since();
    return start != null && since.isBefore(start) ? start : since;
  }
}

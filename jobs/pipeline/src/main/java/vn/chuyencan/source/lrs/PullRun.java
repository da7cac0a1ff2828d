package vn.chuyencan.source.lrs;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.work.Meter;

/** One way from the first page of a query to its last. */
final class PullRun {
  private final LrsSettings settings;
  private final Endpoint endpoint;
  private final LrsClient client;
  private final Instant since;
  private final StatementOrder order;
  private final Restarts restarts;
  private final Meter meter;
  private PageGuard guard = new PageGuard();
  private int pages;
  private Instant consistentThrough;
  private Instant begun;

  PullRun(
      LrsSettings settings,
      Endpoint endpoint,
      LrsClient client,
      FiltersOn filter,
      Instant since,
      Meter meter) {
    this.meter = meter;
    this.settings = settings;
    this.endpoint = endpoint;
    this.client = client;
    this.since = since;
    this.order = new StatementOrder(since);
    this.restarts = new Restarts(filter, since, settings.overlapOf(filter));
  }

  StatementOrder order() {
    return order;
  }

  /** Reads all pages into a folder, which then holds complete files only. */
  void toTheEnd(Path folder, long fileBytes) throws IOException, InterruptedException {
    try (Spool spool = new Spool(folder, fileBytes)) {
      meter.begin(0);
      URI address = endpoint.query(since, settings.limit());
      boolean continued = false;
      while (address != null) {
        try {
          Answer answer = client.page(address, continued, folder);
          address = take(answer, spool);
          continued = true;
        } catch (LrsClient.PageForgotten forgotten) {
          address = endpoint.query(again(), settings.limit());
          continued = false;
        }
      }
      spool.finish();
    }
  }

  /** Takes a page in; returns where the next one is, or null. */
  private URI take(Answer answer, Spool spool) throws IOException {
    StatementPage page = answer.page();
    if (begun == null) {
      begun = answer.date() == null ? arrived(page) : answer.date();
    }
    String digest = spool.add(page);
    Files.delete(page.answer());
    order.add(page.statements());
    meter.add(page.statements().size());
    pages++;
    consistentThrough = earlier(consistentThrough, answer.consistentThrough());
    if (page.more().isEmpty()) {
      return null;
    }
    URI next = client.follow(page.more(), answer.address());
    if (!guard.goesOn(page.statements().size(), digest, next)) {
      throw new PipelineException(
          Fault.of(
              ErrorCode.LRS_REPEATS_PAGES,
              settings.source(),
              endpoint.shown(),
              Integer.toString(pages)));
    }
    return next;
  }

  /** When an answer came, by the clock of the disk that it lies on. */
  private static Instant arrived(StatementPage page) throws IOException {
    return Files.getLastModifiedTime(page.answer()).toInstant();
  }

  /** From where a query is asked anew that the server has forgotten. */
  private Instant again() {
    guard = new PageGuard();
    if (!restarts.mayGoOn(order)) {
      throw new PipelineException(
          Fault.of(
              ErrorCode.LRS_MORE_EXPIRES,
              settings.source(),
              endpoint.shown(),
              Integer.toString(restarts.count())));
    }
    Instant from = restarts.since(order);
    order.newQuery();
    return from;
  }

  /**
   * The cursor's instant: never later than what was seen and called complete, nor than the
   * beginning of the pull by the server's clock, or by ours where the server tells no time. What is
   * stored while a long pull reads the newest may become visible behind it; and one statement that
   * was stored in the future would hide years.
   */
  Instant stored(LrsCursor from) {
    Instant greatest = order.greatestStored();
    if (from != null && (greatest == null || greatest.isBefore(from.stored()))) {
      greatest = from.stored();
    }
    return greatest == null ? null : earlier(earlier(greatest, consistentThrough), begun);
  }

  LrsPulled pulled(Path folder, LrsCursor next) {
    return new LrsPulled(
        folder,
        next,
        order.statements(),
        pages,
        client.retries(),
        restarts.count(),
        order.withoutStored(),
        consistentThrough);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one == null || (other != null && other.isBefore(one)) ? other : one;
  }
}

package vn.chuyencan.job.privacy;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.job.Configuration;
import vn.chuyencan.job.Progress;
import vn.chuyencan.table.Lake;
import vn.chuyencan.table.LakePlace;
import vn.chuyencan.table.LakeSecret;
import vn.chuyencan.table.LakeState;
import vn.chuyencan.table.OperatorKey;
import vn.chuyencan.table.VaultSecret;
import vn.chuyencan.work.Workers;

/**
 * Puts the secret of a warehouse under another key of the operator's. The secret stays, and with it
 * actor keys, tombstones, seals and all that was joined by them; the key of before opens nothing
 * any more. To be done again where it broke off. The lock must be held.
 */
public final class KeyRotation {
  private final Configuration configuration;
  private final Workers workers;
  private final Request request;

  /**
   * What is asked for.
   *
   * @param key the new key
   * @param drawsSecret whether the secret is to be a new one, of a warehouse that holds nothing yet
   * @param user who asks, the user of this machine
   * @param reason on what ground; null: none was told
   * @param at when
   */
  public record Request(
      OperatorKey key, boolean drawsSecret, String user, String reason, Instant at) {}

  /**
   * What came of it.
   *
   * @param place the file that holds the secret
   * @param generation how many keys the warehouse has had, the new one included
   * @param keyName tells the new key from others, and not the key
   * @param isNew whether something was changed; else the secret lay under that key already
   * @param wasAKey whether the secret was once a key of the operator's: whoever had that one can go
   *     on computing actor keys and seals
   */
  public record Rotated(
      String place, int generation, String keyName, boolean isNew, boolean wasAKey) {}

  /**
   * @param configuration as it is written, with the key of before
   */
  public KeyRotation(Configuration configuration, Workers workers, Request request) {
    this.configuration = configuration;
    this.workers = workers;
    this.request = request;
  }

  /**
   * Does it.
   *
   * @param progress hears of each step before it begins
   * @throws PipelineException {@link ErrorCode#NEW_KEY_SHORT}, {@link ErrorCode#NEW_KEY_IN_USE},
   *     {@link ErrorCode#SECRET_DRAWN_TOO_LATE}, {@link ErrorCode#KEY_REFUSED}, {@link
   *     ErrorCode#ACCESS_LOG_UNWRITABLE}, {@link ErrorCode#VAULT_SECRET_UNREADABLE}, or what {@link
   *     Lake#open} throws
   */
  public Rotated run(Progress progress) {
    if (request.key().isShort()) {
      throw new PipelineException(
          Fault.of(ErrorCode.NEW_KEY_SHORT, Integer.toString(OperatorKey.LEAST_CHARACTERS)));
    }
    try (Lake lake = open(null)) {
      VaultSecret kept = new VaultSecret(lake.vault(), workers.hadoop());
      Optional<VaultSecret.Closed> done = kept.under(request.key());
      LakeSecret secret = done.isPresent() ? kept.of(request.key()) : secret(lake, kept);
      // One that is not the warehouse's is refused here, before anything is written.
      open(secret).close();
      int generation = done.map(VaultSecret.Closed::generation).orElseGet(kept::nextGeneration);
      progress.step("note");
      note(lake, "begins", generation, secret);
      VaultSecret.Closed closed;
      if (done.isPresent()) {
        closed = done.get();
      } else {
        progress.step("wrap");
        closed = kept.close(secret, request.key(), request.at().toString());
      }
      progress.step("name");
      lake.nameSecret(kept.of(request.key()));
      progress.step("end");
      note(lake, "done", generation, secret);
      return new Rotated(
          kept.place(), generation, closed.keyName(), done.isEmpty(), !closed.drawn());
    }
  }

  private LakeSecret secret(Lake lake, VaultSecret kept) {
    OperatorKey old = configuration.institution().key();
    if (request.drawsSecret()) {
      LakeState state = lake.state();
      if (kept.isThere() || state.lastBatch() > 0 || !state.snapshots().isEmpty()) {
        throw new PipelineException(
            Fault.of(ErrorCode.SECRET_DRAWN_TOO_LATE, configuration.warehouse()));
      }
      return LakeSecret.draw();
    }
    if (request.key().isSame(old)) {
      throw new PipelineException(Fault.of(ErrorCode.NEW_KEY_IN_USE));
    }
    return kept.of(old);
  }

  private Lake open(LakeSecret secret) {
    LakePlace place = configuration.lake();
    return Lake.open(
        workers.hadoop(),
        new LakePlace(place.warehouse(), place.catalog(), place.vault(), secret, false));
  }

  private void note(Lake lake, String step, int generation, LakeSecret secret) {
    Map<String, String> what = new TreeMap<>();
    what.put("step", step);
    what.put("generation", Integer.toString(generation));
    what.put("secret", secret.name());
    what.put("reason", request.reason());
    new AccessLog(lake.vault(), workers.hadoop())
        .note(request.at(), request.user(), "rotate-key", what);
  }
}

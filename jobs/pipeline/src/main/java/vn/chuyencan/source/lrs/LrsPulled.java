package vn.chuyencan.source.lrs;

import java.nio.file.Path;
import java.time.Instant;

/**
 * What a pull brought.
 *
 * @param folder holds its files, complete and on the disk; ingest reads them
 * @param next the cursor to be committed together with what the folder holds, never before
 * @param statements how many lines the files have; the overlap's are among them
 * @param pages how many answers they stood in
 * @param retries how many questions had to be asked again
 * @param restarts how often the server forgot where the reading stood
 * @param withoutStored how many statements do not tell when they were stored, which the standard
 *     demands; if none does, the cursor stands still and every night reads everything
 * @param consistentThrough what the server called complete; null: it does not say so. One that lies
 *     far behind {@code next} keeps the cursor back, so that every night reads much again.
 */
public record LrsPulled(
    Path folder,
    LrsCursor next,
    long statements,
    int pages,
    int retries,
    int restarts,
    long withoutStored,
    Instant consistentThrough) {

  /** Whether there is nothing to take in; then nothing needs to be committed either. */
  public boolean isEmpty() {
    return statements == 0;
  }
}

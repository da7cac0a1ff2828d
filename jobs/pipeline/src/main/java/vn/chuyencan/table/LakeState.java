package vn.chuyencan.table;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the lake as a whole holds: which snapshot of each table belongs together, and how far the
 * steps have come. One small file, replaced atomically at the end of a step. A table whose current
 * snapshot is another one was left behind by a step that died; {@link Lake#recover} takes it back.
 *
 * @param lastBatch number of the last batch taken in; 0 before the first
 * @param measuredBatch the last batch that the measures contain
 * @param measuredAsOf the as-of date of the measures, ISO; empty before the first
 * @param measuredWith digest of all that the measures depend on besides events: registers, zone,
 *     code version
 * @param decidedAsOf the as-of date of the decisions, ISO; empty when they do not follow from the
 *     measures
 * @param decidedWith digest of all that decisions depend on besides measures; empty likewise
 * @param snapshots table → snapshot id
 */
public record LakeState(
    long lastBatch,
    long measuredBatch,
    String measuredAsOf,
    String measuredWith,
    String decidedAsOf,
    String decidedWith,
    Map<String, Long> snapshots) {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /** The state of a lake in which nothing was ever written. */
  public static final LakeState EMPTY = new LakeState(0, 0, "", "", "", "", Map.of());

  public LakeState {
    // An older state file does not tell how was decided.
    decidedAsOf = decidedAsOf == null ? "" : decidedAsOf;
    decidedWith = decidedWith == null ? "" : decidedWith;
    snapshots = Map.copyOf(new TreeMap<>(snapshots));
  }

  /** The same with another last batch. */
  public LakeState withLastBatch(long batch) {
    return new LakeState(
        batch, measuredBatch, measuredAsOf, measuredWith, decidedAsOf, decidedWith, snapshots);
  }

  /** The same after measuring everything up to the last batch; decisions are as they were. */
  public LakeState withMeasured(String asOf, String with) {
    return new LakeState(lastBatch, lastBatch, asOf, with, decidedAsOf, decidedWith, snapshots);
  }

  /** The same after deciding upon the measures; empty texts when decisions do not follow them. */
  public LakeState withDecided(String asOf, String with) {
    return new LakeState(
        lastBatch, measuredBatch, measuredAsOf, measuredWith, asOf, with, snapshots);
  }

  /** The same with other snapshots. */
  public LakeState withSnapshots(Map<String, Long> current) {
    return new LakeState(
        lastBatch, measuredBatch, measuredAsOf, measuredWith, decidedAsOf, decidedWith, current);
  }

  static LakeState read(StateFile file) throws IOException {
    Optional<byte[]> content = file.read();
    return content.isEmpty() ? EMPTY : JSON.readValue(content.get(), LakeState.class);
  }

  void write(StateFile file) throws IOException {
    file.replace(JSON.writeValueAsBytes(this));
  }
}

package vn.chuyencan.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;

/**
 * What the lake as a whole holds: which snapshot of each table belongs together, and how far the
 * steps have come. One small file, replaced atomically at the end of a step. A table whose current
 * snapshot is another one was left behind by a step that died; {@link Lake#recover} takes it back.
 *
 * @param format what the tables hold and how, {@link #CURRENT_FORMAT} for what this program writes;
 *     0 of a lake from before there were formats
 * @param lastBatch number of the last batch taken in; 0 before the first
 * @param measuredBatch the last batch that the measures contain
 * @param measuredAsOf the as-of date of the measures, ISO; empty before the first
 * @param measuredWith digest of all that the measures depend on besides events: registers, zone,
 *     code version
 * @param decidedAsOf the as-of date of the decisions, ISO; empty when they do not follow from the
 *     measures
 * @param decidedWith digest of all that decisions depend on besides measures; empty likewise
 * @param idRuns the ids of all events, see {@link IdRun}
 * @param cursors source → how far it was read, in the source's own words; only sources have one
 *     that must remember more than which files they read
 * @param snapshots table → snapshot id
 * @param secret the name of the secret under which its persons are keyed, {@link LakeSecret#name};
 *     empty until a commit of this program told it
 * @param rereading what was read again since the measures were made
 */
public record LakeState(
    int format,
    long lastBatch,
    long measuredBatch,
    String measuredAsOf,
    String measuredWith,
    String decidedAsOf,
    String decidedWith,
    List<IdRun> idRuns,
    Map<String, String> cursors,
    Map<String, Long> snapshots,
    String secret,
    Rereading rereading) {
  /** 2: the tasks of ingest write what is measured from, and ids have runs. */
  public static final int CURRENT_FORMAT = 3;

  /**
   * Of the same tables, whose secret lies wrapped in the vault: a program that does not know that
   * would take the operator's key for the secret, and must not go on with it.
   */
  static final int FORMAT_OF_WRAPPED = 4;

  // A later format may have further keys: its number is to be told, not the key.
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  /** The state of a lake in which nothing was ever written. */
  public static final LakeState EMPTY =
      new LakeState(
          CURRENT_FORMAT, 0, 0, "", "", "", "", List.of(), Map.of(), Map.of(), "", Rereading.NONE);

  public LakeState {
    idRuns = idRuns == null ? List.of() : List.copyOf(idRuns);
    // An older state file does not tell how far sources were read, nor how was decided.
    cursors = cursors == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(cursors));
    decidedAsOf = decidedAsOf == null ? "" : decidedAsOf;
    decidedWith = decidedWith == null ? "" : decidedWith;
    snapshots = Map.copyOf(new TreeMap<>(snapshots));
    secret = secret == null ? "" : secret;
    rereading = rereading == null ? Rereading.NONE : rereading;
  }

  /** A state on its way to another one. */
  private static final class Parts {
    private int format;
    private long lastBatch;
    private long measuredBatch;
    private String measuredAsOf;
    private String measuredWith;
    private String decidedAsOf;
    private String decidedWith;
    private List<IdRun> idRuns;
    private Map<String, String> cursors;
    private Map<String, Long> snapshots;
    private String secret;
    private Rereading rereading;

    Parts(LakeState state) {
      this.format = state.format;
      this.lastBatch = state.lastBatch;
      this.measuredBatch = state.measuredBatch;
      this.measuredAsOf = state.measuredAsOf;
      this.measuredWith = state.measuredWith;
      this.decidedAsOf = state.decidedAsOf;
      this.decidedWith = state.decidedWith;
      this.idRuns = state.idRuns;
      this.cursors = state.cursors;
      this.snapshots = state.snapshots;
      this.secret = state.secret;
      this.rereading = state.rereading;
    }

    LakeState state() {
      return new LakeState(
          format,
          lastBatch,
          measuredBatch,
          measuredAsOf,
          measuredWith,
          decidedAsOf,
          decidedWith,
          idRuns,
          cursors,
          snapshots,
          secret,
          rereading);
    }
  }

  /** The same with another last batch. */
  public LakeState withLastBatch(long batch) {
    return withBatch(batch, idRuns);
  }

  /** The same after taking in a batch. */
  public LakeState withBatch(long batch, List<IdRun> runs) {
    Parts next = new Parts(this);
    next.lastBatch = batch;
    next.idRuns = runs;
    return next.state();
  }

  /** The same after a source was read thus far; an empty cursor says nothing. */
  public LakeState withCursor(String source, String cursor) {
    if (cursor.isEmpty()) {
      return this;
    }
    Map<String, String> reached = new TreeMap<>(cursors);
    reached.put(source, cursor);
    Parts next = new Parts(this);
    next.cursors = reached;
    return next.state();
  }

  /**
   * The same without what was read of some sources, which are to be read again.
   *
   * @param from source → from where it is read, in its own words; empty: from the beginning
   * @param runs the ids of the events of all other sources
   */
  public LakeState withoutSources(Map<String, String> from, List<IdRun> runs) {
    Map<String, String> reached = new TreeMap<>(cursors);
    from.forEach(
        (source, cursor) -> {
          if (cursor.isEmpty()) {
            reached.remove(source);
          } else {
            reached.put(source, cursor);
          }
        });
    Parts next = new Parts(this);
    next.idRuns = runs;
    next.cursors = reached;
    return next.state();
  }

  /** The same after batches took the place of others. */
  public LakeState withReread(Rereading more) {
    Parts next = new Parts(this);
    next.rereading = rereading.and(more);
    return next.state();
  }

  /** The same after measuring everything up to the last batch; decisions are as they were. */
  public LakeState withMeasured(String asOf, String with) {
    Parts next = new Parts(this);
    next.measuredBatch = lastBatch;
    next.measuredAsOf = asOf;
    next.measuredWith = with;
    next.rereading = Rereading.NONE;
    return next.state();
  }

  /** The same after deciding upon the measures; empty texts when decisions do not follow them. */
  public LakeState withDecided(String asOf, String with) {
    Parts next = new Parts(this);
    next.decidedAsOf = asOf;
    next.decidedWith = with;
    return next.state();
  }

  /** The same with other snapshots. */
  public LakeState withSnapshots(Map<String, Long> current) {
    Parts next = new Parts(this);
    next.snapshots = current;
    return next.state();
  }

  /** The same of a lake whose persons are keyed under a secret. */
  LakeState withSecret(LakeSecret known) {
    Parts next = new Parts(this);
    next.format = known.isWrapped() ? FORMAT_OF_WRAPPED : format;
    next.secret = known.name();
    return next.state();
  }

  /** Whether its secret lies wrapped in the vault. */
  boolean isOfWrappedSecret() {
    return format == FORMAT_OF_WRAPPED;
  }

  /** Whether this program can go on with what the lake holds. */
  boolean isOfThisFormat() {
    return format == CURRENT_FORMAT || format == FORMAT_OF_WRAPPED || snapshots.isEmpty();
  }

  static LakeState read(StateFile file) throws IOException {
    Optional<byte[]> content = file.read();
    if (content.isEmpty()) {
      return EMPTY;
    }
    try {
      return JSON.readValue(content.get(), LakeState.class);
    } catch (JsonProcessingException broken) {
      throw new PipelineException(
          Fault.of(ErrorCode.WAREHOUSE_DAMAGED, file + ": " + broken.getOriginalMessage()), broken);
    }
  }

  void write(StateFile file) throws IOException {
    file.replace(JSON.writeValueAsBytes(this));
  }
}

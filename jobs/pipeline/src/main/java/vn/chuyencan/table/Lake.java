package vn.chuyencan.table;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableScan;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.io.CloseableIterable;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;

/**
 * The institution's tables: Apache Iceberg under one warehouse directory, each created from its
 * contract when it is first asked for.
 *
 * <p>Iceberg makes one table's commit atomic; {@link LakeState} makes a step's commits to several
 * tables atomic. A step writes its tables, then calls {@link #commit}; a step that dies before
 * leaves snapshots that no state names, and {@link #recover}, called by whoever opens the lake to
 * write, takes those tables back to where the state says they are. Every write goes through {@link
 * #change}, which sets the {@link LakeMark} first.
 *
 * <p>One writer at a time: see {@code job.RunLock}.
 */
public final class Lake implements AutoCloseable {
  static {
    ZstdCodec.install();
  }

  private final String warehouse;
  private final StateFile stateFile;
  private final LakeFolders folders;
  private final LakeMark mark;
  private final LakeRecovery recovery;
  private final Configuration hadoop;
  private final CatalogSettings settings;
  private final LakeCatalogs catalog;
  private final Vault vault;
  private final LakeSecret secret;
  private final boolean encrypts;
  private final Map<String, Table> tables = new ConcurrentHashMap<>();
  private final boolean readOnly;

  /** What a lake that computes a past night again takes from that night; null for all others. */
  private Past past;

  private LakeState state;

  /** What a step that commits later has come to; null: nothing but the last commit. */
  private LakeState staged;

  private Lake(
      Configuration hadoop, LakePlace place, Vault vault, LakeCatalogs catalog, boolean readOnly)
      throws IOException {
    this.readOnly = readOnly;
    this.hadoop = hadoop;
    this.warehouse = place.warehouse();
    this.settings = place.catalog();
    this.vault = vault;
    this.secret = place.secret();
    this.encrypts = place.encrypts();
    this.catalog = catalog;
    this.folders = new LakeFolders(warehouse, hadoop);
    this.mark = LakeMark.ofStep(folders.own(), hadoop);
    this.recovery = new LakeRecovery(this, catalog, folders, mark, hadoop);
    this.stateFile = new StateFile(folders.state(), hadoop);
    this.state = LakeState.read(stateFile);
  }

  /** Opens a lake whose catalog are its folders; see the other {@code open}. */
  public static Lake open(Configuration hadoop, String warehouse) {
    return open(hadoop, LakePlace.in(warehouse));
  }

  /**
   * Opens the lake at a place, which is created when it is not there.
   *
   * @param hadoop the settings of file systems
   * @throws PipelineException {@link ErrorCode#WAREHOUSE_UNREACHABLE}, {@link
   *     ErrorCode#WAREHOUSE_OF_OTHER_FORMAT}, {@link ErrorCode#CATALOG_UNREACHABLE}, {@link
   *     ErrorCode#CATALOG_LOGIN_REFUSED}, {@link ErrorCode#CATALOG_FAILED}, {@link
   *     ErrorCode#CATALOG_OF_OTHER_WAREHOUSE}, {@link ErrorCode#WAREHOUSE_OF_OTHER_CATALOG}, {@link
   *     ErrorCode#WAREHOUSE_MOVED}, {@link ErrorCode#VAULT_OF_OTHER_WAREHOUSE}, {@link
   *     ErrorCode#KEY_OF_OTHER_WAREHOUSE}, {@link ErrorCode#VAULT_SECRET_MISSING}, {@link
   *     ErrorCode#WAREHOUSE_DAMAGED}
   */
  public static Lake open(Configuration hadoop, LakePlace place) {
    return open(hadoop, place, false);
  }

  /** The same as {@link #reading(Configuration, LakePlace)} of a lake in folders. */
  public static Lake reading(Configuration hadoop, String warehouse) {
    return reading(hadoop, LakePlace.in(warehouse));
  }

  /**
   * Opens the lake for somebody who only reads. It shows what the last commit left, whatever is
   * being written meanwhile, and creates nothing; so it asks for no lock.
   *
   * @throws PipelineException as {@link #open} does
   */
  public static Lake reading(Configuration hadoop, LakePlace place) {
    return open(hadoop, place, true);
  }

  /**
   * Opens the lake as a past night left it.
   *
   * @param then the state of that night
   * @throws PipelineException as {@link #open} does
   */
  public static Lake reading(Configuration hadoop, LakePlace place, LakeState then) {
    Lake lake = reading(hadoop, place);
    lake.state = then;
    return lake;
  }

  /**
   * Opens an empty lake that has some tables of another one, to compute again what follows from
   * them. They are read as they were then and never written.
   *
   * @param scratch where the other tables are made, an empty folder
   * @param then the other lake, opened for {@link #reading(Configuration, LakePlace, LakeState)
   *     reading}
   * @param taken the tables that are taken from it
   * @throws PipelineException as {@link #open} does
   */
  public static Lake replaying(Configuration hadoop, String scratch, Lake then, Set<String> taken) {
    Lake lake = open(hadoop, then.placeAt(scratch));
    lake.past = new Past(then, Set.copyOf(taken));
    lake.state = LakeState.EMPTY.withLastBatch(then.state.lastBatch());
    return lake;
  }

  private LakePlace placeAt(String scratch) {
    return new LakePlace(scratch, CatalogSettings.FOLDERS, Vault.within(scratch), secret, encrypts);
  }

  private record Past(Lake lake, Set<String> tables) {}

  /** The lake that has the table: this one, but for what a lake that replays takes from another. */
  private Lake holder(String table) {
    return past != null && past.tables().contains(table) ? past.lake() : this;
  }

  private static Lake open(Configuration hadoop, LakePlace place, boolean readOnly) {
    String warehouse = place.warehouse();
    try {
      Vault vault = new Vault(place.vault(), hadoop);
      LakeCatalogs catalog = LakeCatalogs.open(place, vault, hadoop, readOnly);
      Lake lake = new Lake(hadoop, place, vault, catalog, readOnly);
      if (!lake.state.isOfThisFormat()) {
        throw new PipelineException(
            Fault.of(
                ErrorCode.WAREHOUSE_OF_OTHER_FORMAT,
                warehouse,
                Integer.toString(lake.state.format()),
                Integer.toString(LakeState.CURRENT_FORMAT)));
      }
      LakeIdentity identity = new LakeIdentity(place, vault, catalog, lake.state);
      identity.requireItsSecret();
      identity.requireItsCatalog();
      return lake;
    } catch (PipelineException known) {
      throw known;
    } catch (IOException | RuntimeException e) {
      throw LakeFailure.of(place.catalog(), warehouse, e);
    }
  }

  /** From now on the lake is one of that secret, and of no other. */
  public void nameSecret(LakeSecret known) {
    try {
      restate(state.withSecret(known));
    } catch (IOException e) {
      throw failure(e);
    }
  }

  /** The warehouse's path, for messages. */
  public String warehouse() {
    return warehouse;
  }

  /** Where what tells who somebody is lies apart. */
  public Vault vault() {
    return vault;
  }

  /** What the lake holds as of its last commit, or of what was {@link #stage staged} since. */
  public LakeState state() {
    return staged == null ? state : staged;
  }

  /**
   * Goes on as if a step had ended here, without committing it: what is done until the next {@link
   * #commit} becomes final together, and a run that dies before it leaves the last commit.
   */
  public void stage(LakeState next) {
    staged = next;
  }

  /** Whether a table was ever created; for a reader, whether a commit left anything in it. */
  public boolean exists(String table) {
    Lake holder = holder(table);
    return holder.readOnly
        ? holder.state.snapshots().containsKey(table)
        : tables.containsKey(table) || catalog.has(table);
  }

  /**
   * Files that are kept beside the tables.
   *
   * @param folder the name of their folder
   */
  public KeptFiles kept(String folder) {
    return folders.kept(folder);
  }

  /**
   * Files that tell who somebody is and are kept beside the tables of the vault.
   *
   * @param folder the name of their folder
   */
  public KeptFiles keptInVault(String folder) {
    return new LakeFolders(vault.location(), hadoop)
        .kept(folder)
        .under(new SealedContent(secret, encrypts));
  }

  /** A folder for what tasks leave for each other during a step; gone at the next recovery. */
  public Path passingFolder() {
    return folders.passing();
  }

  /**
   * The table through Iceberg's own interface; created from its contract when it is not there. A
   * reader asks for tables that {@link #exists exist} only, and for their rows or files here.
   */
  public Table table(String name) {
    Lake holder = holder(name);
    try {
      return holder.tables.computeIfAbsent(name, holder::load);
    } catch (RuntimeException failure) {
      throw CatalogFaults.of(holder.settings, failure)
          .map(RuntimeException.class::cast)
          .orElse(failure);
    }
  }

  private Table load(String name) {
    if (readOnly) {
      return TableUpgrade.readable(catalog.load(name), TableContract.of(name));
    }
    try {
      return TableUpgrade.of(catalog.load(name), TableContract.of(name));
    } catch (org.apache.iceberg.exceptions.NoSuchTableException notYet) {
      if (state.snapshots().containsKey(name)) {
        // Made anew it would be empty, and the night would go on as if nothing had ever been in it.
        throw LakeDamage.of(notYet).orElse(failure(notYet));
      }
      return catalog.create(name);
    }
  }

  /** Tells that tables will be written before the next commit. */
  void beginWriting() {
    if (readOnly) {
      throw new IllegalStateException("the lake was opened for reading");
    }
    try {
      mark.set();
    } catch (IOException e) {
      throw failure(e);
    }
  }

  /** The current snapshot of a table; null when it never had a row. */
  Snapshot snapshot(String name) {
    return table(name).currentSnapshot();
  }

  /**
   * Deletes all that lies in the warehouse and is no part of what the last commit left: earlier
   * snapshots, which could be read until now, files of runs that died, and ids that no state names.
   * To be done again where it broke off: {@link #mustForgetPast} tells it.
   *
   * @throws PipelineException {@link ErrorCode#WAREHOUSE_UNREACHABLE}
   */
  public void forgetPast() {
    recovery.forgetPast();
  }

  /**
   * Tells, before rows are committed away, that {@link #forgetPast} will follow: whoever finds that
   * it was not done does it.
   *
   * @throws PipelineException {@link ErrorCode#WAREHOUSE_UNREACHABLE}
   */
  public void willForgetPast() {
    recovery.willForgetPast();
  }

  /**
   * Whether the past was to be forgotten and that was not done to its end.
   *
   * @throws PipelineException {@link ErrorCode#WAREHOUSE_UNREACHABLE}
   */
  public boolean mustForgetPast() {
    return recovery.mustForgetPast();
  }

  /** Begins a change of several tables. */
  public LakeChange change() {
    return new LakeChange(this);
  }

  /** The ids of all events, whatever table holds these. */
  public KnownIds ids() {
    return new KnownIds(this, folders.own(), hadoop);
  }

  /**
   * Rows of a table as the last commit left them, whatever was written since.
   *
   * @param columns the columns to read; none: all
   * @return records in no order, each of its own; to be closed
   */
  public CloseableIterable<Record> rowsOfLastCommit(
      String name, Expression condition, String... columns) {
    Long snapshot = state.snapshots().get(name);
    if (snapshot == null) {
      return CloseableIterable.empty();
    }
    IcebergGenerics.ScanBuilder scan =
        IcebergGenerics.read(table(name)).where(condition).useSnapshot(snapshot);
    return columns.length == 0 ? scan.build() : scan.select(columns).build();
  }

  /**
   * Rows of a table as of its current snapshot, for a reader as of the last commit, read in this
   * process.
   *
   * @param columns the columns to read; none: all
   * @return records in no order, each of its own; to be closed
   */
  public CloseableIterable<Record> rows(String name, Expression condition, String... columns) {
    Lake holder = holder(name);
    if (holder.readOnly && !exists(name)) {
      return CloseableIterable.empty();
    }
    IcebergGenerics.ScanBuilder scan = IcebergGenerics.read(table(name)).where(condition);
    if (holder.readOnly) {
      scan.useSnapshot(holder.state.snapshots().get(name));
    }
    return LakeDamage.telling(
        "chuyencan." + name, columns.length == 0 ? scan.build() : scan.select(columns).build());
  }

  /**
   * The files of a table that may hold rows of which the condition is true, as {@link
   * LakeFiles#plan} tells them; for a reader those of the last commit.
   */
  public List<FileScanTask> files(String name, Expression condition) {
    return isEmptyForReaders(name) ? List.of() : LakeFiles.plan(scan(name), condition);
  }

  /**
   * The same of a table out of which rows are taken: reading such a file tells them too, and the
   * caller must know which they are.
   */
  public List<FileScanTask> filesWithTakenOut(String name, Expression condition) {
    return isEmptyForReaders(name) ? List.of() : LakeFiles.planWithTakenOut(scan(name), condition);
  }

  private boolean isEmptyForReaders(String name) {
    return holder(name).readOnly && !exists(name);
  }

  private TableScan scan(String name) {
    Lake holder = holder(name);
    TableScan scan = table(name).newScan();
    return holder.readOnly ? scan.useSnapshot(holder.state.snapshots().get(name)) : scan;
  }

  /**
   * Ends a step: from now on the current snapshots of all tables belong together. Tables that this
   * lake did not open were not written, for nobody else writes.
   *
   * @param next the step's progress; its snapshots are filled in here
   */
  public void commit(LakeState next) {
    Map<String, Long> snapshots = new TreeMap<>(state.snapshots());
    for (String name : tables.keySet()) {
      Snapshot snapshot = table(name).currentSnapshot();
      if (snapshot != null) {
        snapshots.put(name, snapshot.snapshotId());
      }
    }
    LakeState pinned = next.withSnapshots(snapshots);
    if (secret != null) {
      pinned = pinned.withSecret(secret);
    }
    try {
      vault.close();
      pinned.write(stateFile);
      state = pinned;
      staged = null;
      mark.clear();
    } catch (IOException e) {
      throw failure(e);
    }
  }

  /**
   * Takes back whatever a run that died had written: every table returns to the snapshot that the
   * state names, and files that no state and no table names go. Call it with the lock held, before
   * the first write; a run that comes to its end calls {@link #ended}.
   *
   * @return the tables that were taken back
   */
  public List<String> recover() {
    return recovery.recover();
  }

  /**
   * Tells that the run has nothing half done; what its tasks left for each other goes.
   *
   * @param attemptsLost whether attempts of tasks may have left files that no table names
   */
  public void ended(boolean attemptsLost) {
    recovery.ended(attemptsLost);
  }

  /**
   * Takes back what the step that goes on has written, for a run that ends in order and keeps
   * nothing of it: the lake is as its last commit left it, and the next run finds nothing to
   * recover. Nothing may be done with the lake afterwards.
   *
   * @param attemptsLost whether attempts of tasks may have left files that no table names
   */
  public void withdraw(boolean attemptsLost) {
    recovery.withdraw(attemptsLost);
  }

  /** The state of the last commit, whatever was staged since. */
  LakeState committed() {
    return state;
  }

  /** Makes a state final that names what was final already, in another place or by another name. */
  void restate(LakeState same) throws IOException {
    vault.close();
    if (!same.equals(state)) {
      same.write(stateFile);
      state = same;
    }
  }

  /**
   * A table as the catalog has it, whatever its contract says. Not kept: whoever asks for {@link
   * #table} gets it with today's columns.
   */
  Table asStored(String name) {
    Table known = tables.get(name);
    return known == null ? catalog.load(name) : known;
  }

  /** Has a table loaded anew when it is next asked for. */
  void reload(String name) {
    tables.remove(name);
  }

  /** What a failure of the warehouse or of its catalog comes to. */
  PipelineException failure(Exception cause) {
    return LakeFailure.of(settings, warehouse, cause);
  }

  /** Closes the catalog's connections; nothing can be asked afterwards. */
  @Override
  public void close() {
    try {
      catalog.close();
    } catch (IOException e) {
      throw failure(e);
    }
  }
}

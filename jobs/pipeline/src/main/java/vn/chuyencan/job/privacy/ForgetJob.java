package vn.chuyencan.job.privacy;

import static org.apache.iceberg.expressions.Expressions.alwaysTrue;
import static org.apache.iceberg.expressions.Expressions.equal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.iceberg.data.Record;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.job.ErasureTable;
import vn.chuyencan.job.MeasureJob;
import vn.chuyencan.job.Night;
import vn.chuyencan.job.NightReports;
import vn.chuyencan.job.Progress;
import vn.chuyencan.job.ReportJob;
import vn.chuyencan.job.record.RunArchive;
import vn.chuyencan.model.Registers;
import vn.chuyencan.model.Status;
import vn.chuyencan.model.Tombstones;
import vn.chuyencan.report.CsvMark;
import vn.chuyencan.report.LatestPublication;
import vn.chuyencan.report.PastPublications;
import vn.chuyencan.source.register.ErasedLines;
import vn.chuyencan.table.IdRun;
import vn.chuyencan.table.Lake;
import vn.chuyencan.table.LakeErasure;
import vn.chuyencan.table.LakeRows;
import vn.chuyencan.table.RowRule;
import vn.chuyencan.table.TableContract;
import vn.chuyencan.table.Tables;

/**
 * Erases a person (X-PD-2): from the vault, events and all that was made of them, and from what was
 * published. Keyed hashes stay, so that a later load of the same files does not bring them back.
 *
 * <p>First the lake's tables, in one commit; then measures, decisions and a publication without the
 * person; then earlier snapshots, files that no table names, and earlier publications. Whatever
 * breaks off is completed by doing the same again.
 */
public final class ForgetJob {
  private static final Set<Status> GRANTED = EnumSet.of(Status.MET, Status.MET_BY_COMPENSATION);

  /** Tables that are dealt with in a way of their own. */
  private static final Set<String> OTHERWISE =
      Set.of(Tables.LEARNING_EVENT, Tables.REMOVED_EVENT, Tables.ACTIVITY, Tables.ERASURE);

  private static final String EMPTIED = "publications_emptied";

  private final Night night;
  private final Lake lake;
  private final Registers registers;
  private final ForgetRequest request;
  private final ErasureTable erasures;
  private final Tombstones before;
  private final Subject subject;
  private final String hash;

  /**
   * Finds the person.
   *
   * @param night a night with the registers as they stand, rows of erased persons too
   * @throws PipelineException {@link ErrorCode#FORGET_NOBODY}, {@link
   *     ErrorCode#FORGET_IS_A_LEARNER}
   */
  public ForgetJob(Night night, ForgetRequest request) {
    this.night = night;
    this.lake = night.lake();
    this.registers = night.registers();
    this.request = request;
    this.erasures = new ErasureTable(lake);
    byte[] secret = night.configuration().institution().secret();
    this.before = erasures.tombstones(secret);
    SubjectSearch search = new SubjectSearch(lake, registers, secret);
    Optional<Subject> found =
        request.learnerId() != null
            ? search.learner(request.learnerId())
            : search.identifier(request.identifier());
    this.subject =
        found
            .or(this::erasedBefore)
            .orElseThrow(() -> refused(ErrorCode.FORGET_NOBODY, request.subject()));
    this.hash = subject.hash(before);
  }

  /** Somebody of whom an erasure that broke off has left nothing but the hash. */
  private Optional<Subject> erasedBefore() {
    String asked = request.subject();
    Subject known =
        new Subject(asked, request.learnerId(), Set.of(), Set.of(asked), Set.of(), Set.of());
    // An identifier may be one of a learner's who was erased long ago: only what broke off goes on.
    return erasures
        .with(known.hash(before))
        .filter(row -> request.learnerId() != null || row.get("finished_at") == null)
        .map(row -> known);
  }

  /** What erasing would do; nothing is written. */
  public Erasure look() {
    Tombstones all = before.and(subject.hashes(before));
    Effects effects = new Effects();
    sweep(new LakeErasure(lake), all, effects, false);
    return new Erasure(
        "",
        hash,
        night.startedAt(),
        request.by(),
        request.reason(),
        effects.erased,
        effects.altered,
        granted().size(),
        publications(all, PastPublications::telling),
        "",
        sources(effects.events),
        ErasedLines.in(Path.of(night.configuration().registers()), all),
        accessLog().naming(all),
        List.of());
  }

  /**
   * Erases; the caller holds the lock and has recovered the lake.
   *
   * @param runId names the publication without the person
   * @param reports what is published besides the tables of the lake, as a night does
   * @throws PipelineException {@link ErrorCode#FORGET_CERTIFICATE_KEPT}, or what measuring and
   *     publishing throw; what was not done then is done by erasing again
   */
  public Erasure erase(String runId, Progress progress, NightReports reports) {
    requireNothingKept();
    Map<String, Object> row = erasures.with(hash).orElseGet(this::begun);
    Tombstones all = before.and(subject.hashes(before));
    progress.plan(7);
    progress.step("erase");
    eraseFromLake(row, all);
    String republished = "";
    List<Fault> withheld = List.of();
    if (!lake.state().measuredAsOf().isEmpty()) {
      Night without =
          night.with(registers.without(all)).asOf(LocalDate.parse(lake.state().measuredAsOf()));
      MeasureJob.runAndDecide(without, progress);
      if (hasPublished()) {
        withheld = publish(without, runId, progress, reports);
        republished = runId;
      }
    }
    progress.step("delete earlier snapshots");
    lake.forgetPast();
    new RunArchive(lake).forget(all);
    progress.step("empty earlier publications");
    noteEmptied(row, publications(all, PastPublications::earlierTelling));
    publications(all, past -> past.empty((String) row.get("erasure_id")));
    progress.step("certify");
    finish(row);
    return new Erasure(
        (String) row.get("erasure_id"),
        hash,
        instant(row.get("started_at")),
        (String) row.get("erased_by"),
        (String) row.get("reason"),
        counts(row, "erased_rows"),
        counts(row, "altered_rows"),
        certificates(row),
        texts(row, EMPTIED),
        republished,
        texts(row, "source_files"),
        ErasedLines.in(Path.of(night.configuration().registers()), all),
        accessLog().naming(all),
        withheld);
  }

  /** Publishes without the person all that a night publishes; tells what was kept back. */
  private static List<Fault> publish(
      Night without, String runId, Progress progress, NightReports reports) {
    try (NightReports.Begun begun = reports.begin(without)) {
      return ReportJob.run(
              without, runId, CsvMark.ABSENT, LatestPublication.Move.ALWAYS, progress, begun)
          .withheld();
    }
  }

  /** Kept before they are emptied: a second try finds no more what the first has emptied. */
  private void noteEmptied(Map<String, Object> row, List<String> publications) {
    TreeSet<String> all = new TreeSet<>(texts(row, EMPTIED));
    all.addAll(publications);
    row.put(EMPTIED, new ArrayList<>(all));
    keep();
  }

  /** What is done with the publications of analysts and office, by their names. */
  private List<String> publications(Tombstones all, Function<PastPublications, List<String>> done) {
    List<String> names = new ArrayList<>(done.apply(new PastPublications(published(), all)));
    String office = night.configuration().office();
    if (office != null) {
      done.apply(new PastPublications(Path.of(office), all))
          .forEach(name -> names.add("office " + name));
    }
    return names;
  }

  private void requireNothingKept() {
    List<String> granted = granted();
    if (!granted.isEmpty() && !request.alsoDecisions()) {
      throw refused(
          ErrorCode.FORGET_CERTIFICATE_KEPT, request.subject(), String.join(", ", granted));
    }
  }

  /** Certificates that stand and are final, as {@code course/certificate}. */
  private List<String> granted() {
    List<String> granted = new ArrayList<>();
    if (subject.learnerId() != null && lake.exists(Tables.ELIGIBILITY_DECISION)) {
      LakeRows.each(
          lake,
          Tables.ELIGIBILITY_DECISION,
          equal("learner_id", subject.learnerId()),
          row -> {
            if (subject.learnerId().equals(row.getField("learner_id"))
                && Boolean.TRUE.equals(row.getField("final"))
                && GRANTED.contains(Status.valueOf((String) row.getField("standing_status")))) {
              granted.add(row.getField("course_id") + "/" + row.getField("certificate"));
            }
          });
    }
    granted.sort(String::compareTo);
    return granted;
  }

  private Map<String, Object> begun() {
    Map<String, Object> row = new LinkedHashMap<>();
    Instant now = night.startedAt();
    String at = Instant.ofEpochSecond(now.getEpochSecond()).toString().replaceAll("[-:]", "");
    row.put("erasure_id", "X" + at + "-" + hash.substring(0, 8));
    row.put("started_at", now);
    row.put("finished_at", null);
    row.put("erased_by", request.by());
    row.put("reason", request.reason());
    row.put("hashes", new ArrayList<String>());
    row.put("erased_rows", new TreeMap<String, Long>());
    row.put("altered_rows", new TreeMap<String, Long>());
    row.put("source_files", new ArrayList<String>());
    row.put("granted_certificates", 0L);
    row.put(EMPTIED, new ArrayList<String>());
    erasures.add(row);
    return row;
  }

  private void eraseFromLake(Map<String, Object> row, Tombstones all) {
    LakeErasure erasure = new LakeErasure(lake);
    Effects effects = new Effects();
    List<IdRun> runs = sweep(erasure, all, effects, true);
    TreeSet<String> hashes = new TreeSet<>(texts(row, "hashes"));
    hashes.addAll(subject.hashes(before));
    row.put("hashes", new ArrayList<>(hashes));
    row.put("erased_rows", sum(counts(row, "erased_rows"), effects.erased));
    row.put("altered_rows", sum(counts(row, "altered_rows"), effects.altered));
    TreeSet<String> files = new TreeSet<>(texts(row, "source_files"));
    files.addAll(sources(effects.events));
    row.put("source_files", new ArrayList<>(files));
    // Added up: a second try finds no more what the first has erased.
    row.put("granted_certificates", certificates(row) + granted().size());
    row.put("finished_at", null);
    erasure
        .with(erasures::replace)
        .with(change -> change.appendRows(Tables.VERB_DAY, effects.events.verbDays()))
        .apply();
    lake.commit(lake.state().withBatch(lake.state().lastBatch(), runs));
  }

  /** What was counted, and what the events told on the way. */
  private static final class Effects {
    private final Map<String, Long> erased = new TreeMap<>();
    private final Map<String, Long> altered = new TreeMap<>();
    private final ErasedEvents events = new ErasedEvents();

    private void add(String table, LakeErasure.Effect effect) {
      if (effect.erased() > 0) {
        erased.merge(table, effect.erased(), Long::sum);
      }
      if (effect.altered() > 0) {
        altered.merge(table, effect.altered(), Long::sum);
      }
    }
  }

  private List<IdRun> sweep(LakeErasure erasure, Tombstones all, Effects effects, boolean write) {
    ErasedEvents events = effects.events;
    for (String table : Tables.names()) {
      TableContract contract = TableContract.of(table);
      if (contract.personal().isEmpty() || OTHERWISE.contains(table)) {
        continue;
      }
      go(erasure, table, new PersonalRows(contract, all), effects, write);
    }
    go(erasure, Tables.LEARNING_EVENT, events.kept(all), effects, write);
    // Looked through first: a row may name an event of which only a later row tells whose it was.
    erasure.look(Tables.REMOVED_EVENT, events.removed(all));
    go(erasure, Tables.REMOVED_EVENT, events.removed(all), effects, write);
    if (!events.activities().isEmpty()) {
      erasure.look(Tables.LEARNING_EVENT, events.others(all));
    }
    go(erasure, Tables.ACTIVITY, activities(all, events), effects, write);
    go(erasure, Tables.VOIDING, events.voidings(all), effects, write);
    return write ? lake.ids().without(events.ids()::contains) : lake.state().idRuns();
  }

  private static void go(
      LakeErasure erasure, String table, RowRule rule, Effects effects, boolean write) {
    effects.add(table, write ? erasure.erase(table, rule) : erasure.look(table, rule));
  }

  /** Activities of which only their events told go; others lose what names them. */
  private static RowRule activities(Tombstones all, ErasedEvents events) {
    return new PersonalRows(TableContract.of(Tables.ACTIVITY), all) {
      @Override
      public List<String> columns() {
        List<String> columns = new ArrayList<>(super.columns());
        columns.add("activity_key");
        return columns;
      }

      @Override
      public boolean touches(Record row) {
        return isTheirs(row) || super.touches(row);
      }

      @Override
      public Record applied(Record row) {
        return isTheirs(row) ? null : super.applied(row);
      }

      private boolean isTheirs(Record row) {
        return events.activities().contains((Long) row.getField("activity_key"));
      }
    };
  }

  private void finish(Map<String, Object> row) {
    row.put("finished_at", night.startedAt());
    keep();
  }

  /** Commits the table of erasures as it is here. */
  private void keep() {
    LakeErasure last = new LakeErasure(lake);
    last.with(erasures::replace).apply();
    lake.commit(lake.state());
  }

  /** The files that told of the events that went. */
  private List<String> sources(ErasedEvents events) {
    TreeSet<String> paths = new TreeSet<>();
    if (!events.files().isEmpty()) {
      LakeRows.each(
          lake,
          Tables.SOURCE_FILE,
          alwaysTrue(),
          row -> {
            ErasedEvents.FileKey key =
                new ErasedEvents.FileKey(
                    (Long) row.getField("batch_id"), (Long) row.getField("file_id"));
            if (events.files().containsKey(key)) {
              paths.add((String) row.getField("path"));
            }
          },
          "batch_id",
          "file_id",
          "path");
    }
    return List.copyOf(paths);
  }

  private AccessLog accessLog() {
    return new AccessLog(lake.vault(), night.workers().hadoop());
  }

  private Path published() {
    return Path.of(night.configuration().publish());
  }

  private boolean hasPublished() {
    return Files.isDirectory(published());
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Long> counts(Map<String, Object> row, String column) {
    return new TreeMap<>((Map<String, Long>) row.get(column));
  }

  /** Empty in a row that an older program began. */
  private static long certificates(Map<String, Object> row) {
    return row.get("granted_certificates") instanceof Long known ? known : 0;
  }

  private static List<String> texts(Map<String, Object> row, String column) {
    List<String> texts = new ArrayList<>();
    // Empty in a row that an older program began.
    if (row.get(column) instanceof List<?> known) {
      known.forEach(text -> texts.add((String) text));
    }
    return texts;
  }

  private static Instant instant(Object stored) {
    return stored instanceof OffsetDateTime read ? read.toInstant() : (Instant) stored;
  }

  private static Map<String, Long> sum(Map<String, Long> one, Map<String, Long> other) {
    Map<String, Long> sum = new TreeMap<>(one);
    other.forEach((table, rows) -> sum.merge(table, rows, Long::sum));
    return sum;
  }

  private static PipelineException refused(ErrorCode code, String... arguments) {
    return new PipelineException(Fault.of(code, arguments));
  }
}

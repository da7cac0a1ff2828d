package vn.chuyencan.measure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.CloseableIterable;
import vn.chuyencan.measure.integrity.Heartbeats;
import vn.chuyencan.measure.integrity.TwoAddresses;
import vn.chuyencan.model.Correction;
import vn.chuyencan.model.Registers;
import vn.chuyencan.table.Tables;

/**
 * Gathers the facts about course runs, from rows of the lake or from packed pieces, and then
 * measures one run after another. A run's facts must be complete before it is measured, and are
 * given free by it.
 */
public final class CourseMeasures implements FactSink {
  /** In the place of a learner in {@code correction}: the course run as a whole. */
  public static final String WHOLE_RUN = CorrectionRows.WHOLE_RUN;

  /** Why a correction of a course run that nobody knows does nothing. */
  public static final String UNKNOWN_COURSE = CorrectionRows.UNKNOWN_COURSE;

  /** The tables that measuring a run fills: those of its learners, and those of the run. */
  public static final List<String> TABLES = tables();

  private final Scope scope;
  private final CourseFacts[] facts;
  private final List<String> sources = new ArrayList<>();
  private final Map<String, Integer> sourceNumbers = new HashMap<>();
  private final Map<Long, List<BurstRow>> unresolved = new TreeMap<>();

  /**
   * What came of a run besides its learners.
   *
   * @param learners how many there are
   * @param corrections what the table of corrections tells besides, of no learner
   */
  public record Measured(int learners, List<Object[]> corrections) {}

  private static List<String> tables() {
    List<String> tables = new ArrayList<>(LearnerCourse.TABLES);
    tables.add(Tables.FEEDBACK_RESPONSE);
    return List.copyOf(tables);
  }

  /** Nothing gathered yet. */
  public CourseMeasures(Scope scope) {
    this.scope = scope;
    this.facts = new CourseFacts[scope.contexts().size()];
  }

  /**
   * Gathers rows of the lake.
   *
   * @param table one that has {@link FactScan#columns}
   * @param rows with {@link FactScan#columns}; closed here
   */
  public void read(String table, CloseableIterable<Record> rows) throws IOException {
    new FactScan(scope, this).read(table, rows);
  }

  /** Gathers a piece of a {@link FactPacker}. */
  public void add(byte[] piece) {
    FactPacker.unpack(piece, this);
  }

  /**
   * Measures the learners of a run, in order of their identifiers.
   *
   * @param run number of the run in the scope
   */
  public Measured measure(int run, Consumer<LearnerCourse> each) {
    CourseContext context = scope.contexts().get(run);
    CourseMeasurement measurement =
        new CourseMeasurement(
            context, of(run), scope.learners(), scope::hasCome, scope.integrity());
    facts[run] = null;
    Collection<String> roster = scope.registeredRoster() ? context.roster() : measurement.active();
    Set<String> told = new HashSet<>();
    int corrections = LearnerCourse.TABLES.indexOf(Tables.CORRECTION);
    for (String learnerId : roster) {
      LearnerCourse learner = measurement.of(learnerId);
      learner.rows().get(corrections).forEach(row -> told.add(CorrectionRows.correctionId(row)));
      each.accept(learner);
    }
    return new Measured(roster.size(), context.corrections().rowsOfRun(context, roster, told));
  }

  /**
   * The rows of {@code feedback_response} of a run, in the table's order.
   *
   * @param run number of the run in the scope
   * @param learners whom {@link #measure} told
   */
  public List<Object[]> responses(int run, Set<String> learners) {
    return scope.contexts().get(run).results().responses(learners);
  }

  /** Activity of identifiers that nobody has. */
  public Unresolved unresolved() {
    Unresolved result = new Unresolved();
    unresolved.forEach(
        (actorKey, rows) -> {
          Map<Integer, List<BurstRow>> bySource = new TreeMap<>();
          rows.forEach(
              row -> bySource.computeIfAbsent(row.source(), key -> new ArrayList<>()).add(row));
          bySource.forEach((source, some) -> result.add(actorKey, sources.get(source), some));
        });
    return result;
  }

  /**
   * Rows of {@code correction} of course runs that nobody knows, by column: whoever entered them is
   * told.
   *
   * @param contexts all course runs
   */
  public static List<Map<String, Object>> strayCorrections(
      Registers registers, List<CourseContext> contexts) {
    Set<String> known = new HashSet<>();
    contexts.forEach(context -> known.add(context.run().courseId()));
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Correction one : registers.corrections()) {
      if (one.courseId() != null && !known.contains(one.courseId())) {
        rows.add(
            CorrectionRows.byColumn(
                CorrectionRows.row(
                    one,
                    one.courseId(),
                    one.learnerId() == null ? CorrectionRows.WHOLE_RUN : one.learnerId(),
                    CorrectionRows.target(one),
                    null,
                    null,
                    CorrectionRows.UNKNOWN_COURSE)));
      }
    }
    return rows;
  }

  /** The order of {@code correction} in one run, in which a learner's rows stand apart. */
  public static Comparator<Object[]> correctionOrder() {
    return CorrectionRows.ORDER;
  }

  /** The order of {@code peer_review} in one run, in which a learner's rows stand apart. */
  public static Comparator<Object[]> reviewOrder() {
    return PracticeMeasures.reviewOrder();
  }

  private CourseFacts of(int run) {
    if (facts[run] == null) {
      facts[run] = new CourseFacts();
    }
    return facts[run];
  }

  @Override
  public int source(String name) {
    return sourceNumbers.computeIfAbsent(
        name,
        fresh -> {
          sources.add(fresh);
          return sources.size() - 1;
        });
  }

  @Override
  public void burst(int run, int learner, BurstRow row) {
    of(run).addBurst(learner, row);
  }

  @Override
  public void unresolved(BurstRow row) {
    unresolved.computeIfAbsent(row.actorKey(), key -> new ArrayList<>()).add(row);
  }

  @Override
  public void post(int run, int learner, SeenPost post) {
    of(run).addPost(learner, post);
  }

  @Override
  public void deletion(int run, long objectKey) {
    of(run).addDeletion(objectKey);
  }

  @Override
  public void act(int run, int learner, LearnerFacts.MarkedAct act) {
    of(run).addAct(learner, act);
  }

  @Override
  public void event(int run, int learner, Heartbeats.Beat event) {
    of(run).addEvent(learner, event);
  }

  @Override
  public void addressed(int run, int learner, TwoAddresses.Stretch stretch) {
    of(run).addAddress(learner, stretch);
  }
}

package vn.chuyencan.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ForkJoinPool;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * All registers of an institution at one moment. Rows stand in one fixed order, whatever their
 * order in the files, so equal registers have equal lists and equal digests.
 *
 * <p>A register whose file is absent has no rows and is not among {@link #present()}: what it would
 * have said is a missing input (M1), not a zero. A register that is present and has no rows says
 * that there is nothing.
 */
public final class Registers {
  /** No register at all, as for a run on statements alone. */
  public static final Registers NONE = builder().build();

  private final Map<RegisterName, List<RegisterRow>> rows;
  private final Map<RegisterName, Set<String>> covered;
  private final List<Identity> leftOut;
  private String digest;
  private Map<String, String> digestByCourse;

  private Registers(
      Map<RegisterName, List<RegisterRow>> rows,
      Map<RegisterName, Set<String>> covered,
      List<Identity> leftOut) {
    this.rows = rows;
    this.covered = covered;
    this.leftOut = leftOut;
  }

  /** Begins with no register present. */
  public static Builder builder() {
    return new Builder();
  }

  /** The names of the registers whose file exists, such as {@code course_run}, in fixed order. */
  public Set<String> present() {
    return rows.keySet().stream()
        .map(RegisterName::code)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Whether the register's file exists. */
  public boolean has(RegisterName name) {
    return rows.containsKey(name);
  }

  /** Begins to compute the digests that a night will ask for, beside what it does until then. */
  public void digestSoon() {
    ForkJoinPool.commonPool()
        .execute(
            () -> {
              digestByCourse();
              digest();
            });
  }

  /**
   * SHA-256, in lower-case hexadecimal, over what the registers say: the order of rows and columns,
   * the form of line ends, and the offset in which an instant is written do not matter.
   */
  public synchronized String digest() {
    if (digest == null) {
      // Of several registers laid over each other only the last is asked.
      digest = RegisterDigest.of(rows, covered);
    }
    return digest;
  }

  /**
   * The names of the registers on which measures depend: what persons decided about cases changes
   * decisions and no measure.
   */
  public Set<String> measuredPresent() {
    Set<String> names = present();
    names.remove(RegisterName.REVIEW_DECISION.code());
    return names;
  }

  /**
   * Digests of what the registers say of each course run and its people, without what persons
   * decided or corrected: equal digests, equal rows.
   *
   * @return by course run
   */
  public synchronized Map<String, String> digestByCourse() {
    if (digestByCourse == null) {
      digestByCourse = Collections.unmodifiableMap(RegisterDigest.byCourse(this, false));
    }
    return digestByCourse;
  }

  /**
   * Digests of everything that the registers say of each course run and its people and on which its
   * measures and decisions depend, but for what persons decided about cases.
   *
   * @return by course run
   */
  public Map<String, String> courseDigests() {
    return rows(RegisterName.CORRECTION).isEmpty()
        ? digestByCourse()
        : RegisterDigest.byCourse(this, true);
  }

  /** The rows of a register, whatever they are. */
  public List<RegisterRow> rows(RegisterName name) {
    return rows.getOrDefault(name, List.of());
  }

  /** The rows of a register by the values of the columns that its schema calls its key. */
  public Map<List<String>, RegisterRow> byKey(RegisterName name) {
    return rows(name).stream()
        .collect(Collectors.toMap(RegisterKey::of, row -> row, (one, other) -> one));
  }

  public List<Learner> learners() {
    return rowsOf(RegisterName.LEARNER);
  }

  public List<Identity> identities() {
    return rowsOf(RegisterName.IDENTITY);
  }

  public List<CourseRun> courseRuns() {
    return rowsOf(RegisterName.COURSE_RUN);
  }

  public List<Enrolment> enrolments() {
    return rowsOf(RegisterName.ENROLMENT);
  }

  public List<Activity> activities() {
    return rowsOf(RegisterName.ACTIVITY);
  }

  public List<GroupMember> groupMembers() {
    return rowsOf(RegisterName.GROUP_MEMBER);
  }

  public List<ClassSession> classSessions() {
    return rowsOf(RegisterName.CLASS_SESSION);
  }

  public List<Attendance> attendances() {
    return rowsOf(RegisterName.ATTENDANCE);
  }

  public List<SubmissionCheck> submissionChecks() {
    return rowsOf(RegisterName.SUBMISSION_CHECK);
  }

  public List<PeerReview> peerReviews() {
    return rowsOf(RegisterName.PEER_REVIEW);
  }

  public List<Attempt> attempts() {
    return rowsOf(RegisterName.ATTEMPT);
  }

  public List<Post> posts() {
    return rowsOf(RegisterName.POST);
  }

  public List<Completion> completions() {
    return rowsOf(RegisterName.COMPLETION);
  }

  public List<FeedbackResponse> feedbackResponses() {
    return rowsOf(RegisterName.FEEDBACK_RESPONSE);
  }

  public List<Grade> grades() {
    return rowsOf(RegisterName.GRADE);
  }

  public List<Login> logins() {
    return rowsOf(RegisterName.LOGIN);
  }

  public List<LiveLog> liveLogs() {
    return rowsOf(RegisterName.LIVE_LOG);
  }

  public List<CourseParameter> courseParameters() {
    return rowsOf(RegisterName.COURSE_PARAMETER);
  }

  public List<ReviewDecision> reviewDecisions() {
    return rowsOf(RegisterName.REVIEW_DECISION);
  }

  public List<Correction> corrections() {
    return rowsOf(RegisterName.CORRECTION);
  }

  /**
   * Whether the register tells all that there is of a course run, so that what it does not tell did
   * not happen, whatever events say.
   */
  public boolean covers(RegisterName name, String courseId) {
    return covered.getOrDefault(name, Set.of()).contains(courseId);
  }

  /** The course runs of which the register tells all that there is, sorted. */
  public Set<String> covered(RegisterName name) {
    return new TreeSet<>(covered.getOrDefault(name, Set.of()));
  }

  /**
   * These registers, filled up with rows of others. Of two rows of one key the row of these stands.
   * A course run, activity or learner that both know by the same IRI or account has the name that
   * these give it; rows of the others that become one thereby are joined ({@link JoinedRows}). A
   * register exists, and a course run is covered, where it is in either.
   *
   * @param lower registers that know less well, as those read from a source
   */
  public Registers over(Registers lower) {
    return over(lower, UnaryOperator.identity());
  }

  /**
   * The same, where the others were told by a source.
   *
   * @param source its id
   */
  public Registers over(Registers lower, String source) {
    return over(lower, row -> row.toldBy(source));
  }

  private Registers over(Registers lower, UnaryOperator<RegisterRow> told) {
    SameThings same = new SameThings(this, lower);
    Builder union = builder();
    for (RegisterName name : RegisterName.values()) {
      Set<List<String>> keys = new HashSet<>();
      List<RegisterRow> own = rows.getOrDefault(name, List.of());
      own.forEach(row -> keys.add(RegisterKey.of(row)));
      union.addAll(own);
      JoinedAttempts attempts = new JoinedAttempts();
      JoinedRows joined =
          new JoinedRows(name == RegisterName.GROUP_MEMBER ? lower.enrolments() : List.of());
      for (RegisterRow row : lower.rows.getOrDefault(name, List.of())) {
        if (same.isOfOneself(row)) {
          continue;
        }
        RegisterRow renamed = attempts.apart(row, told.apply(same.renamed(row)));
        if (!keys.contains(RegisterKey.of(renamed))) {
          joined.add(row, renamed);
        }
      }
      union.addAll(joined.all());
      covered.getOrDefault(name, Set.of()).forEach(id -> union.covering(name, id));
      lower.covered.getOrDefault(name, Set.of()).stream()
          .map(same::course)
          .forEach(id -> union.covering(name, id));
    }
    rows.keySet().forEach(union::present);
    lower.rows.keySet().forEach(union::present);
    return union.build();
  }

  /**
   * The same with other rows in one register, be it there already or not.
   *
   * @param others rows of that register
   */
  public Registers with(RegisterName name, List<? extends RegisterRow> others) {
    Builder changed = builder();
    rows.forEach(
        (each, own) -> {
          if (each != name) {
            changed.addAll(own);
          }
        });
    changed.addAll(others);
    rows.keySet().forEach(changed::present);
    changed.present(name);
    covered.forEach((each, ids) -> ids.forEach(id -> changed.covering(each, id)));
    return changed.build();
  }

  /**
   * The same without the rows of persons who were erased; what rows of others say stays.
   *
   * @param tombstones who was erased
   */
  public Registers without(Tombstones tombstones) {
    if (tombstones.isEmpty()) {
      return this;
    }
    Builder rest = builder();
    rows.values()
        .forEach(
            some ->
                rest.addAll(
                    some.stream().filter(row -> !ErasedRows.isOf(row, tombstones)).toList()));
    rows.keySet().forEach(rest::present);
    covered.forEach((each, ids) -> ids.forEach(id -> rest.covering(each, id)));
    Registers others = rest.build();
    return new Registers(
        others.rows,
        others.covered,
        identities().stream().filter(row -> ErasedRows.isOf(row, tombstones)).toList());
  }

  /**
   * The identifiers of erased persons that {@link #without} left out. No digest depends on them,
   * and nobody is measured by them: they are for who must know the persons' records again.
   */
  public List<Identity> leftOut() {
    return leftOut;
  }

  /** The course run of that identifier. */
  public Optional<CourseRun> courseRun(String courseId) {
    return courseRuns().stream().filter(run -> run.courseId().equals(courseId)).findFirst();
  }

  // Each row stands under the name of its own type, so the list holds nothing else.
  @SuppressWarnings("unchecked")
  private <T extends RegisterRow> List<T> rowsOf(RegisterName name) {
    return (List<T>) (List<?>) rows.getOrDefault(name, List.of());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Registers that
        && rows.equals(that.rows)
        && covered.equals(that.covered);
  }

  @Override
  public int hashCode() {
    return Objects.hash(rows, covered);
  }

  @Override
  public String toString() {
    return rows + ", covered " + covered;
  }

  /** Gathers rows; the order in which they are given does not matter. */
  public static final class Builder {
    private final Set<RegisterName> present = EnumSet.noneOf(RegisterName.class);
    private final List<RegisterRow> rows = new ArrayList<>();
    private final Map<RegisterName, Set<String>> covered = new EnumMap<>(RegisterName.class);

    private Builder() {}

    /** Says that these registers exist, even without a row. */
    public Builder present(RegisterName... names) {
      present.addAll(Arrays.asList(names));
      return this;
    }

    /** Adds rows; their registers exist thereby. */
    public Builder add(RegisterRow... more) {
      return addAll(Arrays.asList(more));
    }

    /** Adds rows; their registers exist thereby. */
    public Builder addAll(Iterable<? extends RegisterRow> more) {
      for (RegisterRow row : more) {
        present.add(RegisterName.of(row));
        rows.add(row);
      }
      return this;
    }

    /**
     * Says that the register tells all that there is of a course run; it exists thereby.
     *
     * @param name a register that stands for events
     */
    public Builder covering(RegisterName name, String courseId) {
      if (!name.standsForEvents()) {
        throw new IllegalArgumentException(name + " does not stand for events");
      }
      present.add(name);
      covered.computeIfAbsent(name, key -> new TreeSet<>()).add(courseId);
      return this;
    }

    /** The registers as gathered. */
    public Registers build() {
      Map<RegisterName, List<RegisterRow>> byName = new EnumMap<>(RegisterName.class);
      present.forEach(name -> byName.put(name, List.of()));
      rows.stream()
          .collect(Collectors.groupingBy(RegisterName::of))
          .forEach((name, some) -> byName.put(name, sorted(some)));
      Map<RegisterName, Set<String>> whole = new EnumMap<>(RegisterName.class);
      covered.forEach((name, ids) -> whole.put(name, new TreeSet<>(ids)));
      return new Registers(byName, whole, List.of());
    }

    private static List<RegisterRow> sorted(List<RegisterRow> rows) {
      IdentityHashMap<RegisterRow, String> canonical = new IdentityHashMap<>();
      rows.forEach(row -> canonical.put(row, RegisterDigest.canonical(row)));
      return rows.stream().sorted(Comparator.comparing(canonical::get)).toList();
    }
  }
}

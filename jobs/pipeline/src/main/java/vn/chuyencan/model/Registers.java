package vn.chuyencan.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
  private final String digest;

  private Registers(Map<RegisterName, List<RegisterRow>> rows) {
    this.rows = rows;
    this.digest = RegisterDigest.of(rows);
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

  /**
   * SHA-256, in lower-case hexadecimal, over what the registers say: the order of rows and columns,
   * the form of line ends, and the offset in which an instant is written do not matter.
   */
  public String digest() {
    return digest;
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
    return other instanceof Registers that && rows.equals(that.rows);
  }

  @Override
  public int hashCode() {
    return rows.hashCode();
  }

  @Override
  public String toString() {
    return rows.toString();
  }

  /** Gathers rows; the order in which they are given does not matter. */
  public static final class Builder {
    private final Set<RegisterName> present = EnumSet.noneOf(RegisterName.class);
    private final List<RegisterRow> rows = new ArrayList<>();

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

    /** The registers as gathered. */
    public Registers build() {
      Map<RegisterName, List<RegisterRow>> byName = new EnumMap<>(RegisterName.class);
      present.forEach(name -> byName.put(name, List.of()));
      rows.stream()
          .collect(Collectors.groupingBy(RegisterName::of))
          .forEach((name, some) -> byName.put(name, sorted(some)));
      return new Registers(byName);
    }

    private static List<RegisterRow> sorted(List<RegisterRow> rows) {
      IdentityHashMap<RegisterRow, String> canonical = new IdentityHashMap<>();
      rows.forEach(row -> canonical.put(row, RegisterDigest.canonical(row)));
      return rows.stream().sorted(Comparator.comparing(canonical::get)).toList();
    }
  }
}

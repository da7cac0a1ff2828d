package vn.chuyencan.measure;

import java.io.Serializable;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.chuyencan.model.Activity;
import vn.chuyencan.model.Attempt;
import vn.chuyencan.model.Attendance;
import vn.chuyencan.model.ClassSession;
import vn.chuyencan.model.Completion;
import vn.chuyencan.model.Correction;
import vn.chuyencan.model.CourseActivityKind;
import vn.chuyencan.model.CourseParameter;
import vn.chuyencan.model.CourseRun;
import vn.chuyencan.model.Enrolment;
import vn.chuyencan.model.Estimator;
import vn.chuyencan.model.FeedbackResponse;
import vn.chuyencan.model.ForumKind;
import vn.chuyencan.model.Grade;
import vn.chuyencan.model.GroupMember;
import vn.chuyencan.model.LiveLog;
import vn.chuyencan.model.PeerReview;
import vn.chuyencan.model.Post;
import vn.chuyencan.model.RegisterName;
import vn.chuyencan.model.Registers;
import vn.chuyencan.model.Role;
import vn.chuyencan.model.SessionStatus;
import vn.chuyencan.model.SubmissionCheck;
import vn.chuyencan.model.WeekCalendar;
import vn.chuyencan.xapi.Keys;

/**
 * What the registers say of one course run, arranged for measuring its learners. Travels to the
 * tasks.
 */
public final class CourseContext implements Serializable {
  private static final long serialVersionUID = 1L;

  private final CourseRun run;
  private final boolean inferred;
  private final ZoneId zone;
  private final RunTime time;
  private final WeekCalendar calendar;
  private final Estimator estimator;
  private final ArrayList<String> present;
  private final HashMap<Long, Activity> activities = new HashMap<>();
  private final TreeMap<String, Activity> exercises = new TreeMap<>();
  private final TreeMap<String, Activity> collectiveForums = new TreeMap<>();
  private final ArrayList<ClassSession> held = new ArrayList<>();
  private final ArrayList<ClassSession> planned = new ArrayList<>();
  private final TreeMap<String, String> parameters = new TreeMap<>();
  private final HashMap<String, Enrolment> enrolments = new HashMap<>();
  private final CourseGroups groups = new CourseGroups();
  private final HashMap<String, HashMap<String, Attendance>> attendance = new HashMap<>();
  private final HashMap<String, ArrayList<SubmissionCheck>> checks = new HashMap<>();
  private final HashMap<String, ArrayList<PeerReview>> reviews = new HashMap<>();
  private final RegisteredFacts registered;
  private final RegisteredResults results = new RegisteredResults();
  private Transcripts transcripts;
  private transient volatile CourseLookups lookups;
  private final Corrections corrections = new Corrections();

  private CourseContext(
      CourseRun run, boolean inferred, ZoneId institutionZone, Registers all, Reading reading) {
    this.run = run;
    this.inferred = inferred;
    this.zone = run.zone() == null ? institutionZone : run.zone();
    this.time = RunTime.of(run, zone, institutionZone);
    this.calendar = run.weeks();
    this.estimator = reading.estimator(run);
    this.present = new ArrayList<>(all.present());
    this.registered = new RegisteredFacts(run, time, institutionZone, all);
  }

  /**
   * The contexts of all course runs.
   *
   * @param registers the institution's registers
   * @param inferredRuns runs inferred from events, when there is no register of them
   * @param institutionZone zone of runs that name none
   */
  public static List<CourseContext> of(
      Registers registers, List<CourseRun> inferredRuns, ZoneId institutionZone) {
    return of(registers, inferredRuns, institutionZone, Reading.REGISTERED);
  }

  /** The same with traces read in another way than the register says. */
  public static List<CourseContext> of(
      Registers registers, List<CourseRun> inferredRuns, ZoneId institutionZone, Reading reading) {
    Map<String, CourseContext> contexts = new TreeMap<>();
    for (CourseRun run : registers.courseRuns()) {
      contexts.put(
          run.courseId(), new CourseContext(run, false, institutionZone, registers, reading));
    }
    for (CourseRun run : inferredRuns) {
      contexts.put(
          run.courseId(), new CourseContext(run, true, institutionZone, registers, reading));
    }
    RowDealer dealer = new RowDealer(contexts);
    dealer.deal(registers.activities(), Activity::courseId, CourseContext::add);
    dealer.deal(registers.enrolments(), Enrolment::courseId, CourseContext::add);
    // After the enrolments, which say who left.
    dealer.deal(registers.groupMembers(), GroupMember::courseId, CourseContext::add);
    dealer.deal(registers.classSessions(), ClassSession::courseId, CourseContext::add);
    dealer.deal(registers.attendances(), Attendance::courseId, CourseContext::add);
    dealer.deal(registers.submissionChecks(), SubmissionCheck::courseId, CourseContext::add);
    dealer.deal(registers.peerReviews(), PeerReview::courseId, CourseContext::add);
    dealer.deal(registers.posts(), Post::courseId, (run, row) -> run.registered.add(row));
    dealer.deal(registers.attempts(), Attempt::courseId, (run, row) -> run.registered.add(row));
    dealer.deal(
        registers.corrections(), Correction::courseId, (run, row) -> run.corrections.add(row));
    dealer.deal(registers.grades(), Grade::courseId, (run, row) -> run.results.add(row));
    dealer.deal(registers.completions(), Completion::courseId, CourseContext::add);
    dealer.deal(
        registers.feedbackResponses(),
        FeedbackResponse::courseId,
        (run, row) -> run.results.add(row));
    dealer.deal(
        registers.courseParameters(),
        CourseParameter::courseId,
        (run, row) -> run.parameters.put(row.name(), row.value()));
    dealer.deal(registers.liveLogs(), LiveLog::courseId, (run, row) -> run.registered.add(row));
    dealer.dealLogins(registers.logins());
    Transcripts.fill(contexts.values());
    return List.copyOf(contexts.values());
  }

  private void add(Activity row) {
    activities.put(Keys.of(row.iri()), row);
    if (row.kind() == CourseActivityKind.EXERCISE && row.counted()) {
      exercises.put(row.activityId(), row);
    }
    if (row.kind() == CourseActivityKind.FORUM && row.forumKind() == ForumKind.COLLECTIVE) {
      collectiveForums.put(row.activityId(), row);
    }
  }

  private void add(Enrolment row) {
    enrolments.put(row.learnerId(), row);
  }

  private void add(GroupMember row) {
    Enrolment enrolment = enrolments.get(row.learnerId());
    groups.add(row, enrolment == null || enrolment.isThereAt(run.closesOn()));
  }

  private void add(ClassSession row) {
    if (row.status() == SessionStatus.HELD) {
      held.add(row);
    } else if (row.status() == SessionStatus.PLANNED) {
      planned.add(row);
    }
  }

  private void add(Attendance row) {
    attendance.computeIfAbsent(row.learnerId(), id -> new HashMap<>()).put(row.sessionId(), row);
  }

  private void add(SubmissionCheck row) {
    checks.computeIfAbsent(row.learnerId(), id -> new ArrayList<>()).add(row);
  }

  private void add(Completion row) {
    registered.add(row);
    results.add(row);
  }

  private void add(PeerReview row) {
    reviews.computeIfAbsent(row.reviewerId(), id -> new ArrayList<>()).add(row);
  }

  /** The run itself. */
  public CourseRun run() {
    return run;
  }

  /** Whether no register knows this run and it was inferred from events. */
  public boolean inferred() {
    return inferred;
  }

  /** The IRIs by which statements name the run: its own, and those registered as its aliases. */
  public List<String> iris() {
    List<String> iris = new ArrayList<>();
    iris.add(run.iri());
    activities.values().stream()
        .filter(activity -> activity.kind() == CourseActivityKind.COURSE)
        .map(Activity::iri)
        .filter(iri -> !iri.equals(run.iri()))
        .sorted()
        .forEach(iris::add);
    return iris;
  }

  /** The zone of its days and weeks. */
  public ZoneId zone() {
    return zone;
  }

  /** From when until when it is. */
  public RunTime time() {
    return time;
  }

  /** Its weeks. */
  public WeekCalendar calendar() {
    return calendar;
  }

  /** How its time is estimated. */
  public Estimator estimator() {
    return estimator;
  }

  /** Whether the register exists at all; what an absent one would say is missing, not zero. */
  public boolean has(RegisterName name) {
    return present.contains(name.code());
  }

  /** Codes of the registers that are absent, in their order. */
  List<String> missingInputs() {
    return table().missingInputs();
  }

  /** Enrolments by person, all roles. */
  public Map<String, Enrolment> enrolments() {
    return enrolments;
  }

  /** The registered activities. */
  Collection<Activity> activities() {
    return activities.values();
  }

  /** The registered activity behind a key. */
  Optional<Activity> activity(Long key) {
    return Optional.ofNullable(key == null ? null : activities.get(key));
  }

  /** The registered activity of an identifier. */
  Optional<Activity> activityOf(String activityId) {
    return table().activity(activityId);
  }

  /** An activity's identifier, or its IRI where no register knows it. */
  String activityId(Long key, String iri) {
    return activity(key).map(Activity::activityId).orElse(iri);
  }

  /** The posts and attempts that registers tell. */
  RegisteredFacts registered() {
    return registered;
  }

  /** The outcomes that registers tell. */
  RegisteredResults results() {
    return results;
  }

  /** Says that the run is a term, and what its learners took. */
  void setTranscripts(Transcripts all) {
    this.transcripts = all;
  }

  /** What its learners took, where the run is a term. */
  Optional<Transcripts> transcripts() {
    return Optional.ofNullable(transcripts);
  }

  /** What persons corrected. */
  Corrections corrections() {
    return corrections;
  }

  /** Counted exercises by identifier. */
  Map<String, Activity> exercises() {
    return exercises;
  }

  /** Whole-class forums by identifier. */
  Map<String, Activity> collectiveForums() {
    return collectiveForums;
  }

  /** The forums of a kind by their key. */
  Map<Long, Activity> forums(ForumKind kind) {
    Map<Long, Activity> forums = new TreeMap<>();
    activities.forEach(
        (key, activity) -> {
          if (activity.kind() == CourseActivityKind.FORUM && activity.forumKind() == kind) {
            forums.put(key, activity);
          }
        });
    return forums;
  }

  /** Who works with whom. */
  CourseGroups groups() {
    return groups;
  }

  /** What the attendance list says of the learner, by session. */
  Map<String, Attendance> attendance(String learnerId) {
    return attendance.getOrDefault(learnerId, new HashMap<>());
  }

  /** Everything that was handed in. */
  List<SubmissionCheck> allChecks() {
    return checks.values().stream().flatMap(List::stream).toList();
  }

  /** The class sessions that took place. */
  List<ClassSession> held() {
    return held;
  }

  /** What the learner handed in. */
  List<SubmissionCheck> checks(String learnerId) {
    return checks.getOrDefault(learnerId, new ArrayList<>());
  }

  /**
   * Whether it is told what was handed in where. A source may know that something was handed in and
   * not what it is; then nobody has handed in the wrong thing, and an input is missing.
   */
  boolean knowsArtefacts() {
    return table().knowsArtefacts();
  }

  /** The reviews allocated to the learner. */
  List<PeerReview> reviews(String learnerId) {
    return reviews.getOrDefault(learnerId, new ArrayList<>());
  }

  /** Its days, looked up. */
  CourseDays days() {
    return table().days();
  }

  /** The numbers of its weeks as texts, from 1. */
  String[] weekNames() {
    return table().weekNames();
  }

  /** Numbers of the weeks in which no whole-class forum is open. */
  List<String> weeksWithoutForum() {
    return table().weeksWithoutForum();
  }

  /** Whether no whole-class forum is open in a week. */
  boolean isWithoutForum(WeekCalendar.Week week) {
    return collectiveForums.values().stream()
        .noneMatch(
            forum ->
                (forum.opensOn() == null || !forum.opensOn().isAfter(week.lastDay()))
                    && (forum.closesOn() == null || !forum.closesOn().isBefore(week.firstDay())));
  }

  /** The class sessions that took place, by identifier. */
  List<ClassSession> heldById() {
    return table().heldById();
  }

  /** The class sessions that are still to come. */
  List<ClassSession> planned() {
    return planned;
  }

  /** Values that the run gives parameters of policies, by name. */
  Map<String, String> parameters() {
    return parameters;
  }

  /** Its ISO weeks. */
  IsoCourseWeeks isoWeeks() {
    return table().isoWeeks();
  }

  /** The registered learners, sorted. */
  public List<String> roster() {
    return enrolments.values().stream()
        .filter(enrolment -> enrolment.role() == Role.LEARNER)
        .map(Enrolment::learnerId)
        .sorted()
        .toList();
  }

  private CourseLookups table() {
    CourseLookups known = lookups;
    if (known == null) {
      // Two tasks may both make it; they make the same.
      known = new CourseLookups(this);
      lookups = known;
    }
    return known;
  }
}

package vn.chuyencan.source.export;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import vn.chuyencan.model.Activity;
import vn.chuyencan.model.Completion;
import vn.chuyencan.model.CompletionState;
import vn.chuyencan.model.ComponentKind;
import vn.chuyencan.model.Grade;
import vn.chuyencan.model.GradeState;
import vn.chuyencan.model.JoinedRows;
import vn.chuyencan.model.RegisterName;
import vn.chuyencan.model.Registers;

/**
 * What exports of the gradebook and reports of completion tell of one course run, as rows of
 * registers. Activities are known by their titles: what no register has under its title is a
 * component of its own, and its completion is left out. An export tells neither weights nor days,
 * and its marks are rounded.
 */
final class DownloadedResults {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final Set<String> PASSED =
      Set.of(
          "completed (achieved pass grade)",
          "đã hoàn thành (đạt điểm chuẩn)",
          "đã hoàn thành (được điểm đạt)");
  private static final Set<String> FAILED =
      Set.of(
          "completed (did not achieve pass grade)",
          "đã hoàn thành (không đạt điểm chuẩn)",
          "đã hoàn thành (không được điểm đạt)");

  private static final List<String> NOT_COMPLETED = List.of("not completed", "chưa hoàn thành");

  /** Set by a teacher whatever was done. */
  private static final List<String> OVERRIDDEN =
      List.of("completed (set by ", "đã hoàn thành (được đặt bởi ", "đã hoàn thành (set by ");

  private final ExportSettings settings;
  private final Registers told;
  private final Function<ReportPerson, String> who;
  private final Registers.Builder registers;
  private final Set<List<String>> keys = new HashSet<>();

  /**
   * @param told which activities there are, and what they are called
   * @param who the learner whom a report names, or null
   * @param registers takes the rows
   */
  DownloadedResults(
      ExportSettings settings,
      Registers told,
      Function<ReportPerson, String> who,
      Registers.Builder registers) {
    this.settings = settings;
    this.told = told;
    this.who = who;
    this.registers = registers;
  }

  /**
   * Adds the grades of one export, of which an earlier one may have told some. Who has two accounts
   * has the mark that either has.
   */
  void addGrades(List<BookGrade> grades) {
    registers.present(RegisterName.GRADE);
    TitledActivities activities = new TitledActivities(told, settings.course());
    Set<String> inPoints = new HashSet<>();
    grades.stream().filter(one -> !one.percentage()).map(BookGrade::heading).forEach(inPoints::add);
    Set<List<Object>> once = new HashSet<>();
    Set<List<String>> here = new HashSet<>();
    JoinedRows ofAccounts = new JoinedRows(List.of());
    for (BookGrade grade : grades) {
      String learner = who.apply(grade.person());
      // Where a grade is told in points and in percent, the points are the grade.
      if (learner == null || (grade.percentage() && inPoints.contains(grade.heading()))) {
        continue;
      }
      String component = activities.component(grade);
      List<String> key = List.of("grade", learner, component);
      if (once.add(List.of(grade.person(), component)) && !keys.contains(key)) {
        Grade row = grade(grade, learner, component, activities);
        ofAccounts.add(row, row);
        here.add(key);
      }
    }
    keys.addAll(here);
    registers.addAll(ofAccounts.all());
  }

  private Grade grade(
      BookGrade grade, String learner, String component, TitledActivities activities) {
    boolean whole = component.equals(Grade.COURSE);
    Activity activity = activities.graded(grade);
    return new Grade(
        settings.course(),
        learner,
        component,
        whole ? told.courseRun(settings.course()).orElseThrow().title() : grade.item(),
        whole
            ? ComponentKind.COURSE
            : activity == null ? ComponentKind.MANUAL : ComponentKind.ACTIVITY,
        grade.value(),
        null,
        maximum(grade, whole, activities),
        null,
        null,
        grade.value() == null ? GradeState.PENDING : GradeState.GRADED,
        null,
        null);
  }

  private static BigDecimal maximum(BookGrade grade, boolean whole, TitledActivities activities) {
    if (grade.percentage()) {
      return HUNDRED;
    }
    if (grade.maximum() != null) {
      return grade.maximum();
    }
    return whole ? null : activities.highest(grade);
  }

  /** Adds what one report of completion tells, likewise. */
  void addCompletions(List<ListedCompletion> listed) {
    registers.present(RegisterName.COMPLETION);
    TitledActivities activities = new TitledActivities(told, settings.course());
    // In any language: what stands without a time somewhere is the word for what is not completed.
    Set<String> open = new HashSet<>();
    listed.stream()
        .filter(one -> one.completedAt() == null)
        .forEach(one -> open.add(Phrases.key(one.state())));
    Map<String, List<ListedCompletion>> byTitle = new HashMap<>();
    listed.forEach(
        one -> byTitle.computeIfAbsent(one.activity(), title -> new ArrayList<>()).add(one));
    Set<List<String>> here = new HashSet<>();
    JoinedRows ofAccounts = new JoinedRows(List.of());
    byTitle.forEach(
        (title, some) -> {
          Activity activity = activities.titled(title);
          if (activity != null) {
            some.stream()
                .map(one -> completion(one, activity.activityId(), open))
                .filter(row -> row != null && !keys.contains(key(row)))
                .forEach(
                    row -> {
                      ofAccounts.add(row, row);
                      here.add(key(row));
                    });
          }
        });
    keys.addAll(here);
    registers.addAll(ofAccounts.all());
  }

  private static List<String> key(Completion row) {
    return List.of("completion", row.learnerId(), row.activityId());
  }

  /** What is told; null where it is not certain of whom or what. */
  private Completion completion(ListedCompletion one, String activity, Set<String> open) {
    String learner = who.apply(one.person());
    CompletionState state = state(one, open);
    Instant at = state == CompletionState.INCOMPLETE ? null : one.completedAt();
    return learner == null || state == null
        ? null
        : new Completion(settings.course(), learner, activity, state, at, null);
  }

  /**
   * What has no time is not completed, and neither is what became undone, which keeps its time;
   * null for words of a language that are not known.
   */
  private static CompletionState state(ListedCompletion one, Set<String> open) {
    String words = Phrases.key(one.state());
    if (one.completedAt() == null
        || open.contains(words)
        || NOT_COMPLETED.stream().anyMatch(words::startsWith)) {
      return CompletionState.INCOMPLETE;
    } else if (PASSED.contains(words)) {
      return CompletionState.COMPLETE_PASS;
    } else if (FAILED.contains(words)) {
      return CompletionState.COMPLETE_FAIL;
    }
    // In every language the plain word stands alone, and what more there is in brackets.
    boolean plain = words.indexOf('(') < 0 && words.indexOf('（') < 0;
    return plain || OVERRIDDEN.stream().anyMatch(words::startsWith)
        ? CompletionState.COMPLETE
        : null;
  }
}

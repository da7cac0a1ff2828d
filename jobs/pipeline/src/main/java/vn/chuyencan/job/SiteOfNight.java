package vn.chuyencan.job;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.chuyencan.comply.Form;
import vn.chuyencan.comply.Forms;
import vn.chuyencan.model.Activity;
import vn.chuyencan.model.ClassSession;
import vn.chuyencan.model.CourseActivityKind;
import vn.chuyencan.model.Learner;
import vn.chuyencan.model.PrintedName;
import vn.chuyencan.model.Registers;
import vn.chuyencan.policy.Policy;
import vn.chuyencan.policy.PolicyText;
import vn.chuyencan.report.PublicationSupplement;
import vn.chuyencan.report.site.Audience;
import vn.chuyencan.report.site.Site;
import vn.chuyencan.report.site.SiteRequest;
import vn.chuyencan.table.Bilingual;
import vn.chuyencan.table.TableColumn;
import vn.chuyencan.table.TableContract;
import vn.chuyencan.work.Meter;

/** The pages that a night publishes, with what registers and policies call things. */
final class SiteOfNight {

  private SiteOfNight() {}

  /** What is written beside the tables for that audience. */
  static PublicationSupplement of(Night night, Audience audience) {
    Configuration configuration = night.configuration();
    if (!configuration.site().published()) {
      return PublicationSupplement.NONE;
    }
    List<Policy> policies = DecideJob.policies(night).stream().map(PolicyText::policy).toList();
    Map<String, String> names = new HashMap<>();
    for (Learner learner : night.registers().learners()) {
      names.put(learner.learnerId(), PrintedName.of(learner.fullName()));
    }
    return new Site(
        new SiteRequest(
            audience,
            configuration.institution().name(),
            configuration.institution().zone().getId(),
            policies,
            names,
            courses(night.registers()),
            configuration.gate().maxRejectedShare().stripTrailingZeros().toPlainString(),
            forms(configuration),
            night.startedAt()),
        // Both are made at once, and what is looked at is how far the analysts' is.
        audience == Audience.ANALYST ? night.workers().meter() : new Meter());
  }

  /** How the reports are laid out whose tables the night publishes. */
  private static List<SiteRequest.FormLayout> forms(Configuration configuration) {
    return configuration.reports().nightly()
        ? Forms.yearly().stream().map(SiteOfNight::layout).toList()
        : List.of();
  }

  private static SiteRequest.FormLayout layout(Form form) {
    return new SiteRequest.FormLayout(
        form.id(),
        new Bilingual(form.title().vi(), form.title().en()),
        form.law(),
        form.sections().stream()
            .filter(section -> section.table() != null)
            .map(
                section ->
                    new SiteRequest.FormLayout.Part(
                        section.heading(), section.table(), columns(section)))
            .toList());
  }

  /** The columns that are printed; of a table that is only among the files all of them. */
  private static List<String> columns(Form.Section section) {
    return section.columns().isEmpty()
        ? TableContract.of(section.table()).columns().stream().map(TableColumn::name).toList()
        : section.columns().stream().map(Form.PrintedColumn::column).toList();
  }

  private static Map<String, SiteRequest.CourseThings> courses(Registers registers) {
    Map<String, Map<String, String>> activities = new TreeMap<>();
    Map<String, List<String>> exercises = new TreeMap<>();
    Map<String, Map<String, String>> sessions = new TreeMap<>();
    for (Activity activity : registers.activities()) {
      activities
          .computeIfAbsent(activity.courseId(), course -> new LinkedHashMap<>())
          .put(activity.activityId(), activity.title());
    }
    registers.activities().stream()
        .filter(activity -> activity.kind() == CourseActivityKind.EXERCISE && activity.counted())
        .sorted(Comparator.comparing(Activity::activityId))
        .forEach(
            activity ->
                exercises
                    .computeIfAbsent(activity.courseId(), course -> new ArrayList<>())
                    .add(activity.activityId()));
    for (ClassSession session : registers.classSessions()) {
      sessions
          .computeIfAbsent(session.courseId(), course -> new LinkedHashMap<>())
          .put(session.sessionId(), session.title());
    }
    Map<String, SiteRequest.CourseThings> things = new TreeMap<>();
    for (String course : activities.keySet()) {
      things.put(
          course,
          new SiteRequest.CourseThings(
              activities.get(course),
              exercises.getOrDefault(course, List.of()),
              sessions.getOrDefault(course, Map.of())));
    }
    return things;
  }
}

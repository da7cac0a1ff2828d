package vn.chuyencan.measure;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.chuyencan.model.Activity;
import vn.chuyencan.model.Artefact;
import vn.chuyencan.model.ClassSession;
import vn.chuyencan.model.RegisterName;
import vn.chuyencan.model.WeekCalendar;

/** What is computed once a run and not once a learner; it does not travel. */
final class CourseLookups {
  private final CourseDays days;
  private final String[] weekNames;
  private final List<String> weeksWithoutForum;
  private final IsoCourseWeeks isoWeeks;
  private final List<ClassSession> heldById;
  private final List<String> missingInputs;
  private final boolean knowsArtefacts;
  private final Map<String, Activity> activityById = new HashMap<>();

  CourseLookups(CourseContext context) {
    context.activities().forEach(row -> activityById.put(row.activityId(), row));
    days = new CourseDays(context.calendar(), context.zone());
    List<WeekCalendar.Week> weeks = context.calendar().weeks();
    weekNames = weeks.stream().map(week -> Integer.toString(week.number())).toArray(String[]::new);
    weeksWithoutForum =
        weeks.stream()
            .filter(context::isWithoutForum)
            .map(week -> Integer.toString(week.number()))
            .toList();
    isoWeeks = new IsoCourseWeeks(context.run());
    heldById =
        context.held().stream().sorted(Comparator.comparing(ClassSession::sessionId)).toList();
    knowsArtefacts =
        context.allChecks().isEmpty()
            || context.allChecks().stream()
                .flatMap(List::stream)
                .anyMatch(check -> check.artefact() != Artefact.OTHER)
            || activityById.values().stream()
                .anyMatch(
                    row -> row.artefact() != null && Artefact.REQUIRED.contains(row.artefact()));
    missingInputs =
        Arrays.stream(RegisterName.values())
            .filter(register -> !register.mayBeAbsent())
            .filter(
                register ->
                    !context.has(register)
                        || (register == RegisterName.SUBMISSION_CHECK && !knowsArtefacts))
            .map(RegisterName::code)
            .toList();
  }

  CourseDays days() {
    return days;
  }

  String[] weekNames() {
    return weekNames;
  }

  List<String> weeksWithoutForum() {
    return weeksWithoutForum;
  }

  IsoCourseWeeks isoWeeks() {
    return isoWeeks;
  }

  List<ClassSession> heldById() {
    return heldById;
  }

  List<String> missingInputs() {
    return missingInputs;
  }

  boolean knowsArtefacts() {
    return knowsArtefacts;
  }

  Optional<Activity> activity(String activityId) {
    return Optional.ofNullable(activityById.get(activityId));
  }
}

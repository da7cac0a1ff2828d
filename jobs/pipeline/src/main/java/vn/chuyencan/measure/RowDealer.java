package vn.chuyencan.measure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import vn.chuyencan.model.Login;

/** Shares out the rows of registers among the course runs of which they tell. */
final class RowDealer {
  private final Map<String, CourseContext> contexts;

  /**
   * @param contexts the course runs by identifier
   */
  RowDealer(Map<String, CourseContext> contexts) {
    this.contexts = contexts;
  }

  /** Gives each row to its run; a row of no run concerns all. */
  <R> void deal(List<R> rows, Function<R, String> courseId, BiConsumer<CourseContext, R> add) {
    for (R row : rows) {
      String run = courseId.apply(row);
      if (run == null) {
        contexts.values().forEach(context -> add.accept(context, row));
      } else if (contexts.containsKey(run)) {
        add.accept(contexts.get(run), row);
      }
    }
  }

  /** A login is to the site: it counts in every course run of the learner that is open then. */
  void dealLogins(List<Login> logins) {
    if (logins.isEmpty()) {
      return;
    }
    Map<String, List<CourseContext>> runsOf = new HashMap<>();
    for (CourseContext context : contexts.values()) {
      for (String learnerId : context.enrolments().keySet()) {
        runsOf.computeIfAbsent(learnerId, id -> new ArrayList<>()).add(context);
      }
    }
    for (Login row : logins) {
      runsOf.getOrDefault(row.learnerId(), List.of()).forEach(run -> run.registered().add(row));
    }
  }
}

package vn.chuyencan.measure;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Shares out the rows of registers among the course runs of which they tell. */
final class RowDealer {

  private RowDealer() {}

  /** Gives each row to its run; a row of no run concerns all. */
  static <R> void deal(
      Map<String, CourseContext> contexts,
      List<R> rows,
      Function<R, String> courseId,
      BiConsumer<CourseContext, R> add) {
    for (R row : rows) {
      String run = courseId.apply(row);
      if (run == null) {
        contexts.values().forEach(context -> add.accept(context, row));
      } else if (contexts.containsKey(run)) {
        add.accept(contexts.get(run), row);
      }
    }
  }
}

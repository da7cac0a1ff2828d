package vn.chuyencan.measure;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import vn.chuyencan.model.Completion;
import vn.chuyencan.model.FeedbackResponse;
import vn.chuyencan.model.Grade;
import vn.chuyencan.table.RowShape;
import vn.chuyencan.table.Tables;

/**
 * What registers tell of the outcome of one course run, which is published as it stands and not
 * measured. Travels to the tasks.
 */
final class RegisteredResults implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The activity that is the course run as a whole. */
  private static final String COURSE = "course";

  private static final RowShape GRADE = RowShape.of(Tables.GRADE);
  private static final RowShape COMPLETION = RowShape.of(Tables.COMPLETION);
  private static final RowShape RESPONSE = RowShape.of(Tables.FEEDBACK_RESPONSE);

  private final HashMap<String, ArrayList<Grade>> grades = new HashMap<>();

  private final HashMap<String, ArrayList<Completion>> completions = new HashMap<>();
  private final ArrayList<FeedbackResponse> responses = new ArrayList<>();

  void add(Completion row) {
    completions.computeIfAbsent(row.learnerId(), id -> new ArrayList<>()).add(row);
  }

  void add(FeedbackResponse row) {
    responses.add(row);
  }

  void add(Grade row) {
    grades.computeIfAbsent(row.learnerId(), id -> new ArrayList<>()).add(row);
  }

  /** A learner's grades. */
  List<Grade> gradesOf(String learnerId) {
    return grades.getOrDefault(learnerId, new ArrayList<>());
  }

  /** Rows of {@code grade} of a learner, in the table's order. */
  List<Object[]> grades(String learnerId) {
    return gradesOf(learnerId).stream()
        .sorted(Comparator.comparing(Grade::componentId))
        .map(RegisteredResults::row)
        .toList();
  }

  /** Rows of {@code completion} of a learner, in the table's order. */
  List<Object[]> completions(String learnerId) {
    return completions.getOrDefault(learnerId, new ArrayList<>()).stream()
        .sorted(Comparator.comparing(RegisteredResults::activity))
        .map(RegisteredResults::row)
        .toList();
  }

  /**
   * Rows of {@code feedback_response} of the run, in the table's order.
   *
   * @param learners the learners of the run; answers of others who are named are left out
   */
  List<Object[]> responses(Set<String> learners) {
    return responses.stream()
        .filter(row -> row.learnerId() == null || learners.contains(row.learnerId()))
        .sorted(
            Comparator.comparing(FeedbackResponse::activityId)
                .thenComparing(FeedbackResponse::responseId)
                .thenComparing(FeedbackResponse::itemId))
        .map(RegisteredResults::row)
        .toList();
  }

  private static String activity(Completion completion) {
    return completion.activityId() == null ? COURSE : completion.activityId();
  }

  private static Object[] row(Completion completion) {
    Object[] row = COMPLETION.row();
    row[COMPLETION.place("course_id")] = completion.courseId();
    row[COMPLETION.place("learner_id")] = completion.learnerId();
    row[COMPLETION.place("activity_id")] = activity(completion);
    row[COMPLETION.place("state")] = completion.state().code();
    row[COMPLETION.place("completed_at")] = completion.completedAt();
    row[COMPLETION.place("source")] = completion.source();
    return row;
  }

  private static Object[] row(FeedbackResponse response) {
    Object[] row = RESPONSE.row();
    row[RESPONSE.place("course_id")] = response.courseId();
    row[RESPONSE.place("activity_id")] = response.activityId();
    row[RESPONSE.place("response_id")] = response.responseId();
    row[RESPONSE.place("item_id")] = response.itemId();
    row[RESPONSE.place("item_name")] = response.itemName();
    row[RESPONSE.place("kind")] = response.kind().code();
    row[RESPONSE.place("value")] = response.value();
    row[RESPONSE.place("learner_id")] = response.learnerId();
    row[RESPONSE.place("answered_at")] = response.answeredAt();
    row[RESPONSE.place("source")] = response.source();
    return row;
  }

  private static Object[] row(Grade grade) {
    Object[] row = GRADE.row();
    row[GRADE.place("course_id")] = grade.courseId();
    row[GRADE.place("learner_id")] = grade.learnerId();
    row[GRADE.place("component_id")] = grade.componentId();
    row[GRADE.place("component_name")] = grade.componentName();
    row[GRADE.place("kind")] = grade.kind().code();
    row[GRADE.place("score")] = grade.score();
    row[GRADE.place("min_score")] = grade.minScore();
    row[GRADE.place("max_score")] = grade.maxScore();
    row[GRADE.place("weight")] = grade.weight();
    row[GRADE.place("mode")] = grade.mode() == null ? null : grade.mode().code();
    row[GRADE.place("state")] = grade.state().code();
    row[GRADE.place("graded_on")] = grade.gradedOn();
    row[GRADE.place("source")] = grade.source();
    return row;
  }
}

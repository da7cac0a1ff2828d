package vn.chuyencan.source.moodle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.chuyencan.model.FeedbackResponse;
import vn.chuyencan.model.RegisterName;
import vn.chuyencan.model.Registers;

/**
 * Answers of learners in surveys of the feedback module, where it is installed. Moodle keeps who
 * answered anonymously and when; neither is told, and such answers are numbered by what they say
 * and not by when they came.
 */
final class MoodleFeedback {
  /** How Moodle writes that answers have names; everything else is anonymous. */
  private static final long NAMED = 2;

  private final MoodleDatabase database;
  private final MoodleActivities activities;
  private final MoodlePeople people;
  private final MoodleRoster roster;
  private final Registers.Builder registers;
  private final Map<Long, MoodleActivities.Found> surveys = new HashMap<>();
  private final Map<Long, Boolean> named = new HashMap<>();
  private final Map<Long, FeedbackQuestion> questions = new TreeMap<>();

  /**
   * Everything that one person answered.
   *
   * @param learner null when that is not to be known
   */
  private record Filled(
      long id, long survey, String learner, Instant at, Map<Long, String> values) {
    /** What was said, as one text. */
    String content() {
      return values.toString();
    }
  }

  MoodleFeedback(
      MoodleDatabase database,
      MoodleActivities activities,
      MoodlePeople people,
      MoodleRoster roster,
      Registers.Builder registers) {
    this.database = database;
    this.activities = activities;
    this.people = people;
    this.roster = roster;
    this.registers = registers;
  }

  /** Adds the answers, where the module is installed. */
  void add() {
    if (!database.has("feedback", "feedback_value")) {
      return;
    }
    registers.present(RegisterName.FEEDBACK_RESPONSE);
    database.each(
        "feedback",
        "id anonymous",
        "",
        row -> {
          MoodleActivities.Found survey = activities.find("feedback", row.number("id"));
          if (survey != null) {
            surveys.put(row.number("id"), survey);
            named.put(row.number("id"), row.number("anonymous") == NAMED);
          }
        });
    database.each(
        "feedback_item",
        "id feedback name typ presentation",
        "",
        row -> {
          FeedbackQuestion question =
              FeedbackQuestion.of(row.text("name"), row.text("typ"), row.text("presentation"));
          if (question != null && surveys.containsKey(row.number("feedback"))) {
            questions.put(row.number("id"), question);
          }
        });
    Map<Long, Filled> filled = filled();
    database.each(
        "feedback_value",
        "item completed value",
        "",
        row -> {
          Filled of = filled.get(row.number("completed"));
          FeedbackQuestion question = questions.get(row.number("item"));
          String value = question == null ? null : question.answer(row.text("value"));
          if (of != null && value != null) {
            of.values().put(row.number("item"), value);
          }
        });
    tell(filled.values());
  }

  private Map<Long, Filled> filled() {
    Map<Long, Filled> filled = new TreeMap<>();
    database.each(
        "feedback_completed",
        "id feedback userid timemodified anonymous_response",
        "",
        row -> {
          MoodleActivities.Found survey = surveys.get(row.number("feedback"));
          long user = row.number("userid");
          if (survey == null || !roster.learners(survey.course()).contains(user)) {
            return;
          }
          boolean known =
              named.get(row.number("feedback")) && row.number("anonymous_response") == NAMED;
          filled.put(
              row.number("id"),
              new Filled(
                  row.number("id"),
                  row.number("feedback"),
                  known ? people.learner(user) : null,
                  known ? row.instant("timemodified") : null,
                  new TreeMap<>()));
        });
    return filled;
  }

  private void tell(Iterable<Filled> filled) {
    Map<Long, List<Filled>> anonymous = new TreeMap<>();
    for (Filled one : filled) {
      if (one.learner() == null) {
        anonymous.computeIfAbsent(one.survey(), survey -> new ArrayList<>()).add(one);
      } else {
        tell(one, Long.toString(one.id()));
      }
    }
    for (List<Filled> some : anonymous.values()) {
      some.sort(Comparator.comparing(Filled::content));
      for (int number = 0; number < some.size(); number++) {
        tell(some.get(number), "anonymous-" + (number + 1));
      }
    }
  }

  private void tell(Filled one, String response) {
    MoodleActivities.Found survey = surveys.get(one.survey());
    one.values()
        .forEach(
            (item, value) ->
                registers.add(
                    new FeedbackResponse(
                        survey.run(),
                        survey.activity(),
                        response,
                        Long.toString(item),
                        questions.get(item).text(),
                        questions.get(item).kind(),
                        value,
                        one.learner(),
                        one.at(),
                        null)));
  }
}

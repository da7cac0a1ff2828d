package vn.chuyencan.job.query;

import java.util.List;
import java.util.Map;
import vn.chuyencan.table.Bilingual;

/**
 * A view with names in place of keys, over tables that may not all be there.
 *
 * @param name its name in SQL
 * @param meaning what one row is
 * @param needs the tables of which it is made; the first is that of its rows
 * @param renamed columns that have another name in their table, as {@code table.column}
 * @param text its SQL, with learners' names
 */
record QueryView(
    String name, Bilingual meaning, List<String> needs, Map<String, String> renamed, String text) {
  private static final Map<String, String> COURSE = Map.of("course_title", "course_run.title");

  /** All of them. */
  static final List<QueryView> ALL =
      List.of(
          new QueryView(
              "events",
              new Bilingual(
                  "Mỗi dòng là một sự kiện học tập, với tên thay cho khóa.",
                  "One learning event, with names in place of keys."),
              List.of("learning_event", "verb", "activity", "actor_learner"),
              Map.of(
                  "course_iri", "activity.iri",
                  "course_name", "activity.name",
                  "activity_iri", "activity.iri",
                  "activity_name", "activity.name",
                  "verb_iri", "verb.iri",
                  "verb", "verb.display"),
              """
              SELECT e.event_id, e.occurred_at, e.event_date, e.source, l.learner_id,
                     c.iri AS course_iri, c.name AS course_name, a.iri AS activity_iri,
                     a.name AS activity_name, e.action, e.activity_kind, v.iri AS verb_iri,
                     v.display AS verb, e.origin, e.score_raw, e.score_max, e.score_scaled, e.success,
                     e.completion, e.duration_seconds, e.batch_id
              FROM learning_event e
              LEFT JOIN (SELECT verb_key, min(iri) AS iri, min(display) AS display
                         FROM verb GROUP BY verb_key) v ON v.verb_key = e.verb_key
              LEFT JOIN (SELECT activity_key, min(iri) AS iri, min(name) AS name
                         FROM activity GROUP BY activity_key) a ON a.activity_key = e.activity_key
              LEFT JOIN (SELECT activity_key, min(iri) AS iri, min(name) AS name
                         FROM activity GROUP BY activity_key) c ON c.activity_key = e.course_key
              LEFT JOIN actor_learner l ON l.actor_key = e.actor_key
              """),
          new QueryView(
              "decisions",
              new Bilingual(
                  "Mỗi dòng là một quyết định về một chứng nhận của một người học trong một lớp.",
                  "One decision upon a certificate of a learner in a course run."),
              List.of("eligibility_decision", "course_run", "learner_name"),
              COURSE,
              """
              SELECT d.course_id, r.title AS course_title, d.learner_id, n.full_name, d.certificate,
                     d.status, d.standing_status, d.unmet_criteria, d.missing_inputs, d.review_reasons,
                     d.open_cases, d.nearest, d.as_of, d.policy_id, d.policy_version
              FROM eligibility_decision d
              LEFT JOIN course_run r ON r.course_id = d.course_id
              LEFT JOIN learner_name n ON n.learner_id = d.learner_id
              """),
          new QueryView(
              "criteria",
              new Bilingual(
                  "Mỗi dòng là một tiêu chí của một quyết định, với trị số và ngưỡng.",
                  "One criterion of a decision, with its value and threshold."),
              List.of("criterion_result", "course_run", "learner_name"),
              COURSE,
              """
              SELECT c.course_id, r.title AS course_title, c.learner_id, n.full_name, c.certificate,
                     c.criterion_id, c.status, c.value, c.threshold, c.unit, c.margin, c.value_low,
                     c.value_high, c.law_id, c.detail, c.missing_inputs
              FROM criterion_result c
              LEFT JOIN course_run r ON r.course_id = c.course_id
              LEFT JOIN learner_name n ON n.learner_id = c.learner_id
              """),
          new QueryView(
              "weeks",
              new Bilingual(
                  "Mỗi dòng là một người học trong một tuần của lớp.",
                  "One learner in one week of a course run."),
              List.of("learner_course_week", "course_run", "learner_name"),
              COURSE,
              """
              SELECT w.course_id, r.title AS course_title, w.learner_id, n.full_name, w.course_week,
                     w.first_day, w.last_day, w.sessions, w.active_days, w.minutes, w.events, w.posts
              FROM learner_course_week w
              LEFT JOIN course_run r ON r.course_id = w.course_id
              LEFT JOIN learner_name n ON n.learner_id = w.learner_id
              """));

  QueryView {
    needs = List.copyOf(needs);
    renamed = Map.copyOf(renamed);
  }

  /** The table and column of a column, where they are known by name; else the column alone. */
  String origin(String column) {
    return renamed.getOrDefault(column, column);
  }

  /** Its SQL; without the learner's name where names are not wanted. */
  String sql(boolean names) {
    return names
        ? text
        : text.replace(", n.full_name", "")
            .replaceAll("LEFT JOIN learner_name n ON n\\.learner_id = \\w\\.learner_id\\n", "");
  }
}

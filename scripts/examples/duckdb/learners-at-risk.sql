-- Who is falling behind, and by how much?
-- Listed is who had no access in the last course week that has ended, or has fewer minutes than the pace: the
-- minutes that the certificate "overall" asks for, times the part of the weeks that have ended. These are marks to
-- look at, not verdicts; what decides stands in eligibility_decision. Course weeks off are no weeks of the course.
WITH pace AS (
  SELECT r.course_id, r.learner_id, max(r.threshold) * max(c.weeks_elapsed) / max(c.weeks) AS minutes_by_now
  FROM 'parquet/criterion_result*.parquet' r
  JOIN 'parquet/course_run.parquet' c USING (course_id)
  WHERE r.certificate = 'overall' AND r.unit = 'minute'
  GROUP BY ALL
), so_far AS (
  -- A week has ended when its last day is over where the course run is.
  SELECT
    w.course_id,
    w.learner_id,
    sum(w.minutes) AS minutes,
    coalesce(sum(w.sessions) FILTER (WHERE w.course_week = c.weeks_elapsed), 0) AS accesses_last_week
  FROM 'parquet/learner_course_week*.parquet' w
  JOIN 'parquet/course_run.parquet' c USING (course_id)
  WHERE w.course_week <= c.weeks_elapsed
  GROUP BY ALL
)
SELECT
  course_id,
  learner_id,
  minutes,
  round(minutes_by_now) AS minutes_by_now,
  accesses_last_week,
  d.status,
  d.final,
  list_sort(list_distinct([lack.criterion_id FOR lack IN d.nearest])) AS still_lacks
FROM so_far
JOIN pace USING (course_id, learner_id)
JOIN 'parquet/eligibility_decision*.parquet' d USING (course_id, learner_id)
WHERE d.certificate = 'overall' AND (minutes < minutes_by_now OR accesses_last_week = 0)
ORDER BY course_id, learner_id;

-- How much is each course run used, week by week?
-- One row a course run and course week that has begun. Learners without access count: the table has a row for each.
SELECT
  course_id,
  course_week,
  first_day,
  count(*) AS learners,
  count(*) FILTER (WHERE sessions > 0) AS active_learners,
  sum(sessions) AS accesses,
  sum(minutes) AS minutes,
  median(minutes) AS median_minutes
FROM 'parquet/learner_course_week*.parquet'
GROUP BY ALL
ORDER BY course_id, course_week;

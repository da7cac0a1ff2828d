-- Who writes where, and when?
-- One row a forum and course week with posts that count; a course_week is empty outside the weeks of the course.
-- topics_share near 1 means that people start discussions and do not answer each other.
SELECT
  course_id,
  forum_id,
  forum_kind,
  course_week,
  count(*) AS posts,
  count(DISTINCT learner_id) AS authors,
  round(avg((kind = 'topic')::INT), 2) AS topics_share
FROM 'parquet/forum_post*.parquet'
WHERE counted
GROUP BY ALL
ORDER BY course_id, forum_id, course_week NULLS LAST;

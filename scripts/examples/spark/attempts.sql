-- How do attempts at each exercise go? For publications that are too large for one machine, and for who has a Spark:
--   spark-sql --conf spark.publication=/path/to/published/latest -f attempts.sql
CREATE OR REPLACE TEMPORARY VIEW assessment_attempt
  USING parquet OPTIONS (path '${spark.publication}/parquet/assessment_attempt*.parquet');

SELECT
  course_id,
  exercise_id,
  count(*) AS attempts,
  count(DISTINCT learner_id) AS learners,
  cast(avg(percent) AS decimal(5, 2)) AS mean_percent
FROM assessment_attempt
WHERE counted
GROUP BY course_id, exercise_id
ORDER BY course_id, exercise_id;

-- For whom does the answer depend on how time is estimated?
-- Time comes from a log: a silence of 15, 30 or 60 minutes ends a session. Where the threshold lies between the three
-- results, a person decides. minutes is the figure of the estimator that the configuration names.
SELECT
  r.course_id,
  r.learner_id,
  r.certificate,
  r.criterion_id,
  r.threshold,
  m.minutes_15,
  m.minutes_30,
  m.minutes_60,
  m.minutes,
  r.status
FROM 'parquet/criterion_result*.parquet' r
JOIN 'parquet/learner_course_measure*.parquet' m USING (course_id, learner_id)
WHERE r.unit = 'minute'
  AND least(m.minutes_15, m.minutes_30, m.minutes_60) < r.threshold
  AND greatest(m.minutes_15, m.minutes_30, m.minutes_60) >= r.threshold
ORDER BY ALL;

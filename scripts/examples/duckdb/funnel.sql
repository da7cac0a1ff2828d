-- From enrolled to eligible: how many are left at each step?
-- Each step counts those of the step before who also pass this one. standing_status is the outcome after persons
-- decided their cases; use status for what was computed.
WITH learner AS (
  SELECT
    m.course_id,
    m.learner_id,
    m.sessions > 0 AS active,
    bool_or(d.certificate = 'theory' AND d.standing_status IN ('MET', 'MET_BY_COMPENSATION')) AS theory,
    bool_or(d.certificate = 'practice' AND d.standing_status IN ('MET', 'MET_BY_COMPENSATION')) AS practice,
    bool_or(d.certificate = 'overall' AND d.standing_status IN ('MET', 'MET_BY_COMPENSATION')) AS overall
  FROM 'parquet/learner_course_measure*.parquet' m
  JOIN 'parquet/eligibility_decision*.parquet' d USING (course_id, learner_id)
  GROUP BY ALL
)
SELECT
  course_id,
  count(*) AS enrolled,
  count(*) FILTER (WHERE active) AS active,
  count(*) FILTER (WHERE active AND theory) AS theory,
  count(*) FILTER (WHERE active AND theory AND practice) AS practice,
  count(*) FILTER (WHERE active AND theory AND practice AND overall) AS overall
FROM learner
GROUP BY ALL
ORDER BY course_id;

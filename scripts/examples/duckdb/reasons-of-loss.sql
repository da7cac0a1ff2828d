-- Which criteria keep learners from each certificate?
-- A learner may fail several criteria and then counts once in each; only_reason counts those who fail this one alone.
-- A criterion is named as the policy names it; law_id in criterion_result is its article.
SELECT
  course_id,
  certificate,
  criterion_id,
  count(*) AS learners,
  count(*) FILTER (WHERE criteria = 1) AS only_reason
FROM (
  SELECT course_id, certificate, learner_id, len(unmet_criteria) AS criteria, unnest(unmet_criteria) AS criterion_id
  FROM 'parquet/eligibility_decision*.parquet'
  WHERE status = 'NOT_MET'
)
GROUP BY ALL
ORDER BY course_id, certificate, learners DESC, criterion_id;

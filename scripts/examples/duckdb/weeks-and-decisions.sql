-- How did those who became eligible work, compared with the others?
-- Joins the ISO weeks of each learner with the decision. A mean of what happened, no cause: who meets the criteria
-- has by definition the minutes and accesses that they ask for.
SELECT
  d.course_id,
  d.standing_status,
  count(DISTINCT d.learner_id) AS learners,
  round(avg(w.sessions), 2) AS accesses_a_week,
  round(avg(w.minutes), 1) AS minutes_a_week,
  round(avg(w.posts), 2) AS posts_a_week
FROM 'parquet/eligibility_decision*.parquet' d
JOIN 'parquet/learner_week*.parquet' w USING (course_id, learner_id)
WHERE d.certificate = 'overall'
GROUP BY ALL
ORDER BY ALL;

SELECT run, learner, starts, 1 AS accesses, NULL AS length FROM session
UNION ALL
SELECT
  run, learner, starts, 0,
  coalesce(lead(previous) OVER (PARTITION BY run, learner ORDER BY starts), last) - starts
FROM (
  SELECT
    run, learner, starts,
    lag(ends) OVER (PARTITION BY run, learner ORDER BY starts) AS previous,
    max(ends) OVER (PARTITION BY run, learner) AS last
  FROM session)
WHERE previous IS NULL OR starts - previous > ${gap}

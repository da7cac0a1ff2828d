-- What did the last night change, and why?
-- Rows of the criterion Σ are the decisions themselves. After the first night (as in the demo) there are none.
SELECT course_id, certificate, status_before, status_after, causes, count(*) AS learners
FROM 'parquet/decision_change*.parquet'
WHERE criterion_id = 'Σ'
  AND change_no = (SELECT max(change_no) FROM 'parquet/decision_change*.parquet')
GROUP BY ALL
ORDER BY ALL;

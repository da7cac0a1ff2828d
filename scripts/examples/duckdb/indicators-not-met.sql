-- Which rules of the regulations does the institution not meet, or cannot be told for want of data?
-- The table is there when the configuration says reports: {nightly: true}; the demo's does.
SELECT
  regulation_id,
  rule_id,
  severity,
  status,
  title_vi,
  count(*) AS places,
  min(value) AS lowest,
  max(value) AS highest,
  max(threshold) AS threshold,
  string_agg(DISTINCT missing, '; ' ORDER BY missing) AS missing
FROM 'parquet/compliance_indicator.parquet'
WHERE status IN ('NOT_MET', 'INSUFFICIENT_DATA', 'NEEDS_REVIEW')
GROUP BY ALL
ORDER BY regulation_id, rule_id, status, title_vi;

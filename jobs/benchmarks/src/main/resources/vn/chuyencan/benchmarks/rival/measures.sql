-- A session begins where the silence before was longer than the gap, and ends at the event
-- before the next beginning: one sort of all events, then one of the beginnings. Tried at two million
-- statements, CPU seconds of this statement, four times each in one process, with the same sessions:
--   previous and last event, then the beginnings (this)           0.30 to 0.33
--   lag and lead, then beginnings and ends paired by a lead       0.35 to 0.38
--   the same with run and learner packed into one UBIGINT         0.39 to 0.46
CREATE TEMP TABLE session AS
WITH gap AS (
  SELECT
    run, learner, micros,
    lag(micros) OVER (PARTITION BY run, learner ORDER BY micros) AS previous,
    max(micros) OVER (PARTITION BY run, learner) AS last
  FROM act WHERE own
)
SELECT
  run, learner, micros AS starts,
  coalesce(
    lead(previous) OVER (PARTITION BY run, learner ORDER BY micros), last) AS ends
FROM gap
WHERE previous IS NULL OR micros - previous > ${access_gap};

CREATE TEMP VIEW stretch AS ${stretches};

CREATE TEMP TABLE deleted AS SELECT DISTINCT object_iri FROM act WHERE tells = 'deletion';

-- Each post once, on the day on which it was first told, if it stands in a forum of the whole class.
CREATE TEMP TABLE post AS
SELECT act.run, learner, min(day) AS day
FROM act
JOIN module ON module.run = act.run AND module.iri = act.parent_iri
  AND module.kind = 'forum' AND module.forum_kind = 'collective'
WHERE tells = 'post'
  AND object_iri NOT IN (FROM deleted)
  AND coalesce(reply_to_iri, '') NOT IN (FROM deleted)
GROUP BY act.run, learner, object_iri;

CREATE TEMP TABLE learner_week AS
WITH week AS (
  -- Mondays of the weeks that the run touches and that have begun.
  SELECT run, unnest(range(
    opens_on - (opens_on + 3) % 7, least(closes_on, ${as_of} - DATE '1970-01-01') + 1, 7))::INTEGER AS monday
  FROM run
),
days AS (
  SELECT run, learner, day - (day + 3) % 7 AS monday, day, count(*) AS events
  FROM act WHERE own GROUP BY ALL
),
activity AS (
  SELECT run, learner, monday, count(*) AS active_days, sum(events) AS events FROM days GROUP BY ALL
),
time AS (
  SELECT
    run, learner,
    (starts // 86400000000 - (starts // 86400000000 + 3) % 7)::INTEGER AS monday,
    sum(accesses) AS sessions,
    -- The tail is shorter than the gap, so that no stretch reaches into the next.
    sum(CASE WHEN length <= ${shortest} THEN 0 ELSE length + ${tail} END) AS micros
  FROM stretch GROUP BY ALL
),
posts AS (
  SELECT run, learner, day - (day + 3) % 7 AS monday, count(*) AS posts FROM post GROUP BY ALL
)
SELECT
  course_id, learner_id,
  strftime(DATE '1970-01-01' + (monday + 3), '%G-W%V') AS iso_week,
  coalesce(sessions, 0)::INTEGER AS sessions,
  coalesce(active_days, 0)::INTEGER AS active_days,
  -- Rounded down: a micro-minute is sixty microseconds.
  ((coalesce(micros, 0) // 60)::DECIMAL(20, 0) / 1000000)::DECIMAL(14, 6) AS minutes,
  coalesce(events, 0)::BIGINT AS events,
  coalesce(posts, 0)::INTEGER AS posts
FROM roster
JOIN week USING (run)
JOIN run USING (run)
JOIN learner USING (learner)
LEFT JOIN time USING (run, learner, monday)
LEFT JOIN activity USING (run, learner, monday)
LEFT JOIN posts USING (run, learner, monday);

-- Exact: percents and means as whole parts of 10^-20, cut, with one part added for each cut, so that
-- rounding down at the sixth place sees the true value.
CREATE TEMP TABLE learner_average AS
WITH attempt AS (
  SELECT
    act.run, learner, activity_id,
    arg_max(
      (((score_raw - coalesce(score_min, 0)) * 100000)::HUGEINT * 10000000000000000000000)
        // ((coalesce(score_max, max_score) - coalesce(score_min, 0)) * 100000)::HUGEINT,
      micros) AS part
  FROM act
  JOIN module ON module.run = act.run AND module.iri = act.parent_iri
    AND module.kind = 'exercise' AND module.counted = 'yes'
  WHERE tells = 'attempt' AND score_raw IS NOT NULL
  GROUP BY act.run, learner, activity_id, object_iri
),
exercise AS (
  SELECT run, learner, activity_id, sum(part) // count(*) + 1 AS part FROM attempt GROUP BY ALL
),
average AS (
  SELECT run, learner, sum(part) AS part FROM exercise GROUP BY ALL
),
counted AS (
  SELECT run, count(*) AS exercises
  FROM module WHERE kind = 'exercise' AND counted = 'yes' GROUP BY ALL
),
posts AS (
  SELECT run, learner, count(*) AS posts FROM post GROUP BY ALL
)
SELECT
  course_id, learner_id,
  coalesce(posts, 0)::INTEGER AS posts,
  ((coalesce(part, 0) // exercises // 100000000000000)::DECIMAL(20, 0) / 1000000)::DECIMAL(18, 6)
    AS average_macro
FROM roster
JOIN run USING (run)
JOIN learner USING (learner)
LEFT JOIN average USING (run, learner)
LEFT JOIN counted USING (run)
LEFT JOIN posts USING (run, learner);

COPY (FROM learner_week ORDER BY ALL) TO '${out}/learner_week.parquet' (FORMAT parquet, COMPRESSION zstd);
COPY (FROM learner_week ORDER BY ALL) TO '${out}/learner_week.csv' (FORMAT csv, HEADER);
COPY (FROM learner_average ORDER BY ALL) TO '${out}/learner_average.parquet' (FORMAT parquet, COMPRESSION zstd);
COPY (FROM learner_average ORDER BY ALL) TO '${out}/learner_average.csv' (FORMAT csv, HEADER);

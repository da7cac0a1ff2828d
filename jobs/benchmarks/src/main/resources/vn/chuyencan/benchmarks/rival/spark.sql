-- The same work in Spark SQL over its own JSON source. The view `raw` is that source with a schema
-- of only the fields that count; `run`, `learner`, `roster` and `module` come from the registers.

CREATE TEMPORARY VIEW located AS
SELECT
  id AS event_id, run, learner, opens_on, closes_on,
  unix_micros(timestamp) + 25200000000 AS micros,
  NOT (context.extensions.`http://lrs.learninglocker.net/define/extensions/info`.event_name
    <=> r'\mod_quiz\event\attempt_abandoned') AS own,
  CASE
    WHEN object.definition.type IN (
        'http://id.tincanapi.com/activitytype/discussion',
        'http://id.tincanapi.com/activitytype/forum-reply')
    THEN CASE verb.id
      WHEN 'http://activitystrea.ms/create' THEN 'post'
      WHEN 'http://id.tincanapi.com/verb/replied' THEN 'post'
      WHEN 'http://activitystrea.ms/delete' THEN 'deletion'
    END
    WHEN object.definition.type = 'http://adlnet.gov/expapi/activities/attempt'
      AND verb.id = 'http://adlnet.gov/expapi/verbs/completed'
      AND NOT (result.completion <=> false)
    THEN 'attempt'
  END AS tells,
  object.id AS object_iri, context.contextActivities.parent AS parent, result.score AS score
FROM raw
JOIN run ON run.iri = CASE
  WHEN object.definition.type = 'https://w3id.org/xapi/cmi5/activitytype/course' THEN object.id
  ELSE get(filter(context.contextActivities.parent, p ->
    p.definition.type = 'https://w3id.org/xapi/cmi5/activitytype/course'), 0).id
END
JOIN learner ON home_page = actor.account.homePage AND identifier = actor.account.name;

CREATE TEMPORARY VIEW seen AS
SELECT
  event_id, run, learner, micros, CAST(micros div 86400000000 AS INT) AS day, own, tells,
  CASE WHEN tells IS NOT NULL THEN object_iri END AS object_iri,
  CASE WHEN tells IN ('post', 'attempt') THEN get(filter(parent, p -> p.definition.type IN (
    'https://xapi.edlm/profiles/edlm-lms/concepts/activity-types/forum',
    'http://adlnet.gov/expapi/activities/assessment')), 0).id END AS parent_iri,
  CASE WHEN tells = 'post' THEN get(filter(parent, p ->
    p.definition.type = 'http://id.tincanapi.com/activitytype/discussion'), 0).id
  END AS reply_to_iri,
  score
FROM located
WHERE micros div 86400000000 BETWEEN opens_on AND least(closes_on, unix_date(${as_of}));

-- `act` is `seen` with each id once, kept in memory: see SparkRival.

CREATE TEMPORARY VIEW session AS
WITH gap AS (
  SELECT
    run, learner, micros,
    lag(micros) OVER (PARTITION BY run, learner ORDER BY micros) AS previous,
    max(micros) OVER (PARTITION BY run, learner) AS last
  FROM act WHERE own
)
SELECT
  run, learner, micros AS starts,
  coalesce(lead(previous) OVER (PARTITION BY run, learner ORDER BY micros), last) AS ends
FROM gap
WHERE previous IS NULL OR micros - previous > 1800000000;

CREATE TEMPORARY VIEW deleted AS SELECT DISTINCT object_iri FROM act WHERE tells = 'deletion';

CREATE TEMPORARY VIEW post AS
SELECT act.run, act.learner, min(act.day) AS day
FROM act
JOIN module ON module.run = act.run AND module.iri = act.parent_iri
  AND module.kind = 'forum' AND module.forum_kind = 'collective'
LEFT ANTI JOIN deleted AS gone ON gone.object_iri = act.object_iri
LEFT ANTI JOIN deleted AS discussion ON discussion.object_iri = act.reply_to_iri
WHERE tells = 'post'
GROUP BY act.run, act.learner, act.object_iri;

CREATE TEMPORARY VIEW learner_week AS
WITH week AS (
  SELECT run, explode(sequence(
    opens_on - (opens_on + 3) % 7, least(closes_on, unix_date(${as_of})), 7)) AS monday
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
    CAST(starts div 86400000000 - (starts div 86400000000 + 3) % 7 AS INT) AS monday,
    count(*) AS sessions, sum(ends - starts) AS micros
  FROM session GROUP BY ALL
),
posts AS (
  SELECT run, learner, day - (day + 3) % 7 AS monday, count(*) AS posts FROM post GROUP BY ALL
)
SELECT
  course_id, learner_id,
  concat(
    extract(YEAROFWEEK FROM date_from_unix_date(monday)), '-W',
    lpad(extract(WEEK FROM date_from_unix_date(monday)), 2, '0')) AS iso_week,
  CAST(coalesce(sessions, 0) AS INT) AS sessions,
  CAST(coalesce(active_days, 0) AS INT) AS active_days,
  CAST(CAST(coalesce(micros, 0) div 60 AS DECIMAL(20, 0)) / 1000000 AS DECIMAL(14, 6)) AS minutes,
  coalesce(events, 0) AS events,
  CAST(coalesce(posts, 0) AS INT) AS posts
FROM roster
JOIN week USING (run)
JOIN run USING (run)
JOIN learner USING (learner)
LEFT JOIN time USING (run, learner, monday)
LEFT JOIN activity USING (run, learner, monday)
LEFT JOIN posts USING (run, learner, monday);

-- Decimals wide enough that the last digits' roundings stay far below the part that is added before
-- rounding down.
CREATE TEMPORARY VIEW learner_average AS
WITH attempt AS (
  SELECT
    act.run, act.learner, activity_id,
    max_by(
      CAST((score.raw - coalesce(score.min, 0)) * 100 AS DECIMAL(20, 13))
        / CAST(coalesce(score.max, max_score) - coalesce(score.min, 0) AS DECIMAL(9, 5)),
      micros) AS percent
  FROM act
  JOIN module ON module.run = act.run AND module.iri = act.parent_iri
    AND module.kind = 'exercise' AND module.counted = 'yes'
  WHERE tells = 'attempt' AND score.raw IS NOT NULL
  GROUP BY act.run, act.learner, activity_id, object_iri
),
exercise AS (
  SELECT
    run, learner,
    CAST(sum(CAST(percent AS DECIMAL(26, 18))) AS DECIMAL(32, 18))
      / CAST(count(*) AS DECIMAL(9, 0)) AS percent
  FROM attempt GROUP BY run, learner, activity_id
),
average AS (
  SELECT run, learner, CAST(sum(percent) AS DECIMAL(32, 18)) AS percent FROM exercise GROUP BY ALL
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
  CAST(coalesce(posts, 0) AS INT) AS posts,
  CAST(floor((coalesce(percent, 0) / CAST(exercises AS DECIMAL(9, 0)) + 1e-14BD) * 1000000)
    / 1000000BD AS DECIMAL(18, 6)) AS average_macro
FROM roster
JOIN run USING (run)
JOIN learner USING (learner)
LEFT JOIN average USING (run, learner)
LEFT JOIN counted USING (run)
LEFT JOIN posts USING (run, learner);

-- The same work in Spark SQL over its own JSON source. The view `raw` is that source with a schema
-- of only the fields that count; the registers are in spark-registers.sql. The views that SparkRival
-- names are computed once and read as rows without a plan behind them.

CREATE TEMPORARY VIEW located AS
SELECT
  id AS event_id,
  run,
  shiftleft(CAST(run AS BIGINT), 32) | learner AS who,
  unix_micros(timestamp) + 25200000000 AS micros,
  opens_on, closes_on,
  NOT (context.extensions.`http://lrs.learninglocker.net/define/extensions/info`.event_name
    <=> r'\mod_quiz\event\attempt_abandoned') AS own,
  -- 1 a post, 2 a deletion, 3 an attempt with a score: of fixed width.
  CASE
    WHEN object.definition.type IN (
        'http://id.tincanapi.com/activitytype/discussion',
        'http://id.tincanapi.com/activitytype/forum-reply')
    THEN CASE verb.id
      WHEN 'http://activitystrea.ms/create' THEN 1
      WHEN 'http://id.tincanapi.com/verb/replied' THEN 1
      WHEN 'http://activitystrea.ms/delete' THEN 2
    END
    WHEN object.definition.type = 'http://adlnet.gov/expapi/activities/attempt'
      AND verb.id = 'http://adlnet.gov/expapi/verbs/completed'
      AND NOT (result.completion <=> false)
      AND result.score.raw IS NOT NULL
    THEN 3
  END AS tells,
  object.id AS object_iri, context.contextActivities.parent AS parent, result.score AS score
FROM raw
-- Where logstore_xapi puts the course is looked at first: a lambda is interpreted for each row.
JOIN run ON run.iri = CASE
  WHEN object.definition.type = 'https://w3id.org/xapi/cmi5/activitytype/course' THEN object.id
  WHEN try_element_at(context.contextActivities.parent, -1).definition.type
    = 'https://w3id.org/xapi/cmi5/activitytype/course'
  THEN try_element_at(context.contextActivities.parent, -1).id
  ELSE get(filter(context.contextActivities.parent, p ->
    p.definition.type = 'https://w3id.org/xapi/cmi5/activitytype/course'), 0).id
END
JOIN learner ON home_page = actor.account.homePage AND identifier = actor.account.name;

CREATE TEMPORARY VIEW told AS
SELECT
  event_id, run, who, micros, own, tells, score,
  CASE WHEN tells IS NOT NULL THEN object_iri END AS object_iri,
  CASE WHEN tells IN (1, 3) THEN get(filter(parent, p -> p.definition.type IN (
    'https://xapi.edlm/profiles/edlm-lms/concepts/activity-types/forum',
    'http://adlnet.gov/expapi/activities/assessment')), 0).id END AS parent_iri,
  CASE WHEN tells = 1 THEN get(filter(parent, p ->
    p.definition.type = 'http://id.tincanapi.com/activitytype/discussion'), 0).id
  END AS reply_to_iri
FROM located
WHERE micros div 86400000000 BETWEEN opens_on AND closes_on;

-- Held where it was read: sessions and repeated ids shuffle two narrow columns each, and these rows
-- with their text stay.
CREATE TEMPORARY VIEW heard AS
SELECT
  event_id, monotonically_increasing_id() AS row, who, micros, own, tells, module,
  object_iri, reply_to_iri,
  CASE WHEN tells = 3 AND exercise THEN CAST(
    CAST((score.raw - coalesce(score.min, 0)) * 100 AS DECIMAL(20, 13))
      / CAST(coalesce(score.max, max_score) - coalesce(score.min, 0) AS DECIMAL(9, 5))
    AS DECIMAL(26, 18)) END AS percent
FROM told
LEFT JOIN module ON module.run = told.run AND module.iri = parent_iri
  AND module.exercise = (tells = 3);

CREATE TEMPORARY VIEW repeated AS
SELECT event_id, min(row) AS first FROM heard GROUP BY event_id HAVING count(*) > 1;

CREATE TEMPORARY VIEW act AS
SELECT /*+ BROADCAST(repeated) */
  who, micros, own, tells, module, object_iri, reply_to_iri, percent
FROM heard
LEFT ANTI JOIN repeated ON repeated.event_id = heard.event_id AND row <> first;

CREATE TEMPORARY VIEW session AS
WITH edge AS (
  SELECT
    who, micros,
    coalesce(micros - lag(micros) OVER (w) > 1800000000, true) AS opens,
    coalesce(lead(micros) OVER (w) - micros > 1800000000, true) AS closes
  FROM act WHERE own
  WINDOW w AS (PARTITION BY who ORDER BY micros)
),
paired AS (
  -- Two events at one instant may open and close a session: what opens comes first.
  SELECT
    who, micros AS starts, opens,
    CASE WHEN closes AND opens THEN micros
      ELSE lead(micros) OVER (PARTITION BY who ORDER BY micros, opens DESC) END AS ends
  FROM edge WHERE opens OR closes
)
SELECT who, starts, ends FROM paired WHERE opens;

CREATE TEMPORARY VIEW deleted AS SELECT DISTINCT object_iri FROM act WHERE tells = 2;

CREATE TEMPORARY VIEW post AS
SELECT /*+ BROADCAST(gone, discussion) */
  who, CAST(min(micros) div 86400000000 AS INT) AS day
FROM act
LEFT ANTI JOIN deleted AS gone ON gone.object_iri = act.object_iri
LEFT ANTI JOIN deleted AS discussion ON discussion.object_iri = act.reply_to_iri
WHERE tells = 1 AND module IS NOT NULL
GROUP BY who, act.object_iri;

-- One grouping of everything that is counted, with a row of zeros for each week, joins no large
-- tables.
CREATE TEMPORARY VIEW figure AS
WITH counted AS (
  SELECT
    who, day - (day + 3) % 7 AS monday,
    0 AS sessions, 0L AS micros, 1 AS active_days, count(*) AS events, 0 AS posts
  FROM (SELECT who, CAST(micros div 86400000000 AS INT) AS day FROM act WHERE own)
  GROUP BY who, day
  UNION ALL
  SELECT
    who, CAST(starts div 86400000000 - (starts div 86400000000 + 3) % 7 AS INT),
    1, ends - starts, 0, 0L, 0
  FROM session
  UNION ALL
  SELECT who, day - (day + 3) % 7, 0, 0L, 0, 0L, 1 FROM post
  UNION ALL
  SELECT who, explode(sequence(opens_on - (opens_on + 3) % 7, closes_on, 7)), 0, 0L, 0, 0L, 0
  FROM roster WHERE opens_on <= closes_on
)
SELECT
  who, monday, sum(sessions) AS sessions, sum(micros) AS micros, sum(active_days) AS active_days,
  sum(events) AS events, sum(posts) AS posts
FROM counted GROUP BY who, monday;

CREATE TEMPORARY VIEW learner_week AS
SELECT /*+ BROADCAST(roster), REPARTITION(1) */
  course_id, learner_id,
  concat(
    extract(YEAROFWEEK FROM date_from_unix_date(monday)), '-W',
    lpad(extract(WEEK FROM date_from_unix_date(monday)), 2, '0')) AS iso_week,
  CAST(sessions AS INT) AS sessions,
  CAST(active_days AS INT) AS active_days,
  CAST(CAST(micros div 60 AS DECIMAL(20, 0)) / 1000000 AS DECIMAL(14, 6)) AS minutes,
  events,
  CAST(posts AS INT) AS posts
FROM figure
JOIN roster USING (who)
SORT BY course_id, learner_id, iso_week;

-- Decimals wide enough that the last digits' roundings stay far below the part that is added before
-- rounding down. A learner's posts are those of the weeks.
CREATE TEMPORARY VIEW learner_average AS
WITH attempt AS (
  SELECT who, module, max_by(percent, micros) AS percent
  FROM act WHERE percent IS NOT NULL
  GROUP BY who, module, object_iri
),
counted AS (
  SELECT
    who, 0L AS posts,
    CAST(sum(percent) AS DECIMAL(32, 18)) / CAST(count(*) AS DECIMAL(9, 0)) AS percent
  FROM attempt GROUP BY who, module
  UNION ALL
  SELECT who, posts, 0 FROM figure
),
total AS (
  SELECT who, sum(posts) AS posts, CAST(sum(percent) AS DECIMAL(32, 18)) AS percent
  FROM counted GROUP BY who
)
SELECT /*+ BROADCAST(roster), REPARTITION(1) */
  course_id, learner_id, CAST(posts AS INT) AS posts,
  CAST(floor((percent / CAST(exercises AS DECIMAL(9, 0)) + 1e-14BD) * 1000000)
    / 1000000BD AS DECIMAL(18, 6)) AS average_macro
FROM total
JOIN roster USING (who)
SORT BY course_id, learner_id;

-- Events of known learners in known course runs, in small keys. Microseconds and days are local, in
-- a zone without daylight saving. Text stays only where a post or an attempt is told.

CREATE TEMP TABLE act AS
WITH located AS (
  SELECT
    event_id, run, learner, opens_on, closes_on,
    epoch_us(occurred_at) + 25200000000 AS micros,
    -- The events that cron or another person causes, with the actor's name on them, are no acts.
    event_name IS DISTINCT FROM '\mod_quiz\event\attempt_abandoned' AS own,
    CASE
      WHEN object_type IN (
          'http://id.tincanapi.com/activitytype/discussion',
          'http://id.tincanapi.com/activitytype/forum-reply')
      THEN CASE verb
        WHEN 'http://activitystrea.ms/create' THEN 'post'
        WHEN 'http://id.tincanapi.com/verb/replied' THEN 'post'
        WHEN 'http://activitystrea.ms/delete' THEN 'deletion'
      END
      WHEN object_type = 'http://adlnet.gov/expapi/activities/attempt'
        AND verb = 'http://adlnet.gov/expapi/verbs/completed'
        AND completion IS DISTINCT FROM false
      THEN 'attempt'
    END AS tells,
    object_iri, parent_iri, reply_to_iri, score_raw, score_min, score_max
  FROM event
  JOIN run ON run.iri = course_iri
  JOIN learner ON learner.home_page = event.home_page AND learner.identifier = account
)
SELECT
  ${event_id} run, learner, micros, (micros // 86400000000)::INTEGER AS day, own, tells,
  CASE WHEN tells IS NOT NULL THEN object_iri END AS object_iri,
  CASE WHEN tells IS NOT NULL THEN parent_iri END AS parent_iri,
  CASE WHEN tells IS NOT NULL THEN reply_to_iri END AS reply_to_iri,
  score_raw, score_min, score_max
FROM located
WHERE micros // 86400000000 BETWEEN opens_on AND least(closes_on, ${as_of} - DATE '1970-01-01');

-- The registers as small tables: `csv_…` are the files. Each view is computed once and becomes rows
-- that are part of the plan, so that every join to it is a broadcast and none asks a file again.

CREATE TEMPORARY VIEW run AS
SELECT
  CAST(monotonically_increasing_id() AS INT) AS run,
  course_id, iri,
  unix_date(opens_on) AS opens_on,
  least(unix_date(closes_on), unix_date(${as_of})) AS closes_on
FROM csv_course_run;

CREATE TEMPORARY VIEW learner AS
SELECT
  CAST(monotonically_increasing_id() AS INT) AS learner, learner_id, home_page, identifier
FROM csv_identity
WHERE kind = 'account';

-- Only what is counted: forums of the whole class and exercises that count.
CREATE TEMPORARY VIEW module AS
SELECT
  run, CAST(monotonically_increasing_id() AS INT) AS module, activity.iri, max_score,
  kind = 'exercise' AS exercise
FROM csv_activity AS activity
JOIN run USING (course_id)
WHERE kind = 'forum' AND forum_kind = 'collective' OR kind = 'exercise' AND counted = 'yes';

-- One key for a learner in a run: sorts and groupings compare one number.
CREATE TEMPORARY VIEW roster AS
SELECT
  shiftleft(CAST(run AS BIGINT), 32) | learner AS who,
  course_id, learner_id, opens_on, closes_on, exercises
FROM csv_enrolment
JOIN run USING (course_id)
JOIN learner USING (learner_id)
LEFT JOIN (SELECT run, count(*) AS exercises FROM module WHERE exercise GROUP BY run) USING (run)
WHERE role = 'learner';

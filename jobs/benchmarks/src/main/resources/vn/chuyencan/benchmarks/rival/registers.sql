-- The registers as small tables of small keys: what every event is joined to.

CREATE TEMP TABLE run AS
SELECT
  row_number() OVER (ORDER BY course_id)::USMALLINT AS run,
  course_id, iri,
  (opens_on - DATE '1970-01-01')::INTEGER AS opens_on,
  (closes_on - DATE '1970-01-01')::INTEGER AS closes_on
FROM read_csv('${registers}/course_run.csv', header = true, columns = {
  course_id: 'VARCHAR', title: 'VARCHAR', iri: 'VARCHAR', opens_on: 'DATE', closes_on: 'DATE',
  estimator: 'VARCHAR'});

CREATE TEMP TABLE learner AS
SELECT row_number() OVER (ORDER BY learner_id)::UINTEGER AS learner, learner_id, home_page, identifier
FROM read_csv('${registers}/identity.csv', header = true, all_varchar = true)
WHERE kind = 'account';

CREATE TEMP TABLE roster AS
SELECT run, learner
FROM read_csv('${registers}/enrolment.csv', header = true, all_varchar = true) AS enrolment
JOIN run USING (course_id)
JOIN learner USING (learner_id)
WHERE role = 'learner';

CREATE TEMP TABLE module AS
SELECT run, activity_id, activity.iri, kind, forum_kind, counted, max_score::DECIMAL(18, 5) AS max_score
FROM read_csv('${registers}/activity.csv', header = true, all_varchar = true) AS activity
JOIN run USING (course_id);

"""The figures of a Moodle site by plain SQL, straight from the definitions and Moodle's tables.

No command of its own: scripts/check-moodle compares them with what the pipeline published. None of
the pipeline's code or of its reading of Moodle stands behind them. The site is the one of
moodle/site: prefix mdl_, Asia/Ho_Chi_Minh, which has been seven hours ahead of UTC since 1975.
"""

import collections
import datetime
import decimal
import fractions

# A course run lasts from the day of its start to the day that its end ends; a midnight ends the day
# before. Who learns: a student's role in the course and an enrolment in it, and no teacher's role there. A
# learner is called by the ID number, a deleted one that lost it by the number of the account.
LEARNERS = """
WITH learners AS (
  SELECT DISTINCT c.id AS courseid, c.idnumber AS course, u.id AS userid,
         (c.startdate + 25200) DIV 86400 AS first_day,
         (c.enddate - 1 + 25200) DIV 86400 AS last_day,
         CASE WHEN u.idnumber <> '' THEN u.idnumber
              WHEN u.deleted = 1 THEN CONCAT('user-', u.id) ELSE u.username END AS learner
  FROM mdl_course c
  JOIN mdl_context x ON x.contextlevel = 50 AND x.instanceid = c.id
  JOIN mdl_role_assignments a ON a.contextid = x.id
  JOIN mdl_role r ON r.id = a.roleid AND r.archetype = 'student'
  JOIN mdl_user u ON u.id = a.userid
  WHERE c.id > 1
    AND EXISTS (SELECT 1 FROM mdl_user_enrolments e JOIN mdl_enrol m ON m.id = e.enrolid
                WHERE m.courseid = c.id AND e.userid = u.id)
    AND NOT EXISTS (SELECT 1 FROM mdl_role_assignments b JOIN mdl_role s ON s.id = b.roleid
                    WHERE b.contextid = x.id AND b.userid = u.id
                      AND s.archetype IN ('teacher', 'editingteacher'))),
"""

# What a learner did while the course ran: on the web or by the app, under the own name, not
# anonymously.
ACTS = LEARNERS + """
acts AS (
  SELECT n.course, n.learner, l.id, l.timecreated AS t
  FROM mdl_logstore_standard_log l
  JOIN learners n ON n.courseid = l.courseid AND n.userid = l.userid
  WHERE l.origin IN ('web', 'ws') AND l.anonymous = 0 AND COALESCE(l.realuserid, 0) = 0
    AND (l.timecreated + 25200) DIV 86400 BETWEEN n.first_day AND n.last_day),
"""

# The Monday of a local day, as days since the epoch; day 0 was a Thursday.
MONDAY = "(({0} + 25200) DIV 86400 - MOD(({0} + 25200) DIV 86400 + 3, 7))"

EVENTS = ACTS + f"""
weeks AS (SELECT course, learner, {MONDAY.format("t")} AS monday, (t + 25200) DIV 86400 AS day
          FROM acts)
SELECT course, learner, monday, COUNT(*), COUNT(DISTINCT day)
FROM weeks GROUP BY course, learner, monday
"""

SESSIONS = ACTS + f"""
steps AS (
  SELECT course, learner, t, id,
         t - LAG(t) OVER (PARTITION BY course, learner ORDER BY t, id) AS pause FROM acts),
numbered AS (
  SELECT course, learner, t,
         SUM(CASE WHEN pause <= {{gap}} THEN 0 ELSE 1 END)
           OVER (PARTITION BY course, learner ORDER BY t, id ROWS UNBOUNDED PRECEDING) AS n
  FROM steps),
sessions AS (SELECT course, learner, n, MIN(t) AS s, MAX(t) AS e
             FROM numbered GROUP BY course, learner, n)
SELECT course, learner, {MONDAY.format("s")} AS monday, COUNT(*), SUM(e - s)
FROM sessions GROUP BY course, learner, {MONDAY.format("s")}
"""

# One ID number may stand on two modules of one course; then it names neither.
MODULES = LEARNERS + """
numbered AS (
  SELECT cm.id, cm.course AS courseid, m.name AS type, cm.instance, cm.groupmode,
         CASE WHEN COALESCE(cm.idnumber, '') <> ''
               AND COUNT(*) OVER (PARTITION BY cm.course, cm.idnumber) = 1
              THEN cm.idnumber ELSE CONCAT(m.name, '-', cm.id) END AS activity
  FROM mdl_course_modules cm JOIN mdl_modules m ON m.id = cm.module
  WHERE cm.deletioninprogress = 0)
"""

POSTS = MODULES + """
SELECT n.course, n.learner, k.activity, f.type, k.groupmode,
       CASE WHEN p.parent = 0 THEN 'topic' ELSE 'reply' END AS kind, COUNT(*)
FROM mdl_forum_posts p
JOIN mdl_forum_discussions d ON d.id = p.discussion
JOIN mdl_forum f ON f.id = d.forum
JOIN numbered k ON k.type = 'forum' AND k.instance = f.id
JOIN learners n ON n.courseid = k.courseid AND n.userid = p.userid
WHERE p.deleted = 0 AND (p.created + 25200) DIV 86400 BETWEEN n.first_day AND n.last_day
GROUP BY n.course, n.learner, k.activity, f.type, k.groupmode,
         CASE WHEN p.parent = 0 THEN 'topic' ELSE 'reply' END
"""

QUIZZES = MODULES + """
SELECT c.idnumber, k.activity FROM numbered k
JOIN mdl_quiz q ON q.id = k.instance JOIN mdl_course c ON c.id = k.courseid
WHERE k.type = 'quiz' AND q.grade > 0
"""

ATTEMPTS = MODULES + """
SELECT n.course, n.learner, k.activity, a.state,
       CASE WHEN a.sumgrades IS NULL THEN 0 ELSE 1 END AS marked,
       COUNT(*), COALESCE(SUM(a.sumgrades), 0), q.sumgrades
FROM mdl_quiz_attempts a
JOIN mdl_quiz q ON q.id = a.quiz
JOIN numbered k ON k.type = 'quiz' AND k.instance = q.id
JOIN learners n ON n.courseid = k.courseid AND n.userid = a.userid
WHERE a.preview = 0 AND q.grade > 0
  AND (a.timefinish + 25200) DIV 86400 BETWEEN n.first_day AND n.last_day
GROUP BY n.course, n.learner, k.activity, a.state,
         CASE WHEN a.sumgrades IS NULL THEN 0 ELSE 1 END, q.sumgrades
"""

ATTENDANCE = MODULES + """
SELECT n.course, n.learner, s.id, COALESCE(t.description, '')
FROM mdl_attendance_sessions s
JOIN numbered k ON k.type = 'attendance' AND k.instance = s.attendanceid
JOIN learners n ON n.courseid = k.courseid
LEFT JOIN mdl_attendance_log l ON l.sessionid = s.id AND l.studentid = n.userid
LEFT JOIN mdl_attendance_statuses t ON t.id = l.statusid
WHERE s.lasttaken > 0 AND s.groupid = 0
"""

REVIEWS = MODULES + """
SELECT n.course, k.activity, n.learner, o.learner,
       CASE WHEN a.grade IS NULL THEN 0 ELSE a.timemodified END, a.grade
FROM mdl_workshop_assessments a
JOIN mdl_workshop_submissions s ON s.id = a.submissionid AND s.example = 0
JOIN numbered k ON k.type = 'workshop' AND k.instance = s.workshopid
JOIN learners n ON n.courseid = k.courseid AND n.userid = a.reviewerid
JOIN learners o ON o.courseid = k.courseid AND o.userid = s.authorid
WHERE a.reviewerid <> s.authorid
"""

# Every learner beside every item that is graded in points. A total has as many points as what was
# graded for the learner; other items have those of the item (minmaxtouse is 1 on this site). Of two
# items of one activity the first bears the activity's name.
GRADES = MODULES + """
SELECT n.course, n.learner, i.itemtype,
       CASE WHEN i.itemtype = 'course' THEN 'course'
            WHEN k.activity IS NOT NULL
             AND NOT EXISTS (SELECT 1 FROM mdl_grade_items o
                             WHERE o.courseid = i.courseid AND o.itemmodule = i.itemmodule
                               AND o.iteminstance = i.iteminstance AND o.itemnumber < i.itemnumber)
            THEN k.activity ELSE CONCAT('item-', i.id) END AS component,
       CASE WHEN g.finalgrade IS NULL THEN 0 ELSE 1 END AS marked, COALESCE(g.finalgrade, 0),
       CASE WHEN i.itemtype = 'course' AND g.finalgrade IS NOT NULL
            THEN g.rawgrademin ELSE i.grademin END,
       CASE WHEN i.itemtype = 'course' AND g.finalgrade IS NOT NULL
            THEN g.rawgrademax ELSE i.grademax END,
       CASE WHEN COALESCE(g.excluded, 0) > 0 THEN 1 ELSE 0 END,
       COALESCE((CASE WHEN g.finalgrade IS NULL THEN NULL WHEN g.overridden > 0 THEN g.overridden
                      ELSE g.timemodified END + 25200) DIV 86400, -1)
FROM mdl_grade_items i
JOIN learners n ON n.courseid = i.courseid
LEFT JOIN numbered k ON k.type = i.itemmodule AND k.instance = i.iteminstance
LEFT JOIN mdl_grade_grades g ON g.itemid = i.id AND g.userid = n.userid
WHERE i.gradetype = 1
"""

# All lie in one category that adds up, and nobody set a part: the points are the weights.
WEIGHTS = MODULES + """
SELECT c.idnumber, COUNT(*), SUM(i.grademax), MIN(a.aggregation), MAX(a.aggregation),
       MAX(i.weightoverride), MAX(i.aggregationcoef)
FROM mdl_grade_items i
JOIN mdl_course c ON c.id = i.courseid
JOIN mdl_grade_categories a ON a.id = i.categoryid
WHERE i.itemtype = 'mod'
GROUP BY c.idnumber
"""

COMPLETIONS = MODULES + """
SELECT n.course, n.learner, k.activity, COALESCE(x.completionstate, 0),
       CASE WHEN COALESCE(x.completionstate, 0) = 0 THEN 0 ELSE x.timemodified END
FROM numbered k
JOIN mdl_course_modules cm ON cm.id = k.id AND cm.completion <> 0
JOIN mdl_course c ON c.id = k.courseid AND c.enablecompletion = 1
JOIN learners n ON n.courseid = k.courseid
LEFT JOIN mdl_course_modules_completion x ON x.coursemoduleid = k.id AND x.userid = n.userid
"""

# The one survey of the site is anonymous.
ANSWERS = MODULES + """
SELECT n.course, k.activity, v.item, v.value, COUNT(*)
FROM mdl_feedback_value v
JOIN mdl_feedback_completed f ON f.id = v.completed AND f.anonymous_response = 1
JOIN numbered k ON k.type = 'feedback' AND k.instance = f.feedback
JOIN learners n ON n.courseid = k.courseid AND n.userid = f.userid
GROUP BY n.course, k.activity, v.item, v.value
"""

STATES = ("incomplete", "complete", "complete_pass", "complete_fail", "complete_fail")

POPULATION = LEARNERS + "nobody AS (SELECT 1) SELECT course, learner FROM learners"


def week_name(monday):
    date = datetime.date(1970, 1, 1) + datetime.timedelta(days=int(monday))
    year, week, _ = date.isocalendar()
    return f"{year:04d}-W{week:02d}"


def down(value):
    """A fraction as the pipeline writes it: six places, rounded down."""
    return decimal.Decimal(value.numerator * 10**6 // value.denominator).scaleb(-6)


def minutes(seconds):
    return down(fractions.Fraction(int(seconds), 60))


class Figures:
    """All figures of a site, by course and learner and what else names a row."""

    def __init__(self, server, database):
        def rows(query):
            return server.rows(database, query)

        self.population = {tuple(row) for row in rows(POPULATION)}
        self.weeks = collections.defaultdict(
            lambda: {"events": 0, "active_days": 0, "sessions": 0, "minutes": decimal.Decimal(0)})
        for course, learner, monday, events, days in rows(EVENTS):
            week = self.weeks[course, learner, week_name(monday)]
            week["events"], week["active_days"] = int(events), int(days)
        self.totals = collections.defaultdict(fractions.Fraction)
        for course, learner, monday, count, seconds in rows(SESSIONS.format(gap=1800)):
            week = self.weeks[course, learner, week_name(monday)]
            week["sessions"], week["minutes"] = int(count), minutes(seconds)
        self.bands = {}
        for gap in (15, 30, 60):
            totals = collections.Counter()
            for course, learner, _, _, seconds in rows(SESSIONS.format(gap=gap * 60)):
                totals[course, learner] += int(seconds)
            self.bands[gap] = {key: minutes(seconds) for key, seconds in totals.items()}
        self.posts = {}
        for course, learner, forum, kind, mode, post, count in rows(POSTS):
            forum_kind = "" if kind == "news" else "collective" if mode == "0" else "group"
            self.posts[course, learner, forum, forum_kind, post] = int(count)
        self.read_attempts(rows)
        self.attendance = {(course, learner, f"session-{session}"): status.lower() or "unmarked"
                           for course, learner, session, status in rows(ATTENDANCE)}
        self.reviews = {
            (course, workshop, reviewer, author):
                (int(done), decimal.Decimal(grade) if int(done) else None)
            for course, workshop, reviewer, author, done, grade in rows(REVIEWS)}

        self.read_results(rows)

    def read_results(self, rows):
        self.grades = {}
        for course, learner, kind, component, marked, score, low, most, excluded, day in rows(GRADES):
            self.grades[course, learner, component] = {
                "kind": "activity" if kind == "mod" else kind,
                "score": decimal.Decimal(score) if marked == "1" else None,
                "min_score": decimal.Decimal(low),
                "max_score": decimal.Decimal(most),
                "state": ("excluded" if excluded == "1" else
                          "graded" if marked == "1" else "pending"),
                "graded_on": "" if int(day) < 0 else str(
                    datetime.date(1970, 1, 1) + datetime.timedelta(days=int(day)))}
        self.points = {}
        for course, _, points, least, most, fixed, extra in rows(WEIGHTS):
            if (least, most, fixed) != ("13", "13", "0") or decimal.Decimal(extra) != 0:
                raise SystemExit(f"The gradebook of {course} is not the one that was expected.")
            self.points[course] = fractions.Fraction(points)
        self.completions = {}
        for course, learner, activity, state, at in rows(COMPLETIONS):
            moment = datetime.datetime.fromtimestamp(int(at), datetime.timezone.utc)
            self.completions[course, learner, activity] = (
                STATES[int(state)],
                "" if at == "0" else moment.strftime("%Y-%m-%dT%H:%M:%S.%fZ"))
        self.answers = {(course, activity, item, value): int(count)
                        for course, activity, item, value, count in rows(ANSWERS)}

    def weight(self, course, points):
        """Percent of the course's mark that a component of so many points is, exactly."""
        return 100 * fractions.Fraction(points) / self.points[course]

    def read_attempts(self, rows):
        exercises = collections.defaultdict(set)
        for course, exercise in rows(QUIZZES):
            exercises[course].add(exercise)
        self.exercises = {course: len(some) for course, some in exercises.items()}
        marks = collections.defaultdict(lambda: collections.defaultdict(list))
        pending = collections.defaultdict(set)
        for course, learner, exercise, state, marked, count, total, most in rows(ATTEMPTS):
            # In progress and abandoned is no attempt; without a mark it waits for one.
            if state in ("finished", "submitted") and marked == "0":
                pending[course, learner].add(exercise)
            elif state == "finished":
                percent = 100 * fractions.Fraction(total) / fractions.Fraction(most)
                marks[course, learner][exercise] += [(int(count), percent)]
        self.attempts = {}
        for course, learner in self.population:
            mine = marks[course, learner]
            all_exercises = self.exercises.get(course, 0)
            counts = {exercise: sum(count for count, _ in some) for exercise, some in mine.items()}
            sums = {exercise: sum(total for _, total in some) for exercise, some in mine.items()}
            attempts = sum(counts.values())
            macro = sum((sums[e] / counts[e] for e in mine), fractions.Fraction(0)) / all_exercises
            pooled = sum(sums.values(), fractions.Fraction(0)) / (
                attempts + all_exercises - len(mine))
            waiting = pending[course, learner]
            self.attempts[course, learner] = {
                "exercises": all_exercises,
                "exercises_completed": len(mine.keys() | waiting),
                "exercises_pending": len(waiting),
                "attempts": attempts,
                "average_macro": down(macro),
                "average_pooled": down(pooled),
            }

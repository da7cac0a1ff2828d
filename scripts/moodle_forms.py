# The other forms in which the traces of the real Moodle site arrive: its downloads and its xAPI.
# Part of scripts/check-moodle.

import decimal
import json
import lzma
import os
import shutil
import subprocess

import checking

COURSE = "KH-FLIP01"
REPORTS = {"quiz_overview_FLIP01_q01*": "FLIP01-Q01", "quiz_overview_FLIP01_q06*": "FLIP01-Q06",
           "forum_FLIP01_f6*": "FLIP01-F6"}


def draft(folder, server, database, site):
    """The registers that `init` drafts from the database."""
    drafted = folder / "drafted"
    environment = {**os.environ, "MOODLE_PASSWORD": server.password}
    done = subprocess.run(
        [checking.LAUNCHER, "init", "--from", server.url(database), "--user", server.user,
         "--site", site, "--out", drafted, "--id", "check", "--name", "Check"],
        env=environment, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SystemExit(f"FAIL: chuyencan init ended with {done.returncode}\n{done.stderr}")
    return drafted


def validates(checks, drafted, server):
    environment = {**os.environ, "MOODLE_PASSWORD": server.password}
    done = subprocess.run(
        [checking.LAUNCHER, "validate", "--config", drafted / "chuyencan.yaml"],
        env=environment, capture_output=True, text=True, check=False)
    checks.that(done.returncode == 0, f"{server.name}: validate accepts what init drafted",
                done.stdout + done.stderr)


def rows(publication, table, key, figures, wanted=lambda row: True):
    return {tuple(row[name] for name in key): tuple(row[name] for name in figures)
            for row in publication.table(table) if row["course_id"] == COURSE and wanted(row)}


def same(checks, label, found, expected):
    differences = [f"{key}: {found.get(key)}, from the database {expected.get(key)}"
                   for key in sorted(found.keys() | expected.keys())
                   if found.get(key) != expected.get(key)]
    checks.that(expected and not differences, f"{label}: {len(expected)} rows compared",
                f"{len(differences)} differences\n      " + "\n      ".join(differences[:20]))


def check_downloads(checks, folder, registers, site, once, as_of):
    """Logs in two languages give the weeks of the database; reports give its facts."""
    exports = checking.shared() / "moodle" / "exports"
    if not exports.is_dir():
        checks.skip(f"no downloads at {exports}")
        return
    for language in ("en", "vi"):
        inbox = folder / f"downloads-{language}"
        inbox.mkdir(parents=True)
        for packed in sorted(exports.glob(f"*.{language}.*.xz")):
            with lzma.open(packed) as source, (inbox / packed.stem).open("wb") as target:
                shutil.copyfileobj(source, target)
        source = {"id": "downloads", "kind": "moodle-export", "path": str(inbox), "site": site,
                  "course": COURSE, "activities": REPORTS}
        night = checking.Institution(folder / language, registers=registers,
                                     source=json.dumps(source)).run(as_of)
        label = f"downloads of {COURSE}, {language}"
        checks.that(night.balances(), f"{label}: the equation holds, {night.counts}")
        figures = ("sessions", "minutes", "active_days", "events")
        key = ("learner_id", "iso_week")
        same(checks, f"{label}: sessions, minutes, days and events of ISO weeks",
             rows(night, "learner_week", key, figures), rows(once, "learner_week", key, figures))
        key = ("learner_id", "session_id")
        same(checks, f"{label}: attendance", rows(night, "attendance_record", key, ("status",)),
             rows(once, "attendance_record", key, ("status",)))
        if language == "en":
            key, figures = ("learner_id", "post_id"), ("kind", "occurred_at", "deleted")
            same(checks, f"{label}: posts of the group forum",
                 rows(night, "forum_post", key, figures, lambda row: row["forum_id"] == "FLIP01-F6"),
                 rows(once, "forum_post", key, figures, lambda row: row["forum_id"] == "FLIP01-F6"))
        check_gradebook(checks, label, night, once)
        if language == "en":
            key, figures = ("learner_id", "activity_id"), ("state", "completed_at")
            found = rows(night, "completion", key, figures)
            listed = {learner for learner, _ in found}
            same(checks, f"{label}: completion of activities", found,
                 rows(once, "completion", key, figures, lambda row: row["learner_id"] in listed))
        quiz = REPORTS["quiz_overview_FLIP01_q01*" if language == "en"
                       else "quiz_overview_FLIP01_q06*"]
        key = ("learner_id", "attempt_no")
        # The report rounds marks to two decimals, so only states can be equal.
        same(checks, f"{label}: attempts of {quiz} and their states",
             rows(night, "assessment_attempt", key, ("state",),
                  lambda row: row["exercise_id"] == quiz),
             rows(once, "assessment_attempt", key, ("state",),
                  lambda row: row["exercise_id"] == quiz))


def check_gradebook(checks, label, night, once):
    """An export has two decimals, and only who is enrolled when it is made; it has no weights."""
    key = ("learner_id", "component_name")
    listed = rows(night, "grade", key, ("state", "score"))
    there = {learner for learner, _ in listed}
    expected = {name: (state, str(decimal.Decimal(score).quantize(
                    decimal.Decimal("0.01"), decimal.ROUND_HALF_UP).normalize()) if score else "")
                for name, (state, score) in rows(once, "grade", key, ("state", "score")).items()
                if name[0] in there}
    found = {name: (state, str(decimal.Decimal(score).normalize()) if score else "")
             for name, (state, score) in listed.items()}
    same(checks, f"{label}: grades, rounded to two decimals", found, expected)
    left = {row["learner_id"] for row in once.table("learner_course_measure")
            if row["course_id"] == COURSE and row["role"] == "learner"
            and row["learner_id"] not in there}
    unexplained = [row["learner_id"] for row in once.table("learner_course_measure")
                   if row["course_id"] == COURSE and row["learner_id"] in left
                   and not row["left_on"]]
    checks.that(not unexplained, f"{label}: {len(left)} learners who left are not in the export",
                f"not in the export: {unexplained}")


def check_statements(checks, folder, registers, site, database, once, as_of):
    """Statements of the site beside its database change no figure, and nearly all are found there."""
    sample = checking.shared() / "xapi" / "logstore-xapi-sample.jsonl.gz"
    if not sample.is_file():
        checks.skip(f"no statements at {sample}")
        return
    both = checking.Institution(
        folder / "both", registers=registers,
        source=json.dumps(database) + "\n  - "
        + json.dumps({"id": "lms-xapi", "kind": "xapi", "path": str(sample), "site": site}))
    night = both.run(as_of)
    for table in ("learner_week", "learner_course_measure", "assessment_attempt", "forum_post",
                  "eligibility_decision"):
        checks.that(night.table(table) == once.table(table),
                    f"database and statements of one site: {table} as from the database alone")
    acts = matched = 0
    for row in night.table("source_reconciliation"):
        if row["form"] == "statements":
            acts += int(row["acts"])
            matched += int(row["matched"])
    checks.that(acts > 4000 and matched >= acts * 0.99,
                f"source_reconciliation: {matched} of {acts} statements are acts of the log")

# The question bank of the real Moodle site: counts by chapter and how learners answered.
# Part of scripts/check-moodle. Counts are by SQL on the bank's tables; difficulty and discrimination
# are compared with those that Moodle computed itself and keeps in question_statistics.

import csv
import decimal
import io
import json
import re
import subprocess
import zipfile

import checking

COURSES = ("KH-FLIP01", "KH-FLIP02", "KH-FLIP03")
CHAPTER = r"bài (\d+)"
RULE = "Q3784-V.VI.4-DK"

# The version that a quiz gives: the latest that is ready.
BANK = """
SELECT c.idnumber, k.name, COUNT(DISTINCT q.questiontext),
       COUNT(DISTINCT CASE WHEN q.qtype IN ('multichoice', 'truefalse') THEN q.questiontext END),
       COUNT(DISTINCT CASE WHEN q.generalfeedback <> '' THEN q.questiontext END)
FROM mdl_question q
JOIN mdl_question_versions v ON v.questionid = q.id AND v.status = 'ready'
 AND v.version = (SELECT MAX(w.version) FROM mdl_question_versions w
                  WHERE w.questionbankentryid = v.questionbankentryid AND w.status = 'ready')
JOIN mdl_question_bank_entries e ON e.id = v.questionbankentryid
JOIN mdl_question_categories k ON k.id = e.questioncategoryid
JOIN mdl_context x ON x.id = k.contextid AND x.contextlevel = 50
JOIN mdl_course c ON c.id = x.instanceid
WHERE q.parent = 0 AND q.qtype NOT IN ('description', 'random')
GROUP BY c.idnumber, k.name
"""

# Moodle computes over all finished attempts; where nobody has two and nothing waits for a mark,
# these are the first ones that the pipeline looks at.
STATISTICS = """
SELECT s.questionid, s.s, s.facility, s.discriminationindex
FROM mdl_question_statistics s
WHERE s.slot IS NOT NULL AND s.subquestion = 0 AND s.variant IS NULL
  AND NOT EXISTS (
    SELECT 1 FROM mdl_question_attempts t JOIN mdl_quiz_attempts a ON a.uniqueid = t.questionusageid
    JOIN mdl_question_attempts o ON o.questionusageid = a.uniqueid
    JOIN mdl_question_attempt_steps p ON p.questionattemptid = o.id
    WHERE t.questionid = s.questionid AND a.state = 'finished'
      AND (a.attempt > 1 OR p.state IN ('needsgrading', 'mangrright', 'mangrpartial')))
"""


def report(config, *arguments):
    done = subprocess.run(
        [checking.LAUNCHER, "report", *arguments, "--year", "2026", "--config", config],
        capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SystemExit(f"FAIL: chuyencan report ended with {done.returncode}\n{done.stderr}")


def check(checks, label, folder, source, server, database, as_of):
    registers = folder / "registers"
    registers.mkdir(parents=True)
    # Which courses are to be audited the institution says: one item of a package each.
    lines = "".join(f"{course},syllabus,syllabus\n" for course in COURSES)
    (registers / "package_item.csv").write_text("course_code,item_id,kind\n" + lines)
    told = {**source, "question_chapter": CHAPTER}
    config = checking.Institution(folder, source=json.dumps(told)).config
    report(config, "--form", "decision3784-audit", "--as-of", as_of, "--out", folder / "reports")
    report(config, "--evidence", RULE, "--as-of", as_of, "--out", folder / "evidence.zip")

    found = {}
    for table in (folder / "reports").rglob("decision3784_question.csv"):
        with table.open(encoding="utf-8") as rows:
            for row in csv.DictReader(rows):
                found[row["course_code"], row["chapter"]] = tuple(
                    int(row[name]) for name in ("of_chapter", "objective", "with_hint"))
    wanted = {}
    for course, name, *counts in server.rows(database, BANK):
        number = re.search(CHAPTER, name)
        key = course, number.group(1) if number else ""
        wanted[key] = tuple(map(sum, zip(wanted.get(key, (0, 0, 0)), map(int, counts))))
    wanted.pop(("", ""), None)
    differences = [f"{key}: {found.get(key)}, SQL says {wanted.get(key)}"
                   for key in sorted(found.keys() | wanted.keys())
                   if found.get(key) != wanted.get(key)]
    checks.that(wanted and not differences, f"{label}: questions of {len(wanted)} chapters",
                "\n      ".join(differences[:20]))

    with zipfile.ZipFile(folder / "evidence.zip") as evidence:
        with evidence.open("tables/reg.question_item.csv") as table:
            items = {row["question_id"]: row for row in
                     csv.DictReader(io.TextIOWrapper(table, encoding="utf-8"))}
    entries = {question: entry for question, entry in server.rows(
        database, "SELECT questionid, questionbankentryid FROM mdl_question_versions")}
    differences = []
    compared = 0
    for question, answers, facility, index in server.rows(database, STATISTICS):
        item = items.get(f"question-{entries[question]}", {})
        compared += 1
        # As a part of 1, and the correlation in percent.
        if (item.get("answers") != answers
                or not near(item["difficulty"], facility, 1)
                or bool(item["discrimination"]) != bool(index)
                or index and not near(item["discrimination"], index, 100)):
            differences.append(f"question {question}: {item}, Moodle says {answers} {facility} "
                               f"{index}")
    checks.that(compared and not differences,
                f"{label}: difficulty and discrimination of {compared} questions are Moodle's own",
                f"{len(differences)} differences\n      " + "\n      ".join(differences[:20]))


def near(found, told, scale):
    return abs(decimal.Decimal(found) * scale - decimal.Decimal(told)) < scale * decimal.Decimal(
        "0.000002")

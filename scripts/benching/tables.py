"""Whether two contenders tell the same: numbers are compared as exact decimals, row by row."""

import csv
import decimal
import hashlib
import pathlib

WEEK = ("course_id", "learner_id", "iso_week")
WEEK_FIGURES = ("sessions", "active_days", "minutes", "events", "posts")
AVERAGE = ("course_id", "learner_id")
AVERAGE_FIGURES = ("posts", "average_macro")

# A rival's table → its name in chuyencan's publication, key, figures.
TABLES = {
    "learner_week": ("learner_week", WEEK, WEEK_FIGURES),
    "learner_average": ("learner_course_measure", AVERAGE, AVERAGE_FIGURES),
}
SHOWN = 5


class Tables:
    """The tables of one contender as they are compared: key → exact figures."""

    def __init__(self, folder):
        self.rows = {name: self._read(pathlib.Path(folder), name) for name in TABLES}
        self.digest = self._digest()

    @staticmethod
    def _read(folder, name):
        published, key, figures = TABLES[name]
        # Of chuyencan's a long table lies in parts.
        files = [*folder.glob(f"{published}.csv"), *folder.glob(f"{published}-*.csv")]
        found = {}
        for file in files or [folder / f"{name}.csv"]:
            with file.open(encoding="utf-8", newline="") as text:
                found.update(
                    (tuple(row[column] for column in key),
                     tuple(decimal.Decimal(row[column]).normalize() for column in figures))
                    for row in csv.DictReader(text, strict=True))
        return found

    def _digest(self):
        sha = hashlib.sha256()
        for name in sorted(self.rows):
            for key, figures in sorted(self.rows[name].items()):
                sha.update("\t".join([name, *key, *(f"{f:f}" for f in figures)]).encode() + b"\n")
        return sha.hexdigest()[:16]

    def count(self):
        return sum(map(len, self.rows.values()))

    def differences(self, other):
        """The first differing rows, readable, and how many there are."""
        told, number = [], 0
        for name, mine in self.rows.items():
            theirs = other.rows[name]
            for key in sorted(mine.keys() | theirs.keys()):
                if mine.get(key) != theirs.get(key):
                    number += 1
                    if len(told) < SHOWN:
                        told.append(f"{name} {' '.join(key)} ({', '.join(TABLES[name][2])}): "
                                    f"{shown(mine.get(key))} / {shown(theirs.get(key))}")
        return told, number


def shown(figures):
    return "no row" if figures is None else " ".join(f"{figure:f}" for figure in figures)


class Comparison:
    """Compares every run of every contender with the first one seen."""

    def __init__(self):
        self.first = None
        self.first_name = None
        self.failed = False

    def see(self, name, folder):
        """Says so, loudly, when these tables differ from the first."""
        tables = Tables(folder)
        if self.first is None:
            self.first, self.first_name = tables, name
            print(f"  tables of {name}: {tables.count()} rows, digest {tables.digest}", flush=True)
        elif tables.digest != self.first.digest:
            self.failed = True
            told, number = self.first.differences(tables)
            print(f"FAIL: {self.first_name} ({self.first.digest}) and {name} ({tables.digest}) "
                  f"differ in {number} rows; the first:", flush=True)
            for line in told:
                print(f"  {line}", flush=True)

"""The one table that is printed, and the targets."""

import datetime
import os
import platform
import subprocess

from benching import data, measure

# What is promised: a ratio of at least, or of at most. Where nothing is promised the ratio is
# printed without a target.
AT_LEAST = {
    ("first load", "duckdb kept"): 1.0,
    ("first load", "spark json"): 5.0,
    ("night", "duckdb kept"): 5.0,
    ("gap", "first load"): 20.0,
    ("large first load", "duckdb kept"): 1.0,
    ("large first load", "duckdb stateless"): 1.0,
    ("large night", "duckdb kept"): 5.0,
    ("large gap", "first load"): 20.0,
}
AT_MOST = {
    ("night, ten times the history", "the same night on the short one"): 1.2,
    ("peak memory, ten times the input", "once"): 1.2,
}


def machine():
    """A line that says on what was measured."""
    mine = measure.cores()
    version = subprocess.run([data.java(), "-version"], stderr=subprocess.PIPE, text=True)
    versions = {}
    for jar in data.classpath().split(":"):
        name = os.path.basename(jar)
        for library in ("duckdb_jdbc", "spark-sql_2.13"):
            if name.startswith(library + "-"):
                versions[library] = name[len(library) + 1:-len(".jar")]
    print(f"{len(mine) if mine else os.cpu_count()} of {os.cpu_count()} cores, {memory()}, {cpu()}, "
          f"{datetime.date.today()}, {version.stderr.splitlines()[0]}, "
          f"DuckDB {versions.get('duckdb_jdbc')}, Spark {versions.get('spark-sql_2.13')}, "
          f"load {os.getloadavg()[0]:.1f}", flush=True)


def memory():
    try:
        return f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2 ** 30:.0f} GiB"
    except (ValueError, OSError):
        return "memory unknown"


def cpu():
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as info:
            names = [line.split(":", 1)[1].strip() for line in info if line.startswith("model name")]
        return names[0]
    except (OSError, IndexError):
        return platform.processor() or platform.machine()


class Report:
    """Collects lines; a contender's ratio says how many times faster the first of its group is."""

    def __init__(self):
        self.lines = []
        self.notes = []
        self.missed = 0

    def group(self, what, series, ratio=True):
        """The first series is what the others are divided by."""
        if not series:
            return
        base = series[0]
        for one in series:
            ratio_text = ""
            if ratio and one is not base:
                ratio_text = self._judge(what, one.name, one.seconds / base.seconds)
            runs = " ".join(f"{cost.seconds:.1f}" for cost in one.costs)
            self.lines.append((what, one.name, f"{one.seconds:.2f}", f"{one.cpu:.1f}",
                               f"{one.peak_bytes / 2 ** 20:.0f}", ratio_text, runs))

    def ratio(self, what, against, value, form="{:.2f}"):
        """A ratio of its own."""
        self.notes.append(f"{what} / {against}: {self._judge(what, against, value, form)}")

    def promise(self, what, kept, when_kept, when_missed):
        """Something that holds or does not."""
        self.missed += not kept
        self.notes.append(f"{what}: {when_kept if kept else 'MISSED, ' + when_missed}")

    def note(self, text):
        self.notes.append(text)

    def _judge(self, what, against, value, form="{:.2f}"):
        least, most = AT_LEAST.get((what, against)), AT_MOST.get((what, against))
        text = form.format(value)
        if least is not None:
            self.missed += value < least
            return f"{text} (target ≥ {least}{'' if value >= least else ', MISSED'})"
        if most is not None:
            self.missed += value > most
            return f"{text} (target ≤ {most}{'' if value <= most else ', MISSED'})"
        return text

    def print(self):
        head = ("what", "who", "seconds", "CPU s", "peak MiB", "ratio", "each run")
        rows = [head, *self.lines]
        widths = [max(len(row[i]) for row in rows) for i in range(len(head))]
        print()
        for row in rows:
            print("  ".join(
                cell.rjust(width) if 2 <= i <= 4 else cell.ljust(width)
                for i, (cell, width) in enumerate(zip(row, widths))).rstrip())
        for note in self.notes:
            print(note)
        if self.missed:
            print(f"{self.missed} of the targets missed")

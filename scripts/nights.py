"""The two nights that scripts/chaos disturbs: how they run, and what they must leave.

No command of its own. Needs nothing but Python 3.8 or newer.
"""

import os
import re
import shutil
import signal
import sys
import time

import checking
import lake_files

SAMPLE = checking.HOME / "sample-data"
# As-of date of each night, and which files have arrived by then.
NIGHTS = [
    ("2026-10-04", lambda name: name.startswith(("logstore/2026-W36", "logstore/2026-W37",
                                                 "logstore/2026-W39", "video/2026-09"))),
    ("2026-12-31", lambda name: True),
]
STEP = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ (.+)")
FAULT = re.compile(r"^E\d{4}[: ]", re.MULTILINE)
TRACE = re.compile(r"^\s+at [\w.$/]+\(|^Exception in thread|^Caused by:", re.MULTILINE)
PAUSE = 0.02
LONGEST_NIGHT = 900


class Lake(checking.Institution):
    """An institution whose state before each night can be had again, at the same place."""

    def __init__(self, folder, registers=SAMPLE / "registers", **source):
        super().__init__(folder, registers, **source)
        self.temporary = self.folder / "temporary"
        self.warehouse = self.folder / "warehouse"

    def deliver(self, night):
        """Puts the files of a night where the source expects them."""
        _, arrived = NIGHTS[night]
        for file in sorted((SAMPLE / "statements").rglob("*")):
            name = file.relative_to(SAMPLE / "statements").as_posix()
            target = self.statements / name
            if file.is_file() and arrived(name) and not target.exists():
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(file, target)

    def keep(self, name):
        """Keeps lake, publication and statements under a name."""
        for part in ("warehouse", "published", "statements", "spool"):
            if (self.folder / part).exists():
                shutil.copytree(self.folder / part, self.folder / "kept" / name / part,
                                symlinks=True)

    def restore(self, name):
        for part in ("warehouse", "published", "statements", "spool", "temporary"):
            shutil.rmtree(self.folder / part, ignore_errors=True)
            kept = self.folder / "kept" / name / part
            if kept.exists():
                shutil.copytree(kept, self.folder / part, symlinks=True)
        self.statements.mkdir(exist_ok=True)

    def watch(self, night, environment=None, command=()):
        """Starts a night, with further settings of the environment."""
        self.temporary.mkdir(exist_ok=True)
        own = dict(os.environ)
        own.update(environment or {})
        own["CHUYENCAN_JAVA_OPTIONS"] = " ".join(
            [os.environ.get("CHUYENCAN_JAVA_OPTIONS", ""), f"-Djava.io.tmpdir={self.temporary}"])
        return Watch(self, NIGHTS[night][0], own, command)

    def remains(self):
        """What a finished night must not leave."""
        left = []
        if self.published.exists():
            left += [f"published/{entry.name}" for entry in self.published.iterdir()
                     if entry.name.startswith(".")]
        unnamed, missing = lake_files.strangers(self.warehouse)
        left += unnamed + [f"missing: {file}" for file in missing]
        own = {entry.name for entry in (self.warehouse / "_chuyencan").iterdir()}
        left += [f"_chuyencan/{name}" for name in sorted(own - {"state.json", "ids", "log", "runs", "run-records"})]
        # Zstandard lays its library there and takes it away once it is loaded, milliseconds later.
        left += [f"temporary/{entry.name}" for entry in self.temporary.iterdir()
                 if not entry.name.startswith("libzstd-jni")]
        return left


class Watch:
    """A night that runs, its steps as it tells them, and the publications as a reader meets them."""

    def __init__(self, lake, as_of, environment, command):
        self.lake = lake
        self.begun = lake.log.stat().st_size if lake.log.exists() else 0
        self.start = time.monotonic()
        self.process = lake.start(as_of, environment, command)
        self.steps = []
        self.faults = []
        self.met = None

    def text(self):
        return self.lake.log.read_bytes()[self.begun:].decode("utf-8", "replace")

    def running(self):
        """Whether it still runs; looks at the log and at the latest publication once."""
        running = self.process.poll() is None
        now = time.monotonic() - self.start
        told = [match.group(1) for match in map(STEP.fullmatch, self.text().splitlines()) if match]
        self.steps += [(step, now) for step in told[len(self.steps):]]
        self.look()
        if running and now > LONGEST_NIGHT:
            self.process.kill()
            raise SystemExit(f"FAIL: a night ran longer than {LONGEST_NIGHT} seconds")
        return running

    def look(self):
        """Reads the latest publication whenever it is another one."""
        link = self.lake.published / "latest"
        try:
            # One look at the link: on the first night it may come to be between two.
            named = self.lake.published / os.readlink(link)
            if not named.is_dir():
                self.faults.append("latest names nothing")
                return
        except FileNotFoundError:
            if self.met is not None:
                self.faults.append("latest is gone")
            return
        except PermissionError:
            return
        if named != self.met:
            self.met = named
            self.faults += checking.Publication(named).faults()

    def end(self):
        """Waits for the end and gives the exit status, as a shell has it."""
        while self.running():
            time.sleep(PAUSE)
        self.look()
        self.took = time.monotonic() - self.start
        status = self.process.returncode
        return status if status >= 0 else 128 - status

    def after(self, step, seconds, send=signal.SIGKILL):
        """Lets the night come so far into a step of this number, and sends it a signal."""
        while self.running():
            # A machine that is quicker now is met when it enters the next step.
            if len(self.steps) > step + 1 or len(self.steps) > step and \
                    time.monotonic() - self.start >= self.steps[step][1] + seconds:
                self.process.send_signal(send)
                break
            time.sleep(PAUSE)
        return self.end()

    def step(self):
        return self.steps[-1][0] if self.steps else "start"

    def message(self):
        """The first numbered error."""
        return next((line for line in self.text().splitlines() if FAULT.match(line)), "")


def moment(random_source, steps, took, publishing):
    """A step by its number, and seconds into it: uniform over the time of an undisturbed night."""
    times = [at for _, at in steps] + [took]
    first = next((number for number, (step, _) in enumerate(steps)
                  if step.startswith("publish")), len(steps) - 1) if publishing else 0
    when = random_source.uniform(times[first], took)
    number = max(i for i in range(len(steps)) if times[i] <= when)
    return number, when - times[number]


def told_rightly(checks, label, watch, status, wanted):
    """That a night which could not end well ended as its users were promised."""
    text = watch.text()
    checks.that(status in wanted, f"{label}: exit status {status}, {watch.message()[:150]}",
                f"wanted {wanted}\n{watch.lake.tail()}")
    if status not in (137,):
        checks.that(not TRACE.search(text) and (status == 0 or FAULT.search(text)),
                    f"{label}: a numbered error and no stack trace", watch.lake.tail())
    checks.that(not watch.faults, f"{label}: what latest names was complete all the while",
                "; ".join(watch.faults))


def again(checks, label, lake, night, wanted, tables=None, remains=True):
    """Runs the night again and compares it with the undisturbed one."""
    watch = lake.watch(night)
    status = watch.end()
    if not checks.equal(status, 0, f"{label}: run again, exit status"):
        sys.stdout.write(lake.tail())
        return False
    checks.that(not watch.faults, f"{label}: latest is complete all the while",
                "; ".join(watch.faults))
    latest = lake.latest()
    checks.that(latest.balances(), f"{label}: the equation holds", f"{latest.counts}")
    differing = latest.difference(wanted)
    if tables is None:
        checks.that(latest.digest == wanted.digest,
                    f"{label}: the undisturbed night's digest {latest.digest[:12]}…",
                    f"wanted {wanted.digest[:12]}…; other tables: {differing}")
        checks.that(latest.counts == wanted.counts, f"{label}: the undisturbed night's equation",
                    f"{latest.counts}, wanted {wanted.counts}")
    else:
        checks.that(not set(differing) & set(tables),
                    f"{label}: what was decided is as on the undisturbed night", f"{differing}")
    left = lake.remains() if remains else []
    checks.that(not left, f"{label}: nothing is left lying around",
                f"{len(left)}: {', '.join(left[:8])}")
    return True

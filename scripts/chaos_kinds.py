"""What scripts/chaos does to nights, kind by kind.

No command of its own. Needs nothing but Python 3.8 or newer; what else a kind needs and does not find
is told as skipped.
"""

import gzip
import os
import pathlib
import random
import shutil
import signal
import subprocess
import time

import chaos_peers
import checking
import nights
import servers

# Decisions and what they follow from; of a night that had broken records, these must still agree.
DECIDED = ("eligibility_decision", "criterion_result", "learner_week", "learner_course_week",
           "learner_course_measure", "forum_post", "assessment_attempt")
# Steps of a night that leave something that lasts, by what they do to which file.
BOUNDARIES = [
    ("the lock", lambda verb, path: path.endswith("_chuyencan/lock") and verb == "link"),
    ("the mark", lambda verb, path: path.endswith("_chuyencan/writing")),
    ("notes of tasks", lambda verb, path: "_chuyencan/notes" in path),
    ("runs of ids", lambda verb, path: "_chuyencan/ids" in path),
    ("data files", lambda verb, path: "/data/" in path and path.endswith(".parquet")),
    ("a table made", lambda verb, path: path.endswith("/v1.metadata.json")),
    ("a commit of a table", lambda verb, path: verb == "rename" and ".metadata.json" in path),
    ("a manifest", lambda verb, path: path.endswith(".avro")),
    ("the lake's state", lambda verb, path: "_chuyencan/state.json" in path),
    ("a published table", lambda verb, path: "/.staging-" in path),
    ("the publication in place", lambda verb, path: verb == "rename" and "/published/2" in path),
    ("latest", lambda verb, path: path.endswith("/latest") or "/.latest-" in path),
    ("the lock's end", lambda verb, path: path.endswith("_chuyencan/lock") and verb == "unlink"),
]


class Chaos:
    def __init__(self, checks, folder, random_source, times):
        self.checks = checks
        self.folder = folder
        self.random = random_source
        self.times = times
        self.lake = None
        self.wanted = {}
        self.rejects = []
        self.changes = {}
        self.shim = None

    # The undisturbed nights.

    def prepare(self, count=2):
        if self.lake is not None:
            return
        self.lake = nights.Lake(self.folder / "institution")
        self.shim = self.compile()
        for night in range(count):
            self.lake.deliver(night)
            self.lake.keep(f"before-{night}")
            watch = self.undisturbed(self.lake, night, f"undisturbed night {night + 1}",
                                     self.noting(f"names-{night}", "names"))
            self.wanted[night] = (self.lake.latest(), watch.steps, watch.took)
            self.rejects = self.lake.latest().table("rejected_record")
            self.changes[night] = self.noted(f"names-{night}")

    def undisturbed(self, lake, night, label, environment=None):
        watch = lake.watch(night, environment)
        status = watch.end()
        if not self.checks.equal(status, 0, f"{label}: exit status"):
            print(lake.tail())
            raise SystemExit(self.checks.end())
        publication = lake.latest()
        left = lake.remains()
        self.checks.that(not watch.faults and publication.balances() and not left,
                         f"{label}: complete, the equation holds, nothing lies around "
                         f"({watch.took:.1f} s)", f"{watch.faults} {publication.counts} {left[:8]}")
        return watch

    # Failing files at exact moments.

    def compile(self):
        compiler = next((c for c in ("cc", "gcc", "clang") if shutil.which(c)), None)
        if compiler is None or not pathlib.Path("/proc/self").exists():
            self.checks.skip("kinds that fail files at exact moments: no C compiler, or not Linux")
            return None
        shim = self.folder / "shim.so"
        subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-o", shim,
                        checking.HOME / "scripts" / "chaos_shim.c", "-ldl"], check=True)
        return shim

    def shimmed(self, do, at, count="names", under=None, log=None):
        # The launcher is a shell script: whatever it does, it does beneath none of these folders.
        environment = {"LD_PRELOAD": str(self.shim), "CHAOS_DO": do, "CHAOS_AT": str(at),
                       "CHAOS_COUNT": count,
                       "CHAOS_UNDER": ":".join(map(str, under or [self.lake.folder]))}
        if log is not None:
            environment["CHAOS_LOG"] = str(log)
        return environment

    def noting(self, name, count):
        if self.shim is None:
            return None
        return self.shimmed("note", -1, count, log=self.folder / name)

    def noted(self, name):
        file = self.folder / name
        if not file.exists():
            return []
        lines = [line.split("\t") for line in file.read_text(errors="replace").splitlines()]
        return [(int(line[0]), line[1], line[2]) for line in lines if len(line) == 3]

    def disturbed(self, label, night, environment, wanted, command=(), lake=None):
        """A night under a fault that ends it, then the same night again."""
        lake = lake or self.lake
        lake.restore(f"before-{night}")
        watch = lake.watch(night, environment, command)
        status = watch.end()
        nights.told_rightly(self.checks, f"{label}, in `{watch.step()}`", watch, status, wanted)
        return nights.again(self.checks, label, lake, night, self.wanted[night][0])

    def pick_night(self, number):
        return number % len(self.wanted)

    # The kinds.

    def run(self, kind):
        print(f"--- {kind}", flush=True)
        KINDS[kind](self)

    def quick(self):
        """Within a minute on two processors: one night, the boundaries that are worst, one fault."""
        self.prepare(count=1)
        if self.shim is None:
            self.times = 1
            self.moment()
            return
        for name in ("a commit of a table", "the lake's state", "the publication in place"):
            self.kill_before(0, name)
        self.full_at(0)

    def kill_before(self, night, name):
        moments = [change for change in self.changes[night]
                   if dict(BOUNDARIES)[name](change[1], change[2])]
        if not moments:
            self.checks.skip(f"boundary {name}: night {night + 1} has none")
            return
        number, verb, path = self.random.choice(moments)
        place = pathlib.Path(path).relative_to(self.lake.folder)
        self.disturbed(f"killed in night {night + 1} before {name} ({number}: {verb} {place})",
                       night, self.shimmed("kill", number), (137, 0))

    def boundary(self):
        self.prepare()
        if self.shim is None:
            return
        if self.times == 0:
            for night, changes in self.changes.items():
                for number, verb, path in changes:
                    place = pathlib.Path(path).relative_to(self.lake.folder)
                    self.disturbed(f"killed in night {night + 1} before {number}: {verb} {place}",
                                   night, self.shimmed("kill", number), (137, 0))
            return
        for round_number in range(max(1, self.times // 2)):
            for number, (name, _) in enumerate(BOUNDARIES):
                self.kill_before(self.pick_night(number + round_number), name)

    def writes(self, night):
        """How many writes a night makes."""
        if (night, "writes") not in self.changes:
            self.lake.restore(f"before-{night}")
            watch = self.lake.watch(night, self.noting(f"writes-{night}", "writes"))
            self.checks.equal(watch.end(), 0, f"night {night + 1} once more: exit status")
            self.changes[night, "writes"] = self.noted(f"writes-{night}")
        return self.changes[night, "writes"]

    def bytes(self):
        self.prepare()
        if self.shim is None:
            return
        for number in range(self.times or 100):
            night = self.pick_night(number)
            at = self.random.randint(1, len(self.writes(night)))
            self.disturbed(f"killed in night {night + 1} before write {at}", night,
                           self.shimmed("kill", at, "writes"), (137, 0))

    def moment(self):
        self.prepare()
        for number in range(self.times or 20):
            night = self.pick_night(number)
            _, steps, took = self.wanted[night]
            where = nights.moment(self.random, steps, took, publishing=number // 2 % 2 == 1)
            self.lake.restore(f"before-{night}")
            watch = self.lake.watch(night)
            status = watch.after(*where)
            label = f"killed in night {night + 1} at {where[1]:.2f} s of step {where[0] + 1}"
            nights.told_rightly(self.checks, f"{label}, in `{watch.step()}`", watch, status,
                                (137, 0))
            nights.again(self.checks, label, self.lake, night, self.wanted[night][0])

    def key(self):
        """The key is rotated between the two nights, and the process killed before each change."""
        self.prepare()
        if self.shim is None:
            return
        new = self.folder / "new-key"
        new.write_text("mot-khoa-moi-cua-chaos\n", encoding="utf-8")
        new.chmod(0o600)
        under_new = self.lake.folder / "new-key.yaml"
        under_new.write_text(self.lake.config.read_text(encoding="utf-8").replace(
            "{id: check,", f"{{id: check, key_file: {new},", 1), encoding="utf-8")

        def rotate(environment=None):
            self.lake.temporary.mkdir(exist_ok=True)
            return subprocess.run(
                [checking.LAUNCHER, "rotate-key", "--config", self.lake.config,
                 "--new-key-file", new], env={**os.environ, **(environment or {})},
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False).returncode

        def opens(config):
            return subprocess.run(
                [checking.LAUNCHER, "identities", "--config", config],
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False).returncode

        self.lake.restore("before-1")
        self.checks.equal(rotate(self.noting("names-key", "names")), 0, "the key rotated: exit status")
        changes = self.noted("names-key")
        mine = [change for change in changes if "/vault/" in change[2] or "state.json" in change[2]]
        chosen = changes if self.times == 0 else \
            mine + self.random.sample(changes, min(self.times, len(changes)))
        for number, verb, path in chosen:
            place = pathlib.Path(path).relative_to(self.lake.folder)
            label = f"killed while the key is rotated before {number}: {verb} {place}"
            self.lake.restore("before-1")
            status = rotate(self.shimmed("kill", number))
            self.checks.that(status in (-9, 137, 0), f"{label}: exit status {status}")
            found = (opens(self.lake.config), opens(under_new))
            self.checks.that(found in ((0, 3), (3, 0)), f"{label}: one of the two keys opens",
                             f"statuses {found}")
            self.checks.equal(rotate(), 0, f"{label}: rotated again, exit status")
            self.checks.equal(opens(self.lake.config), 3, f"{label}: the old key is refused")
            config, self.lake.config = self.lake.config, under_new
            try:
                nights.again(self.checks, label, self.lake, 1, self.wanted[1][0])
            finally:
                self.lake.config = config

    def signal(self):
        self.prepare()
        for number in range(max(2, self.times)):
            night = self.pick_night(number)
            send, wanted = ((signal.SIGTERM, 143), (signal.SIGINT, 130))[number % 2]
            _, steps, took = self.wanted[night]
            step, seconds = nights.moment(self.random, steps, took * 0.9, publishing=False)
            self.lake.restore(f"before-{night}")
            watch = self.lake.watch(night)
            status = watch.after(step, seconds, send)
            label = f"{send.name} in night {night + 1}, in `{watch.step()}`"
            self.checks.that(status in (wanted, 0), f"{label}: exit status {status}",
                             f"wanted {wanted}\n{self.lake.tail()}")
            if status == 0:
                self.checks.skip(f"{label}: the night was over before the signal")
            else:
                lines = [line for line in watch.text().splitlines()
                         if line and not nights.STEP.fullmatch(line)]
                self.checks.that(len(lines) == 1 and not nights.TRACE.search(watch.text()),
                                 f"{label}: one line: {lines[-1] if lines else ''}", f"{lines}")
            lock = self.lake.warehouse / "_chuyencan" / "lock"
            self.checks.that(not lock.exists(), f"{label}: the lock is given back")
            self.checks.that(not watch.faults, f"{label}: latest is complete",
                             "; ".join(watch.faults))
            nights.again(self.checks, label, self.lake, night, self.wanted[night][0])

    def second(self):
        self.prepare()
        self.lake.restore("before-0")
        first = self.lake.watch(0)
        while first.running() and not first.steps:
            time.sleep(nights.PAUSE)
        asked = time.monotonic()
        subprocess.run([checking.LAUNCHER, "--version"], check=True, stdout=subprocess.DEVNULL)
        start = time.monotonic() - asked
        log, self.lake.log = self.lake.log, self.lake.folder / "second-log.txt"
        begun = time.monotonic()
        second = self.lake.watch(0)
        status = second.process.wait()
        took = time.monotonic() - begun
        active = first.process.poll() is None
        self.checks.that(status == 6 and active and took < 2 * start + 2,
                         f"a second run: exit status 6 after {took:.1f} s, where a start takes {start:.1f} s: "
                         f"{second.message()}",
                         f"status {status}, the first {'is active' if active else 'had ended'}")
        self.lake.log = log
        self.checks.equal(first.end(), 0, "the first run: exit status")

    def full_at(self, night):
        writes = self.writes(night)
        at = self.random.randint(1, len(writes))
        self.disturbed(f"no space in night {night + 1} from write {at} on", night,
                       self.shimmed("full", at, "writes"), (5, 0))

    def full(self):
        self.prepare()
        if self.shim is not None:
            for number in range(self.times or 50):
                self.full_at(self.pick_night(number))
        self.full_file_system()

    def full_file_system(self):
        """A file system that is too small: first for the warehouse, then for the publication."""
        if os.geteuid() != 0:
            self.checks.skip("full: a file system of its own needs root")
            return
        for part, size in (("warehouse", 100), ("published", 300), ("warehouse", 700)):
            self.lake.restore("before-0")
            place = self.lake.folder / part
            place.mkdir(exist_ok=True)
            mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}k", "none", place],
                                     capture_output=True, text=True, check=False)
            if mounted.returncode != 0:
                self.checks.skip(f"full: no file system can be mounted: {mounted.stderr.strip()}")
                return
            label = f"{part} on a file system of {size} KiB"
            try:
                watch = self.lake.watch(0)
                nights.told_rightly(self.checks, label, watch, watch.end(), (5,))
                subprocess.run(["mount", "-o", "remount,size=200m", place], check=True)
                nights.again(self.checks, f"{label}, enlarged", self.lake, 0, self.wanted[0][0])
            finally:
                subprocess.run(["umount", place], check=True)

    def readonly(self):
        self.prepare()
        if self.shim is not None:
            for number in range(self.times or 50):
                night = self.pick_night(number)
                changes = len(self.changes[night])
                under = [self.lake.warehouse, self.lake.published][number % 3 % 2]
                mine = [n for n, _, path in self.changes[night] if path.startswith(str(under))]
                at = self.random.randint(1, len(mine))
                do = ("locked", "denied")[number % 2]
                self.disturbed(f"{do} {under.name} in night {night + 1} from change {at} of "
                               f"{len(mine)} on", night, self.shimmed(do, at, under=[under]),
                               (5, 0) if at > changes * 0.9 else (5, 0))
        if os.geteuid() == 0:
            self.readonly_mounts()
        else:
            self.checks.skip("readonly: mounting a folder for reading only needs root")

    def readonly_mounts(self):
        for part in ("warehouse", "published"):
            self.lake.restore("before-1")
            place = self.lake.folder / part
            bound = subprocess.run(["mount", "--bind", place, place], capture_output=True,
                                   text=True, check=False)
            if bound.returncode != 0:
                self.checks.skip(f"readonly: nothing can be mounted: {bound.stderr.strip()}")
                return
            label = f"{part} that can only be read"
            try:
                subprocess.run(["mount", "-o", "remount,ro,bind", place], check=True)
                watch = self.lake.watch(1)
                nights.told_rightly(self.checks, label, watch, watch.end(), (5,))
            finally:
                subprocess.run(["umount", place], check=True)
            nights.again(self.checks, label, self.lake, 1, self.wanted[1][0])

    def broken(self):
        self.prepare()
        if self.shim is None:
            return
        for number in range(self.times or 50):
            night = self.pick_night(number)
            at = self.random.randint(1, len(self.writes(night)))
            self.disturbed(f"input/output errors in night {night + 1} from write {at} on", night,
                           self.shimmed("broken", at, "writes"), (5, 0))

    def input(self):
        self.prepare()
        for number in range(max(4, self.times)):
            how = DAMAGES[number % len(DAMAGES)]
            self.lake.restore("before-1")
            packed = sorted(self.lake.statements.rglob("*.ndjson.gz"))
            plain = sorted(one for one in self.lake.statements.rglob("*.ndjson")
                           if one.read_bytes().count(b"\n") > 5)
            file = self.random.choice(packed if how.__name__ != "spoil_lines" else plain)
            whole, stamp = file.read_bytes(), file.stat()
            file.write_bytes(how(whole, self.random))
            label = f"{how.__name__} {file.name}"
            watch = self.lake.watch(1)
            status = watch.end()
            nights.told_rightly(self.checks, label, watch, status, (0, 4, 5))
            if status == 0:
                latest = self.lake.latest()
                self.checks.that(latest.balances(), f"{label}: the equation holds",
                                 f"{latest.counts}")
                # The sample has refused records of its own, and a cut may take them along.
                self.checks.that(
                    refused(latest.table("rejected_record"), file) - refused(self.rejects, file),
                    f"{label}: what could not be read is counted", f"{latest.counts}")
            file.write_bytes(whole)
            os.utime(file, (stamp.st_atime, stamp.st_mtime + 60))
            nights.again(self.checks, f"{label}, delivered rightly", self.lake, 1,
                         self.wanted[1][0], DECIDED)

    def reread(self):
        """All other nights take in news; this one takes everything in anew, in one commit."""
        self.prepare()
        if self.shim is None:
            return
        # What no night before changed must stay: the lake is that of after the second night.
        for night in (0, 1):
            if night == 0:
                self.lake.restore("before-0")
            self.lake.deliver(night)
            self.undisturbed(self.lake, night, f"night {night + 1} before all is read again")
        own = self.lake.config.read_text(encoding="utf-8")
        self.lake.config.write_text(own.replace("Asia/Ho_Chi_Minh", "Pacific/Auckland"),
                                    encoding="utf-8")
        night = len(nights.NIGHTS)
        nights.NIGHTS.append(nights.NIGHTS[-1])
        try:
            self.lake.keep(f"before-{night}")
            before = self.lake.latest()
            watch = self.undisturbed(self.lake, night, "undisturbed night that reads all again",
                                     self.noting(f"names-{night}", "names"))
            self.wanted[night] = (self.lake.latest(), watch.steps, watch.took)
            self.rejects = self.lake.latest().table("rejected_record")
            self.changes[night] = self.noted(f"names-{night}")
            self.checks.that(any(step.startswith("read again") for step, _ in watch.steps)
                             and self.lake.latest().digest != before.digest,
                             "the zone was another one for the tables too", f"{watch.steps}")
            for name in ("runs of ids", "data files", "a commit of a table", "the lake's state"):
                self.kill_before(night, name)
            for _ in range(self.times):
                where = nights.moment(self.random, watch.steps, watch.took, publishing=False)
                self.lake.restore(f"before-{night}")
                killed = self.lake.watch(night)
                status = killed.after(*where)
                label = f"killed at {where[1]:.2f} s of step {where[0] + 1} while all is read again"
                nights.told_rightly(self.checks, f"{label}, in `{killed.step()}`", killed, status,
                                    (137, 0))
                nights.again(self.checks, label, self.lake, night, self.wanted[night][0])
            self.full_at(night)
        finally:
            nights.NIGHTS.pop()
            self.wanted.pop(night, None)
            self.lake.config.write_text(own, encoding="utf-8")

    def lrs(self):
        with chaos_peers.Lrs(nights.SAMPLE / "statements") as server:
            lake = nights.Lake(
                self.folder / "lrs", nights.SAMPLE / "registers",
                source=f"{{id: lrs, kind: lrs, url: '{server.url}', user: reader, password: secret,"
                       " limit: 200, timeout: PT2S, connect_timeout: PT2S, max_retries: 1}")
            lake.keep("before-1")
            self.undisturbed(lake, 1, "undisturbed night from an LRS")
            self.wanted[1] = (lake.latest(), None, None)
            faults = list(chaos_peers.FAULTS)
            for number in range(len(faults) if self.times in (0, 3) else self.times):
                fault = faults[number % len(faults)]
                page = self.random.randint(1, server.pages)
                lake.restore("before-1")
                server.misbehave(fault, page)
                watch = lake.watch(1)
                status = watch.end()
                server.misbehave(None, 0)
                label = f"LRS: {fault} from page {page} on"
                nights.told_rightly(self.checks, label, watch, status, (5,))
                nights.again(self.checks, label, lake, 1, self.wanted[1][0])
        # Other kinds want the nights from files.
        self.wanted.pop(1)
        self.lake = None
        shutil.rmtree(self.folder / "institution", ignore_errors=True)
        self.wanted.clear()

    def database(self):
        for server in servers.servers():
            why = server.absent() or (None if server.dump() else "no dump of a real site")
            if why:
                self.checks.skip(f"database {server.name}: {why}")
                continue
            database = "chuyencan_chaos"
            server.restore(database)
            try:
                self.cut(server, database)
            finally:
                server.drop(database)

    def cut(self, server, database):
        with chaos_peers.Proxy(server.host, int(server.port)) as proxy:
            url = f"jdbc:{server.name}://127.0.0.1:{proxy.port}/{database}"
            lake = nights.Lake(
                self.folder / f"database-{server.name}", self.folder / "no-registers",
                source=f"{{id: lms, kind: moodle-db, url: '{url}', user: {server.user},"
                       f" password: {server.password!r}, connect_timeout: PT5S, timeout: PT5S}}")
            lake.keep("before-1")
            self.undisturbed(lake, 1, f"undisturbed night from {server.name}")
            wanted = lake.latest()
            whole = proxy.passed
            for number in range(self.times or 20):
                lake.restore("before-1")
                at = self.random.randint(1, whole - 1)
                how = ("cut", "silent")[number % 2]
                proxy.fail(how, at)
                watch = lake.watch(1)
                status = watch.end()
                proxy.fail(None, 0)
                label = f"{server.name}: {how} after {at} of {whole} bytes"
                nights.told_rightly(self.checks, label, watch, status, (5,))
                nights.again(self.checks, label, lake, 1, wanted)


def cut_short(content, source):
    """A copy that was not finished."""
    return content[:source.randint(len(content) // 4, len(content) * 3 // 4)]


def turn_bits(content, source):
    """A packed file in which bytes were turned over."""
    damaged = bytearray(content)
    for _ in range(8):
        damaged[source.randrange(20, len(damaged) - 8)] ^= 1 << source.randrange(8)
    return bytes(damaged)


def spoil_lines(content, source):
    """Statements with a byte that no text has."""
    damaged = bytearray(content)
    lines = [at for at, byte in enumerate(damaged) if byte == 10]
    for at in source.sample(lines[:-1], min(5, len(lines) - 1)):
        damaged[at + 40] = 0xFF
    return bytes(damaged)


def spoil_packed_lines(content, source):
    """The same, packed again without fault."""
    return gzip.compress(spoil_lines(gzip.decompress(content), source))


def refused(rejects, file):
    """Where records of a file were refused, and why."""
    return {(row["file_offset"], row["reason"]) for row in rejects
            if row["path"].endswith(f"/{file.name}")}


DAMAGES = (cut_short, turn_bits, spoil_lines, spoil_packed_lines)
KINDS = {name: getattr(Chaos, name) for name in (
    "boundary", "bytes", "moment", "key", "signal", "second", "full", "readonly", "broken", "input",
    "reread", "lrs", "database")}

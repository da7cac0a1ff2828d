"""What the checks in this folder share: telling results, starting the pipeline, reading what it published.

No command of its own: scripts/check-real-data, scripts/check-moodle and scripts/chaos use it.
Needs nothing but Python 3.8 or newer.
"""

import csv
import hashlib
import json
import os
import pathlib
import subprocess
import sys

HOME = pathlib.Path(__file__).resolve().parent.parent
LAUNCHER = HOME / "scripts" / "chuyencan"


class Checks:
    """Counts and tells what passed, failed and was skipped."""

    def __init__(self):
        self.passed = 0
        self.failed = 0
        self.skipped = 0

    def that(self, holds, what, detail=""):
        """One result; the detail is told only of a failure."""
        if holds:
            self.passed += 1
            print(f"PASS: {what}", flush=True)
        else:
            self.failed += 1
            print(f"FAIL: {what}" + (f"\n      {detail}" if detail else ""), flush=True)
        return holds

    def equal(self, found, wanted, what):
        """That a figure is the wanted one."""
        return self.that(found == wanted, f"{what}: {found}", f"wanted {wanted}")

    def skip(self, why):
        """Says aloud that something was not checked."""
        self.skipped += 1
        print(f"SKIPPED: {why}", flush=True)

    def end(self):
        """The closing line, and the exit status."""
        print(f"{self.passed} passed, {self.failed} failed, {self.skipped} skipped", flush=True)
        return 1 if self.failed else 0


def help_asked(script):
    """Prints the head comment of a script when the command line asks for help."""
    if not {"-h", "--help"} & set(sys.argv[1:]):
        return False
    for line in pathlib.Path(script).read_text(encoding="utf-8").splitlines()[1:]:
        if not line.startswith("#"):
            break
        print(line[2:])
    return True


def shared():
    """The folder with the real samples: $CHUYENCAN_SHARED, else `shared` beside the repository."""
    named = os.environ.get("CHUYENCAN_SHARED")
    folders = [pathlib.Path(named)] if named else [HOME.parent / "shared"]
    return next((folder for folder in folders if (folder / "xapi").is_dir()), None)


def build():
    """Builds the pipeline when it is not built, so that no later start has to."""
    subprocess.run([LAUNCHER, "--help"], check=True, stdout=subprocess.DEVNULL)


class Institution:
    """A configuration with a lake and a publication of its own in a folder."""

    def __init__(self, folder, registers=None,
                 source="{id: lms-xapi, kind: xapi, path: ./statements}"):
        self.folder = pathlib.Path(folder)
        self.statements = self.folder / "statements"
        self.statements.mkdir(parents=True)
        self.published = self.folder / "published"
        self.log = self.folder / "log.txt"
        self.config = self.folder / "chuyencan.yaml"
        self.config.write_text(
            "institution: {id: check, name: Check, zone: Asia/Ho_Chi_Minh}\n"
            "warehouse: ./warehouse\n"
            "publish: ./published\n"
            f"registers: {json.dumps(str(registers or self.folder / 'registers'))}\n"
            "sources:\n"
            f"  - {source}\n"
            "policies: [flipped-classroom]\n",
            encoding="utf-8")

    def start(self, as_of, environment=None, command=()):
        """Starts a night; the process is the Java machine itself, for the launcher execs it.

        The environment is this process's own unless given; a command goes before the launcher.
        """
        with self.log.open("ab") as log:
            return subprocess.Popen(
                [*command, LAUNCHER, "run", "--config", self.config, "--as-of", as_of],
                stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=environment)

    def run(self, as_of):
        """Runs a night to its end and gives what it published."""
        status = self.start(as_of).wait()
        if status != 0:
            sys.stdout.write(self.tail())
            raise SystemExit(f"FAIL: chuyencan run ended with status {status}, see above")
        return self.latest()

    def tail(self):
        """The last lines that the pipeline wrote."""
        lines = self.log.read_text(encoding="utf-8", errors="replace").splitlines(keepends=True)
        return "".join(lines[-30:])

    def latest(self):
        """The latest publication."""
        return Publication(self.published / "latest")


class Publication:
    """A publication as it lies on the disk."""

    def __init__(self, folder):
        # Resolved once: a reader that is overtaken by the next night goes on with this one.
        self.folder = folder.resolve(strict=True)
        self.manifest = json.loads((self.folder / "manifest.json").read_text(encoding="utf-8"))

    @property
    def digest(self):
        return self.manifest["digest"]

    @property
    def counts(self):
        return self.manifest["counts"]

    def balances(self):
        """Whether read = accepted + duplicate + voided + conflicting + rejected + out of scope."""
        parts = ("accepted", "duplicate", "voided", "conflicting", "rejected", "out_of_scope")
        return self.counts["read"] == sum(self.counts[part] for part in parts)

    def faults(self):
        """What is missing or broken of what the manifest lists."""
        faults = []
        for table in self.manifest["tables"]:
            for form in ("csv", "parquet"):
                file = self.folder / table[form]
                if not file.is_file():
                    faults.append(f"{table[form]} is missing")
                    continue
                content = file.read_bytes()
                if form == "csv" and hashlib.sha256(content).hexdigest() != table["digest"]:
                    faults.append(f"{table[form]} has another digest")
                if form == "parquet" and (content[:4], content[-4:]) != (b"PAR1", b"PAR1"):
                    faults.append(f"{table[form]} is no whole Parquet file")
        listed = "".join(
            f"{table['digest']}  {table['csv']}\n"
            for table in self.manifest["tables"] if not table["operational"])
        if hashlib.sha256(listed.encode()).hexdigest() != self.digest:
            faults.append("the manifest's digest is not that of its tables")
        return faults

    def table(self, name):
        """The rows of a table's CSV as dictionaries; RFC 4180 is read by its rules, CRLF and all."""
        with (self.folder / "csv" / f"{name}.csv").open(encoding="utf-8", newline="") as text:
            return list(csv.DictReader(text, strict=True))

    def difference(self, other):
        """The tables that tell another story than those of another publication."""
        theirs = {table["name"]: table["digest"] for table in other.manifest["tables"]}
        return [table["name"] for table in self.manifest["tables"]
                if not table["operational"] and theirs.get(table["name"]) != table["digest"]]

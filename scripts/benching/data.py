"""Builds what runs, and generates what it runs on."""

import os
import pathlib
import shutil
import subprocess

from checking import HOME, LAUNCHER

BYTES_A_STATEMENT = 2250
# Of what the generator compresses, with the warehouse and three publications.
GZIP_BYTES_A_STATEMENT = 350
MOST_BYTES = 45 * 10 ** 9
CLASSPATH = "target/bench.classpath"


def build():
    """Builds chuyencan and the rivals, so that no measured start has to."""
    subprocess.run([LAUNCHER, "--help"], check=True, stdout=subprocess.DEVNULL)
    words = ["-q", "-B", "-ntp", "-f", HOME / "pom.xml", "-pl", "jobs/benchmarks", "-am",
             "compile", "dependency:build-classpath", f"-Dmdep.outputFile={CLASSPATH}",
             "-Dmdep.includeScope=runtime"]
    # A repository that holds all dependencies already needs no network.
    for mode in (["-o"], []):
        done = subprocess.run(["mvn", *mode, *words], stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, text=True)
        if done.returncode == 0:
            return
    raise SystemExit("FAIL: the benchmarks do not build\n" + done.stdout[-3000:])


def java():
    """The Java that scripts/chuyencan takes too."""
    home = os.environ.get("JAVA_HOME")
    return pathlib.Path(home) / "bin" / "java" if home else pathlib.Path(shutil.which("java"))


def classpath():
    """The class path of the rivals and the generator."""
    module = HOME / "jobs" / "benchmarks"
    return f"{module / 'target/classes'}:{(module / CLASSPATH).read_text().strip()}"


def bytes_of(folder):
    """Bytes of all files beneath a folder; what has several names counts once."""
    files = {}
    for file in folder.rglob("*"):
        found = file.lstat()
        files[found.st_ino] = found.st_size if file.is_file() and not file.is_symlink() else 0
    return sum(files.values())


class Institution:
    """A generated institution in a folder of its own: history, registers, the night after it."""

    def __init__(self, folder, statements, learners, weeks, term_weeks, gzip=False):
        self.folder = pathlib.Path(folder)
        self.gzip = gzip
        self.size = (statements, learners, weeks, term_weeks)
        self.statements = self.folder / "statements"
        self.warehouse = self.folder / "warehouse"
        self.published = self.folder / "published"
        self.last_day = self.night_day = None
        self._tonight = None

    def generate(self):
        """Makes it anew."""
        if self.folder.exists():
            shutil.rmtree(self.folder)
        self.folder.mkdir(parents=True)
        needed = self.size[0] * (GZIP_BYTES_A_STATEMENT if self.gzip else BYTES_A_STATEMENT) * 11 // 10
        free = shutil.disk_usage(self.folder).free
        if needed > min(free, MOST_BYTES * 11 // 10):
            raise SystemExit(
                f"bench: {needed / 1e9:.0f} GB are needed and {free / 1e9:.0f} GB are free "
                f"(at most {MOST_BYTES / 1e9:.0f} GB are used). Give fewer --statements or --up-to.")
        words = [java(), "-cp", classpath(), "vn.chuyencan.benchmarks.data.GenerateData",
                 *map(str, self.size), self.folder, *(["gzip"] if self.gzip else [])]
        told = subprocess.run(words, check=True, stdout=subprocess.PIPE, text=True).stdout
        self.last_day, self.night_day = told.split()
        self._tonight, = (self.folder / "night").iterdir()
        # Else who is measured first waits until all of it is on the disk.
        os.sync()
        return self

    def bytes(self):
        """Bytes of all statements in place."""
        return sum(file.stat().st_size for file in self.statements.iterdir())

    def warm(self):
        """Reads all statements once, so that every contender finds them in the page cache."""
        for file in sorted(self.statements.iterdir()):
            with file.open("rb", buffering=0) as content:
                while content.read(1 << 22):
                    pass

    def let_night_come(self):
        """Puts the file of the night beside those of the history."""
        target = self.statements / self._tonight.name
        if not target.exists():
            # With the time of its coming, which is after the last run's.
            shutil.copy(self._tonight, target)

    def take_night_back(self):
        """The history alone."""
        (self.statements / self._tonight.name).unlink(missing_ok=True)

    def forget_lake(self):
        """No lake, no publication: before a first load."""
        for folder in (self.warehouse, self.published, self.folder / "office"):
            shutil.rmtree(folder, ignore_errors=True)

    def save_lake(self):
        """Keeps the lake as it is, to be restored in the same place: its paths are absolute."""
        for folder in (self.warehouse, self.published):
            saved = folder.with_name(folder.name + ".saved")
            shutil.rmtree(saved, ignore_errors=True)
            shutil.copytree(folder, saved, symlinks=True)

    def restore_lake(self):
        """The lake as it was saved."""
        self.forget_lake()
        for folder in (self.warehouse, self.published):
            shutil.copytree(folder.with_name(folder.name + ".saved"), folder, symlinks=True)

    def hollow(self):
        """
        Takes the content of every statement file away and leaves name, size and time. Whoever reads
        one again finds nothing but zeros and fails the comparison; and the disk has room.
        """
        for file in self.statements.iterdir():
            before = file.stat()
            os.truncate(file, 0)
            os.truncate(file, before.st_size)
            os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))

    def set_estimator(self, name):
        """Another way to estimate time, for every course run."""
        register = self.folder / "registers" / "course_run.csv"
        lines = register.read_text(encoding="utf-8").splitlines()
        changed = [line.rsplit(",", 1)[0] + "," + name for line in lines[1:]]
        register.write_text("\n".join([lines[0], *changed, ""]), encoding="utf-8")

    def open_office(self):
        """Publishes for the office too."""
        with (self.folder / "chuyencan.yaml").open("a", encoding="utf-8") as configuration:
            configuration.write("audiences: {office: ./office}\n")

    def course_runs(self):
        """How many course runs there are."""
        with (self.folder / "registers" / "course_run.csv").open(encoding="utf-8") as register:
            return sum(1 for _ in register) - 1

    def remove(self):
        """Gone."""
        shutil.rmtree(self.folder, ignore_errors=True)

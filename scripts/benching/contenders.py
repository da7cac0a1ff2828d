"""Those who do the same work, each as one process, and where each leaves its tables."""

import os
import pathlib
import shutil

from benching import data, measure
from checking import LAUNCHER

ADD_OPENS = [f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in (
    "java.lang", "java.lang.invoke", "java.nio", "java.util", "java.util.concurrent",
    "sun.nio.ch", "sun.security.action", "sun.util.calendar")]

# The compiler settings of chuyencan's launcher, for little data and for much: Spark gains by them too.
SMALL_BYTES = 100_000_000
SMALL = ["-XX:TieredStopAtLevel=1"]
LARGE = [
    "-XX:FreqInlineSize=60", "-XX:InlineSmallCode=800", "-XX:LoopUnrollLimit=10",
    "-XX:Tier4InvocationThreshold=15000", "-XX:Tier4MinInvocationThreshold=2000",
    "-XX:Tier4CompileThreshold=40000", "-XX:Tier4BackEdgeThreshold=120000"]


class Chuyencan:
    """Chuyencan as a user starts it."""

    name = "chuyencan"

    def prepare(self, institution, out):
        """A first load starts from nothing."""
        institution.forget_lake()

    def run(self, institution, as_of, out, java_options=None):
        """The cost of a night, and the folder of its CSV."""
        environment = None
        if java_options:
            given = os.environ.get("CHUYENCAN_JAVA_OPTIONS", "")
            environment = {"CHUYENCAN_JAVA_OPTIONS": f"{given} {java_options}".strip()}
        cost = measure.run(
            [LAUNCHER, "run", "--config", institution.folder / "chuyencan.yaml", "--as-of", as_of],
            out / "log.txt", environment)
        return cost, institution.published / "latest" / "csv"


class DuckDb:
    """DuckDB, started anew each time; `kept` writes the events as Parquet too."""

    def __init__(self, mode, estimator="standard"):
        self.name = f"duckdb {mode}"
        self.mode = mode
        self.estimator = estimator

    def prepare(self, institution, out):
        shutil.rmtree(out, ignore_errors=True)

    def run(self, institution, as_of, out):
        cost = measure.run(
            [data.java(), "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
             f"-Drival.estimator={self.estimator}",
             "-cp", data.classpath(), "vn.chuyencan.benchmarks.rival.DuckDbRival",
             self.mode, institution.folder, as_of, out], out / "log.txt")
        return cost, out


class Spark:
    """Spark's own JSON source with window functions."""

    name = "spark json"

    def prepare(self, institution, out):
        shutil.rmtree(out, ignore_errors=True)

    def run(self, institution, as_of, out):
        compiler = SMALL if institution.bytes() < SMALL_BYTES else LARGE
        cost = measure.run(
            [data.java(), "-Xmx4g", "-XX:+UseParallelGC", *compiler, *ADD_OPENS,
             "-cp", data.classpath(), "vn.chuyencan.benchmarks.rival.SparkRival",
             institution.folder, as_of, out],
            out / "log.txt")
        tables = pathlib.Path(out) / "csv"
        tables.mkdir(exist_ok=True)
        for folder in pathlib.Path(out).glob("*.csv"):
            part, = folder.glob("part-*.csv")
            shutil.copy(part, tables / folder.name)
        return cost, tables


def all_of_them():
    """By the names that --only takes."""
    found = [Chuyencan(), DuckDb("kept"), DuckDb("stateless"), Spark()]
    return {contender.name.replace(" ", "-"): contender for contender in found}

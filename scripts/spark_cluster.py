"""A real Spark on this machine: the jars that Spark itself brings, and a standalone cluster of processes.

No command of its own: scripts/check-cluster uses it. Needs a JDK 17 or newer; where SPARK_HOME names no
Spark, also Maven 3.8 or newer and a repository that has Spark's jars.
"""

import json
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import time
import urllib.request

from checking import HOME

POM = """<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>vn.chuyencan</groupId><artifactId>spark-jars</artifactId><version>1</version>
  <packaging>pom</packaging>
  <dependencies>
    <dependency>
      <groupId>org.apache.spark</groupId><artifactId>spark-sql_{scala}</artifactId>
      <version>{spark}</version>
      <exclusions>
        <exclusion><groupId>org.rocksdb</groupId><artifactId>rocksdbjni</artifactId></exclusion>
      </exclusions>
    </dependency>
  </dependencies>
</project>
"""
PATIENCE = 60


def java():
    home = os.environ.get("JAVA_HOME")
    return str(pathlib.Path(home) / "bin" / "java") if home else shutil.which("java")


def version(name):
    """A version that the parent pom fixes."""
    text = (HOME / "pom.xml").read_text(encoding="utf-8")
    return re.search(rf"<{name}>(.*?)</{name}>", text).group(1)


def distribution():
    """
    A folder as SPARK_HOME is one: with `jars`, those of Spark's own pom and with its own Hadoop, not
    those that this program is built with. Gives the folder, or None and why there is none.
    """
    given = os.environ.get("SPARK_HOME")
    if given:
        folder = pathlib.Path(given)
        return (folder, None) if (folder / "jars").is_dir() else (None, f"{given} has no jars")
    number = version("spark.version")
    folder = HOME / "target" / f"spark-{number}"
    if (folder / "complete").is_file():
        return folder, None
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    pom = folder / "pom.xml"
    pom.write_text(POM.format(scala=version("scala.binary.version"), spark=number),
                   encoding="utf-8")
    plugin = version("maven-dependency-plugin.version")
    words = ["-q", "-B", "-ntp", "-f", pom, "-DincludeScope=runtime",
             f"-DoutputDirectory={folder / 'jars'}",
             f"org.apache.maven.plugins:maven-dependency-plugin:{plugin}:copy-dependencies"]
    for mode in (["-o"], []):
        done = subprocess.run(["mvn", *mode, *words], stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, text=True, check=False)
        if done.returncode == 0:
            (folder / "complete").touch()
            return folder, None
    lines = [line for line in done.stdout.splitlines() if "ERROR" in line]
    return None, f"the jars of Spark {number} are not to be had: {lines[0] if lines else '?'}"


def free_port():
    with socket.socket() as chosen:
        chosen.bind(("127.0.0.1", 0))
        return chosen.getsockname()[1]


class Spark:
    """Starts Spark's own classes as bin/spark-class does, all on loopback."""

    def __init__(self, home, folder):
        self.home = home
        self.folder = pathlib.Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.environment = {
            **os.environ, "SPARK_HOME": str(home), "SPARK_LOCAL_IP": "127.0.0.1",
            "SPARK_LOCAL_HOSTNAME": "127.0.0.1", "SPARK_LOCAL_DIRS": str(self.folder / "local"),
            "SPARK_SCALA_VERSION": "2.13"}

    def command(self, name, *words):
        """The command line that Spark's launcher makes of a class and its arguments."""
        made = subprocess.run(
            [java(), "-cp", f"{self.home / 'jars'}/*", "org.apache.spark.launcher.Main", name,
             *map(str, words)], env=self.environment, stdout=subprocess.PIPE, check=True)
        # An empty line of output stands before it.
        parts = made.stdout.decode("utf-8").lstrip("\0\n").split("\0")
        return [part for part in parts[:-1]]

    def start(self, log, name, *words, host="127.0.0.1"):
        own = {**self.environment, "SPARK_LOCAL_IP": host, "SPARK_LOCAL_HOSTNAME": host}
        with (self.folder / log).open("ab") as out:
            return subprocess.Popen(self.command(name, *words), env=own,
                                    stdin=subprocess.DEVNULL, stdout=out, stderr=out,
                                    start_new_session=True)

    def text(self, log):
        return (self.folder / log).read_text(encoding="utf-8", errors="replace")


class Cluster:
    """A master and workers as processes on loopback; a worker's executors are its children."""

    def __init__(self, spark, workers, memory="1g"):
        self.spark = spark
        self.memory = memory
        self.port, self.ui = free_port(), free_port()
        self.url = f"spark://127.0.0.1:{self.port}"
        self.master = spark.start(
            "master.log", "org.apache.spark.deploy.master.Master", "--host", "127.0.0.1",
            "--port", self.port, "--webui-port", self.ui)
        self.workers = []
        for _ in range(workers):
            self.add_worker()
        self.wait(workers)

    def add_worker(self):
        # A host each: Spark gives no second attempt of a task to the host of the first.
        number = len(self.workers) + 1
        host = f"127.0.0.{number + 1}"
        self.workers.append(self.spark.start(
            f"worker-{number}.log", "org.apache.spark.deploy.worker.Worker", "--host", host,
            "--cores", "1", "--memory", self.memory, "--webui-port", "0",
            "--work-dir", self.spark.folder / f"work-{number}", self.url, host=host))

    def alive(self):
        """How many workers the master takes for alive."""
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.ui}/json/", timeout=5) as answer:
                return json.load(answer)["aliveworkers"]
        except OSError:
            return -1

    def wait(self, workers):
        end = time.monotonic() + PATIENCE
        while self.alive() < workers:
            if time.monotonic() > end or self.master.poll() is not None:
                raise SystemExit("FAIL: the cluster does not come up\n"
                                 + self.spark.text("master.log")[-3000:])
            time.sleep(0.2)

    def executors(self, worker):
        """The processes of the executors of a worker."""
        own = self.workers[worker].pid
        found = []
        for entry in pathlib.Path("/proc").iterdir():
            if entry.name.isdigit():
                try:
                    stat = (entry / "stat").read_text(encoding="utf-8", errors="replace")
                except OSError:
                    continue
                if int(stat.rsplit(")", 1)[1].split()[1]) == own:
                    found.append(int(entry.name))
        return found

    def kill_executors(self, worker):
        """SIGKILL to the executors of a worker, which starts others; gives how many there were."""
        killed = self.executors(worker)
        for process in killed:
            os.kill(process, signal.SIGKILL)
        return len(killed)

    def kill_worker(self, worker):
        """SIGKILL to a worker and its executors, as when a machine goes."""
        executors = self.executors(worker)
        for process in [self.workers[worker].pid, *executors]:
            os.kill(process, signal.SIGKILL)
        self.workers[worker].wait()
        return len(executors)

    def stop(self):
        for number, worker in enumerate(self.workers):
            if worker.poll() is None:
                self.kill_worker(number)
        self.master.kill()
        self.master.wait()


class Events:
    """What Spark's event log tells of the tasks of one application."""

    def __init__(self, folder):
        files = [file for file in pathlib.Path(folder).rglob("*") if file.is_file()
                 and not file.name.startswith((".", "appstatus"))]
        self.events = [json.loads(line) for file in sorted(files)
                       for line in file.read_text(encoding="utf-8").splitlines()]

    def ends(self):
        """How many task attempts ended for which reason."""
        reasons = {}
        for event in self.events:
            if event["Event"] == "SparkListenerTaskEnd":
                reason = event["Task End Reason"]["Reason"]
                reasons[reason] = reasons.get(reason, 0) + 1
        return reasons

    def count(self, event):
        return sum(1 for one in self.events if one["Event"] == event)

    def speculative(self):
        return sum(1 for event in self.events if event["Event"] == "SparkListenerTaskStart"
                   and event["Task Info"]["Speculative"])

"""Runs a command as a whole process and says what it cost."""

import json
import os
import pathlib
import signal
import statistics
import subprocess
import sys

COSTING = pathlib.Path(__file__).with_name("costing.py")


class Failed(Exception):
    """A command that did not succeed; says the last lines that it wrote."""


class Cost:
    """What one process took, from its start to its exit."""

    def __init__(self, seconds, cpu, peak_bytes):
        self.seconds = seconds
        self.cpu = cpu
        self.peak_bytes = peak_bytes


class Series:
    """The costs of one contender; its figures are medians."""

    def __init__(self, name):
        self.name = name
        self.costs = []

    def add(self, cost):
        self.costs.append(cost)

    def named(self, name):
        """The same costs under another name."""
        same = Series(name)
        same.costs = self.costs
        return same

    def _median(self, of):
        return statistics.median(of(cost) for cost in self.costs)

    @property
    def seconds(self):
        return self._median(lambda cost: cost.seconds)

    @property
    def cpu(self):
        return self._median(lambda cost: cost.cpu)

    @property
    def peak_bytes(self):
        return self._median(lambda cost: cost.peak_bytes)


def cores():
    """The two cores that every contender gets; fewer where there are fewer."""
    try:
        return sorted(os.sched_getaffinity(0))[:2]
    except AttributeError:
        return None


def run(command, log, environment=None):
    """
    The cost of a command that succeeds.

    Raises Failed when it does not.
    """
    settings = dict(os.environ, **(environment or {}))
    pathlib.Path(log).parent.mkdir(parents=True, exist_ok=True)
    costing = subprocess.Popen(
        [sys.executable, COSTING, log, ",".join(map(str, cores() or ())), *map(str, command)],
        env=settings, stdout=subprocess.PIPE, text=True)
    try:
        told, _ = costing.communicate()
    except BaseException:
        # It ends the contender, which would go on and disturb what is measured next.
        costing.send_signal(signal.SIGINT)
        costing.wait()
        raise
    if costing.returncode != 0:
        raise Failed(f"FAIL: could not start {command[0]}")
    cost = json.loads(told)
    if cost["status"] != 0:
        text = pathlib.Path(log).read_text(encoding="utf-8", errors="replace")
        last = "".join(text.splitlines(keepends=True)[-30:])
        words = " ".join(map(str, command))[:300]
        raise Failed(f"{last}\nFAIL: status {cost['status']} of {words}")
    return Cost(cost["seconds"], cost["cpu"], cost["peak_bytes"])

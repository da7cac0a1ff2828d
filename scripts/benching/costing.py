"""
Runs one command and prints what it cost, as JSON. It is a process of its own because Linux counts to
a process the memory of the one that started it: bench itself holds the tables that it compares.

  costing.py LOG CORES COMMAND…      CORES: numbers with commas, or nothing
"""

import json
import os
import subprocess
import sys
import time


def main(log, cores, *command):
    mine = [int(core) for core in cores.split(",") if core]
    with open(log, "wb") as out:
        start = time.perf_counter()
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=out, stderr=out,
            preexec_fn=(lambda: os.sched_setaffinity(0, mine)) if mine else None)
        try:
            _, status, usage = os.wait4(process.pid, 0)
        except BaseException:
            process.kill()
            raise
        seconds = time.perf_counter() - start
    # Linux tells kilobytes, macOS bytes.
    unit = 1 if os.uname().sysname == "Darwin" else 1024
    print(json.dumps({
        "status": -os.WTERMSIG(status) if os.WIFSIGNALED(status) else os.WEXITSTATUS(status),
        "seconds": seconds, "cpu": usage.ru_utime + usage.ru_stime,
        "peak_bytes": usage.ru_maxrss * unit}))


if __name__ == "__main__":
    main(*sys.argv[1:])

"""Runs a command and writes what it took as JSON to a file: RESULT COMMAND….

A process that is started counts the memory of its maker as its own peak until it is another program.
This one is small, whatever starts it.
"""

import json
import os
import subprocess
import sys

process = subprocess.Popen(sys.argv[2:])
_, status, usage = os.wait4(process.pid, 0)
with open(sys.argv[1], "w", encoding="utf-8") as file:
    json.dump({
        "code": os.waitstatus_to_exitcode(status), "cpu": usage.ru_utime + usage.ru_stime,
        "bytes": usage.ru_maxrss * 1024}, file)

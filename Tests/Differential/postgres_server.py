"""A PostgreSQL server of our own behind a socket in a folder of its own."""

import contextlib
import os
import pwd
import subprocess
import tempfile
from pathlib import Path

BINARIES = sorted(Path("/usr/lib/postgresql").glob("*/bin"))


def as_nobody():
    """What PostgreSQL asks for: to run as somebody who is not root."""
    if os.getuid() != 0:
        return {}
    nobody = pwd.getpwnam("nobody")
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


@contextlib.contextmanager
def started():
    """The folder of the socket, while the server runs."""
    with tempfile.TemporaryDirectory() as folder:
        identity = as_nobody()
        if identity:
            os.chown(folder, identity["user"], identity["group"])

        def run(command, *arguments):
            subprocess.run(
                [BINARIES[-1] / command, "-D", f"{folder}/data", *arguments],
                check=True, cwd=folder, stdout=subprocess.DEVNULL, **identity,
            )  # fmt: skip

        run("initdb", "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8")
        options = f"-k {folder} -c listen_addresses='' -c fsync=off"
        run("pg_ctl", "-w", "-o", options, "-l", f"{folder}/log", "start")
        try:
            yield folder
        finally:
            run("pg_ctl", "-w", "-m", "immediate", "stop")

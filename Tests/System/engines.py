"""The databases under a server: files of SQLite, and databases on a PostgreSQL server of our own.

    engines.py COMMAND …        runs a command beside such a server
"""

import itertools
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

PROGRAMS = Path("/usr/lib/postgresql/15/bin")
PERSON = "nobody"  # PostgreSQL refuses to be root's


class FileStore:
    """A database in a file."""

    engine = "sqlite"

    def __init__(self, path):
        self.path = Path(path)
        self.argument = str(path)
        self.options = []

    def query(self, sql):
        """Rows as tuples, with the server down; changes are kept."""
        connection = sqlite3.connect(self.path)
        try:
            with connection:
                return connection.execute(sql).fetchall()
        finally:
            connection.close()

    def read(self, sql):
        """Rows as dictionaries, beside whoever writes."""
        with closing(sqlite3.connect(f"file:{self.path}?mode=ro", uri=True)) as connection:
            connection.row_factory = sqlite3.Row
            return [dict(row) for row in connection.execute(sql)]

    def content(self):
        """Something that is equal as long as nothing is changed."""
        return self.path.read_bytes()

    def remove(self):
        pass


def copy_files(store, path):
    """Copies what was uploaded to a database, and the keys beside it."""
    source = Path(str(store.path) + ".files")
    if source.exists():
        shutil.copytree(source, str(path) + ".files")
    for key in ("audit-key", "keys"):
        source = Path(f"{store.path}.{key}")
        if source.exists():
            shutil.copy(source, f"{path}.{key}")


class Files:
    """SQLite."""

    name = "sqlite"

    def store(self, path):
        return FileStore(path)

    def copy(self, store, path):
        """A database like this one, whose server is down, with its uploaded files."""
        copy_files(store, path)
        for suffix in ("", "-wal"):
            source = store.path.with_name(store.path.name + suffix)
            if source.exists():
                shutil.copy(source, Path(path).with_name(Path(path).name + suffix))
        return FileStore(path)


class Psql:
    """Someone at psql, who types statement by statement."""

    def __init__(self, store):
        self.process = subprocess.Popen(
            [str(PROGRAMS / "psql"), "-X", "-q", "-A", "-t", "-h", str(store.cluster.folder), "-U",
             "tenon", "-d", store.name], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, text=True)

    def __call__(self, sql):
        self.process.stdin.write(sql + ";\n\\echo done\n")
        self.process.stdin.flush()
        said = ""
        while not (line := self.process.stdout.readline()).startswith("done"):
            assert line, said
            said += line
        return said

    def close(self):
        self.process.stdin.close()
        self.process.wait()


class ServerStore:
    """A database on the server; `path` says where its server's log and uploads lie."""

    engine = "postgres"

    def __init__(self, cluster, name, path):
        self.cluster = cluster
        self.name = name
        self.path = Path(path)
        self.argument = cluster.url(name)
        self.options = [
            "--uploads", f"{self.path}.files", "--audit-key-file", f"{self.path}.audit-key",
            "--secret-key-file", f"{self.path}.keys"]
        self.reader = None

    def query(self, sql):
        """Rows as tuples; numbers are numbers and blanks None, as SQLite gives them."""
        said = self.cluster.psql(self.name, sql)
        rows = [line.split("\x1f") for line in said.split("\n") if line]
        return [tuple(value(cell) for cell in row) for row in rows]

    def read(self, sql):
        self.reader = self.reader or Psql(self)
        said = self.reader(f"SELECT row_to_json(tenon_row) FROM ({sql}) AS tenon_row")
        return [json.loads(line) for line in said.splitlines()]

    def close(self):
        """Lets go of the connection: a database that is copied may have none."""
        if self.reader:
            self.reader.close()
            self.reader = None

    def content(self):
        dump = self.cluster.run(
            "pg_dump", "-h", self.cluster.folder, "-U", "tenon", "--exclude-table-data=tenon_writer",
            self.name)
        # A mark of the dump's own is made anew each time.
        return [line for line in dump.splitlines()
                if not line.startswith(("\\restrict", "\\unrestrict"))]

    def remove(self):
        self.close()
        self.cluster.psql("postgres", f'DROP DATABASE IF EXISTS "{self.name}" WITH (FORCE)')


def value(cell):
    """A cell of psql as Python has it."""
    if cell == "\x1e":
        return None
    return int(cell) if cell.lstrip("-").isdigit() and len(cell) < 17 else cell


class Cluster:
    """A PostgreSQL server in a folder of its own, reached by a socket there, an ordinary user's."""

    name = "postgres"

    def __init__(self, *settings):
        self.settings = settings
        self.folder = Path(tempfile.mkdtemp(prefix="tenon-pg-", dir="/tmp"))
        if os.geteuid() == 0:
            shutil.chown(self.folder, PERSON)
        self.data = self.folder / "data"
        self.numbers = itertools.count(1)
        self.program(
            "initdb", "-D", self.data, "-A", "trust", "-U", "tenon", "--locale=C.UTF-8", "-E", "UTF8")
        self.start()

    def program(self, name, *arguments, check=True):
        """Runs one of the server's programs as the ordinary user; its output goes to a file, since
        the server inherits it."""
        become = ["runuser", "-u", PERSON, "--"] if os.geteuid() == 0 else []
        with open(self.folder / "output", "wb") as output:
            result = subprocess.run(
                [*become, str(PROGRAMS / name), *map(str, arguments)], cwd="/tmp",
                stdin=subprocess.DEVNULL, stdout=output, stderr=output)
        said = (self.folder / "output").read_text(errors="replace")
        assert not check or result.returncode == 0, said
        return said

    def start(self):
        self.program(
            "pg_ctl", "-D", self.data, "-w", "-l", self.folder / "log", "-o",
            " ".join([f"-k {self.folder} -c listen_addresses='' -c max_connections=200",
                      *(f"-c {setting}" for setting in self.settings)]), "start")

    def stop(self, mode="fast"):
        self.program("pg_ctl", "-D", self.data, "-w", "-m", mode, "stop")

    def kill(self):
        """SIGKILL to all of it, as when the machine takes it away."""
        parent = int((self.data / "postmaster.pid").read_text().split("\n")[0])
        children = Path(f"/proc/{parent}/task/{parent}/children").read_text().split()
        for process in [parent, *map(int, children)]:
            try:
                os.kill(process, signal.SIGKILL)
            except ProcessLookupError:
                pass
        while any(Path(f"/proc/{process}").exists() for process in [parent, *children]):
            time.sleep(0.01)

    def close(self):
        self.program("pg_ctl", "-D", self.data, "-w", "-m", "immediate", "stop", check=False)
        shutil.rmtree(self.folder, ignore_errors=True)

    def url(self, name, user="tenon"):
        return f"postgres://{user}@/{name}?host={self.folder}"

    def run(self, program, *arguments, **options):
        result = subprocess.run(
            [str(PROGRAMS / program), *map(str, arguments)], capture_output=True, text=True,
            stdin=subprocess.DEVNULL, **options)
        assert result.returncode == 0, result.stderr
        return result.stdout

    def psql(self, database, sql):
        return self.run(
            "psql", "-X", "-q", "-A", "-t", "-F", "\x1f", "-P", "null=\x1e", "-v", "ON_ERROR_STOP=1",
            "-h", self.folder, "-U", "tenon", "-d", database, "-c", sql)

    def store(self, path):
        """A new empty database."""
        return self.make(path, "template0")

    def copy(self, store, path):
        copy_files(store, path)
        store.close()
        return self.make(path, store.name)

    def make(self, path, template):
        name = f"t{next(self.numbers)}"
        self.psql("postgres", f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        return ServerStore(self, name, path)


def main(command):
    """Runs a command that finds a server of its own at TENON_TEST_POSTGRES. Nothing in it outlives
    the command, so it need not wait for the disk."""
    cluster = Cluster("fsync=off")
    try:
        return subprocess.run(
            command, env={**os.environ, "TENON_TEST_POSTGRES": str(cluster.folder)}).returncode
    finally:
        cluster.close()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Starts the real binary of an application and speaks HTTP to it, as a client on the network would.

Nothing here knows the inside of the server: the command line, the ready address and HTTP are the
whole contract.
"""

import http.client
import json
import os
import signal
import socket
import subprocess
import time
from pathlib import Path
from urllib.parse import quote

from engines import FileStore

ROOT = Path(__file__).resolve().parents[2]
TENON = Path(os.environ.get("TENON", ROOT / ".build/debug/tenon"))
# The small application that most tests run against; apps/marketing changes with its company.
SALES = Path(os.environ.get("TENON_SALES", ROOT / "dist/sales"))
SALES_DATA = ROOT / "Tests/Apps/sales/data"
MARKETING = Path(os.environ.get("TENON_MARKETING", ROOT / "dist/marketing"))
MARKETING_DATA = ROOT / "apps/marketing/data"
PASSWORD = "tenon-demo"
SESSION = "/session"


def free_port() -> int:
    """A port that nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Answer:
    """One HTTP answer, read whole."""

    def __init__(self, status, headers, body):
        self.status = status
        self.headers = headers
        self.body = body

    def header(self, name):
        return self.headers.get(name)

    @property
    def json(self):
        return json.loads(self.body)

    @property
    def problem(self):
        """The body as application/problem+json; fails when it is not that."""
        assert self.headers.get_content_type() == "application/problem+json", self
        problem = self.json
        assert problem["status"] == self.status, self
        assert problem["title"] and problem["type"], self
        return problem

    def codes(self):
        """{field: code} of the problem's errors."""
        return {error["field"]: error["code"] for error in self.problem["errors"]}

    def __repr__(self):
        return f"{self.status} {self.body[:600]!r}"


class Client:
    """One keep-alive connection. Never retries: a lost answer is an exception."""

    def __init__(self, port, token=None, timeout=10):
        self.port = port
        self.token = token
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=timeout)

    def request(self, method, path, body=None, headers=None, raw=None):
        sent = dict(headers or {})
        if self.token:
            sent.setdefault("Authorization", f"Bearer {self.token}")
        data = raw
        if body is not None:
            data = json.dumps(body, ensure_ascii=False).encode()
            sent.setdefault("Content-Type", "application/json")
        try:
            self.connection.request(method, quote(path, safe="/?=&%.:+,;@-_~"), data, sent)
            response = self.connection.getresponse()
            answer = Answer(response.status, response.headers, response.read())
        except Exception:
            self.connection.close()
            raise
        return answer

    def get(self, path, **headers):
        return self.request("GET", path, headers=headers)

    def post(self, path, body, **headers):
        return self.request("POST", path, body, headers)

    def patch(self, path, body, etag):
        return self.request("PATCH", path, body, {"If-Match": etag} if etag else {})

    def delete(self, path, etag):
        return self.request("DELETE", path, headers={"If-Match": etag} if etag else {})

    def close(self):
        self.connection.close()


class Server:
    """The server's process over one database: a store of `engines`, or the path of a file."""

    def __init__(self, database, binary=SALES, port=None, options=()):
        self.store = FileStore(database) if isinstance(database, (str, Path)) else database
        self.database = self.store.path
        self.binary = Path(binary)
        self.port = port or free_port()
        self.options = list(options)
        self.process = None
        self.log = self.database.parent / f"server-{self.port}.log"

    @property
    def address(self):
        return f"http://127.0.0.1:{self.port}"

    def load(self, folder=SALES_DATA):
        """Creates the schema and loads demo data; returns the finished process."""
        return run(
            self.binary, "load", "--database", self.store.argument, *self.store.options,
            "--from", folder)

    def spawn(self, **process_options):
        """Starts the process without waiting for it to be ready. Failures of signing in make nobody
        wait, unless the test says so: many tests come from one address."""
        throttle = [] if "--throttle" in self.options else ["--throttle", "off"]
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(
                [str(self.binary), "serve", "--database", self.store.argument,
                 "--listen", f"127.0.0.1:{self.port}", *throttle, *self.store.options,
                 *self.options],
                stdin=subprocess.DEVNULL, stdout=log, stderr=log, **process_options)
        return self.process

    def start(self, timeout=10, **process_options):
        """Starts and waits until /readyz answers 200; returns the seconds that it took."""
        begin = time.monotonic()
        self.spawn(**process_options)
        while True:
            if self.process.poll() is not None:
                raise AssertionError(f"server ended with {self.process.returncode}: {self.tail()}")
            try:
                client = Client(self.port, timeout=1)
                status = client.get("/readyz").status
                client.close()
                if status == 200:
                    return time.monotonic() - begin
            except (OSError, http.client.HTTPException):
                pass
            if time.monotonic() - begin > timeout:
                self.kill()
                raise AssertionError(f"not ready after {timeout} s: {self.tail()}")
            time.sleep(0.005)

    def stop(self, timeout=10):
        """SIGTERM; returns the exit code."""
        self.process.send_signal(signal.SIGTERM)
        try:
            return self.process.wait(timeout)
        except subprocess.TimeoutExpired:
            self.kill()
            raise AssertionError(f"still running {timeout} s after SIGTERM: {self.tail()}")

    def kill(self):
        """SIGKILL."""
        if self.process and self.process.poll() is None:
            self.process.kill()
            self.process.wait()

    def sign_in(self, user="wang", password=PASSWORD):
        """A client that carries the user's token."""
        client = Client(self.port)
        answer = client.post(SESSION, {"user": user, "password": password})
        assert answer.status == 201, answer
        client.token = answer.json["token"]
        return client

    def tail(self):
        """The end of what the server said."""
        return self.log.read_text(errors="replace")[-2000:] if self.log.exists() else ""


def run(*command, timeout=120, **options):
    """Runs a command to its end and captures what it says."""
    return subprocess.run(
        [str(part) for part in command], capture_output=True, text=True, timeout=timeout,
        stdin=subprocess.DEVNULL, **options)


def pages(client, path, limit=200):
    """All records behind a list, page by page; fails when a page repeats a record."""
    separator = "&" if "?" in path else "?"
    seen, records, cursor = set(), [], None
    while True:
        after = f"&after={quote(cursor, safe='')}" if cursor else ""
        answer = client.get(f"{path}{separator}limit={limit}{after}")
        assert answer.status == 200, answer
        page = answer.json
        for record in page["data"]:
            assert record["id"] not in seen, f"record {record['id']} on two pages of {path}"
            seen.add(record["id"])
            records.append(record)
        cursor = page["next"]
        if cursor is None:
            return records

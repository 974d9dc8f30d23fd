"""Whoever is not signed in gets nothing, however an address is spelled."""

import re
import socket

import pytest
from spelled import BELIEVED, spellings

from server import run

ID = 1


class Wire:
    """A connection on which requests are written as they are."""

    def __init__(self, port):
        self.port = port
        self.socket = None

    def ask(self, method, target, headers=None, body=b""):
        """Status, head and body. The server may close after what it does not understand."""
        lines = [f"{method} {target} HTTP/1.1", "Host: 127.0.0.1", f"Content-Length: {len(body)}"]
        lines += [f"{name}: {value}" for name, value in (headers or {}).items()]
        for _ in range(2):
            try:
                return self.once("\r\n".join(lines).encode() + b"\r\n\r\n" + body)
            except (ConnectionError, EOFError):
                self.socket = None
        return 0, b"", b""

    def once(self, sent):
        if self.socket is None:
            self.socket = socket.create_connection(("127.0.0.1", self.port), timeout=10)
        self.socket.sendall(sent)
        got = b""
        while b"\r\n\r\n" not in got:
            got += self.more()
        head, _, body = got.partition(b"\r\n\r\n")
        length = re.search(rb"(?i)content-length: (\d+)", head)
        while length and len(body) < int(length[1]):
            body += self.more()
        if re.search(rb"(?i)connection: close", head):
            self.socket.close()
            self.socket = None
        return int(head.split()[1]), head, body

    def more(self):
        got = self.socket.recv(65_536)
        if not got:
            raise EOFError
        return got


def paths(judged):
    """Every path behind a sign-in, with an id where one stands."""
    found = ["/", "/me", "/me/tokens", "/notifications", "/palette", "/search", "/search/suggest",
             f"/files/{ID}", f"/files/{ID}/thumb", "/app/user/1/access"]
    for name in judged.declared.entities:
        found += [f"/app/{name}{tail}" for tail in (
            "", "/new", f"/{ID}", f"/{ID}/edit", f"/{ID}/cell", f"/{ID}/move", f"/{ID}/print",
            "/-/pick", "/-/choose", "/-/taken", "/-/export")]
    document = run(judged.subject.binary, "openapi").stdout
    found += [p.replace("{id}", str(ID)).replace("{form}", form) for form in ("csv", "xlsx")
              for p in re.findall(r'"(/api/[^"]+)":', document)]
    return found


def refused(status, head, body, secret):
    """Nothing but a refusal or the way to the sign-in page."""
    if secret.search(body.decode(errors="replace")):
        return False
    if status in (301, 302, 303, 307, 308):
        to = re.search(rb"(?im)^location: (\S*)", head)[1]
        return to.startswith((b"/sign-in", b"http://127.0.0.1/sign-in")) and not body.strip()
    return status in (0, 400, 401, 403, 404, 405, 411, 414, 415, 501, 505)


@pytest.fixture(scope="module")
def secret(judged):
    """Whatever stands in a record."""
    names = {
        str(v) for e in judged.declared.own_entities for _, r in judged.oracle.facts.all(e.name)
        for f in e.columns if f.type in ("text", "phone", "email") and (v := r.get(f.name))}
    return re.compile("|".join(re.escape(n) for n in sorted(names) if len(n) > 3))


@pytest.mark.engines("sqlite")
def test_no_spelling_opens_a_path(judged, secret):
    wire, asked = Wire(judged.server.port), 0
    for path in paths(judged):
        for target in spellings(path):
            target = target.encode("utf-8", "surrogateescape").decode("latin-1")
            status, head, body = wire.ask("GET", target)
            asked += 1
            if target.startswith("/sign-in?"):
                assert status == 200 and not secret.search(body.decode(errors="replace"))
            else:
                assert refused(status, head, body, secret), (target, status, body[:300])
    assert asked > 2_000
    assert judged.server.process.poll() is None


@pytest.mark.engines("sqlite")
def test_no_header_opens_a_path(judged, secret):
    wire = Wire(judged.server.port)
    for path in paths(judged):
        for headers in BELIEVED:
            status, head, body = wire.ask("GET", path, headers)
            assert refused(status, head, body, secret), (path, headers, status, body[:300])


@pytest.mark.engines("sqlite")
def test_nobody_changes_anything(judged, secret):
    wire = Wire(judged.server.port)
    json = {"Content-Type": "application/json", "If-Match": "*"}
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    before = judged.store.read("SELECT count(*) AS n, sum(version) AS v FROM tenon_user")
    for path in paths(judged):
        for method in ("POST", "PATCH", "DELETE", "PUT", "HEAD", "OPTIONS", "TRACE", "post"):
            for headers, body in ((json, b'{"name":"x"}'), (form, b"f.name=x&csrf=x&version=1")):
                wire.socket = None if method == "HEAD" else wire.socket
                status, head, got = wire.ask(method, path, headers, b"" if method in (
                    "HEAD", "OPTIONS", "TRACE") else body) if method != "HEAD" else bare(
                        judged.server.port, path)
                assert refused(status, head, got, secret) or method == "OPTIONS" and not got, (
                    method, path, status, got[:300])
    after = judged.store.read("SELECT count(*) AS n, sum(version) AS v FROM tenon_user")
    assert before == after


def bare(port, path):
    """A HEAD request: an answer without a body."""
    with socket.create_connection(("127.0.0.1", port), timeout=10) as one:
        one.sendall(f"HEAD {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode())
        got = b""
        while chunk := one.recv(65_536):
            got += chunk
    head, _, body = got.partition(b"\r\n\r\n")
    assert not body, path
    return int(head.split()[1]), head, b""

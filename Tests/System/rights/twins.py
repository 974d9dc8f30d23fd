"""Two servers over a pair of databases, asked the same; answers are compared byte by byte.

Left out of the comparison: `Date`, moments of the last day, weak tags (a hash of the body), tokens
that are drawn for each form, and the random ids of files, which are numbered as they turn up.
"""

import re
import time
from dataclasses import dataclass, field
from urllib.parse import urlencode

from server import Server
from visitor import FORM, Visitor

HEX = re.compile(rb"(?<![0-9a-f])(?:[0-9a-f]{2}){6,}(?![0-9a-f])")
MOMENT = re.compile(rb"20\d\d-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?Z?)?")
MILLISECONDS = re.compile(rb"(?<!\d)1\d{12}(?!\d)")
# A hash of the body, drawn anew for each process.
WEAK = re.compile(rb'W/"[0-9a-f]+"')
DAY = 86_400_000
TOKEN = re.compile(rb'(name="token" value=")[^"]*')
FILE = re.compile(rb"(/files/|name=\"f\.\w+\" value=\")([0-9a-f]{32})")


@dataclass(frozen=True)
class Asked:
    """One request: a form when `form`, else JSON or nothing."""

    method: str
    path: str
    body: object = None
    form: tuple = ()
    headers: tuple = ()

    def __str__(self):
        told = self.body if self.body is not None else dict(self.form) or ""
        return f"{self.method} {self.path} {told}"

    @property
    def is_write(self):
        return self.method != "GET"


@dataclass
class Twin:
    """One of the two."""

    engine: object
    store: object
    binary: object
    login: str
    session: tuple
    server: Server | None = None
    visitor: Visitor | None = None
    files: dict = field(default_factory=dict)

    def start(self, path):
        """Over a copy, so that the next run begins where this one did."""
        self.stop()
        self.server = Server(self.engine.copy(self.store, path), self.binary, options=["--log", "none"])
        self.server.start()
        self.visitor = Visitor(self.server, self.login, *self.session)
        self.files.clear()

    def stop(self):
        if self.server:
            self.visitor.close()
            self.server.kill()
            self.server.store.remove()
            self.server = None

    def ask(self, asked, number):
        headers = dict(asked.headers) | {"X-Request-Id": f"n{number}"}
        if asked.path.startswith("/api/"):
            return self.visitor.api(asked.method, asked.path, asked.body, **headers)
        headers |= {"Cookie": f"session={self.visitor.token}", "Accept-Language": "zh"}
        raw = None
        if asked.method == "POST":
            raw = urlencode([("csrf", self.visitor.csrf), *asked.form]).encode()
            headers["Content-Type"] = FORM
        return self.visitor.client.request(asked.method, asked.path, None, headers, raw)

    def plain(self, answer, began):
        """An answer without what differs anyhow."""
        headers = sorted(
            f"{name}: {value}" for name, value in answer.headers.items()
            if name not in ("Date", "Content-Length"))
        text = "\n".join(headers).encode() + b"\n\n" + answer.body
        text = TOKEN.sub(rb"\1", text)
        text = FILE.sub(self.file, text)
        text = MILLISECONDS.sub(
            lambda found: b"now" if int(found[0]) >= began else found[0], WEAK.sub(b"W/", text))
        text = HEX.sub(lambda found: key(found[0], began), text)
        return answer.status, MOMENT.sub(lambda found: moment(found[0], began), text)

    def file(self, found):
        number = self.files.setdefault(found[2], len(self.files))
        return found[1] + b"file %d" % number


def key(text, began):
    """The key of a page, readable; moments of the run are none."""
    plain = bytes.fromhex(text.decode())
    if not plain.isascii() or b"i" not in plain:
        return text
    return re.sub(
        rb"i(1\d{12})", lambda found: b"inow" if int(found[1]) >= began else found[0], plain)


def moment(text, began):
    """A moment of the last day is one of the run: the data are older."""
    days = {time.strftime("%Y-%m-%d", time.gmtime(began / 1000 + hours * 3600)).encode()
            for hours in range(0, 33, 8)}
    return b"now" if text[:10] in days else text


class Twins:
    """The pair, and what differs between them."""

    def __init__(self, left, right, folder):
        self.both = (left, right)
        self.folder = folder
        self.runs = 0

    def run(self, requests):
        """Asks all; the index of the first request that is answered differently, and how, or None."""
        self.runs += 1
        for name, twin in zip("ab", self.both):
            twin.start(self.folder / f"{name}{self.runs}.sqlite")
        began = int(time.time() * 1000) - DAY
        try:
            for number, asked in enumerate(requests):
                answers = [twin.ask(asked, number) for twin in self.both]
                plain = [twin.plain(a, began) for twin, a in zip(self.both, answers)]
                assert answers[0].status < 500, f"{asked}: {answers[0]}"
                if plain[0] != plain[1]:
                    return number, difference(*plain)
        finally:
            for twin in self.both:
                twin.stop()
        return None

    def shrink(self, requests, number):
        """The shortest list, found by leaving out, whose last request is answered differently."""
        last = requests[number]
        rest = [r for r in requests[:number] if r.is_write]
        if self.differs([last]):
            return [last]
        size = len(rest)
        while size >= 1 and self.runs < 60:
            at = 0
            while at < len(rest) and self.runs < 60:
                fewer = rest[:at] + rest[at + size:]
                if self.differs([*fewer, last]):
                    rest = fewer
                else:
                    at += size
            size //= 2
        return [*rest, last]

    def differs(self, requests):
        found = self.run(requests)
        return found is not None and found[0] == len(requests) - 1


def difference(left, right):
    """Where two answers part."""
    if left[0] != right[0]:
        return f"status {left[0]} and {right[0]}"
    (_, a), (_, b) = left, right
    at = next((i for i, (x, y) in enumerate(zip(a, b)) if x != y), min(len(a), len(b)))
    before = max(0, at - 120)
    return (f"{a[before:at + 120].decode(errors='replace')}\n  and\n"
            f"{b[before:at + 120].decode(errors='replace')}")

"""Rubbish on the wire: an answer of the 4xx kind or a closed connection; never a 5xx, never a hang."""

import random
import re
import socket
import threading
import time

import pytest

from server import Client

MUTANTS = 6_000
THREADS = 8
PATIENCE = 3  # seconds that one exchange may take after our side has said all
QUIET = 0.05  # seconds after which a mutant counts as the beginning of a request
KEPT = 200  # unfinished requests that are kept open, to see that the server ends them
DEADLINE = 40  # seconds after which none may be open: the server's limit is 30
STATUS = re.compile(rb"^HTTP/1\.[01] (\d{3}) ")


def exchange(port, data, unfinished=None):
    """Sends the bytes, closes our half, reads to the end; returns the answer's bytes.

    A mutant may be the beginning of a request whose rest the server rightly waits for. With
    `unfinished` such a connection is kept there, open, and what came so far is returned.
    """
    wire = socket.create_connection(("127.0.0.1", port), timeout=PATIENCE)
    received = b""
    try:
        try:
            wire.sendall(data)
            wire.shutdown(socket.SHUT_WR)
        except OSError:
            pass  # the server may close before it has heard all
        wire.settimeout(PATIENCE if unfinished is None else QUIET)
        while chunk := wire.recv(65536):
            received += chunk
    except ConnectionResetError:
        pass
    except TimeoutError:
        if unfinished is None:
            raise AssertionError(f"hang on {data[:300]!r}, so far {received[:200]!r}") from None
        if len(unfinished) < KEPT:
            unfinished.append((wire, data))
            return received
    wire.close()
    return received


def status(received):
    """The status code, or None when the connection was closed without an answer."""
    match = STATUS.match(received)
    return int(match.group(1)) if match else None


def templates(token):
    """Right requests, the seeds of the mutants."""
    head = f"Host: localhost\r\nAuthorization: Bearer {token}\r\n".encode()
    body = '{"name":"变异","level":"normal","staff":5,"budget":"10.00"}'.encode()
    length = f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n".encode()
    form = b"_csrf=x&f.name=y"
    return [
        b"GET /api/customer?limit=5&sort=name&filter.level=vip HTTP/1.1\r\n" + head + b"\r\n",
        b"GET /api/customer/1 HTTP/1.1\r\n" + head + b"\r\n",
        b"POST /api/customer HTTP/1.1\r\n" + head + length + body,
        b"PATCH /api/customer/1 HTTP/1.1\r\nIf-Match: \"1\"\r\n" + head + length + body,
        b"POST /api/customer HTTP/1.1\r\n" + head + b"Content-Type: application/json\r\n"
        + b"Transfer-Encoding: chunked\r\n\r\n%x\r\n" % len(body) + body + b"\r\n0\r\n\r\n",
        b"POST /sign-in HTTP/1.1\r\nHost: localhost\r\nCookie: session=abc; a=\"b\"\r\n"
        + b"Content-Type: application/x-www-form-urlencoded\r\n"
        + b"Content-Length: %d\r\n\r\n" % len(form) + form,
        b"GET /app/customer/1/edit?a=%e4%bd%a0 HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"GET /openapi.json HTTP/1.0\r\n\r\n",
    ]


PIECES = [
    b"\r\n", b"\n", b"\r", b"\0", b"\xff", b"%", b"%00", b"%zz", b"..", b"//", b";", b"\"", b"'",
    b"Content-Length: 5\r\n", b"Content-Length: -1\r\n", b"Transfer-Encoding: chunked\r\n",
    b"Content-Length: 99999999999999999999\r\n", b" : ", b"\t", b"Host: x\r\n", b"A" * 9000,
    b"X: " + b"y" * 20_000 + b"\r\n", b"Expect: 100-continue\r\n", b"ffffffffffffffff\r\n",
    b"HTTP/9.9", "汉字".encode(), b"{", b"[[[[", b"&", b"=", b"Upgrade: h2c\r\n",
]


def mutate(seed, chance):
    """One to four random edits."""
    data = bytearray(seed)
    for _ in range(chance.randint(1, 4)):
        place = chance.randrange(len(data) + 1)
        match chance.randrange(6):
            case 0 if place < len(data):
                data[place] = chance.randrange(256)
            case 1:
                data[place:place] = chance.choice(PIECES)
            case 2:
                del data[place:place + chance.randint(1, 30)]
            case 3:
                data[place:place] = data[place:place + chance.randint(1, 60)]
            case 4:
                del data[place:]
            case _:
                data[place:place] = bytes(chance.randrange(256) for _ in range(4))
        if not data:
            data = bytearray(b"\r\n")
    return bytes(data)


def in_threads(work):
    """Runs work(number) in THREADS threads and raises the first failure."""
    failures = []

    def guarded(number):
        try:
            work(number)
        except BaseException as failure:  # handed to the test's thread below
            failures.append(failure)

    threads = [threading.Thread(target=guarded, args=(n,)) for n in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failures:
        raise failures[0]


def still_well(server, client):
    """The server serves on, at once."""
    assert server.process.poll() is None, server.tail()
    begin = time.monotonic()
    assert Client(server.port).get("/readyz").status == 200
    assert client.get("/api/customer?limit=5").status == 200
    assert time.monotonic() - begin < 1


@pytest.fixture(scope="module")
def unfinished():
    """Connections on which the server waits for the rest, with what was sent."""
    kept = []
    yield kept
    for wire, _ in kept:
        wire.close()


def test_mutated_requests(company, unfinished):
    client = company.sign_in()
    seeds = templates(client.token)
    seen = {}

    def work(number):
        chance = random.Random(number)
        for _ in range(MUTANTS // THREADS):
            data = mutate(chance.choice(seeds), chance)
            code = status(exchange(company.port, data, unfinished))
            assert code is None or code < 500, f"{code} for {data[:600]!r}"
            seen[code] = seen.get(code, 0) + 1

    in_threads(work)
    print("answers to mutants:", dict(sorted(seen.items(), key=str)))
    assert seen.get(400, 0) > MUTANTS // 100, "the mutants hardly disturbed anything"
    still_well(company, client)


def test_random_bytes(company, unfinished):
    client = company.sign_in()

    def work(number):
        chance = random.Random(1000 + number)
        for _ in range(100):
            data = chance.randbytes(chance.randint(1, 5000))
            code = status(exchange(company.port, data, unfinished))
            assert code is None or 400 <= code < 500

    in_threads(work)
    still_well(company, client)


GUARDED = [
    ("two lengths", b"Content-Length: 2\r\nContent-Length: 2\r\n\r\n{}"),
    ("two different lengths", b"Content-Length: 2\r\nContent-Length: 20\r\n\r\n{}"),
    ("length and chunks", b"Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
    ("space before the colon", b"Content-Length : 2\r\n\r\n{}"),
    ("unknown coding", b"Transfer-Encoding: gzip\r\n\r\n"),
    ("a coding after chunked", b"Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n"),
    ("no length", b"\r\n"),
    ("negative length", b"Content-Length: -2\r\n\r\n{}"),
    ("length in hex", b"Content-Length: 0x2\r\n\r\n{}"),
    ("bad chunk size", b"Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n"),
]


@pytest.mark.parametrize("rest", [rest for _, rest in GUARDED], ids=[name for name, _ in GUARDED])
def test_a_body_that_two_parsers_could_read_differently(company, rest):
    token = company.sign_in().token
    head = (f"POST /api/customer HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {token}\r\n"
            "Content-Type: application/json\r\n").encode()
    received = exchange(company.port, head + rest)
    # libmicrohttpd 0.9.75 writes the head of a refusal of its own twice and closes; an answer to a
    # second request would be another one.
    codes = set(re.findall(rb"^HTTP/1\.[01] (\d{3}) ", received, re.M))
    assert len(codes) <= 1, "the rest was read as a second request"
    assert all(code.startswith(b"4") for code in codes), received[:300]


def spellings(path):
    """Forty ways to write a path that a careless matcher takes for another or for an open one."""
    entity = path.rsplit("/", 1)[1]
    return [
        path, path + "/", "/" + path, path.replace("/api", "//api"), path.replace("/api", "/./api"),
        path.replace("/api/", "/api//"), path.replace("/api/", "/api/./"), path + "/.",
        path + "/..;/" + entity, path + "/../" + entity, "/healthz/.." + path,
        "/sign-in/.." + path, "/healthz/..;" + path, path + ";x", path + ";jsessionid=1",
        path + ".json", path + ".", path + "%20", path + "%00", path + "%2e", path + "%2f",
        path.replace("/api/", "/api%2f"), path.replace("/api/", "/api%5c"),
        path.replace("/api/", "/api\\"), path.replace("a", "%61"), path.replace("a", "%2561"),
        path.upper(), path.replace("api", "Api"), path + "?/healthz", path + "?webhooks/trigger",
        path + "?x=/sign-in", path + "?openapi.json", path + "#/healthz", path + "%23/healthz",
        path + "%3f/healthz", "/healthz%2f.." + path, "http://localhost" + path,
        "http://localhost:1" + path + "?", path + "//", "/.." + path, path + "%c0%ae",
        path + "?" + "a=1&" * 100, "/%2e%2e" + path,
    ]


def test_a_client_that_says_no_more_is_let_go(company):
    """Its end may come in one piece with its request, where a server that waits for edges of the
    socket overlooks it and keeps the connection until its idle limit."""
    request = b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n"
    for _ in range(8):
        assert status(exchange(company.port, request)) == 200


@pytest.mark.parametrize("method", ["GET", "POST", "PATCH", "DELETE", "HEAD", "PUT", "OPTIONS"])
@pytest.mark.parametrize("path", ["/api/customer", "/api/customer/1", "/api/opportunity"])
def test_no_spelling_opens_a_closed_door(company, method, path):
    """Authorisation is decided by the route, so no spelling of its URL gets around it."""
    secret = "有限公司".encode()
    assert len(set(spellings(path))) >= 40
    for spelling in spellings(path):
        request = (f"{method} {spelling} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                   "Content-Length: 0\r\n\r\n")
        received = exchange(company.port, request.encode())
        code = status(received)
        assert code in (400, 401, 404, 405, 415, 428), f"{code} for {method} {spelling}"
        if method == "GET":
            assert code in (400, 401, 404), f"{code} for {spelling}"
        assert secret not in received


def test_what_never_ends_is_ended(company, unfinished):
    """Last in this file: the requests that were left unfinished above."""
    assert unfinished, "no mutant was cut short"
    deadline = time.monotonic() + DEADLINE
    for wire, data in unfinished:
        received = b""
        try:
            while time.monotonic() < deadline:
                wire.settimeout(max(0.01, deadline - time.monotonic()))
                chunk = wire.recv(65536)
                received += chunk
                if not chunk:
                    break
            else:
                raise TimeoutError
        except ConnectionResetError:
            pass
        except TimeoutError:
            raise AssertionError(f"still open after {DEADLINE} s: {data[:300]!r}") from None
        assert (status(received) or 400) < 500, received[:300]
    still_well(company, company.sign_in())

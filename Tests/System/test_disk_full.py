"""A full disk: writes get 507, reads go on, writes resume when there is room, nothing is half."""

import os
import signal
import sqlite3
import subprocess
import time

import pytest

from server import pages, run

# On a server it is the server's disk that is full.
pytestmark = pytest.mark.engines("sqlite")
ROOM = 24 * 1024 * 1024


@pytest.fixture
def small_disk(tmp_path):
    """A folder on a file system of ROOM bytes, or None where mounting is not allowed."""
    folder = tmp_path / "small"
    folder.mkdir()
    mounted = os.geteuid() == 0 and run(
        "mount", "-t", "tmpfs", "-o", f"size={ROOM}", "tenon-test", folder).returncode == 0
    yield folder if mounted else None
    if mounted:
        # The server is killed before this by a later fixture only if it was made later; make sure.
        subprocess.run(["umount", "-l", str(folder)], check=True)


def filler(number):
    return {"name": f"满盘测试 {number}", "level": "normal", "remark": "满" * 2000}


def fill(client):
    """Creates records until one is refused; returns those that were answered 201."""
    answered = []
    for number in range(20_000):
        answer = client.post("/api/customer", filler(number))
        if answer.status != 201:
            return answered, answer
        answered.append(answer.json)
    raise AssertionError("the disk never filled")


def survive(server, client, make_room):
    """The story that both kinds of fullness tell."""
    answered, refusal = fill(client)
    assert refusal.status == 507 and refusal.problem, refusal
    before = {record["id"]: record for record in pages(client, "/api/customer")}
    refused = 0
    for number in range(100_000, 100_030):
        answer = client.post("/api/customer", filler(number))
        # A record may still fit into a page that is there already.
        assert answer.status in (201, 507), answer
        if answer.status == 201:
            answered.append(answer.json)
        refused += answer.status != 201
        assert client.get("/api/customer?limit=20").status == 200
        assert client.get("/healthz").status == 200
    assert refused > 0
    assert server.process.poll() is None
    record = next(iter(before.values()))
    assert client.get(f"/api/customer/{record['id']}").json == record

    make_room()
    deadline = time.monotonic() + 5
    while True:
        answer = client.post("/api/customer", filler(999_999))
        if answer.status == 201:
            break
        assert time.monotonic() < deadline, f"writes did not resume: {answer}"
        time.sleep(0.1)
    answered.append(answer.json)
    now = {record["id"]: record for record in pages(client, "/api/customer")}
    assert all(now.get(record["id"]) == record for record in answered), "an answered write is lost"
    extra = set(now) - set(before) - {record["id"] for record in answered}
    assert not extra, f"refused writes left something behind: {extra}"
    assert server.stop() == 0
    check = sqlite3.connect(server.database)
    assert check.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    check.close()


def test_a_full_file_system(make_server, small_disk):
    if small_disk is None:
        pytest.skip("mounting a small tmpfs needs root; the next test limits file sizes instead")
    server = make_server(folder=small_disk)
    server.log = small_disk.parent / "server.log"
    try:
        server.start()
        client = server.sign_in()
        ballast = small_disk / "ballast"
        ballast.write_bytes(b"\0" * (ROOM - 12 * 1024 * 1024))
        survive(server, client, ballast.unlink)
    finally:
        server.kill()


def limit_file_size(process, limit):
    run("prlimit", f"--fsize={limit}:unlimited", "--pid", process.pid).check_returncode()


def test_a_limit_on_file_size(make_server):
    """Needs no root. The kernel says EFBIG, which SQLite reports otherwise than ENOSPC."""
    server = make_server()
    server.start(
        preexec_fn=lambda: signal.signal(signal.SIGXFSZ, signal.SIG_IGN), restore_signals=False)
    client = server.sign_in()
    limit_file_size(server.process, 12 * 1024 * 1024)
    survive(server, client, lambda: limit_file_size(server.process, "unlimited"))

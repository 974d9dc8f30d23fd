"""Secrets and who signs in, with the real binary: what the database holds, keys, delays."""

import re
import subprocess

import pytest

from server import SALES, Client, run


def make(client, code="open sesame 4711"):
    answer = client.post("/api/agreement", {"name": "甲", "code": code})
    assert answer.status == 201, answer
    return answer.json["id"]


def reveal(client, number):
    return client.get(f"/api/agreement/{number}?reveal=code")


def command(server, *words):
    return run(
        SALES, *words, "--database", server.store.argument, *server.store.options)


def test_the_database_alone_tells_nothing(make_server):
    server = make_server()
    server.start()
    client = server.sign_in("li")
    number = make(client)
    assert reveal(client, number).json["code"] == "open sesame 4711"
    server.stop()
    for file in server.database.parent.rglob("*"):
        if file.is_file():
            assert b"open sesame" not in file.read_bytes(), file


def test_keys_are_made_replaced_and_missed(make_server):
    server = make_server()
    server.start()
    client = server.sign_in("li")
    number = make(client)
    keys = server.database.parent / (server.database.name + ".keys")
    assert keys.stat().st_mode & 0o777 == 0o600
    server.stop()

    first = keys.read_text()
    assert re.fullmatch(r"[0-9a-f]{64}\n", first)
    assert command(server, "secrets", "new-key").returncode == 0
    assert keys.read_text().endswith(first) and len(keys.read_text().split()) == 2
    done = command(server, "secrets", "rotate")
    assert done.returncode == 0 and done.stdout.startswith("1 secret(s)"), done
    keys.write_text(keys.read_text().split()[0] + "\n")
    checked = command(server, "doctor")
    assert checked.returncode == 0 and "1 secret(s) can be decrypted" in checked.stdout, checked
    server.start()
    assert reveal(server.sign_in("li"), number).json["code"] == "open sesame 4711"
    server.stop()

    keys.write_text(first)
    refused = command(server, "doctor")
    assert refused.returncode == 3 and "--secret-key-file" in refused.stderr, refused
    assert len(refused.stderr.strip().splitlines()) == 1


def test_delays_outlive_the_process(make_server):
    server = make_server(options=["--throttle", "on"])
    server.start()
    client = Client(server.port)
    for _ in range(6):
        status = client.post("/session", {"user": "li", "password": "wrong"}).status
        assert status in (401, 429)
    server.stop()
    server.start()
    for _ in range(8):
        answer = Client(server.port).post("/session", {"user": "li", "password": "wrong"})
    assert answer.status == 429 and int(answer.header("Retry-After")) >= 1


@pytest.mark.parametrize("words, said", [
    (["--throttle", "maybe"], "--throttle is on or off"),
    (["--session-idle", "0"], "--session-idle is a number of minutes"),
    (["--session-life", "x"], "--session-life is a number of hours"),
    (["secrets"], "secrets new-key | rotate"),
])
def test_wrong_words_are_2(tmp_path, words, said):
    result = run(SALES, *words, "--database", tmp_path / "x.sqlite", cwd=tmp_path)
    assert result.returncode == 2 and said in result.stderr


@pytest.mark.parametrize("password, said", [
    ("short", "at least 8"), ("password", "common"), ("sales 2026", "application's name"),
    ("zhang12345678", "login or name"), ("11111111", "repetition"),
])
def test_the_command_line_takes_no_bad_password(tmp_path, password, said):
    result = subprocess.run(
        [str(SALES), "user", "add", "zhang", "--database", str(tmp_path / "x.sqlite")],
        input=password + "\n", capture_output=True, text=True)
    assert result.returncode == 1 and said in result.stderr, result

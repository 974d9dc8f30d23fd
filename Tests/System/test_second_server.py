"""One database file has one server: a second one refuses in one sentence and harms nothing."""

import http.client
import threading
import time

import pytest

from server import SALES_DATA, Client, Server, run


@pytest.mark.engines("sqlite")
def test_a_second_server_refuses(make_server):
    first = make_server()
    first.start()
    client = first.sign_in()
    second = Server(first.database)
    begin = time.monotonic()
    process = second.spawn()
    try:
        assert process.wait(5) not in (0, None)
    finally:
        second.kill()
    assert time.monotonic() - begin < 5
    said = second.tail()
    assert str(first.database) in said, said
    assert "Fatal error" not in said and len(said) < 1000, said
    made = client.post("/api/customer", {"name": "仍在服务", "level": "normal"})
    assert made.status == 201


@pytest.mark.engines("sqlite")
def test_load_refuses_beside_a_server(make_server):
    server = make_server()
    server.start()
    report = run(
        server.binary, "load", "--database", server.database, "--from", SALES_DATA)
    assert report.returncode != 0
    assert str(server.database) in report.stdout + report.stderr


def test_the_file_is_free_after_a_stop_and_after_a_kill(make_server):
    server = make_server()
    server.start()
    assert server.stop() == 0
    server.start()
    server.kill()
    assert server.start() < 2
    assert server.stop() == 0


def test_a_stop_finishes_what_is_under_way(make_server):
    """Every request that was accepted before SIGTERM gets its answer."""
    server = make_server()
    server.start()
    token = server.sign_in().token
    answered, refused = [], []

    def write(number):
        client = Client(server.port, token)
        for turn in range(100_000):
            try:
                answer = client.post(
                    "/api/customer", {"name": f"停机测试 {number} {turn}", "level": "normal"})
            except (OSError, http.client.HTTPException):
                return  # the connection ended between two requests
            (answered if answer.status == 201 else refused).append(answer)
            if answer.status != 201:
                return

    threads = [threading.Thread(target=write, args=(n,)) for n in range(8)]
    for thread in threads:
        thread.start()
    time.sleep(0.5)
    assert server.stop(timeout=10) == 0
    for thread in threads:
        thread.join()
    assert {answer.status for answer in refused} <= {503}, refused[:1]
    assert len(answered) > 50
    server.start()
    client = server.sign_in()
    for answer in answered[-50:]:
        assert client.get(answer.header("Location")).json == answer.json

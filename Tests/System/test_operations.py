"""What operators see of a running server: its log, its figures, packed answers."""

import gzip
import json
import os
import re

from server import Client

PACKED = {"Accept-Encoding": "gzip"}


def lines(server):
    return server.log.read_text().splitlines()


def test_one_line_of_json_for_each_request(make_server):
    server = make_server(options=["--log", "json"])
    server.start()
    client = server.sign_in("li")
    client.get("/api/customer/1", **{"X-Request-Id": "from-the-proxy"})
    client.get("/api/customer?filter.name=Geheim", **{"X-Request-Id": "second"})
    client.post("/api/customer", {"name": ""}, **{"X-Request-Id": "third"})
    assert server.stop() == 0
    events = [json.loads(line) for line in lines(server)
              if " is ready on " not in line]
    by_id = {event["id"]: event for event in events if event["event"] == "request"}
    first = by_id["from-the-proxy"]
    assert (first["method"], first["route"], first["status"]) == ("GET", "/api/customer/{id}", 200)
    assert first["bytes"] > 100 and first["ms"] > 0 and isinstance(first["user"], int)
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", first["time"])
    assert by_id["second"]["route"] == "/api/customer" and by_id["third"]["status"] == 422
    assert "Geheim" not in server.log.read_text()
    assert {event["event"] for event in events} <= {"request", "notice"}


def test_text_lines_and_none(make_server):
    server = make_server()
    server.start()
    Client(server.port).get("/api/customer/7", **{"X-Request-Id": "a"})
    server.stop()
    [line] = [line for line in lines(server) if " a GET " in line]
    assert re.fullmatch(r"\S+Z a GET /api/customer/\{id\} 401 \d+\.\d{3} ms \d+ bytes", line)
    quiet = make_server("quiet.sqlite", options=["--log", "none"])
    quiet.start()
    Client(quiet.port).get("/api/customer/7")
    quiet.stop()
    assert "/api/" not in quiet.log.read_text()


def test_a_packed_answer_is_the_same_answer(company):
    client = company.sign_in("li")
    for path in ("/api/customer?limit=50", "/openapi.json"):
        plain, packed = client.get(path), client.get(path, **PACKED)
        assert packed.header("Content-Encoding") == "gzip" and packed.header("Vary")
        assert gzip.decompress(packed.body) == plain.body
        assert len(packed.body) < len(plain.body) / 3
    page = client.get("/app/customer", **PACKED)
    assert gzip.decompress(page.body).startswith(b"<!doctype html>")
    sheet = re.search(rb'href="(/assets/app\.[^"]+\.css)"', gzip.decompress(page.body)).group(1)
    plain, packed = client.get(sheet.decode()), client.get(sheet.decode(), **PACKED)
    assert gzip.decompress(packed.body) == plain.body


def test_figures_for_this_machine_and_for_the_token(make_server, tmp_path):
    server = make_server()
    server.start()
    client = server.sign_in("li")
    client.get("/api/customer")
    figures = Client(server.port).get("/metrics")
    assert figures.status == 200 and figures.headers.get_content_type() == "text/plain"
    text = figures.body.decode()
    assert 'tenon_http_requests_total{method="GET",route="/api/customer",status="2xx"} 1' in text
    files = int(re.search(r"^process_open_fds (\d+)$", text, re.M).group(1))
    # Connections come and go between the two looks.
    assert abs(files - len(os.listdir(f"/proc/{server.process.pid}/fd"))) <= 3
    memory = int(re.search(r"^process_resident_memory_bytes (\d+)$", text, re.M).group(1))
    assert 5_000_000 < memory < 500_000_000
    size = re.search(r"^tenon_database_bytes (\d+)$", text, re.M)
    if server.store.engine == "sqlite":
        assert int(size.group(1)) == server.database.stat().st_size
    else:
        assert size is None, "the size of a database server is not ours to tell"
    server.stop()

    secret = tmp_path / "token"
    secret.write_text("0123456789abcdef\n")
    far = make_server(
        "far.sqlite",
        options=["--public-url", "https://crm.example", "--metrics-token-file", str(secret)])
    far.start()
    assert Client(far.port).get("/metrics").status == 404
    assert Client(far.port, "0123456789abcdef").get("/metrics").status == 200
    far.stop()
    behind = make_server("behind.sqlite", options=["--public-url", "https://crm.example"])
    behind.start()
    assert Client(behind.port).get("/metrics").status == 404


def test_an_idempotency_key_survives_a_crash(make_server):
    server = make_server()
    server.start()
    client = server.sign_in("li")
    sent = {"name": "只做一次有限公司"}
    first = client.post("/api/customer", sent, **{"Idempotency-Key": '"k-1"'})
    assert first.status == 201, first
    server.kill()
    server.start()
    again = Client(server.port, client.token)
    second = again.post("/api/customer", sent, **{"Idempotency-Key": '"k-1"'})
    assert (second.status, second.body) == (201, first.body)
    other = again.post("/api/customer", {"name": "别的公司"}, **{"Idempotency-Key": '"k-1"'})
    assert other.status == 422 and other.problem

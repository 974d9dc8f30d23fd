"""An application whose names and words would break whatever pastes them into Swift, SQL, HTML or
JSON: it compiles, serves, and gives back what it was told."""

import html
import shutil

import pytest
from openapi_spec_validator import validate

from server import ROOT, Client, Server
from tenon import tenon

HOSTILE = ROOT / "Tests/Apps/hostile"
NASTY = "\"'; DROP TABLE class; -- </script><b>&amp; \\(x) \\n ${x} 👨‍👩‍👧 \u202e\u200f"


@pytest.fixture(scope="session")
def hostile(tmp_path_factory):
    """The folder of the application, built once."""
    folder = tmp_path_factory.mktemp("hostile")
    app = shutil.copytree(HOSTILE, folder / "app")
    result = tenon(
        "build", app, "--generated", folder / "generated", "--dist", folder / "dist", timeout=580)
    assert result.returncode == 0, result.stdout + result.stderr
    (folder / "data").mkdir()
    (folder / "data/users.csv").write_text(
        "login,name,password,roles\r\nwang,<b>王</b>,tenon-demo,self admin\r\n", "utf-8")
    return folder


@pytest.fixture(scope="module")
def server(hostile, engine, tmp_path_factory):
    """Served over an empty database with one person in it."""
    store = engine.store(tmp_path_factory.mktemp("served") / "db.sqlite")
    server = Server(store, binary=hostile / "dist/class")
    report = server.load(hostile / "data")
    assert report.returncode == 0, report.stdout + report.stderr
    server.start()
    yield server
    server.kill()
    server.store.remove()


@pytest.fixture(scope="module")
def api(server):
    return server.sign_in()


RECORD = {
    "init": NASTY, "self": 1, "self_": 2, "default": "nil", "from": "2026-03-02",
    "constructor": "c", "__proto__": "p", "visit": False, "check": "1.500", "checks": "2.50",
    "visitor": "0.0500", "values": "2026-03-02T01:00:00.000Z", "Init": "I", "meta": "m",
    "grant": "g", "limit": "l", "sort": "s", "after": "a", "csrf": "x", "version_": "v",
}


def test_a_record_comes_back_as_it_went(api):
    table = api.post("/api/select", {"table": "t"}).json
    made = api.post("/api/class", RECORD | {"order": table["id"]})
    assert made.status == 201, made
    read = api.get(f"/api/class/{made.json['id']}").json
    assert {name: read[name] for name in RECORD} == RECORD
    assert read["order"] == table["id"]
    assert read["number"].startswith("'\"-2") and read["number"].endswith("-\\-0001")
    # The default, to the last scalar.
    assert read["group"] == "it's \"é\" \\(x) '\u0301 $1 ?1 👍🏽 </script>"


def test_names_that_differ_in_case_are_two(api):
    for entity, field in (("type", "Type"), ("Type", "type")):
        made = api.post(f"/api/{entity}", {field: entity})
        assert made.status == 201, made
        assert made.json["id"] == 1
    both = api.post("/api/type", {"Type": "A", "type": "b", "Self": "c"}).json
    assert (both["Type"], both["type"], both["Self"]) == ("A", "b", "c")


def test_every_entity_takes_a_record(api):
    bodies = {
        "string": {"Int64": "a", "String": 1, "Bool": True, "Any": "x"},
        "session": {"user": "u", "password": "p"}, "self": {"self": "s"},
        "new": {"edit": "e", "delete": "d"},
        "客户": {"名称": "甲", "级别": "重点", "这是一个非常非常长的字段名称用来检查物理名称的长度": "长"},
    }
    for entity, body in bodies.items():
        made = api.post(f"/api/{entity}", body)
        assert made.status == 201, made
        location = made.header("Location")
        read = api.connection
        read.request("GET", location, headers={"Authorization": f"Bearer {api.token}"})
        answer = read.getresponse()
        assert answer.status == 200 and answer.read() == made.body
        listed = api.get(f"/api/{entity}").json["data"]
        assert {name: listed[0][name] for name in body} == body


def test_pages_show_the_same_texts(server, api):
    client = Client(server.port)
    cookie = {"Cookie": f"session={api.token}", "Accept-Language": "en"}
    number = api.post("/api/class", {"init": NASTY + "2"}).json["id"]
    for path in (f"/app/class/{number}", f"/app/class/{number}/edit", "/app/class"):
        page = client.get(path, **cookie)
        assert page.status == 200, page
        text = page.body.decode()
        assert NASTY in html.unescape(text), path
        for label in ('Class """#', "Init <i>&", "True\""):
            assert label in html.unescape(text), (path, label)
        # Nothing of it became markup.
        for markup in ("<b>&amp; ", "<b>王", "<i>", "</option></option>", "-- </script>"):
            assert markup not in text, (path, markup)
        assert text.count("</script>") == text.count("<script")
    page = client.get("/app/客户/new", **cookie)
    assert page.status == 200, page
    assert "Help </script><b> \\n" in html.unescape(page.body.decode())
    assert "<b>王</b>" in html.unescape(page.body.decode())


def test_filters_and_orders_by_such_names(api):
    for query in ("filter.default=nil", "filter.default=true", "sort=init", "sort=-self",
                  "filter.self.from=1&filter.self.to=9"):
        assert api.get(f"/api/class?{query}").status == 200, query
    assert api.get("/api/客户?filter.级别=重点").status == 200


def test_its_api_document_is_valid(server):
    document = Client(server.port).get("/openapi.json").json
    validate(document)
    assert {"class", "select", "type", "Type", "客户"} <= {
        path.split("/")[2] for path in document["paths"] if path.startswith("/api/")}

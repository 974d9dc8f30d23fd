"""A new version over an old database: what only adds is done, anything else is refused by name."""

import pytest

from server import Server
from tenon import COLOUR, NAME, SIZE, SIZE_AS_TEXT, VIEWS, build, small_app


@pytest.fixture(scope="module")
def first(tmp_path_factory):
    """The first version: its folder (with the lock that the build wrote) and its binary."""
    root = tmp_path_factory.mktemp("upgrade")
    app = small_app(root / "app", NAME, SIZE)
    return root, build(app, root)


@pytest.fixture
def filled(first, engine, tmp_path):
    """A database of the first version with records in it, its server stopped."""
    _, binary = first
    server = Server(engine.store(tmp_path / "app.sqlite"), binary=binary)
    report = server.load(first[0] / "app/data")
    assert report.returncode == 0, report.stdout + report.stderr
    server.start()
    client = server.sign_in()
    made = [client.post("/api/note", {"name": f"第{n}条", "size": n}).json for n in range(50)]
    assert server.stop() == 0
    yield server, made
    server.store.remove()


def test_adding_a_field_keeps_the_data(first, filled):
    root, old = first
    server, made = filled
    server.binary = build(small_app(root / "app", NAME, SIZE, COLOUR), root)
    server.start()
    try:
        client = server.sign_in()
        for record in made:
            answer = client.get(f"/api/note/{record['id']}")
            assert answer.json == {**record, "colour": None}
        etag = answer.header("ETag")
        changed = client.patch(f"/api/note/{record['id']}", {"colour": "红"}, etag)
        assert changed.status == 200 and changed.json["colour"] == "红"
        assert server.stop() == 0
        # The old binary would lose what it does not know of.
        server.binary = old
        process = server.spawn()
        assert process.wait(10) != 0
        assert "colour" in server.tail()
    finally:
        server.kill()


@pytest.mark.parametrize("fields, views, word", [
    ((NAME,), VIEWS.replace(", size", ""), "size"),
    ((NAME, SIZE_AS_TEXT), VIEWS, "size"),
], ids=["a field removed", "a type changed"])
def test_what_would_lose_data_is_refused(first, filled, fields, views, word):
    root, old = first
    server, made = filled
    before = server.store.content()
    server.binary = build(small_app(root / "app", *fields, views=views), root)
    process = server.spawn()
    try:
        assert process.wait(10) != 0, "it started over data that it would lose"
        assert word in server.tail(), server.tail()
        assert server.store.content() == before, "refused, and yet the database was touched"
        server.binary = old
        server.start()
        client = server.sign_in()
        assert client.get(f"/api/note/{made[7]['id']}").json == made[7]
    finally:
        server.kill()

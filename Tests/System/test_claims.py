"""What may not overlap does not, whoever writes at the same time: bookings of a room."""

import itertools
import random
import statistics
import threading
import time

import pytest

from server import Client, Server, pages
from tenon import NAME, build, small_app

MINUTE = 60_000
SEED = 7
ANY = "*"


def at(minute):
    """A moment so many minutes into a day that nobody else uses."""
    return f"2026-03-{2 + minute // 1440:02}T{minute // 60 % 24:02}:{minute % 60:02}:00Z"


@pytest.fixture
def servers(make_server):
    """Processes over one database: one over a file, three over PostgreSQL."""
    first = make_server()
    made = [first]
    if first.store.engine == "postgres":
        made += [Server(first.store, options=first.options) for _ in range(2)]
    for server in made:
        server.start()
    yield made
    for server in made[1:]:
        server.kill()


def race(servers, deeds):
    """Runs the deeds at once, each with a connection of its own; their answers."""
    token = servers[0].sign_in().token
    answers = [None] * len(deeds)
    barrier = threading.Barrier(len(deeds))

    def act(number, deed):
        client = Client(servers[number % len(servers)].port, token, timeout=60)
        barrier.wait()
        answers[number] = deed(client)
        client.close()

    threads = [threading.Thread(target=act, args=pair) for pair in enumerate(deeds)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return list(itertools.chain(*answers))


def overlap(a, b):
    """Whether two half-open times overlap; an end of None never comes."""
    return (a[1] is None or b[0] < a[1]) and (b[1] is None or a[0] < b[1])


def claims(client):
    """{(floor, room): [(from, to)]} of what is stored, sorted."""
    found = {}
    for booking in pages(client, "/api/booking"):
        begins, ends = booking["begins_at"], booking["ends_at"]
        if booking["room"] and begins and (ends is None or ends > begins):
            found.setdefault((booking["floor"], booking["room"]), []).append((begins, ends))
    return {key: sorted(times) for key, times in found.items()}


def check(client):
    for times in claims(client).values():
        for first, then in itertools.pairwise(times):
            assert not overlap(first, then), f"{first} and {then} overlap"


def test_of_overlapping_bookings_one_survives(servers):
    dice = random.Random(SEED)

    def wanted():
        begins = dice.randrange(0, 24 * 60, 5)
        return {"purpose": "会", "room": dice.choice(["large", "small"]), "floor": dice.choice([1, 2]),
                "begins_at": at(begins), "minutes": dice.choice([5, 15, 30, 60, 240])}

    def book(bookings):
        return lambda client: [(b, client.post("/api/booking", b)) for b in bookings]

    answers = race(servers, [book([wanted() for _ in range(30)]) for _ in range(12)])
    client = servers[0].sign_in()
    check(client)
    stored = claims(client)
    made = [answer.json for _, answer in answers if answer.status == 201]
    refused = [(sent, answer) for sent, answer in answers if answer.status != 201]
    assert len(made) > 60 and len(refused) > 60
    assert sum(len(times) for times in stored.values()) == len(made)
    for sent, answer in refused:
        assert answer.status == 422 and answer.codes() == {"begins_at": "overlapping"}, answer
        # Rightly: something stored stands in its way.
        begins = int(sent["begins_at"][11:13]) * 60 + int(sent["begins_at"][14:16])
        time_wanted = (moment(begins), moment(begins + sent["minutes"]))
        assert any(overlap(time_wanted, other) for other in stored[sent["floor"], sent["room"]]), sent


def moment(minute):
    """How the API writes it."""
    return at(minute).replace("Z", ".000Z")


def test_moved_and_extended_bookings_stay_apart(servers):
    client = servers[0].sign_in()
    ids = [
        client.post("/api/booking", {
            "purpose": "会", "room": "large", "begins_at": at(hour * 60), "minutes": 30}).json["id"]
        for hour in range(20)]
    dice = random.Random(SEED)

    def move(ids):
        changes = []
        for number in ids:
            change = {"begins_at": at(dice.randrange(0, 20 * 60, 10))}
            if dice.random() < 0.5:
                change = {"minutes": dice.choice([10, 50, 70, None])}
            changes.append((number, change))
        return lambda client: [
            client.patch(f"/api/booking/{number}", change, ANY) for number, change in changes]

    answers = race(servers, [move(dice.sample(ids, 20)) for _ in range(10)])
    kinds = {answer.status for answer in answers}
    assert kinds == {200, 422}, kinds
    check(client)


def test_a_claim_among_many_costs_no_more(make_server):
    """A look into an index, not through the room's bookings."""
    server = make_server()
    days = 100_000
    server.store.query(
        f"""
        WITH RECURSIVE n (i) AS (SELECT CAST(0 AS BIGINT) UNION ALL SELECT i + 1 FROM n WHERE i + 1 < {days})
        INSERT INTO booking (version, created_at, updated_at, purpose, floor, room, begins_at,
          minutes, ends_at)
        SELECT 1, 0, 0, 'x', 1, 'large', i * {24 * 60 * MINUTE}, 60,
          i * {24 * 60 * MINUTE} + {60 * MINUTE} FROM n
        """)
    server.start()
    client = server.sign_in()

    def seconds(room):
        spent = []
        for day in range(40):
            begin = time.monotonic()
            answer = client.post("/api/booking", {
                "purpose": "y", "floor": 1, "room": room, "minutes": 30,
                "begins_at": f"2029-{1 + day // 28:02}-{1 + day % 28:02}T12:00:00Z"})
            spent.append(time.monotonic() - begin)
            assert answer.status == 201, answer
        return statistics.median(spent)

    few, many = seconds("small"), seconds("large")
    assert many < 2 * few + 0.002, f"{many:.4f} s among {days}, {few:.4f} s among few"


# MARK: a new rule over an old database

ROOM = "      room: { type: text, label: { zh: 房间, en: Room } }\n"
TIMES = ("      from_day: { type: date, label: { zh: 从, en: From } }\n"
         "      to_day: { type: date, label: { zh: 到, en: To } }\n")
RULE = "    not_overlapping: [{ of: room, from: from_day, to: to_day }]\n"
PLAIN = """\
views:
  note.all: { label: { zh: 全部, en: All }, columns: [name] }
"""


def test_a_new_rule_is_refused_over_rows_that_overlap(engine, tmp_path):
    def version(*fields):
        return build(small_app(tmp_path / "app", NAME, ROOM, TIMES, *fields, views=PLAIN), tmp_path)

    plain = version()
    server = Server(engine.store(tmp_path / "app.sqlite"), binary=plain)
    assert server.load(tmp_path / "app/data").returncode == 0
    try:
        server.start()
        client = server.sign_in()
        days = [("A", "2026-03-01", "2026-03-05"), ("A", "2026-03-05", None),
                ("B", "2026-03-04", "2026-03-06"), ("A", "2026-04-01", "2026-04-02"),
                ("A", "2026-04-02", "2026-04-01"), (None, "2026-03-01", None)]
        made = [client.post("/api/note", {"name": "x", "room": room, "from_day": begins, "to_day": ends}
                            ).json for room, begins, ends in days]
        assert server.stop() == 0
        ruled = version(RULE)
        server.binary = ruled
        assert server.spawn().wait(10) != 0
        said = server.tail()
        assert "apart note (room) from_day to_day: must not overlap" in said, said
        assert f"1 pair(s) of records do; by id: {made[1]['id']} and {made[3]['id']}" in said, said
        server.binary = plain
        server.start()
        client = server.sign_in()
        assert client.patch(f"/api/note/{made[1]['id']}", {"to_day": "2026-04-01"}, ANY).status == 200
        assert server.stop() == 0
        server.binary = ruled
        server.start()
        client = server.sign_in()
        answer = client.post("/api/note", {"name": "y", "room": "B", "from_day": "2026-03-05"})
        assert answer.status == 422 and answer.codes() == {"from_day": "overlapping"}, answer
        assert "“x”" in answer.json["errors"][0]["message"]
        assert server.stop() == 0
        # Without the rule nothing is held; with it again everything is looked at again.
        server.binary = plain
        server.start()
        client = server.sign_in()
        again = client.post("/api/note", {"name": "y", "room": "B", "from_day": "2026-03-05"})
        assert again.status == 201
        assert server.stop() == 0
        server.binary = ruled
        assert server.spawn().wait(10) != 0
        assert f"{made[2]['id']} and {again.json['id']}" in server.tail()
    finally:
        server.kill()
        server.store.remove()


def test_files_that_overlap_are_not_loaded(engine, tmp_path):
    store = engine.store(tmp_path / "app.sqlite")
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "lease.csv").write_text(
        "name,unit,starts_on,ends_on\n甲,A,2026-03-01,2026-04-01\n乙,A,2026-04-01,2026-05-01\n"
        "丙,A,2026-04-30,2026-06-01\n", "utf-8")
    result = Server(store).load(folder)
    assert result.returncode != 0
    said = result.stdout + result.stderr
    assert "lease.csv:4: starts_on: 与“乙”的时间重叠" in said, said
    assert "lease.csv:2" not in said
    store.remove()

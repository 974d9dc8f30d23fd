"""What only a database server can do to us: refuse, go away in the middle, serve others as well."""

import http.client
import itertools
import os
import re
import threading
import time

import pytest

from engines import Psql
from server import ROOT, SALES, SALES_DATA, Client, Server, pages, run

pytestmark = pytest.mark.engines("postgres")

SECRET = "g3h%21m"  # as a URL spells it
PLAIN = "g3h!m"


@pytest.fixture(scope="module")
def roles(cluster):
    """A role with a password, and one without rights."""
    cluster.psql("postgres", f"CREATE ROLE guarded LOGIN PASSWORD '{PLAIN}'")
    cluster.psql("postgres", "CREATE ROLE stranger LOGIN")
    rules = cluster.data / "pg_hba.conf"
    rules.write_text("local all guarded scram-sha-256\n" + rules.read_text())
    cluster.psql("postgres", "SELECT pg_reload_conf()")


def start(url, tmp_path, *more, **options):
    """What a server says that cannot start."""
    server = Server(tmp_path / "app.sqlite")
    result = run(
        SALES, "serve", "--database", url, "--uploads", tmp_path / "files", "--listen",
        f"127.0.0.1:{server.port}", *more, timeout=20, **options)
    assert result.returncode == 3, result
    said = result.stdout + result.stderr
    assert len(said) < 600 and SECRET not in said and PLAIN not in said, said
    return said


# MARK: refusals


def test_what_stands_against_a_start_is_said(engine, cluster, roles, tmp_path):
    host = f"host={cluster.folder}"
    empty = engine.store(tmp_path / "empty")
    guarded = f"postgres://guarded:{SECRET}x@/{empty.name}?{host}"
    assert "password authentication failed" in start(guarded, tmp_path)
    assert "guarded" in start(f"postgres://guarded@/{empty.name}?{host}", tmp_path)
    assert "does not exist" in start(f"postgres://tenon:{SECRET}@/nowhere?{host}", tmp_path)
    said = start(f"postgres://tenon:{SECRET}@127.0.0.1:1/app", tmp_path)
    assert "postgres://tenon@127.0.0.1:1/app cannot be reached" in said
    assert "cannot be read" in start(f"postgres://tenon:{SECRET}@/app?colour=red", tmp_path)
    stranger = f"postgres://stranger@/{empty.name}?{host}&password={SECRET}"
    said = start(stranger, tmp_path)
    assert "may not" in said and "permission denied" in said
    empty.remove()


def test_without_libpq_it_says_which_package(engine, cluster, tmp_path):
    """The library is hidden in a mount namespace; SQLite is served there all the same."""
    library = next(
        path for path in ("/usr/lib/x86_64-linux-gnu/libpq.so.5", "/usr/lib/aarch64-linux-gnu/libpq.so.5")
        if os.path.exists(path))
    nothing = tmp_path / "nothing"
    nothing.write_text("")
    alone = ["unshare", "--mount"] if os.geteuid() == 0 else ["unshare", "--map-root-user", "--mount"]
    if run(*alone, "true").returncode != 0:
        pytest.skip("mount namespaces are not allowed here")

    def hidden(*command):
        return run(*alone, "sh", "-c", f'mount --bind {nothing} {library} && exec "$@"', "-", *command)

    said = hidden(SALES, "load", "--from", SALES_DATA, "--database", cluster.url("postgres"),
                  "--uploads", tmp_path / "files")
    assert said.returncode == 3 and "libpq5" in said.stderr, said
    said = hidden(SALES, "load", "--from", SALES_DATA, "--database", tmp_path / "app.sqlite")
    assert said.returncode == 0, said


def test_libpq_is_loaded_only_when_asked_for(make_server, tmp_path):
    assert "libpq" not in run("ldd", SALES).stdout
    plain = Server(tmp_path / "plain.sqlite")
    plain.load()
    over = make_server()
    for server, expected in ((plain, False), (over, True)):
        server.start()
        try:
            with open(f"/proc/{server.process.pid}/maps") as maps:
                assert ("/libpq.so" in maps.read()) == expected
        finally:
            server.kill()


def test_the_order_is_by_code_point_whatever_the_database_says(make_server):
    server = make_server()
    server.start()
    client = server.sign_in()
    for name in ("zebra", "Zebra", "äpfel", "apfel", "榫卯", "𠮷野", "Ａ社"):
        assert client.post("/api/customer", {"name": f"序 {name}"}).status == 201
    names = [record["name"] for record in pages(client, "/api/customer?sort=name")]
    assert names == sorted(names)


LITERAL = re.compile(r'SystemStatement\(\s*(?:"""\n(.*?)"""|"([^"\n]*)")\s*\)', re.S)


def test_the_server_is_understood_in_all_it_says(make_server):
    """Every literal statement of the server, used by a scenario or not, means its own tables."""
    said = [
        literal[0] or literal[1] for path in sorted((ROOT / "Sources/TenonServer").rglob("*.swift"))
        for literal in LITERAL.findall(path.read_text("utf-8"))]
    assert len(said) > 60
    server = make_server()
    script = ""
    for number, sql in enumerate(said):
        assert not re.search(r'(?<![\w"])user(?![\w"])', sql), f"a word of PostgreSQL's own: {sql}"
        counter = itertools.count(1)
        script += f"PREPARE p{number} AS {re.sub(r'[?]', lambda _: f'${next(counter)}', sql)};\n"
    server.store.query(script)


def test_what_cannot_be_kept_is_found_nowhere(make_server):
    """U+0000 is in no text: who asks for it gets no record, and no fault."""
    server = make_server()
    server.start()
    client = server.sign_in()
    assert client.get("/api/customer?filter.name=a%00b").json["data"] == []
    assert client.get("/api/customer?q=a%00b").json["data"] == []
    first = client.get("/api/customer?sort=name&limit=1").json
    cursor = bytes.fromhex(first["next"]).replace(b"\tt", b"\tt\0", 1).hex()
    answer = client.get(f"/api/customer?sort=name&limit=1&after={cursor}")
    assert answer.status == 200 and answer.json["data"] == first["data"], "it sorts before all text"
    assert client.post("/api/customer", {"name": "甲\0乙"}).status == 400


# MARK: several processes


def second(server):
    """Another process over the same database and files."""
    return Server(server.store, options=server.options)


@pytest.fixture
def pair(make_server):
    first = make_server()
    first.start()
    other = second(first)
    other.start()
    yield first, other
    other.kill()


def race(servers, token, deeds):
    """Runs each deed on threads of its own, in turns over the servers; all answers."""
    answers, threads = [], []
    barrier = threading.Barrier(len(deeds))

    def act(number, deed):
        client = Client(servers[number % len(servers)].port, token, timeout=60)
        barrier.wait()
        answers.extend(deed(client))

    for number, deed in enumerate(deeds):
        threads.append(threading.Thread(target=act, args=(number, deed)))
        threads[-1].start()
    for thread in threads:
        thread.join()
    return answers


def test_numbers_have_no_gaps_and_no_doubles(pair):
    token = pair[0].sign_in().token
    names = itertools.count(1)
    lock = threading.Lock()

    def create(client):
        made = []
        for turn in range(25):
            with lock:
                name = next(names)
            # Some are refused: their numbers are not used up.
            body = {"name": f"号 {name}", "level": "no such level" if turn % 5 == 4 else "normal"}
            made.append(client.post("/api/customer", body))
        return made

    before = {record["number"] for record in pages(pair[0].sign_in(), "/api/customer")}
    answers = race(pair, token, [create] * 16)
    numbers = [answer.json["number"] for answer in answers if answer.status == 201]
    assert len(numbers) == 16 * 20 and {answer.status for answer in answers} == {201, 422}
    assert len(set(numbers)) == len(numbers) and not set(numbers) & before
    stem = numbers[0].rstrip("0123456789")
    counts = sorted(int(number.removeprefix(stem)) for number in numbers)
    assert counts == list(range(counts[0], counts[0] + len(counts))), "gaps"


def test_a_unique_value_is_taken_once(pair):
    token = pair[0].sign_in().token
    answers = race(pair, token, [
        lambda client: [client.post("/api/customer", {"name": f"唯一 {turn}"}) for turn in range(20)]
    ] * 8)
    made = [answer for answer in answers if answer.status == 201]
    refused = [answer for answer in answers if answer.status != 201]
    assert len(made) == 20 and len({answer.json["name"] for answer in made}) == 20
    assert all(answer.status == 409 and answer.codes() == {"name": "not_unique"} for answer in refused), \
        refused[0]


def test_a_key_marks_one_change_of_all_processes(pair):
    token = pair[0].sign_in().token
    answers = race(pair, token, [
        lambda client: [
            client.post("/api/customer", {"name": f"一次 {turn}"}, **{"Idempotency-Key": f"k-{turn}"})
            for turn in range(10)]
    ] * 8)
    assert {answer.status for answer in answers} <= {201, 409}
    assert all("Retry-After" in answer.headers for answer in answers if answer.status == 409)
    made = {answer.json["id"] for answer in answers if answer.status == 201}
    assert len(made) == 10


def test_versions_hold_over_processes(pair):
    """Of changes of one version one is made; nothing is written over unseen."""
    client = pair[0].sign_in()
    record = client.post("/api/customer", {"name": "版本有限公司", "staff": 0}).json

    def raise_by_one(client):
        done = []
        while len(done) < 10:
            read = client.get(f"/api/customer/{record['id']}")
            answer = client.patch(
                f"/api/customer/{record['id']}", {"staff": read.json["staff"] + 1}, read.header("ETag"))
            assert answer.status in (200, 412), answer
            if answer.status == 200:
                done.append(answer)
        return done

    race(pair, client.token, [raise_by_one] * 6)
    assert client.get(f"/api/customer/{record['id']}").json["staff"] == 60


def soon(holds, seconds=3):
    """Waits for what one process tells the other."""
    until = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < until
        time.sleep(0.005)


def test_the_end_of_a_session_counts_in_all_processes(pair):
    first, other = pair
    client = first.sign_in("li")
    there = Client(other.port, client.token)
    assert there.get("/api/customer/1").status == 200
    assert client.delete("/session", None).status == 204
    soon(lambda: there.get("/api/customer/1").status == 401)


def test_a_role_that_is_taken_away_counts_in_all_processes(pair):
    first, other = pair
    admin = first.sign_in("wang")
    people = {person["login"]: person for person in pages(admin, "/api/user")}
    token = other.sign_in("li").token
    there = Client(other.port, token)
    assert there.get("/api/customer/1").status == 200
    path = f"/api/user/{people['li']['id']}"
    answer = admin.patch(path, {"active": False}, admin.get(path).header("ETag"))
    assert answer.status == 200, answer
    soon(lambda: there.get("/api/customer/1").status == 401)


def test_two_first_starts_at_once(engine, tmp_path):
    store = engine.store(tmp_path / "new")
    servers = [Server(store) for _ in range(3)]
    try:
        for server in servers:
            server.spawn()
        for server in servers:
            soon(lambda server=server: "is ready" in server.tail(), seconds=60)
            assert server.process.poll() is None
    finally:
        for server in servers:
            server.kill()
        store.remove()


# MARK: other programs


WAITING = "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'transactionid'"


def test_a_change_of_another_program_is_not_written_over(make_server):
    """The batch has read the row, waits for the other's lock, fails and is run again whole."""
    server = make_server()
    server.start()
    client = server.sign_in()
    record = client.post("/api/customer", {"name": "两边有限公司"}).json
    path = f"/api/customer/{record['id']}"
    other = Psql(server.store)
    for version, expected in ((record["version"], 200), (record["version"] + 2, 412)):
        etag = client.get(path).header("ETag")
        other("BEGIN")
        other(f"UPDATE customer SET city = '别处', version = {version} WHERE id = {record['id']}")
        answers = []
        thread = threading.Thread(
            target=lambda etag=etag, expected=expected: answers.append(client.patch(path, {"staff": 7 + expected}, etag)))
        thread.start()
        soon(lambda: server.store.query(WAITING) == [(1,)])
        other("COMMIT")
        thread.join()
        assert answers[0].status == expected, answers
        assert client.get(path).json["city"] == "别处"
    other.close()


def test_a_lock_that_stays_is_a_503(make_server):
    server = make_server()
    server.start()
    client = Client(server.port, server.sign_in().token, timeout=30)
    other = Psql(server.store)
    other("BEGIN")
    other("LOCK TABLE customer IN EXCLUSIVE MODE")
    answer = client.post("/api/customer", {"name": "等不到有限公司"})
    assert answer.status == 503 and answer.header("Retry-After"), answer
    other("COMMIT")
    assert client.post("/api/customer", {"name": "等到有限公司"}).status == 201
    other.close()


# MARK: the server goes away


class Load(threading.Thread):
    """A client that creates and reads without end and keeps a journal of the answers."""

    def __init__(self, port, token, number, until):
        super().__init__()
        self.client = Client(port, token, timeout=60)
        self.number = number
        self.until = until
        self.made, self.refused, self.wrong = {}, [], []
        self.after = 0  # answered once the server was back

    def run(self):
        for turn in itertools.count():
            if self.until.is_set() and self.after > 3:
                return
            name = f"重启 {self.number} {turn}"
            answer = self.client.post("/api/customer", {"name": name})
            if answer.status == 201:
                self.made[answer.json["id"]] = answer.json
                self.after += self.until.is_set()
            elif answer.status == 503 and answer.header("Retry-After"):
                self.refused.append(name)
                time.sleep(0.01)
            else:
                self.wrong.append(answer)
                return
            read = self.client.get("/api/customer?limit=5")
            if read.status not in (200, 503):
                self.wrong.append(read)
                return


@pytest.mark.parametrize("way", ["fast", "kill"])
def test_a_restart_of_the_database_in_the_middle(make_server, cluster, way):
    server = make_server()
    server.start()
    client = server.sign_in()
    refused = 0
    for round_ in range(3):
        until = threading.Event()
        loads = [Load(server.port, client.token, f"{way} {round_} {n}", until) for n in range(8)]
        for load in loads:
            load.start()
        time.sleep(0.7)
        if way == "fast":
            cluster.stop()
        else:
            cluster.kill()
        assert Client(server.port).get("/healthz").status == 200
        assert Client(server.port).get("/readyz").status == 503
        time.sleep(0.5)
        cluster.start()
        until.set()
        for load in loads:
            load.join(60)
            assert not load.is_alive() and not load.wrong, load.wrong
        found = {record["id"]: record for record in pages(client, "/api/customer")}
        names = [record["name"] for record in found.values()]
        assert len(names) == len(set(names)), "a write was applied twice"
        for load in loads:
            assert all(found.get(key) == record for key, record in load.made.items()), "lost"
            assert not set(load.refused) & set(names), "refused, and yet there"
            refused += len(load.refused)
    assert refused > 0, "nobody noticed that the server was gone"
    assert server.process.poll() is None

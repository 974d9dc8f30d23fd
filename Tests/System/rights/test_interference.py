"""Non-interference: what one may not see changes nothing in what one is answered.

For a person and a seed two databases are made (`pairs.py`) that differ only in what the oracle says
that person may not see. Both are asked the same random requests (`asking.py`), writes too, and
every answer must be the same to the byte (`twins.py`). What is found is shrunk to the shortest list
of requests. `make interference` asks more: TENON_REQUESTS of each person, from TENON_SEED on.
"""

import os

import pytest
from asking import Asking
from company_data import Company, run_all
from conftest import SUBJECTS
from declared import Declared
from facts import Facts
from oracle import HIDDEN, Oracle
from pairs import NEXT_ID, made, world_of
from secrets_of import Secrets
from twins import Twin, Twins
from visitor import Visitor

from server import Server

#: Every role, alone and together. Over PostgreSQL `make test` has time for those of FEW.
PEOPLE = ["ann", "eve", "fei", "jun", "kim", "lee", "mo", "qi"]
FEW = {"eve", "jun"}
REQUESTS = int(os.environ.get("TENON_REQUESTS", "300"))
SEED = int(os.environ.get("TENON_SEED", "1"))
SUBJECT = SUBJECTS["rights"]
#: Moments in the server's own tables and the records.
MOMENT = 1_772_413_200_000


#: Sessions run on; the trail is never changed, and is shown to administrators alone.
SESSIONS = ("tenon_session", "tenon_session_use")
LEFT_ALONE = {*SESSIONS, "tenon_history", "tenon_seal"}


class Loaded:
    """A database with a company in it, and its oracle."""

    def __init__(self, engine, folder, name, company):
        company.write(folder / name)
        self.store = engine.store(folder / f"{name}.sqlite")
        report = Server(self.store, SUBJECT.binary).load(folder / name)
        assert report.returncode == 0, report.stdout + report.stderr
        company.finish(self.store)
        self.company = company

    def oracle(self):
        declared = Declared(SUBJECT.folder)
        return Oracle(declared, Facts(declared, self.store))


@pytest.fixture(scope="module")
def plain(engine, tmp_path_factory):
    """The company as it is; each pair begins with it."""
    return Loaded(engine, tmp_path_factory.mktemp("plain"), "plain", Company())


def settle(store):
    """One moment and the same next ids in both, with the server down."""
    columns = [(row["table"], row["column"]) for row in store.read(MOMENTS[store.engine])]
    statements = [
        f'UPDATE "{table}" SET "{column}" = {MOMENT} WHERE "{column}" IS NOT NULL'
        for table, column in columns if table not in LEFT_ALONE]
    numbered = [row["name"] for row in store.read(NUMBERED[store.engine])]
    if store.engine == "sqlite":
        statements.append("DELETE FROM sqlite_sequence")
        statements += [f"INSERT INTO sqlite_sequence VALUES ('{n}', {NEXT_ID})" for n in numbered]
    else:
        statements += [f"SELECT setval('\"{name}\"', {NEXT_ID})" for name in numbered]
    run_all(store, statements)


#: Columns that hold a moment, and what counts ids.
NAMES = "('created_at', 'updated_at', 'at', 'edited_at', 'read_at')"
MOMENTS = {
    "sqlite": "SELECT m.name AS \"table\", c.name AS \"column\" FROM sqlite_master m, "
              f"pragma_table_info(m.name) c WHERE m.type = 'table' AND c.name IN {NAMES}",
    "postgres": "SELECT table_name AS \"table\", column_name AS \"column\" "
                "FROM information_schema.columns WHERE table_schema = 'public' "
                f"AND data_type = 'bigint' AND column_name IN {NAMES}",
}
NUMBERED = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%AUTOINCREMENT%'",
    "postgres": "SELECT sequencename AS name FROM pg_sequences WHERE schemaname = 'public'",
}


def history(loaded, login, seed):
    """What others did before: what the person may see the same in both, then what he may not."""
    server = Server(loaded.store, SUBJECT.binary)
    server.start()
    try:
        director, person = Visitor(server, "ivy"), Visitor(server, login)
        oracle = loaded.oracle()
        who = oracle.facts.people[login]
        pasts = [Past(oracle, who, e, director, person) for e in oracle.declared.own_entities]
        # What he sees comes first, so that its ids are the same in both.
        for past in pasts:
            past.seen_by_all(loaded.company.secret)
        for past in pasts:
            past.unseen_by(loaded.company.secret)
        return person.token, person.csrf
    finally:
        server.stop()


class Past:
    """What the director did to the records of one entity."""

    def __init__(self, oracle, who, entity, director, person):
        self.entity, self.director, self.person = entity, director, person
        seen = sorted(oracle.readable(who, entity.name))
        self.seen = [i for i in seen if i < 40]
        self.who, self.oracle = who, oracle
        # Those that both databases have.
        self.unseen = [i for i, _ in oracle.facts.all(entity.name) if i not in seen][:6]

    def seen_by_all(self, secret):
        name = self.entity.name
        self.tell_timelines(name, secret)
        for id in self.seen[:3]:
            self.person.get(f"/app/{name}/{id}")
            self.director.post(f"/app/{name}/{id}/comments", text=f"大家都看得到 {id}")

    def unseen_by(self, secret):
        name = self.entity.name
        self.give_away(name)
        for number, id in enumerate(self.unseen):
            for _ in range(secret % 3 + number % 2):
                self.director.post(f"/app/{name}/{id}/comments", text=f"机密 {secret} @安然")
        hidden = {"customer": "remark", "deal": "note"}.get(name)
        for id in self.unseen if hidden else []:
            for turn in range(secret % 4):
                self.director.api("PATCH", f"/api/{name}/{id}", {hidden: f"机密 {secret} {turn}"})

    def tell_timelines(self, name, secret):
        """Changes of fields that the person does not see, of records that he does."""
        field = {"customer": "debt", "deal": "cost"}.get(name)
        for id in self.seen if field else []:
            record = self.oracle.facts.get(name, id)
            if self.oracle.sight(self.who, name, record, field) == HIDDEN:
                for turn in range(2):
                    amount = f"{80_000 + secret * 100 + turn}.{secret:02}"
                    self.director.api("PATCH", f"/api/{name}/{id}", {field: amount})

    def give_away(self, name):
        """Records that were the person's for a moment: he was told, and cannot read them now."""
        owner = self.entity.owner
        for id in self.unseen[:2] if owner else []:
            before = self.oracle.facts.get(name, id).get(owner)
            self.director.api("PATCH", f"/api/{name}/{id}", {owner: self.who.id})
            self.person.get(f"/app/{name}/{id}")
            self.director.api("PATCH", f"/api/{name}/{id}", {owner: before})


def pair(engine, plain, login, folder):
    """Both databases, and the person's session in them."""
    left, right, variation = made(login, SEED, plain.oracle())
    left.secret, right.secret = 5, 7
    loaded = [Loaded(engine, folder, name, company)
              for name, company in (("left", left), ("right", right))]
    session = [history(one, login, SEED) for one in loaded][0]
    copy_session(loaded)
    for one in loaded:
        settle(one.store)
    worlds = [world_of(one.oracle(), login) for one in loaded]
    assert worlds[0] == worlds[1], differing(*worlds)
    assert variation.changed > 40 and variation.more > 0, variation
    return loaded, session


def twins(engine, loaded, session, login, folder):
    return Twins(*(
        Twin(engine, one.store, SUBJECT.binary, login, session) for one in loaded), folder)


def copy_session(loaded):
    """The sessions of the first are those of the second too."""
    for table in reversed(SESSIONS):
        loaded[1].store.query(f"DELETE FROM {table}")
    for table in SESSIONS:
        for row in loaded[0].store.read(f"SELECT * FROM {table}"):
            names = ", ".join(f'"{n}"' for n in row)
            values = ", ".join("NULL" if v is None else f"'{v}'" for v in row.values())
            loaded[1].store.query(f"INSERT INTO {table} ({names}) VALUES ({values})")


def session_of(loaded, login):
    """A session of somebody else, in both."""
    server = Server(loaded[0].store, SUBJECT.binary)
    server.start()
    visitor = Visitor(server, login)
    server.stop()
    copy_session(loaded)
    return visitor.token, visitor.csrf


def differing(left, right):
    return "no pair: " + ", ".join(
        str(key) for key in {*left, *right} if left.get(key) != right.get(key))[:2000]


def asked(loaded, login, count):
    """Requests of the person, who guesses at what is hidden in either."""
    oracles = [one.oracle() for one in loaded]
    others = sorted({
        text for oracle in oracles
        for text in Secrets(oracle, oracle.facts.people[login]).places if not text[0].isdigit()})
    return Asking(oracles[0], login, SEED, others).requests(count)


@pytest.mark.parametrize("login", PEOPLE)
def test_what_is_hidden_changes_no_answer(engine, plain, tmp_path, login):
    loaded, session = pair(engine, plain, login, tmp_path)
    both = twins(engine, loaded, session, login, tmp_path)
    requests = asked(loaded, login, REQUESTS)
    found = both.run(requests)
    if found:
        number, how = found
        told = "\n".join(map(str, both.shrink(requests, number)))
        raise AssertionError(f"{login}, seed {SEED}: answered differently:\n{told}\n{how}")


@pytest.mark.engines("sqlite")
def test_the_judge_sees_what_is_hidden_when_it_is_shown(engine, plain, tmp_path):
    """The same pair as someone who reads everything: now the answers must differ, and what shows it
    is shrunk to one request."""
    loaded, session = pair(engine, plain, "kim", tmp_path)
    director = session_of(loaded, "ivy")
    both = twins(engine, loaded, director, "ivy", tmp_path)
    requests = asked(loaded, "kim", 60)
    found = both.run(requests)
    assert found, "60 requests and no difference"
    assert len(both.shrink(requests, found[0])) == 1

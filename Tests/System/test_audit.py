"""The audit trail: what stands in it, that nobody can change it unseen, and that it costs nothing."""

import base64
import csv
import io
import json
import threading

import pytest

import audit
from server import PASSWORD, SESSION, Client, Server, run
from test_kill import Writer

KILLS = 5


def doctor(server, *more):
    return run(
        server.binary, "doctor", "--database", server.store.argument, *server.store.options, *more)


def key(store):
    line = store.path.with_name(store.path.name + ".audit-key").read_text().split()[0]
    return bytes.fromhex(line)


def changed(client, path, **fields):
    etag = client.get(path).header("ETag")
    answer = client.patch(path, fields, etag)
    assert answer.status == 200, answer
    return answer


def work(server):
    """A little of everything, by wang; returns the id of a customer that is gone."""
    client = server.sign_in()
    answer = client.post("/api/customer", {"name": "甲\t公司\\n", "level": "vip", "budget": "12.5"})
    assert answer.status == 201, answer
    path = f"/api/customer/{answer.json['id']}"
    changed(client, path, level="normal", budget=None)
    assert client.delete(path, client.get(path).header("ETag")).status == 204
    wrong = Client(server.port).post(SESSION, {"user": "wang", "password": "wrong"})
    assert wrong.status == 401
    typed = Client(server.port).post(SESSION, {"user": "hunter2 secret", "password": "x"})
    assert typed.status == 401
    assert client.delete(SESSION, None).status == 204
    return answer.json["id"]


@pytest.fixture
def worked(make_server):
    """A server that did something and was stopped."""
    server = make_server()
    server.start()
    server.gone = work(server)
    assert server.stop() == 0
    return server


# --- what stands in it --------------------------------------------------------------------------


def test_everything_is_told_and_the_chain_fits(worked):
    found = audit.chains(worked.store)
    audit.check_seals(worked.store, key(worked.store))
    last = list(found)[-1]
    own = found[last]
    kinds = [row["kind"] for row in own]
    assert kinds == [
        "start", "sign_in", "create", "update", "delete", "sign_in_failed", "sign_in_failed",
        "sign_out", "stop"], kinds
    people = {row["login"]: row["id"] for row in worked.store.read("SELECT * FROM tenon_user")}
    assert {row["user"] for row in own if row["kind"] in ("create", "update", "delete")} == {
        people["wang"]}
    opening = audit.told(own[0])
    assert opening["command"] == "serve" and opening["definition"], opening
    create, update, delete = (audit.told(own[place]) for place in (2, 3, 4))
    assert create["name"] == (None, "甲\t公司\\n") and create["level"] == (None, "vip"), create
    assert create["budget"][1] == 1250, create
    assert update == {"level": ("vip", "normal"), "budget": (1250, None)}, update
    assert delete["name"] == ("甲\t公司\\n", None) and "budget" not in delete, delete
    known, unknown = audit.told(own[5]), audit.told(own[6])
    assert known["login"] == "wang" and own[5]["record"] == people["wang"], own[5]
    assert "login" not in unknown and len(unknown["login_digest"]) == 16, unknown
    everything = json.dumps(audit.rows(worked.store), ensure_ascii=False)
    assert PASSWORD not in everything and "hunter2" not in everything
    last_seal = audit.seals(worked.store)[-1]
    assert (last_seal["chain"], last_seal["number"]) == (last, len(own))
    said = doctor(worked)
    assert said.returncode == 0, said.stdout + said.stderr
    assert "the audit trail is whole" in said.stdout


def test_loading_is_told_with_every_record(worked):
    loading = audit.chains(worked.store)[1]
    assert audit.told(loading[0])["command"] == "load"
    customers = worked.store.read("SELECT id FROM customer")
    created = {row["record"] for row in loading if (row["entity"], row["kind"]) == (
        "customer", "create")}
    assert created == {row["id"] for row in customers}
    files = {audit.told(row)["file"]: row for row in loading if row["kind"] == "import"}
    assert audit.told(files["customer.csv"])["rows"] == len(created)
    assert all(row["user"] is None for row in loading)


def test_the_database_refuses_changes(worked):
    for statement in (
            "UPDATE tenon_history SET changes = ''", "DELETE FROM tenon_history",
            "UPDATE tenon_seal SET mac = ''", "DELETE FROM tenon_seal"):
        with pytest.raises(Exception, match="never changed"):
            worked.store.query(statement)


# --- what doctor finds --------------------------------------------------------------------------


def edit_a_byte(store, row):
    assert "normal" in row["changes"]
    store.query(
        "UPDATE tenon_history SET changes = replace(changes, 'normal', 'norma1')"
        f" WHERE id = {row['id']}")
    return "row 4, of ", "was changed"


def edit_with_its_hash(store, row):
    """Someone who knows how hashes are made."""
    before = next(r for r in audit.rows(store) if r["id"] == row["id"] - 1)["hash"]
    row["changes"] = row["changes"].replace("normal", "norma1")
    made = audit.spelled(audit.digest(base64.urlsafe_b64decode(before + "="), row))
    store.query(
        "UPDATE tenon_history SET changes = replace(changes, 'normal', 'norma1'),"
        f" hash = '{made}' WHERE id = {row['id']}")
    return "row 5, of ", "was changed"


def edit_who(store, row):
    store.query(f"UPDATE tenon_history SET \"user\" = 1 WHERE id = {row['id']}")
    return "row 4, of ", "was changed"


def delete_a_row(store, row):
    store.query(f"DELETE FROM tenon_history WHERE id = {row['id']}")
    return "row 4 is missing",


def swap_two(store, row):
    for old, new in ((row["id"], 7), (row["id"] + 1, row["id"]), (7, row["id"] + 1)):
        store.query(f"UPDATE tenon_history SET id = {new} WHERE id = {old}")
    return "row 4, of ", "row 5, of "


def cut_the_tail(store, row):
    store.query(f"DELETE FROM tenon_history WHERE id > {row['id']}")
    return "ends with row 4, but row 9 was sealed on ", "it was cut off"


def delete_a_chain(store, row):
    store.query(f"DELETE FROM tenon_history WHERE id < {2 * audit.NUMBER}")
    return "chain 1 is missing",


def edit_a_seal(store, row):
    store.query("UPDATE tenon_seal SET at = at + 1 WHERE id = 1")
    return "seal 1, of ", "was changed"


def delete_a_seal(store, row):
    store.query("DELETE FROM tenon_seal WHERE id = 1")
    return "seal 1 is missing",


def insert_a_row(store, row):
    store.query(
        "INSERT INTO tenon_history (id, entity, record, at, \"user\", changes, kind, hash)"
        " SELECT id + 100, entity, record, at, \"user\", changes, kind, hash FROM tenon_history"
        f" WHERE id = {row['id']}")
    return "rows 10 to 103 are missing",


@pytest.mark.parametrize("tamper", [
    edit_a_byte, edit_with_its_hash, edit_who, delete_a_row, swap_two, cut_the_tail,
    delete_a_chain, edit_a_seal, delete_a_seal, insert_a_row])
def test_the_doctor_finds_what_was_changed(worked, tamper):
    audit.unlock(worked.store)
    row = next(row for row in audit.rows(worked.store) if row["kind"] == "update"
               and row["entity"] == "customer" and row["user"] is not None)
    words = tamper(worked.store, row)
    said = doctor(worked)
    assert said.returncode == 1, said.stdout
    for word in words:
        assert word in said.stdout, said.stdout


def test_a_tail_cut_off_with_its_seals_is_found_outside(make_server, tmp_path):
    outside = tmp_path / "seals"
    server = make_server(options=["--audit-seal", str(outside)])
    server.start()
    work(server)
    assert server.stop() == 0
    assert len(outside.read_text().splitlines()) == len(audit.seals(server.store)) >= 2
    told = doctor(server, "--audit-seal", outside)
    assert told.returncode == 0, told.stdout
    audit.unlock(server.store)
    chain, last = 2, audit.seals(server.store)[-1]
    server.store.query(f"DELETE FROM tenon_seal WHERE id = {last['id']}")
    server.store.query(f"DELETE FROM tenon_history WHERE id > {chain * audit.NUMBER + 3}")
    assert doctor(server).returncode == 0, "nothing in the database itself tells"
    told = doctor(server, "--audit-seal", outside)
    assert told.returncode == 1 and f"seal {last['id']} is missing" in told.stdout, told.stdout


def test_another_key_is_told(worked):
    worked.store.path.with_name(worked.store.path.name + ".audit-key").write_text("ab" * 32 + "\n")
    said = doctor(worked)
    assert said.returncode == 1 and "not verified" in said.stdout, said.stdout
    worked.start()
    worked.stop()
    kinds = [row["kind"] for row in list(audit.chains(worked.store).values())[-1]]
    assert kinds == ["start", "key_change", "stop"], kinds


# --- for auditors -------------------------------------------------------------------------------


def export(server, *more):
    said = run(
        server.binary, "audit", "export", "--database", server.store.argument,
        *server.store.options, *more)
    assert said.returncode == 0, said.stderr
    return said.stdout


def test_auditors_get_a_file(worked):
    before = sorted(audit.rows(worked.store), key=lambda row: (row["at"], row["id"]))
    lines = [json.loads(line) for line in export(worked, "--format", "jsonl").splitlines()]
    assert [entry["hash"] for entry in lines] == [row["hash"] for row in before]
    update = next(entry for entry in lines if entry["kind"] == "update" and entry["actor"]
                  and entry["entity"] == "customer")
    assert update["actor"]["name"] == "王强" and update["record"] == worked.gone
    assert {change["field"]: (change["before"], change["after"])
            for change in update["changes"]} == {
        "level": ("vip", "normal"), "budget": ("12.50", None)}
    table = list(csv.DictReader(io.StringIO(export(worked), newline="")))
    told = [row for row in table if row["id"] == update["id"]]
    assert {(row["field"], row["before"], row["after"]) for row in told} == {
        ("level", "vip", "normal"), ("budget", "12.50", "")}
    assert next(row for row in table if row["kind"] == "create" and row["field"] == "name"
                and row["entity"] == "customer"
                and row["record"] == str(worked.gone))["after"] == "甲\t公司\\n"
    assert export(worked, "--until", "2020-01-01", "--format", "jsonl") == ""
    last = list(audit.chains(worked.store).values())[-1]
    assert [row["kind"] for row in last] == ["start", "export"]
    assert audit.told(last[0])["command"] == "audit export"
    assert doctor(worked).returncode == 0
    wrong = run(worked.binary, "audit", "export", "--since", "soon", "--database",
                worked.store.argument, *worked.store.options)
    assert wrong.returncode == 2, wrong.stderr


def test_programs_read_it_beside_the_running_server(make_server):
    server = make_server()
    server.start()
    work(server)
    wang, li = server.sign_in("wang"), server.sign_in("li")
    assert li.get("/api/-/audit").status == 404
    seen, place = [], ""
    while place is not None:
        answer = wang.get("/api/-/audit?limit=7" + (f"&after={place}" if place else ""))
        assert answer.status == 200, answer
        seen += answer.json["data"]
        place = answer.json["next"]
    assert len({entry["id"] for entry in seen}) == len(seen)
    assert sorted(entry["hash"] for entry in seen) == sorted(
        row["hash"] for row in audit.rows(server.store))
    assert [entry["at"] for entry in seen] == sorted(
        (entry["at"] for entry in seen), reverse=True)
    some = wang.get("/api/-/audit?kind=sign_in_failed").json["data"]
    assert len(some) == 2 and all(entry["actor"] is None for entry in some)


# --- crashes and company ------------------------------------------------------------------------


def test_killed_while_it_writes(make_server):
    server = make_server()
    for turn in range(KILLS):
        server.start()
        token = server.sign_in().token
        writers = [Writer(server.port, token, turn * 10 + number) for number in range(4)]
        for writer in writers:
            writer.start()
        threading.Event().wait(0.3)
        server.kill()
        for writer in writers:
            writer.join()
        found = audit.chains(server.store)
        own = found[max(found)]
        created = {row["record"] for row in own if row["kind"] == "create"}
        for writer in writers:
            assert set(writer.answered) <= created
            for batch in writer.batches:
                assert set(batch) <= created
        there = {row["id"] for row in server.store.read("SELECT id FROM customer")}
        told = {row["record"] for row in audit.rows(server.store)
                if (row["entity"], row["kind"]) == ("customer", "create")}
        assert there == told
    server.start()
    assert server.stop() == 0
    audit.check_seals(server.store, key(server.store))
    sealed = {seal["chain"]: seal["number"] for seal in audit.seals(server.store)}
    assert sealed == {chain: len(own) for chain, own in audit.chains(server.store).items()}
    said = doctor(server)
    assert said.returncode == 0, said.stdout


@pytest.mark.engines("postgres")
def test_two_processes_write_two_chains(make_server):
    first = make_server()
    first.start()
    second = Server(first.store)
    second.start()
    try:
        clients = [server.sign_in() for server in (first, second)]
        for turn in range(20):
            client = clients[turn % 2]
            assert client.post("/api/customer", {"name": f"双 {turn}"}).status == 201
        assert first.stop() == 0 and second.stop() == 0
    finally:
        second.kill()
    found = audit.chains(first.store)
    assert len(found) == 3
    for chain in (2, 3):
        assert sum(row["kind"] == "create" for row in found[chain]) == 10
    audit.check_seals(first.store, key(first.store))
    assert doctor(first).returncode == 0

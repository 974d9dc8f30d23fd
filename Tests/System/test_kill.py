"""kill -9 under write load: every answered write is there, none half, restart by itself.

A batch is kept whole or not at all, answered or not.

Each of the clients keeps a journal of what it was answered. A write that was under way when the
server died may have happened or not; one that was answered must be there exactly as answered.
TENON_KILLS sets the number of kills.
"""

import http.client
import json
import os
import random
import threading
import time

from server import Client, pages

KILLS = int(os.environ.get("TENON_KILLS", "30"))
CLIENTS = 16
BATCH = 5  # creations in one batch
LIST = "/api/customer?sort=-created_at"


def body(nonce):
    """A record all of whose fields follow from one number, so that a mixture shows."""
    return {
        "name": f"断电测试 {nonce}", "level": ("vip", "normal", "potential")[nonce % 3],
        "industry": ("retail", "food", "software")[nonce % 3], "region": "east",
        "city": f"城{nonce}", "contact": f"人{nonce}", "phone": f"{nonce:011d}",
        "email": f"n{nonce}@kill.example", "staff": nonce % 1_000_000,
        "budget": f"{nonce}.{nonce % 100:02d}", "discount": f"0.{nonce % 10000:04d}",
        "rating": f"{nonce % 5}.{nonce % 10}", "active": nonce % 2 == 0, "remark": " ".join([f"记 {nonce}"] * 8),
    }


def matches(record, nonce):
    """Whether every field of the record comes from this one request."""
    return all(record[field] == value for field, value in body(nonce).items())


def nonce_of(record):
    return int(record["name"].rsplit(" ", 1)[1])


class Writer(threading.Thread):
    """One client: creates records, one or several at a time, and now and then changes one of its own."""

    def __init__(self, port, token, number):
        super().__init__()
        self.client = Client(port, token, timeout=5)
        self.random = random.Random(number)
        self.nonces = iter(range(number * 1_000_000, (number + 1) * 1_000_000))
        self.answered = {}  # id: (record, ETag)
        self.pending = {}  # id: nonce of the update that was not answered
        self.lost_creates = set()  # nonces of creates that were not answered
        self.batches = []  # {id: nonce} of batches that were answered
        self.lost_batches = []  # nonces of batches that were not
        self.writes = 0
        self.wrong = []

    def run(self):
        goes_on = True
        while goes_on:
            goes_on = self.write_batch() if self.random.random() < 0.15 else self.write_one()

    def write_batch(self):
        """Creates several records in one request; whether there was a right answer."""
        nonces = [next(self.nonces) for _ in range(BATCH)]
        operations = [{"op": "create", "record": body(nonce)} for nonce in nonces]
        try:
            answer = self.client.post("/api/customer/-/batch", {"operations": operations})
            if answer.status != 200:
                self.wrong.append(answer)
                return False
            ids = [result["id"] for result in answer.json["results"]]
        except (OSError, http.client.HTTPException, json.JSONDecodeError):
            self.lost_batches.append(nonces)
            return False
        self.batches.append(dict(zip(ids, nonces, strict=True)))
        self.writes += 1
        return True

    def write_one(self):
        """Creates or changes a record; whether there was a right answer."""
        nonce = next(self.nonces)
        key = None
        if self.answered and self.random.random() < 0.3:
            key = self.random.choice(list(self.answered)[-20:])
        try:
            if key is None:
                answer = self.client.post("/api/customer", body(nonce))
            else:
                etag = self.answered[key][1]
                answer = self.client.patch(f"/api/customer/{key}", body(nonce), etag)
            if answer.status not in (200, 201):
                self.wrong.append(answer)
                return False
            record = answer.json
        except (OSError, http.client.HTTPException, json.JSONDecodeError):
            if key is None:
                self.lost_creates.add(nonce)
            else:
                self.pending[key] = nonce
            return False
        self.answered[record["id"]] = (record, answer.header("ETag"))
        self.writes += 1
        return True


def check_round(writers, found):
    """Compares what the server holds with the journals; `found` is {id: record}."""
    unanswered = set()
    there = {nonce_of(record) for record in found.values()}
    for writer in writers:
        assert not writer.wrong, f"an answer to a right request: {writer.wrong[0]}"
        unanswered |= writer.lost_creates
        for nonces in writer.lost_batches:
            unanswered |= set(nonces)
            kept = sum(nonce in there for nonce in nonces)
            assert kept in (0, BATCH), f"{kept} of a batch of {BATCH} were kept"
        for batch in writer.batches:
            for key, nonce in batch.items():
                assert key in found, f"answered batch lost: {nonce}"
                assert matches(found[key], nonce), f"half a batch: {found[key]}"
        for key, (record, _) in writer.answered.items():
            assert key in found, f"answered write lost: {record['name']}"
            if found[key] != record:
                assert key in writer.pending, f"answered {record}, found {found[key]}"
                assert matches(found[key], writer.pending[key]), f"half a write: {found[key]}"
    known = {key for writer in writers for key in writer.answered}
    known |= {key for writer in writers for batch in writer.batches for key in batch}
    for key, record in found.items():
        assert matches(record, nonce_of(record)), f"half a write: {record}"
        if key not in known:
            assert nonce_of(record) in unanswered, f"nobody sent {record}"


def newest(client, before):
    """Records that came after the ids in `before`, newest first, as {id: record}."""
    found, cursor = {}, None
    while True:
        after = f"&after={cursor}" if cursor else ""
        answer = client.get(f"{LIST}&limit=200{after}")
        assert answer.status == 200, answer
        page = answer.json
        fresh = [record for record in page["data"] if record["id"] not in before]
        found.update((record["id"], record) for record in fresh)
        cursor = page["next"]
        if cursor is None or len(fresh) < len(page["data"]):
            return found


def test_no_answered_write_is_lost(make_server):
    server = make_server()
    server.start()
    client = server.sign_in()
    every = {record["id"]: record for record in pages(client, LIST)}
    pace = random.Random(1)
    restarts, writes, numbers, batches = [], 0, 0, 0
    for kill in range(KILLS):
        writers = [Writer(server.port, client.token, kill * CLIENTS + n) for n in range(CLIENTS)]
        for writer in writers:
            writer.start()
        time.sleep(pace.uniform(0.2, 1.0))
        server.kill()
        for writer in writers:
            writer.join()
        restarts.append(server.start())
        # The session was answered too, so the same token must still open the door.
        client = Client(server.port, client.token)
        found = newest(client, every.keys())
        check_round(writers, found)
        every.update(found)
        writes += sum(writer.writes for writer in writers)
        numbers += sum(len(writer.answered) > 0 for writer in writers)
        batches += sum(len(writer.batches) for writer in writers)
    final = {record["id"]: record for record in pages(client, LIST)}
    assert final == every, "a later crash touched earlier records"
    auto = [record["number"] for record in final.values()]
    assert len(auto) == len(set(auto)), "two records have one number"
    print(f"{KILLS} kills, {writes} answered writes, slowest restart {max(restarts):.3f} s")
    assert numbers > KILLS and writes > KILLS * CLIENTS, "hardly any write was under way"
    assert batches > KILLS, "hardly any batch was under way"
    assert max(restarts) < 2
    assert server.stop() == 0

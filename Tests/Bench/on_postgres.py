"""Figures of a server over PostgreSQL, against libpq's own time for the same statement."""

import csv
import io
import random
import re
import sqlite3
import statistics
import subprocess
import sys
import time
from urllib.parse import quote

import million
from engines import Cluster
from server import Server

ROWS = 100_000
TURNS = 5


def filled(cluster, source, scratch, binary, data):
    """A database of the cluster with demo data and ROWS customers."""
    store = cluster.store(scratch / "postgres")
    report = Server(store, binary).load(data)
    if report.returncode != 0:
        sys.exit(report.stdout + report.stderr)
    file = sqlite3.connect(million.fill(source, scratch / "postgres.sqlite", ROWS))
    columns = [row[1] for row in file.execute(f'PRAGMA table_info("{million.TABLE}")')]
    names = ", ".join(f'"{name}"' for name in columns)
    have = store.query(f"SELECT max(id) FROM {million.TABLE}")[0][0]
    rows = io.StringIO()
    csv.writer(rows).writerows(
        file.execute(f'SELECT {names} FROM "{million.TABLE}" WHERE id > ?', (have,)))
    file.close()
    subprocess.run(
        ["psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-h", str(cluster.folder), "-U", "tenon", "-d",
         store.name, "-c", f"COPY {million.TABLE} ({names}) FROM STDIN (FORMAT csv)"],
        input=rows.getvalue(), text=True, check=True)
    store.query("DELETE FROM tenon_search")
    return store


def statement_of_one(cluster, store, client):
    """The statement that the server sends for one record, as the database server logs it."""
    store.query("ALTER SYSTEM SET log_statement = 'all'")
    store.query("SELECT pg_reload_conf()")
    time.sleep(0.2)
    client.get(f"/api/{million.TABLE}/4711")
    time.sleep(0.2)
    store.query("ALTER SYSTEM RESET log_statement")
    store.query("SELECT pg_reload_conf()")
    log = (cluster.folder / "log").read_text(errors="replace")
    found = re.findall(r"execute s\d+: (SELECT .*FROM \"customer\".*)", log)
    if not found:
        sys.exit(f"no statement in the log: {log[-2000:]}")
    return found[-1]


def figures(table, seconds, tools):
    """`tools` are the bench's: wrk, compiled, demo_database, searches, the binary, folders."""
    cluster = Cluster()
    try:
        store = filled(
            cluster, tools.demo_database(), tools.SCRATCH, tools.MARKETING,
            tools.ROOT / "apps/marketing/data")
        server = Server(store, tools.MARKETING)
        begin = time.monotonic()
        server.start(timeout=900)
        built = time.monotonic() - begin
        store.query("VACUUM ANALYZE")
        client = server.sign_in()
        read_figure(table, seconds, tools, cluster, store, server, client)
        search_figure(table, tools, client, built)
        if server.stop() != 0:
            sys.exit(server.tail())
    finally:
        cluster.close()


def answered(client):
    """How many answers of the API there were, and the seconds that the server spent on them."""
    text = client.get("/metrics").body.decode()
    return [
        float(re.search(rf'^tenon_http_request_seconds_{what}{{kind="api"}} (\S+)$', text, re.M)[1])
        for what in ("count", "sum")]


def read_figure(table, seconds, tools, cluster, store, server, client):
    """The time from a request's arrival to its answer, without that of HTTP, and the whole."""
    sql = statement_of_one(cluster, store, client)
    yardstick = tools.compiled("statement", "-I/usr/include/postgresql", "-lpq")
    found = []
    for turn in range(-1, TURNS):
        count, spent = answered(client)
        summary = tools.wrk(
            f"{server.address}/api/{million.TABLE}/1", "one", seconds, 1, token=client.token,
            threads=1, records=ROWS)
        count, spent = (after - before for after, before in zip(answered(client), (count, spent)))
        said = subprocess.run(
            [str(yardstick), store.argument, str(seconds), str(ROWS), sql],
            capture_output=True, text=True, check=True).stdout
        if turn >= 0:
            whole = summary["seconds"] / summary["requests"] * 1e6
            found.append((spent / count * 1e6, float(said), whole))
    ratio = statistics.median(served / least for served, least, _ in found)
    served, least, whole = (statistics.median(turn[side] for turn in found) for side in range(3))
    table.add(
        f"GET one of {ROWS:,} on PostgreSQL, time against libpq's for the statement",
        f"{ratio:.2f}× ({served:.0f} µs, libpq {least:.0f} µs; with HTTP {whole:.0f} µs)", "≤ 1.5×",
        ratio <= 1.5)


def search_figure(table, tools, client, built):
    taken = []
    for typed in tools.searches(random.Random(2)).values():
        for words in typed * 2:
            for path in ("/search/suggest?q=", "/api/customer?limit=50&q="):
                begin = time.monotonic()
                answer = client.get(path + quote(words))
                taken.append((time.monotonic() - begin) * 1e3)
                if answer.status != 200:
                    sys.exit(f"{words}: {answer}")
    taken.sort()
    p50, p99 = taken[len(taken) // 2], taken[int(len(taken) * 0.99)]
    table.add(
        f"search in {ROWS:,} on PostgreSQL, p50 and p99; index built at start",
        f"{p50:.1f} ms, {p99:.1f} ms; {built:.0f} s", "p99 < 100 ms", p99 < 100)

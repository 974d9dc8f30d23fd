"""What rules cost: a total over many rows against one over few, and five values and ten checks of
one record."""

import shutil
import sqlite3
import statistics
import subprocess
import sys
from pathlib import Path

from server import ROOT, TENON, Server

ORDERS = ROOT / "dist/orders"
MANY, FEW = 100_000, 10
WRITES = 1000
TURNS = 15
WIDE_TURNS = 31

HEAD = """\
app: wide
label: { zh: 宽表, en: Wide }
languages: [zh, en]
currency: CNY
time_zone: Asia/Shanghai
roles:
  sales: { label: { zh: 销售, en: Sales }, administrator: true }
entities:
  note:
    label: { zh: 记录, en: Note }
    title: "{t1}"
    access: everyone
    fields:
"""
VALUES = [
    "n1 * n2", "v1 * (1 + d1)", "if v2 > 1000 then v2 else 0", "v1 + v2 + v3", "v4 - v1 * d2",
]
CHECKS = [
    "n1 <= 1000000", "n2 >= 1", "d1 >= 0 and d1 <= 1", "d2 <= d1", "v4 >= v1", "length(t1) > 2",
    "n3 + n4 > 0", "not (t2 == t3)", "if n5 > 100 then d1 > 0 else true", "v5 <= v4",
]


def cpu(pid):
    """Seconds of CPU that the process has used in all its threads, to the nanosecond."""
    tasks = Path(f"/proc/{pid}/task").iterdir()
    return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks) / 1e9


def figures(table):
    """Adds the lines."""
    many, few = roll_ups()
    table.add(
        f"one more row below {MANY:,} against below {FEW}",
        f"{many / few:.2f}× ({many * 1e6:.0f} and {few * 1e6:.0f} µs CPU)", "≤ 1.1×",
        many / few <= 1.1)
    plain, valued, more = wides()
    table.add(
        "a record of 20 fields with 5 computed values and 10 checks, beside one without",
        f"{more * 1e6:+.1f} µs CPU ({valued * 1e6:.0f} and {plain * 1e6:.0f})", "< 10 µs",
        more < 10e-6)


def roll_ups():
    folder = ROOT / ".build/bench/kept"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    server = Server(folder / "app.sqlite", binary=ORDERS, options=["--log", "none"])
    report = server.load(ROOT / "Tests/Apps/orders/data")
    if report.returncode != 0:
        sys.exit(report.stdout + report.stderr)
    with sqlite3.connect(server.database) as db:
        own = "purchase, product, quantity, version, created_at, updated_at"
        for product, rows in ((1, MANY), (2, FEW)):
            db.executemany(
                f"INSERT INTO item ({own}) VALUES (3, ?, 2, 1, 0, 0)", [(product,)] * rows)
        db.execute("DELETE FROM tenon_kept")
        orders = [4, 5]
        for order in orders:
            db.execute(
                "INSERT INTO purchase (id, code, version, created_at, updated_at, state)"
                " VALUES (?, ?, 1, 0, 0, 'open')", (order, f"X-{order}"))
    db.close()
    server.start(timeout=120)
    client = server.sign_in()
    costs = {1: [], 2: []}
    for turn in range(TURNS):
        for product, order in ((1, 4), (2, 5)):
            body = {"purchase": order, "product": product, "quantity": 1, "price": "1"}
            costs[product].append(cost(server, client, "item", body))
    server.stop()
    return statistics.median(costs[1]), statistics.median(costs[2])


def cost(server, client, entity, body):
    """CPU seconds of one creation."""
    start = cpu(server.process.pid)
    for _ in range(WRITES):
        answer = client.post(f"/api/{entity}", body)
        if answer.status != 201:
            sys.exit(f"{answer}")
    return (cpu(server.process.pid) - start) / WRITES


def wides():
    """CPU seconds of the creation of a record with 20 fields without rules and with them, and the
    difference: the median of many turns that follow each other, since one alone wavers by more."""
    servers = [wide(*rules) for rules in (([], []), (VALUES, CHECKS))]
    costs = [[cost(*server, "note", body) for server, body in servers] for _ in range(WIDE_TURNS)]
    for (server, _), _ in servers:
        server.stop()
    plain, valued = (statistics.median(side) for side in zip(*costs))
    return plain, valued, statistics.median(more - less for less, more in costs)


def wide(values, checks):
    """A server for records with 20 fields, and what makes one; `values` are those of the last."""
    folder = ROOT / f".build/bench/wide{len(values)}"
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "app/data").mkdir(parents=True)
    fields = [f"      t{n}: {{ type: text, label: {{ zh: 文{n}, en: T{n} }}, max_length: 40 }}\n"
              for n in range(1, 8)]
    fields += [f"      n{n}: {{ type: money, label: {{ zh: 数{n}, en: N{n} }} }}\n".replace(
        "money", "integer" if n == 2 else "money") for n in range(1, 7)]
    fields += [f"      d{n}: {{ type: percent, label: {{ zh: 率{n}, en: D{n} }} }}\n"
               for n in (1, 2)]
    for n in range(1, 6):
        value = f', value: "{values[n - 1]}"' if values else ""
        fields.append(f"      v{n}: {{ type: money, label: {{ zh: 值{n}, en: V{n} }}{value} }}\n")
    if checks:
        fields.append("    checks:\n")
    fields += [f'      c{n}: {{ must: "{must}", say: {{ zh: 不对, en: Wrong }} }}\n'
               for n, must in enumerate(checks)]
    view = "views:\n  note.all: { label: { zh: 全部, en: All }, columns: [t1] }\n"
    (folder / "app/app.yaml").write_text(HEAD + "".join(fields) + view, "utf-8")
    (folder / "app/data/users.csv").write_text(
        "login,name,password,roles\r\nwang,王强,tenon-demo,sales\r\n", "utf-8")
    made = subprocess.run(
        [str(TENON), "build", str(folder / "app"), "--generated", str(folder / "generated"),
         "--dist", str(folder / "dist")], cwd=ROOT, capture_output=True, text=True)
    if made.returncode != 0:
        sys.exit(made.stdout + made.stderr)
    server = Server(
        folder / "app.sqlite", binary=folder / "dist/wide", options=["--log", "none"])
    server.load(folder / "app/data")
    server.start()
    client = server.sign_in()
    body = {f"t{n}": f"文字 {n}" for n in range(1, 8)}
    body |= {f"n{n}": 7 if n == 2 else "12.50" for n in range(1, 7)}
    body |= {"d1": "0.13", "d2": "0.05"}
    if not values:
        body |= {f"v{n}": "12.50" for n in range(1, 6)}
    cost(server, client, "note", body)
    return (server, client), body

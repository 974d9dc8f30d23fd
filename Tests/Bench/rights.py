"""What rights cost: one record and a list of someone who sees 1 % of a million, beside the same
application in which everyone sees all."""

import shutil
import sqlite3
import statistics
import subprocess
import sys

from server import ROOT, TENON, Server

RECORDS = 1_000_000
PEOPLE = 200
DEPARTMENTS = 200
TURNS = 7
LIST = "/api/customer?limit=50&sort=-created_at"

HEAD = """\
app: {name}
label: {{ zh: 权限, en: Rights }}
languages: [zh, en]
currency: CNY
time_zone: Asia/Shanghai
roles:
"""
ROLES = {
    "sales": """
        read: own or department
        create: true
        update: own
        hide: { cost: unless own }
        mask: { phone: unless own, email: unless own }
        lock: { credit: unless level == normal }""",
    "manager": "\n        read: below\n        update: below",
    "director": "\n        read: headed or own\n        hide: [cost]",
    "service": "\n        read: pool or shared\n        mask: [phone]",
    "finance": "\n        read: credit > 100000\n        hide: [email]",
    "marketing": "\n        read: level == vip\n        mask: [phone, email]",
    "audit": "\n        read: all\n        hide: [cost]",
    "boss": "\n        read: all\n        update: all",
}
ENTITY = """
entities:
  customer:
    label: {{ zh: 客户, en: Customer }}
    title: "{{name}}"
    sharing: true
{access}    fields:
      name: {{ type: text, label: {{ zh: 名称, en: Name }}, required: true, max_length: 60 }}
      phone: {{ type: phone, label: {{ zh: 电话, en: Phone }} }}
      email: {{ type: email, label: {{ zh: 邮箱, en: E-mail }} }}
      level:
        type: choice
        label: {{ zh: 级别, en: Level }}
        required: true
        default: normal
        options: {{ vip: {{ zh: 重点, en: Key }}, normal: {{ zh: 普通, en: Normal }} }}
      owner: {{ type: person, label: {{ zh: 负责人, en: Owner }}, default: me }}
      dept: {{ type: department, label: {{ zh: 部门, en: Department }} }}
      credit: {{ type: money, label: {{ zh: 额度, en: Credit }} }}
      cost: {{ type: money, label: {{ zh: 成本, en: Cost }} }}
      remark: {{ type: text, label: {{ zh: 备注, en: Remark }}, max_length: 100 }}
views:
  customer.all:
    label: {{ zh: 全部, en: All }}
    columns: [name, phone, level, owner, dept, credit]
    filter: [level, owner, dept]
    sort: [-created_at, name]
"""


def definition(name, is_ruled):
    text = HEAD.format(name=name)
    for role, may in ROLES.items():
        first = ", administrator: true" if role == "boss" else ""
        if is_ruled:
            admin = "    administrator: true\n" if first else ""
            text += (f"  {role}:\n    label: {{ zh: {role}, en: {role} }}\n{admin}"
                     f"    may:\n      customer:{may}\n")
        else:
            text += f"  {role}: {{ label: {{ zh: {role}, en: {role} }}{first} }}\n"
    return text + ENTITY.format(access="" if is_ruled else "    access: everyone\n")


def served(name, is_ruled):
    """A server over a million records, and the token of someone who owns one in 200 and whose
    department has one in 200."""
    folder = ROOT / f".build/bench/{name}"
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "app/data").mkdir(parents=True)
    (folder / "app/app.yaml").write_text(definition(name, is_ruled), "utf-8")
    (folder / "app/data/users.csv").write_text(
        "login,name,password,roles\r\nwang,王强,tenon-demo,sales\r\n", "utf-8")
    made = subprocess.run(
        [str(TENON), "build", str(folder / "app"), "--generated", str(folder / "generated"),
         "--dist", str(folder / "dist")], cwd=ROOT, capture_output=True, text=True)
    if made.returncode != 0:
        sys.exit(made.stdout + made.stderr)
    server = Server(
        folder / "app.sqlite", binary=folder / "dist" / name,
        options=["--log", "none", "--event-threads", "2"])
    report = server.load(folder / "app/data")
    if report.returncode != 0:
        sys.exit(report.stdout + report.stderr)
    fill(server.database)
    server.start(timeout=900)
    return server, server.sign_in().token


def fill(database):
    """People, departments and records, straight into the file."""
    db = sqlite3.connect(database, isolation_level=None)
    db.execute("PRAGMA synchronous = OFF")
    db.execute("BEGIN")
    stamp = "1, 0, 0"
    own = "version, created_at, updated_at"
    db.executemany(
        f"INSERT INTO tenon_department (id, name, {own}) VALUES (?, ?, {stamp})",
        [(number, f"部门{number}") for number in range(1, DEPARTMENTS + 1)])
    db.execute("UPDATE tenon_user SET department = 7 WHERE login = 'wang'")
    db.executemany(
        f"INSERT INTO tenon_user (id, login, name, department, active, {own})"
        f" VALUES (?, ?, ?, ?, 1, {stamp})",
        [(number, f"p{number}", f"人{number}", number) for number in range(2, PEOPLE + 1)])
    first = 1_640_995_200_000
    db.executemany(
        "INSERT INTO customer (id, name, phone, email, level, owner, dept, credit, cost, remark,"
        " version, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, 0)",
        ((number, f"客户{number}", f"138{number:08d}", f"a{number}@example.com",
          "vip" if number % 7 == 0 else "normal", 1 + number % PEOPLE,
          1 + number // PEOPLE % DEPARTMENTS, number % 900 * 10_000, number % 70 * 1000, "备注",
          first + number * 60_000) for number in range(1, RECORDS + 1)))
    # Nothing is searched here: the index stays as empty as it was.
    db.execute("COMMIT")
    db.execute("ANALYZE")
    db.close()


def figures(table, seconds, tools):
    """Adds the lines."""
    sides = [served("rights_open", False), served("rights_ruled", True)]
    loads = {"one": "mine", "list": "get"}
    found = {name: [] for name in loads}
    for turn in range(-1, TURNS):
        for name, mode in loads.items():
            both = []
            for server, token in sides:
                url = server.address + (LIST if name == "list" else "/")
                both.append(tools.loaded(
                    server.process.pid, url, mode, seconds, 4, token=token, records=RECORDS))
            if turn >= 0:
                found[name].append(both)
    for name, what, limit in (
        ("one", "one of 1 000 000 records with rights, CPU beside none", 1.10),
        ("list", "list of 50 for who sees 1 % of 1 000 000, CPU beside none", 1.25),
    ):
        ratio = statistics.median(more["cpu"] / less["cpu"] for less, more in found[name])
        less, more = (statistics.median(t[side]["cpu"] for t in found[name]) for side in (0, 1))
        table.add(
            what, f"{ratio:.2f}× ({more:.1f} µs, without {less:.1f} µs)", f"≤ {limit}×",
            ratio <= limit)
    p99 = statistics.median(more["p99"] for _, more in found["list"])
    table.add("p99 of that list at 4 connections", f"{p99:.2f} ms", "< 20 ms", p99 < 20)
    for server, _ in sides:
        server.stop()

#!/usr/bin/env python3
"""Measures the figures of docs/benchmarks.md and prints one table.

    bench.py [--seconds N] [--record] [--only WORD]

Ratios are taken within one run, the two sides in turns, so that a busy machine moves both. CPU is
the process's own from /proc, divided by the requests that were answered. Nothing is written but
scratch below .build/bench, unless --record updates the table in docs/benchmarks.md.
"""

import argparse
import json
import os
import platform
import random
import re
import resource
import shutil
import socket
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import quote

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(HERE.parent / "System"))

import editing  # noqa: E402
import keeping  # noqa: E402
import made_up  # noqa: E402
import made_up_names  # noqa: E402
import made_up_rules  # noqa: E402
import million  # noqa: E402
import on_postgres  # noqa: E402
import rights  # noqa: E402
from server import Server, free_port, run  # noqa: E402

TENON = Path(os.environ.get("TENON", ROOT / ".build/release/tenon"))
RECHECK = TENON.parent / "recheck"
MARKETING = ROOT / "dist/marketing"
SCRATCH = ROOT / ".build/bench"
DOCUMENT = ROOT / "docs/benchmarks.md"
RECORDS = 1_000_000
THREADS = 2
TURNS = 5
TICKS = os.sysconf("SC_CLK_TCK")

# How the yardstick writes the customer's columns that are neither text nor plain integers.
KINDS = {
    "budget": "2", "discount": "4", "rating": "1", "active": "b", "since": "d", "met_at": "m",
    "created_at": "m", "updated_at": "m",
}
LIST = "/api/customer?limit=50&filter.level=normal&sort=-met_at"


class Table:
    """The rows: what, measured, figure, whether it is met."""

    def __init__(self):
        self.rows = []

    def add(self, what, measured, figure, met):
        self.rows.append((what, measured, figure, "yes" if met else "**no**"))
        print(f"{what:<58} {measured:<44} {figure:<14} {'met' if met else 'MISSED'}", flush=True)

    def markdown(self):
        lines = ["| what | measured | figure | met |", "|---|---|---|---|"]
        return "\n".join(lines + [f"| {' | '.join(row)} |" for row in self.rows]) + "\n"


# --- processes -----------------------------------------------------------------------------------


def cpu(pid):
    """Seconds of CPU that the process has used in all its threads."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def resident(pid):
    """Resident megabytes."""
    status = Path(f"/proc/{pid}/status").read_text()
    return int(re.search(r"VmRSS:\s+(\d+)", status).group(1)) / 1024


def timed(*command, times=5, **options):
    """Median of the wall seconds of a command that must succeed."""
    taken = []
    for _ in range(times):
        begin = time.monotonic()
        result = run(*command, timeout=600, **options)
        taken.append(time.monotonic() - begin)
        if result.returncode != 0:
            sys.exit(f"{command} failed:\n{result.stdout}{result.stderr}")
    return statistics.median(taken)


def compiled(name, *libraries):
    """A yardstick in C, compiled."""
    SCRATCH.mkdir(parents=True, exist_ok=True)
    compiler = shutil.which("clang") or shutil.which("gcc")
    binary = SCRATCH / name
    run(compiler, "-O2", "-o", binary, HERE / f"{name}.c", *libraries).check_returncode()
    return binary


def peak_memory(*command):
    """Megabytes that a command needed at most."""
    process = subprocess.Popen([str(word) for word in command], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"{command} failed")
    return usage.ru_maxrss / 1e3


def wrk(url, mode, seconds, connections, token="-", name="x", threads=THREADS, records=RECORDS):
    """One load; returns wrk's summary. Any answer that is not 2xx ends the bench."""
    result = run(
        "wrk", f"-t{threads}", f"-c{connections}", f"-d{seconds}s", "-s", HERE / "load.lua", url,
        "--", mode, token, name, records, timeout=seconds + 60)
    match = re.search(r"^RESULT (.*)$", result.stdout, re.M)
    if not match:
        sys.exit(f"wrk failed: {result.stdout}{result.stderr}")
    summary = json.loads(match.group(1))
    if summary["status"] or summary["lost"]:
        sys.exit(f"{url}: {summary['status']} wrong answers, {summary['lost']} lost")
    return summary


def loaded(pid, *arguments, **options):
    """A load with the microseconds of CPU that the process spent on each answer."""
    before = cpu(pid)
    summary = wrk(*arguments, **options)
    summary["cpu"] = (cpu(pid) - before) / summary["requests"] * 1e6
    return summary


class Bare:
    """The yardstick's process over a database file."""

    def __init__(self, database):
        binary = compiled("bare", "-lmicrohttpd", "-lsqlite3")
        self.port = free_port()
        self.process = subprocess.Popen(
            [str(binary), str(database), str(self.port), str(THREADS), million.TABLE,
             *columns(database)])
        self.address = f"http://127.0.0.1:{self.port}"
        wait_for(self.port)

    def stop(self):
        self.process.terminate()
        self.process.wait(10)


def columns(database):
    """The table's columns as the yardstick wants them."""
    db = sqlite3.connect(database)
    info = db.execute(f'PRAGMA table_info("{million.TABLE}")').fetchall()
    db.close()
    return [
        f"{name}:{KINDS.get(name, 'i' if kind.upper().startswith('INT') else 't')}"
        for _, name, kind, *_ in info]


def wait_for(port):
    """Waits until somebody listens."""
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            time.sleep(0.005)
    sys.exit("the yardstick did not start")


def demo_database():
    """A fresh database with the demo data."""
    path = SCRATCH / "demo.sqlite"
    for old in SCRATCH.glob("demo.sqlite*"):
        shutil.rmtree(old) if old.is_dir() else old.unlink()
    report = Server(path, MARKETING).load(ROOT / "apps/marketing/data")
    if report.returncode != 0:
        sys.exit(report.stdout + report.stderr)
    return path


# --- the figures ---------------------------------------------------------------------------------


def definition_size(table):
    """How much an analyst writes for a whole tenant, and what the compiler makes of it."""
    application = ROOT / "apps/marketing"
    printed = run(TENON, "check", application, "--print", "ir").stdout
    # The two built-in entities have no place in a file.
    entities = re.findall(r"^  entity .* @.*$", printed, re.M)
    fields = re.findall(r"^    field .* @.*$", printed, re.M)
    views = re.findall(r"^  view .* @.*$", printed, re.M)

    def lines(paths):
        return sum(len(path.read_text().splitlines()) for path in paths)

    written = lines(application.glob("*.yaml"))
    made = [path for path in (ROOT / "generated/marketing").rglob("*") if path.is_file()]
    table.add(
        "lines of YAML in apps/marketing",
        f"{written:,} for {len(entities)} entities, {len(fields)} fields, {len(views)} views",
        "< 1 500", written < 1500)
    table.add(
        "lines generated from them", f"{lines(made):,}, {lines(made) / written:.0f} for each",
        "–", True)


def compiler_figures(table):
    definition_size(table)
    taken = timed(TENON, "check", ROOT / "apps/marketing", times=11)
    table.add("`tenon check` of apps/marketing", f"{taken * 1e3:.0f} ms", "< 30 ms", taken < 0.030)
    with tempfile.TemporaryDirectory() as scratch:
        large = made_up.write(1000, 15, Path(scratch) / "large")
        taken = timed(TENON, "check", large, times=3)
        table.add(
            "`tenon check` of 1 000 entities × 15 fields",
            f"{taken * 1e3:.0f} ms", "< 1 s", taken < 1)
        front_figures(table, Path(scratch))
        rules = made_up_rules.write(5000 // made_up_rules.PER_ENTITY, Path(scratch) / "rules")
        bare = made_up_rules.write(
            5000 // made_up_rules.PER_ENTITY, Path(scratch) / "bare", with_rules=False)
        whole, least = timed(TENON, "check", rules, times=5), timed(TENON, "check", bare, times=5)
        table.add(
            "5 000 expressions in 500 entities add to `tenon check`",
            f"{(whole - least) * 1e3:.0f} ms ({whole * 1e3:.0f} with, {least * 1e3:.0f} without)",
            "< 300 ms", whole - least < 0.3)
        build_figures(table, Path(scratch))


def build_figures(table, scratch):
    """Whole tenants, the SDK ready: into empty folders, and again with one field more."""
    timed(TENON, "sdk", times=1, cwd=ROOT)
    made = made_up.write(20, 15, scratch / "app")
    marketing = Path(shutil.copytree(ROOT / "apps/marketing", scratch / "marketing"))
    customer = marketing / "customer.yaml"
    sound = customer.read_text("utf-8")

    def build(application, folder):
        before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
        taken = timed(
            TENON, "build", application, "--generated", folder / "generated", "--dist",
            folder / "dist", times=1, cwd=ROOT)
        return taken, resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before

    rules = made_up_rules.write(1000 // made_up_rules.PER_ENTITY, scratch / "ruled")
    bare = made_up_rules.write(
        1000 // made_up_rules.PER_ENTITY, scratch / "unruled", with_rules=False)
    more, least = ([build(app, scratch / f"{app.name}{turn}")[0] for turn in range(3)]
                   for app in (rules, bare))
    more, least = statistics.median(more), statistics.median(least)
    table.add(
        "1 000 expressions in 100 entities add to `tenon build`, clean",
        f"{more - least:.1f} s ({more:.1f} with, {least:.1f} without)", "< 6 s", more - least < 6)
    whole, clean, again = [], [], []
    for turn in range(TURNS):
        whole.append(build(made, scratch / f"made{turn}"))
        customer.write_text(sound, "utf-8")
        clean.append(build(marketing, scratch / f"marketing{turn}"))
        customer.write_text(sound.replace(
            editing.FIELDS, editing.FIELDS + f"      added_{turn}: text\n", 1), "utf-8")
        again.append(build(marketing, scratch / f"marketing{turn}"))
    for what, builds, limit in (
        ("`tenon build` of 20 entities × 15 fields, clean", whole, 5),
        ("`tenon build` of apps/marketing, clean", clean, 10),
        ("`tenon build` of apps/marketing, one field added", again, 5),
    ):
        taken = statistics.median(wall for wall, _ in builds)
        user = statistics.median(user for _, user in builds)
        table.add(what, f"{taken:.2f} s ({user:.2f} s CPU)", f"< {limit} s", taken < limit)


def front_figures(table, scratch):
    """The language front on 1 000 entities in 15 000 lines in 200 files, cold and again."""
    app = made_up.write(1000, 4, scratch / "front", per_file=5)
    files = sorted(app.glob("*.yaml"))
    lines = sum(path.read_text("utf-8").count("\n") for path in files)
    events = compiled("events", "-lyaml")
    taken, least = timed(TENON, "check", app, times=5), timed(events, *files, times=5)
    table.add(
        f"`tenon check` of 1 000 entities in {lines} lines, against libyaml's events alone",
        f"{taken * 1e3:.0f} ms, {taken / least:.1f}× ({least * 1e3:.0f} ms)", "< 500 ms",
        taken < 0.5)
    room = peak_memory(TENON, "check", app)
    table.add("peak memory of that", f"{room:.0f} MB", "< 200 MB", room < 200)
    again = json.loads(run(RECHECK, app).stdout)
    edits = {key: again[key] for key in ("label", "field", "syntax", "entity")}
    worst = max(edits.values())
    shown = ", ".join(f"{key} {value:.1f}" for key, value in edits.items())
    table.add(
        f"one of {again['files'] - 1} files edited, checked again in one process",
        f"{worst:.1f} ms ({shown})", "< 20 ms", worst < 20)


def binary_figures(table):
    size = MARKETING.stat().st_size / 1e6
    table.add("binary, stripped", f"{size:.2f} MB", "< 12 MB", size < 12)
    database = demo_database()
    starts, rooms = [], []
    for _ in range(11):
        server = Server(database, MARKETING)
        starts.append(server.start() * 1e3)
        time.sleep(0.2)
        rooms.append(resident(server.process.pid))
        server.stop()
    start, room = statistics.median(starts), statistics.median(rooms)
    table.add("exec to the first 200", f"{start:.0f} ms", "< 50 ms", start < 50)
    table.add("resident, idle", f"{room:.1f} MB", "< 20 MB", room < 20)


def read_figures(table, seconds):
    database = million.fill(demo_database(), SCRATCH / "million.sqlite", RECORDS)
    server = Server(database, MARKETING, options=["--event-threads", str(THREADS)])
    server.start(timeout=900)
    pid = server.process.pid
    token = server.sign_in().token
    bare = Bare(database)
    mine, yard = server.address, bare.address
    loads = {
        "one": (f"{mine}/api/customer/1", "one", f"{yard}/one/1", "bare"),
        "first": (f"{mine}{LIST}", "get", f"{yard}/first/normal", "get"),
        "last": (f"{mine}{LIST}&at=last", "get", f"{yard}/last/normal", "get"),
    }
    found = {name: [] for name in loads}
    rooms = []
    for turn in range(-1, TURNS):
        for name, (url, mode, other, other_mode) in loads.items():
            # Both are sent the same bytes: the yardstick's requests carry the token too.
            served = loaded(pid, url, mode, seconds, 16, token=token)
            least = loaded(bare.process.pid, other, other_mode, seconds, 16, token=token)
            # The first turn fills the caches of both and does not count.
            if turn >= 0:
                found[name].append((served, least))
        if turn >= 0:
            rooms.append(resident(pid))
    for name, what, limit in (
        ("one", "GET one of 1 000 000 as JSON, CPU against bare", 1.5),
        ("first", "list of 50, first page, CPU against bare", 2),
        ("last", "list of 50, last page, CPU against bare", 2),
    ):
        served = statistics.median(turn[0]["cpu"] for turn in found[name])
        least = statistics.median(turn[1]["cpu"] for turn in found[name])
        ratio = statistics.median(turn[0]["cpu"] / turn[1]["cpu"] for turn in found[name])
        table.add(
            what, f"{ratio:.2f}× ({served:.1f} µs, bare {least:.1f} µs)", f"≤ {limit}×",
            ratio <= limit)
    p99 = {n: statistics.median(turn[0]["p99"] for turn in found[n]) for n in ("first", "last")}
    ratio = p99["last"] / p99["first"]
    table.add(
        "p99 at 16 connections, last page against first",
        f"{ratio:.2f}× ({p99['last']:.2f} ms, {p99['first']:.2f} ms)", "≤ 1.5×", ratio <= 1.5)
    add_memory(table, "resident after the reads", rooms)
    bare.stop()
    page_figures(table, seconds, server, token)
    server.stop()


def page_figures(table, seconds, server, token):
    """Pages as browsers get them, whole: their first byte comes no later."""
    pages = {
        "list": ("list page of 50 in 1 000 000", f"{server.address}/app/customer?view=all", "get", 20),
        "record": ("record page in 1 000 000", server.address, "page", 15),
    }
    found = {name: [] for name in pages}
    for turn in range(-1, TURNS):
        for name, (_, url, mode, _) in pages.items():
            turned = loaded(server.process.pid, url, mode, seconds, 16, token=token)
            if turn >= 0:
                found[name].append(turned)
    for name, (what, _, _, limit) in pages.items():
        p99 = statistics.median(turn["p99"] for turn in found[name])
        table.add(f"{what}, p99 at 16 connections", f"{p99:.1f} ms", f"< {limit} ms", p99 < limit)
    used = {name: statistics.median(turn["cpu"] for turn in found[name]) for name in pages}
    table.add(
        "CPU of a list page, a record page", f"{used['list']:.0f} µs, {used['record']:.0f} µs",
        "list < 300 µs", used["list"] < 300)


def searches(chance):
    """What people type, by kind: many of each, drawn from what the million holds."""
    names = [made_up_names.company(chance) for _ in range(40)]
    phones = [made_up_names.phone(chance) for _ in range(40)]
    return {
        "one character": list("有公王李宏达龘科上"),
        "two characters": ["有限", "公司", "宏达", "上海", "科技", "贸易", "瑞丰", "龙凤", "司公", "海上"],
        "a name": names + [name[:5] for name in names],
        "two words": ["上海 科技", "北京 上海", "宏达 贸易", "王 139", "深圳 电子 有限公司"],
        "initials": ["hdmy", "shhd", "bjkj", "my", "yxgs", "zzzz", "hd 上海"],
        "a phone": phones + [phone[-4:] for phone in phones] + [phone[:7] for phone in phones],
        "letters, digits": ["a", "1", "13", "138", "B-0123456", "kh", "yang@", "xyzzy"],
    }


def search_figures(table):
    database = million.fill(demo_database(), SCRATCH / "million.sqlite", RECORDS)
    index = f"tenon_search_{million.TABLE}"
    db = sqlite3.connect(database)
    db.execute("DELETE FROM tenon_search WHERE name = ?", (index,))
    db.commit()
    db.close()
    server = Server(database, MARKETING, options=["--event-threads", str(THREADS)])
    begin = time.monotonic()
    server.start(timeout=900)
    built = time.monotonic() - begin
    client = server.sign_in()
    taken, all_taken = {}, []
    for kind, typed in searches(random.Random(2)).items():
        taken[kind] = []
        for words in typed * 3:
            for path in ("/search/suggest?q=", "/api/customer?limit=50&q="):
                begin = time.monotonic()
                answer = client.get(path + quote(words))
                taken[kind].append((time.monotonic() - begin) * 1e3)
                if answer.status != 200:
                    sys.exit(f"{words}: {answer}")
        all_taken += taken[kind]

    def point(values, share):
        return sorted(values)[min(len(values) - 1, int(len(values) * share))]

    p50, p99 = point(all_taken, 0.5), point(all_taken, 0.99)
    kinds = ", ".join(f"{kind} {point(values, 0.99):.0f}" for kind, values in taken.items())
    table.add(
        "search in 1 000 000, p50 and p99", f"{p50:.1f} ms, {p99:.1f} ms ({kinds})", "p99 < 50 ms",
        p99 < 50)
    server.stop()
    db = sqlite3.connect(database)
    size = db.execute(f'SELECT sum(length(block)) FROM "{index}_data"').fetchone()[0]
    db.close()
    table.add("its index, in a row and built at start", f"{size / RECORDS:.0f} B, {built:.0f} s",
              "< 1.5 kB, < 180 s", size / RECORDS < 1500 and built < 180)


def add_memory(table, what, rooms):
    """Flat: the last run adds less than a megabyte or 5 % to the one before it."""
    growth = rooms[-1] - rooms[-2]
    flat = growth <= max(1, rooms[-2] * 0.05)
    table.add(
        f"{what}, run by run", " → ".join(f"{room:.1f}" for room in rooms) + " MB",
        "< 100 MB, flat", max(rooms) < 100 and flat)


def write_figures(table, seconds):
    rates = {"durable": [], "stubbed": []}
    groups, rooms, used = [], [], []
    for turn in range(TURNS):
        for kind, options in (("durable", []), ("stubbed", ["--unsafe-no-fsync"])):
            server = Server(
                demo_database(), MARKETING,
                options=["--event-threads", str(THREADS), "--statistics", *options])
            server.log.unlink(missing_ok=True)
            server.start()
            pid, token = server.process.pid, server.sign_in().token
            summary = loaded(
                pid, f"{server.address}/api/customer", "create", seconds, 64, token=token,
                name=f"{turn}a")
            rates[kind].append(summary["requests"] / summary["seconds"])
            if kind == "durable":
                used.append(summary["cpu"])
                if turn == TURNS - 1:
                    rooms.append(resident(pid))
                    wrk(f"{server.address}/api/customer", "create", seconds, 64, token=token,
                        name=f"{turn}b")
                    rooms.append(resident(pid))
            server.stop()
            if kind == "durable":
                said = re.search(r"writes=(\d+) commits=(\d+)", server.tail())
                if not said:
                    sys.exit(f"no statistics from the server: {server.tail()}")
                groups.append(int(said.group(1)) / max(1, int(said.group(2))))
    ratio = statistics.median(a / b for a, b in zip(rates["durable"], rates["stubbed"]))
    durable = statistics.median(rates["durable"])
    table.add(
        "durable creates at 64 connections against fsync stubbed",
        f"{ratio * 100:.0f} % ({durable:,.0f}/s, {statistics.median(used):.0f} µs CPU)", "≥ 70 %",
        ratio >= 0.7)
    group = statistics.median(groups)
    table.add("writes per fsync", f"{group:.1f}", "≥ 16", group >= 16)
    add_memory(table, "resident after the writes", rooms)


def record(table):
    """Puts the table between the marks of docs/benchmarks.md."""
    text = DOCUMENT.read_text("utf-8")
    begin, end = "<!-- bench: begin -->\n", "<!-- bench: end -->"
    if begin not in text or end not in text:
        sys.exit(f"{DOCUMENT} has no marks {begin.strip()} … {end}")
    head, tail = text.split(begin)[0], text.split(end)[1]
    day = time.strftime("%Y-%m-%d")
    note = f"Measured {day} on {os.cpu_count()} cores, {platform.machine()}.\n\n"
    DOCUMENT.write_text(f"{head}{begin}{note}{table.markdown()}{end}{tail}", "utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--seconds", type=int, default=4, help="length of one load")
    parser.add_argument("--record", action="store_true", help="update docs/benchmarks.md")
    parser.add_argument(
        "--only", default="",
        help="compiler, dev, binary, read, search, write, kept, rights or postgres")
    options = parser.parse_args()
    SCRATCH.mkdir(parents=True, exist_ok=True)
    table = Table()
    parts = {
        "compiler": lambda: compiler_figures(table),
        "dev": lambda: editing.figures(table, SCRATCH, TURNS),
        "binary": lambda: binary_figures(table),
        "read": lambda: read_figures(table, options.seconds),
        "search": lambda: search_figures(table),
        "write": lambda: write_figures(table, options.seconds),
        "postgres": lambda: on_postgres.figures(table, options.seconds, sys.modules[__name__]),
        "kept": lambda: keeping.figures(table),
        "rights": lambda: rights.figures(table, options.seconds, sys.modules[__name__]),
    }
    if options.only and (options.record or options.only not in parts):
        parser.error("--only takes one of " + ", ".join(parts) + ", and not with --record")
    for name, measure in parts.items():
        if options.only in ("", name):
            measure()
    print("\n" + table.markdown())
    if options.record:
        record(table)


if __name__ == "__main__":
    main()

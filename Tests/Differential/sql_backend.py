"""SQLite or PostgreSQL as a back end: answers to a file of cases of context query.

python sql_backend.py sqlite cases.jsonl
python sql_backend.py postgres --socket FOLDER cases.jsonl

`expression-sql` of Tests/Tools types the expressions with the compiler's own front end and writes
SQL; the records of the file become rows of the tables of the application in `app`. Slots are filled
here, as a server fills them: by what the header says.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
from fractions import Fraction
from pathlib import Path

import canonical
import civil
from cases import Cases, target_kind
from exact import written
from grammar import parse
from kinds import DATETIME, TEXT, is_number
from schema import EVERY
from typer import Typer

TOOL = Path(__file__).parents[2] / ".build/debug/expression-sql"
TABLES = {"user": "tenon_user", "department": "tenon_department"}
# Texts and names in quotes, the record, slots.
PARTS = re.compile(r"'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|@|\{[^}]*\}")
SYSTEM = {"version": 1, "created_at": 0, "updated_at": 0}


def escaped(text):
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t")


def unescaped(text):
    return re.sub(r"\\(.)", lambda m: {"n": "\n", "t": "\t"}.get(m[1], m[1]), text, flags=re.S)


def literal(value):
    if value is None:
        return "NULL"
    if isinstance(value, int):
        return str(int(value))
    return "'" + value.replace("'", "''") + "'"


def stored(kind, text):
    """The carrier of a field's JSON."""
    value = canonical.read(kind, text)
    if value is None:
        return None
    if is_number(kind):
        return int(value * 10**kind.scale)
    if kind.name == "date":
        return value.toordinal() - civil.EPOCH
    if kind.name == "list":
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return value


def rows(run, records):
    """Each row of each table, as columns and literals."""
    for entity, found in run["records"].items():
        for record in found:
            yield entity, record
    for case in records:
        yield "deal", case["fields"] | {"id": case["id"]}
        for entity, found in case["records"].items():
            for record in found:
                yield entity, record


def inserts(run, records):
    for entity, record in rows(run, records):
        fields = EVERY[entity]
        values = {"id": int(record["id"])} | SYSTEM
        for name, text in record.items():
            if name != "id":
                values[name] = stored(fields[name].kind, text)
        columns = ", ".join(f'"{c}"' for c in values)
        content = ", ".join(map(literal, values.values()))
        yield f'INSERT INTO "{TABLES.get(entity, entity)}" ({columns}) VALUES ({content})'


class Slots:
    def __init__(self, run, params):
        now = canonical.read(DATETIME, run["now"])
        shown = civil.wall(now, run["zone"])
        self.zone = run["zone"]
        self.known = {
            "me": run["me"],
            "now": str(now),
            "today": "NULL" if shown is None else str(shown[0].toordinal() - civil.EPOCH),
        }
        self.known |= {f"param {name}": text for name, text in params.items()}

    def value(self, slot):
        if slot.startswith("moment "):
            _, days, ticks = slot.split()
            day = civil.date.fromordinal(int(days) + civil.EPOCH)
            moment = civil.from_wall(day, int(ticks), self.zone)
            return "NULL" if moment is None else str(moment)
        return self.known[slot]

    def fill(self, sql):
        def part(match):
            text = match[0]
            if text == "@":
                return "t0"
            if text[0] == "{":
                value = self.value(text[1:-1])
                # A bound value is no place of a column, where rows are put in order.
                return value if value[0] in "'N" else f"CAST({value} AS BIGINT)"
            return text

        return PARTS.sub(part, sql)


def decoded(kind, text):
    """The canonical form of a carrier's text."""
    if text is None:
        return None
    if is_number(kind):
        return written(Fraction(int(text), 10**kind.scale), kind.scale)
    if kind.name == "bool":
        return text in ("1", "true")
    if kind.name == "period":
        code = int(text)
        days = ((code & 0xFFFFFFFF) ^ 0x80000000) - 0x80000000
        return f"{(code - days) >> 32}mo{days}d"
    if kind.name == "date":
        return canonical.write(kind, civil.date.fromordinal(int(text) + civil.EPOCH))
    if kind.name == "datetime":
        return canonical.write(kind, int(text))
    if kind.name == "list":
        return [item(kind.of, value) for value in json.loads(text, parse_int=str)] or None
    return text


def item(kind, value):
    """An element of a list, which JSON knows by its type or by its digits."""
    return value if value in (True, False) else decoded(kind, value)


class Engine:
    """SQLite with the functions of the server. Takes statements, a list; gives rows as lists of
    texts, None for blank."""

    name = "sqlite"

    def __init__(self, tool):
        self.tool = tool

    def ddl(self, found):
        return statements(found["sqlite"])

    def run(self, script):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "run.sql"
            path.write_text("\n".join(map(escaped, script)), encoding="utf-8")
            done = subprocess.run([self.tool, "run", path], stdout=subprocess.PIPE, text=True)
        for line in done.stdout.split("\n"):
            if line:
                yield [None if c == "\\N" else unescaped(c) for c in line.split("\t")]


class Postgres:
    """PostgreSQL behind a socket, in a database of this run alone."""

    name = "postgres"

    def __init__(self, socket):
        self.socket = socket
        self.database = f"differential_{os.getpid()}"

    def ddl(self, found):
        # A reference may lead to no record.
        replica = "SET session_replication_role = replica"
        return [replica, found["functions"], *statements(found["postgres"])]

    def psql(self, database, *more):
        return subprocess.run(
            ["psql", "-h", self.socket, "-U", "postgres", "-d", database, "-qAtX", *more],
            stdout=subprocess.PIPE, text=True,
        )  # fmt: skip

    def run(self, script):
        encoding = "TEMPLATE template0 ENCODING 'UTF8'"
        self.psql("postgres", "-c", f"CREATE DATABASE {self.database} {encoding}")
        try:
            with tempfile.TemporaryDirectory() as folder:
                path = Path(folder) / "run.sql"
                path.write_text("".join(s + ";\n" for s in script), encoding="utf-8")
                done = self.psql(self.database, "-f", path)
        finally:
            self.psql("postgres", "-c", f"DROP DATABASE {self.database}")
        for line in done.stdout.split("\n"):
            if line.startswith("["):
                yield json.loads(line)


def statements(script):
    lines = [line for line in script.split("\n") if not line.startswith("--")]
    return [s.strip() for s in "\n".join(lines).split(";\n") if s.strip()]


def compiled(tool, cases):
    """What the tool wrote: SQL by number of expression, DDL and parameters."""
    done = subprocess.run([tool, "compile", cases], stdout=subprocess.PIPE, text=True)
    found, params, sql, refused = {}, {}, {}, set()
    for line in done.stdout.split("\n"):
        word, *rest = map(unescaped, line.split("\t"))
        if word == "ddl":
            found[rest[0]] = rest[1]
        elif word == "param":
            params[rest[0]] = rest[1]
        elif word == "sql":
            sql[int(rest[0])] = {"sqlite": rest[1], "postgres": rest[2]}
        elif word == "refused":
            refused.add(int(rest[0]))
            print(*rest, file=sys.stderr)
    return found, params, sql, refused


def backend(name, socket=None, tool=TOOL):
    return Engine(tool) if name == "sqlite" else Postgres(socket)


def answers(path, engine, tool=TOOL, shows=False):
    """The answers to a file of cases, a list of expression, record and value each."""
    with open(path, encoding="utf-8") as file:
        run, *rest = map(json.loads, file)
    expressions = {line["expression"]: line for line in rest if "expression" in line}
    records = [line for line in rest if "record" in line]
    typer = Typer(run["context"])
    found, params, sql, _ = compiled(tool, path)
    slots = Slots(run, params)
    script = [*engine.ddl(found), *CASES, *inserts(run, records)]
    script += [f"INSERT INTO cases VALUES ({r['record']}, {r['id']})" for r in records]
    for number, text in sql.items():
        filled = slots.fill(text[engine.name])
        if shows:
            print(f"{number}: {filled}", file=sys.stderr)
        script.append(select(number, filled, engine.name))
    kinds = {number: kind_of(typer, expressions[number]) for number in sql}
    for expression, record, text in engine.run(script):
        yield int(expression), int(record), decoded(kinds[int(expression)], text)


CASES = ["CREATE TABLE cases (n BIGINT, id BIGINT PRIMARY KEY)"]


def vector_answers(vectors, engine, tool=TOOL):
    """The answers to lines that each have a world of their own: tuples of header, case and line.
    Refused expressions have "refused" for an answer."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "cases.jsonl"
        lines = [line | {"expression": n} for n, (_, _, line) in enumerate(vectors)]
        Cases(vectors[0][0], lines).write(path)
        found, params, sql, refused = compiled(tool, path)
    tables = re.findall(r'CREATE TABLE ("[^"]*")', found["sqlite"])
    script = [*engine.ddl(found), *CASES]
    typer, kinds = Typer("query"), {}
    for number, text in sql.items():
        run, case, line = vectors[number]
        kinds[number] = kind_of(typer, line)
        script += [f"DELETE FROM {table}" for table in [*tables, "cases"]]
        script += inserts(run, [case])
        script.append(f"INSERT INTO cases VALUES (0, {case['id']})")
        filled = Slots(run, params).fill(text[engine.name])
        script.append(select(number, filled, engine.name))
    result = {number: "refused" for number in refused}
    for number, _, text in engine.run(script):
        result[int(number)] = decoded(kinds[int(number)], text)
    return result


def select(number, sql, engine):
    source = 'FROM cases AS c JOIN "deal" AS t0 ON t0."id" = c.id'
    if engine == "sqlite":
        return f"SELECT {number}, c.n, {sql} {source}"
    return f"SELECT json_build_array({number}, c.n, ({sql})::text) {source}"


def kind_of(typer, line):
    """The kind of the answer."""
    if line["use"] == "text":
        return TEXT
    tree = parse(line["text"])
    typed = typer.condition(tree) if line["use"] == "must" else typer.whole(tree)
    return target_kind(line, typed.kind) or typed.kind


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("engine", choices=["sqlite", "postgres"])
    parser.add_argument("cases")
    parser.add_argument("--socket", help="the folder of PostgreSQL's socket")
    parser.add_argument("--show", action="store_true", help="print the SQL of each expression")
    given = parser.parse_args()
    engine = backend(given.engine, given.socket)
    for answer in answers(given.cases, engine, shows=given.show):
        sys.stdout.write(json.dumps(answer, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()

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
from cases import target_kind
from exact import written
from grammar import parse, parse_template
from kinds import DATETIME, TEXT, is_number
from schema import APP, EVERY
from syntax import quoted, show
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


def yaml(text):
    """A scalar in double quotes; what is not plain ASCII is escaped."""

    def letter(c):
        if c in '"\\':
            return "\\" + c
        code = ord(c)
        return c if 32 <= code < 127 else f"\\U{code:08X}"

    return '"' + "".join(map(letter, text)) + '"'


def condition(line):
    """The condition of a view in which the expression stands."""
    if line["use"] == "must":
        return line["text"]
    if line["use"] == "value":
        return f"is_blank({line['text']})"
    return f"is_blank({template(line['text'])})"


def template(text):
    """A text with holes as a sum of texts."""
    parts = [
        quoted(p) if isinstance(p, str) else f"text_of({show(p)})" for p in parse_template(text)
    ]
    return " + ".join(['""', *parts])


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
    """Takes statements, a list; gives rows as lists of texts, None for blank."""

    def __init__(self, tool):
        self.tool = tool

    def ddl(self, found):
        return statements(found["sqlite"])

    def run(self, all_statements, folder):
        path = Path(folder) / "run.sql"
        path.write_text("\n".join(map(escaped, all_statements)), encoding="utf-8")
        done = subprocess.run([self.tool, "run", path], stdout=subprocess.PIPE, text=True)
        for line in done.stdout.split("\n"):
            if line:
                yield [None if c == "\\N" else unescaped(c) for c in line.split("\t")]


class Postgres:
    def __init__(self, socket):
        self.socket = socket
        self.database = f"differential_{os.getpid()}"

    def ddl(self, found):
        # What leads to no record is a case of its own; and the order of rows is any.
        return [
            "SET session_replication_role = replica",
            found["functions"],
            *statements(found["postgres"]),
        ]

    def psql(self, database, *more, **given):
        return subprocess.run(
            ["psql", "-h", self.socket, "-U", "postgres", "-d", database, "-qAtX", *more],
            stdout=subprocess.PIPE, text=True, **given,
        )  # fmt: skip

    def run(self, all_statements, folder):
        path = Path(folder) / "run.sql"
        path.write_text("".join(s + ";\n" for s in all_statements), encoding="utf-8")
        self.psql(
            "postgres", "-c",
            f"CREATE DATABASE {self.database} TEMPLATE template0 ENCODING 'UTF8'",
        )  # fmt: skip
        try:
            done = self.psql(self.database, "-F", "\t", "-f", path)
        finally:
            self.psql("postgres", "-c", f"DROP DATABASE {self.database}")
        for line in done.stdout.split("\n"):
            if line.startswith("["):
                yield json.loads(line)


def statements(script):
    lines = [line for line in script.split("\n") if not line.startswith("--")]
    return [s.strip() for s in "\n".join(lines).split(";\n") if s.strip()]


def compiled(tool, lines, folder):
    """What the tool wrote: SQL by number of expression, DDL and parameters."""
    path = Path(folder) / "expressions.tsv"
    with open(path, "w", encoding="utf-8") as file:
        for line in lines:
            target = line["target"] or {"type": "-", "scale": "-"}
            number, use = str(line["expression"]), line["use"]
            use = "must" if use == "must" else "value"
            scalar = escaped(yaml(condition(line)))
            file.write("\t".join([number, use, target["type"], str(target["scale"]), scalar]))
            file.write("\n")
    done = subprocess.run([tool, "compile", APP, path], stdout=subprocess.PIPE, text=True)
    found, params, sql = {}, {}, {}
    for line in done.stdout.split("\n"):
        word, *rest = map(unescaped, line.split("\t"))
        if word == "ddl":
            found[rest[0]] = rest[1]
        elif word == "param":
            params[rest[0]] = rest[1]
        elif word == "sql":
            sql[int(rest[0])] = {"sqlite": rest[1], "postgres": rest[2]}
        elif word == "error":
            print(*rest, file=sys.stderr)
    return found, params, sql


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("engine", choices=["sqlite", "postgres"])
    parser.add_argument("cases")
    parser.add_argument("--socket", help="the folder of PostgreSQL's socket")
    parser.add_argument("--tool", default=TOOL)
    parser.add_argument("--show", action="store_true", help="print the SQL of each expression")
    given = parser.parse_args()
    with open(given.cases, encoding="utf-8") as file:
        run, *rest = map(json.loads, file)
    expressions = {line["expression"]: line for line in rest if "expression" in line}
    records = [line for line in rest if "record" in line]
    typer = Typer(run["context"])
    kinds = {number: kind_of(typer, line) for number, line in expressions.items()}
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o755)
        found, params, sql = compiled(given.tool, expressions.values(), folder)
        engine = Engine(given.tool) if given.engine == "sqlite" else Postgres(given.socket)
        slots = Slots(run, params)
        script = [*engine.ddl(found), *inserts(run, records)]
        script.append("CREATE TABLE cases (n BIGINT, id BIGINT PRIMARY KEY)")
        script += [f"INSERT INTO cases VALUES ({r['record']}, {r['id']})" for r in records]
        for number, text in sql.items():
            filled = slots.fill(text[given.engine])
            if given.show:
                print(f"{number}: {filled}", file=sys.stderr)
            script.append(select(number, filled, given.engine))
        for expression, record, text in engine.run(script, folder):
            answer = decoded(kinds[int(expression)], text)
            answer = [int(expression), int(record), answer]
            sys.stdout.write(json.dumps(answer, ensure_ascii=False) + "\n")


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


if __name__ == "__main__":
    main()

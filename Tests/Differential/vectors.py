"""Reads `tables/*.tsv`: expression, record, expected, with tabs between.

The record is JSON: canonical values by field, and `$zone $now $me $old $records $lines $visits` for
the world around it; empty for a record with nothing in it, or `@name` of a line `@name JSON` above.
An expression may have `must: ` or `text: ` before it: a check, a text with holes.
The expected is JSON in canonical form, or `!words`: an error that says these.
"""

import json
from pathlib import Path

from grammar import Malformed
from people import EMPTY, RUN
from typed import IllTyped
from typer import Typer
from uses import answer_line, typed_line
from world import World

USES = ("must: ", "text: ")
TABLES = Path(__file__).parent / "tables"


def rows(path):
    """Tuples of line number, expression, record and expected."""
    named, found = {"": {}}, []
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if line.startswith("@"):
            name, _, text = line.partition(" ")
            named[name] = json.loads(text)
        elif line and not line.startswith("#"):
            expression, record, expected = line.split("\t")
            known = named[record] if record in named else json.loads(record)
            found.append((number, expression, known, expected))
    return found


def linked(rows, start):
    return [{"id": str(start + i), "deal": EMPTY["id"], **row} for i, row in enumerate(rows)]


def world_of(record):
    """The header and the case that a record of a table stands for."""
    run = dict(RUN)
    for key in ("zone", "now", "me"):
        if "$" + key in record:
            run[key] = record["$" + key]
    fields = {name: value for name, value in record.items() if not name.startswith("$")}
    records = {name: list(rows) for name, rows in record.get("$records", {}).items()}
    for entity, key in (("deal_line", "$lines"), ("visit", "$visits")):
        records.setdefault(entity, []).extend(linked(record.get(key, []), 1))
    case = EMPTY | {"fields": EMPTY["fields"] | fields, "records": records}
    case["old"] = record.get("$old")
    return run, case


def found(expression, record, context="server"):
    """What the oracle says, in the form of the tables."""
    run, case = world_of(record)
    use, _, text = expression.partition(": ") if expression.startswith(USES) else ("value", "", "")
    line = {"use": use, "text": text or expression}
    try:
        typed = typed_line(Typer(context), line)
    except (IllTyped, Malformed) as error:
        return f"!{error}"
    evaluation = World(run).evaluation(case)
    return json.dumps(answer_line(evaluation, line, typed, None), ensure_ascii=False)


def agrees(says, expected):
    if expected.startswith("!"):
        return says.startswith("!") and expected[1:] in says
    return not says.startswith("!") and json.loads(says) == json.loads(expected)


def disagreements():
    for path in sorted(TABLES.glob("*.tsv")):
        for number, expression, record, expected in rows(path):
            says = found(expression, record)
            if not agrees(says, expected):
                yield f"{path.name}:{number}: {expression}: {says}, expected {expected}"


if __name__ == "__main__":
    print(*disagreements(), sep="\n")

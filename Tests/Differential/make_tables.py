"""Writes tables/generated.tsv: vectors of functions of which the hand-made tables have few.

Their expected values are the oracle's own, so they only hold it, and every back end, to what it
said once; what is right is decided in the other tables.
"""

import json
from collections import Counter
from random import Random

import functions
from generate import Generator
from grammar import Malformed, parse
from records import Records
from syntax import show, size, walk
from vectors import TABLES, found, rows

ENOUGH = 20
TARGET = TABLES / "generated.tsv"
HEAD = "# Written by make_tables.py from the oracle's own answers, not by hand."


def calls(expression):
    try:
        return {node.value for node in walk(parse(expression)) if node.op == "call"}
    except Malformed:
        return set()


def by_hand():
    """How many vectors each function has in the tables that people wrote."""
    counted = Counter()
    for path in TABLES.glob("*.tsv"):
        if path != TARGET:
            for _, expression, _, _ in rows(path):
                counted.update(calls(expression))
    return counted


def narrowed(expression, case):
    """The record of a table: what the expression may look at, and no more."""
    words = {node.value for node in walk(parse(expression)) if node.op in ("name", "field", "of")}
    names = {word for word in words if isinstance(word, str)}
    record = {name: value for name, value in case["fields"].items() if name in names}
    if case["old"] and ("old" in names or "changed(" in expression):
        record["$old"] = {n: v for n, v in case["old"].items() if n in names}
    records = case["records"]
    is_of_rows = "lines" in names or ".of(" in expression
    if is_of_rows:
        record["$lines"] = rows_of(records["deal_line"], names, "lines" in names)
        record["$visits"] = rows_of(records["visit"], names, ".of(" in expression)
    if {"customer", "payer", "item", "parent"} & names:
        record["$records"] = {
            "party": [{n: v for n, v in p.items() if n in names | {"id"}} for p in records["party"]]
        }
    return {name: value for name, value in record.items() if value not in ([], {})}


def rows_of(rows, names, is_used):
    if not is_used:
        return []
    return [{n: v for n, v in row.items() if n in names - {"deal", "id"}} for row in rows]


def vectors():
    random = Random("tables")
    generator, records = Generator(random, "server", size=6), Records(random)
    have, blank, seen = by_hand(), Counter(), set()
    wanted = {f.name for f in functions.TABLE.values() if not f.left_out}
    while missing := {name for name in wanted if have[name] < ENOUGH}:
        tree, _ = generator.expression()
        expression = show(tree)
        used = calls(expression) & missing
        if not used or expression in seen or size(tree) > 9 or expression != expression.strip():
            continue
        seen.add(expression)
        record = narrowed(expression, records.case(0))
        says = found(expression, record)
        # Mostly blank answers say little about a function.
        if says == "null" and any(blank[name] >= ENOUGH // 4 for name in used):
            continue
        blank.update(used if says == "null" else ())
        have.update(calls(expression))
        yield expression, json.dumps(record, ensure_ascii=False), says


def main():
    lines = [HEAD]
    for expression, record, says in sorted(vectors()):
        assert "\n" not in expression + record and "\t" not in expression + record
        lines.append("\t".join((expression, "" if record == "{}" else record, says)))
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

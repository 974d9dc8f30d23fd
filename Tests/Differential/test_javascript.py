"""The browser's script against the judge: `swift build --product answer-javascript` comes first."""

import json
from pathlib import Path

import canonical
import vectors
from cases import Cases
from grammar import Malformed
from run import Backend
from typed import IllTyped
from typer import Typer
from uses import kind_of, typed_line

COMMAND = Path(__file__).parents[1] / "Tools" / "AnswerJavaScript" / "answer"
BACKEND = Backend("javascript", command=str(COMMAND))


def in_form(expression):
    """The line of a vector that a form may hold, or None."""
    use = next((u for u in vectors.USES if expression.startswith(u)), "")
    line = {"use": use.removesuffix(": ") or "value", "text": expression.removeprefix(use)}
    try:
        typed = typed_line(Typer("form"), line)
    except (IllTyped, Malformed):
        return None
    return line | {"kind": canonical.kind_json(kind_of(typed)), "target": None}


def vectors_in_form():
    """By header: expressions, records, and what is right for a pair of them."""
    groups = {}
    for path in sorted(vectors.TABLES.glob("*.tsv")):
        for number, expression, record, expected in vectors.rows(path):
            line = in_form(expression)
            if line is None or expected.startswith("!"):
                continue
            run, case = vectors.world_of(record)
            header = json.dumps(run | {"run": 1, "seed": 0, "context": "form"}, sort_keys=True)
            group = groups.setdefault(header, ({}, {}, {}))
            lines, records, right = group
            text = json.dumps(line, sort_keys=True)
            content = json.dumps(case, sort_keys=True)
            pair = (
                lines.setdefault(text, len(lines)),
                records.setdefault(content, len(records)),
            )
            right[pair] = (f"{path.name}:{number}: {expression}", json.loads(expected))
    return groups


def test_the_script_agrees_with_the_tables():
    checked, wrong = 0, []
    for header, (lines, records, right) in vectors_in_form().items():
        file = Cases(json.loads(header))
        # The tool tells a line by how it begins.
        file.expressions = [{"expression": i} | json.loads(text) for text, i in lines.items()]
        file.records = [{"record": i} | json.loads(text) for text, i in records.items()]
        said = BACKEND.answers(file)
        checked += len(right)
        wrong += [
            f"{place}: {said.get(pair)}, expected {expected}"
            for pair, (place, expected) in right.items()
            if pair not in said or said[pair] != expected
        ]
    assert wrong == []
    assert checked > 900

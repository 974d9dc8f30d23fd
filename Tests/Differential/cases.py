"""Files of cases and of answers."""

import json
from dataclasses import dataclass, field

from kinds import Kind, is_number
from typer import Typer
from uses import answer_line, kind_of, typed_line
from world import World


@dataclass
class Cases:
    run: dict
    expressions: list = field(default_factory=list)
    records: list = field(default_factory=list)

    @classmethod
    def of(cls, lines):
        """From the lines of the file, as dictionaries."""
        lines = iter(lines)
        cases = cls(next(lines))
        for line in lines:
            (cases.expressions if "expression" in line else cases.records).append(line)
        return cases

    @classmethod
    def read(cls, path):
        with open(path, encoding="utf-8") as file:
            return cls.of(map(json.loads, file))

    def write(self, path):
        with open(path, "w", encoding="utf-8") as file:
            for line in (self.run, *self.expressions, *self.records):
                file.write(json.dumps(line, ensure_ascii=False) + "\n")

    def answers(self):
        """The oracle's answer to each expression and record: index, index, value."""
        typer, world = Typer(self.run["context"]), World(self.run)
        evaluations = [(r["record"], world.evaluation(r)) for r in self.records]
        for line in self.expressions:
            typed = typed_line(typer, line)
            target = target_kind(line, kind_of(typed))
            for record, evaluation in evaluations:
                value = answer_line(evaluation, line, typed, target)
                yield line["expression"], record, value


def target_kind(line, kind):
    """The field that a number is for; an expression that was made smaller may be none any more."""
    target = line.get("target")
    if target is None or not is_number(kind):
        return None
    if target["type"] != "money" and kind.name == "money":
        return None
    return Kind(target["type"], target["scale"])


def read_answers(lines):
    """Answers by index of expression and of record, from lines of JSON."""
    found = {}
    for line in lines:
        if line.strip():
            expression, record, value = json.loads(line)
            found[expression, record] = value
    return found

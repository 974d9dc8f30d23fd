"""Expressions of an application, typed and evaluated by the judge under Tests/Differential."""

import sys
from pathlib import Path

from declared import SYSTEM_FIELDS

sys.path.append(str(Path(__file__).resolve().parents[2] / "Differential"))

import schema  # noqa: E402
from canonical import read  # noqa: E402
from evaluate import Evaluation  # noqa: E402
from grammar import parse  # noqa: E402
from kinds import (  # noqa: E402
    INT,
    PERCENT,
    TEXT,
    decimal,
    entity_of,
    list_of,
    money,
    option,
    reference,
    rows,
)
from typed import Scope, walk  # noqa: E402
from typer import Typer  # noqa: E402

__all__ = ["Language", "parse", "reads"]

PARAM_KINDS = {"money": money(), "integer": INT, "percent": PERCENT, "date": schema.PLAIN["date"]}


def kind(entity, field):
    match field.type:
        case "decimal":
            return decimal(field.scale)
        case "reference":
            return reference(field.to)
        case "subform":
            return rows(field.to)
        case "choice" | "stage":
            return option(entity, field.name)
        case "multi_choice":
            return list_of(option(entity, field.name))
        case "auto_number" | "secret":
            return TEXT
        case "attachment" | "image":
            return list_of(TEXT)
        case plain:
            return schema.PLAIN[plain]


class Language:
    """The expressions of one application. The judge knows one application at a time: this makes it
    know ours."""

    def __init__(self, declared):
        self.zone = declared.zone
        self.entities = {
            entity.name: {
                f.name: schema.Field(
                    kind(entity.name, f), f.type, f.required, f.options, f.by)
                for f in entity.fields.values()
            } | {
                name: schema.Field(schema.PLAIN[type], type, name.startswith("created"))
                for name, type in SYSTEM_FIELDS.items()
            }
            for entity in declared.entities.values()
        }
        self.params = {
            name: (PARAM_KINDS[p["type"]], read(PARAM_KINDS[p["type"]], p["default"]))
            for name, p in declared.params.items() if p["type"] in PARAM_KINDS
        }
        self.use()

    def use(self):
        if schema.EVERY is not self.entities and dict(schema.EVERY) != self.entities:
            schema.EVERY.clear()
            schema.EVERY.update(self.entities)
            schema.PARAMS.clear()
            schema.PARAMS.update(self.params)

    def condition(self, node, entity):
        self.use()
        return Typer("query").condition(node, Scope(entity))

    def value(self, field, entity):
        """The expression of a computed field."""
        self.use()
        wanted = self.entities[entity][field.name].kind
        return Typer("server").whole(
            parse(field.value), Scope(entity), wanted if wanted.name == "option" else None)

    def holds(self, typed, world, record):
        self.use()
        return Evaluation(world, record).value(typed)


def reads(typed, entity):
    """The fields that an expression reads: pairs of entity and field, those of the record itself
    and those of others."""
    own, others = set(), set()

    def visit(node, at, is_own):
        for part in walk(node):
            if part.op == "field":
                (own if is_own else others).add((at, part.value))
            elif part.op == "follow":
                others.add((entity_of(part.args[0].kind), part.value))
            elif part.op == "aggregate" and part.value[1] is not None:
                found = part.value[1]
                others.add((found.entity, found.link))
                for inner in (found.value, found.where, found.by):
                    if inner is not None:
                        visit(inner, found.entity, False)

    visit(typed, entity, True)
    return own, others


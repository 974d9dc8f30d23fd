"""What is in a database, read with SQL: values as the evaluator of expressions has them."""

import json
import time
from copy import copy
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from fractions import Fraction
from zoneinfo import ZoneInfo

from row_rules import Share

#: Physical names of what every application has.
TABLES = {"user": "tenon_user", "department": "tenon_department", "position": "tenon_position"}
EPOCH = date(1970, 1, 1)


@dataclass
class Person:
    id: int
    login: str
    roles: set
    is_active: bool
    departments: set = field(default_factory=set)
    below: set = field(default_factory=set)
    headed: set = field(default_factory=set)


def from_stored(field, value):
    """A value as the evaluator has it; None for blank."""
    if value is None:
        return None
    match field.type:
        case "integer" | "rating":
            return Fraction(value)
        case "money":
            return Fraction(value, 100)
        case "percent":
            return Fraction(value, 10_000)
        case "decimal":
            return Fraction(value, 10**field.scale)
        case "secret":
            return "****"
        case "boolean":
            return bool(value)
        case "date":
            return EPOCH + timedelta(days=value)
        case "multi_choice" | "attachment" | "image":
            return json.loads(value) or None
        case _:
            return value


class Facts:
    """All records, by entity and id. A world for the evaluator."""

    def __init__(self, declared, store, now=None):
        self.declared = declared
        self.zone = declared.zone
        self.calendar = None
        self.now = now or int(time.time() * 1000)
        here = datetime.fromtimestamp(self.now / 1000, ZoneInfo(self.zone)).date()
        self.today = (here - EPOCH).days
        self.me = None
        self.records = {e.name: self.read(e, store) for e in declared.entities.values()}
        self.shares = [
            Share(s["entity"], s["record"], s["user"], bool(s["edit"]), s["until"])
            for s in store.read("SELECT * FROM tenon_share")]
        self.people = {p.login: p for p in map(self.person, self.records["user"].values())}

    def read(self, entity, store):
        found = {}
        columns = {f.name: f for f in entity.columns}
        for row in store.read(f'SELECT * FROM "{TABLES.get(entity.name, entity.name)}"'):
            record = {
                name: from_stored(columns[name], value) if name in columns else value
                for name, value in row.items()
                if name in columns or name in ("id", "created_by", "updated_by", "created_at",
                                               "updated_at", "version")}
            found[record["id"]] = {n: v for n, v in record.items() if v is not None}
        return found

    # The world of an evaluation

    def get(self, entity, id):
        return self.records[entity].get(id, {})

    def all(self, entity):
        return sorted(self.records[entity].items())

    def seen_by(self, person):
        world = copy(self)
        world.me = person.id
        return world

    # People

    def person(self, record):
        id = record["id"]
        positions = [p for p in self.records["position"].values() if p.get("person") == id]
        mine = {record.get("department")} | {p.get("department") for p in positions}
        heads = {d["id"] for d in self.records["department"].values() if d.get("head") == id}
        heads |= {p.get("department") for p in positions if p.get("head")}
        return Person(
            id, record["login"], set(record.get("roles") or []), bool(record.get("active")),
            departments=mine - {None}, below=self.with_lower(mine - {None}),
            headed=self.with_lower(heads - {None}))

    def with_lower(self, departments):
        """These and what stands below them. The tree may hold a ring."""
        found = set(departments)
        while True:
            lower = {
                id for id, d in self.records["department"].items()
                if d.get("parent") in found and id not in found}
            if not lower:
                return found
            found |= lower

"""The data that expressions are evaluated over, read from its JSON."""

from copy import copy

import canonical
from evaluate import Evaluation
from kinds import DATETIME
from schema import EVERY, MAIN, WEEK, ZONE, exceptions
from working import Calendar

CALENDAR = Calendar(WEEK, exceptions())


def read_fields(entity, fields):
    """The filled fields of a record."""
    declared = EVERY[entity]
    values = {name: canonical.read(declared[name].kind, text) for name, text in fields.items()}
    return {name: value for name, value in values.items() if value is not None}


class World:
    """`run` is the header of a file of cases: zone, now, me, and the records that all share."""

    def __init__(self, run):
        self.zone = run.get("zone", ZONE)
        self.now = canonical.read(DATETIME, run["now"])
        self.me = int(run["me"])
        self.calendar = CALENDAR
        self.shared = self.tables(run["records"])
        self.own = {}

    @staticmethod
    def tables(records):
        return {
            entity: {int(r["id"]): World.row(entity, r) for r in rows}
            for entity, rows in records.items()
        }

    @staticmethod
    def row(entity, record):
        fields = {name: value for name, value in record.items() if name != "id"}
        return {"id": int(record["id"])} | read_fields(entity, fields)

    def evaluation(self, case):
        """For one record with the records of its own; the world itself stays as it is."""
        world = copy(self)
        world.own = self.tables(case.get("records", {}))
        record = self.row(MAIN, case["fields"] | {"id": case["id"]})
        world.own[MAIN] = {record["id"]: record}
        old = read_fields(MAIN, case["old"]) if case.get("old") else {}
        return Evaluation(world, record, old)

    def get(self, entity, id):
        """A record; one that is not there has no field filled."""
        for tables in (self.own, self.shared):
            if id in tables.get(entity, {}):
                return tables[entity][id]
        return {}

    def all(self, entity):
        """Pairs of id and record in the order of ids."""
        return sorted((self.shared.get(entity, {}) | self.own.get(entity, {})).items())

"""Two databases that differ only in what one person may not see.

The second company is the first with other values where the oracle says that the person sees none:
hidden fields, what stars leave out, whole records that he may not read; and with other numbers of
such records. What legitimately tells of them is kept equal: the next ids of all tables, auto
numbers (the application has none), what is referred to by others (a deletion says *that*), unique
values (a refusal says *that*), inputs of what is declassified, versions and times.
"""

import copy
import random
from dataclasses import dataclass
from fractions import Fraction

from company_data import DEPARTMENTS, OWNED, Company
from expressions import parse, reads
from masks import masked
from oracle import FULL, HIDDEN
from samples import wire

#: CSV columns of what decides where a record belongs.
PLACES = {
    ("customer", "owner"): "owner.login", ("customer", "dept"): "dept.code",
    ("deal", "seller"): "seller.login", ("deal", "team"): "team.code",
    ("ticket", "agent"): "agent.login", ("ticket", "department"): "department.code",
}
#: Texts by which rows of other files refer to records.
KEYS = {"customer": "name", "deal": "name"}
#: Ids go on from here in both.
NEXT_ID = 5_000


@dataclass
class Variation:
    """What the second company has other than the first, for messages."""

    changed: int = 0
    #: How many records it has more.
    more: int = 0


class PairMaker:
    """Makes the second company for one person, by the oracle of the first."""

    def __init__(self, oracle, login, seed):
        self.oracle = oracle
        self.person = oracle.facts.people[login]
        self.random = random.Random(f"{login} {seed}")
        self.told = declassified_inputs(oracle)
        self.variation = Variation()
        self.renamed = {}
        self.serial = 0

    def vary(self, first):
        """Two companies of the first: they have other records besides, and the second has other
        values."""
        left, right = first, copy.deepcopy(first)
        for entity in self.oracle.declared.own_entities:
            rows = right.tables.get(entity.name, [])
            pool = right.pool.get(entity.name, [])
            for place, (row, (id, record)) in enumerate(
                    zip(rows, self.oracle.facts.all(entity.name))):
                self.vary_record(entity, row, record, place in pool)
        self.rename(right)
        for entity in self.oracle.declared.own_entities:
            few = self.random.randint(0, 2)
            before = self.add(entity, left, few)
            self.variation.more += self.add(
                entity, right, few + self.random.randint(1, 3)) - before
        return left, right

    def rename(self, company):
        """Rows that refer to a record by its text go with it."""
        for entity, fields in self.oracle.declared.entities.items():
            for field in fields.columns:
                for row in company.tables.get(entity, []):
                    cell = f"{field.name}.{KEYS.get(field.to)}"
                    if cell in row:
                        row[cell] = self.renamed.get((field.to, row[cell]), row[cell])

    def reads(self, entity, record):
        return self.oracle.allows(self.person, "read", entity.name, record)

    # Values

    def vary_record(self, entity, row, record, is_pool):
        is_read = self.reads(entity, record)
        for field in entity.columns:
            if field.name not in row and (entity.name, field.name) not in PLACES:
                continue
            if is_pool and field.name == entity.owner:
                continue  # Nobody's stays nobody's.
            if is_read:
                sight = self.oracle.sight(self.person, entity.name, record, field.name)
                self.vary_field(entity, row, record, field, sight)
            elif self.random.random() < 0.8:
                self.vary_field(entity, row, record, field, HIDDEN)

    def vary_field(self, entity, row, record, field, sight):
        if sight == FULL or (entity.name, field.name) in self.told:
            return
        value = record.get(field.name)
        if sight == HIDDEN:
            cell, other = self.other(entity, field, value)
        else:
            cell = other = under_the_same_stars(field, value)
        if cell is None:
            return
        after = {n: v for n, v in (record | {field.name: other}).items() if v is not None}
        if self.tells(entity, record, after):
            return
        if KEYS.get(entity.name) == field.name:
            self.renamed[entity.name, row[field.name]] = cell
        row[PLACES.get((entity.name, field.name), field.name)] = cell
        record.clear()
        record.update(after)
        self.oracle.asked.clear()
        self.variation.changed += 1

    def other(self, entity, field, value):
        """Another cell and value for a field that is not seen."""
        draw = self.random
        if (entity.name, field.name) in PLACES:
            people = self.oracle.facts.people
            if field.type == "person":
                login = draw.choice(sorted(people))
                return login, people[login].id
            code = draw.choice(DEPARTMENTS)[0]
            return code, next(
                d["id"] for d in self.oracle.facts.records["department"].values()
                if d.get("code") == code)
        if field.to or value is None and field.type in ("choice", "stage"):
            return None, None
        match field.type:
            case "text" | "long_text" | "secret":
                text = f"密{draw.randrange(10**6):06}{'长' * draw.randrange(8)}"
                return text, text
            case "phone":
                text = f"15{draw.randrange(10**9):09}"
                return text, text
            case "email":
                text = f"z{draw.randrange(10**6)}@hidden{draw.randrange(9)}.example"
                return text, text
            case "integer" | "rating":
                number = draw.randint(1, 5 if field.type == "rating" else 90)
                return str(number), number
            case "money":
                cents = draw.randrange(10**7, 10**8)
                return f"{cents // 100}.{cents % 100:02}", Fraction(cents, 100)
            case "boolean":
                return ("true", True) if draw.random() < 0.5 else ("false", False)
            case "choice" | "stage":
                option = draw.choice(field.options)
                return option, option
        return None, None

    def tells(self, entity, before, after):
        """Whether a change of a record would show to the person."""
        oracle, person = self.oracle, self.person
        if self.reads(entity, before) != self.knows(entity, after):
            return True
        for view in oracle.declared.views:
            if view.entity == entity.name and view.declassified and self.reads(entity, before):
                condition = oracle.judge.language.condition(parse(view.where), entity.name)
                if self.holds(condition, before) != self.holds(condition, after):
                    return True
        return self.knows(entity, after) and self.seen(entity, before) != self.seen(entity, after)

    def knows(self, entity, record):
        return self.oracle.decide(self.person, "read", entity.name, record)

    def holds(self, condition, record):
        facts = self.oracle.facts
        return self.oracle.judge.language.holds(condition, facts.seen_by(self.person), record)

    def seen(self, entity, record):
        """All that the person is told of a record that he reads."""
        self.oracle.asked.clear()
        return projected(self.oracle, self.person, entity, record)

    # Records

    def add(self, entity, company, count):
        """Adds records like ones that the person may not read; answers how many."""
        rows = company.tables.get(entity.name, [])
        like = [
            (row, record) for row, (id, record) in zip(rows, self.oracle.facts.all(entity.name))
            if not self.reads(entity, record)]
        pool = set(company.pool.get(entity.name, []))
        like = [(row, r) for row, r in like if rows.index(row) not in pool]
        if not like:
            return 0
        unique = {f.name for f in entity.columns if f.unique} | {KEYS.get(entity.name)} - {None}
        for _ in range(count):
            row = dict(self.random.choice(like)[0])
            self.serial += 1
            for name in unique:
                row[name] = f"{row[name]}+{self.serial}"
            rows.append(row)
        return count


def declassified_inputs(oracle):
    """Fields that a declassified field is worked out of: they show on purpose."""
    found = set()
    for entity in oracle.declared.own_entities:
        for field in entity.columns:
            if field.declassified and field.value:
                typed = oracle.judge.language.value(field, entity.name)
                own, others = reads(typed, entity.name)
                found |= own | others
    return found


def under_the_same_stars(field, text):
    """Another text with the same stars; None when there is none."""
    if text is None:
        return None
    if field.type == "phone" and len(text) > 7:
        middle = text[3:-4]
        other = text[:3] + middle[::-1].translate(str.maketrans("0123456789", "7418529630")) + text[-4:]
    elif field.type == "email" and len(text.partition("@")[0]) > 1:
        other = text[0] + "q" + text
    elif len(text) > 2:
        other = text[0] + "隐" * (len(text) % 5 + 1) + text[-1]
    else:
        return None
    return other if other != text and masked(field, other) == masked(field, text) else None


def projected(oracle, person, entity, record):
    """Everything that a person is told of a record, and may do with it."""
    shown = {}
    for field in entity.columns:
        sight = oracle.sight(person, entity.name, record, field.name)
        value = record.get(field.name)
        if sight != HIDDEN:
            shown[field.name] = wire(field, value) if sight == FULL else masked(field, value)
        shown[field.name, "writes"] = oracle.writes(
            person, "update", entity.name, record, field.name)
    for action in ("update", "delete", "export", "import", "print", "assign", "comment"):
        shown[action] = oracle.allows(person, action, entity.name, record)
    return shown


def world_of(oracle, login):
    """All that a person may see of a database; equal in both of a pair, or the pair is none."""
    person = oracle.facts.people[login]
    return {
        (entity.name, id): projected(oracle, person, entity, record)
        for entity in oracle.declared.own_entities
        for id, record in oracle.facts.all(entity.name)
        if oracle.allows(person, "read", entity.name, record)
    } | {
        (entity, id): record
        for entity in ("user", "department", "position")
        for id, record in oracle.facts.all(entity)}


def made(login, seed, oracle):
    """A pair of companies for a person; the oracle is over the plain one and is used up."""
    maker = PairMaker(oracle, login, seed)
    left, right = maker.vary(Company())
    return left, right, maker.variation


__all__ = ["NEXT_ID", "OWNED", "made", "world_of"]

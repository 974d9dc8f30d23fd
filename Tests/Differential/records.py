"""Random records: the fields of a deal, its lines and visits, the parties that it names."""

from datetime import date, timedelta
from fractions import Fraction

import canonical
import civil
import nasty
from exact import SAFE, written
from folding import stored
from kinds import DATETIME
from schema import ENTITIES, MAIN

BLANKS = 0.15
USERS = ("1", "2", "3", "4")
DEPARTMENTS = ("1", "2", "3")


class Records:
    def __init__(self, random):
        self.random = random

    def number(self, scale, limit):
        """A number of a field as text: round ones, half-way ones, small and extreme ones."""
        pick = self.random.random()
        if pick < 0.3:
            mantissa = self.random.choice(nasty.INTS) * 10**scale
        elif pick < 0.65:
            mantissa = self.random.randrange(200) * 5
        elif pick < 0.75:
            mantissa = int(Fraction(self.random.choice(nasty.DECIMALS)) * 10**scale)
        elif pick < 0.9:
            mantissa = self.random.randrange(10 ** self.random.randrange(1, 16))
        else:
            mantissa = limit - self.random.choice([0, 0, 1, 5])
        mantissa = min(mantissa, limit) * self.random.choice([1, 1, -1])
        return written(Fraction(mantissa, 10**scale), scale)

    def text(self):
        if self.random.random() < 0.6:
            return self.random.choice(nasty.stored_texts())
        parts = [self.random.choice(nasty.TEXTS) for _ in range(self.random.randrange(2, 5))]
        return stored("".join(parts))

    def date(self):
        if self.random.random() < 0.75:
            return self.random.choice(nasty.DATES)
        span = 3650 if self.random.random() < 0.7 else 40_000
        return (date(2026, 3, 2) + timedelta(self.random.randrange(-span, span))).isoformat()

    def moment(self):
        if self.random.random() < 0.75:
            return self.random.choice(nasty.MOMENTS)
        day = date.fromisoformat(self.random.choice(nasty.DATES[:-2]))
        ticks = self.random.randrange(civil.DAY)
        if self.random.random() < 0.7:
            ticks -= ticks % 900_000
        return canonical.write(DATETIME, (day.toordinal() - civil.EPOCH) * civil.DAY + ticks)

    def value(self, field, parties):
        choose = self.random.choice
        if field.type == "rating":
            return str(self.random.randrange(1, 6))
        if field.type in ("integer", "decimal", "percent"):
            return self.number(field.kind.scale, SAFE)
        if field.type == "money":
            return self.number(2, 10**15)
        if field.type == "boolean":
            return choose([True, False])
        if field.type in ("choice", "stage"):
            return choose(field.options)
        if field.type == "multi_choice":
            # Kept in the order of the options.
            return [o for o in field.options if self.random.random() < 0.5] or None
        pools = {"phone": nasty.PHONES, "email": nasty.EMAILS, "url": nasty.SITES}
        pools |= {"person": USERS, "department": DEPARTMENTS, "reference": parties}
        if field.type in pools:
            return choose(pools[field.type]) if pools[field.type] else None
        return {"date": self.date, "date_time": self.moment}.get(field.type, self.text)()

    def fields(self, entity, parties, **fixed):
        found = {}
        for name, field in ENTITIES[entity].items():
            if name in fixed or field.type == "subform":
                continue
            if field.required or self.random.random() >= BLANKS:
                value = self.value(field, parties)
                if value is not None:
                    found[name] = value
        return found | fixed

    def case(self, index):
        """The ids of a record and its own records occur in no other record of the run."""
        base = (index + 1) * 1000
        parties = [str(base + 1 + i) for i in range(self.random.randrange(4))]
        lines = [str(base + 100 + i) for i in range(self.random.choice([0, 1, 2, 3, 4, 7]))]
        visits = [str(base + 200 + i) for i in range(self.random.choice([0, 1, 2, 3, 5]))]
        fields = self.fields(MAIN, parties)
        records = {
            "party": [{"id": i} | self.fields("party", parties) for i in parties],
            "deal_line": [
                {"id": i} | self.fields("deal_line", parties, deal=str(base)) for i in lines
            ],
            "visit": [{"id": i} | self.fields("visit", parties, deal=str(base)) for i in visits],
        }
        return {
            "record": index,
            "id": str(base),
            "fields": fields,
            "old": self.before(fields, parties),
            "records": records,
        }

    def before(self, fields, parties):
        """What the record was: nothing when it is new, else mostly what it is."""
        if self.random.random() < 0.3:
            return None
        other = self.fields(MAIN, parties)
        return {
            name: source[name]
            for name in ENTITIES[MAIN]
            for source in [other if self.random.random() < 0.4 else fields]
            if name in source
        }

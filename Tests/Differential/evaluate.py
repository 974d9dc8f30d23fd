"""The value of a typed expression for a record. Total: every well-typed expression has a value.

bool → bool, text → str, numbers → Fraction, date → datetime.date, time → seconds, datetime and
duration → milliseconds, period → (months, days), working time → (days, milliseconds), option → its
name, person, department and reference → the id, list → list, blank → None.
"""

from fractions import Fraction

import civil
from exact import INT64, at_scale, half_away, quotient, toward_zero
from folding import kept
from functions.table import GIVES_BLANK, GIVES_FALSE
from kinds import entity_of, is_number
from schema import PARAMS

COMPARE = {
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
}


def integer_within(limit, value):
    return value if -limit - 1 <= value <= limit else None


class Evaluation:
    """One record in its world; `row` is the row that stands for the record inside an aggregate."""

    def __init__(self, world, record, old=None, this=None):
        self.world = world
        self.record = record
        self.old = old or {}
        self.this = this or {}
        self.zone = world.zone
        self.now = world.now
        self.calendar = world.calendar

    def of(self, record):
        """The same moment and person with another record."""
        return Evaluation(self.world, record, {}, self.this)

    def today(self):
        shown = civil.wall(self.now, self.zone)
        return None if shown is None else shown[0]

    def my_roles(self):
        return self.world.get("user", self.world.me).get("roles")

    def my_team(self):
        department = self.world.get("user", self.world.me).get("department")
        people = [i for i, u in self.world.all("user") if u.get("department") == department]
        return people if department is not None else None

    # Nodes

    def value(self, typed):
        """The value, brought to the form of its kind: the one place where results are judged."""
        return self.settled(typed.kind, getattr(self, "value_" + typed.op)(typed))

    def settled(self, kind, value):
        if value is None:
            return None
        if is_number(kind):
            return at_scale(Fraction(value), kind.scale)
        if kind.name == "text":
            return kept(value)
        if kind.name == "datetime":
            return civil.in_range(value)
        if kind.name == "duration":
            return integer_within(INT64[1], value)
        if kind.name == "period":
            fits = all(integer_within(civil.PERIOD_LIMIT, v) is not None for v in value)
            return value if fits else None
        if kind.name == "list":
            # Elements are of one kind: each is at its scale, or blank where it does not fit there.
            return [self.settled(kind.of, item) for item in value] or None
        return value

    def value_value(self, typed):
        return typed.value

    def value_moment(self, typed):
        return civil.from_wall(*typed.value, self.zone)

    def value_field(self, typed):
        return self.record.get(typed.value)

    def value_old(self, typed):
        return self.old.get(typed.value)

    def value_this(self, typed):
        return self.this.get(typed.value)

    def value_param(self, typed):
        return PARAMS[typed.value][1]

    def value_me(self, typed):
        return self.world.me

    def value_follow(self, typed):
        base = typed.args[0]
        target = self.value(base)
        if target is None:
            return None
        return self.world.get(entity_of(base.kind), target).get(typed.value)

    def value_list(self, typed):
        return [self.value(item) for item in typed.args]

    def value_if(self, typed):
        condition, yes, no = typed.args
        return self.value(yes) if self.value(condition) else self.value(no)

    def value_not(self, typed):
        return not self.value(typed.args[0])

    def value_neg(self, typed):
        value = self.value(typed.args[0])
        if value is None:
            return None
        return (-value[0], -value[1]) if typed.kind.name == "period" else -value

    def value_call(self, typed):
        function = typed.value
        values = [self.value(argument) for argument in typed.args]
        if None in values and function.blank == GIVES_BLANK:
            return None
        if None in values and function.blank == GIVES_FALSE:
            return False
        return function.run(self, typed, *values) if function.with_env else function.run(*values)

    # Operators

    def value_binary(self, typed):
        operator = typed.value
        left, right = typed.args
        a, b = self.value(left), self.value(right)
        if operator == "and":
            return a and b
        if operator == "or":
            return a or b
        if operator == "??":
            return b if a is None else a
        if operator in ("==", "!="):
            return (a == b) == (operator == "==")
        if operator in ("in", "not in"):
            return self.among(a, b) == (operator == "in")
        if operator in COMPARE:
            return self.ordered(typed, a, b)
        if operator == "+" and typed.kind.name == "text":
            return (a or "") + (b or "")
        if a is None or b is None:
            return None
        return self.arithmetic(typed, a, b)

    def among(self, value, items):
        return value is not None and value in [i for i in items or [] if i is not None]

    def ordered(self, typed, a, b):
        if a is None or b is None:
            return False
        if typed.args[0].kind.name == "period":
            # One of the two places is zero in both: the typer has seen to it.
            a, b = sum(a), sum(b)
        return COMPARE[typed.value](a, b)

    def arithmetic(self, typed, a, b):
        kinds = tuple(side.kind.name for side in typed.args)
        if typed.value in ("+", "-"):
            return self.shifted(kinds, a, b if typed.value == "+" else negative(b))
        if typed.value == "*":
            return times(kinds, typed.kind, a, b)
        if typed.value == "/":
            return divided(kinds, typed.kind, a, b)
        if b == 0:
            return None
        whole = toward_zero(Fraction(a) / b)
        return whole if typed.value == "div" else a - b * whole

    def shifted(self, kinds, a, b):
        if kinds == ("period", "period"):
            return (a[0] + b[0], a[1] + b[1])
        if kinds == ("date", "period"):
            return civil.add_period(a, b)
        if kinds == ("datetime", "period"):
            return civil.shift(a, b, self.zone)
        return a + b

    # Aggregates

    def value_aggregate(self, typed):
        function, rows = typed.value
        if rows is None:
            list_, *extra = typed.args
            values = [v for v in self.value(list_) or [] if v is not None]
        else:
            extra = typed.args
            values = self.row_values(function.name, rows)
        return function.run(values, *(self.value(e) for e in extra))

    def row_values(self, name, rows):
        found = [
            (i, self.of(row))
            for i, row in self.world.all(rows.entity)
            if row.get(rows.link) == self.record["id"]
        ]
        if name == "all" and rows.value is None:
            # Here the condition is what every row must meet.
            return [row.value(rows.where) for _, row in found]
        if rows.where is not None:
            found = [(i, row) for i, row in found if row.value(rows.where)]
        if rows.by is not None:
            found = in_order(found, rows, keeps_blank=name == "join")
        if rows.value is None:
            return [True if name == "any" else i for i, _ in found]
        return [v for v in (row.value(rows.value) for _, row in found) if v is not None]


def negative(value):
    return (-value[0], -value[1]) if isinstance(value, tuple) else -value


def in_order(found, rows, keeps_blank):
    """By the key, then by id; rows without a key last, or nowhere."""
    keyed = [(row.value(rows.by), i, row) for i, row in found]
    filled = sorted((k for k in keyed if k[0] is not None), key=lambda k: k[1])
    # Sorting keeps the order of equals, also in reverse.
    filled.sort(key=lambda k: k[0], reverse=rows.descending)
    blank = sorted((k for k in keyed if k[0] is None), key=lambda k: k[1])
    return [(i, row) for _, i, row in filled + (blank if keeps_blank else [])]


def times(kinds, kind, a, b):
    if kinds[1] in ("duration", "period", "work"):
        kinds, a, b = (kinds[1], kinds[0]), b, a
    if kinds[0] in ("period", "work"):
        return (a[0] * int(b), a[1] * int(b))
    if kinds[0] == "duration":
        return half_away(a * b)
    return at_scale(a * b, kind.scale)


def divided(kinds, kind, a, b):
    if b == 0:
        return None
    if kind.name == "duration":
        return half_away(Fraction(a) / b)
    return quotient(Fraction(a), b)

"""The kinds and values of literals."""

from datetime import date, datetime, time, timedelta
from fractions import Fraction

import civil
from exact import INT64
from kinds import BLANK, BOOL, DATE, DATETIME, DURATION, TEXT, Kind, period, work
from typed import IllTyped, Typed

QUANTITIES = {"days": (0, 1), "weeks": (0, 7), "months": (1, 0), "years": (12, 0)}
MILLISECONDS = {"hours": 3_600_000, "minutes": 60_000, "seconds": 1_000}


class Literals:
    """The part of the typer that looks at one literal."""

    def infer_number(self, node, scope, expected):
        whole, _, fraction = node.value.partition(".")
        mantissa = int(whole + fraction)
        if len(fraction) > 9 or mantissa > INT64[1]:
            raise IllTyped("the number has too many digits", node)
        scale = len(fraction)
        kind = Kind("decimal" if scale else "int", scale, constant=True)
        return Typed("value", kind, True, value=Fraction(mantissa, 10**scale))

    def infer_text(self, node, scope, expected):
        return Typed("value", TEXT, node.value != "", value=node.value or None)

    def infer_bool(self, node, scope, expected):
        return Typed("value", BOOL, True, value=node.value)

    def infer_blank(self, node, scope, expected):
        return Typed("value", BLANK, False, value=None)

    def infer_date(self, node, scope, expected):
        try:
            return Typed("value", DATE, True, value=date.fromisoformat(node.value))
        except ValueError:
            raise IllTyped(f"there is no day {node.value}", node) from None

    def infer_datetime(self, node, scope, expected):
        try:
            moment = datetime.fromisoformat(node.value)
        except ValueError:
            raise IllTyped(f"there is no moment {node.value}", node) from None
        # Which instant it is depends on the zone: the evaluator knows it.
        since = moment - datetime.combine(moment.date(), time())
        milliseconds = since // timedelta(milliseconds=1)
        return Typed("moment", DATETIME, True, value=(moment.date(), milliseconds))

    def infer_quantity(self, node, scope, expected):
        unit = node.value[-1].rstrip("s") + "s"
        number = Fraction(node.value[0])
        is_work = node.value[1] == "working"
        if unit in MILLISECONDS:
            amount = number * MILLISECONDS[unit]
            kind, limit = (work("hours") if is_work else DURATION), INT64[1]
        else:
            amount, limit = number, civil.PERIOD_LIMIT // 12
            shape = "months" if unit in ("months", "years") else "days"
            kind = work("days") if is_work else period(shape)
        if amount.denominator != 1 or amount > limit:
            raise IllTyped(f"no such quantity: {node}", node)
        amount = int(amount)
        if kind.name == "period":
            months, days = QUANTITIES[unit]
            amount = (months * amount, days * amount)
        elif kind.name == "work":
            amount = (0, amount) if unit == "hours" else (amount, 0)
        return Typed("value", kind, True, value=amount)

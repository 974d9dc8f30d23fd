"""Faults that back ends have had or may have, planted in the evaluator one at a time.

python mutants.py [seed [fault …]]: in how many evaluations of 500 expressions and 50 records each
one shows. A fault that does not show says that the generator draws too little of something.
"""

import sys
from contextlib import contextmanager
from datetime import date
from fractions import Fraction
from unittest import mock

import canonical
import civil
import evaluate
import exact
import functions
import patterns
from cases import Cases
from evaluate import Evaluation
from generate import cases
from working import Calendar

TABLE = functions.TABLE


def patched(target, name, new):
    return mock.patch.object(target, name, new)


def run_of(name, new):
    """Another body for a function of the table; typed calls hold the entry, not the body."""
    return patched(TABLE[name], "run", new)


def utf16(text):
    return len(text.encode("utf-16-le")) // 2


def overflowing_months(day, count):
    """31 January and a month is 3 March."""
    months = day.year * 12 + day.month - 1 + count
    if not 12 <= months < 120_000:
        return None
    first = date(months // 12, months % 12 + 1, 1)
    return civil.add_days(first, day.day - 1)


def later_of_two(day, milliseconds, zone):
    """The second of two instants that show the same, and a gap that goes back."""
    first = REAL["from_wall"](day, milliseconds, zone)
    if first is None:
        return None
    second = first + 3_600_000
    return second if civil.wall(second, zone) == (day, milliseconds) else first


def early_in_gap(day, milliseconds, zone):
    found = REAL["from_wall"](day, milliseconds, zone)
    if found is not None and civil.wall(found, zone) != (day, milliseconds):
        return found - 3_600_000
    return found


def sql_in(self, value, items):
    """NOT IN with a NULL in the list is never true."""
    return REAL["among"](self, value, items) or value is None or None in (items or [])


def ordered_blanks(self, typed, a, b):
    return True if a is None and b is None else REAL["ordered"](self, typed, a, b)


def int64(number, scale):
    found = REAL["fitting"](number, scale)
    return found if found is None or abs(found * 10**scale) < 2**63 else None


def rounding(routine):
    def at_scale(number, scale, mode=exact.half_away):
        return REAL["at_scale"](number, scale, routine if mode is exact.half_away else mode)

    return at_scale


def rounded_quotient(a, b, scale=12):
    return None if b == 0 else exact.at_scale(Fraction(a) / b, scale)


def first_of_march(born, on):
    if on < born:
        return None
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def opening_after_closing(self, clock, amount):
    reached = REAL["add_time"](self, clock, amount)
    if reached is None or not any(reached[1] == b for _, b in self.spans(reached[0])):
        return reached
    return self.opening((reached[0], reached[1] + 1))


def without_nfc(self, kind, value):
    if kind.name == "text":
        return value or None
    return REAL["settled"](self, kind, value)


def blanks_first(found, rows, keeps_blank):
    ordered = REAL["in_order"](found, rows, keeps_blank)
    return sorted(ordered, key=lambda pair: pair[1].value(rows.by) is not None)


def ties_backwards(found, rows, keeps_blank):
    ordered = REAL["in_order"](found, rows, keeps_blank)
    keys = [row.value(rows.by) for _, row in ordered]
    return [
        pair
        for key in dict.fromkeys(keys)
        for pair in reversed([p for p, k in zip(ordered, keys) if k == key])
    ]


REAL = {
    "from_wall": civil.from_wall,
    "among": Evaluation.among,
    "ordered": Evaluation.ordered,
    "settled": Evaluation.settled,
    "fitting": exact.fitting,
    "at_scale": exact.at_scale,
    "add_time": Calendar.add_time,
    "in_order": evaluate.in_order,
    "switch": TABLE["switch"].run,
}


@contextmanager
def everywhere(name, new, *modules):
    """One name in all modules that import it."""
    with mock.patch.multiple(modules[0], **{name: new}):
        if modules[1:]:
            with everywhere(name, new, *modules[1:]):
                yield
        else:
            yield


def switch_filled(subject, *rest):
    if subject is None:
        return rest[-1] if len(rest) % 2 else None
    return REAL["switch"](subject, *rest)


def last_takes_all(env, call, total, weights):
    whole = sum(w or 0 for w in weights)
    if whole == 0 or any((w or 0) < 0 for w in weights):
        return None
    scale = call.kind.of.scale
    parts = [exact.at_scale(total * (w or 0) / whole, scale) for w in weights]
    return parts[:-1] + [total - sum(parts[:-1])]


def found_anywhere(text, pattern):
    tree = patterns.read(pattern)
    return any(patterns.ends(tree, text, {start}) for start in range(len(text) + 1))


MUTANTS = {
    "a product rounds half to even": lambda: everywhere(
        "at_scale", rounding(exact.half_even), evaluate, canonical
    ),
    "a result is truncated": lambda: everywhere(
        "at_scale", rounding(exact.toward_zero), evaluate, canonical
    ),
    "a quotient is rounded": lambda: everywhere(
        "quotient", rounded_quotient, evaluate, functions.number, functions.listed
    ),
    "division floors": lambda: patched(evaluate, "toward_zero", exact.MODES["floor"]),
    "numbers end at Int64": lambda: patched(exact, "fitting", int64),
    "months run over": lambda: patched(civil, "add_months", overflowing_months),
    "the second of two instants": lambda: patched(civil, "from_wall", later_of_two),
    "a gap goes back": lambda: patched(civil, "from_wall", early_in_gap),
    "Sunday is the first day": lambda: patched(civil, "weekday", lambda d: d.isoweekday() % 7 + 1),
    "weeks are not ISO's": lambda: patched(civil, "iso_week", lambda d: int(d.strftime("%W"))),
    "born on 29 February, of age in March": lambda: patched(civil, "age_years", first_of_march),
    "months_between is not odd": lambda: patched(
        civil, "months_between", lambda a, b: (b.year - a.year) * 12 + b.month - a.month
    ),
    "closing becomes opening": lambda: patched(Calendar, "add_time", opening_after_closing),
    "holidays are forgotten": lambda: patched(
        Calendar, "spans", lambda self, day: self.week[day.isoweekday()]
    ),
    "blank is less than blank": lambda: patched(Evaluation, "ordered", ordered_blanks),
    "not in as in SQL": lambda: patched(Evaluation, "among", sql_in),
    "texts are not composed": lambda: patched(Evaluation, "settled", without_nfc),
    "length in UTF-16": lambda: run_of("length", lambda s: Fraction(utf16(s or ""))),
    "length of blank is blank": lambda: run_of("length", lambda s: s and Fraction(len(s))),
    "trim knows ASCII alone": lambda: run_of("trim", lambda s: s.strip(" \t\n")),
    "upper case for all": lambda: run_of("upper_ascii", str.upper),
    "fold is lower case": lambda: run_of("fold", str.lower),
    "contains ignores case": lambda: run_of("contains", lambda s, p: p.lower() in s.lower()),
    "replace once": lambda: run_of("replace", lambda s, a, b: s and a and s.replace(a, b or "", 1)),
    "slice counts from nought": lambda: run_of(
        "slice", lambda s, a, n: s[max(int(a), 0) : max(int(a), 0) + max(int(n), 0)]
    ),
    "a slice that begins early is shorter": lambda: run_of(
        "slice", lambda s, a, n: s[max(int(a) - 1, 0) : max(int(a) - 1 + int(n), 0)]
    ),
    "left counts from the end": lambda: run_of("left", lambda s, n: s[: int(n)]),
    "full-width digits are none": lambda: run_of(
        "digits_only", lambda s: "".join(c for c in s if c in "0123456789")
    ),
    "numbers may have a plus": lambda: run_of(
        "parse_int", lambda s: Fraction(int(s)) if s.strip("+- ").isdecimal() else None
    ),
    "a pattern is found anywhere": lambda: run_of("matches", found_anywhere),
    "min_of with a blank": lambda: run_of("min_of", lambda *v: None if None in v else min(v)),
    "the average counts nothing as nought": lambda: run_of(
        "avg", lambda v: exact.quotient(sum(v), len(v)) if v else Fraction(0)
    ),
    "a sum of nothing is blank": lambda: run_of("sum", lambda v: sum(v) if v else None),
    "all of nothing is false": lambda: run_of("all", lambda v: bool(v) and all(v)),
    "any of nothing is true": lambda: run_of("any", lambda v: not v or any(v)),
    "of equal keys the last first": lambda: patched(evaluate, "in_order", ties_backwards),
    "blank keys come first": lambda: patched(evaluate, "in_order", blanks_first),
    "switch passes blanks by": lambda: run_of("switch", switch_filled),
    "the rest goes to the last part": lambda: run_of("allocate", last_takes_all),
    "clamp the wrong way round": lambda: run_of("clamp", lambda x, a, b: min(max(x, a), b)),
    "percent_of in percent": lambda: run_of("percent_of", lambda a, b: b and 100 * a / b or None),
}


def shown_by(lines, right, mutant):
    """How many evaluations the fault changes; it may also end in an exception."""
    count = 0
    with MUTANTS[mutant]():
        try:
            for expression, record, value in lines.answers():
                count += right[expression, record] != value
        except (ArithmeticError, AttributeError, TypeError, ValueError):
            count += 1
    return count


def main():
    seed = int(sys.argv[1]) if sys.argv[1:] else 1
    wanted = sys.argv[2:] or MUTANTS
    lines = Cases.of(cases(seed))
    right = {(e, r): value for e, r, value in lines.answers()}
    for mutant in wanted:
        print(f"{shown_by(lines, right, mutant):6} of {len(right)}  {mutant}", flush=True)


if __name__ == "__main__":
    main()

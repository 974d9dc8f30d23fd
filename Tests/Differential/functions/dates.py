"""Days, moments and working time. Adding periods and durations is done by operators."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import civil
from kinds import BOOL, DATE, DATETIME, DURATION, RANKED
from typed import IllTyped

from functions.table import (
    EVERYWHERE,
    GIVES_BLANK,
    GIVES_FALSE,
    SERVER,
    Module,
    call,
    count_args,
)

function = Module()
FUNCTIONS = function.functions
UNITS = ("day", "week", "month", "quarter", "year")


@function("today() -> date", with_env=True)
def today(env, call):
    """One day for a whole request: that of `now()` in the application's zone."""
    return env.today()


@function("now() -> datetime", with_env=True)
def now(env, call):
    return env.now


@function("date_of(datetime) -> date", contexts=SERVER, with_env=True)
def date_of(env, call, moment):
    shown = civil.wall(moment, env.zone)
    return None if shown is None else shown[0]


@function("time_of(datetime) -> time", contexts=SERVER, with_env=True)
def time_of(env, call, moment):
    shown = civil.wall(moment, env.zone)
    return None if shown is None else shown[1] // 1000


@function("year(date) -> int")
def year(day):
    return Fraction(day.year)


@function("month(date) -> int")
def month(day):
    return Fraction(day.month)


@function("day(date) -> int")
def day_(day):
    return Fraction(day.day)


@function("weekday(date) -> int")
def weekday(day):
    return Fraction(civil.weekday(day))


@function("iso_week(date) -> int")
def iso_week(day):
    return Fraction(civil.iso_week(day))


@function("quarter(date) -> int")
def quarter(day):
    return Fraction(civil.quarter(day))


def unit_typing(name):
    def typing(typer, node, scope, expected):
        count_args(node, 2, 2, f"{name}(day, unit)")
        subject = typer.infer(node.args[0], scope)
        if subject.kind not in (DATE, DATETIME):
            raise IllTyped(f"expected a date or a moment, found {subject.kind}", node)
        if subject.kind == DATETIME:
            typer.needs(node, "server", what=f"{name} of a moment")
        unit = typer.word(node.args[1], UNITS)
        typed = call(name, subject.kind, False, [subject], FUNCTIONS)
        return replace(typed, value=with_unit(typed.value, unit))

    return typing


def with_unit(function, unit):
    """The function with its unit; the table's own stays as it is."""
    return replace(function, run=lambda env, call, x: function.run(env, call, x, unit))


@function("start_of(day, unit) -> same", typing=unit_typing("start_of"), with_env=True)
def start_of(env, call, x, unit):
    if call.kind == DATE:
        return civil.start_of(x, unit)
    shown = civil.wall(x, env.zone)
    return None if shown is None else civil.from_wall(civil.start_of(shown[0], unit), 0, env.zone)


@function("end_of(day, unit) -> same", typing=unit_typing("end_of"), with_env=True)
def end_of(env, call, x, unit):
    """Of a moment the last millisecond."""
    if call.kind == DATE:
        return civil.end_of(x, unit)
    shown = civil.wall(x, env.zone)
    if shown is None:
        return None
    last = civil.end_of(shown[0], unit)
    if last is None or last == date.max:
        return last and civil.from_wall(last, civil.DAY - 1, env.zone)
    # Where clocks go back at midnight the day's end comes twice: the second time is the last.
    return civil.from_wall(last + timedelta(1), 0, env.zone) - 1


@function("add_months(date, int) -> date")
def add_months(day, count):
    return civil.add_months(day, int(count))


@function("add_days(date, int) -> date")
def add_days(day, count):
    return civil.add_days(day, int(count))


@function("days_between(date, date) -> int")
def days_between(a, b):
    return Fraction(b.toordinal() - a.toordinal())


@function("months_between(date, date) -> int")
def months_between(a, b):
    return Fraction(civil.months_between(a, b))


@function("age_years(date, date) -> int")
def age_years(born, on):
    years = civil.age_years(born, on)
    return None if years is None else Fraction(years)


def between_typing(typer, node, scope, expected):
    count_args(node, 3, 3, "between(x, low, high)")
    args, kind = typer.together(node.args, scope)
    if kind.name not in RANKED:
        raise IllTyped(f"{kind} has no order here", node)
    return call("between", BOOL, True, args, FUNCTIONS)


@function("between(x, low, high) -> bool", GIVES_FALSE, EVERYWHERE, between_typing)
def between(x, low, high):
    return low <= x <= high


def add_work_typing(typer, node, scope, expected):
    count_args(node, 2, 2, "add_work(moment, working time)")
    start, amount = typer.plain(node, scope)
    of_moment = start.kind == DATETIME and (amount.kind.name == "work" or amount.kind == DURATION)
    of_day = start.kind == DATE and amount.kind.name == "work" and amount.kind.of == "days"
    if not (of_moment or of_day):
        raise IllTyped(f"add_work({start.kind}, {amount.kind})", node)
    return call("add_work", start.kind, False, [start, amount], FUNCTIONS)


@function("add_work(moment, work) -> same", GIVES_BLANK, SERVER, add_work_typing, with_env=True)
def add_work(env, call, start, amount):
    days, time = amount if call.args[1].kind.name == "work" else (0, amount)
    if days < 0 or time < 0:
        return None
    if call.kind == DATE:
        return env.calendar.add_date_days(start, days)
    shown = civil.wall(start, env.zone)
    if shown is None:
        return None
    is_days = call.args[1].kind.of == "days"
    add = env.calendar.add_days if is_days else env.calendar.add_time
    reached = add(shown, days if is_days else time)
    if reached == shown:
        # A moment inside stays itself, also the second of two that the clock shows alike.
        return start
    return None if reached is None else civil.from_wall(*reached, env.zone)


@function("work_between(datetime, datetime) -> duration", contexts=SERVER, with_env=True)
def work_between(env, call, a, b):
    first, last = civil.wall(a, env.zone), civil.wall(b, env.zone)
    if first is None or last is None:
        return None
    return env.calendar.between(first, last)


@function("is_workday(date) -> bool", GIVES_FALSE, SERVER, with_env=True)
def is_workday(env, call, day):
    return env.calendar.is_workday(day)

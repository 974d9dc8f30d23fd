"""Numbers. `div` and `mod` are operators. Values are fractions; the evaluator brings a result to
the scale of its kind and makes it blank where that does not fit."""

from dataclasses import replace
from fractions import Fraction
from functools import partial

from exact import MODES, at_scale, half_away, quotient, toward_zero
from kinds import INT, RANKED, decimal, is_number, list_of
from typed import IllTyped

from functions.table import (
    EVERYWHERE,
    GIVES_BLANK,
    OWN_RULE,
    Module,
    call,
    count_args,
    literal_int,
)

function = Module()
FUNCTIONS = function.functions


@function("abs(amount) -> same")
def abs_(x):
    return abs(x)


def round_typing(typer, node, scope, expected):
    count_args(node, 1, 3, "round(x[, digits[, mode]])")
    subject = typer.infer(node.args[0], scope)
    if not is_number(subject.kind):
        raise IllTyped(f"expected a number, found {subject.kind}", node)
    digits = literal_int(node.args[1], 0, 9) if len(node.args) > 1 else 0
    kind = rounded_kind(subject.kind, digits, len(node.args) == 1)
    result = call("round", kind, False, [subject], FUNCTIONS)
    mode = typer.word(node.args[2], tuple(MODES)) if len(node.args) > 2 else None
    return with_mode(result, mode)


def with_mode(typed, mode):
    """The call with the routine that rounds."""
    routine = MODES[mode] if mode else half_away
    run = partial(at_scale, scale=typed.kind.scale, rounding=routine)
    return replace(typed, value=replace(typed.value, run=run))


def rounded_kind(kind, digits, is_whole):
    if kind.name == "money":
        return replace(kind, scale=digits)
    return INT if is_whole else decimal(digits)


@function("round(amount[, digits[, mode]]) -> same", GIVES_BLANK, EVERYWHERE, round_typing)
def round_(x):
    raise AssertionError("each call has its own routine")


def whole_typing(name):
    def typing(typer, node, scope, expected):
        count_args(node, 1, 1, f"{name}(x)")
        (subject,) = typer.plain(node, scope)
        if not is_number(subject.kind):
            raise IllTyped(f"expected a number, found {subject.kind}", node)
        return call(name, rounded_kind(subject.kind, 0, True), False, [subject], FUNCTIONS)

    return typing


@function("floor(amount) -> int", GIVES_BLANK, EVERYWHERE, whole_typing("floor"))
def floor(x):
    return Fraction(MODES["floor"](x))


@function("ceil(amount) -> int", GIVES_BLANK, EVERYWHERE, whole_typing("ceil"))
def ceil(x):
    return Fraction(MODES["ceiling"](x))


@function("trunc(amount) -> int", GIVES_BLANK, EVERYWHERE, whole_typing("trunc"))
def trunc(x):
    return Fraction(toward_zero(x))


def extreme_typing(name):
    def typing(typer, node, scope, expected):
        count_args(node, 2, 99, f"{name}(x, y, …)")
        args, kind = typer.together(node.args, scope, expected)
        if kind.name not in RANKED:
            raise IllTyped(f"{kind} has no order here", node)
        return call(name, kind, False, args, FUNCTIONS)

    return typing


@function("min_of(x, y, …) -> same", OWN_RULE, EVERYWHERE, extreme_typing("min_of"))
def min_of(*values):
    return min((v for v in values if v is not None), default=None)


@function("max_of(x, y, …) -> same", OWN_RULE, EVERYWHERE, extreme_typing("max_of"))
def max_of(*values):
    return max((v for v in values if v is not None), default=None)


def clamp_typing(typer, node, scope, expected):
    count_args(node, 3, 3, "clamp(x, low, high)")
    args, kind = typer.together(node.args, scope, expected)
    if not is_number(kind):
        raise IllTyped(f"expected numbers, found {kind}", node)
    return call("clamp", kind, False, args, FUNCTIONS)


@function("clamp(amount, low, high) -> same", GIVES_BLANK, EVERYWHERE, clamp_typing)
def clamp(x, low, high):
    return None if low > high else min(max(x, low), high)


@function("sign(amount) -> int")
def sign(x):
    return Fraction((x > 0) - (x < 0))


def power_typing(typer, node, scope, expected):
    count_args(node, 2, 2, "pow_int(x, n)")
    base, exponent = typer.plain(node, scope)
    if base.kind.name not in ("int", "decimal") or exponent.kind.name != "int":
        raise IllTyped(f"no power of {base.kind} by {exponent.kind}", node)
    scale_is_zero = base.kind.scale == 0
    kind = base.kind if scale_is_zero else decimal(18)
    return call("pow_int", kind, False, [base, exponent], FUNCTIONS)


@function(
    "pow_int(number, int) -> number", GIVES_BLANK, ("server", "form"), power_typing, with_env=True
)
def pow_int(env, call, x, n):
    if not 0 <= n <= 1000:
        return None
    result = Fraction(1)
    for _ in range(int(n)):
        result = at_scale(result * x, call.kind.scale)
        if result is None:
            return None
    return result


def percent_typing(typer, node, scope, expected):
    count_args(node, 2, 2, "percent_of(part, whole)")
    args, kind = typer.together(node.args, scope)
    if not is_number(kind):
        raise IllTyped(f"expected numbers, found {kind}", node)
    return call("percent_of", decimal(12), False, args, FUNCTIONS)


@function("percent_of(part, whole) -> decimal", GIVES_BLANK, EVERYWHERE, percent_typing)
def percent_of(part, whole):
    return quotient(part, whole)


def allocate_typing(typer, node, scope, expected):
    count_args(node, 2, 2, "allocate(total, weights)")
    total, weights = typer.plain(node, scope)
    if not is_number(total.kind) or weights.kind.name != "list" or not is_number(weights.kind.of):
        raise IllTyped(f"allocate({total.kind}, {weights.kind})", node)
    return call("allocate", list_of(total.kind), False, [total, weights], FUNCTIONS)


@function(
    "allocate(total, weights) -> list",
    GIVES_BLANK,
    ("server", "form"),
    allocate_typing,
    with_env=True,
)
def allocate(env, call, total, weights):
    """The largest remainder gets what is left; of equal ones the earlier part."""
    weights = [w or Fraction(0) for w in weights]
    whole = sum(weights)
    if any(w < 0 for w in weights) or whole == 0:
        return None
    unit = Fraction(1, 10**call.kind.of.scale)
    sign = -1 if total < 0 else 1
    exact = [abs(total) / unit * w / whole for w in weights]
    parts = [toward_zero(e) for e in exact]
    order = sorted(range(len(parts)), key=lambda i: (-(exact[i] - parts[i]), i))
    for index in order[: int(abs(total) / unit) - sum(parts)]:
        parts[index] += 1
    return [sign * part * unit for part in parts]

"""The kinds of arithmetic."""

from dataclasses import replace

from kinds import (
    DATETIME,
    DURATION,
    INT,
    MAX_SCALE,
    QUOTIENT_SCALE,
    TEXT,
    Kind,
    common,
    common_number,
    decimal,
    is_number,
    is_plain_number,
    money,
)
from typed import IllTyped, Typed


def negated(typer, node, operand):
    kind = operand.kind
    if not (is_number(kind) or kind.name in ("duration", "period")):
        raise IllTyped(f"{kind} has no negative", node)
    return Typed("neg", kind, False, (operand,))


def arithmetic(typer, node, left, right):
    rule = {
        "+": sum_kind,
        "-": difference_kind,
        "*": product_kind,
        "/": quotient_kind,
        "div": whole_kind,
        "mod": whole_kind,
    }[node.value]
    kind = rule(left.kind, right.kind, node)
    if kind is None:
        raise IllTyped(f"{left.kind} {node.value} {right.kind} means nothing", node)
    if kind == DATETIME and right.kind.name == "period":
        typer.needs(node, "server", what="a calendar step of a moment")
    # A text with something in it stays filled, whatever is added; numbers may overflow.
    filled = kind == TEXT and (left.filled or right.filled)
    return Typed("binary", kind, filled, (left, right), node.value)


def sum_kind(a, b, node):
    if a == TEXT and b == TEXT:
        return TEXT
    return shifted(a, b)


def shifted(a, b):
    """What `+` and `-` have in common."""
    if is_number(a) and is_number(b):
        return common_number([a, b])
    if a.name == "period" and b.name == "period":
        return common([a, b])
    if a.name in ("date", "datetime") and b.name == "period":
        return a
    if a.name in ("datetime", "duration") and b == DURATION:
        return a
    return None


def difference_kind(a, b, node):
    if a.name == "date" and b.name == "date":
        raise IllTyped("days between two days: write days_between(a, b)", node)
    if a == DATETIME and b == DATETIME:
        return DURATION
    return shifted(a, b)


def product_kind(a, b, node):
    if is_number(a) and is_number(b):
        if a.name == "money" and b.name == "money":
            return None
        scale = min(MAX_SCALE, a.scale + b.scale)
        if "money" in (a.name, b.name):
            return money(scale)
        name = "int" if a.name == b.name == "int" else "decimal"
        return Kind(name, scale, constant=a.constant and b.constant)
    if is_number(a):
        a, b = b, a
    if a == DURATION and is_plain_number(b):
        return DURATION
    if a.name in ("period", "work") and b.name == "int":
        return a
    return None


def quotient_kind(a, b, node):
    if a.name == "money" and b.name == "money" or a == DURATION and b == DURATION:
        return decimal(QUOTIENT_SCALE)
    if a.name == "money" and is_plain_number(b):
        return money(QUOTIENT_SCALE)
    if a == DURATION and is_plain_number(b):
        return DURATION
    if is_plain_number(a) and is_plain_number(b):
        return replace(decimal(QUOTIENT_SCALE), constant=a.constant and b.constant)
    return None


def whole_kind(a, b, node):
    if a.name == "money" and b.name == "money" or is_plain_number(a) and is_plain_number(b):
        kind = common_number([a, b])
        if node.value == "mod":
            return kind
        return replace(INT, constant=kind.constant)
    return None

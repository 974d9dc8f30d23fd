"""Aggregates over rows and lists. `in` is an operator.

Each takes the filled values, in order; the evaluator has taken the others away. An aggregate over
rows carries a `Rows` beside its function.
"""

from dataclasses import replace
from fractions import Fraction

from exact import quotient
from kinds import (
    BOOL,
    DURATION,
    EQUATABLE,
    INT,
    QUOTIENT_SCALE,
    RANKED,
    TEXT,
    decimal,
    is_number,
    money,
    reference,
)
from schema import EVERY
from syntax import Node
from typed import IllTyped, Rows, Scope, Typed

from functions.table import EVERYWHERE, OWN_RULE, Module

function = Module()
FUNCTIONS = function.functions
# The order of rows decides these.
ORDERED = ("join", "first", "last", "latest")
KEYS = RANKED | {"text"}


def same(kind, node):
    return replace(kind, constant=False)


def sum_kind(kind, node):
    return same(kind, node) if is_number(kind) or kind == DURATION else None


def avg_kind(kind, node):
    if not is_number(kind):
        return None
    return money(QUOTIENT_SCALE) if kind.name == "money" else decimal(QUOTIENT_SCALE)


def ranked_kind(kind, node):
    return same(kind, node) if kind.name in RANKED else None


def any_kind(kind, node):
    return BOOL if kind == BOOL else None


def equatable_kind(kind, node):
    return same(kind, node) if kind.name in EQUATABLE else None


def find_rows(node, scope):
    """The entity, the link and the names of a path that begins with rows, or None."""
    names = []
    while node.op == "field":
        names.append(node.value)
        node = node.args[0]
    if node.op == "of":
        entity, link = node.value
        field = EVERY.get(entity, {}).get(link)
        if field is None or field.kind != reference(scope.entity):
            raise IllTyped(f"{entity}.{link} does not lead to {scope.entity}", node)
        return entity, link, names[::-1]
    if node.op == "name":
        field = EVERY[scope.entity].get(node.value)
        if field is not None and field.kind.name == "rows":
            return field.kind.of, field.by, names[::-1]
    return None


def row_value(typer, entity, names, node):
    """The expression that the rest of the path is, of one row."""
    if not names:
        return None
    tree = Node("name", (), names[0], node.start, node.end)
    for name in names[1:]:
        tree = Node("field", (tree,), name, node.start, node.end)
    if names[0] not in EVERY[entity]:
        raise IllTyped(f"{entity} has no field {names[0]}", node)
    return typer.infer(tree, Scope(entity, True))


def over_rows(typer, node, scope, name, kind_of, extra):
    """The aggregate over rows, or None when the first argument is no rows."""
    argument = node.args[0]
    subject, where, by = argument.args if argument.op == "arg" else (argument, None, None)
    found = find_rows(subject, scope)
    if found is None:
        return None
    if scope.is_row:
        raise IllTyped("no aggregate inside an aggregate", node)
    entity, link, names = found
    if subject_is_back(subject):
        typer.needs(node, "server", "query", what="a back reference")
    inside = Scope(entity, True)
    value = row_value(typer, entity, names, subject)
    condition = typer.condition(where, inside) if where else None
    key = typer.infer(by, inside) if by else None
    check_order(name, key, argument, node)
    kind = result_kind(name, kind_of, entity, value, condition, node)
    rows = Rows(entity, link, value, condition, key, bool(argument.value) if by else False)
    filled = name in ("any", "all", "count", "distinct_count", "sum")
    return Typed("aggregate", kind, filled, extra, (entry(name), rows))


def subject_is_back(node):
    while node.op == "field":
        node = node.args[0]
    return node.op == "of"


def check_order(name, key, argument, node):
    if (key is not None) != (name in ORDERED):
        says = "needs an order: `by`" if name in ORDERED else "has no order"
        raise IllTyped(f"{name} {says}", node)
    if key is not None and key.kind.name not in KEYS:
        raise IllTyped(f"{key.kind} gives no order", node)
    if name == "latest" and argument.value:
        raise IllTyped("latest takes the greatest: no minus", node)


def result_kind(name, kind_of, entity, value, condition, node):
    if name == "latest":
        if value is not None:
            raise IllTyped("latest takes rows: write `.field` behind it", node)
        return reference(entity)
    if value is None:
        if name == "count":
            return INT
        if name in ("any", "all") and condition is not None:
            return BOOL
        raise IllTyped(f"{name} takes a field of the rows", node)
    kind = kind_of(value.kind, node)
    if kind is None:
        raise IllTyped(f"no {name} of {value.kind}", node)
    return kind


def over_list(typer, node, scope, name, kind_of, extra):
    if name in ("any", "all", "latest"):
        raise IllTyped(f"{name} takes rows", node)
    list_ = typer.infer(node.args[0], scope)
    if list_.kind.name != "list":
        raise IllTyped(f"expected rows or a list, found {list_.kind}", node)
    typer.needs(node, "server", "form", what=f"{name} of a list")
    kind = kind_of(list_.kind.of, node)
    if kind is None:
        raise IllTyped(f"no {name} of {list_.kind}", node)
    return Typed("aggregate", kind, False, (list_, *extra), (entry(name), None))


def entry(name):
    return next(f for f in FUNCTIONS if f.name == name)


def aggregate_typing(name, kind_of, count=1):
    def typing(typer, node, scope, expected):
        if len(node.args) != count:
            raise IllTyped(f"{name} takes {count}", node)
        extra = tuple(typer.infer(n, scope) for n in node.args[1:])
        if any(e.kind != TEXT for e in extra):
            raise IllTyped("what joins is a text", node)
        found = over_rows(typer, node, scope, name, kind_of, extra)
        return found or over_list(typer, node, scope, name, kind_of, extra)

    return typing


def aggregate(signature, kind_of, count=1, contexts=EVERYWHERE):
    name = signature.split("(")[0]
    return function(signature, OWN_RULE, contexts, aggregate_typing(name, kind_of, count))


@aggregate("sum(rows.x where c) -> same", sum_kind)
def sum_(values):
    """Nothing adds up to zero; a duration is whole milliseconds, a number a fraction."""
    return sum(values)


@aggregate("count(rows[.x] where c) -> int", lambda kind, node: INT)
def count(values):
    return Fraction(len(values))


@aggregate("avg(rows.x where c) -> decimal", avg_kind)
def avg(values):
    return quotient(sum(values), len(values)) if values else None


@aggregate("min(rows.x where c) -> same", ranked_kind)
def min_(values):
    return min(values, default=None)


@aggregate("max(rows.x where c) -> same", ranked_kind)
def max_(values):
    return max(values, default=None)


@aggregate("any(rows[.x] where c) -> bool", any_kind)
def any_(values):
    return any(values)


@aggregate("all(rows[.x] where c) -> bool", any_kind)
def all_(values):
    return all(values)


@aggregate("first(rows.x where c by k) -> same", equatable_kind)
def first(values):
    return values[0] if values else None


@aggregate("last(rows.x where c by k) -> same", equatable_kind)
def last(values):
    return values[-1] if values else None


# The browser has no other record's fields.
@aggregate("latest(rows where c by k) -> row", same, contexts=("server", "query"))
def latest(values):
    """The last row; of rows with the same key the one that was made last."""
    return values[-1] if values else None


@aggregate(
    "distinct_count(rows.x where c) -> int",
    lambda kind, node: INT if kind.name in EQUATABLE else None,
)
def distinct_count(values):
    return Fraction(len(set(values)))


@aggregate(
    "join(rows.x where c by k, text) -> text",
    lambda kind, node: TEXT if kind == TEXT else None,
    2,
)
def join(values, separator):
    return (separator or "").join(values)

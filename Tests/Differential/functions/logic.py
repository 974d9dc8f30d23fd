"""Logic. `if` is part of the grammar."""

from kinds import BLANK, BOOL, EQUATABLE
from typed import IllTyped

from functions.table import EVERYWHERE, OWN_RULE, Module, call, count_args

function = Module()
FUNCTIONS = function.functions


def is_blank_typing(typer, node, scope, expected):
    count_args(node, 1, 1, "is_blank(x)")
    args = typer.plain(node, scope)
    return call("is_blank", BOOL, True, args, FUNCTIONS)


@function("is_blank(any) -> bool", OWN_RULE, EVERYWHERE, is_blank_typing)
def is_blank(x):
    return x is None


def coalesce_typing(typer, node, scope, expected):
    count_args(node, 1, 99, "coalesce(x, …)")
    args, kind = typer.together(node.args, scope, expected)
    return call("coalesce", kind, any(a.filled for a in args), args, FUNCTIONS)


@function("coalesce(any, …) -> same", OWN_RULE, EVERYWHERE, coalesce_typing)
def coalesce(*values):
    return next((v for v in values if v is not None), None)


def switch_typing(typer, node, scope, expected):
    count_args(node, 3, 99, "switch(x, key, value, …[, otherwise])")
    rest = node.args[1:]
    keys, values = list(rest[0 : len(rest) - 1 : 2]), list(rest[1::2])
    has_otherwise = len(rest) % 2 == 1
    if has_otherwise:
        values.append(rest[-1])
    (subject, *typed_keys), key_kind = typer.together((node.args[0], *keys), scope)
    if key_kind.name not in EQUATABLE or subject.kind == BLANK:
        raise IllTyped(f"{key_kind} is not compared", node)
    typed_values, kind = typer.together(values, scope, expected)
    args = [subject]
    for key, value in zip(typed_keys, typed_values):
        args += [key, value]
    if has_otherwise:
        args.append(typed_values[-1])
    filled = has_otherwise and all(v.filled for v in typed_values)
    return call("switch", kind, filled, args, FUNCTIONS)


@function(
    "switch(any, key, value, …[, otherwise]) -> value", OWN_RULE, EVERYWHERE, switch_typing
)
def switch(subject, *rest):
    """A blank subject meets a blank key."""
    for index in range(0, len(rest) - 1, 2):
        if rest[index] == subject:
            return rest[index + 1]
    return rest[-1] if len(rest) % 2 == 1 else None

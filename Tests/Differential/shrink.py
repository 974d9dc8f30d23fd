"""Makes a disagreement small: first the expression, then the record, until nothing helps.

`disagrees` takes a list of pairs of tree and case and says of each whether the disagreement is
still there. A whole round of simpler pairs is asked at once: a back end may have to compile them.
"""

from grammar import parse
from kinds import is_number
from schema import EVERY, MAIN
from syntax import Node, show, size, walk
from typed import IllTyped
from typer import Typer

ROUND = 200
ROUNDS = 60
SIMPLE = ("0", "1", '"a"', "true", "false", "2026-03-02", "2026-03-02 09:00", "1 day", "1 hour")


def replaced(tree, at, new):
    """The tree with another node at a place; places are counted as `walk` goes."""
    if at == 0:
        return new
    args, place = [], 1
    for child in tree.args:
        count = size(child) if child is not None else 0
        if child is not None and place <= at < place + count:
            child = replaced(child, at - place, new)
        place += count
        args.append(child)
    return Node(tree.op, tuple(args), tree.value)


def simpler_nodes(node):
    """What may stand in a node's place."""
    yield from (n for n in list(walk(node))[1:] if n.op != "arg")
    if node.op == "arg":
        subject, where, by = node.args
        if where is not None and by is not None:
            yield Node("arg", (subject, None, by), node.value)
        yield subject
    if node.op in ("list", "call"):
        for index in range(len(node.args)):
            yield Node(node.op, node.args[:index] + node.args[index + 1 :], node.value)
    if node.op == "call" and node.value == "switch":
        for index in range(1, len(node.args) - 1, 2):
            yield Node("call", node.args[:index] + node.args[index + 2 :], "switch")
    if node.op == "text" and len(node.value) > 1:
        half = len(node.value) // 2
        yield from (Node("text", (), part) for part in (node.value[:half], node.value[half:]))
    if node.op == "number" and len(node.value) > 1:
        yield Node("number", (), node.value[:-1].rstrip("."))
    if size(node) > 1 or node.op in ("name", "text", "number", "date", "datetime", "quantity"):
        yield from map(parse, SIMPLE)


def weight(tree):
    """What small means: few nodes, then little text; plain literals before fields."""
    return size(tree), len(show(tree)), show(tree)


def simpler_trees(tree, typer):
    """Well-typed trees that are simpler, the simplest first."""
    found = {}
    for at, node in enumerate(walk(tree)):
        for new in simpler_nodes(node):
            candidate = replaced(tree, at, new)
            if weight(candidate) < weight(tree):
                found[show(candidate)] = candidate
    typed = (t for t in sorted(found.values(), key=weight) if is_typed(t, typer))
    return [t for t, _ in zip(typed, range(ROUND))]


def is_typed(tree, typer):
    try:
        # What is printed must be read as it is meant: a negative number may have lost its brackets.
        typer.whole(parse(show(tree)))
        return parse(show(tree)) == tree
    except IllTyped:
        return False


# Records


def simpler_values(kind, value):
    if is_number(kind):
        yield from ("0", "1", value.partition(".")[0], value[: len(value) // 2].rstrip(".-"))
    elif kind.name == "text":
        half = len(value) // 2
        yield from ("a", value[:half], value[half:])
    elif kind.name == "date":
        yield "2026-03-02"
    elif kind.name == "datetime":
        yield "2026-03-02T01:00:00.000Z"
    elif kind.name == "bool":
        yield False
    elif kind.name == "list":
        yield value[1:]


def fewer_fields(entity, fields):
    for name in fields:
        declared = EVERY[entity].get(name)
        if declared is None:
            continue
        if not declared.required:
            yield {n: v for n, v in fields.items() if n != name}
        for simpler in simpler_values(declared.kind, fields[name]):
            if simpler and simpler != fields[name] or simpler is False and fields[name]:
                yield fields | {name: simpler}


def bare(fields, entity):
    """Only what is required."""
    return {n: v for n, v in fields.items() if n == "id" or EVERY[entity][n].required}


def simpler_cases(case):
    """Cases with less in them, the emptiest first."""
    empty = {"fields": bare(case["fields"], MAIN), "old": None, "records": {}}
    yield case | empty
    yield case | {"records": {}}
    yield case | {"old": None}
    for entity, rows in case["records"].items():
        yield case | {"records": case["records"] | {entity: []}}
        for index, row in enumerate(rows):
            without = rows[:index] + rows[index + 1 :]
            yield case | {"records": case["records"] | {entity: without}}
            for fields in [bare(row, entity), *fewer_fields(entity, row)]:
                changed = rows[:index] + [fields] + rows[index + 1 :]
                yield case | {"records": case["records"] | {entity: changed}}
    for fields in fewer_fields(MAIN, case["fields"]):
        yield case | {"fields": fields}
    for old in fewer_fields(MAIN, case["old"] or {}):
        yield case | {"old": old}


def amount(case):
    """How much there is in a case."""
    text = str([case["fields"], case["old"], case["records"]])
    return len(text), text


def first_that(disagrees, pairs):
    """The first of the pairs that still disagrees."""
    if not pairs:
        return None
    return next((pair for pair, still in zip(pairs, disagrees(pairs)) if still), None)


def shrink(tree, case, disagrees, context):
    """The smallest tree and case that were found."""
    typer = Typer(context)
    for _ in range(ROUNDS):
        smaller = first_that(disagrees, [(t, case) for t in simpler_trees(tree, typer)])
        if smaller is None:
            cases = [c for c in simpler_cases(case) if amount(c) < amount(case)]
            smaller = first_that(disagrees, [(tree, c) for c in cases[:ROUND]])
        if smaller is None:
            break
        tree, case = smaller
    return tree, case

"""The tree of an expression, and its text.

`Node.op` is one of: number text date datetime bool blank quantity name field of list
call arg neg not binary if.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Node:
    op: str
    args: tuple = ()
    value: object = None
    # Offsets in the scalar's text: characters here, for messages only.
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)

    def __str__(self):
        return show(self)


# Loosest first, as the specification lists them.
LEVELS = {
    "if": 0,
    "or": 1,
    "and": 2,
    "not": 3,
    "compare": 4,
    "??": 5,
    "+": 6,
    "*": 7,
    "neg": 8,
    "post": 9,
}
OPERATOR_LEVEL = {
    "or": "or",
    "and": "and",
    "??": "??",
    **{o: "compare" for o in ("==", "!=", "<", "<=", ">", ">=", "in", "not in")},
    **{o: "+" for o in ("+", "-")},
    **{o: "*" for o in ("*", "/", "div", "mod")},
}


def level(node):
    if node.op == "binary":
        return LEVELS[OPERATOR_LEVEL[node.value]]
    return LEVELS.get(node.op, LEVELS["post"])


def quoted(text):
    """A text literal in double quotes."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def at_least(node, wanted):
    """The node's text, in brackets where it binds looser than wanted."""
    text = show(node)
    return text if level(node) >= wanted else f"({text})"


def show(node):
    """The shortest text that reads as this tree."""
    op, args, value = node.op, node.args, node.value
    if op in ("number", "date", "datetime", "name"):
        return value
    if op == "text":
        return quoted(value)
    if op == "bool":
        return "true" if value else "false"
    if op == "blank":
        return "blank"
    if op == "quantity":
        return " ".join(value)
    if op == "field":
        return f"{at_least(args[0], LEVELS['post'])}.{value}"
    if op == "of":
        return f"{value[0]}.of({value[1]})"
    if op == "list":
        return "[" + ", ".join(map(show, args)) + "]"
    if op == "call":
        return value + "(" + ", ".join(map(show, args)) + ")"
    if op == "arg":
        return show_argument(node)
    if op == "neg":
        return "-" + at_least(args[0], LEVELS["neg"])
    if op == "not":
        return "not " + at_least(args[0], LEVELS["not"])
    if op == "if":
        return f"if {show(args[0])} then {show(args[1])} else {show(args[2])}"
    if op == "binary":
        return show_binary(node)
    raise ValueError(op)


def show_argument(node):
    subject, where, by = node.args
    text = show(subject)
    if where:
        text += " where " + show(where)
    if by:
        # A leading minus of the order is the order's, not the key's.
        key = show(by) if by.op != "neg" else f"({show(by)})"
        text += " by " + ("-" if node.value else "") + key
    return text


def show_binary(node):
    own = level(node)
    left, right = node.args
    if OPERATOR_LEVEL[node.value] == "compare":
        wanted = (own + 1, own + 1)
    elif node.value == "??":
        wanted = (own + 1, own)
    else:
        wanted = (own, own + 1)
    return f"{at_least(left, wanted[0])} {node.value} {at_least(right, wanted[1])}"


def walk(node):
    """The node and everything below it."""
    yield node
    for child in node.args:
        if child is not None:
            yield from walk(child)


def size(node):
    return sum(1 for _ in walk(node))

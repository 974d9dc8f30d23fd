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


class Printer:
    """Writes trees. With `brackets` every operand that has operators stands in brackets, else only
    those that must."""

    def __init__(self, brackets=False):
        self.brackets = brackets

    def at_least(self, node, wanted):
        """The node's text, in brackets where it binds looser than wanted."""
        text = self.show(node)
        bare = level(node) >= (LEVELS["post"] if self.brackets else wanted)
        return text if bare else f"({text})"

    def show(self, node):
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
        if op == "of":
            return f"{value[0]}.of({value[1]})"
        if op in ("list", "call"):
            inside = ", ".join(map(self.show, args))
            return f"[{inside}]" if op == "list" else f"{value}({inside})"
        if op == "field":
            return f"{self.at_least(args[0], LEVELS['post'])}.{value}"
        return getattr(self, "show_" + op)(node, *args)

    def show_arg(self, node, subject, where, by):
        text = self.show(subject)
        if where:
            text += " where " + self.show(where)
        if by:
            # A leading minus of the order is the order's, not the key's.
            key = self.show(by) if by.op != "neg" else f"({self.show(by)})"
            text += " by " + ("-" if node.value else "") + key
        return text

    def show_neg(self, node, operand):
        return "-" + self.at_least(operand, LEVELS["neg"])

    def show_not(self, node, operand):
        return "not " + self.at_least(operand, LEVELS["not"])

    def show_if(self, node, condition, yes, no):
        return f"if {self.show(condition)} then {self.show(yes)} else {self.show(no)}"

    def show_binary(self, node, left, right):
        own = level(node)
        if OPERATOR_LEVEL[node.value] == "compare":
            wanted = (own + 1, own + 1)
        elif node.value == "??":
            wanted = (own + 1, own)
        else:
            wanted = (own, own + 1)
        sides = self.at_least(left, wanted[0]), self.at_least(right, wanted[1])
        return f"{sides[0]} {node.value} {sides[1]}"


def show(node, brackets=False):
    """A text that reads as this tree: the shortest, or one with all brackets."""
    return Printer(brackets).show(node)


def walk(node):
    """The node and everything below it."""
    yield node
    for child in node.args:
        if child is not None:
            yield from walk(child)


def size(node):
    return sum(1 for _ in walk(node))

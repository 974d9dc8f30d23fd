"""What an entry of the table is, and how plain signatures are checked."""

from dataclasses import dataclass, replace
from typing import Callable

from kinds import BOOL, Kind, is_number, is_plain_number
from typed import IllTyped, Typed

EVERYWHERE = ("server", "query", "form")
SERVER = ("server",)
# What a blank operand does.
GIVES_BLANK = "blank"
GIVES_FALSE = "false"
OWN_RULE = "own"

MATCHERS = {
    "number": is_plain_number,
    "amount": is_number,
}


@dataclass
class Function:
    name: str
    signature: str
    blank: str
    contexts: tuple
    # (typer, node, scope, expected) -> Typed
    typing: Callable = None
    # The value from the values; with the evaluation and the call first where it asks for them.
    run: Callable = None
    with_env: bool = False
    # No random expression uses it, for this reason.
    left_out: str = ""


class Module:
    """Collects the functions of a file."""

    def __init__(self):
        self.functions = []

    def __call__(self, signature, blank=GIVES_BLANK, contexts=EVERYWHERE, typing=None, **more):
        name = signature.split("(")[0]
        function = Function(name, signature, blank, contexts, typing, **more)
        if typing is None:
            function.typing = plain_typing(function)
        self.functions.append(function)

        def keep(run):
            function.run = run
            return run

        return keep


def plain_typing(function):
    """The check of a signature such as `left(text, int) -> text`; `…` repeats the last one."""
    inside, _, result = function.signature.partition("(")[2].partition(") -> ")
    wanted = [word.strip() for word in inside.split(",") if word.strip()]

    def typing(typer, node, scope, expected):
        if len(node.args) != len(wanted):
            raise IllTyped(f"{function.signature} takes {len(wanted)}", node)
        args = typer.plain(node, scope)
        for typed, word, argument in zip(args, wanted, node.args):
            if not fits(typed.kind, word):
                raise IllTyped(f"expected {word}, found {typed.kind}", argument)
        kind = same_kind(result, args)
        filled = kind == BOOL and function.blank != GIVES_BLANK
        return Typed("call", kind, filled, tuple(args), function)

    return typing


def fits(kind, word):
    matcher = MATCHERS.get(word)
    return matcher(kind) if matcher else kind.name == word


def same_kind(result, args):
    """`same` is the kind of the first operand."""
    if result == "same":
        return replace(args[0].kind, constant=False)
    return Kind(result, 0) if result == "int" else Kind(result)


def call(function_name, kind, filled, args, functions):
    """A call with a kind that its own typing found."""
    function = next(f for f in functions if f.name == function_name)
    return Typed("call", replace(kind, constant=False), filled, tuple(args), function)


def literal_int(node, low, high):
    """A whole number written out, with or without a sign."""
    sign, digits = 1, node
    if node.op == "neg":
        sign, digits = -1, node.args[0]
    if digits.op != "number" or "." in digits.value or not low <= sign * int(digits.value) <= high:
        raise IllTyped(f"expected a whole number from {low} to {high}, written out", node)
    return sign * int(digits.value)


def count_args(node, low, high, signature):
    if not low <= len(node.args) <= high:
        raise IllTyped(f"expected {signature}", node)



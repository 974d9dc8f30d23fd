"""What stands around an expression: checks and texts with holes.

`use` of a line of cases is `value` (the value as it is, or as a field holds it), `must` (whether a
check lets the record pass) or `text` (a text with holes).
"""

import canonical
from folding import kept
from functions.text import text_of
from grammar import parse, parse_template
from kinds import BOOL, TEXT
from typed import IllTyped, Typed

# A check that names a field inside these says itself what a blank means.
ASKS_ABOUT_BLANK = ("is_blank", "coalesce", "changed")


def typed_line(typer, line):
    """The typed expression of a line, or the typed parts of a text."""
    use = line.get("use", "value")
    if use == "text":
        return [part_of(typer, part) for part in parse_template(line["text"])]
    tree = parse(line["text"])
    return typer.condition(tree) if use == "must" else typer.whole(tree)


def part_of(typer, part):
    """Plain text, or the text_of a hole."""
    if isinstance(part, str):
        return part
    typed = typer.whole(part)
    if typed.kind.name in ("period", "list", "person", "department", "reference"):
        raise IllTyped(f"{typed.kind} has no text", part)
    if typed.kind.name == "datetime":
        typer.needs(part, "server", what="the text of a moment")
    return typed


def kind_of(typed):
    return TEXT if isinstance(typed, list) else typed.kind


def answer_line(evaluation, line, typed, target):
    """The canonical answer to a line for one record."""
    use = line.get("use", "value")
    if use == "text":
        return filled_in(evaluation, typed)
    if use == "must":
        return passes(evaluation, typed)
    return answer(evaluation, typed, target)


def answer(evaluation, typed, target=None):
    value = evaluation.value(typed)
    if target is not None:
        return canonical.write(target, canonical.into_field(value, target))
    return canonical.write(typed.kind, value)


def filled_in(evaluation, parts):
    """The text; a blank hole leaves nothing."""
    texts = [p if isinstance(p, str) else hole(evaluation, p) for p in parts]
    return kept("".join(texts))


def hole(evaluation, typed):
    value = evaluation.value(typed)
    if value is None:
        return ""
    return text_of(evaluation, Typed("call", TEXT, False, (typed,)), value) or ""


def passes(evaluation, typed):
    """A check is examined when all fields that it names are filled."""
    assert typed.kind == BOOL
    if any(evaluation.value(path) is None for path in named(typed)):
        return True
    return evaluation.value(typed)


def begins(typed):
    """What a path begins with."""
    return begins(typed.args[0]) if typed.op == "follow" else typed


def named(typed):
    """The fields of the record, and paths that begin with one, that a check asks to be filled."""
    if typed.op in ("field", "old", "follow"):
        # What is read of a related record is no field that people fill in here.
        if begins(typed).op != "aggregate":
            yield typed
        return
    if typed.op == "binary" and typed.value == "??":
        return
    if typed.op == "call" and typed.value.name in ASKS_ABOUT_BLANK:
        return
    for child in typed.args:
        yield from named(child)

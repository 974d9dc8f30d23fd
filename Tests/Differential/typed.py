"""The typed tree, which the evaluator walks."""

from dataclasses import dataclass

from kinds import Kind


class IllTyped(Exception):
    """Why an expression has no type."""

    def __init__(self, message, node):
        super().__init__(f"{message}: `{node}` at {node.start}")
        self.node = node


@dataclass(frozen=True)
class Typed:
    """op: value moment field follow old this param me list if not neg binary call aggregate."""

    op: str
    kind: Kind
    # Never blank, whatever the record holds. Kept exactly for bools, which is where it decides;
    # for others it may say no where yes would be right.
    filled: bool
    args: tuple = ()
    value: object = None


def walk(typed):
    yield typed
    for child in typed.args:
        yield from walk(child)


@dataclass(frozen=True)
class Rows:
    """The rows of an aggregate: those of `entity` whose `link` leads to the record."""

    entity: str
    link: str
    # What is taken of each row, what a row must meet, and the order; None where left out.
    value: Typed | None = None
    where: Typed | None = None
    by: Typed | None = None
    descending: bool = False


@dataclass(frozen=True)
class Scope:
    """Whose fields bare names are."""

    entity: str
    # Inside `where` and `by` of an aggregate.
    is_row: bool = False
    # The entity of `this`, in a reference field's `where`.
    this: str | None = None

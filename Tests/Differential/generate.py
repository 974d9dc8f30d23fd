"""Random cases as JSON lines: a header, expressions, records. README.md says what they hold."""

import argparse
import json
import sys
from collections import Counter
from random import Random

import canonical
import nasty
from drafts import call, listed
from folding import nfc
from goals import EQUATABLE, FLAG, MONEY, PLAIN
from grammar import parse
from kinds import BOOL, DATE, DATETIME, DURATION, INT, TEXT, decimal, is_number, money
from makers import Makers
from people import PEOPLE
from records import USERS, Records
from schema import MAIN, ZONE
from syntax import Node, show, size, walk
from typed import IllTyped, Scope
from typed import walk as walk_typed
from typer import CONTEXTS, Typer
from uses import typed_line

# What an expression is of: conditions and numbers are what people write.
GOALS = [
    *(BOOL, BOOL, BOOL, BOOL, MONEY, MONEY, MONEY, PLAIN, PLAIN, PLAIN, INT, TEXT, TEXT, TEXT),
    *(DATE, DATE, DATE, DATETIME, DATETIME, DATETIME, DURATION, FLAG, "list"),
]


CANDIDATES = 6
# What was before is known to checks alone.
LOOK_BACK = {"old", "changed"}


class Generator(Makers):
    def __init__(self, random, context="server", without=(), size=12):
        super().__init__(random, context, without)
        self.typer = Typer(context)
        self.size = size
        # How often each feature has been used, so that none stays rare.
        self.uses = Counter()

    def draft(self):
        goal = self.choose(GOALS)
        if self.chance(0.2):
            goal = self.choose(self.known(EQUATABLE))
        # Half of them are small: what is deep inside often does not show.
        size = self.random.randrange(1, self.size + 1 if self.chance(0.5) else 5)
        scope = Scope(MAIN)
        return self.list(size, scope) if goal == "list" else self.make(goal, size, scope)

    def list(self, size, scope):
        makers = self.only(
            (3, "allocate", lambda: self.allocated(size, scope)),
            (0.3, "my_roles", lambda: call("my_roles")),
            (0.3, "my_team", lambda: call("my_team")),
        )
        goal = self.choose([INT, MONEY, TEXT, DATE, PLAIN])
        makers.append((2, lambda: listed(*self.several(goal, size, scope, 1, 4))))
        makers.append((0.5, lambda: Node("name", (), "tags")))
        return self.weighted(makers)()

    def allocated(self, size, scope):
        total = self.make(self.choose([MONEY, INT, PLAIN]), max(1, size // 2), scope)
        weights = self.several(self.choose([INT, PLAIN, MONEY]), size // 2, scope, 1, 5)
        if self.chance(0.6):
            weights = [self.literal(INT, scope) for _ in weights]
        return call("allocate", total, listed(*weights))

    def candidate(self):
        """A tree that has a type, and its typed form."""
        while True:
            tree = self.draft()
            try:
                typed = self.typer.whole(tree)
            except IllTyped:
                # An option's name without anything that says whose it is, mostly.
                continue
            looks_back = used(tree) & LOOK_BACK and not is_condition(typed)
            if not looks_back and not used(tree) & self.without:
                return tree, typed

    def template(self):
        """A text with holes."""
        goals = [PLAIN, INT, MONEY, TEXT, TEXT, DATE, BOOL, DURATION]
        goals += [DATETIME] if self.zoned else []
        parts = []
        for _ in range(self.random.randrange(1, 4)):
            tree = self.make(self.choose(goals), self.random.randrange(1, 5), Scope(MAIN))
            plain = self.choose(["", " ", "合同 ", "{{x}} ", "e", "\u0301", "-"])
            parts.append(plain + "{" + show(tree) + "}")
            if used(tree) & (LOOK_BACK | self.without):
                return self.template()
        text = "".join(parts)
        try:
            typed_line(self.typer, {"use": "text", "text": text})
        except IllTyped:
            return self.template()
        return text

    def expression(self):
        """Of some candidates the one with the rarest feature."""
        chosen = min((self.candidate() for _ in range(CANDIDATES)), key=self.commonness)
        self.uses.update(features(chosen[1]) | used(chosen[0]))
        return chosen

    def commonness(self, candidate):
        """How often its rarest function was used, and its rarest feature; of equals the smaller
        one, where less is hidden."""
        tree, typed = candidate
        many = len(self.uses)
        rarest = min((self.uses[name] for name in used(tree)), default=many)
        feature = min((self.uses[f] for f in features(typed)), default=many)
        return rarest, feature, size(tree)

    def target(self, kind):
        """The field that takes a number, or none: then the value is given as it is."""
        if not is_number(kind) or self.chance(0.5):
            return None
        if kind.name == "money":
            return money()
        if self.chance(0.1):
            return money()
        # One digit less is where halves are.
        one_less = min(9, max(0, kind.scale - 1))
        return decimal(self.choose([0, 1, 2, 4, 9, one_less, one_less, one_less]))


def used(tree):
    """The functions and operators of a tree, and whether it has `old`."""
    found = {n.value for n in walk(tree) if n.op in ("call", "binary")}
    is_old = any(n.op == "name" and n.value == "old" for n in walk(tree))
    return found | {"old"} if is_old else found


def is_condition(typed):
    return typed.kind == BOOL and typed.filled


def features(typed):
    """Functions and operators with the kinds that they stand between."""
    found = set()
    for node in walk_typed(typed):
        kinds = tuple(named(child.kind) for child in node.args)
        if node.op == "call":
            found.add((node.value.name, *kinds[:2]))
        elif node.op == "aggregate":
            function, rows = node.value
            found.add((function.name, "list" if rows is None else rows.entity))
            if rows is not None:
                found.update(features_of_rows(function, rows))
        elif node.op in ("binary", "neg", "not", "if"):
            found.add((node.op, node.value, *kinds))
    return found


def features_of_rows(function, rows):
    yield function.name, rows.value and named(rows.value.kind)
    yield function.name, "where", rows.where is not None
    yield function.name, "by", rows.by and (named(rows.by.kind), rows.descending)


def named(kind):
    """The name of a kind; periods with their shape."""
    return (kind.name, kind.of) if kind.name == "period" else kind.name


def composed(tree):
    """The tree as it is read: texts in NFC."""
    args = tuple(a and composed(a) for a in tree.args)
    return Node(tree.op, args, nfc(tree.value) if tree.op == "text" else tree.value)


def expressions(generator, count):
    for index in range(count):
        if generator.chance(0.05):
            yield line(index, "text", generator.template(), TEXT)
            continue
        tree, typed = generator.expression()
        written = show(tree, brackets=generator.chance(0.2))
        assert parse(written) == composed(tree), written
        must = used(tree) & LOOK_BACK or is_condition(typed) and generator.chance(0.2)
        use = "must" if must else "value"
        yield line(index, use, written, typed.kind, generator.target(typed.kind))


def line(index, use, text, kind, target=None):
    return {
        "expression": index,
        "use": use,
        "text": text,
        "kind": canonical.kind_json(kind),
        "target": target and canonical.kind_json(target),
    }


def header(random, seed, context):
    return {
        "run": 1,
        "seed": seed,
        "context": context,
        "zone": ZONE,
        "now": random.choice(nasty.MOMENTS[:-1]),
        "me": random.choice(USERS),
        "records": PEOPLE,
    }


def cases(seed, context="server", expression_count=500, record_count=50, without=(), size=12):
    """The lines of a file of cases. The same arguments give the same lines."""
    random = Random(f"{seed} {context}")
    generator = Generator(random, context, without, size)
    records = Records(random)
    yield header(random, seed, context)
    yield from expressions(generator, expression_count)
    yield from (records.case(index) for index in range(record_count))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--context", choices=CONTEXTS, default="server")
    parser.add_argument("--expressions", type=int, default=500)
    parser.add_argument("--records", type=int, default=50)
    parser.add_argument("--size", type=int, default=12, help="nodes of an expression, roughly")
    parser.add_argument("--without", default="", help="functions to leave out, with commas")
    given = parser.parse_args()
    without = [name for name in given.without.split(",") if name]
    shape = (given.seed, given.context, given.expressions, given.records, without, given.size)
    for line in cases(*shape):
        sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()

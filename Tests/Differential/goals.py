"""Random trees of a wanted kind: what every kind has in common, and its leaves.

A goal is a Kind, or one of the words `plain` (an int or a decimal), `flag` (a bool that may be
blank). The goal BOOL is a condition. A number of a goal may have any scale.
"""

import nasty
from drafts import binary, call, dotted, field, listed, name, number, quantity, text
from kinds import (
    BOOL,
    DATE,
    DATETIME,
    DURATION,
    INT,
    TEXT,
    Kind,
    entity_of,
    is_link,
    is_plain_number,
    money,
    option,
    period,
    reference,
)
from schema import ENTITIES, EVERY, MAIN, PARAMS
from syntax import Node
from typed import Scope

PLAIN = Kind("plain")
FLAG = Kind("flag")
MONEY = money()
TIME = Kind("time")
OPTIONS = [option("deal", "level"), option("deal", "stage")]
LINKS = [reference("party"), reference("user"), reference("department")]
# What `<` compares; periods of one shape.
ORDERED = [
    *(PLAIN, PLAIN, INT, MONEY, MONEY, TEXT, DATE, DATE, DATETIME, DURATION, TIME),
    *(period("days"), period("months")),
]
RANKED = [PLAIN, PLAIN, INT, MONEY, MONEY, DATE, DATETIME, DURATION]
EQUATABLE = [*ORDERED, *OPTIONS, *OPTIONS, *LINKS, FLAG, period("mixed")]
ROWS = (("deal_line", "deal"), ("visit", "deal"))
UNITS = ("day", "week", "month", "quarter", "year")


def meets(kind, goal):
    if goal == PLAIN:
        return is_plain_number(kind)
    if goal == FLAG:
        return kind == BOOL
    if goal.name == "money":
        return kind.name == "money"
    return kind == goal


class Goals:
    def __init__(self, random, context, without=()):
        self.random = random
        self.context = context
        self.without = set(without)

    # Choosing

    def choose(self, items):
        return self.random.choice(items)

    def chance(self, share):
        return self.random.random() < share

    def weighted(self, options):
        """One of pairs of weight and maker."""
        total = self.random.random() * sum(weight for weight, _ in options)
        for weight, maker in options:
            total -= weight
            if total < 0:
                return maker
        return options[-1][1]

    def shares(self, size, count):
        """The size that is left, dealt out to so many children."""
        sizes = [1] * count
        for _ in range(max(0, size - 1 - count)):
            sizes[self.random.randrange(count)] += 1
        return sizes

    def several(self, goal, size, scope, low, high):
        count = self.random.randrange(low, high + 1)
        return [self.make(goal, s, scope) for s in self.shares(size, count)]

    # Leaves

    def fields(self, goal, entity):
        return [f for f, d in EVERY[entity].items() if meets(d.kind, goal)]

    def paths(self, goal, scope):
        """Paths over references to a field of the goal: one step, sometimes two."""
        if self.context == "form":
            return [["me", f] for f in self.fields(goal, "user")]
        found = [["me", f] for f in self.fields(goal, "user")]
        for link, declared in EVERY[scope.entity].items():
            if not is_link(declared.kind) or declared.kind == reference(MAIN):
                continue
            entity = entity_of(declared.kind)
            found += [[link, f] for f in self.fields(goal, entity)]
            for further, next_ in EVERY[entity].items():
                if is_link(next_.kind) and self.chance(0.3):
                    found += [[link, further, f] for f in self.fields(goal, entity_of(next_.kind))]
        return found

    def leaf(self, goal, scope):
        """A field mostly, else a path, a param, what was before, or a literal."""
        pick = self.random.random()
        own = self.fields(goal, scope.entity)
        if goal == BOOL:
            return self.condition_leaf(scope)
        if own and pick < 0.55:
            return name(self.choose(own))
        if pick < 0.65 and (paths := self.paths(goal, scope)):
            return dotted(*self.choose(paths))
        if own and pick < 0.7 and self.context == "server" and not scope.is_row:
            return dotted("old", self.choose(own))
        params = [p for p, (kind, _) in PARAMS.items() if meets(kind, goal)]
        if params and pick < 0.75:
            return name(self.choose(params))
        return self.literal(goal, scope)

    def condition_leaf(self, scope):
        if scope.entity == MAIN and self.chance(0.4):
            return name("ready")
        if self.chance(0.15):
            return Node("bool", (), self.chance(0.5))
        flag = self.choose(self.fields(FLAG, scope.entity) or ["ready"])
        return binary(self.choose(["==", "!="]), name(flag), Node("bool", (), self.chance(0.5)))

    def literal(self, goal, scope):
        if goal == INT:
            return number(self.choose([-1, -3, *nasty.INTS]))
        if goal == PLAIN:
            return number(self.choose(nasty.DECIMALS if self.chance(0.5) else nasty.INTS))
        if goal == TEXT:
            return text(self.choose(nasty.TEXTS))
        if goal == FLAG:
            return Node("bool", (), self.chance(0.5))
        if goal == DATE:
            return Node("date", (), self.choose(nasty.DATES))
        if goal == DATETIME:
            return Node("datetime", (), self.choose(nasty.CLOCKS))
        if goal.name == "option":
            return name(self.choose(EVERY[goal.of[0]][goal.of[1]].options))
        if goal == DURATION or goal.name == "period":
            return self.quantity(goal)
        if goal == reference("user"):
            return name("me")
        return self.made(goal, scope)

    def quantity(self, goal):
        units = {"days": ("days", "weeks"), "months": ("months", "years")}
        if goal == DURATION:
            unit = self.choose(["hours", "minutes", "seconds"])
            count = self.choose(["0", "1", "1.5", "2", "8", "90", "0.5", "24", "36000"])
            return quantity(count, unit if count != "1" else unit[:-1])
        if goal.of == "mixed":
            shapes = [period("months"), period("days")]
            return binary(self.choose("+-"), *map(self.quantity, shapes))
        count = self.choose([0, 1, 1, 1, 1, 2, 3, 5, 11, 12, 31, 400])
        unit = self.choose(units[goal.of])
        return quantity(count, unit if count != 1 or self.chance(0.1) else unit[:-1])

    def made(self, goal, scope):
        """The simplest tree of a goal that has no literal."""
        if goal == MONEY:
            return name({"deal": "amount", "deal_line": "price"}.get(scope.entity, "cost"))
        if goal == TIME:
            return call("time_of", self.leaf(DATETIME, scope))
        if goal == reference("department"):
            return dotted("me", "department")
        if goal == reference("party"):
            return name({"deal": "customer", "deal_line": "item"}.get(scope.entity, "customer"))
        raise ValueError(goal)

    # Anything

    def make(self, goal, size, scope):
        if size <= 1:
            return self.leaf(goal, scope)
        makers = self.makers(goal, size, scope) + self.shared(goal, size, scope)
        makers.append((1, lambda: self.leaf(goal, scope)))
        return self.weighted(makers)()

    def shared(self, goal, size, scope):
        """What there is for every kind."""
        found = [
            (1.5, lambda: self.if_(goal, size, scope)),
            (0.7, lambda: self.or_else(goal, size, scope)),
            (0.5, lambda: call("coalesce", *self.several(goal, size, scope, 2, 3))),
            (0.7, lambda: self.switch(goal, size, scope)),
        ]
        if goal != BOOL and not scope.is_row:
            found.append((1.2, lambda: self.of_row(goal, size, scope)))
            if self.context != "query":
                found.append((0.3, lambda: self.of_list(goal, size, scope)))
        return found

    def if_(self, goal, size, scope):
        a, b, c = self.shares(size, 3)
        no = self.make(goal, c, scope)
        yes = self.make(goal, b, scope)
        if goal not in (BOOL, FLAG) and self.chance(0.05):
            yes = Node("blank")
        return Node("if", (self.make(BOOL, a, scope), yes, no))

    def or_else(self, goal, size, scope):
        a, b = self.shares(size, 2)
        # A condition must not be blank: its last part decides that.
        first = FLAG if goal == BOOL else goal
        return binary("??", self.make(first, a, scope), self.make(goal, b, scope))

    def switch(self, goal, size, scope):
        subject = self.choose(EQUATABLE)
        if subject == TIME and self.context != "server":
            subject = DATE
        count = self.random.randrange(1, 3)
        has_otherwise = goal == BOOL or self.chance(0.6)
        sizes = self.shares(size, 1 + 2 * count + has_otherwise)
        args = [self.field_of(subject, scope)]
        for _ in range(count):
            args.append(self.make(subject, min(sizes.pop(), 2), scope))
            args.append(self.make(goal, sizes.pop(), scope))
        if has_otherwise:
            args.append(self.make(goal, sizes.pop(), scope))
        return call("switch", *args)

    def field_of(self, goal, scope):
        """A field where there is one: it says which options the bare names mean."""
        own = self.fields(goal, scope.entity)
        return name(self.choose(own)) if own else self.leaf(goal, scope)

    # Rows

    def rows(self):
        """The entity and the tree of rows."""
        if self.context == "form" or self.chance(0.6):
            return "deal_line", name("lines")
        return "visit", Node("of", (), ("visit", "deal"))

    def row_field(self, goal, entity, rows):
        """`rows.field` of a goal, sometimes over a reference; None when there is none."""
        own = [[f] for f in self.fields(goal, entity)]
        if self.context != "form" and self.chance(0.3):
            for link, declared in ENTITIES[entity].items():
                if is_link(declared.kind) and declared.kind != reference(MAIN):
                    own += [[link, f] for f in self.fields(goal, entity_of(declared.kind))]
        if not own:
            return None
        tree = rows
        for word in self.choose(own):
            tree = field(tree, word)
        return tree

    def narrowed(self, subject, entity, size, ordered=False, descends=True):
        """The argument with where and by."""
        inside = Scope(entity, True)
        where = self.make(BOOL, min(size, 5), inside) if self.chance(0.5) else None
        by = None
        if ordered:
            by = self.make(self.choose([PLAIN, DATE, DATETIME, TEXT, MONEY]), 1, inside)
        if where is None and by is None:
            return subject
        descending = bool(by) and descends and self.chance(0.4)
        return Node("arg", (subject, where, by), descending)

    def of_row(self, goal, size, scope):
        """first, last or latest."""
        entity, rows = self.rows()
        subject = self.row_field(goal, entity, rows)
        if subject is None:
            return self.leaf(goal, scope)
        own = self.fields(goal, entity)
        if own and self.context != "form" and self.chance(0.4):
            argument = self.narrowed(rows, entity, size - 2, True, descends=False)
            return field(call("latest", argument), self.choose(own))
        argument = self.narrowed(subject, entity, size - 2, True)
        return call(self.choose(["first", "last"]), argument)

    def of_list(self, goal, size, scope):
        items = self.several(goal, size, scope, 1, 4)
        return call(self.choose(["first", "last"]), listed(*items))

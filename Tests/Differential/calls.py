"""Random calls and aggregates: what the makers of numbers, values and conditions share."""

import functions
import nasty
from drafts import binary, call, listed, name, number
from goals import MONEY, PLAIN, TIME, Goals
from kinds import BOOL, DATE, DATETIME, DURATION, INT, TEXT
from syntax import Node
from tailored import Tailored

# What the words of a plain signature mean as goals.
WORDS = {
    "text": TEXT,
    "int": INT,
    "date": DATE,
    "datetime": DATETIME,
    "number": PLAIN,
    "amount": PLAIN,
    "bool": BOOL,
    "time": TIME,
    "duration": DURATION,
}
# Functions whose arguments are more than a plain signature says.
SPECIAL = (
    "is_blank coalesce switch round floor ceil trunc min_of max_of clamp pow_int percent_of "
    "allocate matches text_of parse_decimal start_of end_of between add_work today now sum count "
    "avg min max any all first last latest distinct_count join my_roles my_team changed abs"
).split()


class Calls(Goals, Tailored):
    def __init__(self, random, context, without=()):
        super().__init__(random, context, without)
        self.plain = {}
        for function in functions.TABLE.values():
            if function.name in SPECIAL or function.left_out or not self.may(function.name):
                continue
            inside, _, result = function.signature.partition("(")[2].partition(") -> ")
            words = [WORDS[w.strip()] for w in inside.split(",") if w.strip()]
            self.plain.setdefault(WORDS[result], []).append((function.name, words))

    def may(self, function):
        return self.context in functions.TABLE[function].contexts and function not in self.without

    def only(self, *makers):
        """Those makers whose function may be used: triples of weight, function and maker."""
        return [(weight, make) for weight, function, make in makers if self.may(function)]

    @property
    def zoned(self):
        return self.context == "server"

    def known(self, goals):
        return [g for g in goals if g != TIME or self.zoned]

    # For each goal

    def makers(self, goal, size, scope):
        found = list(self.plain_calls(goal, size, scope))
        found += getattr(self, "makers_" + goal.name, self.no_makers)(goal, size, scope)
        return found

    def no_makers(self, goal, size, scope):
        return []

    def plain_calls(self, goal, size, scope):
        goals = (INT, PLAIN) if goal == PLAIN else (goal,)
        for name_, words in (c for g in goals for c in self.plain.get(g, [])):
            yield 0.8, lambda n=name_, w=words: self.plain_call(n, w, size, scope)

    def plain_call(self, name_, words, size, scope):
        near = self.fitting(name_, scope)
        if near is not None:
            return call(name_, *near)
        sizes = self.shares(size, max(1, len(words)))
        args = [self.argument(w, s, scope) for w, s in zip(words, sizes)]
        return call(name_, *args)

    def argument(self, goal, size, scope):
        """Counts and widths are small mostly."""
        if goal == INT and self.chance(0.6):
            return number(self.choose([-1, 0, 1, 1, 2, 2, 3, 4, 8]))
        if goal == PLAIN and self.chance(0.3):
            goal = MONEY
        return self.make(goal, size, scope)

    def pair(self, operators, a, b, size, scope):
        left, right = self.shares(size, 2)
        operator = self.choose(operators)
        return binary(operator, self.make(a, left, scope), self.make(b, right, scope))

    def negative(self, goal, size, scope):
        return Node("neg", (self.make(goal, size - 1, scope),))

    def one(self, function, goal, size, scope, *more):
        return call(function, self.make(goal, size - 1, scope), *more)

    def extremes(self, goal, size, scope):
        def make(function):
            items = self.several(goal, size, scope, 2, 3)
            if goal == MONEY and self.chance(0.4):
                items[-1] = number(self.choose(nasty.AMOUNTS))
            return call(function, *items)

        return self.only(
            (0.5, "min_of", lambda: make("min_of")), (0.5, "max_of", lambda: make("max_of"))
        )

    def aggregate(self, function, goal, size, scope, *more):
        """An aggregate over rows of a field; a leaf where no rows have one."""
        entity, rows = self.rows()
        subject = self.row_field(goal, entity, rows)
        if subject is None:
            entity, rows = "deal_line", name("lines")
            subject = self.row_field(goal, entity, rows)
        if subject is None:
            return self.leaf(goal, scope)
        argument = self.narrowed(subject, entity, size - 2, ordered=function == "join")
        return call(function, argument, *more)

    def over_list(self, function, goal, size, scope, *more):
        return call(function, listed(*self.several(goal, size, scope, 1, 4)), *more)

    def aggregates(self, goal, size, scope, *names):
        found = []
        for function in names:
            if not self.may(function):
                continue
            if not scope.is_row:
                found.append((0.9, lambda f=function: self.aggregate(f, goal, size, scope)))
            if self.context != "query":
                found.append((0.2, lambda f=function: self.over_list(f, goal, size, scope)))
        return found

"""Random numbers and money."""

import nasty
from calls import Calls
from drafts import binary, call, name, number
from exact import MODES
from goals import EQUATABLE, MONEY, PLAIN
from kinds import DURATION, INT, TEXT


class Numbers(Calls):
    def makers_int(self, goal, size, scope):
        found = [
            (3, lambda: self.pair(["+", "-", "*"], INT, INT, size, scope)),
            (1.5, lambda: self.pair(["div", "mod"], INT, INT, size, scope)),
            (0.5, lambda: self.pair(["div"], MONEY, MONEY, size, scope)),
            (0.5, lambda: self.negative(INT, size, scope)),
        ]
        for rounding in ("round", "floor", "ceil", "trunc"):
            found += self.only((0.6, rounding, lambda r=rounding: self.one(r, PLAIN, size, scope)))
        found += self.only((0.5, "abs", lambda: self.one("abs", INT, size, scope)))
        found += self.only((0.7, "pow_int", lambda: self.power(INT, size, scope)))
        found += self.only((0.5, "clamp", lambda: self.clamp(INT, size, scope)))
        found += self.extremes(INT, size, scope)
        found += self.aggregates(INT, size, scope, "sum", "min", "max")
        return found + self.counts(size, scope)

    def counts(self, size, scope):
        found = self.aggregates(self.choose(EQUATABLE), size, scope, "count", "distinct_count")
        if not scope.is_row and self.may("count"):
            found.append((0.9, lambda: self.count_rows(size)))
            found.append((0.3, lambda: call("count", name("tags"))))
        return found if self.context != "query" else found[:-1]

    def count_rows(self, size):
        entity, rows = self.rows()
        return call("count", self.narrowed(rows, entity, size - 1))

    def power(self, goal, size, scope):
        exponent = number(self.choose([0, 1, 2, 3, 5, 9, 18, 40, 126, 127, -1, 1000, 1001]))
        if self.chance(0.3):
            exponent = self.make(INT, 1, scope)
        return call("pow_int", self.make(goal, size - 2, scope), exponent)

    def clamp(self, goal, size, scope):
        items = self.several(goal, size, scope, 3, 3)
        if goal == MONEY and self.chance(0.5):
            items[1] = number(self.choose(nasty.AMOUNTS))
        return call("clamp", *items)

    def rounded(self, goal, size, scope):
        more = []
        if goal == PLAIN or self.chance(0.7):
            # Few digits, so that halves occur.
            more.append(number(self.choose([0, 0, 1, 1, 2, 2, 2, 3, 4, 8, 9])))
            if self.chance(0.6):
                more.append(name(self.choose(sorted(MODES))))
        return self.one("round", goal, size, scope, *more)

    def makers_plain(self, goal, size, scope):
        found = [
            (2, lambda: self.make(INT, size, scope)),
            (3, lambda: self.pair(["+", "-", "*"], PLAIN, PLAIN, size, scope)),
            (2, lambda: self.pair(["/"], PLAIN, PLAIN, size, scope)),
            (0.7, lambda: self.pair(["mod"], PLAIN, PLAIN, size, scope)),
            (0.8, lambda: self.pair(["/"], MONEY, MONEY, size, scope)),
            (0.4, lambda: self.pair(["/"], DURATION, DURATION, size, scope)),
            (0.5, lambda: self.negative(PLAIN, size, scope)),
        ]
        found += self.only(
            (1.5, "round", lambda: self.rounded(PLAIN, size, scope)),
            (0.5, "abs", lambda: self.one("abs", PLAIN, size, scope)),
            (0.5, "clamp", lambda: self.clamp(PLAIN, size, scope)),
            (0.7, "pow_int", lambda: self.power(PLAIN, size, scope)),
            (0.7, "parse_decimal", lambda: self.parsed(size, scope)),
            (0.7, "percent_of", lambda: self.percent(size, scope)),
        )
        found += self.extremes(PLAIN, size, scope)
        return found + self.aggregates(PLAIN, size, scope, "sum", "avg", "min", "max")

    def parsed(self, size, scope):
        near = self.fitting("parse_decimal", scope) or (self.make(TEXT, size - 1, scope),)
        return call("parse_decimal", *near)

    def percent(self, size, scope):
        goal = self.choose([MONEY, PLAIN, INT])
        return call("percent_of", *self.several(goal, size, scope, 2, 2))

    def makers_money(self, goal, size, scope):
        found = [
            (3, lambda: self.pair(["+", "-"], MONEY, MONEY, size, scope)),
            (1, lambda: self.with_constant(self.choose("+-"), size, scope)),
            (2, lambda: self.pair(["*", "/"], MONEY, PLAIN, size, scope)),
            (1, lambda: self.pair(["*"], PLAIN, MONEY, size, scope)),
            (0.5, lambda: self.pair(["mod"], MONEY, MONEY, size, scope)),
            (0.5, lambda: self.negative(MONEY, size, scope)),
        ]
        for function in ("abs", "floor", "ceil", "trunc"):
            found += self.only((0.4, function, lambda f=function: self.one(f, MONEY, size, scope)))
        found += self.only(
            (1.5, "round", lambda: self.rounded(MONEY, size, scope)),
            (0.5, "clamp", lambda: self.clamp(MONEY, size, scope)),
        )
        found += self.extremes(MONEY, size, scope)
        return found + self.aggregates(MONEY, size, scope, "sum", "avg", "min", "max")

    def with_constant(self, operator, size, scope):
        sides = [self.make(MONEY, size - 2, scope), number(self.choose(nasty.AMOUNTS))]
        if self.chance(0.2):
            sides[1] = binary(self.choose("+*"), sides[1], number(self.choose([2, "0.5", 50])))
        if self.chance(0.3):
            sides.reverse()
        return binary(operator, *sides)

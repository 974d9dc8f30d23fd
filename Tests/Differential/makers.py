"""What makes a tree of each goal: operators and functions."""

import functions
import nasty
from drafts import binary, call, listed, name, number, quantity, text
from exact import MODES
from goals import (
    EQUATABLE,
    FLAG,
    MONEY,
    OPTIONS,
    ORDERED,
    PLAIN,
    RANKED,
    TIME,
    UNITS,
    Goals,
)
from kinds import BOOL, DATE, DATETIME, DURATION, INT, TEXT, Kind, period
from schema import MAIN
from syntax import Node

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


class Makers(Goals):
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

    # Numbers

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
            more.append(number(self.random.randrange(10) if self.chance(0.5) else 2))
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
            (0.7, "parse_decimal", lambda: self.one("parse_decimal", TEXT, size, scope)),
            (0.7, "percent_of", lambda: self.percent(size, scope)),
        )
        found += self.extremes(PLAIN, size, scope)
        return found + self.aggregates(PLAIN, size, scope, "sum", "avg", "min", "max")

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

    # Texts, days, moments

    def makers_text(self, goal, size, scope):
        found = [(4, lambda: self.pair(["+"], TEXT, TEXT, size, scope))]
        found += self.only((2, "text_of", lambda: self.text_of(size, scope)))
        if not scope.is_row:
            separator = text(self.choose([",", "、", "", "é", "\u0301", " - "]))
            found.append((1, lambda: self.aggregate("join", TEXT, size, scope, separator)))
            if self.context != "query":
                found.append((0.3, lambda: self.over_list("join", TEXT, size, scope, separator)))
        return found

    def text_of(self, size, scope):
        goals = [PLAIN, PLAIN, INT, MONEY, FLAG, BOOL, DATE, DURATION, TEXT]
        goals += [TIME, DATETIME] if self.zoned else []
        if self.chance(0.1):
            own = self.fields(self.choose(OPTIONS), scope.entity)
            if own:
                return call("text_of", name(self.choose(own)))
        return self.one("text_of", self.choose(goals), size, scope)

    def unit(self, function, goal, size, scope):
        return self.one(function, goal, size, scope, name(self.choose(UNITS)))

    def makers_date(self, goal, size, scope):
        shape = period(self.choose(["days", "months", "mixed"]))
        found = [(3, lambda: self.pair(["+", "-"], DATE, shape, size, scope))]
        found += self.only(
            (0.7, "today", lambda: call("today")),
            (0.9, "start_of", lambda: self.unit("start_of", DATE, size, scope)),
            (0.9, "end_of", lambda: self.unit("end_of", DATE, size, scope)),
            (0.9, "add_work", lambda: self.add_work(DATE, size, scope)),
        )
        found += self.extremes(DATE, size, scope)
        return found + self.aggregates(DATE, size, scope, "min", "max")

    def makers_datetime(self, goal, size, scope):
        found = [(2, lambda: self.pair(["+", "-"], DATETIME, DURATION, size, scope))]
        if self.zoned:
            shape = period(self.choose(["days", "months", "mixed"]))
            found += [
                (3, lambda: self.pair(["+", "-"], DATETIME, shape, size, scope)),
                (0.9, lambda: self.unit("start_of", DATETIME, size, scope)),
                (0.9, lambda: self.unit("end_of", DATETIME, size, scope)),
            ]
        found += self.only(
            (0.7, "now", lambda: call("now")),
            (2, "add_work", lambda: self.add_work(DATETIME, size, scope)),
        )
        found += self.extremes(DATETIME, size, scope)
        return found + self.aggregates(DATETIME, size, scope, "min", "max")

    def add_work(self, goal, size, scope):
        start = self.make(goal, max(1, size - 3), scope)
        days = quantity(self.choose([0, 1, 2, 2, 5, 30]), "working", "days")
        hours = quantity(self.choose([0, 1, "1.5", 2, 4, 8, 40, 200]), "working", "hours")
        amount = days if goal == DATE or self.chance(0.4) else hours
        if goal == DATETIME and self.chance(0.3):
            return call("add_work", start, self.make(DURATION, 1, scope))
        if self.chance(0.15):
            amount = binary("*", amount, self.make(INT, 1, scope))
        return call("add_work", start, amount)

    def makers_duration(self, goal, size, scope):
        found = [
            (3, lambda: self.pair(["-"], DATETIME, DATETIME, size, scope)),
            (1.5, lambda: self.pair(["+", "-"], DURATION, DURATION, size, scope)),
            (1.5, lambda: self.pair(["*", "/"], DURATION, PLAIN, size, scope)),
            (0.5, lambda: self.pair(["*"], INT, DURATION, size, scope)),
            (0.5, lambda: self.negative(DURATION, size, scope)),
        ]
        if self.context != "query":
            found.append((0.5, lambda: self.over_list("sum", DURATION, size, scope)))
        return found + self.extremes(DURATION, size, scope)

    def makers_period(self, goal, size, scope):
        found = [
            (1, lambda: self.pair(["+", "-"], goal, goal, size, scope)),
            (1.5, lambda: self.pair(["*"], goal, INT, size, scope)),
            (0.5, lambda: self.pair(["*"], INT, goal, size, scope)),
            (0.5, lambda: self.negative(goal, size, scope)),
        ]
        if goal.of == "mixed":
            shapes = period("months"), period("days")
            found.append((2, lambda: self.pair(["+", "-"], *shapes, size, scope)))
        return found

    def makers_option(self, goal, size, scope):
        return []

    # Conditions

    def makers_bool(self, goal, size, scope):
        ordered = ["<", "<=", ">", ">="]
        found = [
            (2, lambda: self.pair(["and", "or"], BOOL, BOOL, size, scope)),
            (1, lambda: Node("not", (self.make(BOOL, size - 1, scope),))),
            (4, lambda: self.comparison(ordered, ORDERED, size, scope)),
            (3, lambda: self.comparison(["==", "!="], EQUATABLE, size, scope)),
            (2, lambda: self.membership(size, scope)),
            (1, lambda: self.one("is_blank", self.choose(self.known(EQUATABLE)), size, scope)),
            (1, lambda: self.between(size, scope)),
        ]
        if not scope.is_row:
            found.append((1.5, lambda: self.quantified(size, scope)))
        found += self.only((1, "matches", lambda: self.matches(size, scope)))
        if not scope.is_row:
            found += self.only((0.8, "changed", lambda: self.changed()))
        return found

    def makers_flag(self, goal, size, scope):
        return [(2, lambda: self.make(BOOL, size, scope))]

    def comparison(self, operators, goals, size, scope):
        goal = self.choose(self.known(goals))
        if goal.name == "option":
            fields = self.fields(goal, scope.entity)
            left = name(self.choose(fields)) if fields else self.leaf(goal, scope)
            return binary(self.choose(operators), left, self.make(goal, size - 2, scope))
        if operators[0] == "==" and self.chance(0.08):
            return binary(self.choose(operators), self.make(goal, size - 1, scope), Node("blank"))
        if goal == MONEY and self.chance(0.4):
            constant = number(self.choose(nasty.AMOUNTS))
            return binary(self.choose(operators), self.make(MONEY, size - 1, scope), constant)
        return self.pair(operators, goal, goal, size, scope)

    def membership(self, size, scope):
        operator = self.choose(["in", "not in"])
        special = self.random.random()
        if special < 0.15 and scope.entity == "deal":
            option = name(self.choose(["vip", "risky", "partner"]))
            return binary(operator, option, name("tags"))
        if special < 0.25:
            role = name(self.choose(["sales", "director", "admin"]))
            return binary(operator, role, call("my_roles"))
        if special < 0.35:
            person = self.make(Kind("person"), 1, scope)
            return binary(operator, person, call("my_team"))
        goal = self.choose(self.known(EQUATABLE))
        subject = self.field_of(goal, scope)
        items = self.several(goal, size - 1, scope, 1, 3)
        if self.chance(0.1):
            items.append(Node("blank"))
        return binary(operator, subject, listed(*items))

    def between(self, size, scope):
        items = self.several(self.choose(self.known(RANKED)), size, scope, 3, 3)
        return call("between", *items)

    def quantified(self, size, scope):
        function = self.choose(["any", "all"])
        if self.chance(0.4):
            return self.aggregate(function, FLAG, size, scope)
        entity, rows = self.rows()
        argument = self.narrowed(rows, entity, size - 1)
        if argument is rows:
            return self.aggregate(function, FLAG, size, scope)
        return call(function, argument)

    def matches(self, size, scope):
        return self.one("matches", TEXT, size, scope, text(self.choose(nasty.PATTERNS)))

    def changed(self):
        fields = [f for goal in EQUATABLE for f in self.fields(goal, MAIN)]
        return call("changed", name(self.choose([*fields, "tags"])))

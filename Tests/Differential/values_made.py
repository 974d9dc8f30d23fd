"""Random texts, days, moments, durations and periods."""

from calls import Calls
from drafts import binary, call, name, quantity, text
from goals import FLAG, MONEY, OPTIONS, PLAIN, TIME, UNITS
from kinds import BOOL, DATE, DATETIME, DURATION, INT, TEXT, period


class Values(Calls):
    def makers_text(self, goal, size, scope):
        found = [
            (3, lambda: self.pair(["+"], TEXT, TEXT, size, scope)),
            (1.5, lambda: self.composing(scope)),
        ]
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
                (2, lambda: self.pair(["+", "-"], DATETIME, shape, size, scope)),
                (2, lambda: self.step(scope)),
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
        near = self.fitting("add_work", scope) if goal == DATETIME else None
        if near is not None:
            return call("add_work", *near)
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

"""Random conditions."""

import nasty
from calls import Calls
from drafts import binary, call, listed, name, number, text
from goals import EQUATABLE, FLAG, MONEY, ORDERED, RANKED
from kinds import BOOL, TEXT, Kind
from schema import MAIN
from syntax import Node


class Conditions(Calls):
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

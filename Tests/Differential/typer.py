"""Gives every node of an expression its kind, or says why it has none."""

from dataclasses import replace

import functions
from kinds import (
    BLANK,
    BOOL,
    EQUATABLE,
    ORDERED,
    PERSON,
    common,
    entity_of,
    is_link,
    list_of,
    period,
)
from schema import EVERY, MAIN, PARAMS
from typed import IllTyped, Scope, Typed
from typed_literals import Literals
from typed_operators import arithmetic, negated

CONTEXTS = ("server", "query", "form")


MAIN_SCOPE = Scope(MAIN)


class Typer(Literals):
    def __init__(self, context="server"):
        assert context in CONTEXTS
        self.context = context

    def whole(self, node, scope=MAIN_SCOPE, expected=None):
        typed = self.infer(node, scope, expected)
        if typed.kind == BLANK:
            raise IllTyped("blank alone has no type", node)
        if typed.kind.name == "rows":
            raise IllTyped("rows are arguments of aggregates only", node)
        if typed.kind.name == "work":
            raise IllTyped("working time is for add_work only", node)
        return typed

    def condition(self, node, scope=MAIN_SCOPE):
        """A bool that is never blank."""
        typed = self.infer(node, scope)
        if typed.kind != BOOL:
            raise IllTyped(f"expected a condition, found {typed.kind}", node)
        if not typed.filled:
            raise IllTyped("this may be blank: compare it, as in `… == true`", node)
        return typed

    def needs(self, node, *contexts, what):
        if self.context not in contexts:
            raise IllTyped(f"{what} cannot be used in a {self.context}", node)

    # Kinds that come from elsewhere

    def is_bare(self, node, scope):
        """Whether the kind must come from the other side: an option's name, or made of such."""
        if node.op == "name":
            return not self.is_declared(node.value, scope)
        if node.op == "blank":
            return True
        if node.op == "list":
            return all(self.is_bare(n, scope) for n in node.args)
        if node.op == "if":
            return all(self.is_bare(n, scope) for n in node.args[1:])
        if node.op == "binary" and node.value == "??":
            return all(self.is_bare(n, scope) for n in node.args)
        if node.op == "call" and node.value == "coalesce":
            return all(self.is_bare(n, scope) for n in node.args)
        return False

    def is_declared(self, name, scope):
        return name in ("me", "old", "this") or name in EVERY[scope.entity] or name in PARAMS

    def together(self, nodes, scope, expected=None):
        """Nodes that must have one kind: the typed nodes and that kind."""
        done = {}
        hint = expected
        for index, node in enumerate(nodes):
            if not self.is_bare(node, scope):
                done[index] = self.infer(node, scope, hint)
                if done[index].kind.name == "option":
                    # The nodes behind it may mean its options.
                    hint = done[index].kind
        known = common([t.kind for t in done.values()]) if done else BLANK
        wanted = known if known not in (None, BLANK) else expected
        for index, node in enumerate(nodes):
            if index not in done:
                done[index] = self.infer(node, scope, wanted)
        typed = [done[i] for i in range(len(nodes))]
        kind = common([t.kind for t in typed])
        if kind is None:
            found = ", ".join(str(t.kind) for t in typed)
            raise IllTyped(f"these do not go together: {found}", nodes[0])
        return typed, kind

    # Nodes

    def infer(self, node, scope, expected=None):
        return getattr(self, "infer_" + node.op)(node, scope, expected)

    def infer_name(self, node, scope, expected):
        name = node.value
        if name == "me":
            return Typed("me", PERSON, True)
        if name in ("old", "this"):
            raise IllTyped(f"{name} stands before a field only", node)
        option = self.option(name, expected)
        if name in EVERY[scope.entity]:
            # An option that is expected wins over a field of another kind that is called the same.
            if option and EVERY[scope.entity][name].kind != expected:
                return option
            return self.own_field(node, scope)
        if name in PARAMS:
            return Typed("param", PARAMS[name][0], True, value=name)
        if option is None:
            raise IllTyped(f"no field, param or option {name}", node)
        return option

    def option(self, name, expected):
        """The option of this name, where options of a field are expected."""
        if expected is None or expected.name != "option":
            return None
        entity, field = expected.of
        if name not in EVERY[entity][field].options:
            return None
        return Typed("value", expected, True, value=name)

    def own_field(self, node, scope):
        field = EVERY[scope.entity][node.value]
        if field.kind.name == "rows":
            raise IllTyped(f"{node.value} are rows: only aggregates take them", node)
        return Typed("field", field.kind, field.required, value=node.value)

    def infer_field(self, node, scope, expected):
        base = node.args[0]
        if base.op == "name" and base.value == "old":
            self.needs(node, "server", what="old")
            if scope.is_row:
                raise IllTyped("old is the record's, not a row's", node)
            return Typed("old", self.field_kind(scope.entity, node), False, value=node.value)
        if base.op == "name" and base.value == "this":
            if scope.this is None:
                raise IllTyped("this stands in a reference field's where only", node)
            return Typed("this", self.field_kind(scope.this, node), False, value=node.value)
        typed = self.infer(base, scope)
        return self.follow(node, typed)

    def follow(self, node, base):
        if not is_link(base.kind):
            raise IllTyped(f"{base.kind} has no fields", node)
        is_me = base.op == "me"
        if not is_me:
            self.needs(node, "server", "query", what="a field of another record")
        kind = self.field_kind(entity_of(base.kind), node)
        return Typed("follow", kind, False, (base,), node.value)

    def field_kind(self, entity, node):
        field = EVERY[entity].get(node.value)
        if field is None or field.kind.name == "rows":
            raise IllTyped(f"{entity} has no field {node.value}", node)
        return field.kind

    def infer_of(self, node, scope, expected):
        raise IllTyped("rows are arguments of aggregates only", node)

    def infer_list(self, node, scope, expected):
        inner = expected.of if expected is not None and expected.name == "list" else None
        items, kind = self.together(node.args, scope, inner)
        if kind.name in ("blank", "list", "rows", "work"):
            raise IllTyped(f"no list of {kind}", node)
        return Typed("list", list_of(kind), True, tuple(items))

    def infer_arg(self, node, scope, expected):
        raise IllTyped("where and by stand in aggregates over rows only", node)

    def infer_if(self, node, scope, expected):
        condition = self.condition(node.args[0], scope)
        branches, kind = self.together(node.args[1:], scope, expected)
        kind = replace(kind, constant=False)
        filled = all(b.filled for b in branches)
        return Typed("if", kind, filled, (condition, *branches))

    def infer_not(self, node, scope, expected):
        return Typed("not", BOOL, True, (self.condition(node.args[0], scope),))

    def infer_neg(self, node, scope, expected):
        return negated(self, node, self.infer(node.args[0], scope))

    def infer_binary(self, node, scope, expected):
        operator = node.value
        if operator in ("and", "or"):
            sides = tuple(self.condition(n, scope) for n in node.args)
            return Typed("binary", BOOL, True, sides, operator)
        if operator == "??":
            sides, kind = self.together(node.args, scope, expected)
            kind = replace(kind, constant=False)
            return Typed("binary", kind, any(s.filled for s in sides), tuple(sides), operator)
        if operator in ("in", "not in"):
            return self.membership(node, scope)
        if operator in ("==", "!=", "<", "<=", ">", ">="):
            return self.comparison(node, scope)
        sides = [self.infer(n, scope) for n in node.args]
        return arithmetic(self, node, *sides)

    def comparison(self, node, scope):
        sides, kind = self.together(node.args, scope)
        if node.value in ("==", "!="):
            if kind.name not in EQUATABLE:
                raise IllTyped(f"{kind} is not compared", node)
        elif any(s.kind == BLANK for s in sides):
            raise IllTyped("blank is neither more nor less: write is_blank", node)
        elif kind.name not in ORDERED or kind == period("mixed"):
            raise IllTyped(f"{kind} has no order", node)
        return Typed("binary", BOOL, True, tuple(sides), node.value)

    def membership(self, node, scope):
        left, right = node.args
        if right.op == "list":
            (item, *items), kind = self.together((left, *right.args), scope)
            list_ = Typed("list", list_of(kind), True, tuple(items))
        else:
            list_ = self.infer(right, scope)
            if list_.kind.name != "list":
                raise IllTyped(f"expected a list, found {list_.kind}", right)
            item = self.infer(left, scope, list_.kind.of)
            kind = common([item.kind, list_.kind.of])
        if kind is None or kind.name not in EQUATABLE:
            raise IllTyped(f"{item.kind} in {list_.kind}", node)
        return Typed("binary", BOOL, True, (item, list_), node.value)

    def infer_call(self, node, scope, expected):
        function = functions.TABLE.get(node.value)
        if function is None:
            raise IllTyped(f"there is no function {node.value}", node)
        self.needs(node, *function.contexts, what=node.value)
        return function.typing(self, node, scope, expected)

    # For functions

    def plain(self, node, scope):
        """The arguments, none of which has where or by."""
        return [self.infer(argument, scope) for argument in node.args]

    def word(self, node, allowed):
        """A bare word that the function itself knows."""
        if node.op != "name" or node.value not in allowed:
            raise IllTyped(f"expected one of {', '.join(allowed)}", node)
        return node.value



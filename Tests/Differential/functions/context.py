"""What the moment and the person give. `me` and `old` are words of the grammar."""

from kinds import BOOL, PERSON, list_of, option
from typed import IllTyped

from functions.table import EVERYWHERE, OWN_RULE, SERVER, Module, call, count_args

function = Module()
FUNCTIONS = function.functions


def listing(name, kind):
    def typing(typer, node, scope, expected):
        count_args(node, 0, 0, f"{name}()")
        return call(name, list_of(kind), False, [], FUNCTIONS)

    return typing


@function(
    "my_roles() -> list",
    OWN_RULE,
    EVERYWHERE,
    listing("my_roles", option("user", "roles")),
    with_env=True,
)
def my_roles(env, call):
    return env.my_roles()


@function("my_team() -> list", OWN_RULE, EVERYWHERE, listing("my_team", PERSON), with_env=True)
def my_team(env, call):
    """The people of my department, me too."""
    return env.my_team()


def changed_typing(typer, node, scope, expected):
    count_args(node, 1, 1, "changed(field)")
    subject = typer.infer(node.args[0], scope)
    if subject.op != "field" or scope.is_row:
        raise IllTyped("changed takes a field of the record", node)
    return call("changed", BOOL, True, [subject], FUNCTIONS)


@function("changed(field) -> bool", OWN_RULE, SERVER, changed_typing, with_env=True)
def changed(env, call, value):
    """Of a new record everything that is filled has changed."""
    return env.old.get(call.args[0].value) != value


def flow_typing(name):
    def typing(typer, node, scope, expected):
        raise IllTyped(f"{name} belongs to a flow, and this entity has none", node)

    return typing


def in_flow(signature):
    name = signature.split("(")[0]
    entry = function(
        signature, OWN_RULE, SERVER, flow_typing(name), left_out="belongs to a flow"
    )
    return entry


@in_flow("state() -> text")
def state():
    raise AssertionError("no expression reaches this without a flow")


@in_flow("step_entered_at() -> datetime")
def step_entered_at():
    raise AssertionError("no expression reaches this without a flow")


@in_flow("days_in_state() -> int")
def days_in_state():
    raise AssertionError("no expression reaches this without a flow")

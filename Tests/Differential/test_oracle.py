"""The judge's own tests: python -m pytest Tests/Differential."""

import sys
from collections import Counter
from pathlib import Path
from random import Random

import pytest
import vectors
from cases import Cases
from generate import Generator, cases, composed, used
from grammar import Malformed, parse
from kinds import is_number
from mutants import shown_by
from records import Records
from run import Backend, differences, shrunk
from shrink import shrink
from syntax import show, size, walk
from typed import IllTyped
from typer import CONTEXTS, Typer
from uses import answer_line, typed_line
from world import World

import functions

HERE = Path(__file__).parent


# The tables


@pytest.mark.parametrize("path", sorted(vectors.TABLES.glob("*.tsv")), ids=lambda p: p.stem)
def test_the_oracle_agrees_with_the_table(path):
    rows = vectors.rows(path)
    assert rows
    wrong = [
        (number, expression, says, expected)
        for number, expression, record, expected in rows
        for says in [vectors.found(expression, record)]
        if not vectors.agrees(says, expected)
    ]
    assert wrong == []


def test_there_are_enough_vectors():
    by_hand, of_function = 0, Counter()
    for path in vectors.TABLES.glob("*.tsv"):
        for _, expression, _, _ in vectors.rows(path):
            by_hand += path.stem != "generated"
            try:
                of_function.update({n.value for n in walk(parse(expression)) if n.op == "call"})
            except Malformed:
                continue
    assert by_hand >= 400
    drawn = [f.name for f in functions.TABLE.values() if not f.left_out]
    few = [name for name in drawn if of_function[name] < 20]
    assert few == []


@pytest.mark.parametrize(
    "says, expected, agree",
    [
        ('"1"', '"1"', True),
        ('"1"', '"1.0"', False),
        ("null", "false", False),
        ("!no order", "!no order", True),
        ("!no order", "null", False),
        ("null", "!no order", False),
    ],
)
def test_a_table_can_fail(says, expected, agree):
    assert vectors.agrees(says, expected) == agree


# The generator


@pytest.mark.parametrize("context", CONTEXTS)
def test_the_generator_gives_well_typed_expressions_of_all_functions(context):
    generator, typer, seen = Generator(Random(7), context), Typer(context), Counter()
    for _ in range(700):
        tree, typed = generator.expression()
        for brackets in (False, True):
            again = parse(show(tree, brackets))
            assert again == composed(tree)
            assert typer.whole(again).kind == typed.kind
        seen.update(used(tree))
    table = functions.TABLE.values()
    usable = {f.name for f in table if context in f.contexts and not f.left_out}
    assert {n for n in seen if n in functions.TABLE} == usable
    operators = "+ - * / div mod == != < <= > >= in not#in and or ??".split()
    assert all(seen[o.replace("#", " ")] for o in operators)


def test_what_is_left_out_does_not_occur():
    generator = Generator(Random(3), "server", without=["fold", "add_work", "sum", "switch"])
    names = set().union(*(used(generator.expression()[0]) for _ in range(300)))
    assert names & {"fold", "add_work", "sum"} == set()


def test_the_same_seed_gives_the_same_cases():
    first, again = (list(cases(5, "query", 40, 5)) for _ in range(2))
    assert first == again
    assert first != list(cases(6, "query", 40, 5))


def test_only_checks_look_back():
    looks_back = 0
    for line in cases(2, "server", 400, 0):
        if "old." in line.get("text", "") or "changed(" in line.get("text", ""):
            assert line["use"] == "must"
            looks_back += 1
    assert looks_back > 5


# The evaluator


@pytest.mark.parametrize("context", CONTEXTS)
def test_every_well_typed_expression_has_a_value_of_its_kind(context):
    """Some 17 000 pairs in each of the three contexts."""
    found = Cases.of(cases(11, context, 420, 41))
    typer, world = Typer(context), World(found.run)
    evaluations = [world.evaluation(record) for record in found.records]
    for line in found.expressions:
        typed = typed_line(typer, line)
        for evaluation in evaluations:
            value = answer_line(evaluation, line, typed, None)
            if isinstance(typed, list):
                assert value is None or isinstance(value, str) and value != ""
                continue
            assert value is None and may_be_blank(typed) or is_written(typed.kind, value), (
                line["text"],
                value,
            )


def may_be_blank(typed):
    return not (typed.kind.name == "bool" and typed.filled)


def is_written(kind, value):
    if kind.name == "bool":
        return isinstance(value, bool)
    if kind.name == "list":
        return value != [] and all(v is None or is_written(kind.of, v) for v in value)
    if not isinstance(value, str) or value == "":
        return False
    if is_number(kind):
        digits = value.removeprefix("-")
        whole, _, fraction = digits.partition(".")
        leads = whole == "0" or not whole.startswith("0")
        return digits.replace(".", "").isdecimal() and len(fraction) == kind.scale and leads
    return True


def test_a_function_is_refused_outside_its_contexts():
    for text, contexts in (
        ("due + 1 day", CONTEXTS),
        ("date_of(opened)", ("server",)),
        ("opened + 1 day", ("server",)),
        ("customer.name", ("server", "query")),
        ("count(visit.of(deal))", ("server", "query")),
        ("count(lines)", CONTEXTS),
        ('matches(name, "a")', ("server", "form")),
        ("changed(name)", ("server",)),
    ):
        for context in CONTEXTS:
            assert is_typed(text, context) == (context in contexts), (text, context)


def is_typed(text, context):
    try:
        Typer(context).whole(parse(text))
    except IllTyped:
        return False
    return True


FAULTS = (
    "a quotient is rounded",
    "months run over",
    "not in as in SQL",
    "texts are not composed",
    "of equal keys the last first",
)


def test_planted_faults_show():
    """`mutants.py` has forty of them, for whoever changes the generator."""
    lines = Cases.of(cases(1, "server", 250, 40))
    right = {(e, r): value for e, r, value in lines.answers()}
    assert [fault for fault in FAULTS if not shown_by(lines, right, fault)] == []


# The shrinker


def test_the_shrinker_finds_what_matters():
    """A pretended fault: whatever divides by a record's extra, when that is 7."""
    case = Records(Random(1)).case(0)
    case["fields"]["extra"] = "7"
    text = (
        'if ready and length(name + "é") > 2 then round(amount / (pieces + extra) * 2, 2)'
        " else sum(lines.price where quantity > 1) + amount / extra"
    )

    def disagrees(pairs):
        return [
            "/ " in show(tree) and "extra" in show(tree) and c["fields"].get("extra") == "7"
            for tree, c in pairs
        ]

    tree, small = shrink(parse(text), case, disagrees, "server")
    assert "/ " in show(tree) and "extra" in show(tree) and size(tree) == 3
    assert small["fields"] == {"extra": "7", "ready": small["fields"]["ready"]}
    assert not any(small["records"].values()) and small["old"] is None


BROKEN = """
import sys
sys.path.insert(0, {path!r})
import exact
import functions.number
functions.number.half_away = exact.half_even
import answer
answer.main()
"""


def test_a_fault_of_a_back_end_is_found_and_made_small(tmp_path):
    script = tmp_path / "broken.py"
    script.write_text(BROKEN.format(path=str(HERE)))
    lines = Cases.of(cases(1, "form", 1, 3))
    lines.expressions[0] |= {"text": "1 + round(amount * rate)", "target": None, "use": "value"}
    lines.records[0]["fields"] |= {"amount": "5.00", "rate": "0.5000"}
    backend = Backend("broken", command=f"{sys.executable} {script}")
    wrong = {(e, r) for e, r, _, _ in differences(lines, backend.answers(lines))}
    assert (0, 0) in wrong
    tree, small = shrunk(lines, backend, lines.expressions[0], lines.records[0])
    assert size(tree) == 2 and show(tree).startswith("round(")
    assert len(small["fields"]) <= 2


def test_an_answer_that_is_lacking_or_of_another_type_disagrees():
    lines = Cases.of(cases(1, "form", 3, 2))
    right = {(e, r): value for e, r, value in lines.answers()}
    assert list(differences(lines, right)) == []
    for key, value in right.items():
        other = 0 if value is False else 1 if value is True else False
        assert [d[:2] for d in differences(lines, right | {key: other})] == [key]
        lacking = {k: v for k, v in right.items() if k != key}
        assert [d[:2] for d in differences(lines, lacking)] == [key]

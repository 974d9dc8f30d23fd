"""SQLite and PostgreSQL against the tables."""

import postgres_server
import pytest
import vectors
from sql_backend import backend, vector_answers


@pytest.fixture(scope="session")
def postgres():
    """The folder of a server's socket."""
    with postgres_server.started() as folder:
        yield folder


@pytest.fixture(params=["sqlite", "postgres"])
def engine(request):
    socket = request.getfixturevalue("postgres") if request.param == "postgres" else None
    return backend(request.param, socket)


def rows():
    """Each row of the tables that is not about a syntax or type of the language alone."""
    for path in sorted(vectors.TABLES.glob("*.tsv")):
        for number, expression, record, expected in vectors.rows(path):
            if not expected.startswith("!"):
                yield f"{path.name}:{number}", expression, record


def test_the_tables(engine):
    places, wanted, lines = [], [], []
    for place, expression, record in rows():
        known = expression.startswith(vectors.USES)
        use, _, text = expression.partition(": ") if known else ("value", "", expression)
        run, case = vectors.world_of(record)
        line = {"use": use, "text": text, "target": None}
        places.append(place)
        wanted.append(vectors.found(expression, record, "query"))
        lines.append((run | {"context": "query"}, case, line))
    said = vector_answers(lines, engine)
    wrong = []
    for number, (place, right) in enumerate(zip(places, wanted)):
        answer = said.get(number, "no answer")
        # What the oracle refuses in a query the compiler has to refuse.
        agrees = answer == "refused" if right.startswith("!") else is_same(right, answer)
        if not agrees:
            wrong.append((place, lines[number][2]["text"], right, answer))
    assert wrong == []
    assert len(said) > 900


def is_same(right, answer):
    return answer != "refused" and vectors.json.loads(right) == answer

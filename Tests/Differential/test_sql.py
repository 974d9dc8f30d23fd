"""SQLite and PostgreSQL against the oracle: the tables, and a few hundred random expressions."""

import os
import pwd
import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest
import vectors
from cases import Cases
from generate import cases
from run import differences
from sql_backend import TOOL, answers, backend, vector_answers

BINARIES = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
pytestmark = pytest.mark.skipif(not TOOL.exists(), reason="expression-sql is not built")


def as_nobody():
    """What PostgreSQL asks for: to run as somebody who is not root."""
    if os.getuid() != 0:
        return {}
    nobody = pwd.getpwnam("nobody")
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


@pytest.fixture(scope="session")
def postgres():
    """A server of its own behind a socket in a folder of its own; the folder."""
    if not BINARIES or not shutil.which("psql"):
        pytest.skip("PostgreSQL is not installed")
    with tempfile.TemporaryDirectory() as folder:
        identity = as_nobody()
        if identity:
            os.chown(folder, identity["user"], identity["group"])

        def run(command, *arguments):
            subprocess.run(
                [BINARIES[-1] / command, "-D", f"{folder}/data", *arguments],
                check=True, cwd=folder, stdout=subprocess.DEVNULL, **identity,
            )  # fmt: skip

        run("initdb", "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8")
        options = f"-k {folder} -c listen_addresses='' -c fsync=off"
        run("pg_ctl", "-w", "-o", options, "-l", f"{folder}/log", "start")
        try:
            yield folder
        finally:
            run("pg_ctl", "-w", "-m", "immediate", "stop")


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


@pytest.mark.parametrize("seed", [1, 2])
def test_random_expressions(engine, seed, tmp_path):
    tmp_path.chmod(0o755)
    file = tmp_path / "cases.jsonl"
    known = Cases.of(cases(seed, "query", 200, 25))
    known.write(file)
    said = {(e, r): value for e, r, value in answers(file, engine)}
    assert list(differences(known, said)) == []

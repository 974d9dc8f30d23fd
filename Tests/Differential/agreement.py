"""All back ends against the judge: random expressions over random records, chunk by chunk.

python agreement.py --expressions 20000 --records 50 --seed 1 --record

Each context draws so many expressions: `query` asks Swift, SQLite and PostgreSQL, `form` asks Swift
and JavaScript, `server` asks Swift. What disagrees is made small and printed, and the exit code is
1. `--record` writes the result into docs/differential.md. The products answer-swift,
answer-javascript and expression-sql are built before.
"""

import argparse
import datetime
import platform
import sys
from collections import Counter
from pathlib import Path

import postgres_server
from cases import Cases
from generate import cases
from run import Backend, report

ROOT = Path(__file__).resolve().parents[2]
RECORD = ROOT / "docs" / "differential.md"
CHUNK = 500
PYTHON = f"{sys.executable} {ROOT}/Tests"


def backends(socket):
    """By context: who answers."""
    swift = Backend("swift", command=f"{PYTHON}/Tools/answer_swift.py")
    script = Backend("javascript", command=f"{ROOT}/Tests/Tools/AnswerJavaScript/answer")
    sql = f"{PYTHON}/Differential/sql_backend.py"
    sqlite = Backend("sqlite", command=f"{sql} sqlite")
    postgres = Backend("postgres", command=f"{sql} postgres --socket {socket}")
    return {"query": [swift, sqlite, postgres], "form": [swift, script], "server": [swift]}


def chunk(seed, context, expressions, records, asked, out):
    """Asks about one file of cases; the disagreements by back end."""
    known = Cases.of(iter(list(cases(seed, context, expressions, records))))
    return {backend.name: report(known, backend, out) for backend in asked}


def run(seed, expressions, records, out):
    """By context and back end: evaluations and disagreements."""
    asked, wrong = Counter(), Counter()
    with postgres_server.started() as socket:
        for context, answering in backends(socket).items():
            for start in range(0, expressions, CHUNK):
                count = min(CHUNK, expressions - start)
                # Contexts and runs draw different numbers.
                number = seed * 1_000_000 + start
                print(f"\ncontext {context}, seed {number}", file=out, flush=True)
                found = chunk(number, context, count, records, answering, out)
                for name, disagreements in found.items():
                    asked[context, name] += count * records
                    wrong[context, name] += disagreements
    return asked, wrong


def record(seed, expressions, records, asked, wrong, started):
    """The page of the last recorded run."""
    lines = "".join(
        f"| {context} | {name} | {asked[context, name]:,} | {wrong[context, name]} |\n"
        for context, name in asked
    )
    took = (datetime.datetime.now() - started).seconds // 60
    RECORD.write_text(
        f"""# Agreement of the back ends

The last recorded run of `make differential`: each back end against the judge of
`Tests/Differential`, which shares no code with them. {expressions:,} random expressions of each
context over {records} random records, in chunks of {CHUNK}; a chunk's seed is 1 000 000 times the
run's plus where it begins. `make test` does the same with {CHUNK} expressions of each context.

{started:%Y-%m-%d}, seed {seed}, {took} minutes, Python {platform.python_version()}.

| context | back end | evaluations | disagreements |
|---|---|---|---|
{lines}"""
    )


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--expressions", type=int, default=CHUNK)
    parser.add_argument("--records", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--record", action="store_true")
    given = parser.parse_args()
    started = datetime.datetime.now()
    asked, wrong = run(given.seed, given.expressions, given.records, sys.stdout)
    if given.record:
        record(given.seed, given.expressions, given.records, asked, wrong, started)
    raise SystemExit(1 if wrong.total() else 0)


if __name__ == "__main__":
    main()

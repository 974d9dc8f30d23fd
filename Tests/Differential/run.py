"""Compares back ends with the oracle and prints what disagrees, made small.

python run.py cases.jsonl --backend 'swift=.build/debug/answer' --answers 'sqlite=answers.jsonl'

A back end is a command that takes the path of a file of cases and writes answers; or a file of
answers that were made before, in which case nothing can be made smaller.
"""

import argparse
import json
import shlex
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

import canonical
from cases import Cases, read_answers, target_kind
from generate import is_condition
from grammar import parse
from shrink import shrink
from syntax import show
from typer import Typer

MISSING = "no answer"
SHRUNK = 10


class Backend:
    def __init__(self, name, command=None, path=None):
        self.name = name
        self.command = command
        self.path = path

    def answers(self, cases):
        """What it says to all pairs. A back end that fails says what it managed to."""
        if self.path:
            with open(self.path, encoding="utf-8") as file:
                return read_answers(file)
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "cases.jsonl"
            cases.write(path)
            done = subprocess.run(
                [*shlex.split(self.command), str(path)], stdout=subprocess.PIPE, text=True
            )
        if done.returncode:
            print(f"{self.name} ended with {done.returncode}", file=sys.stderr)
        return read_answers(done.stdout.split("\n"))


def differences(cases, said):
    """Tuples of expression, record, what is right and what was said."""
    for expression, record, right in cases.answers():
        answer = said.get((expression, record), MISSING)
        # A false is no 0 and a "1" no 1.
        if (type(answer), answer) != (type(right), right):
            yield expression, record, right, answer


def small_cases(cases, pairs, line):
    """A file of cases in which pair number n is expression e and record r."""
    trees, records, places = {}, {}, []
    for tree, case in pairs:
        text, content = show(tree), json.dumps(case, sort_keys=True)
        trees.setdefault(text, len(trees))
        records.setdefault(content, len(records))
        places.append((trees[text], records[content]))
    typer = Typer(cases.run["context"])
    expressions = [with_text(line, index, text, typer) for text, index in trees.items()]
    small = Cases(cases.run, expressions)
    small.records = [json.loads(c) | {"record": i} for c, i in records.items()]
    return small, places


def with_text(line, index, text, typer):
    """The line with a smaller expression. A check stays one while it is a condition."""
    typed = typer.whole(parse(text))
    target = target_kind(line, typed.kind)
    return {
        "expression": index,
        "use": line["use"] if is_condition(typed) else "value",
        "text": text,
        "kind": canonical.kind_json(typed.kind),
        "target": target and canonical.kind_json(target),
    }


def shrunk(cases, backend, line, case):
    """The smallest expression and record over which the back end still disagrees."""

    def disagrees(pairs):
        small, places = small_cases(cases, pairs, line)
        wrong = {(e, r) for e, r, _, _ in differences(small, backend.answers(small))}
        return [place in wrong for place in places]

    return shrink(parse(line["text"]), case, disagrees, cases.run["context"])


def report(cases, backend, out):
    """Prints what the back end got wrong; the number of disagreements."""
    lines = {line["expression"]: line for line in cases.expressions}
    records = {case["record"]: case for case in cases.records}
    found = list(differences(cases, backend.answers(cases)))
    total = len(lines) * len(records)
    print(f"{backend.name}: {len(found)} disagreements in {total} evaluations", file=out)
    seen = Counter()
    for expression, record, right, said in found:
        if seen[expression] or len(seen) >= SHRUNK:
            continue
        seen[expression] += 1
        line, case = lines[expression], records[record]
        print(f"\n{backend.name}: {line['text']}", file=out)
        print(f"  expression {expression}, record {record}", file=out)
        print(f"  right {shown(right)}, said {shown(said)}", file=out)
        if backend.command:
            print_small(cases, backend, line, case, out)
    return len(found)


def print_small(cases, backend, line, case, out):
    if line.get("use") == "text":
        print("  a text with holes is not made smaller", file=out)
        return
    tree, small = shrunk(cases, backend, line, case)
    one, _ = small_cases(cases, [(tree, small)], line)
    wrong = list(differences(one, backend.answers(one)))
    kept = {name: small[name] for name in ("fields", "old", "records") if small[name]}
    print(f"  smallest: {show(tree)}", file=out)
    print(f"  record: {shown(kept)}", file=out)
    if one.expressions[0]["target"]:
        print(f"  target: {shown(one.expressions[0]['target'])}", file=out)
    for _, _, right, said in wrong:
        print(f"  right {shown(right)}, said {shown(said)}", file=out)


def shown(value):
    return json.dumps(value, ensure_ascii=False)


def named(text, what):
    name, sign, value = text.partition("=")
    if not sign:
        raise SystemExit(f"{what} is name=value, not {text}")
    return name, value


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("cases")
    parser.add_argument("--backend", action="append", default=[], help="name=command")
    parser.add_argument("--answers", action="append", default=[], help="name=file")
    given = parser.parse_args()
    cases = Cases.read(given.cases)
    backends = [Backend(n, command=v) for n, v in (named(b, "--backend") for b in given.backend)]
    backends += [Backend(n, path=v) for n, v in (named(a, "--answers") for a in given.answers)]
    if not backends:
        raise SystemExit("no back end: --backend name=command or --answers name=file")
    run = cases.run
    print(
        f"seed {run['seed']}, context {run['context']}: {len(cases.expressions)} expressions,"
        f" {len(cases.records)} records"
    )
    wrong = sum(report(cases, backend, sys.stdout) for backend in backends)
    raise SystemExit(1 if wrong else 0)


if __name__ == "__main__":
    main()

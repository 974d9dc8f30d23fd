"""The oracle on the command line: python ask.py 'round(2.5)' '{"amount": "3.00"}'."""

import json
import sys

from grammar import parse
from people import EMPTY, RUN
from typer import Typer
from uses import answer
from world import World


def ask(expression, fields="{}", context="server"):
    typed = Typer(context).whole(parse(expression))
    case = EMPTY | {"fields": EMPTY["fields"] | json.loads(fields)}
    return typed.kind, answer(World(RUN).evaluation(case), typed)


if __name__ == "__main__":
    kind, value = ask(*sys.argv[1:])
    print(kind, json.dumps(value, ensure_ascii=False))

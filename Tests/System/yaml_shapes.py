"""The table `yaml/shapes.txt`: small texts, one a line, and what the compiler must make of them.

A line is `name ¦ expectation ¦ text`. In the text `⏎` is a line feed (one more ends it unless `∎`
does), `⇥` a tab, `·` a space at an end, `␍` a carriage return, `⟨A0⟩` a code point. The expectation
is `tree`, when the tree read must be that of the oracle; `own` and a reason, when YAML 1.2.2 gives
the tree that follows as JSON and the oracle another; or codes with their places, `TN1009 1:4`.
"""

import json
import re
from dataclasses import dataclass
from pathlib import Path

TABLE = Path(__file__).parent / "yaml/shapes.txt"


@dataclass
class Shape:
    name: str
    expectation: str
    text: str


def decode(text):
    if text.endswith("∎"):
        text = text[:-1]
    else:
        text += "⏎"
    for mark, meant in (("⏎", "\n"), ("⇥", "\t"), ("·", " "), ("␍", "\r")):
        text = text.replace(mark, meant)
    return re.sub("⟨([0-9A-F]+)⟩", lambda m: chr(int(m[1], 16)), text)


def shapes(table=TABLE):
    found = []
    for line in table.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            name, expectation, text = line.split(" ¦ ", 2)
            found.append(Shape(name, expectation, decode(text)))
    return found


def plain(node):
    """A composed node of the oracle as lists, dictionaries and texts."""
    if node is None:
        return None
    if node.id == "scalar":
        return node.value
    if node.id == "sequence":
        return [plain(item) for item in node.value]
    return {plain(key): plain(value) for key, value in node.value}


ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "0": "\0", '"': '"', "'": "'", "\\": "\\"}


def unquote(text):
    """The value of a Swift string literal and what follows it."""
    end = re.match(r'"((?:[^"\\]|\\.)*)"', text)
    body = re.sub(
        r"\\(?:u\{([0-9A-Fa-f]+)\}|(.))",
        lambda m: chr(int(m[1], 16)) if m[1] else ESCAPES[m[2]], end[1])
    return body, text[end.end():]


def tree(lines):
    """The tree that `--print syntax` shows; `lines` is consumed."""
    return read(lines.pop(0), lines)


def read(line, lines):
    depth = len(line) - len(line.lstrip())
    line = line.strip()
    if line.startswith(("plain ", "quoted ")):
        return unquote(line.split(" ", 1)[1])[0]
    below = []
    if line.startswith("mapping"):
        result = {}
        while lines and len(lines[0]) - len(lines[0].lstrip()) > depth:
            key, rest = unquote(lines[0].strip())
            indent = lines[0][: len(lines[0]) - len(lines[0].lstrip())]
            lines.pop(0)
            result[key] = read(indent + rest.split(": ", 1)[1], lines)
        return result
    if line.startswith("sequence"):
        while lines and len(lines[0]) - len(lines[0].lstrip()) > depth:
            item = lines.pop(0)
            indent = item[: len(item) - len(item.lstrip())]
            below.append(read(indent + item.strip()[2:], lines))
        return below
    # What was refused has no tree.
    assert line.startswith("refused"), line
    return None


def printed(output):
    """The trees that `--print syntax` shows, by file name; None for a file without one."""
    found, name, lines = {}, None, []

    def finish():
        if name:
            found[name] = tree(lines) if lines else None

    for line in output.split("\n"):
        if not line:
            continue
        if not line.startswith(" "):
            finish()
            name, lines = line.rsplit("/", 1)[-1], []
        elif not line.startswith("  unread"):
            lines.append(line)
    finish()
    return found


def own(expectation):
    return json.loads(expectation.split(" ", 1)[1].split(" because ")[0])

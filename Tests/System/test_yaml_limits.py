"""Hostile files: whatever they hold, the compiler ends in good time and little memory, with findings
inside the file."""

import json
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from server import TENON

LIMIT = 1 << 20
# With a release build (TENON=.build/release/tenon) files as large as may be, each in a second. The
# debug build of `make test` is some thirty times slower and gets a sixteenth.
IS_RELEASE = "release" in str(TENON)
MIB = LIMIT if IS_RELEASE else LIMIT // 16
SECONDS = 1 if IS_RELEASE else 10
BYTES = 200 * LIMIT


LAUNCHER = Path(__file__).with_name("launcher.py")

HOSTILE = {
    "brackets": lambda: "[" * MIB,
    "braces": lambda: "{a: " * (MIB // 4),
    "dashes": lambda: "- " * (MIB // 2),
    "dashes on lines": lambda: "-\n" * (MIB // 2),
    "double quotes": lambda: '"' * MIB,
    "block scalars": lambda: "|\n" * (MIB // 2),
    "question marks": lambda: "? " * (MIB // 2),
    "colons": lambda: "a: " * (MIB // 3),
    "spaces": lambda: " " * MIB,
    "line feeds": lambda: "\n" * (MIB - 1),
    "carriage returns": lambda: "a\r" * (MIB // 2),
    "one long text": lambda: "a: " + "x" * (MIB - 4),
    "one long key": lambda: "x" * (MIB - 4) + ": a",
    "one long line of items": lambda: "[" + "a," * (MIB // 2 - 1) + "]",
    "one long line of quotes": lambda: "[" + '"a",' * (MIB // 4 - 1) + "]",
    "nesting in blocks": lambda: "".join(" " * depth + "a:\n" for depth in range(MIB // 800)),
    "many keys": lambda: "".join(f"k{n}: 1\n" for n in range(MIB // 22)),
    "many roles": lambda: "app: a\nroles:\n" + "".join(f" k{n}: R\n" for n in range(MIB // 43)),
    "one key many times": lambda: "a: 1\n" * (MIB // 43),
    "the last of many keys again": lambda: "".join(f"k{n}: 1\n" for n in range(MIB // 88))
    + f"k{MIB // 88 - 1}: 1\n" * (MIB // 82),
    "full-width colons": lambda: "a：b\n" * (MIB // 7),
    "full-width commas": lambda: "a: [" + "，" * (MIB // 3 - 4) + "]",
    "full-width signs on one line": lambda: "{" + "a：b，" * (MIB // 9) + "}",
    "curly quotes": lambda: "a: [" + "“," * (MIB // 4 - 4),
    "lenticular brackets": lambda: "a: " + "【a，" * (MIB // 7),
    "ideographic spaces": lambda: "\u3000" * (MIB // 3),
    "tabs": lambda: "\ta: b\n" * (MIB // 6),
    "byte order marks": lambda: "\ufeff" * (MIB // 3),
    "nothing but zeros": lambda: "\0" * MIB,
    "zeros in between": lambda: "a\0b" * (MIB // 3),
    "directives": lambda: "%TAG ! x\n" * (MIB // 9),
    "directives after the end": lambda: "a: b\n...\n" + "%TAG ! x\n" * (MIB // 11),
    "anchors": lambda: "- &a x\n" * (MIB // 7),
    "aliases": lambda: "- *a\n" * (MIB // 5),
    "an alias bomb": lambda: "a0: &a0 [x]\n" + "".join(
        f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 60)),
    "a long tag": lambda: "a: !" + "t" * (MIB - 8),
    "missing spaces": lambda: "a:b\n" * (MIB // 4),
    "missing spaces on one line": lambda: "{" + "a:b, " * (MIB // 5 - 1) + "}",
    "missing colons": lambda: "abc\n" * (MIB // 4),
    "unclosed quotes": lambda: 'a: "\n' * (MIB // 5),
    "GBK": lambda: "客户: 甲\n".encode("gbk") * (MIB // 8),
    "no encoding at all": lambda: b"\xff" * MIB,
    "UTF-16": lambda: "客户: 甲\n".encode("utf-16") * 100,
    "too large": lambda: "x" * (LIMIT + 1),
    "far too large": lambda: "x" * (8 * LIMIT),
}


def limited():
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS + 5, SECONDS + 5))


@pytest.mark.parametrize("name", HOSTILE)
def test_it_ends_in_good_time(tmp_path, name):
    text = HOSTILE[name]()
    data = text if isinstance(text, bytes) else text.encode()
    if not name.endswith("too large"):
        data = data[:LIMIT]
    (tmp_path / "app.yaml").write_bytes(data)
    with open(tmp_path / "out", "w+b") as out:
        subprocess.run(
            [sys.executable, "-IS", LAUNCHER, tmp_path / "taken", TENON, "check", tmp_path,
             "--format", "json"], stdout=out, stderr=subprocess.STDOUT, preexec_fn=limited,
            check=True)
        out.seek(0)
        findings = json.load(out)
    taken = json.loads((tmp_path / "taken").read_text())
    assert taken["code"] == 1
    assert findings
    assert taken["cpu"] < SECONDS
    assert taken["bytes"] < BYTES
    for finding in findings:
        spans = [finding["span"], *(related["span"] for related in finding["related"])]
        edits = [edit for fix in finding["fixes"] for edit in fix["edits"]]
        for place in spans + edits:
            assert 0 <= place["byteStart"] <= place["byteEnd"] <= len(data)

"""Writes what libFuzzer begins with: the texts of the cases, the applications and the shapes, and a
dictionary of the words in them. Usage: seeds.py FOLDER; makes FOLDER/seeds and FOLDER/words."""

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Tests/System"))
from yaml_shapes import shapes  # noqa: E402

MARKS = "： ， 、 “ ” ‘ ’ ｛ ｝ ［ ］ 【 】 － – ＃ ｜ ＞ \u3000 \u00a0 \u200b \ufeff \u202e \u2028".split(" ")
SYNTAX = ["- ", ": ", "? ", "---\n", "...\n", "|\n", ">-\n", "<<: ", "&a ", "*a", "!t ", "%YAML",
          "{ ", " }", "[", "]", ", ", " #", "\t", "\r", "\r\n", "\\u", "''", '"']


def main(folder):
    seeds = folder / "seeds"
    seeds.mkdir(parents=True, exist_ok=True)
    files = [*ROOT.glob("Tests/Cases/**/*.yaml"), *ROOT.glob("apps/**/*.yaml")]
    texts = [file.read_bytes() for file in files] + [shape.text.encode() for shape in shapes()]
    for number, text in enumerate(texts):
        (seeds / f"{number:04}").write_bytes(text)
    words = set()
    for text in texts:
        words |= set(re.findall(rb"\b[a-z][a-z_]{2,20}\b(?=:)|(?<=type: )[a-z_]+", text))
    entries = sorted(words) + [mark.encode() for mark in MARKS + SYNTAX]
    (folder / "words").write_text(
        "".join('"' + "".join(f"\\x{byte:02x}" for byte in word) + '"\n' for word in entries))
    print(f"{len(texts)} seeds, {len(entries)} words")


main(Path(sys.argv[1]))

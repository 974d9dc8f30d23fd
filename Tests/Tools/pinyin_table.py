"""Writes Sources/Values/Search/PinyinTable.swift: the first letter of the reading of each character
from U+4E00 to U+9FFF.

The readings are facts of Unicode's Unihan database (kMandarin, the most customary reading), as the
transliteration Han-Latin of ICU gives them; `uconv` is in Debian's icu-devtools. A few characters are
read otherwise in the names of companies, places and people than ICU reads them alone.

    python3 Tests/Tools/pinyin_table.py > Sources/Values/Search/PinyinTable.swift
"""

import subprocess

FIRST, LAST = 0x4E00, 0x9FFF
# 长城、曾国藩、翟志刚、覃塘、大晟、仇英、阚泽、黄埔
NAMES = {"长": "c", "曾": "z", "翟": "z", "覃": "q", "晟": "s", "仇": "q", "阚": "k", "埔": "p"}


def readings(characters):
    rules = "Han-Latin; Latin-ASCII; Lower"
    run = subprocess.run(
        ["uconv", "-f", "utf-8", "-t", "utf-8", "-x", rules],
        input="\n".join(characters).encode(), capture_output=True, check=True)
    return run.stdout.decode().split("\n")


def letter(character, reading):
    first = NAMES.get(character, reading[:1])
    return first if first.isascii() and first.isalpha() else "-"


def main():
    characters = [chr(code) for code in range(FIRST, LAST + 1)]
    letters = "".join(map(letter, characters, readings(characters)))
    assert len(letters) == LAST - FIRST + 1
    print("/// The first letter of each character's reading, `-` where none is known.")
    print("/// Written by Tests/Tools/pinyin_table.py; see there for the source.")
    print("enum PinyinTable {")
    print(f"  static let first: UInt32 = 0x{FIRST:X}")
    print(f"  static let last: UInt32 = 0x{LAST:X}")
    print()
    print('  static let letters: StaticString = """')
    for start in range(0, len(letters), 94):
        end = "\\" if start + 94 < len(letters) else ""
        print(f"    {letters[start:start + 94]}{end}")
    print('    """')
    print("}")


main()

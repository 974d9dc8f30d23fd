"""Writes Sources/Values/Functions/CaseFoldTable.swift: what each code point folds to by NFKC_Casefold
(Unicode Standard, 3.13, definition D146 and DerivedNormalizationProps.txt).

The table is computed from Python's unicodedata, so it is of the Unicode version that this has; the
code points that are left out (Default_Ignorable_Code_Point) stand below.

    python3 Tests/Tools/fold_table.py > Sources/Values/Functions/CaseFoldTable.swift

It is a row of numbers. A number is written five bits a letter, low bits first, the sixth bit says that
more follow. A record is
    (gap - 1) * 16 + kind    gap: from the last code point of the record before
    kind 0: length - 1                           a run that folds to nothing
    kind 1: target                               one code point to one
    kind 2, 3: length - 1, target                every (every second) code point, targets in step
    kind 4...14: targets                         one code point to kind - 2 code points
    kind 15: count - 13, targets                 one code point to 13 and more
and a target is the zigzag difference from the target before.
"""

import sys
import unicodedata

ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz+-"
IGNORED = [
    (0xAD, 0xAD), (0x34F, 0x34F), (0x61C, 0x61C), (0x115F, 0x1160), (0x17B4, 0x17B5),
    (0x180B, 0x180F), (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F), (0x3164, 0x3164),
    (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF), (0xFFA0, 0xFFA0), (0xFFF0, 0xFFF8), (0x1BCA0, 0x1BCA3),
    (0x1D173, 0x1D17A), (0xE0000, 0xE0FFF)]


def ignored(character):
    return any(first <= ord(character) <= last for first, last in IGNORED)


def fold(text):
    """The folded form of a text, by the definition."""
    text = unicodedata.normalize("NFD", text)
    while True:
        folded = unicodedata.normalize("NFKC", text.casefold())
        folded = "".join(c for c in folded if not ignored(c))
        folded = unicodedata.normalize("NFC", folded)
        if folded == text:
            return folded
        text = folded


def mappings():
    for code in range(0x110000):
        if 0xD800 <= code < 0xE000:
            continue
        character = chr(code)
        folded = fold(character)
        if folded != character:
            yield code, [ord(c) for c in folded]


def records():
    """(first, last, stride, targets) with the targets of `first`."""
    found = []
    for code, targets in mappings():
        if found and len(targets) < 2:
            first, last, stride, before = found[-1]
            step = code - last
            fits = step == stride or (first == last and step in (1, 2))
            grown = [target + code - first for target in before]
            if len(before) == len(targets) and fits and grown == targets and (targets or step == 1):
                found[-1] = (first, code, step, before)
                continue
        found.append((code, code, 1, targets))
    return found


def number(value):
    text = ""
    while value >= 32:
        text += ALPHABET[value % 32 + 32]
        value //= 32
    return text + ALPHABET[value]


def encoded():
    text, place, target = "", -1, 0
    for first, last, stride, targets in records():
        length = (last - first) // stride + 1
        if not targets:
            kind = 0
        elif len(targets) > 1:
            kind = min(len(targets) + 2, 15)
        else:
            kind = 1 if length == 1 else 1 + stride
        text += number((first - place - 1) * 16 + kind)
        if kind in (0, 2, 3):
            text += number(length - 1)
        if kind == 15:
            text += number(len(targets) - 13)
        for code in targets:
            step = code - target
            text += number(2 * step if step >= 0 else -2 * step - 1)
            target = code
        place = last
    return text


def main():
    text = encoded()
    print("/// What code points fold to, packed; how, says Tests/Tools/fold_table.py, which wrote it.")
    print(f"/// NFKC_Casefold of Unicode {unicodedata.unidata_version}.")
    print("enum CaseFoldTable {")
    print('  static let packed: StaticString = """')
    for start in range(0, len(text), 95):
        end = "\\" if start + 95 < len(text) else ""
        print(f"    {text[start:start + 95]}{end}")
    print('    """')
    print("}")


if __name__ == "__main__":
    main()

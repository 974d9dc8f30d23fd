"""Text, by code points. The evaluator brings every text to NFC and makes the empty one blank."""

from datetime import date
from fractions import Fraction

import patterns
from civil import wall
from exact import INT128, SAFE, written
from folding import WHITE, fold
from kinds import BOOL, TEXT, decimal
from typed import IllTyped

from functions.table import (
    EVERYWHERE,
    GIVES_BLANK,
    GIVES_FALSE,
    OWN_RULE,
    SERVER,
    Module,
    call,
    count_args,
)

function = Module()
FUNCTIONS = function.functions
UNFOLDED = ("server", "form")
FOLDED = ("server", "query")
WIDEST = 10_000
FULL_WIDTH = {0xFF10 + digit: 0x30 + digit for digit in range(10)}


@function("length(text) -> int", OWN_RULE)
def length(s):
    return Fraction(len(s or ""))


@function("slice(text, int, int) -> text")
def slice_(s, start, count):
    """The start is clamped to 1, the count stays."""
    first = max(int(start), 1)
    return s[first - 1 : first - 1 + max(int(count), 0)]


@function("left(text, int) -> text")
def left(s, count):
    return s[: max(int(count), 0)]


@function("right(text, int) -> text")
def right(s, count):
    return s[max(len(s) - max(int(count), 0), 0) :]


@function("trim(text) -> text")
def trim(s):
    return s.strip(WHITE)


def ascii_only(s, change):
    return "".join(change(c) if c.isascii() else c for c in s)


@function("upper_ascii(text) -> text")
def upper_ascii(s):
    return ascii_only(s, str.upper)


@function("lower_ascii(text) -> text")
def lower_ascii(s):
    return ascii_only(s, str.lower)


@function("fold(text) -> text", contexts=FOLDED)
def fold_(s):
    return fold(s)


@function("contains(text, text) -> bool", GIVES_FALSE)
def contains(s, part):
    return part in s


@function("contains_ci(text, text) -> bool", GIVES_FALSE, FOLDED)
def contains_ci(s, part):
    folded, wanted = fold(s), fold(part)
    return folded is not None and wanted is not None and wanted in folded


@function("starts_with(text, text) -> bool", GIVES_FALSE)
def starts_with(s, part):
    return s.startswith(part)


@function("ends_with(text, text) -> bool", GIVES_FALSE)
def ends_with(s, part):
    return s.endswith(part)


@function("replace(text, text, text) -> text", OWN_RULE)
def replace(s, old, new):
    """A blank `new` takes away; any other blank gives blank."""
    return None if s is None or old is None else s.replace(old, new or "")


@function("split_part(text, text, int) -> text")
def split_part(s, separator, number):
    parts = s.split(separator)
    return parts[int(number) - 1] if 1 <= number <= len(parts) else None


@function("pad_left(text, int, text) -> text")
def pad_left(s, width, fill):
    if width > WIDEST:
        return None
    missing = max(int(width) - len(s), 0)
    return (fill * missing)[:missing] + s


@function("digits_only(text) -> text")
def digits_only(s):
    return "".join(c for c in s.translate(FULL_WIDTH) if c in "0123456789")


def matches_typing(typer, node, scope, expected):
    count_args(node, 2, 2, "matches(text, pattern)")
    subject = typer.infer(node.args[0], scope)
    pattern = node.args[1]
    if subject.kind != TEXT or pattern.op != "text" or not pattern.value:
        raise IllTyped("matches takes a text and a pattern written out", node)
    try:
        patterns.read(pattern.value)
    except patterns.BadPattern as wrong:
        raise IllTyped(str(wrong), pattern) from None
    args = [subject, typer.infer(pattern, scope)]
    return call("matches", BOOL, True, args, FUNCTIONS)


@function("matches(text, pattern) -> bool", GIVES_FALSE, UNFOLDED, matches_typing)
def matches(s, pattern):
    return patterns.matches(s, pattern)


WITH_TEXT = {"bool", "text", "int", "decimal", "money", "date", "time", "datetime", "duration"}


def text_of_typing(typer, node, scope, expected):
    count_args(node, 1, 1, "text_of(x)")
    (subject,) = typer.plain(node, scope)
    if subject.kind.name not in WITH_TEXT | {"option"}:
        raise IllTyped(f"{subject.kind} has no text", node)
    if subject.kind.name == "datetime":
        typer.needs(node, "server", what="the text of a moment")
    return call("text_of", TEXT, subject.filled, [subject], FUNCTIONS)


@function("text_of(any) -> text", GIVES_BLANK, EVERYWHERE, text_of_typing, with_env=True)
def text_of(env, call, x):
    kind = call.args[0].kind
    if kind.name == "bool":
        return "true" if x else "false"
    if kind.name in ("int", "decimal", "money"):
        digits = written(x, kind.scale)
        # What no field can hold is shown without the zeros of its scale.
        return digits if kind.scale <= 9 else digits.rstrip("0").rstrip(".")
    if kind.name == "date":
        return x.isoformat()
    if kind.name == "time":
        return clock(x)
    if kind.name == "datetime":
        shown = wall(x, env.zone)
        return None if shown is None else f"{shown[0].isoformat()} {clock(shown[1] // 1000)}"
    if kind.name == "duration":
        seconds = abs(x) // 1000
        sign = "-" if x <= -1000 else ""
        return f"{sign}{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"
    return x


def clock(seconds):
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def digits(s):
    return s != "" and all(c in "0123456789" for c in s)


@function("parse_int(text) -> int")
def parse_int(s):
    body = s.strip(WHITE)
    if not digits(body.removeprefix("-")):
        return None
    number = int(body)
    return Fraction(number) if abs(number) <= SAFE else None


def parse_decimal_typing(typer, node, scope, expected):
    count_args(node, 1, 1, "parse_decimal(text)")
    (subject,) = typer.plain(node, scope)
    if subject.kind != TEXT:
        raise IllTyped(f"expected text, found {subject.kind}", node)
    return call("parse_decimal", decimal(9), False, [subject], FUNCTIONS)


@function("parse_decimal(text) -> decimal", GIVES_BLANK, EVERYWHERE, parse_decimal_typing)
def parse_decimal(s):
    body = s.strip(WHITE)
    whole, point, fraction = body.removeprefix("-").partition(".")
    if not digits(whole) or point and not digits(fraction) or fraction[9:].strip("0"):
        return None
    mantissa = int(whole + fraction[:9].ljust(9, "0"))
    mantissa = -mantissa if body.startswith("-") else mantissa
    return Fraction(mantissa, 10**9) if INT128[0] <= mantissa <= INT128[1] else None


@function("parse_date(text) -> date")
def parse_date(s):
    body = s.strip(WHITE)
    year, month, day = body[:4], body[5:7], body[8:]
    if len(body) != 10 or body[4] + body[7] != "--" or not digits(year + month + day):
        return None
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


@function("mask(text, int, int) -> text")
def mask(s, first, last):
    hidden = len(s) - first - last
    if first < 0 or last < 0 or hidden <= 0:
        return "*" * len(s)
    return s[: int(first)] + "*" * int(hidden) + s[len(s) - int(last) :]


# The first character of each letter in GB 2312, whose common characters stand in the order of
# their readings. It knows one reading of each and no rare character.
LETTERS = "啊芭擦搭蛾发噶哈击喀垃妈拿哦啪期然撒塌挖昔压匝"
INITIALS = "abcdefghjklmnopqrstwxyz"
LAST_COMMON = 0xD7F9


@function(
    "pinyin_initial(text) -> text",
    contexts=SERVER,
    left_out="which reading a character has is no matter of a specification",
)
def pinyin_initial(s):
    letters = (pinyin_letter(c) for c in fold(s) or "")
    return "".join(c for c in letters if c.isalnum())


def pinyin_letter(character):
    try:
        code = int.from_bytes(character.encode("gb2312"), "big")
    except UnicodeEncodeError:
        return character
    starts = [int.from_bytes(c.encode("gb2312"), "big") for c in LETTERS]
    if not starts[0] <= code <= LAST_COMMON:
        return character
    return INITIALS[sum(1 for start in starts if start <= code) - 1]



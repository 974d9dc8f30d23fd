"""Text: white space, NFC, and Unicode's NFKC_Casefold.

The version of Unicode is that of this Python (`unicodedata.unidata_version`). A character that was
assigned later folds and composes to itself here; random texts hold none.
"""

import unicodedata
from functools import cache

# Unicode's White_Space.
WHITE = (
    "\t\n\v\f\r \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
)
# Unicode's Default_Ignorable_Code_Point.
IGNORABLE = (
    *((0xAD, 0xAD), (0x34F, 0x34F), (0x61C, 0x61C), (0x115F, 0x1160), (0x17B4, 0x17B5)),
    *((0x180B, 0x180F), (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F), (0x3164, 0x3164)),
    *((0xFE00, 0xFE0F), (0xFEFF, 0xFEFF), (0xFFA0, 0xFFA0), (0xFFF0, 0xFFF8)),
    *((0x1BCA0, 0x1BCA3), (0x1D173, 0x1D17A), (0xE0000, 0xE0FFF)),
)
LONGEST = 1_000_000


def nfc(text):
    return unicodedata.normalize("NFC", text)


def kept(text):
    """A text as a result: NFC, blank when nothing is left or when it is too long."""
    composed = nfc(text)
    return composed if 0 < len(composed) <= LONGEST else None


def stored(text):
    """What the write boundary makes of an input."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    plain = "".join(c for c in lines if c in "\n\t" or unicodedata.category(c) != "Cc")
    # White space first, so that a mark behind it does not compose before it goes.
    return nfc(plain.strip(WHITE)) or None


def is_ignorable(character):
    return any(a <= ord(character) <= b for a, b in IGNORABLE)


@cache
def fold_character(character):
    """NFKC_CF: case folding, compatibility and canonical composition, without what no one sees,
    over and over until nothing changes."""
    text = character
    while True:
        folded = unicodedata.normalize("NFD", text).casefold()
        folded = unicodedata.normalize("NFKC", folded)
        folded = "".join(c for c in folded if not is_ignorable(c))
        if folded == text:
            return text
        text = folded


def fold(text):
    return kept("".join(map(fold_character, text)))

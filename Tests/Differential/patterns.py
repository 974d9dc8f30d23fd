"""Patterns of `matches`: read into a tree, matched with sets of places. No engine of Python's.

literals  .  [a-z]  [^a-z]  ( )  |  * + ?  {n} {n,} {n,m}  and \\ before punctuation, \\n, \\t.
"""

import unicodedata

META = "\\.[](){}|*+?^$"
MOST = 1000


class BadPattern(Exception):
    pass


class Reader:
    def __init__(self, text):
        self.text = unicodedata.normalize("NFC", text)
        self.at = 0

    def next(self):
        return self.text[self.at] if self.at < len(self.text) else ""

    def take(self):
        if self.at >= len(self.text):
            raise BadPattern("the pattern ends too early")
        self.at += 1
        return self.text[self.at - 1]

    def whole(self):
        tree = self.choice()
        if self.next():
            raise BadPattern(f"unexpected {self.next()} at {self.at}")
        return tree

    def choice(self):
        branches = [self.sequence()]
        while self.next() == "|":
            self.take()
            branches.append(self.sequence())
        return ("choice", branches)

    def sequence(self):
        items = []
        while self.next() and self.next() not in "|)":
            items.append(self.repeated())
        return ("sequence", items)

    def repeated(self):
        item, sign = self.atom(), self.next()
        if sign and sign in "*+?{":
            self.take()
            low, high = self.bounds() if sign == "{" else {
                "*": (0, None), "+": (1, None), "?": (0, 1)
            }[sign]
            if self.next() and self.next() in "*+?{":
                raise BadPattern(f"a repetition of a repetition at {self.at}")
            return ("repeat", item, low, high)
        return item

    def bounds(self):
        low = self.count()
        if self.next() == "}":
            self.take()
            return low, low
        if self.take() != ",":
            raise BadPattern(f"expected , or }} at {self.at}")
        high = None if self.next() == "}" else self.count()
        if self.take() != "}" or high is not None and high < low:
            raise BadPattern(f"bad bounds at {self.at}")
        return low, high

    def count(self):
        digits = ""
        while self.next() and self.next() in "0123456789":
            digits += self.take()
        if not digits or int(digits) > MOST:
            raise BadPattern(f"expected a count up to {MOST} at {self.at}")
        return int(digits)

    def atom(self):
        character = self.take()
        if character == "(":
            inner = self.choice()
            if self.take() != ")":
                raise BadPattern("a group is not closed")
            return inner
        if character == "[":
            return self.set()
        if character == ".":
            return ("not in", [("\n", "\n")])
        if character == "\\":
            escaped = self.escaped()
            return ("in", [(escaped, escaped)])
        if character in META:
            raise BadPattern(f"unexpected {character} at {self.at - 1}")
        return ("in", [(character, character)])

    def escaped(self):
        character = self.take()
        if character in "nt":
            return {"n": "\n", "t": "\t"}[character]
        if not 0x20 < ord(character) < 0x7F or character.isalnum():
            raise BadPattern(f"there is no \\{character}")
        return character

    def set(self):
        kind = "in"
        if self.next() == "^":
            self.take()
            kind = "not in"
        ranges = []
        while self.next() != "]":
            low = self.member()
            high = low
            if self.next() == "-" and self.text[self.at + 1 : self.at + 2] not in ("]", ""):
                self.take()
                high = self.member()
            if high < low:
                raise BadPattern(f"{low}-{high} is empty")
            ranges.append((low, high))
        self.take()
        if not ranges:
            raise BadPattern("an empty set")
        return (kind, ranges)

    def member(self):
        character = self.take()
        if character == "[":
            raise BadPattern("[ in a set is written \\[")
        return self.escaped() if character == "\\" else character


def ends(tree, text, starts):
    """All places where a match of the tree that begins at one of the starts may end."""
    op = tree[0]
    if op in ("in", "not in"):
        return {
            at + 1
            for at in starts
            if at < len(text) and any(a <= text[at] <= b for a, b in tree[1]) == (op == "in")
        }
    if op == "choice":
        return set().union(*(ends(branch, text, starts) for branch in tree[1]))
    if op == "sequence":
        for item in tree[1]:
            starts = ends(item, text, starts)
        return starts
    _, item, low, high = tree
    for _ in range(low):
        starts = ends(item, text, starts)
    reached, fresh, rounds = set(starts), set(starts), low
    while fresh and (high is None or rounds < high):
        fresh = ends(item, text, fresh) - reached
        reached |= fresh
        rounds += 1
    return reached


def read(pattern):
    return Reader(pattern).whole()


def matches(text, pattern):
    """Whether the pattern matches the whole text."""
    return len(text) in ends(read(pattern), text, {0})

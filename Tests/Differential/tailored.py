"""Arguments that come near to what a function decides. Random ones rarely do: a text that holds a
part twice, a birthday on 29 February, work that ends at closing."""

from drafts import binary, call, name, number, quantity, text
from kinds import DATETIME, INT
from nasty import HOLDERS, NUMERALS
from schema import EVERY
from syntax import Node

PARTS = (
    *("a", "a", "a", "b", "-", "-", ",", "1", "é", "𠮷", "客"),
    *("B", "A", "e\u0301", "s", "ab", "Ｂ", "X", "bc"),
)
PADDED = (
    *(" a ", "\u3000客\u3000", "\u00a0a\u2003", " ", "\u2028b\u205f", "\u200ba "),
    *("a\u3000 ", "\n x"),
)
DAYS = (
    *("2024-02-29", "2023-02-29", " 2026-03-02 ", "2026-3-2", "9999-12-31", "0000-01-01"),
    *("20260302", "2026-02-30", "２０２６-03-02"),
)
WITH_DIGITS = ("１２ab3", "+86 138", "②³", "٣4", "abc", "0-0", "９")
LEAPLINGS = ("2000-02-29", "2024-02-29", "2020-02-29", "2026-01-31", "2025-12-31", "2000-06-15")
BIRTHDAYS = ("2025-02-28", "2023-02-28", "2025-03-01", "2024-02-28", "2026-02-28", "2026-06-14")
OPENINGS = (
    *("2026-03-02 09:00", "2026-03-02 10:00", "2026-03-02 13:00", "2026-03-06 17:00"),
    *("2026-02-13 17:00", "2026-02-14 18:00", "2026-02-27 15:00", "2026-03-07 10:00"),
)
# A step of the calendar from these leads into the gap or the overlap of 1986.
NIGHTS = (
    *(("1986-09-13 01:30", "+", "day"), ("1986-08-14 01:15", "+", "month")),
    *(("1986-09-15 01:59", "-", "day"), ("1986-10-14 01:00", "-", "month")),
    *(("1986-05-03 02:30", "+", "day"), ("1986-06-04 02:30", "-", "month")),
    *(("1985-05-04 02:10", "+", "year"), ("1985-09-14 01:10", "+", "year")),
)
HOURS = (0, 1, 2, 3, 4, 5, 7, 8, 9, 40)


NASTY_FIELDS = ("name", "code", "memo", "title", "report")


class Tailored:
    """A method for each function that has such arguments; None leaves them to chance."""

    def fitting(self, function, scope):
        make = getattr(self, "fit_" + function, None)
        return make(scope) if make and self.chance(0.65) else None

    def subject(self, texts, scope):
        """A literal, or a field, alone or with something added."""
        pick = self.random.random()
        if pick < 0.25:
            return text(self.choose(texts))
        # Phone numbers and addresses hold nothing that is nasty.
        own = name(self.choose([f for f in NASTY_FIELDS if f in EVERY[scope.entity]]))
        if pick < 0.75:
            return own
        added = text(self.choose(texts))
        return binary("+", own, added) if self.chance(0.5) else binary("+", added, own)

    def composing(self, scope):
        """A mark that joins the letter before it, where there is one that it joins."""
        mark = text(self.choose(["\u0301", "\u0301", "\u0308"]))
        return binary("+", self.subject(HOLDERS, scope), mark)

    def small(self):
        return number(self.choose([-2, -1, 0, 1, 2, 3, 4]))

    def with_part(self, scope):
        return self.subject(HOLDERS, scope), text(self.choose(PARTS))

    fit_contains = fit_contains_ci = fit_starts_with = fit_ends_with = with_part

    def fit_replace(self, scope):
        return *self.with_part(scope), text(self.choose(["", "x", "-", "\u0301", "ab"]))

    def fit_split_part(self, scope):
        return self.subject(HOLDERS, scope), text(self.choose([",", "-", "a", "𠮷"])), self.small()

    def fit_slice(self, scope):
        return self.subject(HOLDERS, scope), self.small(), self.small()

    def fit_left(self, scope):
        return self.subject(HOLDERS, scope), self.small()

    fit_right = fit_left

    def fit_mask(self, scope):
        return self.subject(HOLDERS, scope), self.small(), self.small()

    def fit_pad_left(self, scope):
        width = number(self.choose([-1, 0, 2, 4, 6, 8, 10000, 10001]))
        fill = text(self.choose(["0", "xy", "𠮷", "", "e\u0301"]))
        return self.subject(HOLDERS, scope), width, fill

    def held(self, scope):
        return (self.subject(HOLDERS, scope),)

    fit_length = fit_upper_ascii = fit_lower_ascii = fit_fold = held

    def fit_trim(self, scope):
        return (self.subject(PADDED, scope),)

    def fit_digits_only(self, scope):
        return (self.subject(WITH_DIGITS, scope),)

    def numeral(self, scope):
        if self.chance(0.1):
            return (call("text_of", self.leaf(INT, scope)),)
        return (self.subject(NUMERALS, scope),)

    fit_parse_int = fit_parse_decimal = numeral

    def fit_parse_date(self, scope):
        return (self.subject(DAYS, scope),)

    def fit_age_years(self, scope):
        return self.day(LEAPLINGS, scope), self.day(BIRTHDAYS, scope)

    def fit_months_between(self, scope):
        days = [self.day(LEAPLINGS, scope), self.day(BIRTHDAYS, scope)]
        self.random.shuffle(days)
        return tuple(days)

    def day(self, days, scope):
        own = [f for f in ("due", "born", "ship_on", "since", "day") if f in EVERY[scope.entity]]
        if own and self.chance(0.5):
            return name(self.choose(own))
        return Node("date", (), self.choose(days))

    def step(self, scope):
        """A step of one day, month or year from a field or one of those nights."""
        if self.chance(0.5):
            unit = self.choose(["day", "day", "month"])
            own = self.field_of(DATETIME, scope)
            return binary(self.choose("+-"), own, quantity(1, unit))
        night, sign, unit = self.choose(NIGHTS)
        return binary(sign, Node("datetime", (), night), quantity(1, unit))

    def fit_add_work(self, scope):
        start = Node("datetime", (), self.choose(OPENINGS))
        if self.chance(0.4):
            return start, quantity(self.choose([0, 1, 2, 5]), "working", "days")
        return start, quantity(self.choose(HOURS), "working", "hours")

    def fit_work_between(self, scope):
        clocks = [Node("datetime", (), self.choose(OPENINGS)) for _ in range(2)]
        return tuple(clocks)

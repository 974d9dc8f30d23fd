"""Exact numbers: fractions that fit an Int128 mantissa at their scale."""

from fractions import Fraction
from math import floor

INT128 = (-(2**127), 2**127 - 1)
INT64 = (-(2**63), 2**63 - 1)
# The range of an int, and of the mantissa of what is stored.
SAFE = 2**53 - 1


def fitting(number, scale):
    """The number, or blank when its mantissa at this scale is no Int128."""
    mantissa = number * 10**scale
    assert mantissa.denominator == 1, (number, scale)
    return number if INT128[0] <= mantissa <= INT128[1] else None


def half_away(number):
    """The nearest whole number; a half goes away from zero."""
    whole = floor(abs(number) + Fraction(1, 2))
    return whole if number >= 0 else -whole


def toward_zero(number):
    whole = floor(abs(number))
    return whole if number >= 0 else -whole


def half_even(number):
    low = floor(number)
    rest = number - low
    if rest == Fraction(1, 2):
        return low if low % 2 == 0 else low + 1
    return low if rest < Fraction(1, 2) else low + 1


def away_from_zero(number):
    whole = -floor(-abs(number))
    return whole if number >= 0 else -whole


MODES = {
    "half_even": half_even,
    "up": away_from_zero,
    "down": toward_zero,
    "ceiling": lambda number: -floor(-number),
    "floor": floor,
}


def at_scale(number, scale, rounding=half_away):
    """The number rounded to so many digits after the point; blank when that does not fit."""
    return fitting(Fraction(rounding(number * 10**scale), 10**scale), scale)


def product(a, b, scale):
    return at_scale(a * b, scale)


def quotient(a, b, scale=12):
    """Twelve digits after the point, truncated; blank when b is zero."""
    return None if b == 0 else at_scale(Fraction(a) / b, scale, toward_zero)


def written(number, scale):
    """Exactly `scale` digits after the point."""
    mantissa = number * 10**scale
    assert mantissa.denominator == 1, (number, scale)
    digits = str(abs(int(mantissa))).rjust(scale + 1, "0")
    sign = "-" if number < 0 else ""
    return sign + (f"{digits[:-scale]}.{digits[-scale:]}" if scale else digits)

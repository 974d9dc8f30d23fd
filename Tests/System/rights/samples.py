"""Values that a field can be given: another than it has, of its form."""

from datetime import timedelta
from fractions import Fraction


def plain(value, digits):
    """A number with so many digits after the point, which it has exactly."""
    units = Fraction(value) * 10**digits
    assert units.denominator == 1, value
    whole, rest = divmod(abs(int(units)), 10**digits)
    return f"{'-' if units < 0 else ''}{whole}" + (f".{rest:0{digits}}" if digits else "")


def wire(field, value):
    """A value as JSON has it."""
    if value is None:
        return None
    match field.type:
        case "integer" | "rating":
            return int(value)
        case "money":
            return plain(value, 2)
        case "percent":
            return plain(value, 4)
        case "decimal":
            return plain(value, field.scale)
        case "date":
            return value.isoformat()
        case _:
            return value


def another(field, value, oracle, person):
    """Another value as JSON; None when there is none to be had."""
    match field.type:
        case "text" | "long_text" | "secret":
            return "改 " + (value or "")[:20]
        case "phone":
            return "13900001111" if value != "13900001111" else "13900001112"
        case "email":
            return "changed@mail.example"
        case "url":
            return "https://changed.example/"
        case "integer":
            return int(value or 0) + 1
        case "rating":
            return 1 if value != 1 else 2
        case "money" | "decimal" | "percent":
            return wire(field, Fraction(value or 0) + 1) if field.type != "percent" else "0.0100"
        case "boolean":
            return not value
        case "date":
            return (value + timedelta(days=1)).isoformat() if value else "2026-03-02"
        case "choice" | "stage":
            return next((o for o in field.options if o != value), None)
        case "person" | "department" | "reference":
            ids = sorted(oracle.readable(person, field.to) - {value})
            return ids[len(ids) // 2] if ids else None
    return None

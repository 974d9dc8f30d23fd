"""Values that a field can be given: another than it has, of its form."""

from datetime import timedelta
from fractions import Fraction


def wire(field, value):
    """A value as JSON has it."""
    if value is None:
        return None
    match field.type:
        case "integer" | "rating":
            return int(value)
        case "money":
            return f"{Fraction(value):.2f}"
        case "percent":
            return f"{Fraction(value):.4f}"
        case "decimal":
            return f"{Fraction(value):.{field.scale}f}"
        case "date":
            return value.isoformat()
        case _:
            return value


def another(field, value, oracle, person):
    """Another value as JSON; None when there is none to be had."""
    match field.type:
        case "text" | "long_text":
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

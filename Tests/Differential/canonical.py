"""The one written form of every value, as JSON; README.md lists it."""

from datetime import date, datetime, timedelta, timezone
from fractions import Fraction

from civil import DAY, EPOCH
from exact import SAFE, at_scale, written
from kinds import Kind, is_link, is_number

UNIX = datetime(1970, 1, 1)


def write(kind, value):
    """A value as JSON."""
    if value is None:
        return None
    if is_number(kind):
        return written(value, kind.scale)
    if kind.name == "date":
        return value.isoformat()
    if kind.name == "time":
        return f"{value // 3600:02}:{value // 60 % 60:02}:{value % 60:02}"
    if kind.name == "datetime":
        days, rest = divmod(value, DAY)
        clock = (UNIX + timedelta(milliseconds=rest)).isoformat(timespec="milliseconds")[10:]
        return date.fromordinal(days + EPOCH).isoformat() + clock + "Z"
    if kind.name == "period":
        return f"{value[0]}mo{value[1]}d"
    if kind.name == "duration" or is_link(kind):
        return str(value)
    if kind.name == "list":
        return [write(kind.of, item) for item in value]
    return value


def read(kind, text):
    """The value of a field's JSON."""
    if text is None:
        return None
    if is_number(kind):
        return Fraction(text)
    if kind.name == "date":
        return date.fromisoformat(text)
    if kind.name == "datetime":
        moment = datetime.fromisoformat(text.removesuffix("Z") + "+00:00")
        return (moment - UNIX.replace(tzinfo=timezone.utc)) // timedelta(milliseconds=1)
    if is_link(kind):
        return int(text)
    if kind.name == "list":
        return [read(kind.of, item) for item in text] or None
    return value_or_blank(text)


def value_or_blank(text):
    return None if text == "" else text


def kind_json(kind):
    """A kind for back ends."""
    result = {"type": kind.name}
    if kind.scale is not None:
        result["scale"] = kind.scale
    if isinstance(kind.of, Kind):
        result["of"] = kind_json(kind.of)
    elif kind.of is not None:
        result["of"] = list(kind.of) if isinstance(kind.of, tuple) else kind.of
    return result


def into_field(value, target):
    """A number as a live field of this kind holds it: rounded once, blank when out of range."""
    if value is None:
        return None
    rounded = at_scale(value, target.scale)
    limit = 10**13 if target.name == "money" else Fraction(SAFE, 10**target.scale)
    return None if rounded is None or abs(rounded) > limit else rounded

"""The types of the language. They are called kinds here, since Python has a module `types`."""

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Kind:
    """name: bool text int decimal money date time datetime duration period work option person
    department reference list rows blank. `work` is working time; `blank` is what the bare literal
    has; `rows` are rows of a subform or of a back reference."""

    name: str
    # Digits after the point, for int, decimal and money.
    scale: int | None = None
    # option: (entity, field); reference and rows: the entity; list: the kind of its elements;
    # period: months, days or mixed; work: days or hours.
    of: object = None
    # A number written with literals alone takes the other side's kind.
    constant: bool = False

    def __str__(self):
        if self.name in ("decimal", "money"):
            return f"{self.name}({self.scale})"
        if self.name == "option":
            return "option<" + ".".join(self.of) + ">"
        if self.of is not None:
            return f"{self.name}<{self.of}>"
        return self.name


BOOL = Kind("bool")
TEXT = Kind("text")
INT = Kind("int", 0)
DATE = Kind("date")
TIME = Kind("time")
DATETIME = Kind("datetime")
DURATION = Kind("duration")
PERSON = Kind("person")
DEPARTMENT = Kind("department")
BLANK = Kind("blank")

MAX_SCALE = 18
QUOTIENT_SCALE = 12


def decimal(scale):
    return Kind("decimal", scale)


def money(scale=2):
    return Kind("money", scale)


def period(shape):
    return Kind("period", of=shape)


def work(shape):
    return Kind("work", of=shape)


def option(entity, field):
    return Kind("option", of=(entity, field))


def reference(entity):
    return {"user": PERSON, "department": DEPARTMENT}.get(entity) or Kind("reference", of=entity)


def list_of(kind):
    return Kind("list", of=replace(kind, constant=False))


def rows(entity):
    return Kind("rows", of=entity)


PERCENT = decimal(4)


def is_plain_number(kind):
    return kind.name in ("int", "decimal")


def is_number(kind):
    """Numbers and money: all that has a scale."""
    return kind.name in ("int", "decimal", "money")


def is_link(kind):
    """What `.field` follows."""
    return kind.name in ("reference", "person", "department")


def entity_of(kind):
    return {"person": "user", "department": "department"}.get(kind.name) or kind.of


# What `==` compares.
EQUATABLE = {
    *("bool", "text", "int", "decimal", "money", "date", "time", "datetime", "duration"),
    *("period", "option", "person", "department", "reference"),
}
# What min, max, min_of, max_of and between take.
RANKED = {"int", "decimal", "money", "date", "time", "datetime", "duration"}
# What `<` compares; a period only when it is months alone or days alone.
ORDERED = RANKED | {"text", "period"}


def common(kinds):
    """The one kind that all have, or None. Numbers mix, constants follow money, blank is any."""
    known = [k for k in kinds if k != BLANK]
    if not known:
        return BLANK
    if all(is_number(k) for k in known):
        return common_number(known)
    if all(k.name == "period" for k in known):
        return known[0] if len({k.of for k in known}) == 1 else period("mixed")
    first = known[0]
    return first if all(k == first for k in known) else None


def common_number(known):
    scale = max(k.scale for k in known)
    constant = all(k.constant for k in known)
    if any(k.name == "money" for k in known):
        fits = all(k.name == "money" or k.constant for k in known)
        return money(scale) if fits else None
    name = "int" if all(k.name == "int" for k in known) else "decimal"
    return Kind(name, scale, constant=constant)

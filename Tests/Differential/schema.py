"""What the folder `app` declares, said to the judge in its own terms; a test compares the two."""

import csv
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from pathlib import Path

from kinds import (
    BOOL,
    DATE,
    DATETIME,
    INT,
    PERCENT,
    TEXT,
    Kind,
    decimal,
    list_of,
    money,
    option,
    reference,
    rows,
)

APP = Path(__file__).parent / "app"
ZONE = "Asia/Shanghai"
MAIN = "deal"


@dataclass(frozen=True)
class Field:
    kind: Kind
    # The word of the definition.
    type: str
    required: bool = False
    options: tuple = ()
    # Of a subform: the field of the row that leads back.
    by: str | None = None


TEXTS = {"text", "long_text", "phone", "email", "url"}
PLAIN = {
    **{word: TEXT for word in TEXTS},
    "integer": INT,
    "rating": INT,
    "percent": PERCENT,
    "money": money(),
    "boolean": BOOL,
    "date": DATE,
    "date_time": DATETIME,
    "person": reference("user"),
    "department": reference("department"),
}


def entity(name, /, **fields):
    """Fields by their definition: `pieces="integer"`, `ratio="decimal 3"`, `level="choice a b"`."""
    result = {}
    for field, words in fields.items():
        word, *rest = words.split()
        required = "required" in rest
        rest = [r for r in rest if r != "required"]
        if word == "decimal":
            made = Field(decimal(int(rest[0])), word, required)
        elif word == "reference":
            made = Field(reference(rest[0]), word, required)
        elif word == "subform":
            made = Field(rows(rest[0]), word, by=name)
        elif word in ("choice", "stage"):
            made = Field(option(name, field), word, required, tuple(rest))
        elif word == "multi_choice":
            made = Field(list_of(option(name, field)), word, required, tuple(rest))
        else:
            made = Field(PLAIN[word], word, required)
        result[field] = made
    return result


ENTITIES = {
    "deal": entity(
        "deal",
        name="text",
        code="text",
        memo="long_text",
        phone="phone",
        email="email",
        site="url",
        pieces="integer",
        extra="integer",
        # Called like an option of `level`.
        high="integer",
        stars="rating",
        ratio="decimal 3",
        fine="decimal 9",
        whole="decimal 0",
        rate="percent",
        amount="money",
        cost="money",
        urgent="boolean",
        agreed="boolean",
        ready="boolean required",
        due="date",
        born="date",
        opened="date_time",
        closed="date_time",
        level="choice low mid high",
        stage="stage draft open won lost",
        tags="multi_choice vip risky partner",
        owner="person",
        deputy="person",
        team="department",
        customer="reference party",
        payer="reference party",
        lines="subform deal_line",
    ),
    "deal_line": entity(
        "deal_line",
        deal="reference deal required",
        title="text",
        quantity="integer",
        price="money",
        discount="percent",
        weight="decimal 3",
        gift="boolean",
        ship_on="date",
        ship_at="date_time",
        kind="choice goods service fee",
        item="reference party",
    ),
    "party": entity(
        "party",
        name="text",
        credit="money",
        score="decimal 3",
        staff="integer",
        since="date",
        seen="date_time",
        active="boolean",
        region="choice east west",
        manager="person",
        parent="reference party",
    ),
    "visit": entity(
        "visit",
        deal="reference deal",
        report="text",
        hours="decimal 2",
        cost="money",
        done="boolean",
        day="date",
        at="date_time",
        mood="choice good bad",
        who="person",
    ),
}
# The two entities that every application has.
BUILT_IN = {
    "user": entity(
        "user",
        login="text required",
        name="text required",
        position="text",
        department="department",
        phone="phone",
        email="email",
        roles="multi_choice sales director admin",
        active="boolean required",
    ),
    "department": entity(
        "department", name="text required", code="text", parent="department", head="person"
    ),
}
EVERY = ENTITIES | BUILT_IN
PARAMS = {
    "ceiling": (money(), Fraction(500_000)),
    "grace": (INT, Fraction(7)),
    "vat": (PERCENT, Fraction(13, 100)),
    "opening": (DATE, date(2024, 2, 29)),
    "brand": (TEXT, "华东é"),
}
# The working week: Monday is 1; hours as minutes of the day.
WEEK = {day: ((540, 720), (780, 1080)) for day in (1, 2, 3, 4, 5)}


def clock(text):
    hour, minute = text.split(":")
    return int(hour) * 60 + int(minute)


def exceptions():
    """Holidays and make-up days: date → spans in minutes; None stands for a plain working day."""
    found = {}
    with open(APP / "holidays.csv", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            day = date.fromisoformat(row["date"])
            if row["kind"] == "holiday":
                found[day] = ()
            elif row["hours"]:
                spans = [span.split("-") for span in row["hours"].split()]
                found[day] = tuple((clock(a), clock(b)) for a, b in spans)
            else:
                found[day] = None
    return found
